// The model's page from section 3 to 6, for one chunk of draws.
import { creativeQuality } from './creative';
import { closePeriod, decayStocks, deliver, startStocks } from './funnel';
import { horizonReach } from './reach';
import { closeResponses, deliverResponse } from './response';
import { CHUNK_BYTES, LINE_TOTALS, PERIOD_TOTALS, Program, ROW, TRACE_BYTES } from './tables';
import { both, store, VECTOR } from './vector';

/**
 * @param traced whether the adjoint is to follow
 * @param at bytes from a row's start to the chunk's draws
 */
export function forwardChunk(program: Program, traced: bool, at: usize): void {
  const L = program.lineCount;
  clear(program.memory, L, at);
  clear(program.largestAudience, L, at);
  clear(program.lineTotals, <i32>LINE_TOTALS * L, at);
  clear(program.periodTotals, <i32>PERIOD_TOTALS * program.periods, at);
  if (program.hasCreative) creativeQuality(program, at);
  startStocks(program, at);
  let trace = traced ? program.trace : 0;
  for (let t = 0; t < program.periods; t++) {
    clear(program.platformReach, program.platforms, at);
    decayStocks(program, at);
    for (let index = 0; index < L; index++) {
      const line = program.line(index);
      if (line.responseValues != 0) deliverResponse(program, line, t, at);
      else deliver(program, line, t, trace, at);
      if (trace != 0) trace += TRACE_BYTES;
    }
    closePeriod(program, t, at);
  }
  closeResponses(program, at);
  horizonReach(program, at);
}

function clear(region: usize, rows: i32, at: usize): void {
  for (let row = 0; row < rows; row++, region += ROW) {
    for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) store(region + d, both(0));
  }
}
