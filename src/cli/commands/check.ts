import { runAdvised, runOrCannot } from '../../advice/index.js';
import { visibleText } from '../../encoding/visible.js';
import type { VerdictKind } from '../../forecast/advice.js';
import type { Forecast } from '../../forecast/details.js';
import { driftBetween, figureCount } from '../../forecast/drift.js';
import { type Judged, judgeGiven } from '../../forecast/judge.js';
import { parseResult } from '../../forecast/read-result.js';
import type { Result } from '../../forecast/result.js';
import type { CheckFormat } from '../../report/check/format-names.js';
import type { DriftCheck } from '../../report/check/items.js';
import { required } from '../../required.js';
import { MAX_DATA_BYTES, readText } from '../../scenario/source/file.js';
import type { Scenario } from '../../scenario/types.js';
import { doing } from '../../words/progress.js';
import { say } from '../../words/said.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { explained } from '../explain.js';
import type { CommonOptions } from '../options.js';
import { progressLine } from '../progress.js';
import { readScenarioOrExplain } from '../read-scenario.js';
import { recordSources } from '../scenario-sources.js';
import { type Threads, withThreads } from '../with-threads.js';
import { reportLine, writeReportTo } from '../write-report.js';

interface CheckOptions extends CommonOptions {
  readonly format?: CheckFormat;
  /** Verdicts that pass; then the plan is optimised. */
  readonly verdict?: readonly VerdictKind[];
  /** A result.json to hold the figures to. */
  readonly against?: string;
  /** Relative; without it 1%. */
  readonly tolerance?: number;
}

const TOLERANCE = 0.01;

/**
 * `huni check FILE`: the plan given, held to its rules and targets, and to a committed result where one is named. With `--out`
 * its report is written, too.
 */
export async function checkCommand(file: string, options: CheckOptions, effects: Effects): Promise<ExitCode> {
  const json = options.json === true;
  if (json && options.format !== undefined) {
    throw new InputError(say`--json prints the whole result, --format json the checks: take one of them`);
  }
  if (options.tolerance !== undefined && options.against === undefined) {
    throw new InputError(say`--tolerance says how far figures may move from a result: it needs --against result.json`);
  }
  return withThreads(options, effects, (threads) => checkPlan(file, options, effects, threads));
}

async function checkPlan(file: string, options: CheckOptions, effects: Effects, threads: Threads): Promise<ExitCode> {
  const json = options.json === true;
  const sources = recordSources();
  const { scenario } = await readScenarioOrExplain(file, options, sources.readFile);
  const reference = options.against === undefined ? null : await readReference(options.against, scenario);
  const quiet = json || options.quiet === true;
  const progress = progressLine(effects, scenario.name, quiet);
  const { verdict } = options;
  const settings = async (optimize: boolean) => ({
    engine: await threads,
    signal: effects.signal,
    optimize,
    prices: false,
    charts: options.out !== undefined,
    onProgress: progress.show,
  });
  const wholly = async (): Promise<Forecast> => {
    if (verdict === undefined) return runAdvised(scenario, await settings(false));
    // Rules that can't hold together are a verdict, where one is asked for.
    return (await runOrCannot(scenario, await settings(true))).forecast;
  };
  const isWhole = verdict !== undefined || json || options.out !== undefined || reference !== null;
  progress.show(doing(say`pricing the plan`));
  const forecast = isWhole ? await explained(file, wholly) : null;
  const judged: Judged =
    forecast ??
    (await explained(file, async () => judgeGiven(scenario, { engine: await threads, signal: effects.signal })));
  const found = verdict === undefined ? null : { kind: required(forecast?.result.verdict).kind, allowed: verdict };
  if (options.out !== undefined) {
    progress.show(doing(say`drawing the report`));
    await writeReportTo(options.out, required(forecast), sources, effects);
  }
  progress.done();
  const drift = reference === null ? null : driftCheck(reference, required(forecast), options);
  if (json) {
    const { stringifyResult } = await import('../../report/result-json.js');
    effects.out(stringifyResult(required(forecast).result));
  } else if (!quiet) {
    const [{ checkItems }, { printCheck }] = await Promise.all([
      import('../../report/check/items.js'),
      import('../../report/check/formats.js'),
    ]);
    const format = options.format ?? 'text';
    const items = checkItems(judged, drift, found);
    const printed = printCheck(scenario, items, format);
    effects.out(printed, format === 'github' ? 'workflow-commands' : undefined);
    // Not among what machines read.
    if (options.out !== undefined) effects.err(await reportLine(required(forecast), options.out));
  }
  const { rules, targets } = judged.result.plans.given;
  const steady = drift === null || drift.drifts.length === 0;
  const allowed = found === null || found.allowed.includes(found.kind);
  return allowed && steady && [...rules, ...targets].every(({ holds }) => holds) ? EXIT.ok : EXIT.failed;
}

async function readReference(path: string, scenario: Scenario): Promise<Result> {
  const file = await readText(path, MAX_DATA_BYTES);
  if (!file.ok) throw new InputError(say`${path}: found ${file.fault.said.found}, expected a result.json`);
  const reading = parseResult(file.text);
  if (!reading.ok) throw new InputError(say`${path}: found ${reading.said}`);
  const { name } = reading.result.scenario;
  if (name !== scenario.name) {
    throw new InputError(
      say`${path}: found a result of "${visibleText(name)}", expected one of "${visibleText(scenario.name)}"`,
    );
  }
  return reading.result;
}

function driftCheck(
  reference: Result,
  { result }: Forecast,
  { against, tolerance = TOLERANCE }: CheckOptions,
): DriftCheck {
  return {
    against: against ?? '',
    tolerance,
    figures: figureCount(result),
    drifts: driftBetween(reference, result, tolerance),
  };
}
