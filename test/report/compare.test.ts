import { describe, expect, it } from 'vitest';
import { contest } from '../../src/forecast/compare/contest.js';
import type { ComparedScenario, Comparison, Contender } from '../../src/forecast/compare/types.js';
import {
  changeSentences,
  comparisonPart,
  comparisonSummary,
  renderComparison,
} from '../../src/report/compare/index.js';
import { parseVariants } from '../../src/scenario/variants/read.js';
import { valid } from '../scenario/helpers.js';
import { SLOW } from '../slow.js';

const BASE = `name: Base
currency: USD
start: 2027-03-01
horizon: 4 weeks
budget: 1000
economics: { order_value: 30, margin: 60%, fixed_costs: [{ name: Studio, amount: 200 }] }
lines:
  - { platform: instagram, stage: awareness, budget: 750, audience: 300k, cpm: 3, ctr: 1% to 2%, view_rate: 20%, cvr: 2% }
  - { platform: tiktok, stage: awareness, budget: 250, audience: 300k, cpm: 3, ctr: 1% to 2%, view_rate: 20%, cvr: 2% }
rules: { platforms: { tiktok: { max: 40% } } }
targets: [roas >= 1.5 with 80%]
`;

async function changes(change: (text: string) => string): Promise<readonly string[]> {
  return changeSentences(await valid(BASE), await valid(change(BASE)));
}

describe('what changed', () => {
  it('is nothing for names, seeds and draws', async () => {
    expect(await changes((text) => `${text.replace('Base', 'Other')}seed: other\ndraws: 99\n`)).toEqual([]);
  });

  it.each([
    [
      ['budget: 250', 'budget: 350'],
      ['budget: 1000', 'budget: 1100'],
      ['Budget: $1,100 instead of $1,000', 'TikTok awareness: $350 instead of $250'],
    ],
    [['start: 2027-03-01', 'start: 2027-04-01'], ['', ''], ['Start: Apr 1, 2027 instead of Mar 1, 2027']],
    [
      ['order_value: 30', 'order_value: 45'],
      ['Studio, amount: 200', 'Studio, amount: 300'],
      ['Order value: $45 instead of $30', 'Fixed cost Studio: $300 instead of $200'],
    ],
    [
      ['max: 40%', 'max: 30%, min: 10%'],
      ['', ''],
      ['New rule, TikTok, at least: 10.0%', 'Rule, TikTok, at most: 30.0% instead of 40.0%'],
    ],
    [
      ['with 80%', 'with 70%'],
      ['', ''],
      ['New target roas >= 1.5 with 70%', 'No target roas >= 1.5 with 80% any more'],
    ],
    [['cpm: 3,', 'cpm: 4,'], ['', ''], ['Instagram awareness, price of 1,000 impressions: $4 instead of $3']],
    [
      ['targets:', 'goal: { maximize: orders, risk_aversion: 0.25 }\ntargets:'],
      ['', ''],
      [
        'Goal: orders instead of profit',
        'Risk aversion: 0.25 instead of 1',
        'Worst share of futures looked at: 10% instead of 90%',
      ],
    ],
    [['targets:', 'creative: off\ntargets:'], ['', ''], ['Creative tiers: off instead of on']],
  ])('is told in words: %j', async ([from, to], [from2, to2], expected) => {
    const sentences = await changes((text) => text.replace(from!, to!).replace(from2!, to2!));
    expect(sentences.map((sentence) => sentence.replace(/\u00a0/g, ' '))).toEqual(expected);
  });

  it('says once what all lines or some periods have in common', async () => {
    const reading = await parseVariants(
      `${BASE}variants:\n  a: cpm +30% from week 3\n  b: ctr -20%\n  c: cvr -12.5%\n  d: tiktok off\n`,
      'plan.yaml',
    );
    if (!reading.ok) throw new Error('refused');
    expect(reading.variants.map(({ scenario }) => changeSentences(reading.base, scenario))).toEqual([
      ['Price of 1,000 impressions, weeks 3 to 4: +30%'],
      ['Click rate, all lines: −20%'],
      ['Conversion rate, all lines: −12.5%'],
      ['Budget: $750 instead of $1,000', 'TikTok awareness: $0 instead of $250'],
    ]);
  });
});

