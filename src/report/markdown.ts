import { escapeMarkdown } from '../encoding/markdown.js';
import { type Block, paragraph, present, type Report, type Section } from './blocks.js';
import type { Chart } from './charts/types.js';
import { isDrawn } from './charts/types.js';
import { horizonWords } from './content/horizon.js';
import { runReport } from './content/run-report.js';
import { isWords, type Table } from './content/table.js';
import type { ReportContext } from './context.js';

function tableMarkdown(table: Table): string {
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
function directedMarkdown(markdown: string, direction: 'ltr' | 'rtl'): string {
  return direction === 'ltr' ? markdown : `<div dir="rtl">\n\n${markdown}\n</div>\n`;
}

/** Blocks as Markdown, apart by empty lines. */
function blockMarkdown(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`### ${escapeMarkdown(block.words)}`];
    case 'paragraph':
      return [block.tone === 'lead' ? `**${escapeMarkdown(block.words)}**` : escapeMarkdown(block.words)];
    case 'lines':
      return [
        block.lines
          .map(({ label, words }) => `- ${label === '' ? '' : `**${escapeMarkdown(label)}** `}${escapeMarkdown(words)}`)
          .join('\n'),
      ];
    case 'list':
      return [block.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n')];
    case 'tiles': {
      const items = block.figures.map(
        ({ label, value, beside }) => `${label}: ${value}${beside === '' ? '' : ` (${beside})`}`,
      );
      return [items.map((item) => `- ${escapeMarkdown(item)}`).join('\n')];
    }
    case 'table':
      return [tableMarkdown(block.table)];
    case 'chart': {
      const { chart } = block;
      if (!isDrawn(chart)) return [escapeMarkdown(chart.omitted)];
      return [`![${escapeMarkdown(chart.title)}](charts/${chart.name}.svg)\n\n${escapeMarkdown(chart.note)}`];
    }
    case 'columns':
      return block.columns.flatMap((column) => column.flatMap(blockMarkdown));
    case 'fold':
      return block.blocks.flatMap(blockMarkdown);
  }
}

function sectionMarkdown({ id, title, blocks }: Section): readonly string[] {
  const heading = id === 'decision' ? [] : [`## ${escapeMarkdown(title)}`];
  return [...heading, ...blocks.flatMap(blockMarkdown)];
}

/** A report as Markdown. Charts are linked by their files beside it. */
export function reportMarkdown({ title, lead, sections }: Report, direction: 'ltr' | 'rtl'): string {
  const blocks = [`# ${escapeMarkdown(title)}`, ...lead.flatMap(blockMarkdown), ...sections.flatMap(sectionMarkdown)];
  return directedMarkdown(`${blocks.join('\n\n')}\n`, direction);
}

/** Blocks as Markdown, without a page around them. */
export function blocksMarkdown(blocks: readonly Block[], direction: 'ltr' | 'rtl'): string {
  return directedMarkdown(`${blocks.flatMap(blockMarkdown).join('\n\n')}\n`, direction);
}

/** Every input is too much for a chat or a pull request: the page has them. */
const PAGE_ONLY = ['reading'];

/**
 * `summary.md`: what a chat or a pull request needs of the report. Charts are linked by their files beside it.
 */
export function summaryMarkdown(context: ReportContext, charts: readonly Chart[]): string {
  const { forecast, text } = context;
  const sections = runReport(context, charts).filter(({ id }) => !PAGE_ONLY.includes(id));
  const shown = sections.map((section) =>
    section.id === 'assumptions'
      ? { ...section, blocks: section.blocks.filter(({ kind }) => kind !== 'fold') }
      : section,
  );
  const lead = present([paragraph(horizonWords(context))]);
  return reportMarkdown({ title: forecast.scenario.name, lead, sections: shown }, text.direction);
}
