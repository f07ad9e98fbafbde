import { required } from '../../required.js';
import type { GroupBounds, GroupNode } from './groups.js';

/** Best values of a group for each number of cells it gets; −∞ where it can't have just so many. */
interface Table {
  readonly best: Float64Array;
  /** Writes what each line gets where the group gets so many cells. */
  readonly recover: (cells: number, to: Uint16Array) => void;
}

/** Which numbers of cells a line may have. */
export interface CellBounds {
  readonly least: number;
  readonly most: number;
  /** 0 is allowed beside what lies between `least` and `most`. */
  readonly off: boolean;
}

interface Deal {
  /** Cells that are dealt out at most. */
  readonly steps: number;
  /** Cells that the whole budget is worth. */
  readonly cells: number;
  readonly root: GroupNode;
  /** By line: what it is worth with 0, 1, … cells. */
  readonly worth: readonly Float64Array[];
  readonly bounds: readonly CellBounds[];
  /** Cells spent in all, which relative bounds are shares of; left out where there are none. */
  readonly spent?: number;
}

/** Rounding error of a bound, in cells: one that lies between two is met by the nearer. */
const HALF = 0.5 + 1e-6;

/**
 * Deals a budget out in cells by dynamic programming: the best sum of the lines' worths for each number of cells spent in
 * all, every group within its bounds. Exact to the grid.
 */
export function deal(task: Deal): Table {
  return tableOf(task, task.root);
}

function tableOf(task: Deal, node: GroupNode): Table {
  const { steps } = task;
  if (node.kind === 'line') {
    const { least, most, off } = task.bounds[node.line];
    const worth = task.worth[node.line];
    const best = new Float64Array(steps + 1).fill(Number.NEGATIVE_INFINITY);
    for (let k = Math.max(0, least); k <= Math.min(steps, most); k++) best[k] = worth[k];
    if (off) best[0] = worth[0];
    return {
      best,
      recover: (cells, to) => {
        to[node.line] = cells;
      },
    };
  }
  const [low, high] = cellsOf(task, node.bounds);
  let sum: Table | null = null;
  node.children.forEach((child, index) => {
    const own = tableOf(task, child);
    const ratios = index === 1 ? node.ratios : [];
    sum =
      sum === null
        ? own
        : joined(
            steps,
            sum,
            own,
            high,
            (first, second) =>
              ratios.every((ratio) => {
                const value = ratio.first * first + ratio.second * second;
                const room = HALF * Math.max(Math.abs(ratio.first), Math.abs(ratio.second));
                return value >= ratio.lower * task.cells - room && value <= ratio.upper * task.cells + room;
              }),
            ratios.length > 0,
          );
  });
  const { best, recover } = required<Table>(sum);
  for (let k = 0; k <= steps; k++) if (k < low || k > high) best[k] = Number.NEGATIVE_INFINITY;
  return { best, recover };
}

function joined(
  steps: number,
  a: Table,
  b: Table,
  high: number,
  allowed: (first: number, second: number) => boolean,
  asks: boolean,
): Table {
  const best = new Float64Array(steps + 1).fill(Number.NEGATIVE_INFINITY);
  const ofSecond = new Uint16Array(steps + 1);
  for (let second = 0; second <= steps; second++) {
    const own = b.best[second];
    if (own === Number.NEGATIVE_INFINITY) continue;
    for (let first = 0; first <= Math.min(steps, high) - second; first++) {
      const value = a.best[first] + own;
      if (value > best[first + second] && (!asks || allowed(first, second))) {
        best[first + second] = value;
        ofSecond[first + second] = second;
      }
    }
  }
  return {
    best,
    recover: (cells, to) => {
      const second = ofSecond[cells];
      a.recover(cells - second, to);
      b.recover(second, to);
    },
  };
}

function cellsOf({ steps, cells, spent = cells }: Deal, bounds: GroupBounds): readonly [number, number] {
  const lower = Math.max(bounds.lower * cells, bounds.relativeLower * spent);
  const upper = Math.min(bounds.upper * cells, bounds.relativeUpper * spent);
  return [Math.ceil(lower - HALF), Math.min(steps, Math.floor(upper + HALF))];
}
