import { basename, extname, join } from 'node:path';
import { guessStages, withStages } from '../../calibrate/index.js';
import { findingText } from '../../calibrate/words/index.js';
import { BACKTEST_DEFAULTS, backtest } from '../../forecast/backtest/backtest.js';
import { firstOf } from '../../required.js';
import { parsePeriods } from '../../units/period.js';
import { doing } from '../../words/progress.js';
import { say } from '../../words/said.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { progressLine } from '../progress.js';
import { type ExportOptions, readExports } from '../read-exports.js';
import { withThreads } from '../with-threads.js';
import { writeFilesInto } from '../write-files.js';

interface BacktestCommandOptions extends ExportOptions {
  readonly horizon: string;
  readonly origins?: number;
  readonly draws?: number;
  readonly workers?: number;
  readonly out?: string;
  readonly png?: boolean;
}

/**
 * `huni backtest EXPORT…`: plans made as of past days held against what came. With `--json` the report goes to standard
 * output, and files are written only where `--out` asks for them.
 */
export async function backtestCommand(
  files: readonly string[],
  options: BacktestCommandOptions,
  effects: Effects,
): Promise<ExitCode> {
  const horizon = parsePeriods(options.horizon);
  if (!horizon.ok) throw new InputError(say`--horizon: ${horizon.said}`);
  const days = Math.round(horizon.value.periods * horizon.value.periodDays);
  const json = options.json === true;
  const quiet = json || options.quiet === true;
  const { language = 'en' } = effects;
  const { readings, findings, daily } = await readExports(files, options, effects);
  const { backtestPage, backtestText, readingText, renderFindings } = await import('../../report/calibration/index.js');
  if (!quiet)
    effects.out(
      [
        ...readings.map((one) => readingText(one, language)),
        ...findings.map((one) => `  ! ${findingText(one, language)}\n`),
      ].join('\n'),
    );
  if (!daily.dated) throw new InputError(say`the rows have no dates: a backtest needs to know what came after what`);
  const progress = progressLine(effects, 'backtest', quiet);
  const result = await withThreads(
    { quiet: true, ...(options.workers === undefined ? {} : { workers: options.workers }) },
    effects,
    async (threads) =>
      backtest(withStages(daily, guessStages(daily)), {
        ...BACKTEST_DEFAULTS,
        horizon: days,
        origins: options.origins ?? BACKTEST_DEFAULTS.origins,
        seed: options.seed ?? BACKTEST_DEFAULTS.seed,
        draws: options.draws ?? BACKTEST_DEFAULTS.draws,
        currency: daily.currency,
        windowDays: daily.windowDays,
        engine: await threads,
        signal: effects.signal,
        onProgress: progress.show,
      }),
  );
  if (result === null) {
    progress.done();
    throw new InputError(
      say`the rows cover too short a time for forecasts of ${days} days: give a longer history, or a shorter --horizon`,
    );
  }
  const report = `${JSON.stringify(result.report, null, 2)}\n`;
  if (!json || options.out !== undefined) {
    progress.show(doing(say`drawing the page`));
    const first = firstOf(files);
    const folder = options.out ?? join('reports', basename(first, extname(first)));
    const sources = files.map((file) => basename(file));
    const rendered = await renderFindings(backtestPage(result, sources, language), 'backtest.html', {
      language,
      png: options.png,
      signal: effects.signal,
    });
    await writeFilesInto(folder, new Map([...rendered, ['backtest.json', report]]), effects);
    progress.done();
    if (!quiet) {
      const { backtestWords } = await import('../../report/text/backtest/index.js');
      const text = backtestText(result.report, { width: effects.columns ?? 100, color: effects.color }, language);
      effects.out(`\n${text}\n${backtestWords(language).page(join(folder, 'backtest.html'))}\n`);
    }
  }
  progress.done();
  if (json) effects.out(report);
  return EXIT.ok;
}
