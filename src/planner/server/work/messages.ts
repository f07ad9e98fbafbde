import type { PlainSaid } from '../../../words/said.js';
import type { WorkHelp, WorkTask } from './tasks.js';

/** What the server says to the thread that does long work; each piece of work goes by a number. */
export type ToWorkThread =
  | { readonly kind: 'do'; readonly number: number; readonly task: WorkTask }
  | { readonly kind: 'stop'; readonly number: number }
  /** What it asked for, or why that failed. */
  | { readonly kind: 'helped'; readonly asked: number; readonly answer: unknown }
  | { readonly kind: 'unhelped'; readonly asked: number; readonly failure: string }
  | { readonly kind: 'close' };

type Asked = { readonly [name in keyof WorkHelp]: { readonly name: name; readonly given: Parameters<WorkHelp[name]> } };

export type FromWorkThread =
  | { readonly kind: 'progress'; readonly number: number; readonly doing: PlainSaid }
  | { readonly kind: 'done'; readonly number: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly number: number; readonly failure: string }
  /** Something that only the server has. */
  | { readonly kind: 'help'; readonly number: number; readonly asked: number; readonly help: Asked[keyof WorkHelp] }
  | { readonly kind: 'closed' };
