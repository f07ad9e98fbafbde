import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { InLanguages, TrackAnswer } from '../../protocol.js';
import { JobBar } from '../parts/job-bar.js';
import { actualsStore } from '../state/actuals-store.js';
import { jobStore } from '../state/job-store.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';
import { TrackAnswerView } from './track-answer.js';
import { TrackExports } from './track-exports.js';
import { TrackMatch } from './track-match.js';

/** The plan under way: exports dropped or pointed at, campaigns matched to lines, where it lands, what to change. */
export function Track({ store }: { readonly store: PlanStore }) {
  const text = words().track;
  const job = useSignal(jobStore<InLanguages<TrackAnswer>>('track')).value;
  const actuals = useSignal(actualsStore(store.file)).value;
  const matchChanged = useSignal(false);
  const state = job.state.value;
  useEffect(() => {
    void actuals.load();
    return () => job.stop();
  }, []);
  // What was proposed for campaigns that nobody has named yet is in the file from then on.
  useEffect(() => {
    if (state.kind === 'done') void actuals.load();
  }, [state]);
  const start = (): void => {
    matchChanged.value = false;
    void job.start(store.file, store.text.value, { actuals: actuals.chosen.value });
  };
  return (
    <>
      <section aria-labelledby="track-heading">
        <h2 id="track-heading">{text.heading}</h2>
        <p class="note">{text.note}</p>
        <TrackExports actuals={actuals} />
        <JobBar
          job={job}
          label={text.start}
          disabled={actuals.chosen.value.length === 0 || actuals.busy.value || store.problems.value.length > 0}
          onStart={start}
        />
        {state.kind === 'done' && matchChanged.value && <p class="warning">{text.again}</p>}
        {state.kind === 'done' && state.text !== store.text.value && <p class="warning">{text.stale}</p>}
      </section>
      {state.kind === 'done' && (
        <TrackAnswerView
          answer={state.answer[preferences.value.language]}
          store={store}
          stale={state.text !== store.text.value || matchChanged.value}
        />
      )}
      {actuals.match.value.length > 0 && (
        <TrackMatch
          match={actuals.match.value}
          store={store}
          onPut={(campaign) => {
            matchChanged.value = true;
            void actuals.put(campaign);
          }}
        />
      )}
    </>
  );
}
