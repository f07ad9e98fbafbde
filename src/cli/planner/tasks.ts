import type { ExportAnswers, ExportPlanWishes } from '../../planner/exports-protocol.js';
import type { TellDoing } from '../../planner/server/jobs.js';
import type { Language } from '../../units/locale.js';
import type { PlainSaid } from '../../words/said.js';
import { decideOn, submitPlan } from './approvals.js';
import { planFromExports } from './plan-from-exports.js';
import { exportsReading } from './read-exports.js';

interface OfExports {
  /** Paths. */
  readonly files: readonly string[];
  readonly answers: ExportAnswers;
  readonly language: Language;
}

/** What a thread of the planner's can do; inputs and answers are what can be cloned. */
export const TASKS = {
  readExports: ({ files, answers, language }: OfExports) => exportsReading(files, answers, language),
  planFromExports: (
    {
      files,
      answers,
      language,
      wishes,
    }: OfExports & { readonly wishes: ExportPlanWishes & { readonly source: string | null } },
    tell: TellDoing,
  ) => planFromExports(files, answers, wishes, language, tell),
  submitPlan,
  decideOn,
};

export type TaskName = keyof typeof TASKS;
export type TaskInput<N extends TaskName> = Parameters<(typeof TASKS)[N]>[0];
export type TaskAnswer<N extends TaskName> = Awaited<ReturnType<(typeof TASKS)[N]>>;

/** What a thread says: how it goes, and in the end its answer or why there is none. */
export type FromThread<N extends TaskName = TaskName> =
  | { readonly doing: PlainSaid }
  | { readonly answer: TaskAnswer<N> }
  | { readonly failure: string };
