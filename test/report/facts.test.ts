import { describe, expect, it } from 'vitest';
import type { AskedRule, Relaxation } from '../../src/optimize/index.js';
import { factTexts } from '../../src/report/facts.js';
import { factsText, type Warning } from '../../src/report/text/facts/index.js';
import type { Scenario } from '../../src/scenario/types.js';
import type { Ground } from '../../src/scenario/warnings.js';
import { syntheticForecast } from './synthetic.js';

const LANGUAGES = ['en', 'az', 'tr', 'ar'] as const;
const { scenario } = syntheticForecast({ draws: 16 });
const line = scenario.lines[0]!.id;
const inLanguage = (language: Scenario['language']) => factTexts({ ...scenario, language });

const figure = { source: 'Superads', period: '2025', grade: 'A' } as const;
// One of each code: a fact that is new fails the comparison with the catalogue's codes below.
const WARNINGS: readonly Warning[] = [
  { code: 'no_order_value' },
  { code: 'no_margin' },
  { code: 'assumed_audience', line, ground: { code: 'audience_share', low: 0.05, high: 0.5 } },
  { code: 'nothing_above', line },
  { code: 'idle_rule', rule: 'rules.stages.loyalty', of: { kind: 'stage', stage: 'loyalty' } },
  { code: 'idle_week_change' },
  { code: 'no_ceiling', preset: 'leads', because: 'no_order_value' },
  { code: 'no_daily', preset: 'sales', currency: 'KWD' },
  { code: 'beyond_table', line },
  { code: 'idle_shock', shock: 'Outage', platform: 'tiktok' },
  { code: 'assumed_reach_rate', source: 'Rufat' },
  { code: 'one_audience', lines: [line, line], name: 'instagram' },
  { code: 'orders_above_reach', orders: 900, reach: 800 },
  { code: 'impressions_a_person', value: 400 },
  { code: 'frequency_a_week', line, value: 12 },
  { code: 'rate_outside_published', line, rate: 'cvr', value: 0.6, low: 0.01, high: 0.1 },
  { code: 'return_hard_to_believe', value: 217, most: 20 },
  {
    code: 'below_least_spend',
    line,
    platform: 'tiktok',
    value: 3.5,
    min: 20,
    source: 'TikTok Business Help Center, 2025',
  },
  { code: 'learning', lines: [{ line, value: 9 }], min: 50, sources: ['Meta Business Help Center'] },
  { code: 'adequacy', line, value: 1.75, min: 2 },
  { code: 'daily_spend', preset: 'sales', value: 36, min: 70, max: 100 },
];
const GROUNDS: readonly Ground[] = [
  { code: 'audience_people', low: 100_000, high: 2_000_000 },
  { code: 'audience_share', low: 0.05, high: 0.5 },
  { code: 'other_platforms', rate: 'view_rate', platform: 'facebook' },
  { code: 'by_stage', rate: 'orders_per_click', stage: 'conversion', change: 1.5 },
  { code: 'price_level', currency: 'AZN', factor: 0.3 },
  { code: 'published', figure, page: 'https://example.org/a' },
  { code: 'more_figures', count: 8, first: 2016, last: 2026 },
  { code: 'retargeting', change: -0.18, figure },
  { code: 'converted', currency: 'AZN', perDollar: 1.7, year: 2025, pegged: true },
];
const RELAXATIONS: readonly Relaxation[] = [
  { code: 'bound', rule: 'roas', bound: 'min', way: 'lower', unit: 'ratio', to: 1.5, by: 0.5 },
  { code: 'tolerance', rule: 'creative', to: 0.12 },
  { code: 'ratio', to: 1.25 },
  { code: 'daily', rule: 'lines.tiktok/awareness.min_daily', to: 71.42 },
  { code: 'budget', way: 'raise', to: 700 },
  { code: 'chance', rule: 'cpa', to: 0.75 },
  {
    code: 'together',
    changes: [
      { code: 'budget', way: 'lower', to: 650 },
      { code: 'ratio', to: null },
    ],
  },
  { code: 'drop', rules: ['cpa', 'roas'] },
];
const ASKED: readonly AskedRule[] = [
  { rule: 'prospecting', asks: [{ code: 'range', unit: 'share', min: 0.7, max: 0.8, probability: null }] },
  { rule: 'roas', asks: [{ code: 'range', unit: 'ratio', min: 2.5, max: null, probability: 0.9 }] },
  { rule: 'retargeting', asks: [{ code: 'ratio', consideration: 1, conversion: 2, tolerance: 0.1 }] },
  { rule: 'creative', asks: [{ code: 'split', split: { proven: 0.6, experiment: 0.3, moonshot: 0.1 }, tolerance: 0 }] },
  { rule: 'lines.x.min_daily', asks: [{ code: 'daily', min: 50 }] },
];

/** Words of English, but for keys of a file, which stay as they are. */
const ENGLISH =
  /(?<!\p{L})(the|is|are|given|has|no|nothing|of|sets|usual|people|to|least|most|a day|lower|raise|and)(?!\p{L})/iu;
const KEYS =
  /\b(audience|prospecting|retargeting|creative|consideration|conversion|roas|cpa|rules|lines|stages|loyalty|min_daily|audiences|reach_rate)\b/g;

describe.each(LANGUAGES)('facts in %s', (language) => {
  const texts = inLanguage(language);
  const told: readonly string[] = [
    ...WARNINGS.map(texts.warning),
    ...GROUNDS.map((ground) => texts.grounds([ground])),
    ...RELAXATIONS.map(texts.relaxation),
    ...ASKED.map(texts.asked),
    texts.contradiction(ASKED, RELAXATIONS),
  ];

  it('has words for every fact, in its language', () => {
    const words = factsText(language);
    expect(WARNINGS.map(({ code }) => code).sort()).toEqual(Object.keys(words.warnings).sort());
    expect(GROUNDS.map(({ code }) => code).sort()).toEqual(Object.keys(words.grounds).sort());
    expect(RELAXATIONS.map(({ code }) => code).sort()).toEqual(Object.keys(words.relaxations).sort());
    for (const sentence of told) {
      expect(sentence).not.toMatch(/NaN|undefined|\bnull\b|\[object|\.\./);
      if (language !== 'en') expect(sentence.replace(KEYS, '')).not.toMatch(ENGLISH);
    }
  });

  it('keeps every figure', () => {
    const kept = (sentence: string, ...figures: readonly (string | RegExp)[]) => {
      for (const figure of figures) expect(sentence).toMatch(figure);
    };
    kept(texts.grounds(GROUNDS), '2016', '2026', /1[.,]7/, /0[.,]3/, /150/, /18/, 'Superads', 'example.org/a');
    kept(texts.relaxation(RELAXATIONS[0]!), /1[.,]5/, /0[.,]5/, 'roas');
    kept(texts.relaxation(RELAXATIONS[6]!), '650', '0 : 1');
    kept(texts.asked(ASKED[1]!), /2[.,]5/, /90/);
    kept(texts.warning(WARNINGS.find(({ code }) => code === 'adequacy')!), /1[.,]75|1[.,]8/, '2');
  });
});

it('names lines as the report does', () => {
  const { platform, stage } = scenario.lines[0]!;
  expect(inLanguage('en').warning({ code: 'nothing_above', line }).toLowerCase()).toContain(`${platform} ${stage}`);
});
