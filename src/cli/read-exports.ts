import { basename } from 'node:path';
import type { Restated } from '../calibrate/fit/recording.js';
import { type DailyExport, dailyRowsOf } from '../calibrate/index.js';
import { combineReadings } from '../calibrate/read/combine.js';
import { type ReadOptions, readExport } from '../calibrate/read/read-export.js';
import type { ExportReading, Finding } from '../calibrate/types.js';
import { columnText, evidenceText, findingText } from '../calibrate/words/index.js';
import { firstOf, required } from '../required.js';
import type { Language } from '../units/locale.js';
import { isCurrency } from '../units/money.js';
import { say } from '../words/said.js';
import type { Effects } from './effects.js';
import { InputError } from './exit.js';

/** Options of the commands that read exports. */
export interface ExportOptions {
  /** `HEADER=field` or `platform=NAME`, for one file with its name before: `google.csv:Custo=spend`. */
  readonly map?: readonly string[];
  readonly currency?: string;
  readonly dayFirst?: boolean;
  readonly monthFirst?: boolean;
  readonly decimal?: '.' | ',';
  /** Last day that can have been spent on. */
  readonly today?: string;
  /** Days in which half of the conversions are recorded; left out: as restated reports say. */
  readonly delayDays?: number;
  readonly seed?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Exports as they are together. */
export interface ReadTogether {
  readonly readings: readonly ExportReading[];
  /** What is reported of several files. */
  readonly findings: readonly Finding[];
  readonly daily: DailyExport;
  /** Days that two of the files have. */
  readonly restated: readonly Restated[];
}

/**
 * Reads exports and puts them together. @throws {InputError} with every reason for which a file is refused
 */
export async function readExports(
  files: readonly string[],
  options: ExportOptions,
  effects: Effects,
): Promise<ReadTogether> {
  const alone = await readEach(files, options, effects);
  const { readingText } = await import('../report/calibration/reading-text.js');
  const refused = alone.filter(({ status }) => status === 'refused');
  if (refused.length > 0)
    throw new InputError(refused.map((one) => readingText(one, effects.language).trimEnd()).join('\n'));
  return takeTogether(alone, effects.language);
}

/** Reads exports one by one, whatever becomes of each. */
export async function readEach(
  files: readonly string[],
  options: ExportOptions,
  effects: Effects,
): Promise<readonly ExportReading[]> {
  const mappings = mappingsOf(options.map ?? [], files);
  const today = options.today ?? effects.today;
  const readOptions = { ...readOptionsOf(options), ...(today === undefined ? {} : { today }) };
  const shared = headersOfAll(options.map ?? [], files);
  const alone: ExportReading[] = [];
  const without: { readonly at: number; readonly reading: ExportReading }[] = [];
  for (const file of files) {
    effects.signal.throwIfAborted();
    let given = mappings.get(file)?.mapping ?? {};
    let reading = await readExport(file, { ...readOptions, ...mappings.get(file) });
    // A column that is said of all files need stand in one of them only.
    for (let other = otherFilesColumn(reading, shared); other !== null; other = otherFilesColumn(reading, shared)) {
      without.push({ at: alone.length, reading });
      given = Object.fromEntries(Object.entries(given).filter(([header]) => header !== other));
      reading = await readExport(file, { ...readOptions, ...mappings.get(file), mapping: given });
    }
    alone.push(reading);
  }
  for (const { at, reading } of without) {
    const header = otherFilesColumn(reading, shared);
    if (alone.every((one) => one.status === 'refused' || !one.columns.some((column) => column.header === header)))
      alone[at] = reading;
  }
  return alone;
}

/** Headers of `--map` that are said of all files, where there are several. */
function headersOfAll(pairs: readonly string[], files: readonly string[]): ReadonlySet<string> {
  if (files.length < 2) return new Set();
  const [first, ...rest] = [...mappingsOf(pairs, files).values()].map(({ mapping }) => Object.keys(mapping ?? {}));
  return new Set(first?.filter((header) => rest.every((other) => other.includes(header))));
}

/** The column for which a file was refused, though it is said of all files; else `null`. */
function otherFilesColumn({ status, findings }: ExportReading, shared: ReadonlySet<string>): string | null {
  const missing = findings.find((one) => one.code === 'unknown-mapping');
  return status === 'refused' && missing?.code === 'unknown-mapping' && shared.has(missing.parameters.header)
    ? missing.parameters.header
    : null;
}

/** Exports as they are together. @throws {InputError} where they can't be */
export function takeTogether(alone: readonly ExportReading[], language: Language = 'en'): ReadTogether {
  const { readings, findings, restated } = combineReadings(alone);
  const together = findings.filter(({ level }) => level === 'refusal');
  if (together.length > 0) throw new InputError(together.map((one) => findingText(one, language)).join('\n'));
  const daily = dailyRowsOf(readings);
  if (!daily.ok) throw new InputError(daily.said);
  return { readings, findings, daily: daily.value, restated };
}

function readOptionsOf({ currency, dayFirst, monthFirst, decimal }: ExportOptions): ReadOptions {
  if (dayFirst === true && monthFirst === true)
    throw new InputError(say`--day-first and --month-first exclude each other`);
  if (currency !== undefined && !isCurrency(currency)) {
    throw new InputError(say`--currency: found "${currency}", expected an ISO 4217 code such as AZN`);
  }
  return {
    ...(currency === undefined ? {} : { currency }),
    ...(dayFirst === true || monthFirst === true ? { dayFirst: dayFirst === true } : {}),
    ...(decimal === undefined ? {} : { decimal }),
  };
}

/** What `--map` says, by file: a pair that begins with a file's name is for that file, any other for all of them. */
export function mappingsOf(
  pairs: readonly string[],
  files: readonly string[],
): ReadonlyMap<string, Pick<ReadOptions, 'mapping' | 'platform'>> {
  const found = new Map(files.map((file) => [file, { mapping: {} as Record<string, string>, platform: '' }]));
  for (const pair of pairs) {
    const own = files.filter((file) => pair.startsWith(`${file}:`) || pair.startsWith(`${basename(file)}:`));
    const rest =
      own.length === 0
        ? pair
        : pair.slice((pair.startsWith(`${own[0]}:`) ? firstOf(own) : basename(firstOf(own))).length + 1);
    const at = rest.lastIndexOf('=');
    const [key, value] = [rest.slice(0, at).trim(), rest.slice(at + 1).trim()];
    if (at < 1 || value === '') {
      throw new InputError(say`--map: found "${pair}", expected HEADER=field, platform=NAME, or FILE:HEADER=field`);
    }
    for (const file of own.length === 0 ? files : own) {
      const entry = required(found.get(file));
      if (key === 'platform') entry.platform = value.toLowerCase();
      else entry.mapping[key] = value;
    }
  }
  return new Map(
    [...found].map(([file, { mapping, platform }]) => [file, { mapping, ...(platform === '' ? {} : { platform }) }]),
  );
}

/** What `--json` says of how files were read: each by itself, and several together. */
export function readingAnswer({ readings, findings }: ReadTogether) {
  return {
    readings: readingsJson(readings),
    findings: findings.map((one) => ({ ...one, message: findingText(one, 'en') })),
  };
}

/**
 * What `--json` says of each file: rows, totals, findings, and which column was taken for what. Findings go by code and
 * parameters; what is written out beside them is English.
 */
function readingsJson(readings: readonly ExportReading[]) {
  return readings.map(
    ({ status, source, platform, period, granularity, currency, counts, totals, columns, findings }) => ({
      file: source.path,
      sha256: source.sha256,
      status,
      platform: platform === null ? null : { ...platform, evidence: evidenceText(platform.evidence, 'en') },
      period,
      granularity,
      currency: { ...currency, evidence: evidenceText(currency.evidence, 'en') },
      rows: counts,
      totals,
      columns: columns.map((one) => ({ ...one, because: columnText(one.because, 'en') })),
      findings: findings.map((one) => ({ ...one, message: findingText(one, 'en') })),
    }),
  );
}
