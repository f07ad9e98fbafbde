import { paragraph, present, type Report, type Section } from '../blocks.js';
import type { Chart } from '../charts/types.js';
import { horizonWords } from '../content/horizon.js';
import { runReport } from '../content/run-report.js';
import type { ReportContext } from '../context.js';
import type { ReportText } from '../text/index.js';
import { blockHtml, sectionHtml } from './blocks.js';
import type { PageSvgs } from './charts.js';
import { contentPolicy } from './policy.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';
import { type Html, html, trusted } from './template.js';

/**
 * A report as one page that asks nothing of any other place: styles, charts and script are inside it, and its policy
 * forbids it to load more. Everything from the scenario is escaped.
 *
 * @param svgs pictures by chart name; a chart without one keeps its title and table.
 */
export function pageOf(
  { title, lead, sections }: Report,
  { text, svgs, footer }: { readonly text: ReportText; readonly svgs: PagePictures; readonly footer: Html | null },
): string {
  const printer = { text, svgs };
  return html`<!doctype html>
<html lang="${text.language}" dir="${text.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy({ style: STYLE, script: SCRIPT }))}">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<header data-theme="${text.page.theme.button}">
<h1>${title}</h1>
<div class="meta">${lead.map((block) => blockHtml(printer, block))}</div>
</header>
<main>
${sections.map((section) => sectionHtml(printer, section))}
</main>
${footer === null ? null : html`<footer>${footer}</footer>\n`}<script>${trusted(SCRIPT)}</script>
</body>
</html>
`.markup;
}

type PagePictures = ReadonlyMap<string, PageSvgs>;

/**
 * A run's report as a page.
 *
 * @param parts sections of other products: they stand before the assumptions
 */
export function reportPage(
  context: ReportContext,
  charts: readonly Chart[],
  svgs: PagePictures,
  parts: readonly Section[] = [],
): string {
  const { forecast, text } = context;
  const { result, scenario } = forecast;
  const footer = html`<p>${text.page.reproduce.version} ${result.engine.version} · <code>${result.scenario.sha256.slice(0, 12)}</code></p>`;
  const lead = present([paragraph(horizonWords(context))]);
  const own = runReport(context, charts);
  const at = own.findIndex(({ id }) => id === 'assumptions');
  return pageOf({ title: scenario.name, lead, sections: own.toSpliced(at, 0, ...parts) }, { text, svgs, footer });
}
