// Sections 3 to 6 turned round: how one function of the plan's totals moves with each line's budget (its spend in each
// period, where its flighting is free) and each creative share. A bar over a quantity, as in the names here, is the function's derivative with respect to it. Periods run
// backwards, and lines from the last to the first.
import { saturationByRoom } from './delivery';
import { fade } from './exponential';
import { deliverResponseBar, openResponseBars } from './response';
import {
  CHUNK_BYTES, CONVERSIONS, Graph, IMPRESSIONS, Line, Program, REACH, ROW, SPEND, THETA, TRACE_BYTES, TRACES, WEAR,
} from './tables';
import {
  AT_BUYERS_END, AT_CLICKS, AT_CONVERSIONS, AT_IMPRESSIONS, AT_NEW, AT_REACH, AT_REFERRED, AT_REPEAT,
  AT_RESPONSE_CONVERSIONS, AT_RESPONSE_SPEND, AT_SPEND, AT_TAIL, AT_UNSPENT, AT_VIEWS,
} from './totals';
import {
  add, addAt, both, choose, div, entry, load, mul, positive, smaller, store, sub, VECTOR, where,
} from './vector';

/**
 * @param graph whose `bars` hold the function's derivatives with respect to the plan's totals
 * @param gradient a row a variable: lines, those with free flighting by period, then creative shares
 */
export function adjointChunk(program: Program, graph: Graph, gradient: usize, at: usize): void {
  const L = program.lineCount;
  const P = program.platforms;
  const bars = graph.bars;
  clear(program.memoryBars, L, at);
  clear(program.stockBars, P + 2, at);
  clear(program.poolBar, 1, at);
  clear(gradient, program.variableCount, at);
  seedReach(program, bars, at);
  seedSums(program, graph, at);
  openResponseBars(program, bars, at);
  const traceOfPeriod = TRACE_BYTES * L;
  let trace = program.trace + traceOfPeriod * program.periods;
  for (let t = program.periods - 1; t >= 0; t--) {
    clear(program.qualityBar, 1, at);
    closePeriodBar(program, bars, t, at);
    for (let index = L - 1; index >= 0; index--) {
      trace -= TRACE_BYTES;
      const line = program.line(index);
      const variable = line.firstVariable + t * line.variableStep;
      const to = gradient + ROW * variable;
      if (line.responseValues != 0) deliverResponseBar(program, line, t, to, at);
      else deliverBar(program, line, bars, t, trace, to, at);
    }
    for (let stock = 0, row = program.stockBars; stock < P + 2; stock++, row += ROW) {
      const decay = program.decay + ROW * (stock < P ? 1 : stock - P + 2);
      for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) store(row + d, mul(load(row + d), load(decay + d)));
    }
    if (program.hasCreative) qualityBar(program, gradient + ROW * (program.variableCount - 3), t, at);
  }
}

function clear(region: usize, rows: i32, at: usize): void {
  for (let row = 0; row < rows; row++, region += ROW) {
    for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) store(region + d, both(0));
  }
}

/**
 * Seeds of each line's impressions and, for the period in which its audience was largest, of that audience: through the
 * reach of the line over the horizon, R = A (1 − exp(−I / A)), and of all platforms together.
 */
function seedReach(program: Program, bars: usize, at: usize): void {
  for (let v: usize = 0; v < CHUNK_BYTES; v += VECTOR) {
    const d = at + v;
    const bar = load(bars + AT_REACH + v);
    const impressionsBar = load(bars + AT_IMPRESSIONS + v);
    const wanted = v128.any_true(f64x2.ne(bar, both(0)));
    for (let index = 0; index < program.lineCount; index++) {
      const line = program.line(index);
      store(line.bars + IMPRESSIONS + d, impressionsBar);
      store(line.bars + REACH + d, both(0));
    }
    if (!wanted) continue;
    for (let p = 0; p < program.platforms; p++) {
      const row = program.platformReach + ROW * p;
      let reachBar = mul(bar, program.hasPopulation ? missedByOthers(program, p, d) : both(1));
      for (let index = 0; index < program.lineCount; index++) {
        const line = program.line(index);
        if (line.platformReach != row) continue;
        // The first of a platform's lines that reaches as many as its largest.
        const isLargest = f64x2.eq(load(line.totals + REACH + d), load(row + d));
        const A = load(line.largestAudience + d);
        const exists = positive(A);
        const frequency = where(exists, div(load(line.totals + IMPRESSIONS + d), A));
        const unreached = where(exists, fade(frequency));
        const mine = where(isLargest, reachBar);
        addAt(line.bars + IMPRESSIONS + d, mul(mine, unreached));
        store(line.bars + REACH + d, mul(mine, saturationByRoom(frequency, unreached)));
        reachBar = v128.andnot(reachBar, isLargest);
      }
    }
  }
}

