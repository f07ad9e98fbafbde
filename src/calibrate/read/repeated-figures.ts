import { isMissing } from './numbers.js';
import type { RowPlan } from './plan.js';
import type { FileRow } from './records.js';
import { askedOfSplits } from './split-columns.js';
import { tableRows } from './subtotals.js';
import { longHashOf, type Table } from './table.js';
import { cellText } from './total-row.js';

/** Actions and windows of attribution that one report has. */
const MOST_VALUES = 40;
/** Different amounts that must be the same under every value: constant figures are the same by themselves. */
const ENOUGH = 3;

/** Rows that differ in one column, as they were found. */
interface Same {
  readonly spend: number;
  readonly impressions: number;
  rows: number;
}

/**
 * The column by whose cells (actions, windows of attribution) rows were repeated rather than parted: those that differ in it alone all have the
 * same money and the same impressions, and so would count several times. `null`: there is none.
 *
 * @param rows of the file, anew
 */
export async function repeatingColumn(
  rows: () => AsyncIterable<FileRow>,
  table: Table,
  plan: RowPlan,
): Promise<number | null> {
  const [spend, impressions] = [table.measures.get('spend'), table.measures.get('impressions')];
  if (spend === undefined || impressions === undefined || plan.groups.length > 1) return null;
  const asked = askedOfSplits(table, plan, () => ({ values: new Set<string>(), found: new Map<number, Same>() }));
  if (asked.size === 0) return null;
  for await (const { at, cells } of tableRows(rows(), table)) {
    const figures = { spend: spend[at] || 0, impressions: impressions[at] || 0 };
    if (figures.spend === 0) continue;
    for (const [index, { values, found }] of asked) {
      const text = cellText(cells[index]);
      values.add(text);
      const others = plan.key.filter((other) => other !== index).map((other) => cellText(cells[other]));
      const key = longHashOf([...others, table.start[at], table.end[at]].join('\u0001'));
      const same = found.get(key);
      if (same === undefined) found.set(key, { ...figures, rows: 1 });
      else same.rows += 1;
      const differs = same !== undefined && (same.spend !== figures.spend || same.impressions !== figures.impressions);
      if (differs || isMissing(text) || values.size > MOST_VALUES) asked.delete(index);
    }
    if (asked.size === 0) return null;
  }
  for (const [index, { found }] of asked) {
    const repeated = [...found.values()].filter((same) => same.rows > 1);
    const amounts = new Set(repeated.map((same) => same.spend));
    if (amounts.size >= ENOUGH && 2 * repeated.length > found.size) return index;
  }
  return null;
}
