import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runAdvised } from '../../src/advice/index.js';
import { openEngine } from '../../src/engine/open.js';
import type { Forecast } from '../../src/forecast/details.js';
import { renderReport } from '../../src/report/index.js';
import { readScenario } from '../../src/scenario/index.js';
import type { Scenario } from '../../src/scenario/types.js';
import { scenarioOf } from '../forecast/support.js';
import { FULL } from '../sample.js';
import { inTurn } from '../turn.js';
import { openBrowser } from './chromium.js';

/** A4 less the page's margins of 14 mm, in CSS pixels of 1/96 inch. */
const PAPER = { width: Math.floor(((210 - 28) / 25.4) * 96), height: Math.floor(((297 - 28) / 25.4) * 96) };
const LAPTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const LANGUAGES = ['en', 'az', 'tr', 'ar'] as const;
const DRAWS = 2048;

/** Loses in the middle: what would have to be true stands on the first page, too. */
const LOSING = `
currency: TRY
horizon: 8 weeks
budget: 640000
market: { population: 2.4m }
economics: { order_value: 420 to 680, margin: 38%, repeat_rate: 15% to 40%, fee: 10% }
lines:
  - { platform: instagram, stage: awareness, budget: 440000, audience: 900k to 1.4m, cpm: 60 to 110, ctr: 0.8% to 1.6%, cvr: 1% to 3% }
  - { platform: instagram, stage: consideration, budget: 80000, cpm: 80 to 150, ctr: 1.2% to 2.4%, cvr: 2% to 5% }
  - { platform: instagram, stage: conversion, budget: 120000, cpm: 90 to 180, ctr: 1.4% to 2.8%, cvr: 4% to 9% }
`;

/** A known line and a guessed one. */
const GUESSED = `
currency: USD
horizon: 8 weeks
budget: 20000
economics: { order_value: 50, margin: 60% }
lines:
  - { platform: instagram, stage: awareness, budget: 15000, audience: 400k, cpm: 5 to 7.2, ctr: 1.2%, cvr: 2%, view_rate: 25% }
  - { platform: x, stage: awareness, budget: 5000, audience: 400k, cpm: 0.6 to 60, ctr: 1.2%, cvr: 2%, view_rate: 25% }
goal: { maximize: profit, risk_aversion: 0 }
`;

interface Places {
  /** Bottom edges in the page, in CSS pixels: the verdict, its three figures, its reasons, moves or test, the first chart. */
  readonly bottoms: Readonly<Record<'lead' | 'tiles' | 'lists' | 'chart' | 'decision', number>>;
  readonly chartTop: number;
  readonly figures: number;
  readonly charts: number;
}

/** Runs in the page. */
const PLACES = `(() => {
  const all = (selector) => [...document.querySelectorAll('#decision ' + selector)];
  const bottom = (nodes) => Math.max(0, ...nodes.map((node) => node.getBoundingClientRect().bottom + scrollY));
  const charts = all('figure');
  return {
    bottoms: {
      lead: bottom(all('.lead')), tiles: bottom(all('.tiles')), lists: bottom(all('ul')), chart: bottom(charts),
      decision: bottom([document.querySelector('#decision')]),
    },
    chartTop: charts[0].getBoundingClientRect().top + scrollY,
    figures: all('.tiles dd:not(.note)').length,
    charts: charts.length,
  };
})()`;

/** Where in the first chart a line's name stands, as a share of its width. */
const NAMES = `(() => {
  const svg = [...document.querySelectorAll('#decision .chart svg')].find((one) => one.getClientRects().length > 0);
  const box = svg.getBoundingClientRect();
  const name = [...svg.querySelectorAll('text')].find((one) => one.textContent.includes('TikTok')).getBoundingClientRect();
  return (name.left + name.width / 2 - box.left) / box.width;
})()`;

