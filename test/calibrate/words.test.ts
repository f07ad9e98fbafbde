import { describe, expect, it } from 'vitest';
import * as plans from '../../src/calibrate/media-plan/messages.js';
import * as messages from '../../src/calibrate/read/messages.js';
import type { ExportNote, Finding, FindingCode } from '../../src/calibrate/types.js';
import { exportNoteText, findingText, fitOriginText } from '../../src/calibrate/words/index.js';
import { LANGUAGES } from '../../src/units/locale.js';

/** One of each: a code without an example doesn't compile. */
const EXAMPLES: Readonly<Record<FindingCode, Finding>> = {
  unreadable: messages.unreadable('no such file'),
  'empty-file': messages.emptyFile(),
  'binary-file': messages.binaryFile(),
  'old-workbook': messages.oldWorkbook(),
  'broken-workbook': messages.brokenWorkbook('end of central directory not found'),
  'too-large': messages.tooLarge('the unpacked workbook', 3 * 1024 ** 3),
  'too-many': messages.tooMany({ textsOf: 'campaign' }, 250_000),
  'too-many-columns': messages.tooManyColumns(7, 3_000, 2_000),
  'too-slow': messages.tooSlow(300),
  'broken-text': messages.brokenText('utf-8'),
  'unclosed-quote': messages.unclosedQuote(12),
  'malformed-csv': messages.malformedCsv('Invalid Closing Quote'),
  'legacy-encoding': messages.legacyEncoding('windows-1254'),
  'no-final-newline': messages.noFinalNewline(),
  'stray-byte': messages.strayByte(),
  'sheets-together': messages.sheetsTogether(['January', 'February']),
  'other-sheets': messages.otherSheets(['Summary']),
  'hidden-sheets': messages.hiddenSheets(['old']),
  'no-header': messages.noHeader(40),
  'no-figures': messages.noFigures(['Ad', 'Tarih']),
  'unsaid-figures': messages.unsaidFigures(['Jan 2026', 'Feb 2026']),
  'unknown-figures': messages.unknownFigures('Metric', ['Loads', 'Opens']),
  'no-rows': messages.noRows(),
  'all-quarantined': messages.allQuarantined(12, 'not a date', { kind: 'cell', text: 'Week 10' }),
  'same-field': messages.sameField('spend', ['Spend', 'Cost']),
  'unknown-mapping': messages.unknownMapping('Costo', ['Cost']),
  'unknown-field': messages.unknownField('spendd'),
  'mixed-decimal-marks': messages.mixedMarks('Spend', '1.50', '1,50'),
  'ambiguous-decimal-mark': messages.ambiguousMark('Spend', '1.500'),
  'in-thousands': messages.inThousands(['Impressions (000)'], 1000),
  abbreviated: messages.abbreviated(['Impressions'], '12.3K'),
  'above-in-thousands': messages.aboveInThousands('All figures in thousands'),
  'mixed-date-orders': messages.mixedDateOrders('Day', '13/01/2026', '01/13/2026'),
  'no-years': messages.noYears('Day', '10 Sep'),
  'ambiguous-dates': messages.ambiguousDates('Day', '01/02/2026'),
  'no-dates': messages.noDates(['Quarter'], 'date'),
  'date-forms': messages.dateForms('Day', ['2026-01-02', '2/1/2026']),
  'iso-weeks': messages.isoWeeks('Week', 'Week 10 2026'),
  'epoch-dates': messages.epochDates('date', '1788220800'),
  'open-ends': messages.openEnds(3),
  'overlapping-windows': messages.overlappingWindows(2, 7),
  'exclusive-ends': messages.exclusiveEnds(),
  'averaged-days': messages.averagedDays(28, 31),
  'last-days-only': messages.lastDaysOnly(28, 31),
  'results-aside': messages.resultsAside('Results'),
  'order-by-months': messages.orderByMonths('month first'),
  'mixed-currencies': messages.mixedCurrencies(['AZN', 'USD']),
  'unknown-currency': messages.unknownCurrency(),
  'assumed-dollars': messages.assumedDollars(),
  'other-currency': messages.otherCurrency('EUR', null),
  'currency-headers': messages.currencyHeaders(['Spent (USD)', 'Spent (EUR)']),
  'mixed-signs': messages.mixedSigns('Spend', ['€', '₼']),
  quarantined: messages.quarantined('not a number', 1, 5, {
    kind: 'value',
    header: 'Spend',
    text: 'abc',
    of: 'figure',
  }),
  'mostly-wrong': messages.mostlyWrong(80, 100, 'clicks above impressions', {
    kind: 'clicks',
    clicks: 9,
    impressions: 3,
  }),
  'short-row': messages.shortRow(9, 3, 4),
  'total-differs': messages.totalDiffers(20, 'spend', '100', '99.50'),
  'total-agrees': messages.totalAgrees(20, 'impressions', '1000'),
  'unknown-breakdown': messages.unknownBreakdown(60, 100),
  'unnamed-repeats': messages.unnamedRepeats(4),
  'named-total': messages.namedTotal(30, 'Total', 2),
  'shared-days': messages.sharedDays(13, 3),
  'repeated-figures': messages.repeatedFigures('Conversion action'),
  'idle-end': messages.idleEnd(15, '2026-10-01'),
  'blank-spend': messages.blankSpend(30, 3),
  'comparison-rows': messages.comparisonRows('Type', {
    value: 'Forecast',
    places: Array.from({ length: 45 }),
    spend: 120.5,
    clear: true,
  }),
  'future-rows': messages.futureRows({
    count: 30,
    spend: 1200.5,
    first: '2026-12-01',
    last: '2026-12-30',
    today: '2026-11-29',
  }),
  'all-future': messages.allInFuture({ first: '2026-12-01', last: '2026-12-31', today: '2026-11-29' }),
  'running-sums': messages.runningSums(),
  'perhaps-millionths': messages.perhapsMillionths('spend', 6_300_000),
  'near-subtotals': messages.nearSubtotals(3, 'Week 36', 14),
  'uneven-subtotals': messages.unevenSubtotals(3, 14),
  'rate-disagrees': messages.rateDisagrees('CTR', 3, 50, 8, { kind: 'rate', header: 'CTR', given: 2, found: 1.5 }),
  'rate-is-other': messages.rateIsOther('CTR', 4, 50),
  'message-opens': messages.messageOpens(6),
  'link-above-all': messages.linkAboveAll(6),
  'blank-zeros': messages.blankZeros(['Leads']),
  'tax-in-name': messages.taxInName('Spend excl. VAT', 'net'),
  'view-through': messages.moreConversions(218),
  'merged-names': messages.mergedNames(2),
  'named-once': messages.namedOnce(['Campaign', 'Platform']),
  'other-platforms': messages.otherPlatforms('meta', ['google', 'tiktok']),
  'shared-column': messages.sharedColumn('Budget'),
  'figures-in-rows': messages.figuresInRows('Metric', ['Spend', 'Impressions']),
  'periods-in-columns': messages.periodsInColumns(['Jan 2026', 'Feb 2026'], ['Spend']),
  'unread-columns': messages.unreadColumns(Array.from({ length: 21 }, (_, k) => `C${k}`)),
  'later-pull': messages.laterPull('a.csv', 'b.csv', 14),
  'finer-rows': messages.finerRows('month.csv', 'days.csv', 3),
  'other-parts': messages.otherParts('a.csv', 'b.csv', 14),
  'partly-shared': messages.partlyShared('a.csv', 33, 'b.csv'),
  'several-budgets': plans.severalBudgets(['Net', 'Gross']),
  'not-an-amount': plans.notAnAmount(2, 'Budget', 'TBD'),
  'not-a-day': plans.notADay(2, 'Start', 'soon'),
  'ends-before': plans.endsBefore(2),
  'no-channel': plans.noChannel(2),
  'other-sum': plans.otherSum(2, 'Total', '12.00', '11.00'),
  'other-total': plans.otherTotal(4, '12.00', '11.00'),
  'plan-currencies': plans.mixedCurrencies(['EUR', 'USD']),
  'months-without-year': plans.monthsWithoutYear(['Jan', 'Feb']),
  'plan-dates': plans.unsureDates('03/04/2027'),
  'not-in-a-row': plans.notInARow('Mar 2027'),
  'some-dated': plans.someDated(3),
  'daily-without-days': plans.dailyWithoutDays(2, 'Daily budget'),
  'no-placements': plans.noPlacements(),
  'left-out': plans.leftOut(7, 'Radio', '99.00 USD'),
  'not-taken': plans.notTaken(['CPM', 'Clicks']),
};

