import { square } from '../distributions/elementary.js';
import { fitMoments } from '../distributions/fit.js';
import { mean, standardDeviation } from '../distributions/index.js';
import type { Distribution } from '../distributions/types.js';
import { DRIFTING, type Drifting, isFunnelLine, type RateDrift, type Scenario } from '../scenario/types.js';

/** A level keeps at least this share of what its distribution says of the horizon, however far it is said to walk. */
const LEAST_OWN = 0.2;

/**
 * The plan with its lines' prices and rates as they stand at its start. A line that says how far it walks (`drift`) has that walk in its
 * distributions, which are of the horizon: on its way the walk is followed for itself, and would count twice. What is left is narrower by the
 * variance of the walk's mean over the horizon; means stay: of impressions for the money, and of rates.
 */
export function levelsAtStart(scenario: Scenario, drift: RateDrift): Scenario {
  const { periods } = scenario.horizon;
  const share = meanWalkVariance(periods, drift.every);
  const lines = scenario.lines.map((line, index) => {
    if (!isFunnelLine(line) || line.drift === undefined) return line;
    const quantities = { ...line.quantities };
    for (const rate of DRIFTING) {
      if (line.drift[rate] === undefined) continue;
      const step = drift.sd[rate] * (drift.times?.[index]?.[rate] ?? 1);
      const quantity = quantities[rate];
      quantities[rate] = { ...quantity, distribution: without(quantity.distribution, step * step * share, rate) };
    }
    return { ...line, quantities };
  });
  return { ...scenario, lines };
}

/** Variance of the mean over a horizon of a walk that takes a step of variance 1 every so many periods, none before the first are over. */
export function meanWalkVariance(periods: number, every: number): number {
  let sum = 0;
  for (let t = every; t < periods; t += every) sum += square((periods - t) / periods);
  return sum;
}

/** A distribution of a level over a horizon, less a walk of so much variance in logs; those that no calibration writes stay. */
function without(distribution: Distribution, walked: number, rate: Drifting): Distribution {
  if (distribution.family === 'lognormal') {
    const { mu, sigma } = distribution;
    const variance = Math.max(sigma * sigma - walked, LEAST_OWN * sigma * sigma);
    const taken = sigma * sigma - variance;
    // The walk's factor has a mean of 1: of prices it is 1/price whose mean is to stay, E[1/factor] = exp(its variance).
    return { ...distribution, sigma: Math.sqrt(variance), mu: mu + (rate === 'cpm' ? taken / 2 : -taken / 2) };
  }
  if (distribution.family !== 'beta') return distribution;
  const middle = mean(distribution);
  const relative = standardDeviation(distribution) / middle;
  const left = Math.sqrt(Math.max(relative * relative - walked, LEAST_OWN * relative * relative));
  const fitted = fitMoments('rate', middle, left * middle);
  return fitted.ok ? fitted.value : distribution;
}
