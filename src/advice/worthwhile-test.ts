import { hypotenuse, square } from '../distributions/elementary.js';
import { normalQuantile } from '../distributions/normal.js';
import type { TestAdvice } from '../forecast/advice.js';
import { quantiles } from '../numerics/quantiles.js';
import { openStream, streamKey } from '../sampling/pseudo-random.js';
import type { Horizon } from '../scenario/types.js';
import { valueOfChoosing } from '../sensitivity/information-value.js';
import { poisson } from './poisson.js';
import { type Figure, ranked } from './statistics.js';

/** A week at least, so that every weekday is in it. */
const LEAST_DAYS = 7;
/** Half of the horizon at most: what is learnt later is of little use. */
const MOST_OF_HORIZON = 0.5;
/** Lengths that are looked at. */
const LENGTHS = 6;
/** Draws that a test is judged on. */
const DRAWS = 16_384;

/** A line that a move gives money to, with what it buys there in each draw. */
export interface TestedLine {
  readonly id: string;
  /** By how much the move raises its budget. */
  readonly raised: number;
  readonly budget: number;
  readonly spend: Float64Array;
  readonly impressions: Float64Array;
  /** As they are seen: leads, where these are closed later. */
  readonly conversions: Float64Array;
  readonly counts: TestAdvice['counts'];
}

/** The best test found, and what it is worth, with its standard error; below 0: no part of the move is worth a test. */
interface WorthwhileTest {
  readonly test: TestAdvice | null;
  readonly worth: Figure;
}

interface TestSetting {
  readonly seed: string;
  readonly horizon: Pick<Horizon, 'periods' | 'periodDays'>;
  /** The goal of the plan given and of the best one, in each draw. */
  readonly given: Float64Array;
  readonly best: Float64Array;
  readonly lines: readonly TestedLine[];
  /** What a line spends in a test of the first periods, in currency. */
  readonly amountOf: (line: string, periods: number) => number;
}

/**
 * The test most worth making: the best plan for the first periods only, watched on the line that it raises most. What it shows is the
 * price paid and a count of conversions (Poisson about each draw's expectation); the two plans' goals are regressed on both (Strong,
 * Oakley, Brennan and Breeze, "Estimating the expected value of sample information using the probabilistic sensitivity analysis
 * sample", Medical Decision Making 35, 2015). With a share f of the money, and with D the best plan's goal less that of the plan
 * given, the value is `f E[D] + (1 − f) E[max(0, E[D | seen])] − max(0, E[D])`: what the test costs is in it.
 */
export async function worthwhileTest({
  seed,
  horizon,
  given,
  best,
  lines,
  amountOf,
}: TestSetting): Promise<WorthwhileTest> {
  const n = Math.min(DRAWS, given.length);
  const payoffs = [given, best].map((values) => values.subarray(0, n)) as [Float64Array, Float64Array];
  const [first, second] = payoffs;
  const difference = second.map((value, d) => value - first[d]);
  if (difference.every((value) => value === 0) || !difference.every(Number.isFinite)) return NOTHING;
  const mean = difference.reduce((sum, value) => sum + value, 0) / n;
  const error = Math.sqrt(difference.reduce((sum, value) => sum + square(value - mean), 0)) / n;
  const [line] = [...lines].sort((a, b) => b.raised - a.raised);
  if (line === undefined || !(line.raised > 0)) return NOTHING;
  const price = new Float64Array(n);
  for (let d = 0; d < n; d++) price[d] = line.spend[d] > 0 ? line.impressions[d] / line.spend[d] : 0;
  // As much as is spent, however long: the price seen is the same.
  const priceScores = ranked(price, normalQuantile);
  const tried: Tried[] = [];
  for (const periods of lengthsOf(horizon)) {
    // Whatever else goes on has its turn before each of them.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const amount = amountOf(line.id, periods);
    // What is said is what is valued: the amount's share of the line's money, and with it of all of the plan's.
    const f = amount / line.budget;
    const random = openStream(streamKey(`${seed}/test/${periods}`, 'draws', line.id), 0);
    const seen = new Float64Array(n);
    for (let d = 0; d < n; d++) seen[d] = poisson(f * line.conversions[d], random);
    const scores = [ranked(seen, normalQuantile), priceScores];
    const learnt = valueOfChoosing(payoffs, scores);
    // f · mean + (1 − f)(learnt + max(0, mean)) − max(0, mean): where the move is best without a test, its mean is in both sides.
    const value = (1 - f) * learnt.value + f * Math.min(0, mean);
    const se = hypotenuse((1 - f) * learnt.se, mean > 0 ? 0 : f * error);
    tried.push({ periods, amount, seen, value, se });
  }
  const [top] = [...tried].sort((a, b) => b.value - a.value);
  if (top === undefined) return NOTHING;
  const worth = { value: top.value, se: top.se };
  const cpa = top.seen.map((count) => top.amount / Math.max(count, 0.5));
  const rule = top.value > 0 ? ruleBy(cpa, difference) : null;
  if (rule === null) return { test: null, worth };
  const { scale_below, stop_above, wrong } = rule;
  const daysOf = (periods: number): number => Math.round(periods * horizon.periodDays);
  const test: TestAdvice = {
    line: line.id,
    amount: top.amount,
    days: daysOf(top.periods),
    periods: top.periods,
    counts: line.counts,
    outcomes: { conversions: spreadOf(top.seen), cpa: spreadOf(cpa) },
    rule: { scale_below, stop_above },
    wrong,
    value: top.value,
    se: top.se,
    sizes: tried.map(({ periods, amount, value, se }) => ({ amount, days: daysOf(periods), value, se })),
  };
  return { test, worth };
}

