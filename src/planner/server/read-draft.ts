import { join } from 'node:path';
import { encode } from '../../engine/codec.js';
import { parseScenario } from '../../scenario/index.js';
import { describeFault, type Problem } from '../../scenario/problem.js';
import type { ScenarioReading } from '../../scenario/read.js';
import type { Language } from '../../units/locale.js';
import { translationsOf } from '../../words/catalogues/index.js';
import type { Edit } from '../edits/edit-text.js';
import type { ProblemView, ReadingView } from '../protocol.js';
import type { PlanFolder } from './plan-folder.js';
import { planView } from './plan-view.js';
import { ruleViews } from './rule-views.js';

/** Reads a draft as if it stood in the folder under that name; files that it names are looked for there. */
export function readDraft(folder: Pick<PlanFolder, 'root'>, file: string, text: string): Promise<ScenarioReading> {
  return parseScenario(text, join(folder.root, file));
}

/** What is wrong first, in a language. */
export async function saidOf(problems: readonly Problem[], language: Language): Promise<string> {
  const [first] = problems;
  return first === undefined ? 'not a plan' : describeFault(first, first.subject, await translationsOf(language));
}

/** A draft as the page shows it, in its language. */
export async function readingView(
  folder: Pick<PlanFolder, 'root'>,
  file: string,
  text: string,
  language: Language,
): Promise<ReadingView> {
  const reading = await readDraft(folder, file, text);
  if (reading.ok) {
    const scenario = Buffer.from(encode(reading.scenario)).toString('base64');
    const rules = ruleViews(reading.document.root);
    return { ok: true, plan: planView(reading.scenario, text, language, rules), scenario };
  }
  const translations = await translationsOf(language);
  return {
    ok: false,
    // Of another file (a base that is extended) the place is reported in words.
    problems: reading.problems.map((problem) => {
      const { path, line, column } = problem;
      const message = describeFault(problem, problem.subject, translations);
      const right = budgetRight(problem);
      return path.endsWith(file)
        ? { line, column, message, ...right }
        : { line: 0, column: 0, message: `${path.slice(folder.root.length + 1)}:${line}: ${message}`, ...right };
    }),
  };
}

/** The budget that puts a problem right, where that is all it takes. */
function budgetRight({ wholeBudget }: Problem): Pick<ProblemView, 'budget'> {
  if (wholeBudget === undefined) return {};
  const { amount, currency, kind, phases } = wholeBudget;
  const set = (path: readonly string[], value: number): Edit => ({ kind: 'set', path, value });
  const edits = [
    set(kind === 'maximum' ? ['budget', 'max'] : ['budget'], amount),
    ...phases.map((phase) => set(['phases', phase.name, 'budget'], phase.amount)),
  ];
  return { budget: { amount, currency, edits } };
}
