import { meanFreshness, poissonReach, uniqueActors } from './delivery.js';
import { type Layout, lineTotalAt, periodTotalAt, type Region, rowAt, STRIDE, TRACES } from './layout.js';
import type { Program } from './program.js';
import { respond } from './response/outcome.js';
import { closeResponses, deliverResponse, hasResponse } from './response/passes.js';

/** A plan as the passes take it, lines in the program's order. */
export interface PlanSpend {
  /** Currency, `[line * periods + t]`. */
  readonly spend: Float64Array;
  /** Shares of proven, experiment and moonshot creative. */
  readonly creative: Float64Array;
}

/**
 * The model's forward pass over one block, equation by equation: the readable reference. Reads the block's inputs, noise,
 * decays and quality (see `prepare.ts`); writes line and period totals, and the trace where the layout has room for it.
 *
 * No stage reads a stock that it feeds, so lines in funnel order may feed the stocks as they go.
 *
 * @param data the block's memory, laid out by `layout`
 * @param lanes how many draws are live
 */
export function forward(program: Program, layout: Layout, data: Float64Array, plan: PlanSpend, lanes: number): void {
  const { periods, lines } = program;
  for (const region of [layout.memory, layout.largestAudience, layout.lineTotals, layout.periodTotals]) {
    clear(data, region, lanes);
  }
  startStocks(program, layout, data, lanes);
  respond(program, layout, data, plan, lanes);
  for (let t = 0; t < periods; t++) {
    clear(data, layout.platformReach, lanes);
    decayStocks(program, layout, data, lanes);
    for (let line = 0; line < lines.length; line++) deliver(program, layout, data, plan, line, t, lanes);
    closePeriod(program, layout, data, t, lanes);
  }
  closeResponses(program, layout, data, lanes);
  for (let line = 0; line < lines.length; line++) {
    const reach = lineTotalAt(layout, line, 'reach');
    const impressions = lineTotalAt(layout, line, 'impressions');
    const audience = rowAt(layout.largestAudience, line);
    for (let d = 0; d < lanes; d++) data[reach + d] = poissonReach(data[impressions + d]!, data[audience + d]!);
  }
}

function clear(data: Float64Array, region: Region, lanes: number): void {
  for (let row = 0; row < region.rows; row++) data.fill(0, rowAt(region, row), rowAt(region, row) + lanes);
}

function startStocks(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  const P = program.platforms.length;
  const { warm, hot, buyers } = program.globals;
  for (let stock = 0; stock < P + 2; stock++) {
    const from = rowAt(layout.inputs, stock < P ? warm : stock === P ? hot : buyers);
    data.copyWithin(rowAt(layout.stocks, stock), from, from + lanes);
  }
}

function decayStocks(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  const P = program.platforms.length;
  for (let stock = 0; stock < P + 2; stock++) {
    const at = rowAt(layout.stocks, stock);
    const decay = rowAt(layout.decay, stock < P ? 1 : stock - P + 2);
    for (let d = 0; d < lanes; d++) data[at + d] = data[at + d]! * data[decay + d]!;
  }
}

/** Row of the stock that a line retargets; awareness has an audience of its own only, and gets row −1. */
export function poolRow(program: Program, line: number): number {
  const { stage, platform } = program.lines[line]!;
  if (stage === 'awareness') return -1;
  if (stage === 'consideration') return platform;
  return program.platforms.length + (stage === 'conversion' ? 0 : 1);
}

