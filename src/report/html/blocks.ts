import type { Block, Section } from '../blocks.js';
import type { ReportText } from '../text/index.js';
import { chartHtml, type PageSvgs } from './charts.js';
import { tableHtml } from './table.js';
import { type Html, html } from './template.js';

/** What a page needs to print blocks: words, and pictures by chart name. */
interface PagePrinter {
  readonly text: ReportText;
  readonly svgs: ReadonlyMap<string, PageSvgs>;
}

/** A section of a page; details are folded, their title the handle. */
export function sectionHtml(printer: PagePrinter, { id, title, blocks, folded, tone }: Section): Html {
  const body = blocks.map((block) => blockHtml(printer, block));
  const heading = html`<h2 id="${id}-title">${title}</h2>`;
  if (folded) {
    return html`<section id="${id}" class="folded" aria-labelledby="${id}-title"><details><summary>${heading}</summary>
${body}
</details></section>\n`;
  }
  const className = tone === undefined ? '' : tone === 'loss' ? 'decision loss' : 'decision';
  return html`<section id="${id}"${className === '' ? null : html` class="${className}"`} aria-labelledby="${id}-title">
${heading}
${body}
</section>\n`;
}

/** A figure in large letters, which a phone has to break between its number and its currency where both are long. */
function breakable(figure: string): string {
  return figure.replace(/[\u00a0\u202f]/g, ' ');
}

/** A block of a page. */
export function blockHtml(printer: PagePrinter, block: Block): Html {
  const { text } = printer;
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.words}</h3>`;
    case 'paragraph':
      return block.tone === undefined ? html`<p>${block.words}</p>` : html`<p class="${block.tone}">${block.words}</p>`;
    case 'lines':
      return html`<dl class="lines">${block.lines.map(({ label, words }) => html`${label === '' ? null : html`<dt>${label}</dt>`}<dd>${words}</dd>`)}</dl>`;
    case 'list':
      return html`<ul class="items">${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
    case 'tiles':
      return html`<dl class="tiles">${block.figures.map(({ label, value, beside }) => html`<div><dt>${label}</dt><dd>${breakable(value)}</dd>${beside === '' ? null : html`<dd class="note">${beside}</dd>`}</div>`)}</dl>`;
    case 'table':
      return tableHtml(block.table, text.page.scroll(block.title));
    case 'chart':
      return chartHtml(text, block.chart, printer.svgs.get(block.chart.name));
    case 'columns':
      return html`<div class="columns">${block.columns.map((column) => html`<div>${column.map((inner) => blockHtml(printer, inner))}</div>`)}</div>`;
    case 'fold':
      return html`<details><summary>${block.words}</summary>${block.blocks.map((inner) => blockHtml(printer, inner))}</details>`;
  }
}
