import type { Chart } from '../charts/types.js';
import { assumptionsTable, originsSentence } from '../content/assumptions.js';
import { bridgeTable } from '../content/bridge.js';
import { decisionSentences, losesMoney } from '../content/decision.js';
import { figuresTable, type Highlight, highlights, undefinedKpis } from '../content/figures.js';
import { flightingTable } from '../content/flighting.js';
import { horizonWords } from '../content/horizon.js';
import { creativeSentence, moveList, planTable } from '../content/plan.js';
import { reproduceTable } from '../content/reproduce.js';
import { costSentences, rulesTable } from '../content/rules.js';
import type { Table } from '../content/table.js';
import { targetsTable } from '../content/targets.js';
import { trustContent } from '../content/trust.js';
import { warningSentences } from '../content/warnings.js';
import type { ReportContext } from '../context.js';
import { chartHtml, type PageSvgs } from './charts.js';
import { contentPolicy } from './policy.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';
import { tableHtml } from './table.js';
import { type Html, html, trusted } from './template.js';

function section(id: string, title: string, body: Html, className = ''): Html {
  return html`<section id="${id}"${className === '' ? null : html` class="${className}"`} aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
</section>\n`;
}

const paragraph = (words: string, className = '') =>
  className === '' ? html`<p>${words}</p>` : html`<p class="${className}">${words}</p>`;
const list = (items: readonly string[], className: string) =>
  html`<ul class="${className}">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

const tiles = (figures: readonly Highlight[]) =>
  html`<dl class="tiles">${figures.map(({ label, value, beside }) => html`<div><dt>${label}</dt><dd>${value}</dd>${beside === '' ? null : html`<dd class="note">${beside}</dd>`}</div>`)}</dl>`;

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
  const { forecast, text, plan } = context;
  const { sections, figures, assumptions } = text.page;
  const table = (content: Table, title: string) => tableHtml(content, text.page.scroll(title));
  const missing = undefinedKpis(context);
  const bridge = bridgeTable(context);
  const creative = creativeSentence(context);
  const moves = moveList(context);
  const targets = targetsTable(context);
  const costs = costSentences(context);
  const flighting = flightingTable(context);
  const trust = trustContent(context);
  const warnings = warningSentences(context);
  const body = [
    section(
      'decision',
      sections.decision,
      html`${decisionSentences(context).map((sentence) => paragraph(sentence))}`,
      losesMoney(plan) ? 'decision loss' : 'decision',
    ),
    warnings.length === 0 ? null : section('warnings', sections.warnings, list(warnings, 'warnings')),
    section(
      'figures',
      sections.figures,
      html`${tiles(highlights(context))}${table(figuresTable(context), sections.figures)}
${paragraph(figures.note, 'note')}${missing.length === 0 ? null : paragraph(figures.undefined(missing.join(text.names.separator)), 'note')}
<h3>${sections.bridge}</h3>${table(bridge, sections.bridge)}`,
    ),
    section(
      'moves',
      plan.kind === 'optimized' ? sections.moves : sections.plan,
      html`${moves.length === 0 ? null : list(moves, 'moves')}${table(planTable(context), sections.plan)}${creative === null ? null : paragraph(creative)}${
        flighting === null ? null : html`<h3>${flighting.heading}</h3>${table(flighting.table, flighting.heading)}`
      }`,
    ),
    section(
      'rules',
      sections.rules,
      html`${costs.length === 0 ? null : list(costs, 'warnings')}${table(rulesTable(context), sections.rules)}`,
    ),
    section(
      'targets',
      sections.targets,
      targets === null ? paragraph(text.page.decision.noTargets) : table(targets, sections.targets),
    ),
    trust === null
      ? null
      : section(
          'trust',
          trust.title,
          html`${list(trust.sentences, 'warnings')}<h3>${trust.ranges.heading}</h3>${table(trust.ranges.table, trust.ranges.heading)}${
            trust.alternatives === null
              ? null
              : html`<h3>${trust.alternatives.heading}</h3>${table(trust.alternatives.table, trust.alternatives.heading)}`
          }`,
        ),
    section('charts', sections.charts, html`${charts.map((chart) => chartHtml(context, chart, svgs.get(chart.name)))}`),
    section(
      'assumptions',
      sections.assumptions,
      html`${paragraph(`${originsSentence(context)} ${assumptions.intervalNote}`)}
<details><summary>${assumptions.show}</summary>${table(assumptionsTable(context), sections.assumptions)}</details>`,
    ),
    section('reading', sections.reading, list(text.page.reading, 'warnings')),
    section(
      'reproduce',
      sections.reproduce,
      html`${table(reproduceTable(context), sections.reproduce)}${paragraph(text.page.reproduce.note, 'note')}`,
    ),
  ];
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
