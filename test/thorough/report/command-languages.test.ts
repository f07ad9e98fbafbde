// @module-tag slow
import { beforeAll, describe, expect, it } from 'vitest';
import { compareScenarios } from '../../../src/forecast/compare/compare.js';
import type { Comparison, Contender } from '../../../src/forecast/compare/types.js';
import type { Explanation } from '../../../src/forecast/explain/types.js';
import { explainForecast } from '../../../src/forecast/explain.js';
import { runFrontier } from '../../../src/forecast/frontier/frontier.js';
import { CHECK_FORMATS } from '../../../src/report/check/format-names.js';
import { printCheck } from '../../../src/report/check/formats.js';
import { checkItems } from '../../../src/report/check/items.js';
import { comparisonSummary, renderComparison } from '../../../src/report/compare/index.js';
import { explanationSummary, renderExplanation } from '../../../src/report/explain/index.js';
import { renderFrontier } from '../../../src/report/frontier/index.js';
import { checkText } from '../../../src/report/text/check/index.js';
import { compareText } from '../../../src/report/text/compare/index.js';
import { eventsText } from '../../../src/report/text/events/index.js';
import { explainText } from '../../../src/report/text/explain/index.js';
import { frontierText } from '../../../src/report/text/frontier/index.js';
import { trustText } from '../../../src/report/text/trust/index.js';
import { SMALL } from '../../cli/support.js';
import { scenarioOf } from '../../forecast/support.js';
import { ENGLISH, SAME, texts } from '../../report/catalogue-texts.js';
import { syntheticForecast } from '../../report/synthetic.js';

const OTHERS = ['az', 'tr', 'ar'] as const;

/** Symbols, abbreviations of the trade, and patterns that only put figures beside each other. */
const NEUTRAL = /^CPM$|^\P{L}*$|^(?:1011|2022|3033|4044|5055|\P{L})+$/u;

describe.each([
  ['explain', explainText],
  ['compare', compareText],
  ['check', checkText],
  ['frontier', frontierText],
  ['trust', trustText],
  ['events', eventsText],
] as const)('the catalogue of %s', (_, catalogue) => {
  const english = new Map(texts(catalogue('en')));

  it.each(OTHERS)('has a text for everything in %s, says nothing in English and loses no figure', (language) => {
    const own = new Map(texts(catalogue(language)));
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of own) {
      expect(text.trim(), path).not.toBe('');
      if (!SAME.test(text) && !NEUTRAL.test(text)) expect(text, path).not.toBe(english.get(path));
      for (const figure of english.get(path)?.match(/1011|2022|3033|4044|5055/g) ?? []) {
        // An ordinal has an ending of its own: "1011-ci".
        expect(text, path).toContain(figure);
      }
    }
  });
});

/** Words of a text but for what the scenario named itself, and what is written the same everywhere. */
function ownWords(text: string): string {
  return text
    .replace(/!\[[^\]]*\]|\(charts\/[^)]*\)/g, (found) => (found.startsWith('!') ? found : ' '))
    .replace(/<div dir="rtl">|<\/div>|Monte Carlo/g, ' ')
    .replace(/\b(first launch|dearer|without TikTok|off|tiktok|instagram|cpm)\b/gi, ' ')
    .replace(/\b\w+ (?:>|<|&gt;|&lt;)= [\d.]+(?: with \d+%)?/g, ' ');
}

