import { runForecast } from '../../forecast/run.js';
import { writePlanBack } from '../../scenario/index.js';
import { doing } from '../../words/progress.js';
import { say } from '../../words/said.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode } from '../exit.js';
import { explained } from '../explain.js';
import type { CommonOptions } from '../options.js';
import { progressLine } from '../progress.js';
import { readScenarioOrExplain } from '../read-scenario.js';
import { recordSources } from '../scenario-sources.js';
import { linesFor } from '../translated.js';
import { type Threads, withThreads } from '../with-threads.js';
import { writeBack } from '../write-back.js';
import { writeFileWhole } from '../write-file.js';
import { reportLine, writeReportTo } from '../write-report.js';

interface OptimizeOptions extends CommonOptions {
  /** `true`: into the scenario's own file. */
  readonly write?: boolean | string;
  /** How flat the optimum is, and other plans as good. */
  readonly trust?: boolean;
}

/** `huni optimize FILE`: the plan to standard output, with `--write` back as a scenario, with `--out` also as a report. */
export async function optimizeCommand(file: string, options: OptimizeOptions, effects: Effects): Promise<ExitCode> {
  return withThreads(options, effects, (threads) => optimizeOne(file, options, effects, threads));
}

async function optimizeOne(
  file: string,
  options: OptimizeOptions,
  effects: Effects,
  threads: Threads,
): Promise<ExitCode> {
  const sources = recordSources();
  const { scenario, document } = await readScenarioOrExplain(file, options, sources.readFile);
  const json = options.json === true;
  const quiet = json || options.quiet === true;
  const progress = progressLine(effects, scenario.name, quiet);
  const forecast = await explained(file, async () =>
    runForecast(scenario, {
      engine: await threads,
      signal: effects.signal,
      charts: options.out !== undefined,
      trust: options.trust === true,
      onProgress: progress.show,
    }),
  );
  if (options.out !== undefined) {
    progress.show(doing(say`drawing the report`));
    await writeReportTo(options.out, forecast, sources, effects);
  }
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
    const posts = new Map(
      optimized.sources?.flatMap(({ id, chosen }) => (chosen === undefined ? [] : [[id, chosen] as const])),
    );
    const text = writePlanBack(document, budgets, optimized.creative, flighting, posts);
    const before = sources.bytesOf(target);
    if (before === undefined) await writeFileWhole(target, text, { replace: true });
    else await writeBack(target, text, before);
    if (!quiet) effects.err(await linesFor(effects, [say`Wrote the plan to ${target}.`]));
  }
  if (json) {
    const { stringifyResult } = await import('../../report/result-json.js');
    effects.out(stringifyResult(forecast.result));
  } else if (!quiet) {
    const { planTable, trustSummary } = await import('../../report/plan-table.js');
    const terminal = { width: effects.columns ?? 100, color: effects.color };
    effects.out(planTable(forecast, terminal));
    if (options.trust === true) effects.out(`\n${trustSummary(forecast, terminal)}`);
    if (options.out !== undefined) effects.err(await reportLine(forecast, options.out));
  }
  return EXIT.ok;
}
