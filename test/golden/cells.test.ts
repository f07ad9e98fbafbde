import { describe, it } from 'vitest';
import { nameFault, skeletonOf } from '../../src/approvals/names.js';
import { STAGE_WORDS } from '../../src/calibrate/fit/stage-vocabulary.js';
import { stageIn } from '../../src/calibrate/fit/stage-words.js';
import { planColumn } from '../../src/calibrate/media-plan/headings.js';
import { aliasesOf } from '../../src/calibrate/read/aliases/index.js';
import { endOfMonth, noDateShapes, observeDate, readDate, yearlessIn } from '../../src/calibrate/read/dates.js';
import { currencyInHeader, normalizeHeader, partOfUnit, signInHeader } from '../../src/calibrate/read/header-name.js';
import { magnitudeIn, scaledName } from '../../src/calibrate/read/magnitude.js';
import { namedWeek, namesWeeks } from '../../src/calibrate/read/named-weeks.js';
import {
  bareNumber,
  hasFraction,
  isMissing,
  noShapes,
  observeNumber,
  readNumber,
} from '../../src/calibrate/read/numbers.js';
import { platformIn, platformOfCell, platformOfType } from '../../src/calibrate/read/platform-names.js';
import { maySayTotal, saysAll, saysTotal, withoutTotalWords } from '../../src/calibrate/read/total-words.js';
import { golden } from './golden.js';

const hold = golden('cells', { mostLeaves: 100_000 });

/** Parts of texts, or whole ones, with bars between. */
const listed = (text: string): string[] => text.split('¦');

/** Of each text, what is made of it. */
const treeOf = (texts: readonly string[], of: (text: string) => unknown): Record<string, unknown> =>
  Object.fromEntries(texts.map((text) => [text, of(text)]));

/** One of so many combinations of parts: every part meets most others. */
function combined(parts: readonly string[], one: number): string[] {
  const lists = parts.map(listed);
  const count = lists.reduce((product, { length }) => product * length, 1);
  return Array.from({ length: Math.ceil(count / one) }, (_, k) => {
    let left = (k * one) % count;
    return lists
      .map((some) => {
        const part = some[left % some.length] ?? '';
        left = Math.floor(left / some.length);
        return part;
      })
      .join('');
  });
}

const NUMBERS = combined(
  [
    '¦$¦€ ¦US$¦₼¦TL ¦USD ¦-¦−$¦(¦~¦<',
    '0¦7¦12¦1234¦1,234¦1.234¦1 234¦1’234¦12,34¦12.34¦1,234.56¦1.234,56¦0.050¦1,234,567¦1.234.567¦1,23,456¦12,3456¦.5¦,5¦5.¦' +
      '1.2.3¦1,2,3¦1e3¦٤٠٬٠٠٠¦١٢٫٣¦--¦–¦n/a¦N/A¦—¦¦abc¦12 34¦0,000¦001¦1,234.5678¦12:30',
    '¦%¦ %¦K¦M¦ B¦ bin¦ тыс.¦ mil¦ USD¦ ₽¦€¦)¦-',
  ],
  5,
);

const DATES = [
  ...combined(
    [
      '1¦09¦12¦13¦31¦32¦0¦2026¦26',
      '/¦.¦-¦ ',
      '1¦02¦12¦13¦30¦00',
      '/2026¦.2026¦-26¦/26¦ 1999¦/2024¦¦.¦/1¦-01¦/30¦/2101',
    ],
    5,
  ),
  ...combined(
    [
      '¦Mon, ¦1 ¦31 ¦29. ',
      'January¦Feb¦März¦Nisan¦may¦июня¦agosto¦Dec¦ديسمبر¦Smarch',
      '¦ 5¦ 31,¦ 2nd',
      ' 2026¦ 26¦¦, 2024¦-25',
    ],
    3,
  ),
  ...listed(
    '20260301¦202603¦2026¦46000¦2026-03-01T10:30:00Z¦2026-03-01 00:00¦2026-03-01T23:59:59+04:00¦2026-W10¦2026W10¦W10 2026¦' +
      'Week 10, 2026¦KW 10/2026¦Week 54 2026¦Hafta 3 2026¦10. Woche 2026¦Q1 2026¦2026-Q2¦2026 Q5¦H1 2026¦2026-03-01 - 2026-03-07¦' +
      '1 Mar 2026 - 7 Mar 2026¦03/01/2026-03/07/2026¦1–7 March 2026¦Mar 1 – Mar 7, 2026¦2026/03¦Mar-26¦26-Mar¦2026年3月1日¦' +
      '٢٠٢٦-٠٣-٠١¦١/٣/٢٠٢٦¦¦-¦total¦n/a¦2026-02-29¦2024-02-29¦31/04/2026¦2026-13-01',
  ),
];

