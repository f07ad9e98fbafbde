import { basename, extname } from 'node:path';
import type { PlanWishes } from '../../calibrate/index.js';
import type { ExportReading } from '../../calibrate/types.js';
import { doing } from '../../words/progress.js';
import { say } from '../../words/said.js';
import { calibrateExports, calibrationPart, writeCalibrated } from '../calibrated.js';
import type { Effects } from '../effects.js';
import { type ExitCode, InputError } from '../exit.js';
import type { PlanPart, RunPart } from '../part-names.js';
import { plannedFile } from '../planned-file.js';
import { progressLine } from '../progress.js';
import { answerAll, openQuestions, type Question } from '../questions.js';
import { type ExportOptions, type ReadTogether, readEach, readingAnswer, takeTogether } from '../read-exports.js';
import { translatedFor } from '../translated.js';
import { type RunOptions, runCommand } from './run.js';

interface PlanCommandOptions extends ExportOptions {
  /** In the exports' currency, over the plan's weeks. */
  readonly budget?: number;
  readonly weeks: number;
  readonly goal?: string;
  readonly orderValue?: string;
  readonly margin?: string;
  readonly stages?: string;
  /** The scenario that a workbook is of. */
  readonly scenario?: string;
  /** The scenario to write. */
  readonly out?: string;
  readonly force?: boolean;
  readonly newCampaigns?: boolean;
  readonly draws?: number;
  readonly workers?: number;
  /** Further sections of the page. */
  readonly with?: readonly PlanPart[];
  readonly optimize: boolean;
}

/** Goals that nothing can be said on without what an order is worth. */
const WORTH = /\b(?:profit|revenue|roas|roi|margin|gross_margin)\b/;

/**
 * `huni plan FILE…`: reads exports, has what is open answered at once, fits, writes a commented scenario and its fits, and
 * prices it. One file may be a plan already: a workbook of huni's whose budgets somebody changed, or a media plan of their own.
 */
export async function planCommand(
  files: readonly string[],
  options: PlanCommandOptions,
  effects: Effects,
): Promise<ExitCode> {
  const json = options.json === true;
  const quiet = json || options.quiet === true;
  const planned = await takenAsPlan(files, options, effects);
  if (planned !== null) {
    if (!quiet) effects.out(`${(await translatedFor(effects, planned.notices)).join('\n')}\n\n`);
    return priced(planned.path, options, { with: withoutFits(options) }, effects);
  }
  if (options.scenario !== undefined) {
    throw new InputError(say`--scenario: expected with a workbook that huni wrote, and there is none among the files`);
  }
  const { together, answered } = await readAnswered(files, options, effects);
  const { readingText } = await import('../../report/calibration/index.js');
  if (!quiet) effects.out(together.readings.map((one) => readingText(one, effects.language)).join('\n'));
  const out = answered.out ?? `${planName(files)}.yaml`;
  const how = {
    out,
    horizon: `${answered.weeks} week${answered.weeks === 1 ? '' : 's'}`,
    plan: wishesOf(answered),
    ...(answered.stages === undefined ? {} : { stages: answered.stages }),
    ...(answered.seed === undefined ? {} : { seed: answered.seed }),
    newCampaigns: answered.newCampaigns === true,
    ...(answered.delayDays === undefined ? {} : { delayDays: answered.delayDays }),
    ...(answered.force === undefined ? {} : { force: answered.force }),
  };
  const progress = progressLine(effects, 'plan', quiet);
  const calibrated = await calibrateExports(files, together, how, effects, progress.show);
  if (calibrated.text === null) {
    throw new InputError(say`no line is on a platform that scenarios know: ${calibrated.notes.join('; ')}`);
  }
  progress.show(doing(say`drawing the fits`));
  const written = await writeCalibrated(calibrated, together.readings, how, effects);
  progress.done();
  if (!quiet) effects.out(`\n${[...calibrated.notes, ...written].join('\n')}\n\n`);
  const parts =
    answered.with?.includes('calibration') === true ? [await calibrationPart(calibrated, effects.language)] : [];
  const answer = { ...readingAnswer(together), notes: calibrated.notes, check: calibrated.check };
  return priced(out, answered, { with: (answered.with ?? []).flatMap(ofRun), parts, answer }, effects);
}

const ofRun = (name: PlanPart): RunPart[] => (name === 'calibration' ? [] : [name]);

