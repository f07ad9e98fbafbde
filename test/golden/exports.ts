import seedrandom from 'seedrandom';
import { encode, type TestEncoding } from '../calibrate/read/support.js';

/** What headers are called in one program's export, and how it writes numbers and days. */
interface Style {
  readonly date: string;
  /** A second column of days, where rows have a first and a last one. */
  readonly end?: string;
  readonly campaign: string;
  readonly spend: string;
  readonly impressions: string;
  readonly clicks: string;
  readonly conversions?: string;
  readonly more?: readonly (readonly [header: string, cell: (figures: Figures) => string])[];
  readonly mark: '.' | ',';
  readonly day: (iso: string) => string;
}

interface Figures {
  readonly cents: number;
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: number;
  readonly row: number;
}

const iso = (text: string): string => text;
const european = (text: string): string => text.split('-').reverse().join('.');
const british = (text: string): string => text.split('-').reverse().join('/');
const american = (text: string): string => text.replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1');
const compact = (text: string): string => text.replaceAll('-', '');
const rate = (some: number, of: number): string => `${((100 * some) / Math.max(1, of)).toFixed(2)}%`;

const STYLES: readonly Style[] = [
  {
    ...{ date: 'Reporting starts', end: 'Reporting ends', campaign: 'Campaign name', spend: 'Amount spent (USD)' },
    ...{ impressions: 'Impressions', clicks: 'Link clicks', conversions: 'Purchases', mark: '.', day: iso },
    more: [
      ['Reach', ({ impressions }) => String(Math.round(impressions / 1.4))],
      ['Frequency', () => '1.4'],
      ['Purchases conversion value', ({ conversions }) => (conversions * 42.5).toFixed(2)],
      [
        'CTR (link click-through rate)',
        ({ clicks, impressions }) => ((100 * clicks) / Math.max(1, impressions)).toFixed(4),
      ],
    ],
  },
  {
    ...{ date: 'Day', campaign: 'Campaign', spend: 'Cost', impressions: 'Impr.', clicks: 'Clicks' },
    ...{ conversions: 'Conversions', mark: '.', day: iso },
    more: [
      ['Currency code', () => 'EUR'],
      ['CTR', ({ clicks, impressions }) => rate(clicks, impressions)],
      ['Conv. value', ({ conversions }) => (conversions * 30).toFixed(2)],
    ],
  },
  {
    ...{ date: 'By Day', campaign: 'Campaign name', spend: 'Cost', impressions: 'Impressions', mark: '.', day: iso },
    clicks: 'Clicks (destination)',
    more: [
      ['Ad group name', ({ row }) => `Group ${row % 3}`],
      ['Video views', ({ impressions }) => String(Math.round(impressions / 5))],
      ['Currency', () => 'USD'],
    ],
  },
  {
    ...{ date: 'Start Date (in UTC)', campaign: 'Campaign Name', spend: 'Total Spent', impressions: 'Impressions' },
    ...{ clicks: 'Clicks', conversions: 'Leads', mark: '.', day: american },
    more: [
      ['Account Name', () => 'An account'],
      ['Currency', () => 'GBP'],
      ['Campaign Objective', () => 'Lead generation'],
    ],
  },
  {
    ...{ date: 'Tag', campaign: 'Kampagnenname', spend: 'Ausgegebener Betrag (EUR)', impressions: 'Impressionen' },
    ...{ clicks: 'Link-Klicks', mark: ',', day: european },
  },
  {
    ...{ date: 'Jour', campaign: 'Nom de la campagne', spend: 'Montant dépensé (EUR)', impressions: 'Impressions' },
    ...{ clicks: 'Clics sur un lien', mark: ',', day: british },
  },
  {
    ...{ date: 'Gün', campaign: 'Kampanya Adı', spend: 'Harcanan Tutar (TRY)', impressions: 'Gösterim' },
    ...{ clicks: 'Bağlantı Tıklamaları', mark: ',', day: european },
  },
  {
    ...{ date: 'Tarix', campaign: 'Kampaniya adı', spend: 'Xərclənən məbləğ (AZN)', impressions: 'Göstərimlər' },
    ...{ clicks: 'Kliklər', mark: ',', day: european },
  },
  {
    ...{ date: 'اليوم', campaign: 'اسم الحملة', spend: 'المبلغ الذي تم إنفاقه (EGP)', impressions: 'مرات الظهور' },
    ...{ clicks: 'النقرات', mark: '.', day: british },
  },
  {
    ...{ date: 'День', campaign: 'Название кампании', spend: 'Потраченная сумма (USD)', impressions: 'Показы' },
    ...{ clicks: 'Клики по ссылке', mark: ',', day: european },
  },
  {
    ...{ date: 'Día', campaign: 'Nombre de la campaña', spend: 'Importe gastado (MXN)', impressions: 'Impresiones' },
    ...{ clicks: 'Clics en el enlace', mark: '.', day: british },
  },
  {
    ...{ date: 'date', campaign: 'utm_campaign', spend: 'ad spend', impressions: 'imps', clicks: 'clicks', mark: '.' },
    day: compact,
    more: [
      ['source', ({ row }) => ['facebook', 'google', 'tiktok'][row % 3] ?? ''],
      ['Spend currency', () => 'USD'],
      ['orders', ({ conversions }) => String(conversions)],
    ],
  },
  {
    ...{ date: 'Week', campaign: 'Campaign', spend: '$ spend', impressions: 'Impressions (000)', clicks: 'Clicks' },
    ...{ conversions: 'Sign-ups', mark: '.', day: iso },
    more: [['Hour of day', ({ row }) => String(row % 24)]],
  },
];