describe.skipIf(inject('reports').length === 0)('what decides', () => {
  let browser: Browser;
  let folder: string;
  const forecasts = new Map<string, Forecast>();
  beforeAll(async () => {
    browser = await openBrowser();
    folder = await mkdtemp(join(tmpdir(), 'huni-verdicts-'));
    const engine = await openEngine(2);
    const reading = await readScenario('scenarios/baku-coffee.yaml', { overrides: { draws: DRAWS } });
    if (!reading.ok) throw new Error('scenarios/baku-coffee.yaml');
    const scenarios: [string, Scenario][] = [
      ['move', reading.scenario],
      ['less', { ...(await scenarioOf(LOSING)), draws: DRAWS }],
      ['test', { ...(await scenarioOf(GUESSED)), draws: DRAWS }],
    ];
    for (const [kind, scenario] of scenarios) {
      const forecast = await runAdvised(scenario, { engine });
      expect(forecast.result.verdict!.kind).toBe(kind);
      forecasts.set(kind, forecast);
    }
    await engine.close();
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const written = new Set<string>();
  /** Reports are written once, for every window that they are looked at through. */
  async function reportOf(kind: string, language: Scenario['language']): Promise<string> {
    const own = join(folder, `${kind}-${language}`);
    if (written.has(own)) return own;
    const forecast = forecasts.get(kind)!;
    for (const [path, data] of await renderReport({ ...forecast, scenario: { ...forecast.scenario, language } })) {
      await mkdir(dirname(join(own, path)), { recursive: true });
      await writeFile(join(own, path), data);
    }
    written.add(own);
    return own;
  }

  async function opened(kind: string, language: Scenario['language'], viewport: typeof PAPER): Promise<Page> {
    const own = await reportOf(kind, language);
    const page = await browser.newPage({ viewport });
    await page.goto(pathToFileURL(join(own, 'report.html')).href);
    return page;
  }

  async function pictured(page: Page, name: string): Promise<void> {
    const { HUNI_SCREENSHOTS } = process.env;
    if (HUNI_SCREENSHOTS !== undefined) await page.screenshot({ path: join(HUNI_SCREENSHOTS, `${name}.png`) });
  }

  // Outside a full run half of the pairs, each kind and each language among them.
  describe.each([
    ['move', ['en', 'ar']],
    ['less', ['az', 'tr']],
    ['test', ['en', 'ar']],
  ] as const)('where the verdict is %s', (kind, some) => {
    const languages = inTurn(FULL ? LANGUAGES : some, 1 / 2, (language) => `${kind} ${language}`);
    it.each(languages)('stands on the first screen of a laptop, in %s', async (language) => {
      const page = await opened(kind, language, LAPTOP);
      try {
        const { bottoms, figures, charts } = await page.evaluate<Places>(PLACES);
        await pictured(page, `${kind}-${language}-laptop`);
        expect({ figures, charts }).toEqual({ figures: 3, charts: 1 });
        for (const what of ['lead', 'tiles', 'lists', 'chart'] as const)
          expect(bottoms[what], what).toBeLessThanOrEqual(LAPTOP.height);
        // A chart's names stand where its reader begins.
        if (kind === 'move') expect((await page.evaluate<number>(NAMES)) > 0.5).toBe(language === 'ar');
      } finally {
        await page.close();
      }
    });

    it.each(languages)('stands on the first two screens of a phone, in %s', async (language) => {
      const page = await opened(kind, language, PHONE);
      try {
        const { bottoms, chartTop } = await page.evaluate<Places>(PLACES);
        await page.setViewportSize({ width: PHONE.width, height: 2 * PHONE.height });
        await pictured(page, `${kind}-${language}-phone`);
        expect(bottoms.tiles).toBeLessThanOrEqual(PHONE.height);
        expect(bottoms.lists).toBeLessThanOrEqual(2 * PHONE.height);
        expect(chartTop).toBeLessThanOrEqual(2 * PHONE.height);
        expect(bottoms.chart).toBeLessThanOrEqual(2 * PHONE.height);
      } finally {
        await page.close();
      }
    });

    it.each(languages)('is one sheet of paper, and the details begin on the second, in %s', async (language) => {
      const page = await opened(kind, language, PAPER);
      try {
        await page.emulateMedia({ media: 'print' });
        await page.evaluate("dispatchEvent(new Event('beforeprint'))");
        await pictured(page, `${kind}-${language}-print`);
        expect(await page.evaluate("getComputedStyle(document.querySelector('#decision')).breakAfter")).toBe('page');
        const sheets = async (): Promise<number> => {
          const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
          return [...pdf.matchAll(/\/MediaBox/g)].length;
        };
        const whole = await sheets();
        const details = await page.evaluate<number>(`(() => {
          const others = [...document.querySelectorAll('main > section:not(#decision), footer')];
          for (const other of others) other.hidden = true;
          for (const other of others) other.style.display = 'none';
          return others.length;
        })()`);
        expect(details).toBeGreaterThan(3);
        // All that decides, and nothing else: a sheet. With the details, more.
        await page.evaluate("document.querySelector('#decision').style.breakAfter = 'auto'");
        expect(await sheets()).toBe(1);
        expect(whole).toBeGreaterThan(1);
      } finally {
        await page.close();
      }
    });
  });
});
