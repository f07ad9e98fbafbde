import type { Chart, Picture } from '../charts/types.js';
import { isDrawn } from '../charts/types.js';
import type { ReportText } from '../text/index.js';
import { tableHtml } from './table.js';
import { type Html, html, trusted } from './template.js';

/** A chart's pictures for the page. */
export interface PageSvgs {
  readonly page: string;
  /** `null`: a phone shows the other one, smaller. */
  readonly phone: string | null;
}

/** The SVG as part of a page: it scales with its column and is one picture, with its finding for a name. */
function inlined(svg: string, chart: Picture, layout: 'wide' | 'phone' | 'any'): Html {
  const opening = /^<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const viewBox = /viewBox="[^"]*"/.exec(opening)?.[0] ?? '';
  const start = html`<svg class="${layout}" xmlns="http://www.w3.org/2000/svg" ${trusted(viewBox)} role="img" aria-label="${chart.title}" direction="ltr">`;
  return html`${start}${trusted(svg.slice(opening.length))}`;
}

/** A finding, its picture for wide and narrow pages, how to read it, and the figures behind it. */
export function chartHtml(text: ReportText, chart: Chart | Picture, svgs: PageSvgs | undefined): Html {
  if (!isDrawn(chart)) return html`<figure><p class="note">${chart.omitted}</p></figure>\n`;
  const picture =
    svgs === undefined
      ? null
      : svgs.phone === null
        ? html`<div class="chart" data-keys="${text.page.pointing}">${inlined(svgs.page, chart, 'any')}</div>`
        : html`<div class="chart" data-keys="${text.page.pointing}">${inlined(svgs.page, chart, 'wide')}${inlined(svgs.phone, chart, 'phone')}</div>`;
  const figures =
    'table' in chart
      ? html`<details><summary>${text.page.table}</summary>${tableHtml(chart.table, text.page.scroll(chart.title))}</details>`
      : null;
  return html`<figure id="chart-${chart.name}">
<figcaption><h3>${chart.title}</h3><p class="note">${chart.note}</p></figcaption>
${picture}
${figures}
</figure>\n`;
}
