import type { Program } from '../../model/program.js';
import type { ProgramInFlight } from '../../model/program-in-flight.js';

/** What is counted: each given what it comes from, so that a line's price, click rate and conversion rate are distinguished. */
export const COUNTED = ['impressions', 'clicks', 'conversions'] as const;
export type Counted = (typeof COUNTED)[number];

/** One platform's count of one line and period. */
export interface Observation {
  /** In the program's order. */
  readonly line: number;
  readonly period: number;
  readonly of: Counted;
  readonly count: number;
}

/**
 * Counts that say something: impressions where money was spent, clicks where there were impressions, conversions where there
 * were clicks (impressions, where clicks aren't reported). A line with a fitted curve tells its conversions alone.
 */
export function observationsOf(program: Program, inFlight: ProgramInFlight): Observation[] {
  return inFlight.lines.flatMap(({ spend, impressions, clicks, conversions }, line) => {
    const curve = program.lines[line].response !== undefined;
    return spend.flatMap((amount, period) => {
      const [served, clicked, converted] = [impressions[period], clicks[period], conversions[period]];
      const found: Observation[] = [];
      if (!curve && amount > 0 && served > 0) found.push({ line, period, of: 'impressions', count: served });
      if (!curve && served > 0 && !Number.isNaN(clicked)) found.push({ line, period, of: 'clicks', count: clicked });
      const from = curve ? amount : Number.isNaN(clicked) ? served : clicked;
      if (from > 0 && !Number.isNaN(converted)) found.push({ line, period, of: 'conversions', count: converted });
      return found;
    });
  });
}
