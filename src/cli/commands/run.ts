import { join } from 'node:path';
import { runAdvised, runOrCannot } from '../../advice/index.js';
import type { Engine } from '../../engine/types.js';
import type { Forecast } from '../../forecast/details.js';
import type { RenderOptions } from '../../report/index.js';
import type { ReportPart } from '../../report/parts.js';
import type { ExportTarget } from '../../report/plan-rows.js';
import { workbooksAside } from '../../report/workbook/aside.js';
import { elementAt, required } from '../../required.js';
import type { Scenario } from '../../scenario/types.js';
import { doing } from '../../words/progress.js';
import { say } from '../../words/said.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { contradictionMessage, explained } from '../explain.js';
import { LIVE, livePage } from '../live-page.js';
import type { CommonOptions } from '../options.js';
import type { RunPart } from '../part-names.js';
import { progressLine } from '../progress.js';
import { readScenarioOrExplain } from '../read-scenario.js';
import { makeParts } from '../report-parts.js';
import { recordSources, type SourceRecorder } from '../scenario-sources.js';
import { linesFor } from '../translated.js';
import { type Threads, withThreads } from '../with-threads.js';
import { reportLine, writeReportTo } from '../write-report.js';

export interface RunOptions extends CommonOptions {
  readonly optimize: boolean;
  /** How flat the optimum is, and other plans as good. */
  readonly trust?: boolean;
  /** The plan that minimises the worst shock's loss, too. */
  readonly robust?: boolean;
  /** Every test of the verdict. */
  readonly why?: boolean;
  /** Each chart as a PNG, too. */
  readonly png?: boolean;
  /** Moves to the cent. */
  readonly exact?: boolean;
  /** In place of a number of draws. */
  readonly accuracy?: number;
  /** Writes the budgets as rows to upload or paste, too: `budgets-<for whom>.csv`. */
  readonly export?: ExportTarget;
  /** Further sections of the page. */
  readonly with?: readonly RunPart[];
  /** From exports that a plan was made from: as the run's page has them. */
  readonly parts?: readonly ReportPart[];
  /** Of the same exports: stands behind the result in what `--json` prints. */
  readonly answer?: Readonly<Record<string, unknown>>;
  /** Writes `live.html`, too: the plan as a file that reprices itself. */
  readonly live?: boolean;
}

/**
 * `huni run FILE…`: prices, optimises, writes the report. With `--json` the result goes to standard output, and a report
 * is written only where `--out` asks for one. Every file is read before any is run, so a mistake in the last one stops
 * the first.
 */
export async function runCommand(files: readonly string[], options: RunOptions, effects: Effects): Promise<ExitCode> {
  return withThreads(options, effects, (threads) => runAll(files, options, effects, threads));
}

async function runAll(
  files: readonly string[],
  options: RunOptions,
  effects: Effects,
  threads: Threads,
): Promise<ExitCode> {
  const scenarios: Scenario[] = [];
  const sources: SourceRecorder[] = [];
  for (const file of files) {
    const recorder = recordSources();
    scenarios.push((await readScenarioOrExplain(file, options, recorder.readFile)).scenario);
    sources.push(recorder);
    effects.signal.throwIfAborted();
  }
  if (options.accuracy !== undefined && options.draws !== undefined) {
    throw new InputError(
      say`found --accuracy and --draws, expected one of them: an accuracy tells how many futures are drawn`,
    );
  }
  const calm = scenarios.find(({ shocks }) => shocks.length === 0);
  if (options.robust === true && calm !== undefined) {
    throw new InputError(say`${calm.path}: --robust: found no shocks, expected at least one under shocks`);
  }
  if (options.json === true && scenarios.length > 1) throw new InputError(say`--json takes one scenario at a time`);
  const folders = scenarios.map((scenario) => folderOf(scenario, scenarios.length, options));
  const twice = folders.find((folder, k) => folders.indexOf(folder) !== k);
  if (twice !== undefined) throw new InputError(say`two of these scenarios would write to ${twice}: name them apart`);
  const workbooks = options.workers === 0 ? null : workbooksAside();
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async (scenario: Scenario): Promise<Ran> =>
    runOne(scenario, options, { ...effects, signal: AbortSignal.any([effects.signal, signal]) }, await threads);
  /** Begun while the report before it is drawn, in which the threads have nothing to do. */
  let begun: Promise<Ran> | null = null;
  let code: ExitCode = EXIT.ok;
  try {
    for (const [k, scenario] of scenarios.entries()) {
      const ran: Ran = await (begun ?? run(scenario));
      const next = scenarios[k + 1];
      begun = next === undefined ? null : run(next);
      // What fails there is reported when its turn comes.
      begun?.catch(() => {});
      const report = {
        files,
        sources: elementAt(sources, k),
        folder: elementAt(folders, k),
        workbook: workbooks?.make,
      };
      const one = await tell(ran, report, options, effects, await threads);
      if (one !== EXIT.ok) code = one;
    }
  } finally {
    stopping.abort();
    await begun?.catch(() => {});
    await workbooks?.close();
  }
  return code;
}

