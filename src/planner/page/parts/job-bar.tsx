import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JobStore } from '../state/job-store.js';
import { words } from '../state/preferences.js';
import { Failure } from './failure.js';

/** Starts long work, says how it goes, and stops it. */
export function JobBar<T>({
  job,
  label,
  onStart,
  disabled = false,
}: {
  readonly job: JobStore<T>;
  readonly label: string;
  readonly onStart: () => void;
  readonly disabled?: boolean;
}) {
  const text = words();
  const state = job.state.value;
  const now = useSignal(performance.now());
  useEffect(() => {
    if (state.kind !== 'working') return undefined;
    const ticking = setInterval(() => {
      now.value = performance.now();
    }, 250);
    return () => clearInterval(ticking);
  }, [state.kind]);
  return (
    <div class="job">
      {state.kind === 'working' ? (
        <>
          <button type="button" onClick={() => job.stop()}>
            {text.optimize.stop}
          </button>
          <JobProgress
            label={label}
            seconds={Math.max(0, (now.value - state.since) / 1000)}
            expected={state.expected}
          />
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
function JobProgress({
  label,
  seconds,
  expected,
}: {
  readonly label: string;
  readonly seconds: number;
  readonly expected: number | null;
}) {
  const text = words();
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
      </span>
    </>
  );
}
