import { describe, expect, it } from 'vitest';
import * as messages from '../../src/calibrate/read/messages.js';
import type { FaultDetail } from '../../src/calibrate/types.js';
import { detailText, findingText, sayIn } from '../../src/calibrate/words/index.js';
import { scenarioWords } from '../../src/calibrate/words/scenario/index.js';
import type { ScenarioWords } from '../../src/calibrate/words/scenario/types.js';
import { LANGUAGES, type Language } from '../../src/units/locale.js';

/** Arguments of each function of a catalogue, without the language's own. */
type Examples<Words> = {
  readonly [Name in keyof Words]: Words[Name] extends (...given: infer Given) => string
    ? readonly (Given extends [...infer Own, { count(value: number): string }] ? Own : Given)[]
    : never;
};

const PRICE = { median: 12, low: -3, high: 31 };
const SENTENCES: Examples<ScenarioWords['sentences']> = {
  calibratedFrom: [['meta.csv']],
  budgetGiven: [[]],
  budgetAtPace: [[]],
  budgetOfUnknownTime: [[]],
  creativeOff: [[]],
  change: [[]],
  priceNoise: [['day'], ['week'], ['month']],
  noiseUnseen: [['day'], ['week'], ['month']],
  noiseOfOneDay: [[]],
  nothingShared: [[]],
  shared: [[]],
  pairs: [[]],
  noDates: [[]],
  noSeason: [[]],
  months: [[1], [7]],
  weekdays: [[]],
  stages: [[]],
  skip: [[]],
  mediaPlan: [['plan.csv']],
  mediaPlanPrices: [[]],
};
const NOTES: Examples<ScenarioWords['notes']> = {
  orderValue: [[1], [7]],
  delay: [[null], [7]],
  leads: [[]],
  rows: [[1], [7]],
  pairsOfFigures: [[1], [7]],
  withoutFatigue: [[12]],
  ofBenchmarks: [[]],
  ofOtherPlatforms: [[]],
  noExchangeRate: [['AZN']],
  audienceOfReach: [[1], [7]],
  audienceAssumed: [[12]],
  audienceDefault: [[]],
  fatigue: [[1], [7]],
  fatigueDefault: [[]],
  claimed: [[]],
  noPressure: [[PRICE]],
  pressure: [[12, 7]],
  pressureAt: [[]],
  drift: [[]],
  alone: [[]],
  carriedIn: [[]],
  ofRows: [[[1]], [[2, 7]]],
};
const EVIDENCE: Examples<ScenarioWords['stageEvidence']> = {
  objective: [[{ kind: 'objective', word: 'sales' }]],
  name: [[{ kind: 'name', word: 'sales' }]],
  channel: [[{ kind: 'channel', word: 'sales' }]],
  nothing: [[{ kind: 'nothing' }]],
  given: [[{ kind: 'given' }]],
};

const said = (name: string, part: object, given: readonly unknown[], language: Language): string =>
  (part as Record<string, (...all: unknown[]) => string>)[name]!(...given, sayIn(language));

/** What an argument has to be found as, whatever the language. */
const stated = (given: unknown): string[] =>
  typeof given === 'object' && given !== null ? Object.values(given).flatMap(stated) : [String(given)];
const CODES = new Set(['day', 'week', 'month', 'null', 'objective', 'name', 'channel', 'nothing', 'given', '1']);

describe('what stands in scenarios made from files', () => {
  const parts = { sentences: SENTENCES, notes: NOTES, stageEvidence: EVIDENCE } as const;
  const cases = Object.entries(parts).flatMap(([part, examples]) =>
    Object.entries<readonly (readonly unknown[])[]>(examples).map(([name, given]) => [part, name, given] as const),
  );

  it.each(
    cases,
  )('%s, %s: a sentence of its own in each language, with all that it is about', (part, name, examples) => {
    for (const given of examples) {
      const texts = LANGUAGES.map((one) => said(name, scenarioWords(one)[part as keyof typeof parts], given, one));
      // A single word may be Azerbaijani and Turkish.
      expect(new Set(texts).size).toBeGreaterThanOrEqual(LANGUAGES.length - 1);
      for (const text of texts) {
        expect(text).toMatch(/\p{L}{2}/u);
        expect(text).not.toMatch(/undefined|null|NaN|\[object|\{|\}| {2}|\.\./);
        for (const one of given.flatMap(stated)) if (!CODES.has(one)) expect(text).toContain(one.replace(/^-/, ''));
      }
    }
    // What differs is said otherwise.
    const english = examples.map((given) => said(name, scenarioWords('en')[part as keyof typeof parts], given, 'en'));
    expect(new Set(english).size).toBe(english.length);
    for (const text of english) {
      expect(text).not.toMatch(/\b1 (?:rows|orders|pairs|changes)\b|\b7 (?:row|order|pair|change)\b/);
    }
  });
});

describe('what is found in exports', () => {
  it.each(LANGUAGES)('is of one thing, or of several, as it is said in %s', (language) => {
    const counted = (count: number): string[] =>
      [
        messages.quarantined('no date', count, 5, { kind: 'none' }),
        messages.openEnds(count),
        messages.unnamedRepeats(count),
        messages.messageOpens(count),
        messages.linkAboveAll(count),
        messages.moreConversions(count),
        messages.blankSpend(count, 3),
        messages.overlappingWindows(count, 3),
        messages.unevenSubtotals(count, 3),
        messages.namedTotal(count, 'Total', 3),
        messages.laterPull('a', 'b', count),
        messages.finerRows('a', 'b', count),
        messages.otherParts('a', 'b', count),
      ].map((finding) => findingText(finding, language));
    for (const count of [1, 2, 11]) for (const text of counted(count)) expect(text).toContain(String(count));
    const [one, several] = [counted(1), counted(2)];
    if (language === 'en') {
      for (const text of one) expect(text).not.toMatch(/\b1 \w*rows\b/);
      for (const text of several) expect(text).not.toMatch(/\b2 row\b/);
    }
  });

  const DETAILS: { readonly [Kind in FaultDetail['kind']]: Extract<FaultDetail, { readonly kind: Kind }> } = {
    cell: { kind: 'cell', text: 'Mo' },
    blank: { kind: 'blank', header: 'Day' },
    value: { kind: 'value', header: 'Spend', text: 'abc', of: 'figure' },
    window: { kind: 'window', from: 'Mo', to: 'Su' },
    clicks: { kind: 'clicks', clicks: 9, impressions: 3 },
    people: { kind: 'people', people: 9, impressions: 3 },
    fields: { kind: 'fields', found: 3, expected: 4 },
    'same as above': { kind: 'same as above' },
    again: { kind: 'again', row: 7 },
    nameless: { kind: 'nameless' },
    rate: { kind: 'rate', header: 'CTR', given: 2, found: 3 },
    none: { kind: 'none' },
  };
  it.each(Object.values(DETAILS))('$kind says what there was, in each language', (detail) => {
    const texts = LANGUAGES.map((language) => detailText(detail, language));
    const parts = Object.entries(detail).flatMap(([key, part]) =>
      key === 'kind' || key === 'of' ? [] : [String(part)],
    );
    for (const text of texts) {
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      for (const part of parts) expect(text).toContain(part);
    }
    // In brackets behind what it is of, where there is anything.
    const [whole] = LANGUAGES.map((language) => findingText(messages.allQuarantined(3, 'no date', detail), language));
    if (detail.kind === 'none') expect(whole).not.toMatch(/\($|\(\)/);
    else expect(whole).toContain(` (${texts[0]})`);
  });
});
