import type { Forecast } from '../forecast/details.js';
import { ContradictionError } from '../forecast/errors.js';
import { type ForecastOptions, type ForecastSetting, runForecast } from '../forecast/run.js';
import { required } from '../required.js';
import type { Scenario } from '../scenario/types.js';
import { advise } from './advise.js';

/** A forecast with what a careful person would say of it: `runForecast` with a verdict. */
export function runAdvised(
  scenario: Scenario,
  options: ForecastOptions & Omit<ForecastSetting, 'advise'> = {},
): Promise<Forecast> {
  return runForecast(scenario, { ...options, advise });
}

/**
 * As `runAdvised`, but rules that can't hold together are a verdict, `cannot`, of the plan as given: with the rules, and the smallest
 * changes that would let them hold. The error that says so in words comes beside it.
 */
export async function runOrCannot(
  scenario: Scenario,
  options: ForecastOptions & Omit<ForecastSetting, 'advise'> = {},
): Promise<{ readonly forecast: Forecast; readonly contradiction: ContradictionError | null }> {
  try {
    return { forecast: await runAdvised(scenario, options), contradiction: null };
  } catch (error) {
    if (!(error instanceof ContradictionError)) throw error;
    const forecast = await runAdvised(scenario, { ...options, optimize: false });
    const { rules, asked, relaxations } = error;
    const verdict = {
      ...required(forecast.result.verdict),
      kind: 'cannot' as const,
      conflict: { rules, asked, relaxations },
    };
    return { forecast: { ...forecast, result: { ...forecast.result, verdict } }, contradiction: error };
  }
}
