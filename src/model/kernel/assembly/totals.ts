// Section 6: what the passes leave for the KPIs of the whole plan, in the order of BASE_FIGURES.
import { combineReach } from './reach';
import {
  BUYERS, CHUNK_BYTES, CLICKS, CONVERSIONS, FIXED_COST, FUTURE_ORDERS_PER_BUYER, IMPRESSIONS, LTV, NEW, PERIOD_TOTALS,
  Graph, Line, Program, REACH, REFERRED, REPEAT, ROW, SPEND, THETA, UNSPENT, VIEWS,
} from './tables';
import { add, both, larger, load, mul, store, VECTOR } from './vector';

// Where a base figure stands in a chunk's figures.
export const AT_SPEND: usize = 0 * CHUNK_BYTES;
export const AT_UNSPENT: usize = 1 * CHUNK_BYTES;
export const AT_IMPRESSIONS: usize = 2 * CHUNK_BYTES;
export const AT_REACH: usize = 3 * CHUNK_BYTES;
export const AT_VIEWS: usize = 4 * CHUNK_BYTES;
export const AT_CLICKS: usize = 5 * CHUNK_BYTES;
export const AT_CONVERSIONS: usize = 6 * CHUNK_BYTES;
export const AT_NEW: usize = 7 * CHUNK_BYTES;
export const AT_REPEAT: usize = 8 * CHUNK_BYTES;
export const AT_REFERRED: usize = 9 * CHUNK_BYTES;
export const AT_TAIL: usize = 10 * CHUNK_BYTES;
export const AT_BUYERS_END: usize = 11 * CHUNK_BYTES;
export const AT_ORDER_VALUE: usize = 12 * CHUNK_BYTES;
export const AT_MARGIN: usize = 13 * CHUNK_BYTES;
export const AT_FEE: usize = 14 * CHUNK_BYTES;
export const AT_TAX: usize = 15 * CHUNK_BYTES;
export const AT_FIXED_COST: usize = 16 * CHUNK_BYTES;
export const AT_LTV: usize = 17 * CHUNK_BYTES;
export const AT_FUTURE_ORDERS: usize = 18 * CHUNK_BYTES;
export const AT_RESPONSE_SPEND: usize = 19 * CHUNK_BYTES;
export const AT_RESPONSE_CONVERSIONS: usize = 20 * CHUNK_BYTES;

/** @param to a chunk's figures */
export function planTotals(program: Program, to: usize, at: usize): void {
  largestLines(program, at);
  for (let v: usize = 0; v < CHUNK_BYTES; v += VECTOR) {
    const d = at + v;
    let spend = both(0);
    let unspent = both(0);
    let impressions = both(0);
    let views = both(0);
    let clicks = both(0);
    let conversions = both(0);
    let responseSpend = both(0);
    let responseConversions = both(0);
    for (let index = 0; index < program.lineCount; index++) {
      const line = program.line(index);
      const totals = line.totals + d;
      spend = add(spend, load(totals + SPEND));
      unspent = add(unspent, load(totals + UNSPENT));
      impressions = add(impressions, load(totals + IMPRESSIONS));
      views = add(views, load(totals + VIEWS));
      clicks = add(clicks, load(totals + CLICKS));
      conversions = add(conversions, load(totals + CONVERSIONS));
      if (line.responseValues == 0) continue;
      responseSpend = add(responseSpend, load(totals + SPEND));
      responseConversions = add(responseConversions, load(totals + CONVERSIONS));
    }
    store(to + AT_RESPONSE_SPEND + v, responseSpend);
    store(to + AT_RESPONSE_CONVERSIONS + v, responseConversions);
    store(to + AT_SPEND + v, spend);
    store(to + AT_UNSPENT + v, unspent);
    store(to + AT_IMPRESSIONS + v, impressions);
    store(to + AT_REACH + v, combineReach(program, program.platformReach, d));
    store(to + AT_VIEWS + v, views);
    store(to + AT_CLICKS + v, clicks);
    store(to + AT_CONVERSIONS + v, conversions);

    const theta = load(program.derived + THETA + d);
    let won = both(0);
    let repeat = both(0);
    let referred = both(0);
    let unrecorded = both(0);
    let period = program.periodTotals + d;
    for (let t = 0; t < program.periods; t++, period += ROW * PERIOD_TOTALS) {
      const now_new = load(period + NEW);
      const now_repeat = load(period + REPEAT);
      const now_referred = load(period + REFERRED);
      won = add(won, now_new);
      repeat = add(repeat, now_repeat);
      referred = add(referred, now_referred);
      unrecorded = mul(add(unrecorded, add(add(now_new, now_repeat), now_referred)), theta);
    }
    // What responses bring after the horizon is recorded then at the earliest.
    const new_after = load(program.afterHorizon + d);
    const repeat_after = load(program.afterHorizon + ROW + d);
    const referred_after = load(program.afterHorizon + 2 * ROW + d);
    store(to + AT_NEW + v, add(won, new_after));
    store(to + AT_REPEAT + v, add(repeat, repeat_after));
    store(to + AT_REFERRED + v, add(referred, referred_after));
    store(to + AT_TAIL + v, add(add(add(unrecorded, new_after), repeat_after), referred_after));
    store(to + AT_BUYERS_END + v, load(period - ROW * PERIOD_TOTALS + BUYERS));
    sharedFigures(program, to + v, d);
  }
}

/** Figures of some of the lines. */
export function lineSums(graph: Graph, at: usize): void {
  for (let k = 0; k < graph.sumCount; k++) {
    const sum = graph.sum(k);
    for (let v: usize = 0; v < CHUNK_BYTES; v += VECTOR) {
      let value = both(0);
      for (let index = 0; index < sum.count; index++) {
        const line = changetype<Line>(<usize>i32.load(sum.lines + (<usize>index << 2)));
        value = add(value, load(line.totals + sum.total + at + v));
      }
      store(graph.values + sum.node + v, value);
    }
  }
}

/** Figures that are the same for every group: prices and rates of the draw. */
// @ts-ignore: decorator
@inline
export function sharedFigures(program: Program, to: usize, d: usize): void {
  store(to + AT_ORDER_VALUE, load(program.order_value + d));
  store(to + AT_MARGIN, load(program.margin + d));
  store(to + AT_FEE, load(program.fee + d));
  store(to + AT_TAX, load(program.tax + d));
  store(to + AT_FIXED_COST, load(program.derived + FIXED_COST + d));
  store(to + AT_LTV, load(program.derived + LTV + d));
  store(to + AT_FUTURE_ORDERS, load(program.derived + FUTURE_ORDERS_PER_BUYER + d));
}

/** Each platform's reach is its largest line's. */
function largestLines(program: Program, at: usize): void {
  for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) {
    for (let p = 0, row = program.platformReach; p < program.platforms; p++, row += ROW) store(row + d, both(0));
    for (let index = 0; index < program.lineCount; index++) {
      const line = program.line(index);
      store(line.platformReach + d, larger(load(line.platformReach + d), load(line.totals + REACH + d)));
    }
  }
}
