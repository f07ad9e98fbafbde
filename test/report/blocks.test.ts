import { describe, expect, it } from 'vitest';
import { type Block, heading, list, paragraph, present, type Report, section, table } from '../../src/report/blocks.js';
import { sectionHtml } from '../../src/report/html/blocks.js';
import { reportMarkdown } from '../../src/report/markdown.js';
import { terminalText } from '../../src/report/terminal/blocks.js';
import { reportText } from '../../src/report/text/index.js';

const figures = {
  columns: ['Line', 'Where', 'Spend', 'Orders'],
  words: [1],
  rows: [
    ['a', 'Instagram awareness', '1,200', '7'],
    ['b', 'X', '30', '1'],
  ],
  total: ['All', '', '1,230', '8'],
};

/** One of each kind, each with words of its own. */
const BLOCKS: readonly Block[] = present([
  paragraph('What decides', 'lead'),
  heading('A heading'),
  paragraph('Plain words'),
  paragraph('How to read it', 'note'),
  {
    kind: 'lines',
    lines: [
      { label: 'Gain', words: 'so much', paint: 'good' },
      { label: '', words: 'and more', paint: 'plain' },
      { label: 'Outcome', words: 'a loss', paint: 'bad' },
    ],
  },
  list(['one', 'two']),
  { kind: 'tiles', figures: [{ label: 'Profit', value: '12', beside: 'instead of 9' }] },
  table('Figures', figures),
  { kind: 'chart', chart: { name: 'none', omitted: 'Nothing to draw' } },
  { kind: 'columns', columns: [present([paragraph('left')]), present([paragraph('right')])] },
  { kind: 'fold', words: 'More', blocks: present([paragraph('folded away')]) },
]);

const WORDS = [
  ...['What decides', 'A heading', 'Plain words', 'How to read it', 'so much', 'and more', 'Outcome', 'one', 'two'],
  ...['Profit', 'instead of 9', 'Instagram awareness', '1,230', 'Nothing to draw', 'left', 'right', 'folded away'],
];

const whole: Report = { title: 'Title', lead: [], sections: [section('all', 'Everything', BLOCKS)] };

describe('blocks', () => {
  it('say the same in a page, in Markdown and on a terminal', () => {
    const printer = { text: reportText('en'), svgs: new Map() };
    const printed = [
      sectionHtml(printer, whole.sections[0]!).markup,
      reportMarkdown(whole, 'ltr'),
      terminalText(BLOCKS, { width: 80, color: true }),
    ];
    for (const text of printed) for (const words of WORDS) expect(text).toContain(words);
  });

  it('are lines of their own on a terminal: labels beside, items hanging, headings apart', () => {
    expect(terminalText(BLOCKS, { width: 80, color: false })).toBe(
      [
        'What decides',
        '',
        'A heading',
        'Plain words',
        'How to read it',
        'Gain     so much',
        '         and more',
        'Outcome  a loss',
        '- one',
        '- two',
        '- Profit: 12 (instead of 9)',
        'Line  Where                Spend  Orders',
        'a     Instagram awareness  1,200       7',
        'b     X                       30       1',
        '─'.repeat(40),
        'All                        1,230       8',
        'Nothing to draw',
        'left',
        'right',
        'folded away',
        '',
      ].join('\n'),
    );
  });

  it('are painted by their tone, and only where colours are asked for', () => {
    const painted = terminalText(BLOCKS, { width: 80, color: true });
    expect(painted).toContain('\u001b[1mWhat decides\u001b[0m');
    expect(painted).toContain('\u001b[2mHow to read it\u001b[0m');
    expect(painted).toContain('\u001b[32mso much\u001b[0m');
    expect(painted).toContain('\u001b[31ma loss\u001b[0m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape codes are what is looked for
    expect(painted.replace(/\u001b\[\d*m/g, '')).toBe(terminalText(BLOCKS, { width: 80, color: false }));
  });
});

describe('a table on a terminal', () => {
  const wide = { columns: ['A name', 'Figure', 'Another', 'Last'], rows: [['x'.repeat(30), '1', '2', '3']] };
  const lines = (content: typeof wide & { readonly least?: number }, width: number) =>
    terminalText(present([table('Wide', content)]), { width, color: false })
      .trimEnd()
      .split('\n');

  it('leaves out columns from the right where it may, and cuts its words where it may not', () => {
    expect(lines({ ...wide, least: 2 }, 41)).toEqual([
      `${'A name'.padEnd(24)}  Figure  Another`,
      `${'x'.repeat(23)}…       1        2`,
    ]);
    expect(lines(wide, 46)).toEqual([
      `${'A name'.padEnd(23)}  Figure  Another  Last`,
      `${'x'.repeat(22)}…       1        2     3`,
    ]);
  });

  it('passes on nothing that a terminal would obey', () => {
    const [, row] = lines({ columns: wide.columns, rows: [['a\u001b[2Jb', '1', '2', '3']] }, 80);
    expect(row).toMatch(/^a \[2Jb/);
  });
});

describe('a paragraph on a terminal', () => {
  it('takes no more lines than it may', () => {
    const words = Array.from({ length: 40 }, (_, k) => `word${k}`).join(' ');
    const lines = terminalText(present([paragraph(words, undefined, 2)]), { width: 40, color: false })
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(40);
    expect(lines[1]).toMatch(/…$/);
  });
});
