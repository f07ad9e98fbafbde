import type { Language } from '../../../units/locale.js';
import type { Edit } from '../../edits/edit-text.js';
import { editText } from '../../edits/edit-text.js';
import type { DraftAnswer, OpenedPlan, PlanItem, PlanView, ProblemView } from '../../protocol.js';
import type { StoredPlan } from '../plan-folder.js';
import { readDraft, readingView, saidOf } from '../read-draft.js';

/** A text to be read, as if it stood in the folder under that name. */
interface OfText {
  /** The plans' folder. */
  readonly root: string;
  readonly file: string;
  readonly text: string;
}

interface InLanguage {
  /** Of the words for what is wrong. */
  readonly language: Language;
}

/** What reading a plan's text is asked for: what can be cloned. */
export type ReadingTask =
  | ({ readonly kind: 'draft'; readonly edits: readonly Edit[] } & OfText & InLanguage)
  | ({ readonly kind: 'open' } & Pick<StoredPlan, 'version'> & OfText & InLanguage)
  | ({ readonly kind: 'item' } & OfText)
  | ({ readonly kind: 'check' } & OfText & InLanguage);

/** Whether a text is a plan: what is wrong with it first, and which lines it has. */
export interface CheckAnswer {
  readonly problem: string | null;
  readonly lines: readonly string[];
}

/** Reads a text; the answer as JSON, so that whoever hands it on needn't write it again. */
export async function answerReading(task: ReadingTask): Promise<string> {
  switch (task.kind) {
    case 'draft':
      return JSON.stringify(await drafted(task));
    case 'open': {
      const { file, text, version, language } = task;
      const opened: OpenedPlan = { file, text, version, reading: await readingView(task, file, text, language) };
      return JSON.stringify(opened);
    }
    case 'item':
      return JSON.stringify(await itemOf(task));
    case 'check':
      return JSON.stringify(await checkOf(task));
  }
}

type DraftTask = Extract<ReadingTask, { kind: 'draft' }>;

async function drafted(task: DraftTask): Promise<DraftAnswer> {
  const answer = await followed(task, editedBy(task));
  const { reading } = answer;
  const back = reading.ok ? task.edits.findIndex((edit) => comesBack(edit, reading.plan)) : -1;
  return back < 0 ? answer : { ...answer, refused: [...answer.refused, back] };
}

function editedBy({ text: before, edits }: DraftTask): { readonly text: string; readonly refused: readonly number[] } {
  let text = before;
  const refused: number[] = [];
  edits.forEach((one, k) => {
    const outcome = editText(text, [one]);
    if (outcome.ok) text = outcome.text;
    else refused.push(k);
  });
  return { text, refused };
}

/** What was edited, with a budget that follows it: one that was written so, or didn't sum before, is reported. */
async function followed(
  { root, file, text: before, edits, language }: DraftTask,
  { text, refused }: ReturnType<typeof editedBy>,
): Promise<DraftAnswer> {
  const reading = await readingView({ root }, file, text, language);
  const asksForIt = edits.length === 0 || edits.some(({ path }) => path[0] === 'budget');
  const right = reading.ok || asksForIt ? [] : budgetsOf(reading.problems);
  const again = right.length === 0 ? null : editText(text, right);
  if (!again?.ok || !(await readDraft({ root }, file, before)).ok) return { text, refused, reading };
  return { text: again.text, refused, reading: await readingView({ root }, file, again.text, language) };
}

/** Whether what was taken out of a list is there still: a file that this one extends has it, too. */
function comesBack({ kind, path: [list, id, more] }: Edit, { lines, sources }: PlanView): boolean {
  if (kind !== 'remove' || more !== undefined) return false;
  if (list === 'lines') return lines.some((line) => line.id === id);
  return sources.some(({ postsPath }) => postsPath[0] === list && postsPath[1] === id);
}

/** The edits of a budget that put everything right; none where something else is wrong, too. */
function budgetsOf(problems: readonly ProblemView[]): readonly Edit[] {
  return problems.length === 1 ? (problems[0]?.budget?.edits ?? []) : [];
}

async function checkOf({ root, file, text, language }: OfText & InLanguage): Promise<CheckAnswer> {
  const reading = await readDraft({ root }, file, text);
  return reading.ok
    ? { problem: null, lines: reading.scenario.lines.map(({ id }) => id) }
    : { problem: await saidOf(reading.problems, language), lines: [] };
}

async function itemOf({ root, file, text }: OfText): Promise<PlanItem> {
  const reading = await readDraft({ root }, file, text).catch(() => null);
  if (reading === null || !reading.ok) {
    return { file, name: file, ok: false, budget: 0, budgetIsMost: false, currency: '', periods: 0, unit: 'week' };
  }
  const { name, budget, currency, horizon, rules } = reading.scenario;
  const budgetIsMost = rules.budget === 'maximum';
  return { file, name, ok: true, budget, budgetIsMost, currency, periods: horizon.periods, unit: horizon.unit };
}
