import { runForecast } from '../../forecast/run.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode } from '../exit.js';
import { explained } from '../explain.js';
import type { CommonOptions } from '../options.js';
import { progressLine } from '../progress.js';
import { readScenarioOrExplain } from '../read-scenario.js';

/** `huni check FILE`: the plan given, held to its rules and targets. */
export async function checkCommand(file: string, options: CommonOptions, effects: Effects): Promise<ExitCode> {
  const { scenario } = await readScenarioOrExplain(file, options);
  const json = options.json === true;
  const quiet = json || options.quiet === true;
  const progress = progressLine(effects, scenario.name, quiet);
  const forecast = await explained(file, () =>
    runForecast(scenario, {
      signal: effects.signal,
      optimize: false,
      charts: false,
      onProgress: progress.show,
      ...(options.workers === undefined ? {} : { workers: options.workers }),
    }),
  );
  progress.done();
  const { rules, targets } = forecast.result.plans.given;
  if (json) {
    const { stringifyResult } = await import('../../report/result-json.js');
    effects.out(stringifyResult(forecast.result));
  } else if (!quiet) {
    const { checkText } = await import('../../report/check-text.js');
    effects.out(checkText(forecast));
  }
  return [...rules, ...targets].every(({ holds }) => holds) ? EXIT.ok : EXIT.failed;
}