/** What is done to a table after it is made: mistakes, and habits of programs. */
const CHANGES: readonly (readonly [name: string, change: (table: string[][], at: number) => void])[] = [
  ['nothing', () => {}],
  ['a total at the end', (table) => table.push(total(table, 'Total'))],
  ['a total below the header, a cent off', (table) => table.splice(1, 0, total(table, '', 0.01))],
  ['a preamble', (table) => table.unshift(['Report: all campaigns'], ['2026-03-01 - 2026-04-30'], [''])],
  ['a footer', (table) => table.push([''], ['* data may be restated'])],
  ['a cell too many', (table, at) => table[at]?.splice(1, 0, 'stray')],
  ['a cell lost', (table, at) => table[at]?.splice(1, 1)],
  ['a row twice', (table, at) => table.push([...(table[at] ?? [])])],
  ['the header again', (table, at) => table.splice(at, 0, [...(table[0] ?? [])])],
  ['a letter in a number', (table, at) => set(table, at, 3, (cell) => `${cell}x`)],
  ['a day that is none', (table, at) => set(table, at, 0, () => '2026-02-30')],
  ['no day', (table, at) => set(table, at, 0, () => '')],
  ['a minus', (table, at) => set(table, at, 2, (cell) => `-${cell}`)],
  ['more clicks than impressions', (table, at) => set(table, at, 4, () => '99999999')],
  ['spend and impressions exchanged', (table, at) => exchange(table, at)],
  ['empty figures', (table, at) => [2, 3, 4].map((column) => set(table, at, column, () => ''))],
  ['dashes for nothing', (table, at) => set(table, at, 4, () => '--')],
  ['amounts with a sign', (table) => table.slice(1).map((_, k) => set(table, k + 1, 2, (cell) => `€ ${cell}`))],
  ['names left out below the first', (table) => table.slice(2).map((_, k) => set(table, k + 2, 1, () => ''))],
  ['without the header of clicks', (table) => set(table, 0, 4, () => '')],
  ['without spend', (table) => table.map((cells) => cells.splice(2, 1))],
  ['no rows', (table) => table.splice(1)],
  ['an unknown column', (table) => table.map((cells, k) => cells.push(k === 0 ? 'Mystery' : String(k * 7)))],
  [
    'spaces about cells',
    (table) => table.map((cells, k) => cells.map((cell, c) => set(table, k, c, () => ` ${cell} `))),
  ],
  ['thousands in figures', (table) => table.slice(1).map((_, k) => set(table, k + 1, 3, thousands))],
];

