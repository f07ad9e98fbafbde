import { runForecast } from '../../forecast/run.js';
import { writePlanBack } from '../../scenario/index.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode } from '../exit.js';
import { explained } from '../explain.js';
import type { CommonOptions } from '../options.js';
import { progressLine } from '../progress.js';
import { readScenarioOrExplain } from '../read-scenario.js';
import { type Threads, withThreads } from '../with-threads.js';
import { writeFileWhole } from '../write-file.js';

export interface OptimizeOptions extends CommonOptions {
  /** `true`: into the scenario's own file. */
  readonly write?: boolean | string;
  /** How flat the optimum is, and other plans as good. */
  readonly trust?: boolean;
}

/** `huni optimize FILE`: the plan to standard output, or with `--write` back as a scenario. */
export async function optimizeCommand(file: string, options: OptimizeOptions, effects: Effects): Promise<ExitCode> {
  return withThreads(options, (threads) => optimizeOne(file, options, effects, threads));
}

async function optimizeOne(
  file: string,
  options: OptimizeOptions,
  effects: Effects,
  threads: Threads,
): Promise<ExitCode> {
  const { scenario, document } = await readScenarioOrExplain(file, options);
  const json = options.json === true;
  const quiet = json || options.quiet === true;
  const progress = progressLine(effects, scenario.name, quiet);
  const forecast = await explained(file, async () =>
    runForecast(scenario, {
      pool: await threads,
      signal: effects.signal,
      charts: false,
      trust: options.trust === true,
      onProgress: progress.show,
    }),
  );
  progress.done();
  const { optimized } = forecast.result.plans;
  if (options.write !== undefined && options.write !== false && optimized !== undefined) {
    const target = options.write === true ? file : options.write;
    const budgets = optimized.lines.map(({ budget }) => budget);
    const flighting = new Map(
      optimized.lines.flatMap(({ id, budget, periods }) =>
        periods === undefined || budget === 0 ? [] : [[id, periods] as const],
      ),
    );
    const text = writePlanBack(document, budgets, optimized.creative, flighting);
    await writeFileWhole(target, text, effects, { replace: true });
    if (!quiet) effects.err(`Wrote the plan to ${target}.\n`);
  }
  if (json) {
    const { stringifyResult } = await import('../../report/result-json.js');
    effects.out(stringifyResult(forecast.result));
  } else if (!quiet) {
    const { planTable } = await import('../../report/plan-table.js');
    effects.out(planTable(forecast, { width: effects.columns ?? 100 }));
    if (options.trust === true) {
      const { trustText } = await import('../../report/trust-text.js');
      effects.out(trustText(forecast));
    }
  }
  return EXIT.ok;
}