const NAMES = listed(
  'Total¦TOTAL:¦Grand total¦Subtotal Meta¦Totals¦Totally new¦Summe¦Gesamt¦Toplam¦Genel Toplam¦Cəmi¦Итого¦Всего за март¦المجموع¦' +
    'Total Week 36¦Week 36 total¦Sum¦Summer sale¦All¦(all)¦All devices¦RESERVED_TOTAL¦alle¦Alles neu¦Tümü¦すべて¦Average¦average:¦' +
    'Median¦% change¦Meta Ads¦Facebook¦Facebook & Instagram¦fb and ig¦google / cpc¦google / organic¦(direct) / (none)¦TikTok¦' +
    'AwarenessTikTok¦LİNKEDİN¦X¦x ads¦Bing¦Snap Ads¦YouTube / Google¦Radio¦سناب شات¦Video¦VIDEO ¦Videos¦In-video¦فيديو¦Search¦' +
    'Performance Max¦Awareness¦OUTCOME_SALES¦LeadGen¦Retargeting traffic¦traffic¦Brand_Video_TOF¦bofu hot¦hotel¦Sadakat¦yenidən¦' +
    'Satış¦konversiyalar¦リピート促進¦認知¦老客户召回¦Conversões¦fidélité¦app installs¦p-max¦loyalty¦Empfehlungen¦reach¦Week¦' +
    'week starting¦Hafta¦Weekly spend¦KW¦weekend¦Month¦W3¦Week 12¦KW 3¦M 2¦Ay 4¦Spend¦spend_usd¦Amount spent (USD)¦' +
    'Amount spent (in $)¦Cost USD¦Cost, ₽¦Cost (руб.)¦Cost CPM¦Cost (cents)¦cost_micros¦spend_in_micro_dollar¦Spend (000)¦' +
    "Spend ('000)¦Spend (k€)¦Budget (€k)¦Impressions (in thousands)¦Impressions (1,000)¦Показы, тыс.¦Показы в тыс.¦" +
    'Gösterim (bin adet)¦Budget (mn)¦Budget (USD m)¦Spend k¦Clicks (all)¦Clicks – all¦Budget (ر.س)¦Bütçe (TL)¦clicksAll¦' +
    '\u200fSpend\u200e¦Start¦End date¦Jan 2027¦January¦2027-01¦01/02/2027¦Total budget¦Daily budget¦Fee (EUR)¦Owner',
);

const PEOPLE = listed(
  'Aysel¦Аysel¦aysei¦Aysel\u200b¦Ay\u00adsel¦Aysel ¦Ay  sel¦Ay\u00a0sel¦Ay\tsel¦e\u0301va¦éva¦ﬁona¦Ｆiona¦Fiona①¦Rauf 1¦Rauf l¦' +
    'Rauf I¦Rauf |¦R0bin¦RObin¦rnary¦mary¦vvill¦will¦Straße¦Strasse¦Έλενα¦Елена¦Елeна¦علي¦على¦علـي¦山田 太郎¦山田Taro¦ヤマダ¦' +
    "Amharic አበበ¦ՀայK¦O’Neil¦O'Neil¦Ana-Maria¦Ana–Maria¦J. R.¦J․R¦١٢¦12¦¦⠀¦🙂¦ⲀⲂ¦ʙob¦bob¦Ɵ",
);

const LANGUAGES = [null, 'en', 'tr', 'ru', 'es', 'az'];
const ORDERS = ['day first', 'month first', 'year first'] as const;

describe('what cells and names are read as', () => {
  it('numbers, in each language and with each mark', () => {
    hold(
      'numbers',
      treeOf(NUMBERS, (text) => LANGUAGES.flatMap((one) => [readNumber(text, '.', one), readNumber(text, ',', one)])),
    );
    hold(
      'numbers without a mark',
      treeOf(NUMBERS, (text) => [bareNumber(text), bareNumber(text, 'tr'), isMissing(text), hasFraction(text)]),
    );
    hold(
      'magnitudes',
      treeOf(NUMBERS, (text) => LANGUAGES.map((one) => magnitudeIn(text, one ?? ''))),
    );
    hold(
      'shapes of numbers',
      treeOf(NUMBERS, (text) => {
        const shapes = noShapes();
        observeNumber(shapes, text, 'tr');
        return shapes;
      }),
    );
  });

  it('dates, in each order', () => {
    hold(
      'dates',
      treeOf(DATES, (text) => ORDERS.map((order) => readDate(text, order))),
    );
    hold('weeks', treeOf(DATES, namedWeek));
    hold(
      'shapes of dates',
      treeOf(DATES, (text) => {
        const shapes = noDateShapes();
        observeDate(shapes, text);
        return [shapes, yearlessIn(shapes)];
      }),
    );
    const days = [0, 1, 59, 60, 61, 36_525, 46_000.5, 2_958_465, 1e9, -1];
    hold('days by number', [days.map((day) => readDate(day, 'day first')), [20_000, 20_027, 20_058].map(endOfMonth)]);
  });

  it('names of columns, sums, platforms, stages and weeks', () => {
    hold(
      'sums',
      treeOf(NAMES, (text) => [saysTotal(text), maySayTotal(text), saysAll(text), withoutTotalWords(text)]),
    );
    hold(
      'platforms',
      treeOf(NAMES, (text) => [platformIn(text), platformOfCell(text), platformOfType(text)]),
    );
    hold('stages', treeOf([...NAMES, ...STAGE_WORDS.flatMap(([, words]) => words)], stageIn));
    hold(
      'headers',
      treeOf(NAMES, (text) => [
        normalizeHeader(text),
        ...[currencyInHeader(text), signInHeader(text), partOfUnit(text), scaledName(text), namesWeeks(text)],
        aliasesOf(text).map(({ field, platform, language }) => `${field} ${platform} ${language}`),
      ]),
    );
    hold(
      'headings of plans',
      treeOf(NAMES, (text) => [planColumn(text, 3, 'day first'), planColumn(text, 3, 'month first')]),
    );
  });

  it('names of people', () => {
    hold(
      'people',
      treeOf(PEOPLE, (name) => [skeletonOf(name), String(nameFault(name) ?? '')]),
    );
  });
});
