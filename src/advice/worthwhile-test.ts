import { normalQuantile } from '../distributions/normal.js';
import type { TestAdvice } from '../forecast/advice.js';
import { stepBelow } from '../forecast/typed-plan.js';
import { openStream, streamKey } from '../sampling/pseudo-random.js';
import { informationValue } from '../sensitivity/information-value.js';
import { quantiles } from '../summary/quantiles.js';
import { poisson } from './poisson.js';
import { ranked } from './statistics.js';

/** Parts of a move that a test may be. */
const PARTS = [0.05, 0.1, 0.2, 0.35, 0.5];
/** A week at least, so that every weekday is in it. */
const LEAST_DAYS = 7;
/** Half of the horizon at most: what is learnt later is of little use. */
const MOST_OF_HORIZON = 0.5;
/** Draws that a test is judged on. */
const DRAWS = 8192;

/** A line that a move gives money to, with what it buys there in each draw. */
export interface TestedLine {
  readonly id: string;
  /** By how much the move raises its budget. */
  readonly raised: number;
  readonly budget: number;
  readonly spend: Float64Array;
  readonly impressions: Float64Array;
  readonly conversions: Float64Array;
}

export interface TestSetting {
  readonly seed: string;
  readonly days: number;
  /** The goal of the plan given and of the best one, in each draw. */
  readonly given: Float64Array;
  readonly best: Float64Array;
  readonly lines: readonly TestedLine[];
}

/**
 * The test most worth making: a part of the move made first, on the line that it raises most. What it shows is the price paid and a
 * count of conversions (Poisson about each draw's expectation); the two plans' goals are regressed on both (Strong, Oakley,
 * Brennan and Breeze, "Estimating the expected value of sample information using the probabilistic sensitivity analysis
 * sample", Medical Decision Making 35, 2015). With a part f of a move worth D, the value is
 * `f E[D] + (1 − f) E[max(0, E[D | seen])] − max(0, E[D])`: what the test costs is in it. `null` where no part is worth anything.
 */
export function worthwhileTest({ seed, days, given, best, lines }: TestSetting): TestAdvice | null {
  const n = Math.min(DRAWS, given.length);
  const [first, second] = [given, best].map((values) => values.subarray(0, n)) as [Float64Array, Float64Array];
  const difference = second.map((value, d) => value - first[d]!);
  if (difference.every((value) => value === 0) || !difference.every(Number.isFinite)) return null;
  const mean = difference.reduce((sum, value) => sum + value, 0) / n;
  const [line] = [...lines].sort((a, b) => b.raised - a.raised);
  if (line === undefined || !(line.raised > 0)) return null;
  let found: TestAdvice | null = null;
  for (const part of PARTS) {
    const amount = stepBelow(part * line.raised);
    const f = amount / line.raised;
    const daily = line.budget / days;
    const length = Math.max(LEAST_DAYS, Math.ceil(amount / daily));
    if (f >= 1 || length > MOST_OF_HORIZON * days) continue;
    const random = openStream(streamKey(`${seed}/test/${part}`, 'draws', line.id), 0);
    const seen = new Float64Array(n);
    const price = new Float64Array(n);
    for (let d = 0; d < n; d++) {
      const spend = line.spend[d]!;
      const expected = spend > 0 ? (line.conversions[d]! / spend) * amount : 0;
      seen[d] = poisson(expected, random);
      price[d] = spend > 0 ? line.impressions[d]! / spend : 0;
    }
    const cpa = seen.map((count) => amount / Math.max(count, 0.5));
    const scores = [ranked(seen, normalQuantile), ranked(price, normalQuantile)];
    const learnt = informationValue([first, second], scores, random);
    const value = f * mean + (1 - f) * (learnt.value + Math.max(0, mean)) - Math.max(0, mean);
    if (!(value > (found?.value ?? 0))) continue;
    const rule = ruleBy(cpa, difference);
    if (rule === null) continue;
    const { scale_below, stop_above, wrong } = rule;
    const outcomes = { conversions: spreadOf(seen), cpa: spreadOf(cpa) };
    found = { line: line.id, amount, days: length, outcomes, rule: { scale_below, stop_above }, wrong, value };
  }
  return found;
}

function spreadOf(values: Float64Array): { readonly p10: number; readonly p50: number; readonly p90: number } {
  const [p10, p50, p90] = quantiles(values, [10, 50, 90]);
  return { p10: p10!, p50: p50!, p90: p90! };
}

/** Draws in a group of like outcomes. */
const GROUPS = 40;
/** In a group with a better than even chance the move is made; below this it is given up. */
const GIVE_UP = 0.4;

/** A rule on the cost per conversion that a test shows: the border that earns most, and from where on it is hopeless. */
function ruleBy(cpa: Float64Array, difference: Float64Array) {
  const n = cpa.length;
  const order = Uint32Array.from(cpa, (_, d) => d).sort((a, b) => cpa[a]! - cpa[b]! || a - b);
  let sum = 0;
  let most = 0;
  let border = 0;
  for (let k = 0; k < n; k++) {
    sum += difference[order[k]!]!;
    if (sum > most && (k + 1 === n || cpa[order[k + 1]!] !== cpa[order[k]!])) {
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
    if (group.filter((d) => difference[d]! > 0).length / group.length > GIVE_UP) break;
    stop = Math.max(border, k - size);
  }
  const scale_below = twoDigits((cpa[order[border - 1]!]! + cpa[order[border]!]!) / 2);
  let wrong = 0;
  for (let d = 0; d < n; d++) wrong += cpa[d]! < scale_below === difference[d]! > 0 ? 0 : 1;
  return { scale_below, stop_above: Math.max(scale_below, twoDigits(cpa[order[stop]!]!)), wrong: wrong / n };
}

/** As people set a threshold. */
function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}
