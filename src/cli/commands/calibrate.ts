import { basename, dirname, extname, join } from 'node:path';
import {
  applyStages,
  type Calibration,
  calibrate,
  fragmentText,
  guessStages,
  linesLeftOut,
  notExpressed,
  parseStages,
  type StagedCampaign,
  StagesError,
  stagesText,
  withStages,
} from '../../calibrate/index.js';
import { writeQuarantine } from '../../calibrate/read/quarantine.js';
import type { ExportReading } from '../../calibrate/types.js';
import { isThere, readTextUpTo } from '../../files/read.js';
import { currencyDigits } from '../../units/money.js';
import { parseDate, parsePeriods } from '../../units/period.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { progressLine } from '../progress.js';
import { type ExportOptions, readExports, readingsJson } from '../read-exports.js';
import { orInputError, writeFileWhole } from '../write-file.js';
import { writeFilesInto } from '../write-files.js';

export interface CalibrateCommandOptions extends ExportOptions {
  /** The scenario to write. */
  readonly out?: string;
  readonly stages?: string;
  readonly horizon: string;
  readonly start?: string;
  readonly force?: boolean;
}

/** Far above any mapping of campaigns. */
const MOST_STAGES_BYTES = 32 * 1024 * 1024;

const DEFAULT_OUT = 'calibrated.yaml';

/**
 * `huni calibrate EXPORT…`: a scenario with the distributions that exports say, the mapping of campaigns to stages to edit,
 * the rows set aside, and a page of fits. With `--json` the calibration goes to standard output, and files are written
 * only where `--out` asks for them.
 */
export async function calibrateCommand(
  files: readonly string[],
  options: CalibrateCommandOptions,
  effects: Effects,
): Promise<ExitCode> {
  const horizon = parsePeriods(options.horizon);
  if (!horizon.ok) throw new InputError(`--horizon: ${horizon.reason}`);
  const start = options.start === undefined ? null : parseDate(options.start);
  if (start?.ok === false) throw new InputError(`--start: ${start.reason}`);
  const json = options.json === true;
  const quiet = json || options.quiet === true;
  const { readings, findings, daily } = await readExports(files, options, effects);
  const { fitsPage, readingText, renderFindings } = await import('../../report/calibration/index.js');
  if (!quiet) effects.out(readings.map(readingText).join('\n'));
  const { currency } = daily;
  if (currency === null) {
    throw new InputError('no file says which currency its amounts are in: give it, for instance --currency AZN');
  }
  const staged = await stagesOf(guessStages(daily), options.stages);
  const progress = progressLine(effects, 'calibrate', quiet);
  const calibration = calibrate(withStages(daily, staged), {
    seed: options.seed ?? 'huni',
    currency,
    periodDays: horizon.value.periodDays,
    signal: effects.signal,
    onProgress: (message) => progress.show({ message }),
  });
  if (calibration.lines.length === 0) {
    throw new InputError(`no row has both spend and impressions: there is nothing to fit${unknownColumns(readings)}`);
  }
  const notes = [...findings.map(({ message }) => message), ...daily.notes, ...notesOn(calibration)];
  const out = options.out ?? DEFAULT_OUT;
  const text = fragmentText(calibration, {
    name: basename(out, extname(out)),
    currency,
    digits: currencyDigits(currency),
    start: start?.ok === true ? start.value : null,
    horizon: horizon.value,
    windowDays: daily.windowDays,
    sources: files.map((file) => basename(file)),
    notes,
  });
  if (!json || options.out !== undefined) {
    const stem = join(dirname(out), basename(out, extname(out)));
    if (text !== null) await writeFileWhole(out, text, { replace: options.force === true });
    const written = text === null ? [] : [`Scenario: ${out}`];
    written.push(...(await writeStages(`${stem}.stages.yaml`, staged, options)));
    written.push(...(await writeSetAside(readings, stem, options.force === true)));
    progress.show({ message: 'drawing the fits' });
    const folder = join('reports', basename(stem));
    const sources = files.map((file) => basename(file));
    await writeFilesInto(
      folder,
      await renderFindings(fitsPage(calibration, sources, notes), 'fits.html', effects.signal),
      effects,
    );
    written.push(`Fits: ${join(folder, 'fits.html')}`);
    progress.done();
    if (!quiet) effects.out(`\n${[...notes, ...written].join('\n')}\n`);
  }
  progress.done();
  if (json)
    effects.out(
      `${JSON.stringify(
        {
          ...calibrationJson(calibration, currency, notes),
          readings: readingsJson(readings),
          stages: staged,
        },
        null,
        2,
      )}\n`,
    );
  if (text === null) throw new InputError(`no line is on a platform that scenarios know: ${notes.join('; ')}`);
  return EXIT.ok;
}

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
  try {
    return applyStages(guessed, parseStages(await readTextUpTo(path, MOST_STAGES_BYTES)));
  } catch (error) {
    if (error instanceof StagesError) throw new InputError(`${path}: ${error.message}`);
    if (error instanceof Error && 'code' in error) throw new InputError(`${path}: ${error.message}`);
    throw error;
  }
}

/** The mapping beside the scenario; one that is there already may have been edited, and stays. */
async function writeStages(
  path: string,
  staged: readonly StagedCampaign[],
  { stages }: CalibrateCommandOptions,
): Promise<string[]> {
  if (stages !== undefined) return [];
  const there = await isThere(path);
  if (there) return [`Stages: ${path} was there already and stays as it is; --stages ${path} uses it`];
  await writeFileWhole(path, stagesText(staged), { replace: false });
  return [`Stages: ${path} (guessed: correct it, and run again with --stages ${path} --force)`];
}

async function writeSetAside(readings: readonly ExportReading[], stem: string, replace: boolean): Promise<string[]> {
  const written: string[] = [];
  for (const [index, reading] of readings.entries()) {
    if (reading.quarantine.length === 0) continue;
    const path = `${stem}.set-aside${readings.length > 1 ? `-${index + 1}` : ''}.csv`;
    const count = await orInputError(path, () => writeQuarantine(reading, path, { replace }));
    written.push(`Rows set aside: ${path} (${count})`);
  }
  return written;
}

function notesOn(calibration: Calibration): string[] {
  const leftOut = linesLeftOut(calibration);
  const { withoutRows } = calibration;
  return [
    ...(leftOut.length === 0 ? [] : [`fitted, but on no platform that scenarios know: ${leftOut.join(', ')}`]),
    ...(withoutRows.length === 0
      ? []
      : [`${withoutRows.length} campaigns have no row with both spend and impressions`]),
    ...notExpressed(calibration),
  ];
}

function calibrationJson({ lines, shares }: Calibration, currency: string, notes: readonly string[]) {
  return {
    format: 'huni.calibration/1',
    currency,
    notes,
    lines: lines.map(({ line, reach, fit }) => ({
      ...line,
      audience: reach.audience,
      fatigue: reach.fatigue,
      day_to_day: fit.price.mode,
      spend_effects: { pace: fit.price.effects[1], scale: fit.price.effects[2] },
      dependence: fit.dependence,
    })),
    correlation: shares,
  };
}
