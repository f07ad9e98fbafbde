import type { ComparedScenario } from '../../forecast/compare/types.js';
import { isWords } from '../content/table.js';
import type { TerminalOptions } from '../terminal.js';
import { cellsOf, padCells } from '../text-cells.js';
import { type CompareContext, isAnew } from './context.js';
import { rankTable } from './tables.js';

const MOST_RANKS = 5;
const LEAST_LABEL = 10;
const COLUMNS_SHOWN = 6;

/**
 * What a planner needs of a comparison, at most eleven lines: the first ranks, how the best alternative stands to the
 * first scenario, and what it changes. Ends with a newline.
 */
export function compareTerminal(context: CompareContext, { width, color }: TerminalOptions): string {
  const { comparison, text, formats, goal } = context;
  const columns = Math.max(40, width);
  const paint = (line: string, code: string) => (color ? `\u001b[${code}m${line}\u001b[0m` : line);
  const heading = text.heading(
    String(comparison.scenarios.length),
    formats.whole(comparison.engine.draws),
    goal,
    isAnew(comparison),
  );
  const [head, ...ranks] = rankLines(context, columns);
  const rest = comparison.scenarios.length - ranks.length;
  const leader = leadingAlternative(context);
  return `${[
    paint(cut(heading, columns), '1'),
    paint(head!, '2'),
    ...ranks,
    ...(rest > 0 ? [paint(text.rank.more(String(rest)), '2')] : []),
    ...(leader === null ? [] : sentences(context, leader).map((sentence) => cut(sentence, 2 * columns))).flatMap(
      (line) => folded(line, columns),
    ),
  ].join('\n')}\n`;
}

/** Text from a file, without what a terminal would obey, and no longer than it may be. */
function cut(line: string, length: number): string {
  const harmless = line.replace(/\p{Cc}/gu, ' ');
  if (cellsOf(harmless) <= length) return harmless;
  let kept = '';
  for (const letter of harmless) {
    if (cellsOf(kept + letter) >= length) break;
    kept += letter;
  }
  return `${kept}…`;
}

function folded(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let rest = line;
  while (cellsOf(rest) > width && lines.length === 0) {
    const at = rest.lastIndexOf(' ', width);
    const end = at > width / 2 ? at : width;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, cut(rest, width)];
}

function rankLines(context: CompareContext, width: number): readonly string[] {
  const table = rankTable(context);
  const rows = [table.columns, ...table.rows.slice(0, MOST_RANKS)].map((row) => row.slice(0, COLUMNS_SHOWN));
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => cellsOf(row[column]!))));
  const others = widths.reduce((sum, one, column) => (column === 1 ? sum : sum + one), 2 * (COLUMNS_SHOWN - 1));
  widths[1] = Math.max(LEAST_LABEL, Math.min(widths[1]!, width - others));
  return rows.map((row) =>
    cut(
      row
        .map((cell, column) => {
          const text = cut(cell, widths[column]!);
          return padCells(text, widths[column]!, column > 0 && isWords(table, column) ? 'end' : 'start');
        })
        .join('  ')
        .trimEnd(),
      width,
    ),
  );
}

/** The best-ranked scenario that isn't the first one given. */
function leadingAlternative({ ranked }: CompareContext): ComparedScenario | null {
  return ranked.find(({ difference }) => difference !== null) ?? null;
}

function sentences(context: CompareContext, leader: ComparedScenario): readonly string[] {
  const { comparison, text, formats, base, figures, changes } = context;
  const figure = figures.find(({ key }) => key === comparison.goal) ?? figures[0]!;
  const found = leader.difference?.[figure.key] ?? null;
  const own = changes[comparison.scenarios.indexOf(leader)]!;
  const scale = found === null ? 0 : Math.max(Math.abs(found.p10), Math.abs(found.p90));
  const { ahead, changed } = text.terminal;
  return [
    ...(found === null
      ? []
      : [
          ahead(
            leader.label,
            figure.change(found.mean),
            figure.name,
            base,
            figure.write(found.p10, scale),
            figure.write(found.p90, scale),
            formats.share(found.probability_better),
          ),
        ]),
    ...(own.length === 0 ? [] : [changed(leader.label, own[0]!, String(own.length - 1))]),
  ];
}