function expectOwnLanguage(text: string, what: string): void {
  const words = ownWords(text);
  expect(words, what).not.toMatch(/NaN|undefined|\bnull\b|\[object/);
  const found = ENGLISH.exec(words);
  expect(found === null ? null : `${what}: ${words.slice(Math.max(0, found.index - 40), found.index + 40)}`).toBeNull();
}

/** What a page says, without what it is drawn and styled by. */
function pageWords(page: string): string {
  return page
    .replace(/<(style|script|svg|code)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&gt;/g, '>')
    .replace(/&lt;/g, '<');
}

function expectPage(files: ReadonlyMap<string, string | Uint8Array>, name: string, language: string): void {
  const page = String(files.get(name));
  expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
  expectOwnLanguage(pageWords(page), name);
  // Each chart is drawn in the page, for wide screens and for phones, and loads nothing.
  const drawn = [...files.keys()].filter((path) => path.endsWith('.vl.json'));
  expect(drawn.length).toBeGreaterThan(0);
  for (const layout of ['wide', 'phone']) expect(page.split(`<svg class="${layout}"`).length - 1).toBe(drawn.length);
  expect(page).not.toMatch(/(?:src|href)="/);
}

function expectDirection(markdown: string, language: string): void {
  const wrapped = /^<div dir="rtl">\n\n[\s\S]*\n\n<\/div>\n$/;
  if (language === 'ar') expect(markdown).toMatch(wrapped);
  else expect(markdown).not.toContain('<div');
}

describe.each(OTHERS)('what drives a plan, in %s', (language) => {
  let explanation: Explanation;
  const text = `${SMALL}language: ${language}\n`;
  beforeAll(async () => {
    explanation = await explainForecast(await scenarioOf(text), { kpi: 'profit', draws: 512 });
  });

  it('is told in the language, its charts in its direction', async () => {
    const scenario = await scenarioOf(text);
    expectOwnLanguage(explanationSummary(scenario, explanation, { width: 100, color: false }), 'terminal');
    const files = await renderExplanation(scenario, explanation);
    const markdown = String(files.get('summary.md'));
    expectOwnLanguage(markdown, 'summary.md');
    expectDirection(markdown, language);
    // Brands keep their capital wherever they stand in a sentence.
    expect(markdown).not.toMatch(/[ıi]nstagram(?!\/)|facebook(?!\/)|tiktok(?!\/)/);
    expectPage(files, 'explain.html', language);
    const spec = String(files.get('charts/tornado.vl.json'));
    expect(spec.includes('\u202b')).toBe(language === 'ar');
  });
});

describe.each(OTHERS)('scenarios side by side, in %s', (language) => {
  it('are told in the language, and so is what changed', async () => {
    const base = await scenarioOf(`${SMALL}language: ${language}\n`);
    const cpm = Array.from({ length: base.horizon.periods }, (_, t) => (t < 2 ? 1 : 1.3));
    const dearer = { ...base, season: { ...base.season, cpm }, targets: [] };
    const contenders: readonly Contender[] = [
      { label: 'first launch', scenario: base },
      { label: 'dearer', scenario: dearer },
    ];
    const comparison: Comparison = await compareScenarios(contenders, { workers: 1 });
    expectOwnLanguage(comparisonSummary(contenders, comparison, { width: 100, color: false }), 'terminal');
    const files = await renderComparison(contenders, comparison);
    const markdown = String(files.get('summary.md'));
    expectOwnLanguage(markdown, 'summary.md');
    expectDirection(markdown, language);
    expectPage(files, 'compare.html', language);
  });
});

describe.each(OTHERS)('what another budget would bring, in %s', (language) => {
  it.each(['budget', 'risk'] as const)('is a page in the language, by %s', async (by) => {
    const scenario = await scenarioOf(`${SMALL}language: ${language}\n`);
    const frontier = await runFrontier(scenario, { by, points: 3, workers: 1 });
    expectPage(await renderFrontier(scenario, frontier), 'frontier.html', language);
  });
});

describe.each(OTHERS)('a check in %s', (language) => {
  const synthetic = syntheticForecast({ draws: 128 });
  const forecast = { ...synthetic, scenario: { ...synthetic.scenario, language } };
  const drifts = [{ figure: 'total.cpa', was: 9, is: 12, allowed: 1 }];

  it.each(CHECK_FORMATS)('says everything in its language, as %s', (format) => {
    const items = [
      ...checkItems(forecast, { against: 'first launch', tolerance: 0.01, figures: 40, drifts }),
      ...checkItems(forecast, { against: 'first launch', tolerance: 0.01, figures: 40, drifts: [] }).slice(-1),
    ];
    const printed = printCheck(forecast.scenario, items, format);
    // Keys are the same for all, so that machines find them.
    const words =
      format === 'json'
        ? items.map(({ detail }) => detail).join('\n')
        : printed
            .replaceAll(
              /name="[^"]*"|classname="[^"]*"|type="[^"]*"|<\/?[a-z?]+|::(?:error|notice) file=[^:,]*|title=/g,
              ' ',
            )
            .replaceAll(/encoding|version|tests|failures|errors|message|total\.cpa|Baku coffee, spring/g, ' ');
    expectOwnLanguage(words, format);
    if (format === 'markdown') expectDirection(printed, language);
  });
});
