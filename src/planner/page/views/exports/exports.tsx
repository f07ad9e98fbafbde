import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { DropZone } from '../../parts/drop-zone.js';
import { Failure } from '../../parts/failure.js';
import { JobProgress } from '../../parts/job-bar.js';
import { forgetExports, openExportDoor } from '../../state/export-door.js';
import { words } from '../../state/preferences.js';
import { Campaigns } from './campaigns.js';
import { FileReadings } from './file-readings.js';
import { MakePlan } from './make-plan.js';
import { Planned } from './planned.js';
import { Questions } from './questions.js';

/** Platforms' exports to a plan, in four steps: read, what is open, which campaign is for what, the plan. */
export function Exports() {
  const text = words();
  const door = useSignal(openExportDoor()).value;
  useEffect(() => () => door.close(), []);
  const state = door.reading.state.value;
  const reading = door.read.value;
  const made = door.making.state.value;
  const complete = reading !== null && reading.questions.length === 0 && reading.refusals.length === 0;
  return (
    <main class="narrow">
      <h1>{text.exports.heading}</h1>
      <p class="note">{text.exports.intro}</p>
      <DropZone
        label={text.exports.drop}
        choose={text.exports.choose}
        accept=".csv,.tsv,.txt,.xlsx"
        onFiles={(files) => void door.add(files)}
      />
      <Failure error={door.failure.value} />
      {door.sending.value.map((name) => (
        <p key={name} class="note" role="status">
          {text.exports.uploading(name)}
        </p>
      ))}
      <ul class="files">
        {door.files.value.map(({ id, name }) => (
          <li key={id}>
            <strong dir="auto">{name}</strong>
            <button
              type="button"
              class="quiet"
              aria-label={text.exports.remove(name)}
              onClick={() => void door.remove(id)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {state.kind === 'working' && (
        <p class="job">
          <JobProgress label={text.exports.reading} doing={state.doing} since={state.since} expected={state.expected} />
        </p>
      )}
      {state.kind === 'failed' && <Failure error={state.error} />}
      {reading !== null && door.files.value.length > 0 && (
        <>
          {reading.planned === null ? (
            <FileReadings reading={reading} door={door} />
          ) : (
            <Planned reading={reading} planned={reading.planned} />
          )}
          {(reading.planned === null || !complete) && <Questions reading={reading} door={door} />}
          {complete && (
            <>
              {reading.planned === null && (
                <Campaigns campaigns={reading.campaigns} currency={reading.currency ?? ''} door={door} />
              )}
              {made.kind === 'done' ? (
                <section aria-labelledby="made-heading">
                  <h2 id="made-heading">{text.exports.steps.plan}</h2>
                  <p>{text.exports.checked}</p>
                  <ul dir="auto">
                    {made.answer.notes.map((note) => (
                      <li key={note}>{note}</li>
                    ))}
                  </ul>
                  <a
                    class="button primary"
                    href={`#/plan/${encodeURIComponent(made.answer.file)}/lines?optimise`}
                    onClick={forgetExports}
                  >
                    {text.exports.open}
                  </a>
                </section>
              ) : (
                <MakePlan reading={reading} door={door} />
              )}
            </>
          )}
        </>
      )}
    </main>
  );
}
