import { isMissing } from './numbers.js';
import type { RowPlan } from './plan.js';
import type { FileRow } from './records.js';
import { HALF_A_CENT } from './rounding.js';
import { askedOfSplits } from './split-columns.js';
import { tableRows } from './subtotals.js';
import type { Table } from './table.js';
import { cellText } from './total-row.js';

/** Campaigns, ad sets, ads and an account's total. */
const MOST_LEVELS = 6;
/** Different sums that must be the same at each level: constant figures are the same by themselves. */
const ENOUGH = 3;

interface Sums {
  spend: number;
  impressions: number;
  rows: number;
}

interface Level {
  readonly text: string;
  readonly places: number[];
  readonly windows: Map<string, Sums>;
}

/**
 * Rows of the coarser levels where one column says of which level each row is (`Campaign`, `Ad set`), as where reports of both stand below each
 * other: money and impressions of every level are the same on all days. The level with most rows counts.
 *
 * @param rows of the file, anew
 */
export async function coarserLevels(
  rows: () => AsyncIterable<FileRow>,
  table: Table,
  plan: RowPlan,
): Promise<readonly { readonly at: number; readonly text: string }[]> {
  const asked = askedOfSplits(table, plan, () => new Map<string, Level>());
  if (asked.size === 0) return [];
  const [spend, impressions] = [table.measures.get('spend'), table.measures.get('impressions')];
  for await (const { at, cells } of tableRows(rows(), table)) {
    for (const [index, levels] of asked) {
      const text = cellText(cells[index]);
      if (isMissing(text) || (levels.size === MOST_LEVELS && !levels.has(text))) {
        asked.delete(index);
        continue;
      }
      const level = levels.get(text) ?? { text, places: [], windows: new Map<string, Sums>() };
      levels.set(text, level);
      level.places.push(at);
      const window = `${table.start[at]} ${table.end[at]}`;
      const sums = level.windows.get(window) ?? { spend: 0, impressions: 0, rows: 0 };
      level.windows.set(window, sums);
      sums.spend += spend?.[at] || 0;
      sums.impressions += impressions?.[at] || 0;
      sums.rows += 1;
    }
    if (asked.size === 0) return [];
  }
  for (const levels of asked.values()) {
    const [finest, ...others] = [...levels.values()].sort((a, b) => b.places.length - a.places.length);
    if (finest === undefined || others.length === 0) continue;
    const amounts = new Set([...finest.windows.values()].map((sums) => Math.round(100 * sums.spend)));
    const coarser = others.every((other) => other.places.length < finest.places.length);
    if (!coarser || amounts.size < ENOUGH || !others.every((other) => sameSums(other, finest))) continue;
    return others.flatMap(({ text, places }) => places.map((at) => ({ at, text }))).sort((a, b) => a.at - b.at);
  }
  return [];
}

function sameSums(one: Level, other: Level): boolean {
  if (one.windows.size !== other.windows.size) return false;
  return [...one.windows].every(([window, sums]) => {
    const also = other.windows.get(window);
    return (
      also !== undefined &&
      Math.abs(sums.spend - also.spend) < HALF_A_CENT * (sums.rows + also.rows) &&
      Math.abs(sums.impressions - also.impressions) < 0.5
    );
  });
}