const set = (table: string[][], row: number, column: number, to: (cell: string) => string): void => {
  const cells = table[row];
  if (cells !== undefined) cells[column] = to(cells[column] ?? '');
};
const thousands = (cell: string): string => cell.replace(/(\d)(?=(\d{3})+$)/g, '$1,');

function exchange(table: string[][], at: number): void {
  const cells = table[at];
  if (cells !== undefined) [cells[2], cells[3]] = [cells[3] ?? '', cells[2] ?? ''];
}

function total(table: readonly string[][], name: string, off = 0): string[] {
  const sum = (column: number): number =>
    table.slice(1).reduce((all, cells) => all + Number((cells[column] ?? '').replace(',', '.')), off);
  return (table[0] ?? []).map((_, c) =>
    c === 1 ? name : c === 2 ? sum(2).toFixed(2) : c === 3 || c === 4 ? String(sum(c)) : '',
  );
}

const ENCODINGS: readonly TestEncoding[] = ['utf-8', 'utf-8 with mark', 'utf-16le with mark'];
const DELIMITERS = [',', ';', '\t'] as const;

/** An export as bytes, with what it is called. */
export interface MadeExport {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Exports in every style, each with every change, delimiters and encodings by turns; one of `part` of them. */
export function madeExports(part: number): readonly MadeExport[] {
  return STYLES.flatMap((style, s) =>
    CHANGES.map(([name, change], c): MadeExport => {
      const table = tableOf(style, `export ${s} ${c}`, c % 4 === 3);
      change(table, 3 + ((s + c) % 9));
      const delimiter = DELIMITERS[style.mark === ',' ? 1 + (c % 2) : (s + c) % 3] ?? ',';
      const quoted = (cell: string): string =>
        cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
      const text = table.map((cells) => `${cells.map(quoted).join(delimiter)}\n`).join('');
      return { name: `${style.campaign} ${s}, ${name}`, bytes: encode(text, ENCODINGS[(s * 5 + c) % 3]) };
    }),
  ).filter((_, k) => k % part === 0);
}

function tableOf(style: Style, seed: string, weekly: boolean): string[][] {
  const random = seedrandom.alea(seed);
  const { date, end, campaign, spend, impressions, clicks, conversions, more = [], mark, day } = style;
  const header = [date, campaign, spend, impressions, clicks];
  if (end !== undefined) header.push(end);
  if (conversions !== undefined) header.push(conversions);
  const table = [[...header, ...more.map(([name]) => name)]];
  for (let row = 0; row < 16; row++) {
    const shown = 2000 + Math.floor(random() * 30_000);
    const clicked = Math.floor(shown * (0.005 + 0.02 * random()));
    const figures = {
      cents: 500 + Math.floor(random() * 60_000),
      impressions: shown,
      clicks: clicked,
      conversions: Math.floor(clicked * 0.04 * random() * 2),
      row,
    };
    const first = dayAfter((weekly ? 7 : 1) * (row >> 1));
    const cells = [
      day(first),
      row % 2 === 0 ? 'Spring, broad' : 'Autumn "retargeting"',
      (figures.cents / 100).toFixed(2).replace('.', mark),
      String(figures.impressions),
      String(figures.clicks),
    ];
    if (end !== undefined) cells.push(day(dayAfter((weekly ? 7 : 1) * (row >> 1) + (weekly ? 6 : 0))));
    if (conversions !== undefined) cells.push(String(figures.conversions));
    table.push([...cells, ...more.map(([, cell]) => cell(figures).replace('.', mark))]);
  }
  return table;
}

const dayAfter = (days: number): string => new Date(Date.UTC(2026, 2, 9 + days)).toISOString().slice(0, 10);
