import { join } from 'node:path';
import type { Explanation } from '../../forecast/explain/types.js';
import { EXPLAIN_DRAWS, explainForecast, kpiNames } from '../../forecast/explain.js';
import { nearest } from '../../scenario/nearest.js';
import type { Scenario } from '../../scenario/types.js';
import { doing } from '../../words/progress.js';
import { say } from '../../words/said.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { explained } from '../explain.js';
import type { CommonOptions } from '../options.js';
import { progressLine } from '../progress.js';
import { onChosenEngine, type QueueCommandOptions } from '../queue-runner.js';
import { readScenarioOrExplain } from '../read-scenario.js';

interface ExplainCommandOptions extends CommonOptions, QueueCommandOptions {
  /** Left out, profit, or what the goal counts. */
  readonly kpi?: string;
  /** False leaves out what information is worth. */
  readonly optimize: boolean;
}

/**
 * `huni explain FILE`: what drives the spread of the plan given, and what it would be worth to know. With `--json` the
 * explanation goes to standard output, and files are written only where `--out` asks for them.
 */
export async function explainCommand(
  file: string,
  options: ExplainCommandOptions,
  effects: Effects,
): Promise<ExitCode> {
  const { scenario } = await readScenarioOrExplain(file, options);
  if (options.kpi !== undefined) checkKpi(options.kpi, scenario);
  checkDraws(options.draws);
  const json = options.json === true;
  const quiet = json || options.quiet === true;
  const progress = progressLine(effects, scenario.name, quiet);
  const explanation = await explained(file, () =>
    onChosenEngine(options, effects, (engine) =>
      explainForecast(scenario, {
        ...(options.kpi === undefined ? {} : { kpi: options.kpi }),
        information: options.optimize,
        signal: effects.signal,
        onProgress: progress.show,
        ...(options.draws === undefined ? {} : { draws: options.draws }),
        ...engine,
      }),
    ),
  );
  const folder = join(options.out ?? join('reports', scenario.slug), 'explain');
  const wantsFiles = !json || options.out !== undefined;
  if (wantsFiles) {
    progress.show(doing(say`drawing the charts`));
    await writeExplanation(scenario, explanation, folder, options.png === true, effects);
  }
  progress.done();
  if (quiet && !json) return EXIT.ok;
  const { explanationSummary, stringifyExplanation } = await import('../../report/explain/index.js');
  if (json) effects.out(stringifyExplanation(explanation));
  else {
    effects.out(explanationSummary(scenario, explanation, { width: effects.columns ?? 100, color: effects.color }));
    const { reportText } = await import('../../report/text/index.js');
    effects.out(`${reportText(scenario.language).page.terminal.report(join(folder, 'explain.html'))}\n`);
  }
  return EXIT.ok;
}

function checkKpi(kpi: string, scenario: Scenario): void {
  const names = kpiNames(scenario);
  if (names.includes(kpi)) return;
  const meant = nearest(kpi, names);
  const hint = meant === undefined ? `one of ${names.join(', ')}` : `did you mean ${meant}?`;
  throw new InputError(say`--kpi: found "${kpi}", expected the name of a KPI: ${hint}`);
}

function checkDraws(draws: number | undefined): void {
  const { least, most } = EXPLAIN_DRAWS;
  if (draws === undefined || (draws >= least && draws <= most)) return;
  throw new InputError(say`--draws: found ${draws}, expected from ${least} to ${most} to explain a plan`);
}

async function writeExplanation(
  scenario: Scenario,
  explanation: Explanation,
  folder: string,
  png: boolean,
  { signal }: Effects,
): Promise<void> {
  const { isReportWriteError, writeReport } = await import('../../report/index.js');
  const { renderExplanation } = await import('../../report/explain/index.js');
  const files = await renderExplanation(scenario, explanation, { signal, png });
  try {
    await writeReport(files, folder, { signal });
  } catch (error) {
    if (isReportWriteError(error)) throw new InputError(error.said);
    throw error;
  }
}