interface Tried extends Figure {
  readonly periods: number;
  readonly amount: number;
  readonly seen: Float64Array;
}

/** Whole periods, as a phase has them, from a week to half of the horizon. */
function lengthsOf({ periods, periodDays }: TestSetting['horizon']): readonly number[] {
  const least = Math.max(1, Math.ceil(LEAST_DAYS / periodDays - 1e-9));
  const most = Math.floor(MOST_OF_HORIZON * periods);
  const all = Array.from({ length: Math.max(0, most - least + 1) }, (_, k) => least + k);
  if (all.length <= LENGTHS) return all;
  return Array.from({ length: LENGTHS }, (_, k) => all[Math.round((k * (all.length - 1)) / (LENGTHS - 1))]);
}

const NOTHING: WorthwhileTest = { test: null, worth: { value: 0, se: 0 } };

function spreadOf(values: Float64Array): { readonly p10: number; readonly p50: number; readonly p90: number } {
  const [p10, p50, p90] = quantiles(values, [10, 50, 90]);
  return { p10: p10, p50: p50, p90: p90 };
}

/** Draws in a group of like outcomes. */
const GROUPS = 40;
/** In a group with a better than even chance the move is made; below this it is given up. */
const GIVE_UP = 0.4;

/** A rule on the cost per conversion that a test shows: the border that earns most, and from where on it is hopeless. */
function ruleBy(cpa: Float64Array, difference: Float64Array) {
  const n = cpa.length;
  const order = Uint32Array.from(cpa, (_, d) => d).sort((a, b) => cpa[a] - cpa[b] || a - b);
  let sum = 0;
  let most = 0;
  let border = 0;
  for (let k = 0; k < n; k++) {
    sum += difference[order[k]];
    if (sum > most && (k + 1 === n || cpa[order[k + 1]] !== cpa[order[k]])) {
      most = sum;
      border = k + 1;
    }
  }
  // Always or never: nothing that it shows would change what is done.
  if (border === 0 || border === n) return null;
  const size = Math.ceil(n / GROUPS);
  let stop = n - 1;
  for (let k = n; k > border; k -= size) {
    const group = Array.from(order.subarray(Math.max(border, k - size), k));
    if (group.filter((d) => difference[d] > 0).length / group.length > GIVE_UP) break;
    stop = Math.max(border, k - size);
  }
  const scale_below = twoDigits((cpa[order[border - 1]] + cpa[order[border]]) / 2);
  let wrong = 0;
  for (let d = 0; d < n; d++) wrong += cpa[d] < scale_below === difference[d] > 0 ? 0 : 1;
  return { scale_below, stop_above: Math.max(scale_below, twoDigits(cpa[order[stop]])), wrong: wrong / n };
}

/** As people set a threshold. */
function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}
