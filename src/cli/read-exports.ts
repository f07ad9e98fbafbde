import { type DailyExport, dailyRowsOf, MixedExportsError } from '../calibrate/index.js';
import { type ReadOptions, readExport } from '../calibrate/read/read-export.js';
import type { ExportReading } from '../calibrate/types.js';
import { isCurrency } from '../units/money.js';
import type { Effects } from './effects.js';
import { InputError } from './exit.js';

/** Options of the commands that read exports. */
export interface ExportOptions {
  /** `HEADER=field`, or `platform=NAME`. */
  readonly map?: readonly string[];
  readonly currency?: string;
  readonly dayFirst?: boolean;
  readonly monthFirst?: boolean;
  readonly decimal?: '.' | ',';
  readonly seed?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/**
 * Reads exports and puts them together. @throws {InputError} with every reason for which a file is refused
 */
export async function readExports(
  files: readonly string[],
  options: ExportOptions,
  effects: Effects,
): Promise<{ readonly readings: readonly ExportReading[]; readonly daily: DailyExport }> {
  const readOptions = readOptionsOf(options);
  const readings: ExportReading[] = [];
  for (const file of files) {
    effects.signal.throwIfAborted();
    readings.push(await readExport(file, readOptions));
  }
  const { readingText } = await import('../report/calibration/reading-text.js');
  const refused = readings.filter(({ status }) => status === 'refused');
  if (refused.length > 0) throw new InputError(refused.map((one) => readingText(one).trimEnd()).join('\n'));
  try {
    return { readings, daily: dailyRowsOf(readings) };
  } catch (error) {
    if (error instanceof MixedExportsError) throw new InputError(error.message);
    throw error;
  }
}

function readOptionsOf({ map = [], currency, dayFirst, monthFirst, decimal }: ExportOptions): ReadOptions {
  if (dayFirst === true && monthFirst === true)
    throw new InputError('--day-first and --month-first exclude each other');
  if (currency !== undefined && !isCurrency(currency)) {
    throw new InputError(`--currency: found "${currency}", expected an ISO 4217 code such as AZN`);
  }
  const mapping: Record<string, string> = {};
  let platform: string | undefined;
  for (const pair of map) {
    const at = pair.lastIndexOf('=');
    const [key, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (at < 1 || value === '') throw new InputError(`--map: found "${pair}", expected HEADER=field or platform=NAME`);
    if (key === 'platform') platform = value.toLowerCase();
    else mapping[key] = value;
  }
  return {
    mapping,
    ...(platform === undefined ? {} : { platform }),
    ...(currency === undefined ? {} : { currency }),
    ...(dayFirst === true || monthFirst === true ? { dayFirst: dayFirst === true } : {}),
    ...(decimal === undefined ? {} : { decimal }),
  };
}
