import { describe, expect, test } from 'vitest';
import { blockSums } from '../../../src/calibrate/read/block-sums.js';
import { namedSums } from '../../../src/calibrate/read/named-sums.js';
import { addRow, emptyTable, setText, type Table } from '../../../src/calibrate/read/table.js';
import { windowSums } from '../../../src/calibrate/read/window-sums.js';
import { NO_DAY } from '../../../src/calibrate/types.js';
import { day } from './support.js';

const FIRST = day('2025-01-01');
const CAMPAIGNS = 1200;
const DAYS = 210;

/** Amounts in cents that follow no order. */
const cents = (campaign: number, at: number): number => 200 + ((campaign * 7919 + at * 104_729) % 2311);
const shown = (campaign: number, at: number): number => 900 + ((campaign * 6131 + at * 7487) % 4001);

interface Row {
  readonly name: string;
  readonly start: number;
  readonly end?: number;
  readonly cents: number;
  readonly shown: number;
}

function tableOf(rows: Iterable<Row>): Table {
  const table = emptyTable(['spend', 'impressions'], [], ['campaign']);
  let row = 1;
  for (const { name, start, end = NO_DAY, cents: money, shown: count } of rows) {
    row += 1;
    const at = addRow(table, row, start, end);
    setText(table, 'campaign', at, name);
    (table.measures.get('spend') as Float64Array)[at] = money / 100;
    (table.measures.get('impressions') as Float64Array)[at] = count;
  }
  return table;
}

/** A quarter of a million rows: the campaigns of each day, one day after the other. */
function* daily(): Generator<Row & { readonly at: number }> {
  for (let at = 0; at < DAYS; at++)
    for (let campaign = 0; campaign < CAMPAIGNS; campaign++)
      yield {
        name: `C${campaign}`,
        start: FIRST + at,
        cents: cents(campaign, at),
        shown: shown(campaign, at),
        at,
      };
}

function* withSums(every: number, name: string): Generator<Row & { readonly isSum: boolean }> {
  let sum = { cents: 0, shown: 0 };
  let before = 0;
  let start = FIRST;
  for (const row of daily()) {
    if (row.at !== before && row.at % every === 0) {
      yield { name, start, ...sum, isSum: true };
      sum = { cents: 0, shown: 0 };
    }
    before = row.at;
    start = row.start;
    sum = { cents: sum.cents + row.cents, shown: sum.shown + row.shown };
    yield { ...row, isSum: false };
  }
  yield { name, start, ...sum, isSum: true };
}

const placesOf = (rows: readonly { readonly isSum: boolean }[]): number[] =>
  rows.flatMap(({ isSum }, at) => (isSum ? [at] : []));

describe('of more rows than hands make', () => {
  test('sums are found without a label', () => {
    const rows = [...withSums(1, 'x')];
    expect(rows.length).toBeGreaterThan(250_000);
    expect(blockSums(tableOf(rows), new Map(), 1).sums).toEqual(placesOf(rows));
  });

  test('sums of more than twenty thousand rows are found by their label', () => {
    const rows = [...withSums(30, 'Month 1')];
    const sums = placesOf(rows);
    expect(sums).toHaveLength(7);
    const labelled = new Map(sums.map((at) => [at, { size: 1 }]));
    expect(blockSums(tableOf(rows), labelled, 1).sums).toEqual(sums);
  });

  test('rows whose names only look like months are none, however many there are', () => {
    const rows = [...daily()];
    const labelled = new Map(rows.flatMap(({ name }, at) => (name.endsWith('7') ? [[at, { size: 1 }]] : [])));
    expect(blockSums(tableOf(rows), labelled, 1)).toEqual({ sums: [], near: [] });
  });

  test('a name that sums the others of each day is found', () => {
    const rows = [...withSums(1, 'Account')];
    const found = namedSums(tableOf(rows));
    expect(found?.name).toBe('Account');
    expect(found?.places).toEqual(placesOf(rows));
  });

  test('rows of a month that sum its days are found', () => {
    const rows: (Row & { readonly isSum: boolean })[] = [...daily()].map((row) => ({ ...row, isSum: false }));
    const january = rows.filter(({ start }) => start < FIRST + 31);
    const sum = (of: 'cents' | 'shown'): number => january.reduce((total, row) => total + row[of], 0);
    rows.push({ name: 'C1', start: FIRST, end: FIRST + 30, cents: sum('cents'), shown: sum('shown'), isSum: true });
    expect(windowSums(tableOf(rows))).toEqual(placesOf(rows));
  });
});
