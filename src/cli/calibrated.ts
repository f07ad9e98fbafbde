import { basename, dirname, extname, join } from 'node:path';
import { pricesOfLate } from '../calibrate/fit/price-of-late.js';
import { estimateDelay, type Recording, type Restated } from '../calibrate/fit/recording.js';
import {
  applyStages,
  type Calibration,
  calibrate,
  type FragmentOptions,
  farAbovePace,
  fragmentText,
  guessStages,
  linesLeftOut,
  notExpressed,
  parseStages,
  type StagedCampaign,
  stagesText,
  withStages,
} from '../calibrate/index.js';
import { writeQuarantine } from '../calibrate/read/quarantine.js';
import type { ExportNote, ExportReading } from '../calibrate/types.js';
import { exportNoteText, findingText } from '../calibrate/words/index.js';
import { openEngine } from '../engine/open.js';
import { isThere, readTextUpTo } from '../files/read.js';
import { farOff, type Reconciliation, reconcile, reconciliationText } from '../forecast/reconcile.js';
import type { ReportPart } from '../report/parts.js';
import type { Language } from '../units/locale.js';
import { currencyDigits } from '../units/money.js';
import { parseDate, parsePeriods } from '../units/period.js';
import { type Doing, doing } from '../words/progress.js';
import { type Said, say } from '../words/said.js';
import type { Effects } from './effects.js';
import { InputError } from './exit.js';
import type { ReadTogether } from './read-exports.js';
import { translatedFor } from './translated.js';
import { orInputError, writeFileWhole } from './write-file.js';
import { writeFilesInto } from './write-files.js';

/** Far above any mapping of campaigns. */
const MOST_STAGES_BYTES = 32 * 1024 * 1024;

/** How exports become a scenario. */
interface CalibratedOptions {
  /** The scenario to write. */
  readonly out: string;
  /** A mapping of campaigns to stages. */
  readonly stages?: string;
  readonly horizon: string;
  readonly start?: string;
  readonly seed?: string;
  readonly force?: boolean;
  /** Each chart of the fits as a PNG, too. */
  readonly png?: boolean;
  /** The plan's campaigns are new ones. */
  readonly newCampaigns?: boolean;
  /** Days in which half of the conversions are recorded. */
  readonly delayDays?: number;
  /** What the scenario's text holds beside the fits. */
  readonly plan?: FragmentOptions['plan'];
}

/** A calibration with everything that is written of it. */
interface Calibrated {
  readonly calibration: Calibration;
  readonly currency: string;
  readonly staged: readonly StagedCampaign[];
  readonly notes: readonly string[];
  /** The scenario; `null`: no line says which platform it is on. */
  readonly text: string | null;
  readonly sources: readonly string[];
  /** The last four weeks priced again; `null`: there is nothing to hold them against. */
  readonly check: Reconciliation | null;
}

/**
 * Fits exports and makes a scenario of them. @throws {InputError} where something it needs isn't said or isn't there
 */
