import { escapeMarkdown } from '../../encoding/markdown.js';
import { type Chart, isDrawn } from '../charts/types.js';
import { directedMarkdown, tableMarkdown } from '../markdown.js';
import { type CompareContext, isAnew } from './context.js';
import { differenceTable, rankTable } from './tables.js';

/** `summary.md` of a comparison: ranks, differences, charts, and what each scenario changes. */
export function compareMarkdown(context: CompareContext, charts: readonly Chart[]): string {
  const { comparison, text, formats, base, goal, changes } = context;
  const { scenarios, engine } = comparison;
  const heading = text.heading(String(scenarios.length), formats.whole(engine.draws), goal, isAnew(comparison));
  const untold =
    comparison.undefined > 0 ? [escapeMarkdown(text.rank.undefined(formats.share(comparison.undefined)))] : [];
  const parts = [
    `# ${escapeMarkdown(heading)}`,
    `## ${escapeMarkdown(text.rank.title)}`,
    tableMarkdown(rankTable(context)),
    escapeMarkdown(text.rank.note(base)),
    ...untold,
    `## ${escapeMarkdown(text.difference.title(base))}`,
    tableMarkdown(differenceTable(context)),
    ...charts.map((chart) =>
      isDrawn(chart)
        ? `![${escapeMarkdown(chart.title)}](charts/${chart.name}.png)\n\n${escapeMarkdown(chart.note)}`
        : escapeMarkdown(chart.omitted),
    ),
    `## ${escapeMarkdown(text.changes.title)}`,
    ...scenarios.flatMap(({ label }, k) =>
      k === 0
        ? []
        : [
            `### ${escapeMarkdown(text.changes.against(label, base))}`,
            (changes[k]!.length === 0 ? [text.changes.nothing] : changes[k]!)
              .map((sentence) => `- ${escapeMarkdown(sentence)}`)
              .join('\n'),
          ],
    ),
  ];
  return directedMarkdown(`${parts.join('\n\n')}\n`, context.direction);
}
