import type { Forecast } from '../forecast/details.js';
import { type ForecastOptions, runForecast } from '../forecast/run.js';
import type { Scenario } from '../scenario/types.js';
import { advise } from './advise.js';

/** A forecast with what a careful person would say of it: `runForecast` with a verdict. */
export function runAdvised(scenario: Scenario, options: ForecastOptions = {}): Promise<Forecast> {
  return runForecast(scenario, { ...options, advise });
}