export async function calibrateExports(
  files: readonly string[],
  { readings, findings, daily, restated }: ReadTogether,
  options: CalibratedOptions,
  effects: Effects,
  onProgress: (progress: Doing) => void,
): Promise<Calibrated> {
  const horizon = parsePeriods(options.horizon);
  if (!horizon.ok) throw new InputError(say`--horizon: ${horizon.said}`);
  const start = options.start === undefined ? null : parseDate(options.start);
  if (start?.ok === false) throw new InputError(say`--start: ${start.said}`);
  const complete = ({ totals }: ExportReading): boolean =>
    totals.spend.length > 0 && totals.counts.impressions !== undefined;
  if (!readings.some(complete)) throw withoutPrices(readings);
  const { currency } = daily;
  if (currency === null) {
    throw new InputError(say`no file says which currency its amounts are in: give it, for instance --currency AZN`);
  }
  const staged = await stagesOf(guessStages(daily), options.stages);
  const rows = withStages(daily, staged);
  const recording = daily.dated ? recordingOf(rows.day, restated, options.delayDays) : null;
  const calibration = calibrate(rows, {
    recording,
    seed: options.seed ?? 'huni',
    currency,
    periodDays: horizon.value.periodDays,
    horizonDays: horizon.value.periods * horizon.value.periodDays,
    windowDays: daily.windowDays,
    newCampaigns: options.newCampaigns === true,
    signal: effects.signal,
    onProgress,
  });
  if (calibration.lines.length === 0) {
    throw withoutPrices(readings);
  }
  const { language = 'en' } = effects;
  const days = horizon.value.periods * horizon.value.periodDays;
  const above = options.plan?.budget === undefined ? null : farAbovePace(calibration, days, options.plan.budget);
  const notes = [
    ...findings.map((one) => findingText(one, language)),
    ...[
      ...daily.notes,
      ...notesOn(calibration, horizon.value.periodDays),
      ...(recording === null ? [] : [recordingNote(recording)]),
      ...(above === null ? [] : [above]),
    ].map((one) => exportNoteText(one, language)),
  ];
  const sources = files.map((file) => basename(file));
  const said = {
    name: basename(options.out, extname(options.out)),
    currency,
    digits: currencyDigits(currency),
    windowDays: daily.windowDays,
    leads: daily.leads,
    recording,
    sources,
    language,
  };
  const check = await checkedAgainstPaid(calibration, { ...said, notes: [] }, effects, onProgress);
  if (check !== null) notes.push(reconciliationText(check, language));
  const text = fragmentText(calibration, {
    ...said,
    start: start?.ok === true ? start.value : null,
    horizon: horizon.value,
    notes,
    ...(options.plan === undefined ? {} : { plan: options.plan }),
  });
  return { calibration, currency, staged, notes, text, sources, check };
}

/** How late conversions are recorded, as given or as restated reports say; the last row's day is taken for the day of the report. */
function recordingOf(days: Int32Array, restated: readonly Restated[], given: number | undefined): Recording | null {
  const found = given === undefined ? estimateDelay(restated) : { halfLife: given, restated: null };
  if (found === null || !(found.halfLife > 0) || days.length === 0) return null;
  return { ...found, pulled: days.reduce((last, day) => Math.max(last, day), Number.NEGATIVE_INFINITY) };
}

function recordingNote({ halfLife, restated }: Recording): ExportNote {
  return { code: 'late-conversions', parameters: { days: halfLife, restated } };
}

/** The last four weeks priced again. @throws {InputError} where that is so far off that a plan would be, too */
async function checkedAgainstPaid(
  calibration: Calibration,
  options: Parameters<typeof reconcile>[1],
  effects: Effects,
  onProgress: (progress: Doing) => void,
): Promise<Reconciliation | null> {
  onProgress(doing(say`pricing the last four weeks again`));
  const engine = await openEngine(0);
  try {
    const check = await reconcile(calibration, options, engine, effects.signal);
    if (check !== null && farOff(check).level === 'refused') {
      throw new InputError(
        say`${reconciliationText(check, effects.language)}. A plan made from this would be as far off: give more weeks, or fewer campaigns`,
      );
    }
    return check;
  } finally {
    await engine.close();
  }
}

/** Writes the scenario, the mapping to edit, rows set aside and the page of fits. @returns a line for each */
export async function writeCalibrated(
  { calibration, text, staged, notes, sources }: Calibrated,
  readings: readonly ExportReading[],
  options: CalibratedOptions,
  effects: Effects,
): Promise<readonly string[]> {
  const { out } = options;
  const stem = join(dirname(out), basename(out, extname(out)));
  if (text !== null) await writeFileWhole(out, text, { replace: options.force === true });
  const written = text === null ? [] : [say`Scenario: ${out}`];
  written.push(...(await writeStages(`${stem}.stages.yaml`, staged, options, effects.language)));
  written.push(...(await writeSetAside(readings, stem, options.force === true, effects.language)));
  const { fitsPage, renderFindings } = await import('../report/calibration/index.js');
  const folder = join('reports', basename(stem));
  const page = await renderFindings(fitsPage(calibration, sources, notes, effects.language), 'fits.html', {
    ...(effects.language === undefined ? {} : { language: effects.language }),
    png: options.png,
    signal: effects.signal,
  });
  await writeFilesInto(folder, page, effects);
  written.push(say`Fits: ${join(folder, 'fits.html')}`);
  return translatedFor(effects, written);
}