const NOTES: Readonly<Record<ExportNote['code'], ExportNote>> = {
  'other-currencies': { code: 'other-currencies', parameters: { main: 'AZN' } },
  'open-rows': { code: 'open-rows', parameters: { count: 3 } },
  'spread-rows': { code: 'spread-rows', parameters: { days: 7 } },
  'undated-rows': { code: 'undated-rows', parameters: {} },
  'unknown-platform': { code: 'unknown-platform', parameters: {} },
  'lines-left-out': {
    code: 'lines-left-out',
    parameters: {
      lines: [
        { line: 'unknown/awareness', spendUntil: null },
        { line: 'x/retarget', spendUntil: '2026-05-01' },
      ],
    },
  },
  'campaigns-without-rows': { code: 'campaigns-without-rows', parameters: { count: 2 } },
  'price-of-late': { code: 'price-of-late', parameters: { line: 'meta/awareness', factor: 2.5 } },
  'late-conversions': { code: 'late-conversions', parameters: { days: 2.46, restated: 812 } },
  'far-above-pace': { code: 'far-above-pace', parameters: { times: 43.2 } },
  'weekday-prices': { code: 'weekday-prices', parameters: { line: 'tiktok/awareness' } },
  repriced: {
    code: 'repriced',
    parameters: {
      from: '2026-05-01',
      to: '2026-05-28',
      figures: [
        { name: 'impressions', share: 1.01 },
        { name: 'clicks', share: 0.99 },
      ],
      far: true,
    },
  },
};

