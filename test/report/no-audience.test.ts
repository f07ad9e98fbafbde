import { describe, expect, it } from 'vitest';
import { runForecast } from '../../src/forecast/run.js';
import { decisionSentences } from '../../src/report/content/decision.js';
import { warningSentences } from '../../src/report/content/warnings.js';
import { reportContext } from '../../src/report/context.js';
import { html } from '../../src/report/html/template.js';
import { terminalSummary } from '../../src/report/terminal.js';
import { scenarioOf } from '../forecast/support.js';

/** Nothing fills the pool that the second line is to buy from, unless it has an audience of its own. */
const plan = (audience: string): string => `
currency: USD
horizon: 4 weeks
budget: 10000
draws: 256
economics: { order_value: 40, margin: 60% }
lines:
  - { platform: tiktok, stage: awareness, budget: 6000, audience: 400k, view_rate: 20% }
  - { platform: facebook, stage: consideration, budget: 4000${audience} }
`;

describe('money that finds no audience', () => {
  it('is told with its amount and line, in the report and in the terminal', async () => {
    const forecast = await runForecast(await scenarioOf(plan('')), { optimize: false, charts: false, workers: 1 });
    const sentence = '$4,000 of the $10,000 finds no audience on average, most of it on Facebook consideration.';
    expect(decisionSentences(reportContext(forecast))).toContain(sentence);
    expect(terminalSummary(forecast, { width: 200, color: false })).toContain(sentence);
  });

  it('is not mentioned where there is next to none', async () => {
    const found = await scenarioOf(plan(', audience: 300k'));
    const forecast = await runForecast(found, { optimize: false, charts: false, workers: 1 });
    expect(decisionSentences(reportContext(forecast)).join(' ')).not.toContain('audience');
  });
});

describe('a rule that gives a line money which finds nobody', () => {
  const ruled = (budget: string): string => `
currency: USD
horizon: 4 weeks
budget: ${budget}
draws: 256
economics: { order_value: 90, margin: 60% }
lines:
  - { platform: tiktok, stage: awareness, budget: 8000, audience: 4m, cpm: 5, ctr: 1%, view_rate: 20%, cvr: 2% }
  - { platform: facebook, stage: consideration, budget: 2000, cpm: 9, ctr: 1%, cvr: 1% }
rules: { lines: { facebook/consideration: { min: 20% } } }
`;

  it.each(['10000', '{ max: 10000 }'])('is named, and the rest is spent as it pays: budget %s', async (budget) => {
    const forecast = await runForecast(await scenarioOf(ruled(budget)), { charts: false, workers: 1 });
    // Where all money had to find somebody, a fifth of next to nothing would be all that is left to spend.
    expect(forecast.result.plans.optimized?.lines[0]).toMatchObject({ id: 'tiktok/awareness', budget: 8000 });
    const said = decisionSentences(reportContext(forecast)).join(' ');
    expect(said).toContain(
      '$2,000 of the $10,000 finds no audience on average, most of it on Facebook consideration: a rule keeps money there.',
    );
    expect(said).not.toContain('though less would be allowed');
    // Nor is more money recommended for it.
    const warnings = warningSentences(reportContext(forecast));
    expect(warnings.filter((warning) => warning.startsWith('Facebook consideration'))).toEqual([
      'Facebook consideration has nobody to reach: no line above it fills its pool, and it has no audience of its own.',
    ]);
  });
});

it('keeps a minus and the currency after it on one line of a page', () => {
  expect(html`<p>${'−$4,300 to −₺12, +€7, −5%, 1+1'}</p>`.markup).toBe(
    '<p>−\u2060$4,300 to −\u2060₺12, +\u2060€7, −5%, 1+1</p>',
  );
});
