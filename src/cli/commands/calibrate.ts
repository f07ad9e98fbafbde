import type { FittedQuantity } from '../../calibrate/fit/line.js';
import type { Calibration } from '../../calibrate/index.js';
import { fitOriginText } from '../../calibrate/words/index.js';
import { doing } from '../../words/progress.js';
import { say } from '../../words/said.js';
import { calibrateExports, writeCalibrated } from '../calibrated.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { progressLine } from '../progress.js';
import { type ExportOptions, readExports, readingAnswer } from '../read-exports.js';

interface CalibrateCommandOptions extends ExportOptions {
  /** The scenario to write. */
  readonly out?: string;
  readonly stages?: string;
  readonly horizon: string;
  readonly start?: string;
  readonly force?: boolean;
  readonly newCampaigns?: boolean;
}

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
  const json = options.json === true;
  const quiet = json || options.quiet === true;
  const together = await readExports(files, options, effects);
  const { readingText } = await import('../../report/calibration/index.js');
  if (!quiet) effects.out(together.readings.map((one) => readingText(one, effects.language)).join('\n'));
  const how = { ...options, out: options.out ?? DEFAULT_OUT };
  const progress = progressLine(effects, 'calibrate', quiet);
  const calibrated = await calibrateExports(files, together, how, effects, progress.show);
  const { calibration, check, currency, notes, staged, text } = calibrated;
  if (!json || options.out !== undefined) {
    progress.show(doing(say`drawing the fits`));
    const written = await writeCalibrated(calibrated, together.readings, how, effects);
    progress.done();
    if (!quiet) effects.out(`\n${[...notes, ...written].join('\n')}\n`);
  }
  progress.done();
  if (json) {
    const answer = {
      ...calibrationJson(calibration, currency, notes),
      ...readingAnswer(together),
      stages: staged,
      check,
    };
    effects.out(`${JSON.stringify(answer, null, 2)}\n`);
  }
  if (text === null) throw new InputError(say`no line is on a platform that scenarios know: ${notes.join('; ')}`);
  return EXIT.ok;
}

/** A fitted number for `--json`: where it came from as a sentence. */
const withOriginText = ({ distribution, origin }: FittedQuantity) => ({
  distribution,
  origin: fitOriginText(origin, 'en'),
});

function calibrationJson({ lines, shares }: Calibration, currency: string, notes: readonly string[]) {
  return {
    format: 'huni.calibration/1',
    currency,
    notes,
    lines: lines.map(({ line, reach, fit }) => ({
      ...line,
      cpm: withOriginText(line.cpm),
      rates: Object.fromEntries(
        Object.entries(line.rates).map(([name, rate]) => [name, rate === null ? null : withOriginText(rate)]),
      ),
      audience: reach.audience,
      fatigue: reach.fatigue,
      day_to_day: fit.price.mode,
      spend_effects: { pace: fit.price.effects[1], scale: fit.price.effects[2] },
      dependence: fit.dependence,
    })),
    correlation: shares,
  };
}
