// @module-tag slow
import { describe, expect, it } from 'vitest';
import { betaAtScores } from '../../../../src/calibrate/fit/gamma-scores.js';
import { componentsFromPrior, fitPrice, PRICE_EFFECT_SD } from '../../../../src/calibrate/fit/price.js';
import type { PriceSeries } from '../../../../src/calibrate/fit/price-data.js';
import { type Random, randomStream } from '../../../../src/calibrate/fit/random.js';
import { fitRate, type RateSeries, rateParametersFromPrior } from '../../../../src/calibrate/fit/rate.js';
import { chiSquare, successes } from '../../../calibrate/support.js';
import { FULL } from '../../../sample.js';

/**
 * Simulation-based calibration (S. Talts et al., "Validating Bayesian inference algorithms with simulation-based
 * calibration", 2018): parameters from the prior, data from the parameters, and the rank of each true parameter among its
 * posterior's draws is uniform if, and only if, the fit's intervals hold what they say.
 */
const BINS = 10;
/** A full run's; margins are those of as many as there are. */
const RUNS = FULL ? 160 : 80;
/** 0.999 quantile of χ² with 9 degrees of freedom (R: qchisq(0.999, 9)). */
const CRITICAL = 27.88;

/** Share of draws below a value, ties split at random: uniform on (0, 1) for a draw from the same distribution. */
function rank(draws: readonly number[], truth: number, random: Random): number {
  const below = draws.filter((x) => x < truth).length;
  const ties = draws.filter((x) => x === truth).length;
  return (below + random.uniform() * (ties + 1)) / (draws.length + 1);
}

function coverage(ranks: readonly number[], band: number): number {
  return ranks.filter((r) => r >= (1 - band) / 2 && r <= (1 + band) / 2).length / ranks.length;
}

/** Four standard errors of a share of so many runs. */
const margin = (band: number, runs: number) => 4 * Math.sqrt((band * (1 - band)) / runs);

function expectUniform(name: string, ranks: readonly number[]): void {
  const runs = ranks.length;
  expect(chiSquare(ranks, BINS), name).toBeLessThan(CRITICAL);
  expect(Math.abs(coverage(ranks, 0.9) - 0.9), `${name}, 90 %`).toBeLessThan(margin(0.9, runs));
  expect(Math.abs(coverage(ranks, 0.5) - 0.5), `${name}, 50 %`).toBeLessThan(margin(0.5, runs));
}

/** A machine that does other things too may take its time over a few hundred fits. */
const TIMEOUT = 600_000;

describe('price', () => {
  it(
    'covers its true components, mean, effects and campaign levels at the stated rates',
    () => {
      const prior = { centre: 1.5, sd: 1 };
      const ranks: Record<string, number[]> = {};
      for (let run = 0; run < RUNS; run++) {
        const random = randomStream(`sbc price ${run}`, 'truth');
        const components = componentsFromPrior(Float64Array.from({ length: 5 }, () => random.normal()));
        const effects = [
          prior.centre + prior.sd * random.normal(),
          PRICE_EFFECT_SD[0] * random.normal(),
          PRICE_EFFECT_SD[1] * random.normal(),
        ] as const;
        const levels: number[] = [];
        const series = Array.from({ length: 6 }, (): PriceSeries => {
          const days = 30;
          const own = components.between * random.normal();
          const pace = components.paceBetween * random.normal();
          levels.push(own);
          const x = Float64Array.from({ length: days }, () => 0.4 * random.normal());
          const z = Float64Array.from({ length: days }, () => 0.5 * random.normal());
          let drift = components.drift * random.normal();
          const y = x.map((value, t) => {
            if (t > 0) {
              const { persistence } = components;
              drift = persistence * drift + components.drift * Math.sqrt(1 - persistence ** 2) * random.normal();
            }
            return (
              effects[0] +
              own +
              (effects[1] + pace) * value +
              effects[2] * z[t]! +
              drift +
              components.noise * random.normal()
            );
          });
          return { day: Int32Array.from({ length: days }, (_, t) => t), y, pace: x, level: z, centre: 0 };
        });
        const { draws } = fitPrice(series, prior, { seed: 'sbc', name: `run ${run}`, draws: 200 });
        const add = (name: string, of: (draw: (typeof draws)[number]) => number, truth: number) => {
          ranks[name] ??= [];
          ranks[name].push(rank(draws.map(of), truth, random));
        };
        add('between', (d) => d.components.between, components.between);
        add('drift', (d) => d.components.drift, components.drift);
        add('persistence', (d) => d.components.persistence, components.persistence);
        add('noise', (d) => d.components.noise, components.noise);
        add('mean', (d) => d.effects[0]!, effects[0]);
        add('pace', (d) => d.effects[1]!, effects[1]);
        add('scale', (d) => d.effects[2]!, effects[2]);
        add('first campaign', (d) => d.effects[0]! + d.states[0]![0]!, effects[0] + levels[0]!);
      }
      for (const [name, found] of Object.entries(ranks)) expectUniform(name, found);
    },
    TIMEOUT,
  );
});

describe('rate', () => {
  it(
    'covers its true mean, shapes and campaign rates at the stated rates',
    () => {
      // The sizes of click rates: thousands of impressions, ten to hundreds of clicks.
      const prior = { centre: Math.log(0.02), sd: 0.6 };
      const ranks: Record<string, number[]> = {};
      for (let run = 0; run < RUNS; run++) {
        const random = randomStream(`sbc rate ${run}`, 'truth');
        const parameters = {
          ...rateParametersFromPrior(prior, [random.normal(), random.normal(), random.normal(), 0]),
          // No fading: rates that stay where they are, which is what exact recovery can be checked on.
          halfLife: 1e9,
        };
        const { mean, between, daily } = parameters;
        const levels: number[] = [];
        const series = Array.from({ length: 8 }, (): RateSeries => {
          const level = betaAtScores(mean * between, (1 - mean) * between, random.normal(), random.normal());
          levels.push(level);
          const days = 20;
          const trials = Float64Array.from({ length: days }, () => Math.round(3000 * Math.exp(0.5 * random.normal())));
          const size = daily / Math.max(Math.min(level, 1 - level), 1e-9);
          const hits = trials.map((n) => {
            const p = betaAtScores(level * size, (1 - level) * size, random.normal(), random.normal());
            return successes(n, p, random);
          });
          return { day: Int32Array.from({ length: days }, (_, t) => t), trials, hits };
        });
        const { draws } = fitRate(series, prior, { seed: 'sbc', name: `run ${run}`, draws: 200 });
        const add = (name: string, of: (draw: (typeof draws)[number]) => number, truth: number) => {
          ranks[name] ??= [];
          ranks[name].push(rank(draws.map(of), truth, random));
        };
        add('mean', (d) => d.parameters.mean, mean);
        add('between', (d) => d.parameters.between * d.parameters.mean, between * mean);
        add('daily', (d) => d.parameters.daily, daily);
        add(
          'first campaign',
          (d) => betaAtScores(d.states[0]!.alpha, d.states[0]!.beta, random.normal(), random.normal()),
          levels[0]!,
        );
      }
      for (const [name, found] of Object.entries(ranks)) expectUniform(name, found);
    },
    TIMEOUT,
  );
});
