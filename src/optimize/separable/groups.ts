import type { LinearRow, LinearRules } from '../linear-rules.js';

/** Bounds on what some lines get together: shares of the budget, and of what is spent. */
export interface GroupBounds {
  lower: number;
  upper: number;
  relativeLower: number;
  relativeUpper: number;
}

/** `lower ≤ first · (what the first child gets) + second · (what the second gets) ≤ upper`. */
interface RatioBounds {
  readonly first: number;
  readonly second: number;
  readonly lower: number;
  readonly upper: number;
}

export type GroupNode =
  | { readonly kind: 'line'; readonly line: number }
  | {
      readonly kind: 'group';
      readonly children: readonly GroupNode[];
      readonly bounds: GroupBounds;
      /** Between the first two children. */
      readonly ratios: readonly RatioBounds[];
    };

/** The linear rules as a tree of groups of lines, each within its parent. */
interface GroupTree {
  readonly root: GroupNode;
  /** Every rule over lines' budgets is in the tree: none that cuts across another's group was left out. */
  readonly complete: boolean;
  /** Some bounds are shares of what is spent, where that may be less than the budget. */
  readonly relative: boolean;
}

interface Group {
  readonly members: ReadonlySet<number>;
  readonly bounds: GroupBounds;
  readonly pair: { readonly first: ReadonlySet<number>; readonly second: ReadonlySet<number> } | null;
  readonly ratios: RatioBounds[];
}

const UNBOUNDED = (): GroupBounds => ({
  lower: 0,
  upper: Number.POSITIVE_INFINITY,
  relativeLower: 0,
  relativeUpper: Number.POSITIVE_INFINITY,
});

/** Builds the tree; groups that overlap one taken before without lying in it (or around it) are left out. */
export function groupTree(rules: LinearRules): GroupTree {
  const all = new Set(Array.from({ length: rules.lines }, (_, l) => l));
  const groups = new Map<string, Group>();
  const groupOf = (members: ReadonlySet<number>, pair: Group['pair'] = null): Group => {
    const key = `${pair === null ? '' : `${[...pair.first].join()}:${[...pair.second].join()}/`}${[...members].sort((a, b) => a - b).join()}`;
    const known = groups.get(key);
    if (known !== undefined) return known;
    const group: Group = { members, bounds: UNBOUNDED(), pair, ratios: [] };
    groups.set(key, group);
    return group;
  };
  const root = groupOf(all);
  let complete = true;
  let relative = false;
  for (const row of rules.rows) {
    if (row.unit === 'creative') continue;
    const bounded = row.share ?? row;
    const signs = signsOf(bounded, rules.lines);
    // Shares of what is spent, posts among it, are no bounds of lines alone.
    const withPay = row.share !== undefined && (row.offset ?? 0) !== 0;
    if (signs === null || withPay) {
      complete = false;
      continue;
    }
    if (signs.second.size > 0) {
      const { first, second } = signs;
      const group = groupOf(new Set([...first, ...second]), { first, second });
      const [a] = first;
      const [b] = second;
      const { coefficients, lower, upper } = row;
      group.ratios.push({ first: coefficients[a], second: coefficients[b], lower, upper });
      groupOf(first);
      groupOf(second);
      continue;
    }
    const { bounds } = groupOf(signs.first);
    if (row.share === undefined) {
      bounds.lower = Math.max(bounds.lower, row.lower);
      bounds.upper = Math.min(bounds.upper, row.upper);
    } else {
      relative = true;
      bounds.relativeLower = Math.max(bounds.relativeLower, bounded.lower);
      bounds.relativeUpper = Math.min(bounds.relativeUpper, bounded.upper);
    }
  }
  // Large ones first; of equal ones the pair is the inner one.
  const ordered = [...groups.values()]
    .filter((group) => group !== root)
    .sort((a, b) => b.members.size - a.members.size || Number(a.pair !== null) - Number(b.pair !== null));
  const taken: Group[] = [root];
  for (const group of ordered) {
    if (taken.every((other) => nested(group, other))) taken.push(group);
    else complete = false;
  }
  return { root: nodeOf(root, taken), complete, relative };
}

/** Lines whose coefficient is the one positive value, and those whose is the one negative; `null` for other rows. */
function signsOf(
  { coefficients }: Pick<LinearRow, 'coefficients'>,
  lines: number,
): { readonly first: ReadonlySet<number>; readonly second: ReadonlySet<number> } | null {
  const first = new Set<number>();
  const second = new Set<number>();
  let [above, below] = [0, 0];
  for (let l = 0; l < lines; l++) {
    const a = coefficients[l];
    if (a > 0) {
      if (above !== 0 && a !== above) return null;
      above = a;
      first.add(l);
    } else if (a < 0) {
      if (below !== 0 && a !== below) return null;
      below = a;
      second.add(l);
    }
  }
  if (first.size === 0) return null;
  return second.size === 0 && above !== 1 ? null : { first, second };
}

function nested(inner: Group, outer: Group): boolean {
  // A pair's own children are its two sides: nothing may lie across them.
  const sides = outer.pair === null ? [] : [outer.pair.first, outer.pair.second];
  const shared = [...inner.members].filter((line) => outer.members.has(line)).length;
  if (shared === 0) return true;
  if (shared < inner.members.size) return false;
  return sides.length === 0 || sides.some((side) => [...inner.members].every((line) => side.has(line)));
}

function nodeOf(group: Group, taken: readonly Group[]): GroupNode {
  const inside = taken.filter(
    (other) =>
      other !== group &&
      taken.indexOf(other) > taken.indexOf(group) &&
      [...other.members].every((line) => group.members.has(line)),
  );
  const children: GroupNode[] = [];
  const done = new Set<number>();
  const take = (members: ReadonlySet<number>): void => {
    for (const line of members) done.add(line);
  };
  if (group.pair !== null) {
    for (const side of [group.pair.first, group.pair.second]) {
      const own = inside.find(({ members }) => members.size === side.size && [...members].every((l) => side.has(l)));
      const node: Group = own ?? { members: side, bounds: UNBOUNDED(), pair: null, ratios: [] };
      children.push(nodeOf(node, own === undefined ? [node, ...inside] : taken));
      take(side);
    }
  }
  for (const other of inside) {
    if ([...other.members].some((line) => done.has(line))) continue;
    children.push(nodeOf(other, taken));
    take(other.members);
  }
  for (const line of group.members) if (!done.has(line)) children.push({ kind: 'line', line });
  return { kind: 'group', children, bounds: group.bounds, ratios: group.ratios };
}
