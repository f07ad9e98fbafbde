import { isMissing } from './numbers.js';
import type { RowPlan } from './plan.js';
import type { Cell } from './records.js';
import { saysAside, saysTotal } from './total-words.js';

type RowKind = 'row' | 'total' | 'subtotal' | 'footer' | 'empty' | 'nameless';

const text = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? cell : cell === undefined ? '' : String(cell);

/** A cell as rows are told apart by. */
export const cellText = (cell: Cell | undefined): string => {
  if (typeof cell === 'string') return cell.trim();
  if (cell === undefined) return '';
  return cell instanceof Date ? String(cell.getTime()) : String(cell);
};

/**
 * Tells rows of figures from totals, footers and rows without a name. A total's other labels are blank; where a day
 * stands beside the word it is a subtotal among the rows, or a campaign with an unlucky name. Averages are set aside as subtotals are.
 */
export function kindOfRow(cells: readonly Cell[], plan: RowPlan): RowKind {
  const figures = plan.figureColumns.some(({ index }) => !isMissing(text(cells[index])));
  const dated = plan.date !== null ? text(cells[plan.date.index]) : '';
  const labels = plan.labelColumns.filter(
    ({ field }) => field !== 'currency' && field !== 'account' && field !== 'country',
  );
  const filled = labels.filter(({ index }) => !isMissing(text(cells[index])));
  // A title above the first column may stand where no label is.
  const first = text(cells.find((cell) => cell !== ''));
  if (figures && (saysTotal(first) || filled.some(({ index }) => saysTotal(text(cells[index]))))) {
    const others = filled.filter(({ index }) => !saysTotal(text(cells[index])));
    const dayGiven = !isMissing(dated) && !saysTotal(dated);
    if (others.length === 0) return dayGiven ? 'subtotal' : 'total';
  }
  const labelled = filled.length > 0 || saysAside(first);
  if (figures && labelled && filled.every(({ index }) => saysAside(text(cells[index])))) return 'subtotal';
  if (!figures) {
    const given = cells.filter((cell) => !isMissing(text(cell))).length;
    return given <= 1 ? 'footer' : 'empty';
  }
  if (plan.identity.length > 0 && plan.identity.every((index) => isMissing(text(cells[index])))) return 'nameless';
  return 'row';
}
