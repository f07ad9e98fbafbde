import { exp, pow } from '../distributions/elementary.js';
import type { Drifting } from '../scenario/types.js';
import { LANES, type Layout, rowAt } from './layout.js';
import { factorRow } from './platform-factors.js';
import { ownFactors, preparedOf } from './prepared.js';
import type { Program } from './program.js';
import type { ProgramDelivery, ProgramInFlight } from './program-in-flight.js';

/** Fills the rows of what came so far, and of what moves lines' prices and rates by themselves. */
export function prepareInFlight(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  const { inFlight } = program;
  if (inFlight === undefined) return;
  fillOwnFactors(program, inFlight, layout, data, lanes);
  inFlight.lines.forEach((line, index) => {
    conversionsThatCame(program, inFlight, line, index, layout, data, lanes);
  });
}

/** By lane: a walk so far, and its factor. */
const SCRATCH = { walked: new Float64Array(LANES), factors: new Float64Array(LANES) } as const;

const OWN = [
  ['cpm', 'price'],
  ['ctr', 'clicks'],
  ['cvr', 'orders'],
] as const;

/** A line's factors: those of its platform, times a random walk in logs of mean 1, and in what is ahead times chance of mean 1. */
function fillOwnFactors(
  program: Program,
  { periods, drift, dispersion, lines }: ProgramInFlight,
  layout: Layout,
  data: Float64Array,
  lanes: number,
): void {
  const T = program.periods;
  const prepared = preparedOf(program);
  const { walked, factors } = SCRATCH;
  lines.forEach(({ steps, times, chance }, index) => {
    const own = prepared.lines[index]?.own ?? null;
    if (own === null) return;
    const { platform } = program.lines[index];
    for (const [metric, factor] of OWN) {
      const sd = drift === null ? 0 : drift.sd[metric] * times[metric];
      walked.fill(0);
      factors.fill(1);
      let before = 0;
      for (let t = own.from; t < T; t++) {
        const from = factorRow(program, layout, platform, factor, t);
        const to = rowAt(layout.prepared, own[factor] + t);
        const taken = drift === null ? 0 : Math.min(drift.steps, Math.floor(t / drift.every));
        for (; before < taken; before++) {
          const step = rowAt(layout.inputs, steps[metric] + before);
          walk(data, step, sd, walked, lanes);
          if (before + 1 === taken) exponentials(walked, (taken * sd * sd) / 2, factors, lanes);
        }
        multiplied(data, from, factors, to, lanes);
        if (dispersion === null || t < periods) continue;
        scattered(data, rowAt(layout.inputs, chance[metric] + t - periods), metric, dispersion[metric], to, lanes);
      }
    }
  });
}

// Loops of their own: what is called so often is compiled once, and well.

function walk(data: Float64Array, step: number, sd: number, walked: Float64Array, lanes: number): void {
  for (let d = 0; d < lanes; d++) walked[d] = walked[d] + sd * data[step + d];
}

function exponentials(walked: Float64Array, less: number, out: Float64Array, lanes: number): void {
  for (let d = 0; d < lanes; d++) out[d] = exp(walked[d] - less);
}

function multiplied(data: Float64Array, from: number, factors: Float64Array, to: number, lanes: number): void {
  for (let d = 0; d < lanes; d++) data[to + d] = data[from + d] * factors[d];
}

/** Impressions are the money by the price: it is 1/price that has a mean of 1. */
function scattered(data: Float64Array, chance: number, metric: Drifting, sd: number, to: number, lanes: number): void {
  const half = (sd * sd) / 2;
  if (metric === 'cpm') {
    for (let d = 0; d < lanes; d++) data[to + d] = data[to + d] * exp(half - sd * data[chance + d]);
    return;
  }
  for (let d = 0; d < lanes; d++) data[to + d] = data[to + d] * exp(sd * data[chance + d] - half);
}

/**
 * Conversions of each period that is over, in a draw's own terms: what platforms counted, less what would have come anyway,
 * plus what they didn't see, times the leads that close. Where orders are recorded late (θ > 0), what is recorded by now is
 * shared out by the periods' clicks, and what those clicks will still bring is added.
 */
function conversionsThatCame(
  program: Program,
  { periods, tracking }: ProgramInFlight,
  { clicks, spend, conversions }: ProgramDelivery,
  index: number,
  layout: Layout,
  data: Float64Array,
  lanes: number,
): void {
  const prepared = preparedOf(program);
  const { first, recorded } = prepared.came[index];
  if (first < 0) return;
  const { more } = program.lines[index];
  const line = prepared.lines[index] ?? null;
  const input = (row: number): number => rowAt(layout.inputs, row);
  const closeRate = input(program.globals.close_rate);
  const theta = rowAt(layout.derived, 0);
  const sum = rowAt(layout.prepared, recorded);
  const row = (t: number): number => rowAt(layout.prepared, first + t);
  const counted = conversions.reduce((total, count) => total + (count || 0), 0);
  const own = line?.own ?? null;
  const hasClicks = line !== null && clicks.some((count) => count > 0);
  for (let d = 0; d < lanes; d++) {
    const real = (data[closeRate + d] * (more === undefined ? 1 : data[input(more.incrementality) + d])) / tracking;
    data[sum + d] = counted * real;
    const late = data[theta + d];
    if (late === 0) {
      for (let t = 0; t < periods; t++) data[row(t) + d] = (conversions[t] || 0) * real;
      continue;
    }
    let seen = 0;
    for (let t = 0; t < periods; t++) {
      const expected = hasClicks
        ? (clicks[t] || 0) *
          data[rowAt(layout.prepared, line.orderRate) + d] *
          (program.seasonCvr[t] ?? 1) *
          (own === null || ownFactors(line, t) === null ? 1 : data[rowAt(layout.prepared, own.orders + t) + d])
        : spend[t];
      data[row(t) + d] = expected;
      seen += expected * (1 - pow(late, periods - t));
    }
    const factor = seen > 0 ? data[sum + d] / seen : 0;
    for (let t = 0; t < periods; t++) {
      const share = 1 - pow(late, periods - t);
      const expected = data[row(t) + d];
      const still = expected * (1 - share) * (hasClicks ? 1 : factor);
      data[row(t) + d] =
        seen > 0 ? factor * expected * share + still : ((conversions[t] || 0) * data[sum + d]) / Math.max(1, counted);
    }
  }
}
