import { isWords, type Table } from '../content/table.js';
import { type Html, html } from './template.js';

/** A table that scrolls by itself on a phone, also by keyboard, named for screen readers. */
export function tableHtml(table: Table, name: string): Html {
  const number = (column: number) => (isWords(table, column) ? null : html` class="n"`);
  const cell = (text: string, row: number, column: number) => {
    const url = table.links?.column === column ? (table.links.urls[row] ?? null) : null;
    const inner = url === null ? html`${text}` : html`<a href="${url}" rel="noopener noreferrer">${text}</a>`;
    return column === 0 ? html`<th scope="row">${inner}</th>` : html`<td${number(column)}>${inner}</td>`;
  };
  const foot =
    table.total === undefined
      ? null
      : html`<tfoot><tr>${table.total.map((text, column) => cell(text, -1, column))}</tr></tfoot>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table>
<thead><tr>${table.columns.map((text, column) => html`<th scope="col"${number(column)}>${text}</th>`)}</tr></thead>
<tbody>${table.rows.map((row, i) => html`<tr>${row.map((text, column) => cell(text, i, column))}</tr>\n`)}</tbody>
${foot}</table></div>`;
}