/** Sections 3 and 4 for one line and period. */
function deliver(
  program: Program,
  layout: Layout,
  data: Float64Array,
  plan: PlanSpend,
  index: number,
  t: number,
  lanes: number,
): void {
  const { stage, platform, inputs } = program.lines[index]!;
  const P = program.platforms.length;
  const spend = plan.spend[index * program.periods + t]!;
  if (hasResponse(program.lines[index]!)) {
    deliverResponse(program, layout, data, spend, index, t, lanes);
    return;
  }
  const seasonCpm = program.seasonCpm[t] ?? 1;
  const seasonCvr = program.seasonCvr[t] ?? 1;
  const winsBuyers = stage === 'awareness' || stage === 'consideration' || stage === 'conversion';
  const bringsVisitors = stage === 'awareness' || stage === 'consideration';
  const traced = layout.trace.rows > 0;

  const cpm = rowAt(layout.inputs, inputs.cpm);
  const ctr = rowAt(layout.inputs, inputs.ctr);
  const viewRate = rowAt(layout.inputs, inputs.view_rate);
  const cvr = rowAt(layout.inputs, inputs.cvr);
  const fatigue = rowAt(layout.inputs, inputs.fatigue);
  const match = rowAt(layout.inputs, inputs.match);
  const ownAudience = rowAt(layout.inputs, inputs.audience);
  const closeRate = rowAt(layout.inputs, program.globals.close_rate);
  const landing = rowAt(layout.inputs, program.globals.landing);
  const noise = rowAt(layout.noise, platform * program.periods + t);
  const quality = rowAt(layout.quality, t);
  const lambda = rowAt(layout.decay, 0);
  const memory = rowAt(layout.memory, index);
  const largestAudience = rowAt(layout.largestAudience, index);
  const platformReach = rowAt(layout.platformReach, platform);
  const pool = poolRow(program, index);
  const poolAt = rowAt(layout.stocks, Math.max(0, pool));
  const warm = rowAt(layout.stocks, platform);
  const hot = rowAt(layout.stocks, P);
  const buyers = rowAt(layout.stocks, P + 1);
  const line = lineTotalAt(layout, index, 'spend');
  const period = periodTotalAt(layout, t, 'spend');
  const kind = periodTotalAt(layout, t, winsBuyers ? 'new' : stage === 'loyalty' ? 'repeat' : 'referred');
  const trace = rowAt(layout.trace, (t * program.lines.length + index) * TRACES.length);

  for (let d = 0; d < lanes; d++) {
    const A = data[ownAudience + d]! + (pool < 0 ? 0 : data[match + d]! * data[poolAt + d]!);
    const kappa = data[fatigue + d]!;
    const remembered = data[lambda + d]! * data[memory + d]!;
    // An empty pool delivers nothing, and what was meant for it stays unspent.
    const spent = A > 0 ? spend : 0;
    const c = data[cpm + d]! * seasonCpm * data[noise + d]!;
    const i = (1000 * spent) / c;
    const worthBefore = A > 0 && kappa > 0 ? Math.exp((-kappa * remembered) / A) : 1;
    const steps = A > 0 ? (kappa * i) / A : 0;
    const e = i * worthBefore * meanFreshness(steps);
    const r = poissonReach(i, A);

    const q = data[quality + d]!;
    const views = data[viewRate + d]! * q * e;
    const clicks = data[ctr + d]! * q * e;
    const conversions = data[cvr + d]! * seasonCvr * data[closeRate + d]! * clicks;

    data[memory + d] = remembered + i;
    if (A > data[largestAudience + d]!) data[largestAudience + d] = A;
    if (r > data[platformReach + d]!) data[platformReach + d] = r;
    if (stage === 'awareness') data[warm + d] = data[warm + d]! + uniqueActors(r, views);
    if (bringsVisitors) data[hot + d] = data[hot + d]! + data[landing + d]! * clicks;
    if (winsBuyers) data[buyers + d] = data[buyers + d]! + conversions;

    // Rows in the order of LINE_TOTALS; PERIOD_TOTALS begins with the same.
    addAt(data, line + d, spent);
    addAt(data, line + STRIDE + d, spend - spent);
    addAt(data, line + 2 * STRIDE + d, i);
    addAt(data, line + 4 * STRIDE + d, views);
    addAt(data, line + 5 * STRIDE + d, clicks);
    addAt(data, line + 6 * STRIDE + d, conversions);
    addAt(data, period + d, spent);
    addAt(data, period + STRIDE + d, spend - spent);
    addAt(data, period + 2 * STRIDE + d, i);
    addAt(data, period + 4 * STRIDE + d, views);
    addAt(data, period + 5 * STRIDE + d, clicks);
    addAt(data, period + 6 * STRIDE + d, conversions);
    addAt(data, kind + d, conversions);

    if (traced) {
      data[trace + d] = i;
      data[trace + STRIDE + d] = A;
      data[trace + 2 * STRIDE + d] = remembered;
      data[trace + 3 * STRIDE + d] = e;
      data[trace + 4 * STRIDE + d] = worthBefore;
      data[trace + 5 * STRIDE + d] = worthBefore * Math.exp(-steps);
      data[trace + 6 * STRIDE + d] = r;
      data[trace + 7 * STRIDE + d] = views;
    }
  }
}

function addAt(data: Float64Array, at: number, value: number): void {
  data[at] = data[at]! + value;
}

/** The buyers' own orders and referrals (section 6), and the people reached in the period (section 3). */
function closePeriod(program: Program, layout: Layout, data: Float64Array, t: number, lanes: number): void {
  const P = program.platforms.length;
  const months = program.periodDays / 30;
  const stock = rowAt(layout.stocks, P + 1);
  const repeatRate = rowAt(layout.inputs, program.globals.repeat_rate);
  const referralRate = rowAt(layout.inputs, program.globals.referral_rate);
  const repeat = periodTotalAt(layout, t, 'repeat');
  const referred = periodTotalAt(layout, t, 'referred');
  const buyers = periodTotalAt(layout, t, 'buyers');
  for (let d = 0; d < lanes; d++) {
    const now = data[stock + d]!;
    data[buyers + d] = now;
    addAt(data, repeat + d, data[repeatRate + d]! * months * now);
    addAt(data, referred + d, data[referralRate + d]! * months * now);
  }
  combineReach(program, layout, data, layout.platformReach, periodTotalAt(layout, t, 'reach'), lanes);
}

/**
 * People reached by at least one platform: `pop (1 − Π_p (1 − R_p / pop))` (Sainsbury), or the sum without a population.
 *
 * @param reaches a row a platform
 * @param to start of the row to write
 */
export function combineReach(
  program: Program,
  layout: Layout,
  data: Float64Array,
  reaches: Region,
  to: number,
  lanes: number,
): void {
  const population = rowAt(layout.inputs, program.globals.population);
  for (let d = 0; d < lanes; d++) {
    let sum = 0;
    let missed = 1;
    const people = data[population + d]!;
    for (let p = 0; p < reaches.rows; p++) {
      const reach = data[rowAt(reaches, p) + d]!;
      sum += reach;
      missed *= 1 - Math.min(1, reach / people);
    }
    data[to + d] = program.hasPopulation ? people * (1 - missed) : sum;
  }
}
