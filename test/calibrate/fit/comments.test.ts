import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/calibrate/fit/calibrate.js';
import { fragmentText } from '../../../src/calibrate/fit/fragment.js';
import { parseStages, type StagedCampaign, stagesText } from '../../../src/calibrate/fit/stages.js';
import { mediaPlanText } from '../../../src/calibrate/media-plan/scenario-text.js';
import { scenarioWords } from '../../../src/calibrate/words/scenario/index.js';
import { LANGUAGES, type Language } from '../../../src/units/locale.js';
import { SLOW } from '../../slow.js';
import { answerOf } from '../../units/answer-of.js';
import { dailyRows, simulateWorld, WORLD } from '../support.js';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

const comments = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => line.match(/# (.*)$/)?.slice(1) ?? []);

/** What is not said but set. */
const settings = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trimEnd())
    .filter((line) => line !== '' && !line.startsWith('language:'))
    .join('\n');

/** In another language each comment says something else, and the numbers stay. */
function expectTranslated(textIn: (language: Language) => string, same: readonly string[] = []): void {
  const english = textIn('en');
  expect(comments(english).length).toBeGreaterThan(2);
  for (const language of OTHERS) {
    const text = textIn(language);
    expect(settings(text)).toBe(settings(english));
    const [own, from] = [comments(text), comments(english)];
    expect(own).toHaveLength(from.length);
    own.forEach((comment, i) => {
      expect(comment).not.toMatch(/undefined|\[object|\$\{/);
      if (!same.includes(comment)) expect(comment, `${language}, ${i}`).not.toBe(from[i]);
    });
  }
}

describe('what stands beside the numbers of what is written', () => {
  it('is in the language of the plan: a calibrated scenario', SLOW, () => {
    const world = (platform: string, days: number) => simulateWorld({ ...WORLD, platform, campaigns: 2, days }, 'said');
    const horizon = { periods: 4, unit: 'week', periodDays: 7 } as const;
    for (const [rows, plan] of [
      [[...world('facebook', 90), ...world('tiktok', 90)], { budget: 1000 }],
      [world('facebook', 1), {}],
    ] as const) {
      const fitted = calibrate(dailyRows(rows), { seed: 'said', currency: 'USD', periodDays: 7, horizonDays: 28 });
      expectTranslated(
        (language) =>
          fragmentText(fitted, {
            name: 'said',
            language,
            currency: 'USD',
            digits: 2,
            start: null,
            horizon,
            windowDays: 1,
            leads: true,
            recording: { halfLife: 2, restated: 40, pulled: 20_000 },
            plan,
            sources: ['a.csv'],
            notes: [],
          })!,
      );
    }
  });

  it('is in the language of the plan: a scenario from a media plan', () => {
    expectTranslated((language) =>
      mediaPlanText({
        name: 'said',
        language,
        source: 'plan.xlsx',
        currency: 'USD',
        weeks: 4,
        wishes: {},
        notes: [],
        placements: [
          {
            row: 3,
            platform: 'google',
            stage: 'conversion',
            evidence: { kind: 'channel', word: 'search' },
            spend: [{ when: null, units: 100 }],
          },
          {
            row: 4,
            platform: 'tiktok',
            stage: 'awareness',
            evidence: { kind: 'nothing' },
            spend: [{ when: null, units: 100 }],
          },
        ],
      }),
    );
  });

  it('is in the language of the plan: the mapping of stages, which reads the same', () => {
    const staged: readonly StagedCampaign[] = [
      { platform: 'facebook', campaign: 'a', stage: 'conversion', evidence: { kind: 'objective', word: 'sales' } },
      { platform: 'facebook', campaign: 'b', stage: null, evidence: { kind: 'given' } },
      { platform: 'facebook', campaign: 'c', stage: 'awareness', evidence: { kind: 'nothing' } },
      { platform: 'facebook', campaign: 'd', stage: 'loyalty', evidence: { kind: 'name', word: 'vip' } },
    ];
    expectTranslated((language) => stagesText(staged, language), ['  huni calibrate EXPORT --stages THIS-FILE']);
    for (const language of LANGUAGES) expect(answerOf(parseStages(stagesText(staged, language))).size).toBe(4);
  });

  it('has a sentence of its own in each language for what no example above says', () => {
    for (const name of ['noDates', 'noiseOfOneDay', 'budgetOfUnknownTime', 'noSeason', 'weekdays'] as const) {
      expect(new Set(LANGUAGES.map((language) => scenarioWords(language).sentences[name]())).size).toBe(
        LANGUAGES.length,
      );
    }
  });
});
