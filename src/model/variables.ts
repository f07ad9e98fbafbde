import { restOf } from './prepared.js';
import type { Program } from './program.js';

/**
 * What a plan can change, in the rows of a gradient: the lines in the program's order, the three creative shares, then the
 * numbers of posts that are for the optimiser to choose, in the scenario's order of sources.
 */
interface Variables {
  readonly count: number;
  /** First row of each line: its only one, or, where its flighting is free, that of period 0. */
  readonly first: readonly number[];
  /** Rows of a line from one period to the next: 1 where its flighting is free, else 0. */
  readonly step: readonly number[];
  /** Where a row stands among the variables in the scenario's order of lines. */
  readonly column: readonly number[];
  /** Row of the first creative share. */
  readonly creative: number;
  /** Row of each source's number of posts; −1 where it is fixed. */
  readonly posts: readonly number[];
}

/** The variables of a program: a line's budget, or its spend in each period where its flighting is free. */
export function variablesOf(program: Program): Variables {
  const { lines, periods } = program;
  const rowsOf = lines.map(({ free }) => (free === true ? periods : 1));
  const order = lines.map((_, line) => line).sort((a, b) => lines[a].scenarioIndex - lines[b].scenarioIndex);
  const columnOf = new Array<number>(lines.length).fill(0);
  let next = 0;
  for (const line of order) {
    columnOf[line] = next;
    next += rowsOf[line];
  }
  const first: number[] = [];
  const column: number[] = [];
  for (let line = 0; line < lines.length; line++) {
    first.push(column.length);
    for (let t = 0; t < rowsOf[line]; t++) column.push(columnOf[line] + t);
  }
  const creative = column.length;
  for (let tier = 0; tier < 3; tier++) column.push(next + tier);
  const posts = restOf(program).sources.map(({ most }) => (most === null ? -1 : column.push(column.length) - 1));
  return { count: column.length, first, step: rowsOf.map((rows) => (rows > 1 ? 1 : 0)), column, creative, posts };
}

/** What a unit more of a line's variable for a period spends in that period: all of it, or the period's flighting weight. */
export function weightOf(program: Program, line: number, period: number): number {
  return program.lines[line].free === true ? 1 : program.flighting[line * program.periods + period];
}
