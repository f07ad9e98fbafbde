import { describe, expect, it } from 'vitest';
import { makeCharts } from '../../src/report/charts/index.js';
import { FILE, isDrawn, PHONE } from '../../src/report/charts/types.js';
import { reportContext } from '../../src/report/context.js';
import { reportPage } from '../../src/report/html/page.js';
import { summaryMarkdown } from '../../src/report/markdown.js';
import { renderPng, renderSvg } from '../../src/report/render.js';
import { terminalSummary } from '../../src/report/terminal.js';
import { counted } from '../../src/report/text/ar-names.js';
import { ordinal } from '../../src/report/text/az-names.js';
import { en } from '../../src/report/text/en.js';
import { reportText } from '../../src/report/text/index.js';
import { inSentence } from '../../src/report/text/sentence.js';
import { quickFirst, SLOW } from '../slow.js';
import { ENGLISH, SAME, texts } from './catalogue-texts.js';
import { type SyntheticOptions, syntheticForecast } from './synthetic.js';
import { VARIANTS } from './variants.js';

const OTHERS = ['az', 'tr', 'ar'] as const;
type Other = (typeof OTHERS)[number];

const contextOf = (language: Other, options: SyntheticOptions = {}) => {
  const forecast = syntheticForecast({ draws: 128, ...options });
  return reportContext({ ...forecast, scenario: { ...forecast.scenario, language } });
};

const english = new Map(texts(en));
describe.each(OTHERS)('the catalogue of %s', (language) => {
  const own = new Map(texts(reportText(language)));

  it('has a text for everything, and says nothing in English', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of own) {
      expect(text.trim(), path).not.toBe('');
      if (!path.endsWith('.direction') && !SAME.test(text)) expect(text, path).not.toBe(english.get(path));
    }
  });

  it('loses no figure that the English sentence has', () => {
    for (const [path, text] of own) {
      for (const figure of english.get(path)?.match(/1011|2022|3033|4044|5055|\b13\b|\b[37]\b/g) ?? [])
        expect(text, path).toContain(figure);
    }
  });
});