/** How the rates were fitted, as a section of the report of the plan made from them. */
export async function calibrationPart(
  { calibration, sources, notes }: Calibrated,
  language: Language = 'en',
): Promise<ReportPart> {
  const { fitsPage } = await import('../report/calibration/index.js');
  return { name: 'calibration', report: fitsPage(calibration, sources, notes, language) };
}

const withoutPrices = (readings: readonly ExportReading[]): InputError =>
  new InputError(
    say`no row has both spend and impressions, and prices are fitted to both: export the column of impressions, too${unknownColumns(readings)}`,
  );

/** Columns that nothing was made of, and how to say what they are; the empty text where there are none. */
function unknownColumns(readings: readonly ExportReading[]): string {
  const headers = new Set(
    readings.flatMap(({ columns }) => columns.filter(({ field }) => field === null).map(({ header }) => header)),
  );
  if (headers.size === 0) return '';
  const names = [...headers].map((header) => `"${header}"`).join(', ');
  return `; columns that were not recognised: ${names} (--map HEADER=field says what one is)`;
}

async function stagesOf(
  guessed: readonly StagedCampaign[],
  path: string | undefined,
): Promise<readonly StagedCampaign[]> {
  if (path === undefined) return guessed;
  const text = await readTextUpTo(path, MOST_STAGES_BYTES).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) throw new InputError(say`${path}: ${error.message}`);
    throw error;
  });
  const stages = parseStages(text);
  if (!stages.ok) throw new InputError(say`${path}: ${stages.said}`);
  return applyStages(guessed, stages.value);
}

/** The mapping beside the scenario; one that is there already may have been edited, and stays. */
async function writeStages(
  path: string,
  staged: readonly StagedCampaign[],
  { stages }: CalibratedOptions,
  language: Language | undefined,
): Promise<Said[]> {
  if (stages !== undefined) return [];
  const there = await isThere(path);
  if (there) return [say`Stages: ${path} was there already and stays as it is; --stages ${path} uses it`];
  await writeFileWhole(path, stagesText(staged, language), { replace: false });
  return [say`Stages: ${path} (guessed: correct it, and run again with --stages ${path} --force)`];
}

async function writeSetAside(
  readings: readonly ExportReading[],
  stem: string,
  replace: boolean,
  language: Language = 'en',
): Promise<Said[]> {
  const written: Said[] = [];
  for (const [index, reading] of readings.entries()) {
    if (reading.quarantine.length === 0) continue;
    const path = `${stem}.set-aside${readings.length > 1 ? `-${index + 1}` : ''}.csv`;
    const count = await orInputError(path, () => writeQuarantine(reading, path, { replace, language }));
    written.push(say`Rows set aside: ${path} (${count})`);
  }
  return written;
}

function notesOn(calibration: Calibration, periodDays: number): ExportNote[] {
  const lines = linesLeftOut(calibration);
  const { withoutRows } = calibration;
  return [
    ...(lines.length === 0 ? [] : [{ code: 'lines-left-out', parameters: { lines } } as const]),
    ...(withoutRows.length === 0
      ? []
      : [{ code: 'campaigns-without-rows', parameters: { count: withoutRows.length } } as const]),
    ...notExpressed(calibration, periodDays),
    ...pricesOfLate(calibration.lines, calibration.until).map(
      (parameters) => ({ code: 'price-of-late', parameters }) as const,
    ),
  ];
}
