import { runAdvised } from '../../advice/index.js';
import type { Forecast } from '../../forecast/details.js';
import { required } from '../../required.js';
import { formatProblem, parseScenario, writePlanBack } from '../../scenario/index.js';
import type { ScenarioDocument } from '../../scenario/write.js';
import { writeTestPhase } from '../../scenario/write-test.js';
import { doing } from '../../words/progress.js';
import { say } from '../../words/said.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { explained } from '../explain.js';
import type { CommonOptions } from '../options.js';
import { progressLine } from '../progress.js';
import { readScenarioOrExplain } from '../read-scenario.js';
import { recordSources, type SourceRecorder } from '../scenario-sources.js';
import { linesFor } from '../translated.js';
import { type Threads, withThreads } from '../with-threads.js';
import { writeBack } from '../write-back.js';
import { writeFileWhole } from '../write-file.js';
import { writeReportTo } from '../write-report.js';

interface TestOptions extends CommonOptions {
  /** `true`: into the scenario's own file. */
  readonly write?: boolean | string;
}

/** `huni test FILE`: the test worth making before money moves; with `--write` as a phase with a gate in the file. */
export async function testCommand(file: string, options: TestOptions, effects: Effects): Promise<ExitCode> {
  return withThreads(options, effects, (threads) => testOne(file, options, effects, threads));
}

async function testOne(file: string, options: TestOptions, effects: Effects, threads: Threads): Promise<ExitCode> {
  const sources = recordSources();
  const { scenario, document } = await readScenarioOrExplain(file, options, sources.readFile);
  const write = options.write !== undefined && options.write !== false;
  if (write && scenario.phases.length > 0)
    throw new InputError(
      say`${file}: phases: the plan has phases already; take them out to have a test written as one`,
    );
  const json = options.json === true;
  const quiet = json || options.quiet === true;
  const progress = progressLine(effects, scenario.name, quiet);
  const forecast = await explained(file, async () =>
    runAdvised(scenario, {
      engine: await threads,
      signal: effects.signal,
      charts: options.out !== undefined,
      prices: false,
      onProgress: progress.show,
    }),
  );
  if (options.out !== undefined) {
    progress.show(doing(say`drawing the report`));
    await writeReportTo(options.out, forecast, sources, effects);
  }
  progress.done();
  const { test } = forecast.result;
  const { stringifyTest, testSummary } = await import('../../report/test/index.js');
  if (json) effects.out(stringifyTest(forecast));
  else if (!quiet) effects.out(testSummary(forecast, { width: effects.columns ?? 100, color: effects.color }));
  if (write && test !== undefined) {
    const target = options.write === true ? file : String(options.write);
    await writeTest(target, forecast, document, options, sources);
    if (!quiet) effects.err(await linesFor(effects, [say`Wrote the plan with its test to ${target}.`]));
  }
  return EXIT.ok;
}

async function writeTest(
  target: string,
  { scenario, result }: Forecast,
  document: ScenarioDocument,
  { root }: TestOptions,
  sources: SourceRecorder,
): Promise<void> {
  const test = required(result.test);
  const plan = required(result.plans.optimized);
  const planned = writePlanBack(
    document,
    plan.lines.map(({ budget }) => budget),
    plan.creative,
  );
  const { line, amount, periods, counts, rule } = test;
  const whole = required(plan.lines.find(({ id }) => id === line)).budget;
  const phase = { line, periods, share: amount / whole, counts, mostPerConversion: rule.scale_below };
  const text = writeTestPhase(planned, document, scenario, phase);
  // What is written has to be read again: rules that a plan with phases can't have are named before anything is lost.
  const again = await parseScenario(text, target, root === undefined ? {} : { root });
  if (!again.ok) throw new InputError(say`the test was not written:\n${again.problems.map(formatProblem).join('\n')}`);
  const before = sources.bytesOf(target);
  if (before === undefined) await writeFileWhole(target, text, { replace: true });
  else await writeBack(target, text, before);
}
