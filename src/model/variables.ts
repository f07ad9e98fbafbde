import type { Program } from './program.js';

/** What a plan can change, in the rows of a gradient: the lines in the program's order, then the three creative shares. */
export interface Variables {
  readonly count: number;
  /** First row of each line: its only one, or, where its flighting is free, that of period 0. */
  readonly first: readonly number[];
  /** Rows of a line from one period to the next: 1 where its flighting is free, else 0. */
  readonly step: readonly number[];
  /** Where a row stands among the variables in the scenario's order of lines. */
  readonly column: readonly number[];
}

/** The variables of a program: a line's budget, or its spend in each period where its flighting is free. */
export function variablesOf({ lines, periods }: Program): Variables {
  const rowsOf = lines.map(({ free }) => (free === true ? periods : 1));
  const order = lines.map((_, line) => line).sort((a, b) => lines[a]!.scenarioIndex - lines[b]!.scenarioIndex);
  const columnOf = new Array<number>(lines.length).fill(0);
  let next = 0;
  for (const line of order) {
    columnOf[line] = next;
    next += rowsOf[line]!;
  }
  const first: number[] = [];
  const column: number[] = [];
  for (let line = 0; line < lines.length; line++) {
    first.push(column.length);
    for (let t = 0; t < rowsOf[line]!; t++) column.push(columnOf[line]! + t);
  }
  for (let tier = 0; tier < 3; tier++) column.push(next + tier);
  return { count: column.length, first, step: rowsOf.map((rows) => (rows > 1 ? 1 : 0)), column };
}

/** What a unit more of a line's variable for a period spends in that period: all of it, or the period's flighting weight. */
export function weightOf(program: Program, line: number, period: number): number {
  return program.lines[line]!.free === true ? 1 : program.flighting[line * program.periods + period]!;
}
