import { quantiles } from '../../numerics/quantiles.js';
import type { SamplingPlan } from '../../sampling/types.js';
import { moments } from '../../summary/moments.js';
import { shareOf } from '../../summary/probability.js';
import type { ComparedScenario } from './types.js';

/** How scenarios do against each other on the same futures. */
interface Contest {
  readonly places: readonly Pick<ComparedScenario, 'best' | 'regret' | 'rank'>[];
  /** Share of futures that say nothing: a scenario has no value there. */
  readonly undefined: number;
}

/**
 * Ranks scenarios by the mean of a figure, with the chance of each being the best one, and its regret: what the best
 * of each future has more, on average (the expected opportunity loss of L. Savage, The Foundations of Statistics, 1954).
 *
 * @param values `[scenario][draw]`, larger is better, NaN where undefined
 */
export function contest(values: readonly Float64Array[], plan: SamplingPlan): Contest {
  const draws = plan.draws;
  const most = new Float64Array(draws).fill(Number.NEGATIVE_INFINITY);
  const ties = new Float64Array(draws);
  for (const own of values) {
    for (let draw = 0; draw < draws; draw++) {
      const value = own[draw];
      // NaN stays: such a future says nothing about anyone.
      if (Number.isNaN(value) || Number.isNaN(most[draw])) most[draw] = Number.NaN;
      else if (value > most[draw]) {
        most[draw] = value;
        ties[draw] = 1;
      } else if (value === most[draw]) ties[draw]++;
    }
  }
  const defined = most.filter((value) => !Number.isNaN(value)).length;
  const means = values.map((own) => moments(own, plan).mean);
  return {
    undefined: 1 - defined / draws,
    places: values.map((own, k) => ({
      rank: rankOf(means, k),
      ...(defined === 0 ? { best: null, regret: null } : against(own, most, ties, plan)),
    })),
  };
}

function against(own: Float64Array, most: Float64Array, ties: Float64Array, plan: SamplingPlan) {
  const regrets = most.map((best, draw) => best - own[draw]);
  const wins = regrets.map((regret, draw) => (Number.isNaN(regret) ? Number.NaN : regret === 0 ? 1 / ties[draw] : 0));
  const { mean, se } = moments(regrets, plan);
  const [p90] = quantiles(regrets, [90]);
  // A goal that is infinite somewhere can be beaten, but by how much has no mean.
  const regret = Number.isFinite(mean) ? { mean, se: Number.isFinite(se) ? se : null, p90: p90 } : null;
  return { best: shareOf(wins, plan), regret };
}

function rankOf(means: readonly number[], k: number): number {
  const own = means[k];
  // Without a mean a scenario comes last.
  const above = Number.isNaN(own) ? means.filter((mean) => !Number.isNaN(mean)) : means.filter((mean) => mean > own);
  return above.length + 1;
}
