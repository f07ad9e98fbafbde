import type { Chart } from '../charts/types.js';
import { horizonWords } from '../content/horizon.js';
import { runReport } from '../content/run-report.js';
import type { ReportContext } from '../context.js';
import { sectionHtml } from './blocks.js';
import type { PageSvgs } from './charts.js';
import { contentPolicy } from './policy.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';
import { html, trusted } from './template.js';

/**
 * The report as one page that asks nothing of any other place: styles, charts and script are inside it, and its policy
 * forbids it to load more. Everything from the scenario is escaped.
 *
 * @param svgs pictures by chart name; a chart without one keeps its title and table.
 */
export function reportPage(
  context: ReportContext,
  charts: readonly Chart[],
  svgs: ReadonlyMap<string, PageSvgs>,
): string {
  const { forecast, text } = context;
  const body = runReport(context, charts).map((section) => sectionHtml({ context, svgs }, section));
  const { name } = forecast.scenario;
  return html`<!doctype html>
<html lang="${text.language}" dir="${text.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy({ style: STYLE, script: SCRIPT }))}">
<meta name="color-scheme" content="light dark">
<title>${name}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<header data-theme="${text.page.theme.button}">
<h1>${name}</h1>
<p class="meta">${horizonWords(context)}</p>
</header>
<main>
${body}
</main>
<footer><p>${text.page.reproduce.version} ${forecast.result.engine.version} · <code>${forecast.result.scenario.sha256.slice(0, 12)}</code></p></footer>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`.markup;
}
