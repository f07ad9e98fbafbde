import { join } from 'node:path';
import { runFrontier } from '../../forecast/frontier/frontier.js';
import type { Frontier, FrontierKind } from '../../forecast/frontier/types.js';
import { parseTarget } from '../../scenario/expressions/target.js';
import type { Scenario, Target } from '../../scenario/types.js';
import { doing } from '../../words/progress.js';
import { say } from '../../words/said.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { explained } from '../explain.js';
import type { CommonOptions } from '../options.js';
import { progressLine } from '../progress.js';
import { onChosenEngine, type QueueCommandOptions } from '../queue-runner.js';
import { readScenarioOrExplain } from '../read-scenario.js';

interface FrontierCommandOptions extends CommonOptions, QueueCommandOptions {
  readonly by?: FrontierKind;
  readonly points: number;
  /** A target: `roas >= 2 with 80%`. */
  readonly for?: string;
}

/**
 * `huni frontier FILE`: what may be had for what, by plans that keep every rule. `--for` looks along budgets. With `--json`
 * the result goes to standard output, and files are written only where `--out` asks for them.
 */
export async function frontierCommand(
  file: string,
  options: FrontierCommandOptions,
  effects: Effects,
): Promise<ExitCode> {
  const { scenario } = await readScenarioOrExplain(file, options);
  const target = options.for === undefined ? undefined : await targetOf(scenario, options.for);
  const by = options.by ?? (target === undefined ? 'risk' : 'budget');
  if (target !== undefined && by === 'risk') throw new InputError(say`--for looks along budgets: leave out --by risk`);
  const json = options.json === true;
  const quiet = json || options.quiet === true;
  const progress = progressLine(effects, scenario.name, quiet);
  const frontier = await explained(file, () =>
    onChosenEngine(options, effects, (engine) =>
      runFrontier(scenario, {
        by,
        points: options.points,
        signal: effects.signal,
        onProgress: progress.show,
        ...(target === undefined ? {} : { target }),
        ...engine,
      }),
    ),
  );
  const folder = options.out ?? join('reports', scenario.slug, 'frontier');
  if (!json || options.out !== undefined) {
    progress.show(doing(say`drawing the charts`));
    await writeFrontier(scenario, frontier, folder, options.png === true, effects);
  }
  progress.done();
  if (quiet && !json) return EXIT.ok;
  const { frontierSummary, stringifyFrontier } = await import('../../report/frontier/index.js');
  if (json) effects.out(stringifyFrontier(frontier));
  else {
    effects.out(frontierSummary(scenario, frontier, { width: effects.columns ?? 100, color: effects.color }));
    const { reportText } = await import('../../report/text/index.js');
    effects.out(`${reportText(scenario.language).page.terminal.report(join(folder, 'frontier.html'))}\n`);
  }
  return EXIT.ok;
}

async function targetOf(scenario: Scenario, text: string): Promise<Target> {
  const custom = new Map(scenario.kpis.map(({ name, expression }) => [name, expression]));
  const parsed = await parseTarget(text, custom);
  if (parsed.ok) return parsed.value;
  const { found, expected, suggestion } = parsed.fault;
  const meant = suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`;
  throw new InputError(say`--for: found ${found}, expected ${expected}${meant}`);
}

async function writeFrontier(
  scenario: Scenario,
  frontier: Frontier,
  folder: string,
  png: boolean,
  { signal }: Effects,
): Promise<void> {
  const { isReportWriteError, writeReport } = await import('../../report/index.js');
  const { renderFrontier } = await import('../../report/frontier/index.js');
  const files = await renderFrontier(scenario, frontier, { signal, png });
  try {
    await writeReport(files, folder, { signal });
  } catch (error) {
    if (isReportWriteError(error)) throw new InputError(error.said);
    throw error;
  }
}
