import { exp, ln } from '../../distributions/elementary.js';
import { planSpend } from '../../model/block-model.js';
import { compileProgram } from '../../model/compile.js';
import { lastOf, required } from '../../required.js';
import { CREATIVE_TIERS, type Drifting, type RateDrift, type Scenario, type Shock } from '../../scenario/types.js';
import type { Dispersion } from './counts.js';
import { plannedDispersion } from './dispersion.js';
import { COUNTED_BY, logLikelihood, type Residuals, residuals } from './drift.js';
import { createForwardModel } from './forward.js';
import { findMode, informedSources } from './mode.js';
import { createPause } from './pause.js';

/** What came says of a shock that may have begun by now. */
export interface SeenShock {
  readonly name: string;
  /** That it has begun. */
  readonly chance: number;
  /** Index of the likeliest first period, from 0; `null`: none of those that are over can be it. */
  readonly since: number | null;
}

/** A first period that is less likely than this share of the likeliest is none. */
const LEAST_OF_LIKELIEST = 0.02;
/** How a rate's factor moves the counts that it is seen in: a price of twice as much brings half. */
const EFFECTS: readonly (readonly [Drifting, 1 | -1])[] = [
  ['cpm', -1],
  ['ctr', 1],
  ['cvr', 1],
];

/**
 * Shocks given what came: whether each has begun, and in which period, by Bayes' rule over its first periods. A shock's price and
 * rates are held against each line's counts as a level, a random walk and chance (the local level model of `estimateDrift`, with what is
 * usual); an outage can't have been where something was delivered. The shock's chance and window are then those of what is still
 * possible. Each shock is taken as if it were the only one.
 *
 * @param scenario under way, with nothing learned yet
 * @param signal stops it; the call rejects with its reason
 */
export async function conditionShocks(
  scenario: Scenario,
  drift: RateDrift,
  signal?: AbortSignal,
): Promise<{ readonly scenario: Scenario; readonly seen: readonly SeenShock[] }> {
  const over = scenario.inFlight?.periods ?? 0;
  const open = scenario.shocks.filter(({ window, probability }) => window[0] < over && probability > 0);
  if (open.length === 0) return { scenario, seen: [] };
  const left = await calmResiduals(scenario, signal);
  const seen: SeenShock[] = [];
  const shocks = scenario.shocks.map((shock): Shock => {
    if (!open.includes(shock)) return shock;
    const { first, last, probability, ...chances } = posteriorOf(shock, scenario, left, drift);
    seen.push({ name: shock.name, ...chances });
    return { ...shock, probability, window: [first, last] };
  });
  return { scenario: { ...scenario, shocks }, seen };
}

interface LineResiduals extends Residuals {
  readonly platform: string;
  readonly times: Readonly<Record<Drifting, number>>;
}

/** What is left of the counts where no shock has come. */
async function calmResiduals(scenario: Scenario, signal?: AbortSignal): Promise<readonly LineResiduals[]> {
  const calm: Scenario = { ...scenario, shocks: [] };
  const program = await compileProgram(calm);
  const spend = planSpend(
    program,
    Float64Array.from(calm.lines, ({ budget }) => budget),
    Float64Array.from(CREATIVE_TIERS, (tier) => calm.creativeSplit[tier]),
  );
  const forward = createForwardModel(program, spend);
  if (forward.observations.length === 0) return [];
  const planned = plannedDispersion(calm);
  const chosen = informedSources(forward, planned);
  const posterior = await findMode(forward, chosen, planned, createPause(signal));
  return residuals(calm, forward, posterior).map((one) => ({ ...one, ...forward.lines[one.line] }));
}

interface Posterior extends Pick<SeenShock, 'chance' | 'since'> {
  readonly probability: number;
  readonly first: number;
  readonly last: number;
}

function posteriorOf(shock: Shock, scenario: Scenario, left: readonly LineResiduals[], drift: RateDrift): Posterior {
  const over = required(scenario.inFlight).periods;
  const [first, last] = shock.window;
  const each = shock.probability / (last - first + 1);
  const hit = left.filter(
    ({ platform }) => shock.platforms === null || shock.platforms.some((one) => one === platform),
  );
  const evidence = (one: LineResiduals): number => evidenceOf(one, drift, plannedDispersion(scenario));
  const calm = sumOf(hit.map(evidence));
  const starts = Array.from({ length: last - first + 1 }, (_, k) => {
    const start = first + k;
    if (start >= over) return { start, height: ln(each) };
    const isActive = (period: number): boolean =>
      period >= start && (shock.lasts === null || period < start + shock.lasts);
    if (shock.outage && delivered(scenario, shock, isActive)) return { start, height: Number.NEGATIVE_INFINITY };
    const shocked = sumOf(hit.map((one) => evidence(withoutShock(one, shock, isActive))));
    return { start, height: ln(each) + shocked - calm };
  });
  const none = shock.probability < 1 ? ln(1 - shock.probability) : Number.NEGATIVE_INFINITY;
  const highest = Math.max(none, ...starts.map(({ height }) => height));
  const weigh = (height: number): number => exp(height - highest);
  const weights = starts.map(({ start, height }) => ({ start, weight: weigh(height) }));
  const all = weigh(none) + sumOf(weights.map(({ weight }) => weight));
  const past = weights.filter(({ start, weight }) => start < over && weight > 0);
  const likeliest = past.reduce((best, one) => (one.weight > (best?.weight ?? 0) ? one : best), past[0]);
  const possible = weights.filter(
    ({ weight }) => weight >= LEAST_OF_LIKELIEST * Math.max(...weights.map((w) => w.weight)),
  );
  const stored = sumOf(possible.map(({ weight }) => weight));
  const isPossible = stored > 0;
  return {
    chance: sumOf(past.map(({ weight }) => weight)) / all,
    since: likeliest?.start ?? null,
    probability: isPossible ? stored / (stored + weigh(none)) : 0,
    first: isPossible ? possible[0].start : first,
    last: isPossible ? lastOf(possible).start : last,
  };
}

/** Whether anything came of a platform's lines while it would have been out. */
function delivered(
  { inFlight, lines }: Scenario,
  { platforms }: Shock,
  isActive: (period: number) => boolean,
): boolean {
  return lines.some(
    ({ platform }, k) =>
      (platforms === null || platforms.includes(platform)) &&
      required(inFlight).lines[k].impressions.some((count, period) => count > 0 && isActive(period)),
  );
}

/** Residuals of a line of which a shock's effect is taken out. */
function withoutShock(one: LineResiduals, { factors }: Shock, isActive: (period: number) => boolean): LineResiduals {
  const effect = EFFECTS.reduce((sum, [rate, sign]) => {
    return COUNTED_BY[rate] === one.of && factors[rate] > 0 ? sum + sign * ln(factors[rate]) : sum;
  }, 0);
  if (effect === 0) return one;
  return { ...one, values: one.values.map((value, k) => (isActive(one.periods[k]) ? value - effect : value)) };
}

function evidenceOf(one: LineResiduals, drift: RateDrift, dispersion: Dispersion): number {
  const rate = required(EFFECTS.find(([name]) => COUNTED_BY[name] === one.of))[0];
  return logLikelihood(one, drift.sd[rate] * one.times[rate], dispersion[one.of], drift.every);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
