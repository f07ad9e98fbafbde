import { describe, expect, it } from 'vitest';
import type { DailyExport } from '../../../src/calibrate/fit/from-export.js';
import { stageIn } from '../../../src/calibrate/fit/stage-words.js';
import { applyStages, guessStages, parseStages, stagesText, withStages } from '../../../src/calibrate/fit/stages.js';
import { answerOf } from '../../units/answer-of.js';
import { dailyRows } from '../support.js';

const NAMES = ['Brand film', 'Traffic to shop', 'Retargeting traffic', 'VIP customers', 'Summer: "hot" #1', 'x'];

function exported(objectives: readonly string[] = NAMES.map(() => '')): DailyExport {
  const rows = dailyRows(NAMES.map((campaign, i) => ({ campaign, day: i, spend: 10 + i, impressions: 1000 })));
  return { rows, objectives, owners: NAMES, currency: 'USD', dated: true, windowDays: 1, leads: false, notes: [] };
}

describe('guessStages', () => {
  it('goes by names, the lower stage where a name has both, prospecting where it has none', () => {
    expect(guessStages(exported()).map(({ stage }) => stage)).toEqual([
      'awareness',
      'consideration',
      'conversion',
      'loyalty',
      'conversion',
      'awareness',
    ]);
  });

  it('believes an objective before a name', () => {
    const staged = guessStages(exported(['OUTCOME_SALES', '', '', '', '', 'Video views']));
    expect(staged[0]).toMatchObject({ stage: 'conversion', evidence: { kind: 'objective', word: 'sales' } });
    expect(staged[5]).toMatchObject({ stage: 'awareness', evidence: { kind: 'objective', word: 'video view' } });
  });
});

describe('stageIn', () => {
  it.each([
    ['Wholesale partners', null],
    ['Leaders of tomorrow', null],
    ['Customer satisfaction', null],
    ['LeadGen Q3', 'conversion'],
    ['PMax DE', 'conversion'],
    ['Verkäufe Frühjahr', 'conversion'],
    ['Ventas verano', 'conversion'],
    ['Notoriété printemps', 'awareness'],
    ['Copertura Natale', 'awareness'],
    ['Tráfego site', 'consideration'],
    ['SATIŞ kampanyası', 'conversion'],
    ['Bilinirlik 2026', 'awareness'],
    ['Konversiyalar, mart', 'conversion'],
    ['Продажи весна', 'conversion'],
    ['Узнаваемость бренда', 'awareness'],
    ['Sprzedaż letnia', 'conversion'],
    ['حملة المبيعات', 'conversion'],
    ['【Instagram】サイトリマケ', 'conversion'],
    ['ブランド認知', 'awareness'],
    ['春季销售', 'conversion'],
  ])('%s: %s', (name, stage) => {
    expect(stageIn(name)?.stage ?? null).toBe(stage);
  });
});

describe('the mapping file', () => {
  it('comes back as it was written, whatever the names hold', () => {
    const staged = guessStages(exported());
    const parsed = answerOf(parseStages(stagesText(staged)));
    expect(applyStages(staged, parsed).map(({ campaign, stage }) => [campaign, stage])).toEqual(
      staged.map(({ campaign, stage }) => [campaign, stage]),
    );
    expect(parsed.size).toBe(NAMES.length);
  });

  it('takes corrections, and leaves out what is skipped', () => {
    const text = stagesText(guessStages(exported()))
      .replace('campaign: x, stage: awareness', 'campaign: x, stage: skip')
      .replace('campaign: VIP customers, stage: loyalty', 'campaign: VIP customers, stage: advocacy');
    const rows = withStages(exported(), applyStages(guessStages(exported()), answerOf(parseStages(text))));
    expect(rows.campaigns.map(({ stage }) => stage)).toEqual([
      'awareness',
      'consideration',
      'conversion',
      'advocacy',
      'conversion',
      null,
    ]);
    expect(Array.from(rows.spend)).toEqual([10, 11, 12, 13, 14]);
  });

  it.each([
    ['not a list', 'campaigns: 3', /expected a list/],
    ['an unknown stage', 'campaigns:\n  - { platform: x, campaign: a, stage: buying }', /line 2: found stage "buying"/],
    ['no campaign', 'campaigns:\n\n  - { platform: x, stage: loyalty }', /line 3: campaign is missing/],
    ['broken YAML', 'campaigns:\n  - { platform: x', /line \d/],
    ['nothing', '', /expected a list/],
    ['a text in the list', 'campaigns: [x]', /expected \{ platform/],
    [
      'a stage misspelt',
      'campaigns:\n  - { platform: x, campaign: a, stage: awarness }',
      /line 2: found stage "awarness": did you mean "awareness"\?/,
    ],
    [
      'a campaign twice, for different stages',
      'campaigns:\n  - { platform: x, campaign: a, stage: skip }\n  - { platform: x, campaign: a, stage: loyalty }',
      /line 3: found campaign "a" again, for loyalty; it is for skip above/,
    ],
  ])('refuses %s', (_, text, message) => {
    expect(parseStages(text)).toEqual({
      ok: false,
      reason: expect.stringMatching(message),
      said: expect.anything(),
    });
  });
});

describe('a mapping file in which something is missing', () => {
  it.each([
    ['stage', '{ platform: facebook, campaign: A }'],
    ['platform', '{ campaign: A, stage: awareness }'],
    ['campaign', '{ platform: facebook, stage: awareness }'],
    ['stage', '{ platform: facebook, campaign: A, stage: }'],
  ])('is refused by its line: %s', (missing, item) => {
    const text = `campaigns:\n  - { platform: facebook, campaign: B, stage: skip }\n  - ${item}\n`;
    expect(parseStages(text)).toMatchObject({ ok: false, reason: `line 3: ${missing} is missing` });
  });
});

describe('a mapping of campaigns', () => {
  it.each([
    ['{ platform: facebook, campaign: a }', 'line 2: stage is missing'],
    ['{ platform: facebook, stage: awareness }', 'line 2: campaign is missing'],
    ['{ campaign: a, stage: awareness }', 'line 2: platform is missing'],
    ['{ platform: facebook, campaign: a, stage: aware }', 'line 2: found stage "aware", expected one of '],
    ['plain words', 'expected { platform, campaign, stage } for each campaign'],
  ])('%s: is refused with what is wrong, and where', (item, message) => {
    const reading = parseStages(`campaigns:\n  - ${item}\n`);
    if (reading.ok) throw new Error('it was taken');
    expect(reading.reason).toContain(message);
  });
});