function folderOf(scenario: Scenario, count: number, { out }: RunOptions): string {
  if (out === undefined) return join('reports', scenario.slug);
  return count > 1 ? join(out, scenario.slug) : out;
}

/** A plan's forecast, not yet reported. */
interface Ran extends Awaited<ReturnType<typeof runOrCannot>> {
  readonly scenario: Scenario;
  readonly progress: ReturnType<typeof progressLine>;
}

async function runOne(scenario: Scenario, options: RunOptions, effects: Effects, engine: Engine): Promise<Ran> {
  const json = options.json === true;
  const progress = progressLine(effects, scenario.name, json || options.quiet === true);
  const ran = await explained(scenario.path, async () => {
    const settings = {
      engine,
      signal: effects.signal,
      optimize: options.optimize,
      trust: options.trust === true || options.with?.includes('trust') === true,
      robust: options.robust === true,
      exact: options.exact === true,
      ...(options.accuracy === undefined ? {} : { accuracy: options.accuracy }),
      charts: wantsReport(options),
      onProgress: progress.show,
    };
    return json
      ? runOrCannot(scenario, settings)
      : { forecast: await runAdvised(scenario, settings), contradiction: null };
  });
  return { ...ran, scenario, progress };
}

function wantsReport({ json = false, out }: RunOptions): boolean {
  return !json || out !== undefined;
}

interface ReportSetting {
  /** All that are run. */
  readonly files: readonly string[];
  readonly sources: SourceRecorder;
  readonly folder: string;
  readonly workbook: RenderOptions['workbook'];
}

/** Writes the report where one is wanted, and prints what there is to say. */
async function tell(
  { scenario, forecast, contradiction, progress }: Ran,
  { files, sources, folder, workbook }: ReportSetting,
  options: RunOptions,
  effects: Effects,
  engine: Engine,
): Promise<ExitCode> {
  const { signal } = effects;
  const json = options.json === true;
  if (contradiction !== null) {
    progress.done();
    const { stringifyResult } = await import('../../report/result-json.js');
    effects.out(stringifyResult(forecast.result, options.answer));
    effects.err(`${await contradictionMessage(scenario.path, contradiction)}\n`);
    return EXIT.wrongInput;
  }
  if (wantsReport(options)) {
    progress.show(doing(say`drawing the report`));
    const live = new Map([
      ...(await liveFiles(forecast.scenario, sources, options)),
      ...(await exportedRows(forecast, options, effects)),
    ]);
    const others = options.with ?? [];
    const made = await explained(scenario.path, () =>
      makeParts(others, forecast.scenario, files, options, { engine, signal, onProgress: progress.show }),
    );
    await writeReportTo(folder, forecast, sources, effects, {
      png: options.png === true,
      workbook,
      more: new Map([...live, ...made.files]),
      parts: [...(options.parts ?? []), ...made.parts],
    });
  }
  const said = json
    ? await asJson(forecast, options)
    : options.quiet === true
      ? ''
      : await inWords(forecast, folder, options, effects);
  // At once: the next plan's progress may stand on the line.
  progress.done();
  if (said !== '') effects.out(said);
  return EXIT.ok;
}

async function asJson({ result }: Forecast, { answer }: RunOptions): Promise<string> {
  const { stringifyResult } = await import('../../report/result-json.js');
  return stringifyResult(result, answer);
}

async function inWords(
  forecast: Forecast,
  folder: string,
  { why = false }: RunOptions,
  { columns, color }: Effects,
): Promise<string> {
  const { terminalSummary } = await import('../../report/terminal.js');
  const summary = terminalSummary(forecast, { width: columns ?? 100, color, why });
  return summary + (await reportLine(forecast, folder));
}

/** `live.html`, where it is asked for. */
async function liveFiles(
  scenario: Scenario,
  sources: SourceRecorder,
  { live = false }: RunOptions,
): Promise<ReadonlyMap<string, string>> {
  if (!live) return new Map();
  return new Map([[LIVE, await livePage(scenario, required(sources.bytesOf(scenario.path)))]]);
}

/** `budgets-<for whom>.csv`, where they are asked for. */
async function exportedRows(
  forecast: Forecast,
  { export: target, quiet }: RunOptions,
  effects: Effects,
): Promise<ReadonlyMap<string, string>> {
  if (target === undefined) return new Map();
  const { hasPlanRows, planRows } = await import('../../report/plan-rows.js');
  const file = `budgets-${target}.csv`;
  if (quiet !== true && !hasPlanRows(forecast, target)) {
    effects.err(
      await linesFor(effects, [say`${file} has a heading alone: no line of the plan is on a platform of ${target}`]),
    );
  }
  return new Map([[file, planRows(forecast, target)]]);
}
