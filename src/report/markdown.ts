import { escapeMarkdown } from '../encoding/markdown.js';
import type { Chart } from './charts/types.js';
import { isDrawn } from './charts/types.js';
import { originsSentence } from './content/assumptions.js';
import { bridgeTable } from './content/bridge.js';
import { decisionSentences } from './content/decision.js';
import { figuresTable, highlights, undefinedKpis } from './content/figures.js';
import { flightingTable } from './content/flighting.js';
import { horizonWords } from './content/horizon.js';
import { creativeSentence, moveList, planTable } from './content/plan.js';
import { reproduceTable } from './content/reproduce.js';
import { costSentences, rulesTable } from './content/rules.js';
import { isWords, type Table } from './content/table.js';
import { targetsTable } from './content/targets.js';
import { trustContent } from './content/trust.js';
import { warningSentences } from './content/warnings.js';
import type { ReportContext } from './context.js';

export function tableMarkdown(table: Table): string {
  const row = (cells: readonly string[], strong = false) =>
    `| ${cells.map((cell) => (strong && cell !== '' ? `**${escapeMarkdown(cell)}**` : escapeMarkdown(cell))).join(' | ')} |`;
  const rule = `| ${table.columns.map((_, column) => (isWords(table, column) ? '---' : '---:')).join(' | ')} |`;
  const total = table.total === undefined ? [] : [row(table.total, true)];
  return [row(table.columns), rule, ...table.rows.map((cells) => row(cells)), ...total].join('\n');
}

/**
 * Markdown of a language's direction. One that is written from right to left stands in a division that says so, which GitHub
 * keeps; the empty lines around it let what is within stay Markdown.
 */
export function directedMarkdown(markdown: string, direction: 'ltr' | 'rtl'): string {
  return direction === 'ltr' ? markdown : `<div dir="rtl">\n\n${markdown}\n</div>\n`;
}

/**
 * `summary.md`: what a chat or a pull request needs of the report. Charts are linked by their files beside it.
 */
export function summaryMarkdown(context: ReportContext, charts: readonly Chart[]): string {
  const { forecast, text, plan } = context;
  const { sections, figures } = text.page;
  const targets = targetsTable(context);
  const costs = costSentences(context);
  const flighting = flightingTable(context);
  const trust = trustContent(context);
  const bridge = bridgeTable(context);
  const moves = moveList(context);
  const creative = creativeSentence(context);
  const missing = undefinedKpis(context);
  const warnings = warningSentences(context);
  const list = (items: readonly string[]) => items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
  const [first = '', ...others] = decisionSentences(context).map(escapeMarkdown);
  const blocks: readonly (string | null)[] = [
    `# ${escapeMarkdown(forecast.scenario.name)}`,
    escapeMarkdown(horizonWords(context)),
    `**${first}**${others.length === 0 ? '' : ` ${others.join(' ')}`}`,
    `## ${sections.figures}`,
    list(
      highlights(context).map(({ label, value, beside }) => `${label}: ${value}${beside === '' ? '' : ` (${beside})`}`),
    ),
    tableMarkdown(figuresTable(context)),
    escapeMarkdown(figures.note),
    missing.length === 0 ? null : escapeMarkdown(figures.undefined(missing.join(text.names.separator))),
    `### ${sections.bridge}`,
    tableMarkdown(bridge),
    `## ${plan.kind === 'optimized' ? sections.moves : sections.plan}`,
    moves.length === 0 ? null : list(moves),
    tableMarkdown(planTable(context)),
    creative === null ? null : escapeMarkdown(creative),
    ...(flighting === null ? [] : [`### ${flighting.heading}`, tableMarkdown(flighting.table)]),
    `## ${sections.rules}`,
    costs.length === 0 ? null : list(costs),
    tableMarkdown(rulesTable(context)),
    `## ${sections.targets}`,
    targets === null ? text.page.decision.noTargets : tableMarkdown(targets),
    ...(trust === null
      ? []
      : [
          `## ${trust.title}`,
          list(trust.sentences),
          `### ${trust.ranges.heading}`,
          tableMarkdown(trust.ranges.table),
          ...(trust.alternatives === null
            ? []
            : [`### ${trust.alternatives.heading}`, tableMarkdown(trust.alternatives.table)]),
        ]),
    ...(charts.length === 0 ? [] : [`## ${sections.charts}`]),
    ...charts.map((chart) =>
      isDrawn(chart)
        ? `![${escapeMarkdown(chart.title)}](charts/${chart.name}.png)\n\n${escapeMarkdown(chart.note)}`
        : escapeMarkdown(chart.omitted),
    ),
    `## ${sections.assumptions}`,
    escapeMarkdown(originsSentence(context)),
    ...(warnings.length === 0 ? [] : [`## ${sections.warnings}`, list(warnings)]),
    `## ${sections.reproduce}`,
    tableMarkdown(reproduceTable(context)),
  ];
  return directedMarkdown(`${blocks.filter((block) => block !== null).join('\n\n')}\n`, text.direction);
}
