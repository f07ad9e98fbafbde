import { required } from '../../required.js';
import { type Layout, rowAt, STRIDE } from '../layout.js';
import type { PlanSpend } from '../plan.js';
import type { Program } from '../program.js';
import { adstockWeights } from './adstock.js';
import { type CurvePoint, hill, logistic, michaelis, root, table, tanh } from './curves.js';
import type { ProgramResponse } from './program.js';

/** What follows from a draw's inputs alone: each response's weights by lag. */
export function prepareResponses(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  for (const { response } of program.lines) {
    if (response === undefined) continue;
    const { adstock, length, weightsAt } = response;
    const to = rowAt(layout.responseWeights, weightsAt);
    if (adstock === null) {
      data.fill(1, to, to + lanes);
      continue;
    }
    const weights = new Float64Array(length);
    const [first, second = first] = adstock.parameters.map((row) => rowAt(layout.inputs, row));
    const constant = adstock.parameters.every((row) => program.inputs[row].map.kind === 'constant');
    for (let d = 0; d < lanes; d++) {
      // The same weights in every draw are made once.
      if (d === 0 || !constant) {
        adstockWeights(adstock.kind, data[first + d], data[second + d], weights);
        if (adstock.normalised) scaleToOne(weights);
      }
      for (let j = 0; j < length; j++) data[to + j * STRIDE + d] = weights[j];
    }
  }
}

function scaleToOne(weights: Float64Array): void {
  let sum = 0;
  for (let j = 0; j < weights.length; j++) sum += weights[j];
  for (let j = 0; j < weights.length; j++) weights[j] = weights[j] / sum;
}

/** Reads one draw's parameters and evaluates its curve. */
type Evaluate = (s: number, d: number, to: CurvePoint) => void;

function evaluatorOf(response: ProgramResponse, layout: Layout, data: Float64Array): Evaluate {
  const [a, b = a, c = a] = response.parameters.map((row) => rowAt(layout.inputs, row)) as [number, number?, number?];
  const { from, times } = response.half;
  const { through } = response;
  switch (response.curve) {
    case 'hill':
      return (s, d, to) => hill(s, data[a + d], from + times * data[b + d], data[c + d], to);
    case 'logistic':
      return (s, d, to) => logistic(s, data[a + d], data[b + d], to);
    case 'tanh':
      return (s, d, to) => tanh(s, data[a + d], data[b + d], to);
    case 'michaelis':
      return (s, d, to) => michaelis(s, data[a + d], data[b + d], to);
    case 'root':
      return (s, d, to) => root(s, data[a + d], data[b + d], to);
    case 'table': {
      const points = required(through);
      return (s, d, to) => table(s, points, data[a + d], to);
    }
  }
}

/**
 * What every line with a response brings in a period: `f(s_t) − f(c_t)`, with `s_t` the adstocked spend of the plan and of the
 * periods before it, and `c_t` that of the periods before it alone, which would have come anyway; where the layout has room
 * for it, also what one more unit of adstocked spend brings. Periods after the horizon are added up in one row.
 *
 * @param t of the horizon, or `periods`: all that come after it
 * @param activeOf where a line's mask stands in a period; −1 where it is always on
 */
export function respond(
  program: Program,
  layout: Layout,
  data: Float64Array,
  plan: PlanSpend,
  { t, activeOf }: { readonly t: number; readonly activeOf: (line: number, period: number) => number },
  lanes: number,
): void {
  const { periods } = program;
  for (const [line, { response }] of program.lines.entries()) {
    if (response === undefined) continue;
    const evaluate = evaluatorOf(response, layout, data);
    const last = t < periods ? t : periods + response.length - 2;
    if (t === periods) {
      const after = rowAt(layout.responseValues, response.valuesAt + periods);
      data.fill(0, after, after + lanes);
    }
    for (let period = t; period <= last; period++) {
      adstocked(program, layout, data, plan, { line, response, t: period, activeOf }, lanes);
      respondInPeriod(program, layout, data, { response, evaluate, t: period }, lanes);
    }
  }
}

/** Adstocked spend of a period in the curve's units, and the part of it that was spent before the plan: two rows. */
function adstocked(
  program: Program,
  layout: Layout,
  data: Float64Array,
  plan: PlanSpend,
  {
    line,
    response,
    t,
    activeOf,
  }: {
    readonly line: number;
    readonly response: ProgramResponse;
    readonly t: number;
    readonly activeOf: (line: number, period: number) => number;
  },
  lanes: number,
): void {
  const { periods, seasonCpm } = program;
  const spent = rowAt(layout.responseSpend, 0);
  const earlier = rowAt(layout.responseSpend, 1);
  data.fill(0, spent, spent + lanes);
  data.fill(0, earlier, earlier + lanes);
  for (let j = 0; j < response.length && j <= t + response.carryIn.length; j++) {
    const period = t - j;
    if (period >= periods) continue;
    const amount =
      period < 0 ? response.carryIn[-period - 1] : plan.spend[line * periods + period] / (seasonCpm[period] ?? 1);
    if (amount === 0) continue;
    const x = amount / response.spendScale;
    const weights = rowAt(layout.responseWeights, response.weightsAt + j);
    const active = period < 0 ? -1 : activeOf(line, period);
    if (active < 0) for (let d = 0; d < lanes; d++) data[spent + d] = data[spent + d] + data[weights + d] * x;
    else {
      for (let d = 0; d < lanes; d++) data[spent + d] = data[spent + d] + data[weights + d] * x * data[active + d];
    }
    if (period < 0) for (let d = 0; d < lanes; d++) data[earlier + d] = data[earlier + d] + data[weights + d] * x;
  }
}

/** Turns a period's adstocked spend into conversions, and its marginal where that is wanted. */
function respondInPeriod(
  program: Program,
  layout: Layout,
  data: Float64Array,
  { response, evaluate, t }: { readonly response: ProgramResponse; readonly evaluate: Evaluate; readonly t: number },
  lanes: number,
): void {
  const { periods } = program;
  const orderValue = rowAt(layout.inputs, program.globals.order_value);
  const spent = rowAt(layout.responseSpend, 0);
  const earlier = rowAt(layout.responseSpend, 1);
  const to = rowAt(layout.responseValues, response.valuesAt + Math.min(t, periods));
  const marginal = layout.responseMarginals.rows > 0 ? rowAt(layout.responseMarginals, response.marginalsAt + t) : -1;
  const unit = response.valueScale * (t < periods ? (program.seasonCvr[t] ?? 1) : 1);
  // Only a table may start above 0.
  const startsAt = response.through?.x[0] ?? 0;
  const point: CurvePoint = { value: 0, slope: 0 };
  for (let d = 0; d < lanes; d++) {
    const conversions = response.ofRevenue ? unit / data[orderValue + d] : unit;
    let gained = 0;
    for (let part = 0; part < 2; part++) {
      const s = data[(part === 0 ? earlier : spent) + d];
      point.value = 0;
      point.slope = 0;
      if (s > 0 || startsAt > 0) evaluate(s, d, point);
      gained = point.value - gained;
    }
    data[to + d] = t < periods ? gained * conversions : data[to + d] + gained * conversions;
    if (marginal < 0) continue;
    // At nothing some curves are infinitely steep: the slope at next to nothing stands for it.
    if (data[spent + d] === 0) evaluate(response.least, d, point);
    data[marginal + d] = (point.slope * conversions) / response.spendScale;
  }
}
