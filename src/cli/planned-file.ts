import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PlanWishes } from '../calibrate/index.js';
import { type MediaPlanReading, readMediaPlan } from '../calibrate/media-plan/read.js';
import { mediaPlanText } from '../calibrate/media-plan/scenario-text.js';
import { findingText } from '../calibrate/words/index.js';
import { required } from '../required.js';
import type { Language } from '../units/locale.js';
import { isCurrency } from '../units/money.js';
import { say, type Words } from '../words/said.js';
import { changedPlan } from './budget-workbook.js';
import type { Effects } from './effects.js';
import { InputError } from './exit.js';
import { answerAll, type Question } from './questions.js';
import { type ExportOptions, mappingsOf } from './read-exports.js';
import { writeFileWhole } from './write-file.js';

interface PlannedFileOptions extends ExportOptions {
  readonly scenario?: string;
  readonly out: string | undefined;
  readonly force?: boolean;
  readonly weeks: number;
}

/** A scenario made of a file that is a plan already, and what a person should know of it. */
interface PlannedFile {
  readonly path: string;
  readonly notices: readonly Words[];
}

/**
 * Takes a file that is a plan and no export: a workbook that huni wrote, with its budgets as they are now, or a media plan of a
 * person's own making. `null` for anything else.
 *
 * @throws {InputError} where it is one and can't be taken
 */
export async function plannedFile(
  file: string,
  options: PlannedFileOptions,
  { name, wishes }: { readonly name: string; readonly wishes: PlanWishes },
  effects: Effects,
): Promise<PlannedFile | null> {
  // A pipe can be read once only: what comes through it is an export.
  if (await isThereAndNoFile(file)) return null;
  const { readBudgetWorkbook } = await import('../report/workbook/read-back.js');
  const workbook = await readBudgetWorkbook(file);
  if (workbook?.status === 'refused')
    throw new InputError(`${file}: ${findingText(workbook.finding, effects.language ?? 'en')}`);
  if (workbook !== null) {
    const { scenario, out, force, seed } = options;
    return changedPlan(
      file,
      workbook,
      {
        ...(scenario === undefined ? {} : { scenario }),
        ...(out === undefined ? {} : { out }),
        ...(force === undefined ? {} : { force }),
        ...(seed === undefined ? {} : { seed }),
      },
      effects,
    );
  }
  const first = await readOnce(file, options, effects.language);
  if (first === null) return null;
  const read = first.currency === null ? await readAnswered(file, options, effects) : first;
  if (wishes.budget !== undefined) {
    throw new InputError(
      say`--budget: found an amount, expected none: ${basename(file)} is a media plan with budgets of its own`,
    );
  }
  const notes = read.findings.map((one) => findingText(one, effects.language ?? 'en'));
  const path = options.out ?? `${name}.yaml`;
  const text = mediaPlanText({
    name,
    source: basename(file),
    currency: required(read.currency),
    placements: read.placements,
    weeks: options.weeks,
    wishes,
    notes,
    language: effects.language ?? 'en',
  });
  await writeFileWhole(path, text, { replace: options.force === true });
  const rows = read.placements.length;
  return {
    path,
    notices: [
      rows === 1 ? say`${file}: a media plan, 1 row taken` : say`${file}: a media plan, ${rows} rows taken`,
      ...notes,
      say`Scenario: ${path}`,
    ],
  };
}

type Read = Extract<MediaPlanReading, { readonly status: 'read' }>;

async function readOnce(file: string, options: ExportOptions, language: Language = 'en'): Promise<Read | null> {
  const { currency, decimal, dayFirst, monthFirst } = options;
  if (currency !== undefined && !isCurrency(currency.toUpperCase())) {
    throw new InputError(say`--currency: found "${currency}", expected an ISO 4217 code such as AZN`);
  }
  const { mapping, platform } = mappingsOf(options.map ?? [], [file]).get(file) ?? {};
  const read = await readMediaPlan(file, {
    ...(mapping === undefined ? {} : { mapping }),
    ...(platform === undefined ? {} : { platform }),
    ...(currency === undefined ? {} : { currency: currency.toUpperCase() }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(dayFirst === true || monthFirst === true ? { dayFirst: dayFirst === true } : {}),
  });
  if (read?.status === 'refused') throw new InputError(`${file}: ${findingText(read.finding, language)}`);
  return read;
}

async function readAnswered(file: string, options: PlannedFileOptions, effects: Effects): Promise<Read> {
  const question: Question = {
    about: 'currency',
    file: null,
    text: say`${basename(file)}: which currency are the amounts in? (a code such as AZN)`,
    flag: '--currency CODE',
    answered: (given, answer) =>
      isCurrency(answer.toUpperCase()) ? { ...given, currency: answer.toUpperCase() } : null,
  };
  const answered = await answerAll([question], options, effects);
  return required(await readOnce(file, answered, effects.language));
}

async function isThereAndNoFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && !found.isFile();
}
