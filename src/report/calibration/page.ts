import type { TopLevelSpec } from 'vega-lite';
import type { Table } from '../content/table.js';
import { contentPolicy } from '../html/policy.js';
import { STYLE } from '../html/style.js';
import { tableHtml } from '../html/table.js';
import { html, trusted } from '../html/template.js';
import { renderPng, renderSvg } from '../render.js';
import type { FitChart } from './fit-charts.js';

/** A page of findings: sentences, a table, charts. */
export interface FindingsPage {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly {
    readonly title: string;
    readonly sentences: readonly string[];
    readonly table: Table | null;
  }[];
  readonly charts: readonly FitChart[];
}

/**
 * Renders a page of findings and its charts as files: the page by the name given, and `charts/NAME.vl.json`, `.svg` and
 * `.png`. The page loads nothing from elsewhere.
 */
export async function renderFindings(
  page: FindingsPage,
  fileName: string,
  signal?: AbortSignal,
): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const pictures: { readonly chart: FitChart; readonly svg: string }[] = [];
  for (const chart of page.charts) {
    signal?.throwIfAborted();
    const svg = await renderSvg(chart.spec as TopLevelSpec);
    pictures.push({ chart, svg });
    files.set(`charts/${chart.name}.vl.json`, `${JSON.stringify(chart.spec, null, 2)}\n`);
    files.set(`charts/${chart.name}.svg`, svg);
    files.set(`charts/${chart.name}.png`, await renderPng(svg, signal));
  }
  const sections = page.sections.map(
    ({ title, sentences, table }) => html`<section><h2>${title}</h2>
${sentences.map((sentence) => html`<p>${sentence}</p>\n`)}
${table === null ? null : tableHtml(table, title)}</section>\n`,
  );
  const figures = pictures.map(({ svg }) => html`<section><figure class="chart">${trusted(svg)}</figure></section>\n`);
  const { markup } = html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy({ style: STYLE }))}">
<meta name="color-scheme" content="light dark">
<title>${page.title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<header><h1>${page.title}</h1><p class="meta">${page.subtitle}</p></header>
<main>
${sections}
${figures}
</main>
</body>
</html>
`;
  files.set(fileName, markup);
  return files;
}
