import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { progressTranslations } from '../../../words/catalogues/progress.js';
import { type PlainSaid, saidFrom, translatedBy } from '../../../words/said.js';
import type { RemoteJob } from '../state/job-store.js';
import { preferences, words } from '../state/preferences.js';
import { Failure } from './failure.js';

/** Starts long work, says how it goes, and stops it. */
export function JobBar<T>({
  job,
  label,
  onStart,
  disabled = false,
}: {
  readonly job: Pick<RemoteJob<T>, 'state' | 'stop'>;
  readonly label: string;
  readonly onStart: () => void;
  readonly disabled?: boolean;
}) {
  const text = words();
  const state = job.state.value;
  return (
    <div class="job">
      {state.kind === 'working' ? (
        <>
          <button type="button" onClick={() => job.stop()}>
            {text.optimize.stop}
          </button>
          <JobProgress label={label} doing={state.doing} since={state.since} expected={state.expected} />
        </>
      ) : (
        <button type="button" class="primary" onClick={onStart} disabled={disabled}>
          {label}
        </button>
      )}
      {state.kind === 'stopped' && (
        <span class="note" role="status">
          {text.optimize.stopped}
        </span>
      )}
      {state.kind === 'failed' && <Failure error={state.error} />}
    </div>
  );
}

/** How far a job is: by the time that the last one like it took, which is a guess and said to be one. */
export function JobProgress({
  label,
  doing,
  since,
  expected,
}: {
  readonly label: string;
  /** What it is at; `null` before that is known. */
  readonly doing: PlainSaid | null;
  /** When it began, as `performance.now` has it. */
  readonly since: number;
  readonly expected: number | null;
}) {
  const text = words();
  const now = useSignal(performance.now());
  useEffect(() => {
    const ticking = setInterval(() => {
      now.value = performance.now();
    }, 250);
    return () => clearInterval(ticking);
  }, []);
  const seconds = Math.max(0, (now.value - since) / 1000);
  const left = expected === null ? null : Math.ceil(expected - seconds);
  return (
    <>
      {expected === null || left === null || left <= 0 ? (
        <progress aria-label={label} />
      ) : (
        <progress aria-label={label} max={expected} value={seconds} />
      )}
      <span class="note" role="status">
        {text.optimize.working(seconds.toFixed(0))}
        {left !== null && left > 0 && ` · ${text.optimize.left(String(left))}`}
        {doing !== null && ` · ${translatedBy(progressTranslations[preferences.value.language], saidFrom(doing))}`}
      </span>
    </>
  );
}