/** Texts of the file and numbers of a finding, as any language has to say them. */
function stated(value: unknown): readonly string[] {
  if (typeof value === 'number') return value < 1000 ? [String(value)] : [];
  if (Array.isArray(value)) return value.flatMap(stated);
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([, one]) => stated(one));
  return [];
}

describe('words on exports', () => {
  it.each(Object.entries(EXAMPLES))('%s is data, in four languages', (code, finding) => {
    expect(finding.code).toBe(code);
    const texts = LANGUAGES.map((language) => findingText(finding, language));
    expect(new Set(texts).size).toBe(LANGUAGES.length);
    for (const text of texts) {
      expect(text).not.toMatch(/undefined|NaN|\[object|\{|\}| {2}|\.\.|,,|::/);
      expect(text).not.toMatch(/[.،,;:]$/);
    }
    expect(texts[3]).toMatch(/\p{Script=Arabic}/u);
    // A minutes' limit is given in seconds, a size in bytes, and Arabic lists the ways to write a date without their number.
    const numbers = code === 'too-slow' || code === 'too-large' ? [] : stated(finding.parameters);
    for (const number of numbers) {
      for (const text of texts) expect(text.replaceAll(',', '.')).toContain(number.replaceAll(',', '.'));
    }
  });

  it.each(Object.entries(NOTES))('%s is data, in four languages', (_, note) => {
    const texts = LANGUAGES.map((language) => exportNoteText(note, language));
    expect(new Set(texts).size).toBe(LANGUAGES.length);
    for (const text of texts) expect(text).not.toMatch(/undefined|\{|\}/);
  });

  it('name one day once, and one campaign as one', () => {
    const future = { first: '2026-12-01', last: '2026-12-01', today: '2026-11-30' };
    for (const language of LANGUAGES) {
      for (const finding of [messages.allInFuture(future), messages.futureRows({ ...future, count: 2, spend: 30 })]) {
        expect(findingText(finding, language).split('2026-12-01')).toHaveLength(2);
      }
    }
    const without = (count: number) => exportNoteText({ code: 'campaigns-without-rows', parameters: { count } }, 'en');
    expect(without(1)).toBe('1 campaign has no row with both spend and impressions');
    expect(without(2)).toBe('2 campaigns have no row with both spend and impressions');
  });

  it('say where a fitted number came from, in four languages', () => {
    const origin = {
      days: { first: '2026-01-01', last: '2026-03-31' },
      rows: 90,
      campaigns: 1,
      counted: { hits: 1_200, hitsOf: 'clicks', trials: 90_000, trialsOf: 'impressions' },
      present: { halfLife: 28, stretches: 26, stretchDays: 7 },
      prior: { kind: 'published', source: 'WordStream', period: '2025', grade: 'B' },
    } as const;
    expect(fitOriginText(origin, 'en')).toBe(
      '2026-01-01 to 2026-03-31, 90 rows, 1 campaign; 1,200 clicks of 90,000 impressions; beta-binomial with partial pooling, ' +
        'level of now (half-life 28 days), spread as 26 stretches of 7 days moved, prior from WordStream, 2025, grade B',
    );
    for (const language of LANGUAGES) {
      const text = fitOriginText(origin, language);
      for (const part of ['2026-01-01', '90', 'WordStream', '28']) expect(text).toContain(part);
      const price = fitOriginText(
        { ...origin, days: null, counted: null, present: null, prior: { kind: 'vague' } },
        language,
      );
      expect(price).not.toMatch(/undefined|2026|28/);
      const sources = (['vague', 'other platforms'] as const).map((kind) =>
        fitOriginText({ ...origin, prior: { kind } }, language),
      );
      for (const one of sources) expect(one).not.toMatch(/undefined|WordStream/);
      expect(new Set([text, ...sources]).size).toBe(3);
    }
  });

  it('name what was found in a row, in the language', () => {
    expect(findingText(EXAMPLES.quarantined, 'en')).toBe('1 row set aside, not a number: row 5, "Spend" is "abc"');
    expect(findingText(EXAMPLES.quarantined, 'az')).toBe(
      '1 sətir kənara qoyuldu, səbəb: rəqəm deyil; sətir 5: "Spend": "abc"',
    );
    expect(findingText(EXAMPLES.quarantined, 'tr')).toBe(
      '1 satır ayrıldı, neden: sayı değil; 5. satır: "Spend": "abc"',
    );
    expect(findingText(EXAMPLES.quarantined, 'ar')).toBe('صفوف مستبعدة: 1، والسبب: ليس رقمًا؛ الصف 5: "Spend": "abc"');
  });

  it('write sizes and numbers as the language does', () => {
    expect(findingText(EXAMPLES['too-many'], 'en')).toBe(
      'there are more than 250,000 different texts in the column of campaigns: export a shorter time, or less detail',
    );
    expect(findingText(EXAMPLES['too-many'], 'tr')).toContain('250.000');
    expect(findingText(EXAMPLES['too-large'], 'az')).toContain('3 GiB');
  });

  it('never let a text of the file reach a terminal as it is', () => {
    const text = findingText(messages.sharedColumn('a\u001b[31mb\n::error::c'), 'en');
    expect(text).not.toMatch(/\p{Cc}/u);
  });
});
