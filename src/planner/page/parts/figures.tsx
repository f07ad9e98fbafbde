import { Scrolling } from './scrolling.js';

/** What a table of the report's has, as the page shows it. */
interface FiguresTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total?: readonly string[] | null;
  /** Columns of words beyond the first. */
  readonly words?: readonly number[];
}

/** A table of the report's figures, written out already. */
export function Figures({ table, labelledBy }: { readonly table: FiguresTable; readonly labelledBy: string }) {
  const { columns, rows, total = null, words = [] } = table;
  const kind = (column: number): string | undefined => (column === 0 || words.includes(column) ? undefined : 'n');
  const row = (cells: readonly string[]) =>
    cells.map((cell, k) =>
      k === 0 ? (
        <th key={columns[k]} scope="row">
          {cell}
        </th>
      ) : (
        <td key={columns[k]} class={kind(k)}>
          {cell}
        </td>
      ),
    );
  return (
    <Scrolling labelledBy={labelledBy}>
      <table>
        <thead>
          <tr>
            {columns.map((column, k) => (
              <th key={column} scope="col" class={kind(k)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells[0]}>{row(cells)}</tr>
          ))}
        </tbody>
        {total !== null && (
          <tfoot>
            <tr>{row(total)}</tr>
          </tfoot>
        )}
      </table>
    </Scrolling>
  );
}
