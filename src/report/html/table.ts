import { isWords, type Table } from '../content/table.js';
import { textWidth } from '../text-width.js';
import { type Html, html } from './template.js';

/**
 * What a section leaves to a table on the narrowest phone (360 CSS pixels wide), the narrowest screen that is no phone (641) and the
 * narrowest with two columns (1001; half of it in one of them), less what another font may be wider by.
 */
const PHONE = 280;
const TABLET = 420;
const LAPTOP = 840;
/** Sizes of `style.ts` in CSS pixels: of cells and of headings, between columns, and the least width of a row's name. */
const CELL = 15;
const HEADING = 13.8;
const GAP = 9.6;
const NAME = 128;
/** What a figure has where cells stand below each other, of three columns and of two: a number is never broken in the middle. */
const OF_THREE = 92;
const OF_TWO = 128;
/** Letters from which a cell takes a line of its own where cells stand below each other. */
const LONG = 22;

/** Width below which something in a cell is cut: figures stay on one line, words break at spaces. */
function leastWidth(text: string, size: number, words: boolean): number {
  return Math.max(0, ...(words ? text.split(/\s+/) : [text]).map((part) => textWidth(part, size)));
}

/**
 * The least width that a table's columns take beside each other, in CSS pixels: where there is less room, the last of them, often
 * the answer, scrolls out of sight.
 */
function tableWidth(table: Table): number {
  const rows = [...table.rows, ...(table.total === undefined ? [] : [table.total])];
  const widths = table.columns.map((heading, column) => {
    const words = isWords(table, column);
    const cells = rows.map((row) => leastWidth(row[column] ?? '', CELL, words));
    return Math.max(column === 0 ? NAME : 0, leastWidth(heading, HEADING, words), ...cells);
  });
  return widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1);
}

/** The widest figure of a table that shares its row with others where cells stand below each other, in CSS pixels. */
function widestFigure(table: Table): number {
  const rows = [...table.rows, ...(table.total === undefined ? [] : [table.total])];
  const figures = rows.flatMap((row) =>
    row.filter((text, column) => column > 0 && !isWords(table, column) && text.length <= LONG),
  );
  return Math.max(0, ...figures.map((text) => textWidth(text, CELL)));
}

/**
 * A table, named for screen readers. Where a screen has no room for its columns, each row becomes a name with its cells
 * below it, each under its column's heading; what is still wider scrolls by itself, also by keyboard.
 */
export function tableHtml(table: Table, name: string): Html {
  const width = tableWidth(table);
  const stacked = width > PHONE;
  const figure = widestFigure(table);
  const broad = figure > OF_TWO ? ' broad broadest' : figure > OF_THREE ? ' broad' : '';
  const kind = `stack${width > TABLET ? ' wide' : ''}${width > LAPTOP ? ' widest' : ''}${broad}`;
  const classes = (column: number, text: string) => {
    const names = [...(isWords(table, column) ? [] : ['n']), ...(stacked && text.length > LONG ? ['long'] : [])];
    return names.length === 0 ? null : html` class="${names.join(' ')}"`;
  };
  const cell = (text: string, row: number, column: number) => {
    const url = table.links?.column === column ? (table.links.urls[row] ?? null) : null;
    const inner = url === null ? html`${text}` : html`<a href="${url}" rel="noopener noreferrer">${text}</a>`;
    if (column === 0) return html`<th scope="row">${inner}</th>`;
    const label = stacked ? html` data-label="${table.columns[column] ?? ''}"` : null;
    return html`<td${classes(column, text)}${label}>${inner}</td>`;
  };
  const foot =
    table.total === undefined
      ? null
      : html`<tfoot><tr>${table.total.map((text, column) => cell(text, -1, column))}</tr></tfoot>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table${stacked ? html` class="${kind}"` : null}>
<thead><tr>${table.columns.map((text, column) => html`<th scope="col"${isWords(table, column) ? null : html` class="n"`}>${text}</th>`)}</tr></thead>
<tbody>${table.rows.map((row, i) => html`<tr>${row.map((text, column) => cell(text, i, column))}</tr>\n`)}</tbody>
${foot}</table></div>`;
}
