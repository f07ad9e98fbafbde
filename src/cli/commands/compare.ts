import { join } from 'node:path';
import { compareScenarios } from '../../forecast/compare/compare.js';
import type { Comparison, Contender } from '../../forecast/compare/types.js';
import { NotComparableError } from '../../forecast/errors.js';
import { firstOf } from '../../required.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { explained } from '../explain.js';
import type { CommonOptions } from '../options.js';
import { batchProgress } from '../progress.js';
import { onChosenEngine, type QueueCommandOptions } from '../queue-runner.js';
import { readContenders } from '../read-contenders.js';

/**
 * `huni compare FILE…`: the plans as given, side by side on common futures; of one file, its variants. With `--json` the
 * comparison goes to standard output, and files are written only where `--out` asks for them.
 */
export async function compareCommand(
  files: readonly string[],
  options: CommonOptions & QueueCommandOptions,
  effects: Effects,
): Promise<ExitCode> {
  const contenders = await readContenders(files, options);
  const json = options.json === true;
  const quiet = json || options.quiet === true;
  const progress = batchProgress(effects, quiet);
  const comparison = await explained(files.join(', '), async () => {
    try {
      return await onChosenEngine(options, effects, (engine) =>
        compareScenarios(contenders, { signal: effects.signal, onProgress: progress.show, ...engine }),
      );
    } catch (error) {
      if (error instanceof NotComparableError) throw new InputError(error.said);
      throw error;
    }
  });
  progress.done();
  const folder = options.out ?? join('reports', 'compare');
  if (!json || options.out !== undefined)
    await writeComparison(contenders, comparison, folder, options.png === true, effects);
  if (quiet && !json) return EXIT.ok;
  const { comparisonSummary, stringifyComparison } = await import('../../report/compare/index.js');
  if (json) effects.out(stringifyComparison(contenders, comparison));
  else {
    const terminal = { width: effects.columns ?? 100, color: effects.color };
    effects.out(comparisonSummary(contenders, comparison, terminal));
    const { reportText } = await import('../../report/text/index.js');
    effects.out(
      `${reportText(firstOf(contenders).scenario.language).page.terminal.report(join(folder, 'compare.html'))}\n`,
    );
  }
  return EXIT.ok;
}

async function writeComparison(
  contenders: readonly Contender[],
  comparison: Comparison,
  folder: string,
  png: boolean,
  { signal }: Effects,
): Promise<void> {
  const { isReportWriteError, writeReport } = await import('../../report/index.js');
  const { renderComparison } = await import('../../report/compare/index.js');
  const files = await renderComparison(contenders, comparison, { signal, png });
  try {
    await writeReport(files, folder, { signal });
  } catch (error) {
    if (isReportWriteError(error)) throw new InputError(error.said);
    throw error;
  }
}