/** Seeds of each line's spend and conversions, and what figures of some of the lines add to these and to impressions. */
function seedSums(program: Program, graph: Graph, at: usize): void {
  for (let v: usize = 0; v < CHUNK_BYTES; v += VECTOR) {
    const spendBar = load(graph.bars + AT_SPEND + v);
    const conversionsBar = load(graph.bars + AT_CONVERSIONS + v);
    for (let index = 0; index < program.lineCount; index++) {
      const line = program.line(index);
      store(line.bars + SPEND + at + v, spendBar);
      store(line.bars + CONVERSIONS + at + v, conversionsBar);
      if (line.responseValues == 0) continue;
      addAt(line.bars + SPEND + at + v, load(graph.bars + AT_RESPONSE_SPEND + v));
      addAt(line.bars + CONVERSIONS + at + v, load(graph.bars + AT_RESPONSE_CONVERSIONS + v));
    }
    for (let k = 0; k < graph.sumCount; k++) {
      const sum = graph.sum(k);
      const bar = load(graph.bars + sum.node + v);
      for (let index = 0; index < sum.count; index++) {
        const line = changetype<Line>(<usize>i32.load(sum.lines + (<usize>index << 2)));
        addAt(line.bars + sum.total + at + v, bar);
      }
    }
  }
}

/** Π over the other platforms of 1 − R / pop; 0 where this one reaches everybody. */
function missedByOthers(program: Program, platform: i32, d: usize): v128 {
  const people = load(program.population + d);
  let missed = both(1);
  for (let p = 0, row = program.platformReach; p < program.platforms; p++, row += ROW) {
    if (p != platform) missed = mul(missed, sub(both(1), smaller(both(1), div(load(row + d), people))));
  }
  const all = f64x2.ge(load(program.platformReach + ROW * platform + d), people);
  return v128.andnot(missed, all);
}

/** Orders of a period count as orders and, by what is still unrecorded at the end, as tail. */
function closePeriodBar(program: Program, bars: usize, t: i32, at: usize): void {
  const buyersBar = program.stockBars + ROW * (program.platforms + 1);
  const months = entry(program.months, 0);
  const last = t == program.periods - 1;
  for (let v: usize = 0; v < CHUNK_BYTES; v += VECTOR) {
    const d = at + v;
    const tailBar = load(bars + AT_TAIL + v);
    // θ^(T − t), a factor more each period back.
    const theta = load(program.derived + THETA + d);
    const unrecordedAt = program.periodBars + 3 * ROW + d;
    const unrecorded = where(f64x2.ne(tailBar, both(0)), last ? mul(tailBar, theta) : mul(load(unrecordedAt), theta));
    store(unrecordedAt, unrecorded);
    const newBar = add(load(bars + AT_NEW + v), unrecorded);
    const repeatBar = add(load(bars + AT_REPEAT + v), unrecorded);
    const referredBar = add(load(bars + AT_REFERRED + v), unrecorded);
    store(program.periodBars + d, newBar);
    store(program.periodBars + ROW + d, repeatBar);
    store(program.periodBars + 2 * ROW + d, referredBar);
    let bar = load(buyersBar + d);
    bar = add(bar, mul(mul(repeatBar, load(program.repeat_rate + d)), months));
    bar = add(bar, mul(mul(referredBar, load(program.referral_rate + d)), months));
    if (last) bar = add(bar, load(bars + AT_BUYERS_END + v));
    store(buyersBar + d, bar);
  }
}

function deliverBar(
  program: Program, line: Line, bars: usize, t: i32, trace: usize, gradient: usize, at: usize,
): void {
  if (line.stage == 0) deliverBarOf(program, line, bars, t, trace, gradient, at, true, true, true);
  else if (line.stage == 1) deliverBarOf(program, line, bars, t, trace, gradient, at, false, true, true);
  else if (line.stage == 2) deliverBarOf(program, line, bars, t, trace, gradient, at, false, false, true);
  else deliverBarOf(program, line, bars, t, trace, gradient, at, false, false, false);
}