/** Sections of a page that has no fits behind it. */
function withoutFits({ with: parts = [] }: PlanCommandOptions): readonly RunPart[] {
  if (parts.includes('calibration')) {
    throw new InputError(say`--with calibration: found a plan, expected exports: there are no fits to show`);
  }
  return parts.flatMap(ofRun);
}

/** A single file that is a plan already. */
async function takenAsPlan(files: readonly string[], options: PlanCommandOptions, effects: Effects) {
  const [file] = files;
  if (file === undefined || files.length > 1) return null;
  const { out } = options;
  return plannedFile(file, { ...options, out }, { name: planName(files), wishes: wishesOf(options) }, effects);
}

function priced(
  scenario: string,
  { draws, seed, workers, optimize, json, quiet }: PlanCommandOptions,
  sections: Pick<RunOptions, 'with' | 'parts' | 'answer'>,
  effects: Effects,
): Promise<ExitCode> {
  return runCommand(
    [scenario],
    {
      optimize,
      json: json === true,
      quiet: quiet === true,
      ...sections,
      ...(draws === undefined ? {} : { draws }),
      ...(seed === undefined ? {} : { seed }),
      ...(workers === undefined ? {} : { workers }),
    },
    effects,
  );
}

/** Reads the files, and once more with the answers to what they leave open. */
async function readAnswered(
  files: readonly string[],
  options: PlanCommandOptions,
  effects: Effects,
): Promise<{ readonly together: ReadTogether; readonly answered: PlanCommandOptions }> {
  const first = await readEach(files, options, effects);
  const { questions, refusals } = openQuestions(first, effects.language);
  if (refusals.length > 0) throw new InputError(refusals.join('\n'));
  const further = await readOn(files, options, questions, effects);
  const open = [
    ...questions,
    ...further.questions,
    ...worthQuestions(
      options,
      [...first, ...further.readings].some(({ totals }) => totals.revenue.length > 0),
    ),
  ];
  if (open.length === 0) return { together: takeTogether(first, effects.language), answered: options };
  const answered = { ...options, ...(await answerAll(open, options, effects)) };
  const second = await readEach(files, answered, effects);
  const left = openQuestions(second, effects.language);
  if (left.refusals.length > 0) throw new InputError(left.refusals.join('\n'));
  // An answer may open another question: a header that was not found hid its currency.
  if (left.questions.length > 0) await answerAll(left.questions, { ...answered, json: true }, effects);
  return { together: takeTogether(second, effects.language), answered };
}

/** An answer to what hides other questions: until dates and amounts are read, nothing else of a file is known. */
const SOME_ANSWER: Readonly<Partial<Record<Question['about'], string>>> = { dates: 'day', decimals: '.' };

/** What else is open once dates and amounts are read, one way or the other. */
async function readOn(
  files: readonly string[],
  options: PlanCommandOptions,
  questions: readonly Question[],
  effects: Effects,
): Promise<{ readonly questions: readonly Question[]; readonly readings: readonly ExportReading[] }> {
  let some = options;
  for (const { about, answered } of questions) {
    const answer = SOME_ANSWER[about];
    if (answer !== undefined) some = { ...some, ...answered(some, answer) };
  }
  if (!questions.some(({ about }) => SOME_ANSWER[about] !== undefined)) return { questions: [], readings: [] };
  const readings = await readEach(files, some, effects);
  const asked = new Set(questions.map(({ flag }) => flag));
  return {
    readings,
    questions: openQuestions(readings, effects.language).questions.filter(({ flag }) => !asked.has(flag)),
  };
}

function worthQuestions({ goal, orderValue }: PlanCommandOptions, revenue: boolean): readonly Question[] {
  if (goal === undefined || !WORTH.test(goal) || orderValue !== undefined || revenue) return [];
  return [
    {
      about: 'worth',
      file: null,
      text: say`what is an order worth? "${goal}" needs it, and no export has revenue (such as 30 to 55)`,
      flag: '--order-value AMOUNT',
      answered: (options, answer) => (answer === '' ? null : ({ ...options, orderValue: answer } as ExportOptions)),
    },
  ];
}

function wishesOf({ budget, goal, orderValue, margin }: PlanCommandOptions): PlanWishes {
  return {
    ...(budget === undefined ? {} : { budget }),
    ...(goal === undefined ? {} : { goal }),
    ...(orderValue === undefined ? {} : { orderValue }),
    ...(margin === undefined ? {} : { margin }),
  };
}

const planName = (files: readonly string[]): string => {
  const first = files[0] ?? 'plan';
  return `${basename(first, extname(first))}-plan`;
};
