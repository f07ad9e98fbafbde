import type { Session } from '../../engine/session.js';
import type { Decision } from '../../optimize/types.js';
import { openStream, type RandomBits, streamKey } from '../../sampling/pseudo-random.js';
import type { SamplingPlan } from '../../sampling/types.js';
import type { Expression } from '../../scenario/expressions/types.js';
import type { Scenario } from '../../scenario/types.js';

/** One set of pseudo-random draws for everything, and what comes with it. */
export interface Setting {
  readonly session: Session;
  readonly scenario: Scenario;
  readonly sampling: SamplingPlan;
  readonly signal: AbortSignal | undefined;
  /** A stream of its own for each purpose. */
  readonly random: (purpose: string) => RandomBits;
  price(decision: Decision, expression: Expression, sampling?: SamplingPlan): Promise<Float64Array>;
}

/** Draws are pseudo-random, whatever the scenario's sampler: pick-freeze and the standard errors want independent ones. */
export function createSetting(
  session: Session,
  scenario: Scenario,
  draws: number,
  signal: AbortSignal | undefined,
): Setting {
  const seed = `${scenario.seed}/explain`;
  const sampling: SamplingPlan = { seed, sampler: 'mc', draws, replicates: 1 };
  return {
    session,
    scenario,
    sampling,
    signal,
    random: (purpose) => openStream(streamKey(seed, 'shuffle', purpose), 0),
    async price(decision, expression, on = sampling) {
      const selection = { total: [{ name: 'figure', expression }], groups: false, cumulative: false };
      const priced = await session.price(decision, selection, {
        sampling: on,
        // Every plan to choose among is priced on these; what is drawn anew for a group serves once.
        keep: on === sampling,
        ...(signal === undefined ? {} : { signal }),
      });
      return priced.series(0);
    },
  };
}
