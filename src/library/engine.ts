import type { DailyExport } from '../calibrate/index.js';
import type { Engine } from '../engine/types.js';
import type { CompareOptions } from '../forecast/compare/compare.js';
import type { Comparison, Contender } from '../forecast/compare/types.js';
import type { Forecast } from '../forecast/details.js';
import type { Explanation } from '../forecast/explain/types.js';
import type { ExplainOptions } from '../forecast/explain.js';
import type { FrontierOptions } from '../forecast/frontier/frontier.js';
import type { Frontier } from '../forecast/frontier/types.js';
import type { ForecastOptions } from '../forecast/run.js';
import type { Scenario } from '../scenario/types.js';
import type { Track, TrackOptions } from '../track/index.js';
import type { Outcome } from './outcome.js';

export interface EngineOptions {
  /** Default one a core; 0: the calling thread does all the work, and is busy with it. Results are the same bytes. */
  readonly threads?: number;
}

/**
 * Prices scenarios, any number of them at once. Each call takes a `signal` that stops it and no other, and gives its
 * answer or why the scenario has none.
 *
 * Calls reject with the signal's reason, with an `EngineClosedError` once the engine is closed, or with a `TaskError` for a
 * mistake of the engine's own.
 */
export interface ForecastEngine {
  /** Prices the plan, optimises it under its rules, prices that on the same futures. */
  run(scenario: Scenario, options?: ForecastOptions): Promise<Outcome<Forecast>>;
  /** Plans on common futures: differences, ranks, the chance of being best, regret. */
  compare(contenders: readonly Contender[], options?: CompareOptions): Promise<Outcome<Comparison>>;
  /** Which inputs drive a KPI's spread, and what knowing them would be worth. */
  explain(scenario: Scenario, options?: ExplainOptions): Promise<Outcome<Explanation>>;
  /** What may be had for what: mean against the worst futures, or against the budget. */
  frontier(scenario: Scenario, options: FrontierOptions): Promise<Outcome<Frontier>>;
  /**
   * Holds a plan that is under way to exports (`dailyRowsOf` of `huni/calibrate`): what was learned, where it lands, what to do
   * with the rest.
   */
  track(scenario: Scenario, actuals: DailyExport, options?: TrackOptions): Promise<Outcome<Track>>;
  /** Stops whatever is going on, and the threads. */
  close(): Promise<void>;
}

type Loaded = typeof import('./perform.js') & { readonly engine: Engine };

/**
 * Starts an engine. Its threads start on their own; the first call waits for them.
 *
 * @throws RangeError where `threads` is no whole number from 0 to 256
 */
export function createEngine({ threads }: EngineOptions = {}): ForecastEngine {
  if (threads !== undefined && (!Number.isInteger(threads) || threads < 0 || threads > 256)) {
    throw new RangeError(`threads: found ${threads}, expected a whole number from 0 to 256`);
  }
  const loading: Promise<Loaded> = import('./perform.js').then(async (loaded) => ({
    ...loaded,
    engine: await loaded.openEngine(threads),
  }));
  // Whoever calls hears of it.
  loading.catch(() => {});
  return {
    async run(scenario, options = {}) {
      const { engine, outcomeOf, perform } = await loading;
      return outcomeOf(perform.run(scenario, { ...options, engine }));
    },
    async compare(contenders, options = {}) {
      const { engine, outcomeOf, perform } = await loading;
      return outcomeOf(perform.compare(contenders, { ...options, engine }));
    },
    async explain(scenario, options = {}) {
      const { engine, outcomeOf, perform } = await loading;
      return outcomeOf(perform.explain(scenario, { ...options, engine }));
    },
    async frontier(scenario, options) {
      const { engine, outcomeOf, perform } = await loading;
      return outcomeOf(perform.frontier(scenario, { ...options, engine }));
    },
    async track(scenario, actuals, options = {}) {
      const { engine, outcomeOf, perform } = await loading;
      return outcomeOf(perform.track(scenario, actuals, { ...options, engine }));
    },
    async close() {
      await loading.then(
        ({ engine }) => engine.close(),
        () => {},
      );
    },
  };
}