/** A comparison made by hand of goals of four draws; all other figures are the goal. */
async function handMade(goals: readonly (readonly number[])[], label = (k: number) => `plan ${k}`) {
  const scenario = await valid(BASE);
  const contenders: Contender[] = goals.map((_, k) => ({ label: label(k), scenario }));
  const plan = { seed: 's', sampler: 'mc', draws: 4, replicates: 1 } as const;
  const { places, undefined: undefinedShare } = contest(
    goals.map((goal) => Float64Array.from(goal)),
    plan,
  );
  const summaryOf = (goal: readonly number[]) => {
    const mean = Number.isNaN(goal[0]) ? null : goal.reduce((a, b) => a + b, 0) / 4;
    const at = (value: number) => (mean === null ? null : value);
    const [low, high] = [at(Math.min(...goal)), at(Math.max(...goal))];
    return {
      mean,
      sd: at(1),
      se: at(1),
      p5: low,
      p10: low,
      p25: low,
      p50: mean,
      p75: high,
      p90: high,
      p95: high,
      undefined: mean === null ? 1 : 0,
    };
  };
  const comparison: Comparison = {
    format: 'huni.compare/1',
    engine: { version: '0', seed: 's', draws: 4, sampler: 'mc' },
    goal: 'profit',
    undefined: undefinedShare,
    scenarios: goals.map((goal, k): ComparedScenario => {
      const summary = summaryOf(goal);
      const gap = summaryOf(goal.map((value, draw) => value - goals[0]![draw]!));
      const difference =
        gap.mean === null
          ? null
          : {
              mean: gap.mean,
              sd: 1,
              se: 1,
              p5: gap.p5!,
              p10: gap.p10!,
              p25: 0,
              p50: 0,
              p75: 0,
              p90: gap.p90!,
              p95: gap.p95!,
              probability_better: 0.5,
            };
      return {
        label: label(k),
        scenario: { name: scenario.name, sha256: scenario.sha256 },
        kpis: { profit: summary, revenue: summary, orders: summary, roas: summary, spend: summary },
        goal: summary,
        ...places[k]!,
        rules: { held: 1, of: 1 },
        targets: { held: 0, of: 1 },
        difference:
          k === 0
            ? null
            : { profit: difference, revenue: difference, orders: difference, roas: difference, spend: difference },
      };
    }),
  };
  return { contenders, comparison };
}

describe('a comparison on paper', () => {
  it('draws what differs and says of the rest that it does not', SLOW, async () => {
    const { contenders, comparison } = await handMade([
      [1, 2, 3, 4],
      [2, 3, 4, 5],
      [1, 2, 3, 4],
    ]);
    const files = await renderComparison(contenders, comparison, { png: true });
    expect([...files.keys()].filter((name) => name.endsWith('.png'))).toHaveLength(6);
    const same = await handMade([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
    const text = String((await renderComparison(same.contenders, same.comparison)).get('summary.md'));
    expect(text).toContain('No scenario differs in profit.');
    expect(text).toContain('Nothing that the figures depend on.');
  });

  it('has no chance of more where a plan is the same in every future, neither in words nor in the table of a chart', async () => {
    const { contenders, comparison } = await handMade([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [9, 9, 9, 9],
    ]);
    const { report } = comparisonPart(contenders, comparison);
    const tables = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((one) =>
        one.kind === 'table' ? [one.table] : one.kind === 'chart' && 'table' in one.chart ? [one.chart.table] : [],
      ),
    );
    const rows = tables.flatMap(({ rows: all }) => all).filter((row) => row.includes('the same in every future'));
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(row.at(-1)).toBe('');
    expect(JSON.stringify(tables)).not.toContain('$0 to $0');
  });

  it('goes by orders where no plan says what they are worth', async () => {
    const { contenders, comparison } = await handMade([
      [1, 2, 3, 4],
      [2, 3, 4, 5],
    ]);
    const scenario = await valid(BASE.replace('order_value: 30, margin: 60%, ', ''));
    const unvalued = contenders.map((contender) => ({ ...contender, scenario }));
    const said = (of: readonly Contender[]) =>
      comparisonSummary(of, { ...comparison, goal: 'clicks' }, { width: 100, color: false });
    expect(said(contenders)).toContain(' profit against ');
    expect(said(unvalued)).toContain(' orders against ');
    expect(said(unvalued)).not.toContain('profit');
  });

  it('has words where nobody has a value, and survives hostile names', async () => {
    const nothing = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];
    const { contenders, comparison } = await handMade([nothing, nothing], (k) => `a|b\u001b[2J${k}`);
    const text = String((await renderComparison(contenders, comparison)).get('summary.md'));
    expect(text).toContain('In no future do all scenarios have a value to compare.');
    expect(text).not.toMatch(/NaN|null/);
    const terminal = comparisonSummary(contenders, comparison, { width: 100, color: false });
    expect(terminal).not.toMatch(/NaN|null|[^\n\P{Cc}]/u);
  });

  it.each([40, 60, 100, 200])('fits a terminal of %s columns in a dozen lines, whatever the names', async (width) => {
    const goals = Array.from({ length: 60 }, (_, k) => [k, 2 * k, 1e6 - k, 4]);
    const { contenders, comparison } = await handMade(goals, (k) => `a plan with quite a long name, number ${k}`);
    const lines = comparisonSummary(contenders, comparison, { width, color: false }).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(12);
    // What is compared is told whole where it has room in two lines.
    if (width >= 60) expect(lines.slice(0, 2).join()).not.toContain('…');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
  });
});
