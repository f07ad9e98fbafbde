import type { Block, Line, Paint } from '../blocks.js';
import { isDrawn } from '../charts/types.js';
import { oneStop } from '../text/sentence.js';
import { cellsOf, cutCells, harmless, padCells, wrapped } from './cells.js';
import { tableLines } from './table.js';

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
}

/** Columns below which lines are no longer broken shorter. */
const NARROWEST = 40;
const CODES: Readonly<Record<Paint, string>> = { bold: '1', dim: '2', good: '32', bad: '31', plain: '' };
const BULLET = '- ';

type Painter = (line: string, paint: Paint) => string;

/** Blocks as lines for a terminal, wrapped to its width; an empty line before each heading but a first one. Ends with a newline. */
export function terminalText(blocks: readonly Block[], { width, color }: TerminalOptions): string {
  const painter: Painter = (line, paint) =>
    color && CODES[paint] !== '' && line !== '' ? `\u001b[${CODES[paint]}m${line}\u001b[0m` : line;
  const printed = blocks.flatMap((block, i) => [
    ...(block.kind === 'heading' && i > 0 ? [''] : []),
    ...blockLines(block, Math.max(NARROWEST, width), painter),
  ]);
  return `${printed.join('\n')}\n`;
}

function blockLines(block: Block, width: number, paint: Painter): readonly string[] {
  const inner = (blocks: readonly Block[]) => blocks.flatMap((one) => blockLines(one, width, paint));
  switch (block.kind) {
    case 'heading':
      return wrapped(harmless(block.words), width).map((line) => paint(line, 'bold'));
    case 'paragraph': {
      const { words, tone, most } = block;
      const lines = shortened(wrapped(harmless(words), width), width, most);
      return lines.map((line) => paint(line, tone === 'lead' ? 'bold' : tone === 'note' ? 'dim' : 'plain'));
    }
    case 'lines':
      return labelledLines(block.lines, width, paint);
    case 'list':
      return block.items.flatMap((item) => hanging(item, width));
    case 'tiles':
      return block.figures.flatMap(({ label, value, beside }) =>
        hanging(`${label}: ${value}${beside === '' ? '' : ` (${beside})`}`, width),
      );
    case 'table': {
      const [head = '', ...rows] = tableLines(block.table, width);
      return [paint(head, 'dim'), ...rows];
    }
    case 'chart': {
      const { chart } = block;
      return wrapped(harmless(isDrawn(chart) ? chart.title : chart.omitted), width);
    }
    case 'columns':
      return block.columns.flatMap(inner);
    case 'fold':
      return inner(block.blocks);
  }
}

function hanging(item: string, width: number): readonly string[] {
  return wrapped(harmless(item), width - BULLET.length).map(
    (line, i) => `${i === 0 ? BULLET : ' '.repeat(BULLET.length)}${line}`,
  );
}

/** At most so many lines, the last ending in an ellipsis where there were more. */
function shortened(lines: readonly string[], width: number, most: number | undefined): readonly string[] {
  if (most === undefined) return lines;
  const last = lines.slice(most - 1).join(' ');
  return [...lines.slice(0, most - 1), ...(last === '' ? [] : [last])].map((line) => cutCells(line, width));
}

/** Labels beside their sentences, all as wide as the widest. */
function labelledLines(lines: readonly Line[], width: number, paint: Painter): readonly string[] {
  const margin = Math.max(...lines.map(({ label }) => cellsOf(label))) + 2;
  return lines.flatMap(({ label, words, paint: own }) =>
    wrapped(harmless(oneStop(words)), width - margin).map(
      (part, i) => `${paint(padCells(i === 0 ? harmless(label) : '', margin, 'end'), 'dim')}${paint(part, own)}`,
    ),
  );
}
