import { join } from 'node:path';
import type { Forecast } from '../forecast/details.js';
import type { RenderOptions } from '../report/index.js';
import type { Effects } from './effects.js';
import { InputError } from './exit.js';
import type { SourceRecorder } from './scenario-sources.js';

interface ReportOptions extends Pick<RenderOptions, 'png' | 'parts' | 'workbook'> {
  /** Further files for its folder. */
  readonly more?: ReadonlyMap<string, string>;
}

/**
 * Writes the report, and the files that it was made from: its folder is all it takes to get the same figures again.
 *
 * @param more files that were asked for beside it
 * @throws {InputError} where the folder can't be written
 */
export async function writeReportTo(
  folder: string,
  forecast: Forecast,
  sources: SourceRecorder,
  { signal }: Effects,
  { more = new Map(), ...options }: ReportOptions = {},
): Promise<void> {
  const { isReportWriteError, renderReport, writeReport } = await import('../report/index.js');
  const files = await renderReport(forecast, { ...options, signal });
  try {
    await writeReport(new Map([...files, ...more, ...sources.files()]), folder, { signal });
  } catch (error) {
    if (isReportWriteError(error)) throw new InputError(error.said);
    throw error;
  }
}

/** Where a report was written, in its language, with the line's end. */
export async function reportLine({ scenario }: Forecast, folder: string): Promise<string> {
  const { reportText } = await import('../report/text/index.js');
  return `${reportText(scenario.language).page.terminal.report(join(folder, 'report.html'))}\n`;
}