// @ts-ignore: decorator
@inline
function deliverBarOf(
  program: Program, line: Line, bars: usize, t: i32, trace: usize, gradient: usize, at: usize,
  isAwareness: bool, bringsVisitors: bool, winsBuyers: bool,
): void {
  const season_cvr = entry(program.seasonCvr, t);
  const weight = entry(line.flighting, t);
  const quality = program.quality + ROW * t;
  const hotBar = program.stockBars + ROW * program.platforms;
  const buyersBar = hotBar + ROW;
  const kindBar = program.periodBars + (winsBuyers ? 0 : line.stage == 3 ? ROW : 2 * ROW);

  for (let v: usize = 0; v < CHUNK_BYTES; v += VECTOR) {
    const d = at + v;
    const i = load(trace);
    const A = load(trace + 1 * VECTOR);
    const remembered = load(trace + 2 * VECTOR);
    const e = load(trace + 3 * VECTOR);
    const worthBefore = load(trace + 4 * VECTOR);
    const worthAfter = load(trace + 5 * VECTOR);
    const faded = load(trace + 8 * VECTOR);
    const perUnit = load(trace + 9 * VECTOR);

    let conversionsBar = add(load(line.bars + CONVERSIONS + d), load(kindBar + d));
    if (winsBuyers) conversionsBar = add(conversionsBar, load(buyersBar + d));
    let clicksBar = mul(mul(mul(conversionsBar, load(line.cvr + d)), season_cvr), load(program.close_rate + d));
    clicksBar = add(load(bars + AT_CLICKS + v), clicksBar);
    if (bringsVisitors) clicksBar = add(clicksBar, mul(load(hotBar + d), load(program.landing + d)));
    let viewsBar = load(bars + AT_VIEWS + v);
    let impressionsBar = add(load(line.bars + IMPRESSIONS + d), load(line.memoryBar + d));
    if (isAwareness) {
      // engaged = r (1 − exp(−v / r))
      const r = load(trace + 6 * VECTOR);
      const exists = positive(r);
      const engagedBar = where(exists, load(line.warmBar + d));
      const perPerson = where(exists, div(load(trace + 7 * VECTOR), r));
      const idle = fade(perPerson);
      viewsBar = add(viewsBar, mul(engagedBar, idle));
      const reachBar = mul(engagedBar, saturationByRoom(perPerson, idle));
      // ∂r/∂i = exp(−i / A)
      const frequency = where(positive(A), div(i, A));
      impressionsBar = add(impressionsBar, mul(reachBar, fade(frequency)));
    }
    const rates = add(mul(load(line.view_rate + d), viewsBar), mul(load(line.ctr + d), clicksBar));
    if (program.hasCreative) addAt(program.qualityBar + d, mul(e, rates));
    const effectiveBar = mul(load(quality + d), rates);
    impressionsBar = add(impressionsBar, mul(effectiveBar, worthAfter));
    // ∂e/∂(λM) = −(exp(−κ f0) − exp(−κ f1))
    const rememberedBar = sub(load(line.memoryBar + d), mul(effectiveBar, faded));
    store(line.memoryBar + d, mul(load(program.decay + d), rememberedBar));

    const reachable = positive(A);
    if (!isAwareness) {
      const f0 = where(reachable, div(remembered, A));
      const gained = sub(mul(e, add(both(1), mul(load(line.fatigue + d), f0))), mul(i, worthAfter));
      const works = v128.and(reachable, positive(worthBefore));
      const isLargest = f64x2.eq(A, load(line.largestAudience + d));
      const reachSeed = load(line.bars + REACH + d);
      const audienceBar = add(mul(effectiveBar, where(works, div(gained, A))), where(isLargest, reachSeed));
      store(line.bars + REACH + d, v128.andnot(reachSeed, isLargest));
      addAt(line.retargetedBar + d, where(reachable, mul(load(line.match + d), audienceBar)));
    }

    const spendBar = add(mul(impressionsBar, perUnit), load(line.bars + SPEND + d));
    addAt(gradient + d, mul(weight, choose(reachable, spendBar, load(bars + AT_UNSPENT + v))));
    trace += TRACES * VECTOR;
  }
}

/** Section 5 turned round: one period's quality and the proven pool that carries over to it. */
function qualityBar(program: Program, gradient: usize, t: i32, at: usize): void {
  const months = entry(program.months, 0);
  const y_proven = entry(program.creative, 0);
  for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) {
    const q = load(program.qualityBar + d);
    // On entry this is the derivative with respect to a_{t+1}.
    const next = load(program.poolBar + d);
    const found = mul(next, months);
    addAt(gradient + d, mul(q, load(program.pool + ROW * t + d)));
    addAt(gradient + ROW + d, add(mul(q, load(program.m_experiment + d)), mul(found, load(program.g_experiment + d))));
    addAt(gradient + 2 * ROW + d, add(mul(q, load(program.m_moonshot + d)), mul(found, load(program.g_moonshot + d))));
    store(program.poolBar + d, add(mul(q, y_proven), mul(next, load(program.decay + WEAR + d))));
  }
}
