// Section 4: whom a line can reach, and what becomes of them. Section 3 is in `delivery.ts`.
import { poissonReach, uniqueActors, worth } from './delivery';
import { combineReach } from './reach';
import { freshAfter, meanFade } from './exponential';
import {
  BUYERS, CHUNK_BYTES, CLICKS, CONVERSIONS, IMPRESSIONS, Line, NEW, PERIOD_TOTALS, Program, REACH, REFERRED, REPEAT, ROW,
  SPEND, TRACES, UNSPENT, VIEWS,
} from './tables';
import { add, addAt, both, div, entry, larger, load, mul, positive, smaller, store, sub, VECTOR, where } from './vector';

/** Stocks at the start. */
export function startStocks(program: Program, at: usize): void {
  const P = program.platforms;
  for (let stock = 0, row = program.stocks; stock < P + 2; stock++, row += ROW) {
    const from = stock < P ? program.warm : stock == P ? program.hot : program.buyers;
    for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) store(row + d, load(from + d));
  }
}

/** At the start of a period each stock decays. */
export function decayStocks(program: Program, at: usize): void {
  const P = program.platforms;
  for (let stock = 0, row = program.stocks; stock < P + 2; stock++, row += ROW) {
    const decay = program.decay + ROW * (stock < P ? 1 : stock - P + 2);
    for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) store(row + d, mul(load(row + d), load(decay + d)));
  }
}

/** A line's period. */
export function deliver(program: Program, line: Line, t: i32, trace: usize, at: usize): void {
  if (trace != 0) {
    if (line.stage == 0) deliverTo(program, line, t, trace, at, true, true, true, true);
    else if (line.stage == 1) deliverTo(program, line, t, trace, at, false, true, true, true);
    else if (line.stage == 2) deliverTo(program, line, t, trace, at, false, false, true, true);
    else deliverTo(program, line, t, trace, at, false, false, false, true);
  } else {
    if (line.stage == 0) deliverTo(program, line, t, trace, at, true, true, true, false);
    else if (line.stage == 1) deliverTo(program, line, t, trace, at, false, true, true, false);
    else if (line.stage == 2) deliverTo(program, line, t, trace, at, false, false, true, false);
    else deliverTo(program, line, t, trace, at, false, false, false, false);
  }
}

/** Sections 3 and 4, the stage's couplings known when this is compiled. */
// @ts-ignore: decorator
@inline
function deliverTo(
  program: Program, line: Line, t: i32, trace: usize, at: usize,
  isAwareness: bool, bringsVisitors: bool, winsBuyers: bool, traced: bool,
): void {
  const row = ROW * t;
  const budget = entry(line.spend, t);
  const season_cpm = entry(program.seasonCpm, t);
  const season_cvr = entry(program.seasonCvr, t);
  const noise = line.noise + row;
  const quality = program.quality + row;
  const hot = program.stocks + ROW * program.platforms;
  const buyers = hot + ROW;
  const totals = line.totals;
  const period = program.periodTotals + row * PERIOD_TOTALS;
  const kind = period + (winsBuyers ? NEW : line.stage == 3 ? REPEAT : REFERRED);

  for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) {
    let A = load(line.audience + d);
    if (!isAwareness) A = add(A, mul(load(line.match + d), load(line.retargeted + d)));
    const reachable = positive(A);
    // An empty pool delivers nothing, and what was meant for it stays unspent.
    const spent = where(reachable, budget);
    const c = mul(mul(load(line.cpm + d), season_cpm), load(noise + d));
    const perUnit = div(both(1000), c);
    const i = mul(spent, perUnit);

    const kappa = load(line.fatigue + d);
    const remembered = mul(load(program.decay + d), load(line.memory + d));
    const f0 = where(reachable, div(remembered, A));
    const f = where(reachable, div(i, A));
    const steps = mul(kappa, f);
    const worthBefore = worth(kappa, f0);
    const freshness = meanFade(steps);
    const e = mul(mul(i, worthBefore), freshness);

    const qe = mul(load(quality + d), e);
    const views = mul(load(line.view_rate + d), qe);
    const clicks = mul(load(line.ctr + d), qe);
    const conversions = mul(mul(mul(load(line.cvr + d), season_cvr), load(program.close_rate + d)), clicks);

    store(line.memory + d, add(remembered, i));
    store(line.largestAudience + d, larger(load(line.largestAudience + d), A));
    const furthest = load(line.platformReach + d);
    let r = smaller(i, A);
    // Reach is below either: mostly that settles that the line isn't its platform's largest, and its reach isn't needed.
    if (isAwareness || traced || i64x2.bitmask(f64x2.gt(r, furthest)) != 0) {
      r = poissonReach(A, f);
      store(line.platformReach + d, larger(furthest, r));
    }
    if (isAwareness) addAt(line.warm + d, uniqueActors(r, views));
    if (bringsVisitors) addAt(hot + d, mul(load(program.landing + d), clicks));
    if (winsBuyers) addAt(buyers + d, conversions);

    addAt(totals + SPEND + d, spent);
    addAt(totals + IMPRESSIONS + d, i);
    addAt(totals + VIEWS + d, views);
    addAt(totals + CLICKS + d, clicks);
    addAt(totals + CONVERSIONS + d, conversions);
    addAt(period + SPEND + d, spent);
    addAt(period + IMPRESSIONS + d, i);
    addAt(period + VIEWS + d, views);
    addAt(period + CLICKS + d, clicks);
    addAt(period + CONVERSIONS + d, conversions);
    addAt(kind + d, conversions);
    if (!i64x2.all_true(reachable)) {
      const unspent = sub(budget, spent);
      addAt(totals + UNSPENT + d, unspent);
      addAt(period + UNSPENT + d, unspent);
    }

    if (traced) {
      store(trace, i);
      store(trace + 1 * VECTOR, A);
      store(trace + 2 * VECTOR, remembered);
      store(trace + 3 * VECTOR, e);
      store(trace + 4 * VECTOR, worthBefore);
      store(trace + 5 * VECTOR, mul(worthBefore, freshAfter(steps, freshness)));
      store(trace + 6 * VECTOR, r);
      store(trace + 7 * VECTOR, views);
      store(trace + 8 * VECTOR, mul(mul(worthBefore, steps), freshness));
      store(trace + 9 * VECTOR, perUnit);
      trace += TRACES * VECTOR;
    }
  }
}

/** The buyers' own orders and referrals (section 6), from the stock at the period's end, and the people reached. */
export function closePeriod(program: Program, t: i32, at: usize): void {
  const stock = program.stocks + ROW * (program.platforms + 1);
  const period = program.periodTotals + ROW * PERIOD_TOTALS * t;
  const months = entry(program.months, 0);
  for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) {
    const now = load(stock + d);
    store(period + BUYERS + d, now);
    addAt(period + REPEAT + d, mul(mul(load(program.repeat_rate + d), months), now));
    addAt(period + REFERRED + d, mul(mul(load(program.referral_rate + d), months), now));
    store(period + REACH + d, combineReach(program, program.platformReach, d));
  }
}