/** Words of the page as a reader sees them. */
function wordsOf(page: string): string {
  return page
    .replace(/<style>.*?<\/style>|<script>.*?<\/script>|<svg.*?<\/svg>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[#\w]+;/g, ' ');
}

/** What stays as it is in any language: brands, abbreviations of the trade, what the scenario named. */
const NAMES = new Set(
  `Facebook Instagram Meta Google TikTok YouTube LinkedIn Snapchat Pinterest Reddit X huni Sobol sobol mc KKT SHA AZN TRY USD JP
   CPM CTR CPC CPV CVR CPA CAC ROAS ROI LTV P P10 P50 P90 P5 P95 e`.split(/\s+/),
);
describe.each(OTHERS)('a report in %s', (language) => {
  for (const [cases, options] of quickFirst(Object.keys(VARIANTS), 5))
    it.each(cases)('says everything in its language: %s', options, (variant) => {
      const context = contextOf(language, VARIANTS[variant] ?? {});
      const charts = makeCharts(context);
      const { name, sha256, fixed } = {
        name: context.forecast.scenario.name,
        sha256: context.forecast.scenario.sha256,
        fixed: context.forecast.scenario.economics.fixed_costs.map((cost) => cost.name),
      };
      // Assumptions name their sources, and warnings the keys of a file: see facts.test.ts.
      const page = wordsOf(
        reportPage(context, charts, new Map()).replace(/<section id="(?:assumptions|warnings)".*?<\/section>/gs, ''),
      );
      const terminal = terminalSummary(context.forecast, { width: 100, color: false });
      const chartWords = charts.flatMap((chart) =>
        isDrawn(chart) ? [chart.title, chart.note, ...chart.table.columns] : [chart.omitted],
      );
      for (let text of [page, terminal, ...chartWords]) {
        for (const own of [name, sha256, sha256.slice(0, 12), context.forecast.result.engine.seed, ...fixed])
          text = text.replaceAll(own, ' ');
        expect(text).not.toMatch(/NaN|undefined|\bnull\b|\[object/);
        const left = ENGLISH.exec(text);
        expect(left === null ? null : text.slice(Math.max(0, left.index - 30), left.index + 30)).toBeNull();
        if (language !== 'ar') continue;
        const latin = text.match(/\p{Script=Latin}[\p{Script=Latin}\d]*/gu) ?? [];
        expect(latin.filter((word) => !NAMES.has(word) && !/^(KWD|JPY|segment)$/.test(word))).toEqual([]);
      }
    });

  it('names its language and direction, and prints amounts as it does', () => {
    const context = contextOf(language);
    const page = reportPage(context, makeCharts(context), new Map());
    expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    const amount = { az: '7.600\u00a0₼', tr: '₼7.600', ar: '\u200f7,600\u200f\u00a0AZN' }[language];
    expect(page).toContain(amount);
    expect(summaryMarkdown(context, makeCharts(context))).toContain(amount);
  });

  it('draws charts without a warning, for a file and a phone', SLOW, async () => {
    for (const chart of makeCharts(contextOf(language)).filter(isDrawn)) {
      for (const layout of [FILE, PHONE]) {
        const svg = await renderSvg(chart.spec(layout));
        expect(svg, chart.name).not.toMatch(/NaN|undefined|Infinity/);
        const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]);
        expect(width, chart.name).toBeLessThan(layout.width + 2 * (layout.titled ? 24 : 2) + 40);
      }
    }
  });
});

describe('Arabic charts', () => {
  it('embed their words from right to left, and are to be drawn mirrored', () => {
    const chart = makeCharts(contextOf('ar')).find(({ name }) => name === 'allocation')!;
    if (!isDrawn(chart)) throw new Error('the allocation is always drawn');
    const spec = JSON.stringify(chart.spec(FILE));
    expect(spec).toContain('"usermeta":{"direction":"rtl"}');
    expect(spec).toContain('\u202bالمحسّنة\u202c');
    expect(spec).toContain('"font":"Noto Sans Arabic,');
  });

  it('draw Arabic with the weight asked for: semibold has more ink than regular', async () => {
    const picture = async (weight: number) => {
      const text = `<text x="5" y="40" font-size="30" font-family="Noto Sans Arabic" font-weight="${weight}">\u202bالنتيجة الوسيطة إلى لا\u202c</text>`;
      return renderPng(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60">${text}</svg>`);
    };
    const [regular, semibold, empty] = [
      await picture(400),
      await picture(600),
      await renderPng('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60"></svg>'),
    ];
    expect(regular.length).toBeGreaterThan(2 * empty.length);
    expect(Buffer.from(semibold).equals(Buffer.from(regular))).toBe(false);
  });
});

describe('grammar', () => {
  it('lowers the first letter by the language, and leaves abbreviations alone', () => {
    expect(inSentence('İzlenme', 'tr')).toBe('izlenme');
    expect(inSentence('Ilıq', 'az')).toBe('ılıq');
    expect(inSentence('CPM', 'tr')).toBe('CPM');
    expect(inSentence('Cost per click (CPC)', 'en')).toBe('cost per click (CPC)');
  });

  // Azerbaijani spelling rules: the ending follows the last vowel of the number as it is read.
  it('ends Azerbaijani ordinals by the number as it is read', () => {
    const written = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 16, 20, 26, 30, 40, 52, 60, 90, 100, 365, 1000].map(ordinal);
    expect(written.join(' ')).toBe(
      '1-ci 2-ci 3-cü 4-cü 5-ci 6-cı 7-ci 8-ci 9-cu 10-cu 13-cü 16-cı 20-ci 26-cı 30-cu 40-cı 52-ci 60-cı 90-cı 100-cü 365-ci 1000-ci',
    );
  });

  // CLDR plural rules for Arabic: one, two, few (3–10), many (11–99), other (100–102).
  it('counts in Arabic by its six forms', () => {
    const weeks = { one: 'أسبوع واحد', two: 'أسبوعين', few: 'أسابيع', many: 'أسبوعًا', other: 'أسبوع' };
    expect([1, 2, 3, 10, 11, 13, 52, 100].map((number) => counted(number, weeks))).toEqual([
      'أسبوع واحد',
      'أسبوعين',
      '3 أسابيع',
      '10 أسابيع',
      '11 أسبوعًا',
      '13 أسبوعًا',
      '52 أسبوعًا',
      '100 أسبوع',
    ]);
  });
});
