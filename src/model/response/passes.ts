import { type Layout, LINE_TOTALS, lineTotalAt, PERIOD_BARS, periodTotalAt, rowAt, STRIDE } from '../layout.js';
import type { Program, ProgramLine } from '../program.js';
import type { ProgramResponse } from './program.js';

/** A line with a response. */
type ResponseLine = ProgramLine & { readonly response: ProgramResponse };

export function hasResponse(line: ProgramLine): line is ResponseLine {
  return line.response !== undefined;
}

/** Whose conversions a line's count as: 0 new, 1 repeat, 2 referred. */
export function orderKind({ stage }: ProgramLine): 0 | 1 | 2 {
  return stage === 'loyalty' ? 1 : stage === 'advocacy' ? 2 : 0;
}

const KINDS = ['new', 'repeat', 'referred'] as const;

/** A period of a line with a response, in the place of sections 3 and 4: what `respond` has found, added up. */
export function deliverResponse(
  program: Program,
  layout: Layout,
  data: Float64Array,
  spend: number,
  index: number,
  t: number,
  lanes: number,
): void {
  const line = program.lines[index] as ResponseLine;
  const kind = orderKind(line);
  const values = rowAt(layout.responseValues, line.response.valuesAt + t);
  const buyers = rowAt(layout.stocks, program.platforms.length + 1);
  const totals = lineTotalAt(layout, index, 'spend');
  const conversionsAt = lineTotalAt(layout, index, 'conversions');
  const period = periodTotalAt(layout, t, 'spend');
  const periodConversions = periodTotalAt(layout, t, 'conversions');
  const responseSpend = periodTotalAt(layout, t, 'response_spend');
  const responseConversions = periodTotalAt(layout, t, 'response_conversions');
  const kindAt = periodTotalAt(layout, t, KINDS[kind]);
  for (let d = 0; d < lanes; d++) {
    const conversions = data[values + d]!;
    addAt(data, totals + d, spend);
    addAt(data, conversionsAt + d, conversions);
    addAt(data, period + d, spend);
    addAt(data, periodConversions + d, conversions);
    addAt(data, responseSpend + d, spend);
    addAt(data, responseConversions + d, conversions);
    addAt(data, kindAt + d, conversions);
    if (kind === 0) addAt(data, buyers + d, conversions);
  }
}

/** What responses bring after the horizon: in the lines' totals and in `afterHorizon`, in no period. */
export function closeResponses(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  const { start, rows } = layout.afterHorizon;
  for (let row = 0; row < rows; row++) data.fill(0, start + row * STRIDE, start + row * STRIDE + lanes);
  program.lines.forEach((line, index) => {
    if (!hasResponse(line)) return;
    const from = rowAt(layout.responseValues, line.response.valuesAt + program.periods);
    const conversionsAt = lineTotalAt(layout, index, 'conversions');
    const after = rowAt(layout.afterHorizon, orderKind(line));
    for (let d = 0; d < lanes; d++) {
      addAt(data, conversionsAt + d, data[from + d]!);
      addAt(data, after + d, data[from + d]!);
    }
  });
}

/** The periods after the horizon turned round: they come before all others, going back. */
export function openResponseBars(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  program.lines.forEach((line, index) => {
    if (!hasResponse(line)) return;
    const { marginalsAt, length } = line.response;
    const conversionsBar = rowAt(layout.lineBars, index * LINE_TOTALS.length + 6);
    const afterBar = rowAt(layout.afterBars, orderKind(line));
    for (let t = program.periods; t < program.periods + length - 1; t++) {
      const marginal = rowAt(layout.responseMarginals, marginalsAt + t);
      const bar = rowAt(layout.responseBars, marginalsAt + t);
      for (let d = 0; d < lanes; d++) {
        data[bar + d] = data[marginal + d]! * (data[conversionsBar + d]! + data[afterBar + d]!);
      }
    }
  });
}

/**
 * A period of a line with a response turned round: its spend works in as many periods as its adstock is long.
 *
 * @param gradient start of the row that gets `weight` times the derivative by the period's spend
 */
export function deliverResponseBar(
  program: Program,
  layout: Layout,
  data: Float64Array,
  place: { readonly index: number; readonly t: number; readonly gradient: number; readonly weight: number },
  lanes: number,
): void {
  const { index, t, gradient, weight } = place;
  const line = program.lines[index] as ResponseLine;
  const { marginalsAt, weightsAt, length } = line.response;
  const kind = orderKind(line);
  const spendBar = rowAt(layout.lineBars, index * LINE_TOTALS.length);
  const conversionsBar = rowAt(layout.lineBars, index * LINE_TOTALS.length + 6);
  const kindBar = rowAt(layout.periodBars, t * PERIOD_BARS.length + kind);
  const buyersBar = rowAt(layout.stockBars, program.platforms.length + 1);
  const marginal = rowAt(layout.responseMarginals, marginalsAt + t);
  const bar = rowAt(layout.responseBars, marginalsAt + t);
  const weights = rowAt(layout.responseWeights, weightsAt);
  const perUnit = weight / (program.seasonCpm[t] ?? 1);
  for (let d = 0; d < lanes; d++) {
    const outcomeBar = data[conversionsBar + d]! + data[kindBar + d]! + (kind === 0 ? data[buyersBar + d]! : 0);
    data[bar + d] = data[marginal + d]! * outcomeBar;
    let effect = 0;
    for (let j = 0; j < length; j++) effect += data[weights + j * STRIDE + d]! * data[bar + j * STRIDE + d]!;
    addAt(data, gradient + d, weight * data[spendBar + d]! + perUnit * effect);
  }
}

function addAt(data: Float64Array, at: number, value: number): void {
  data[at] = data[at]! + value;
}
