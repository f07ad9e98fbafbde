// Lines with a response, in the place of sections 3 and 4. What their curves bring, and what a unit more of adstocked
// spend would, stands in their rows already: `../../response/outcome.ts` computes it for both passes.
import {
  CHUNK_BYTES, CONVERSIONS, Line, NEW, PERIOD_TOTALS, Program, REFERRED, REPEAT, RESPONSE_CONVERSIONS, RESPONSE_SPEND, ROW,
  SPEND,
} from './tables';
import { AT_NEW, AT_REFERRED, AT_REPEAT, AT_TAIL } from './totals';
import { add, addAt, both, div, entry, load, mul, store, VECTOR } from './vector';

/** 0 new, 1 repeat, 2 referred: what the orders of a line's stage count as. */
// @ts-ignore: decorator
@inline
function kindOf(line: Line): i32 {
  return line.stage <= 2 ? 0 : line.stage == 3 ? 1 : 2;
}

/** A line's period. */
export function deliverResponse(program: Program, line: Line, t: i32, at: usize): void {
  const spend = entry(line.spend, t);
  const kind = kindOf(line);
  const totals = line.totals;
  const period = program.periodTotals + ROW * t * PERIOD_TOTALS;
  const kindAt = period + (kind == 0 ? NEW : kind == 1 ? REPEAT : REFERRED);
  const buyers = program.stocks + ROW * (program.platforms + 1);
  const values = line.responseValues + ROW * t;
  for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) {
    const conversions = load(values + d);
    addAt(totals + SPEND + d, spend);
    addAt(totals + CONVERSIONS + d, conversions);
    addAt(period + SPEND + d, spend);
    addAt(period + CONVERSIONS + d, conversions);
    addAt(period + RESPONSE_SPEND + d, spend);
    addAt(period + RESPONSE_CONVERSIONS + d, conversions);
    addAt(kindAt + d, conversions);
    if (kind == 0) addAt(buyers + d, conversions);
  }
}

/** What comes after the horizon: in the lines' totals and in `afterHorizon`, in no period. */
export function closeResponses(program: Program, at: usize): void {
  for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) {
    store(program.afterHorizon + d, both(0));
    store(program.afterHorizon + ROW + d, both(0));
    store(program.afterHorizon + 2 * ROW + d, both(0));
  }
  for (let index = 0; index < program.lineCount; index++) {
    const line = program.line(index);
    if (line.responseValues == 0) continue;
    const from = line.responseValues + ROW * program.periods;
    const after = program.afterHorizon + ROW * kindOf(line);
    for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) {
      addAt(line.totals + CONVERSIONS + d, load(from + d));
      addAt(after + d, load(from + d));
    }
  }
}

/** The periods after the horizon turned round: they come before all others, going back. */
export function openResponseBars(program: Program, bars: usize, at: usize): void {
  for (let index = 0; index < program.lineCount; index++) {
    const line = program.line(index);
    if (line.responseValues == 0) continue;
    const kind = kindOf(line);
    const kindBar = bars + (kind == 0 ? AT_NEW : kind == 1 ? AT_REPEAT : AT_REFERRED);
    const end = program.periods + line.responseLength - 1;
    for (let v: usize = 0; v < CHUNK_BYTES; v += VECTOR) {
      const afterBar = add(load(kindBar + v), load(bars + AT_TAIL + v));
      const outcomeBar = add(load(line.bars + CONVERSIONS + at + v), afterBar);
      for (let t = program.periods; t < end; t++) {
        const d = ROW * t + at + v;
        store(line.responseBars + d, mul(load(line.responseMarginals + d), outcomeBar));
      }
    }
  }
}

/** A line's period turned round: its spend works in as many periods as its adstock is long. */
export function deliverResponseBar(program: Program, line: Line, t: i32, gradient: usize, at: usize): void {
  const kind = kindOf(line);
  const weight = entry(line.flighting, t);
  const seasonCpm = entry(program.seasonCpm, t);
  const buyersBar = program.stockBars + ROW * (program.platforms + 1);
  for (let v: usize = 0; v < CHUNK_BYTES; v += VECTOR) {
    const d = at + v;
    let outcomeBar = add(load(line.bars + CONVERSIONS + d), load(program.periodBars + ROW * kind + d));
    if (kind == 0) outcomeBar = add(outcomeBar, load(buyersBar + d));
    const bar = line.responseBars + ROW * t + d;
    store(bar, mul(load(line.responseMarginals + ROW * t + d), outcomeBar));
    let effect = both(0);
    for (let j = 0; j < line.responseLength; j++) {
      effect = add(effect, mul(load(line.responseWeights + ROW * j + d), load(bar + ROW * j)));
    }
    addAt(gradient + d, mul(weight, add(load(line.bars + SPEND + d), div(effect, seasonCpm))));
  }
}
