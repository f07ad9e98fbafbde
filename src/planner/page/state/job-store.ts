import { type ReadonlySignal, signal } from '@preact/signals';
import type { PlainSaid } from '../../../words/said.js';
import type { JobEvent, JobKind, JobRequest } from '../../protocol.js';
import { send } from '../api.js';
import { expectedSeconds, noteSeconds } from './durations.js';
import { preferences } from './preferences.js';

/** Where a job is. `answer` stays until the next one is started. */
export type JobState<T> =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'working';
      /** What it is at; `null` before that is known. */
      readonly doing: PlainSaid | null;
      readonly since: number;
      /** Seconds that it will take by the last job like it; `null` where there was none. */
      readonly expected: number | null;
    }
  | { readonly kind: 'done'; readonly answer: T; readonly text: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Long work on the server that is followed by its events. */
export interface RemoteJob<T> {
  readonly state: ReadonlySignal<JobState<T>>;
  /**
   * Begins it, unless it is going on.
   *
   * @param about what it is like, and the text that it is of: how long the next one will take is reported by the last one like it
   */
  begin(path: string, body: unknown, about?: { readonly like?: string; readonly text?: string }): Promise<void>;
  stop(): void;
}

/** Work on the text of a plan. */
export interface JobStore<T> extends Pick<RemoteJob<T>, 'state' | 'stop'> {
  start(file: string, text: string, more?: Omit<JobRequest, 'kind' | 'file' | 'text' | 'language'>): Promise<void>;
}

function takeBack(id: string): void {
  void send('DELETE', `/api/jobs/${id}`).catch(() => {});
}

/** @param kind by which the time that it takes is remembered */
export function remoteJob<T>(kind: string): RemoteJob<T> {
  const state = signal<JobState<T>>({ kind: 'idle' });
  let running: { id: string; events: EventSource } | null = null;
  // The start that still counts: one that is stopped before the server has answered takes its job back once it has.
  let current: symbol | null = null;

  const over = (next: JobState<T>): void => {
    running?.events.close();
    running = null;
    current = null;
    state.value = next;
  };
  return {
    state,
    async begin(path, body, { like = '', text = '' } = {}) {
      if (current !== null) return;
      const mine = Symbol(kind);
      current = mine;
      const since = performance.now();
      const expected = expectedSeconds(kind, like);
      state.value = { kind: 'working', doing: null, since, expected };
      try {
        const { id } = await send<{ id: string }>('POST', path, body);
        if (current !== mine) {
          takeBack(id);
          return;
        }
        const events = new EventSource(`/api/jobs/${id}/events`);
        running = { id, events };
        events.onmessage = ({ data }) => {
          const event = JSON.parse(String(data)) as JobEvent;
          if (event.event === 'progress') state.value = { kind: 'working', doing: event.doing, since, expected };
          else if (event.event === 'done') {
            noteSeconds(kind, like, (performance.now() - since) / 1000);
            over({ kind: 'done', answer: event.result as T, text });
          } else if (event.event === 'stopped') over({ kind: 'stopped' });
          else over({ kind: 'failed', error: event.message });
        };
        events.onerror = () => {
          over({ kind: 'failed', error: new TypeError('the server does not answer') });
          // Where it was the way there that broke, the work goes on for nobody.
          takeBack(id);
        };
      } catch (error) {
        if (current === mine) over({ kind: 'failed', error });
      }
    },
    stop() {
      if (current === null) return;
      const job = running;
      over({ kind: 'stopped' });
      if (job !== null) takeBack(job.id);
    },
  };
}

/** Work on a plan, of a kind that the server knows. */
export function jobStore<T>(kind: JobKind): JobStore<T> {
  const { state, begin, stop } = remoteJob<T>(kind);
  return {
    state,
    stop,
    start: (file, text, more = {}) => {
      const body: JobRequest = { kind, file, text, language: preferences.peek().language, ...more };
      return begin('/api/jobs', body, { like: file, text });
    },
  };
}
