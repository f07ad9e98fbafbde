import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAdvised } from '../../../src/advice/index.js';
import { JOBS } from '../../../src/advice/jobs.js';
import type { JobRunner } from '../../../src/engine/whole/types.js';
import { compareScenarios } from '../../../src/forecast/compare/compare.js';
import { openThreadRunner } from '../../../src/forecast/open-runner.js';
import { runForecast } from '../../../src/forecast/run.js';
import { gridPoints, sobolPoints } from '../../../src/forecast/sweep/design.js';
import { overlayText } from '../../../src/forecast/sweep/overlay.js';
import { fileStore, memoryStore, type OutcomeStore } from '../../../src/forecast/sweep/store.js';
import { runSweep } from '../../../src/forecast/sweep/sweep.js';
import { sharedValues, sweptChoices, sweptVariants } from '../../../src/forecast/sweep/table.js';
import type { Sweep, SweepSettings, VariantOutcome, Vary } from '../../../src/forecast/sweep/types.js';
import { kindOf, parseVary } from '../../../src/forecast/sweep/vary.js';
import { sweepCsv } from '../../../src/report/sweep/csv.js';
import { heatMap } from '../../../src/report/sweep/heat-map.js';
import { renderSweep, stringifySweep, sweepSummary } from '../../../src/report/sweep/index.js';
import { SLOW } from '../../slow.js';
import { scenarioOf } from '../support.js';

const PLAN = `
currency: USD
horizon: 4 weeks
budget: 1000
draws: 512
economics: { order_value: 20 to 40, margin: 60% }
lines:
  - { platform: instagram, stage: awareness, budget: 750, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: instagram, stage: conversion, budget: 250, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
rules: { prospecting: 60-80% }
targets: [profit > 0 with 60%]
`;
const source = { main: 'plan.yaml', files: { 'plan.yaml': new TextEncoder().encode(PLAN) } };

function vary(text: string): Vary {
  const reading = parseVary(text);
  if (!reading.ok) throw new Error(`${reading.found}, expected ${reading.expected}`);
  return reading.vary;
}

/** Does jobs in this thread, and counts them; it breaks down before the job of a number. */
function here(breaksAt = Number.POSITIVE_INFINITY): JobRunner & { readonly done: () => number } {
  let done = 0;
  return {
    parallel: 1,
    done: () => done,
    async run({ content, jobs }, { onAnswer }) {
      const { decode } = await import('../../../src/engine/codec.js');
      for (const [index, { data }] of jobs.entries()) {
        if (done === breaksAt) throw new Error('the power went');
        done++;
        onAnswer(index, { ok: true, bytes: await JOBS.sweep!(decode(content.bytes), data) });
      }
    },
    close: async () => {},
  };
}

async function sweepOf(
  texts: readonly string[],
  runner: JobRunner,
  { store = memoryStore(), settings = { optimize: false } }: { store?: OutcomeStore; settings?: SweepSettings } = {},
): Promise<Sweep> {
  const varied = texts.map(vary);
  const base = await scenarioOf(PLAN);
  const points = gridPoints(varied);
  return runSweep({ base, source, settings, varied, design: 'grid', points, runner, version: 'test', store });
}

describe('what is to be varied', () => {
  it.each([
    ['budget=10k..20k step 5k', ['10000', '15000', '20000']],
    ['rules.prospecting=60-70%,70-80%', ['60-70%', '70-80%']],
    ['economics.order_value=7 to 13,9 to 15', ['7 to 13', '9 to 15']],
    ['economics.margin=50%..60% step 5%', ['50%', '55%', '60%']],
    ['x={ mean: 1, sd: 2 },[3, 4]', ['{ mean: 1, sd: 2 }', '[3, 4]']],
    ['x=0.1..0.4 step 0.1', ['0.1', '0.2', '0.3', '0.4']],
    ['x= 3 to 4 , "a, b" ,5 ', ['3 to 4', '"a, b"', '5']],
  ])('is read: %s', (text, values) => {
    expect(vary(text).values.map((value) => value.text)).toEqual(values);
  });

  it.each([
    ['budget', '"budget"'],
    ['=3', '"=3"'],
    ['budget=', 'no values for budget'],
    ['budget=1,,2', '"1,,2" for budget'],
    ['budget=1..x step 2', '"x" as the end of budget'],
    ['budget=5..1 step 2', 'budget from 5 to 1'],
    ['budget=1..5 step 0', '"0" as a step of budget'],
    ['budget=1,2,1', '1 twice for budget'],
    ['budget=1..1e9 step 1', '1000000000 values for budget'],
    ['x={ a', '"{ a" for x'],
  ])('is refused: %s', (text, found) => {
    expect(parseVary(text)).toMatchObject({ ok: false, found });
  });

  it('is a choice or an assumption by its key', () => {
    for (const key of ['budget', 'rules.prospecting', 'lines.instagram/awareness.budget', 'goal.risk_aversion']) {
      expect(kindOf(key), key).toBe('choice');
    }
    for (const key of ['economics.order_value', 'lines.instagram/awareness.cpm', 'market.population', 'season.cpm']) {
      expect(kindOf(key), key).toBe('assumption');
    }
  });

  it('goes into a file that extends the plan', () => {
    const varied = [
      vary('budget=1,2'),
      vary('lines.instagram/awareness.cpm=3 to 4'),
      vary('lines.instagram/awareness.ctr=2%'),
    ];
    const text = overlayText('/sweep/plan.yaml', varied, gridPoints(varied)[0]!);
    expect(JSON.parse(text)).toEqual({
      extends: 'plan.yaml',
      lines: [{ platform: 'instagram', stage: 'awareness', cpm: '3 to 4', ctr: '2%' }],
    });
  });

  it('goes there by its path: maps in maps, the list of all lines, and a line by platform, stage and segment', () => {
    const written = (...texts: string[]) => {
      const varied = texts.map(vary);
      return JSON.parse(overlayText('plan.yaml', varied, gridPoints(varied)[0]!));
    };
    expect(written('noise.ctr.sd=0.1', 'noise.ctr.rho=0.5', 'noise.cvr.sd=0.2')).toEqual({
      extends: 'plan.yaml',
      noise: { ctr: { sd: 0.1, rho: 0.5 }, cvr: { sd: 0.2 } },
    });
    expect(written('lines.tiktok/awareness/new.cpm=3', 'lines.tiktok/awareness.cpm=4')).toEqual({
      extends: 'plan.yaml',
      lines: [
        { platform: 'tiktok', stage: 'awareness', segment: 'new', cpm: 3 },
        { platform: 'tiktok', stage: 'awareness', cpm: 4 },
      ],
    });
  });

  it('is written as it is called where it names no key of a line', () => {
    const varied = [vary('lines.tiktok/awareness=3')];
    expect(JSON.parse(overlayText('plan.yaml', varied, gridPoints(varied)[0]!))).toEqual({
      extends: 'plan.yaml',
      lines: { 'tiktok/awareness': 3 },
    });
  });

  it('is spread evenly by a Sobol design: each half, quarter and eighth gets its share', () => {
    const varied = [vary('budget=0..8'), vary('economics.margin=10%..90%'), vary('rules.prospecting=a,b')];
    const points = sobolPoints(varied, 255);
    for (const k of [0, 1]) {
      const [low, width] = k === 0 ? [0, 1] : [0.1, 0.1];
      const counts = Array.from({ length: 8 }, () => 0);
      for (const point of points) counts[Math.floor((Number(point[k]!.value) - low) / width + 1e-9)]! += 1;
      expect(
        counts.every((count) => count >= 31 && count <= 33),
        `${counts}`,
      ).toBe(true);
    }
    expect(points.filter((point) => point[2]!.text === 'a').length).toBe(127);
  });
});

describe('a sweep', () => {
  let threads: JobRunner;
  beforeAll(async () => {
    threads = await openThreadRunner(2);
  });
  afterAll(() => threads.close());
  const KEYS = ['budget=500..1500 step 500', 'lines.instagram/awareness.cpm=2 to 4,6 to 9'];

  it('gives each variant the figures that it has alone', SLOW, async () => {
    const sweep = await sweepOf(KEYS, threads);
    expect(sweep.variants.length).toBe(6);
    const alone = await scenarioOf(
      PLAN.replace('budget: 1000', 'budget: 500')
        .replace('budget: 750', 'budget: 375')
        .replace('budget: 250', 'budget: 125')
        .replace('cpm: 2 to 4', 'cpm: 6 to 9'),
    );
    // As comparisons have them.
    const sides = ['a', 'b'].map((label) => ({ label, scenario: alone }));
    const { profit, orders } = (await compareScenarios(sides, { workers: 0 })).scenarios[0]!.kpis;
    const { result } = await runForecast(alone, { workers: 0, optimize: false, charts: false });
    expect(profit.mean).toBe(result.plans.given.kpis.total.profit!.mean);
    const found = sweep.variants.find(({ values }) => Object.values(values).join() === '500,6 to 9')!;
    expect(found.outcome).toMatchObject({
      status: 'priced',
      kpis: { profit: { mean: profit.mean, p10: profit.p10, p90: profit.p90 }, orders: { p50: orders.p50 } },
      budgets: { 'instagram/awareness': 375, 'instagram/conversion': 125 },
    });
  });

  it('comes out the same bytes on threads, in one thread, and when half of it was known', SLOW, async () => {
    const bytes = stringifySweep(await sweepOf(KEYS, threads));
    const counting = here();
    expect(stringifySweep(await sweepOf(KEYS, counting))).toBe(bytes);
    expect(counting.done()).toBe(6);
    const store = memoryStore();
    const first = here(3);
    await expect(sweepOf(KEYS, first, { store })).rejects.toThrow('the power went');
    const second = here();
    expect(stringifySweep(await sweepOf(KEYS, second, { store }))).toBe(bytes);
    expect([first.done(), second.done()]).toEqual([3, 3]);
  });

  it('optimises where it is asked to, never to a worse plan', SLOW, async () => {
    const given = await sweepOf(['budget=800,1200'], threads);
    const optimized = await sweepOf(['budget=800,1200'], threads, { settings: { optimize: true } });
    optimized.variants.forEach(({ outcome }, k) => {
      const before = given.variants[k]!.outcome;
      if (outcome.status !== 'priced' || before.status !== 'priced') throw new Error('not priced');
      expect(outcome.objective!).toBeGreaterThanOrEqual(before.objective!);
      expect(outcome.rules.held).toBe(outcome.rules.of);
    });
  });

  it('says of each variant what a run of it as a plan says, where it is asked to', SLOW, async () => {
    const sweep = await sweepOf(['budget=200,1000,40000'], here(), { settings: { optimize: false, advice: true } });
    const kinds = sweep.variants.map(({ outcome }) => (outcome.status === 'priced' ? outcome.advice : null));
    const plans = await Promise.all(
      [200, 1000, 40_000].map((budget) =>
        scenarioOf(
          PLAN.replace(/750|250/g, (part) => String((+part / 1000) * budget)).replace(
            'budget: 1000',
            `budget: ${budget}`,
          ),
        ),
      ),
    );
    const alone = await Promise.all(plans.map(async (plan) => (await runAdvised(plan)).result.verdict!.kind));
    expect(kinds).toEqual(alone);
    expect(new Set(kinds).size).toBeGreaterThan(1);
    expect(
      sweepCsv(sweep)
        .split('\r\n')
        .slice(1, 4)
        .map((row) => row.split(',')[2]),
    ).toEqual(kinds);
    expect(sweepSummary(sweep, { width: 100, color: false }, 'en')).toContain('Advice: ');
    // Sweeps that don't ask are as they were.
    const plain = await sweepOf(['budget=200,1000'], here());
    expect(sweepCsv(plain).split('\r\n')[0]).not.toContain('advice');
  });

  it('says which variants make no sense or have no plan, and goes on', SLOW, async () => {
    const sweep = await sweepOf(['rules.roas={ min: 1 },{ min: 900 }', 'economics.margin=60%,160%'], threads, {
      settings: { optimize: true },
    });
    expect(sweep.variants.map(({ verdict }) => verdict).slice(1)).toEqual(['wrong', 'contradiction', 'wrong']);
    const wrong = sweep.variants[1]!.outcome;
    expect(wrong.status === 'wrong' && wrong.message).toContain('160%');
    expect(sweep.variants[2]!.regret).toBeNull();
    expect(sweepCsv(sweep).split('\r\n')).toHaveLength(6);
  });

  it('stops when it is told to, and keeps what it has', async () => {
    const controller = new AbortController();
    const store = memoryStore();
    const varied = [vary('budget=500..2000 step 1')];
    const points = gridPoints(varied);
    const base = await scenarioOf(PLAN);
    let known = 0;
    const going = runSweep({
      ...{
        base,
        source,
        settings: { optimize: false },
        varied,
        design: 'grid',
        points,
        runner: threads,
        version: 'test',
      },
      store: {
        ...store,
        put(key, outcome) {
          known++;
          store.put(key, outcome);
        },
      },
      signal: controller.signal,
      onProgress: ({ done }) => {
        if (done === 10) controller.abort(new Error('interrupted'));
      },
    });
    await expect(going).rejects.toThrow('interrupted');
    expect(known).toBeGreaterThanOrEqual(10);
    expect(known).toBeLessThan(points.length);
  });
});

describe('outcomes in a file', () => {
  it('outlast a crash in the middle of a line, and failures are tried again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huni-sweep-'));
    const path = join(folder, 'deep', 'outcomes.jsonl');
    const wrong: VariantOutcome = { status: 'wrong', message: 'no' };
    const first = await fileStore(path);
    first.put('a', wrong);
    first.put('b', { status: 'failed', message: 'oops' });
    await first.close();
    await appendFile(path, '{"key":"c","outc');
    const second = await fileStore(path);
    expect([second.get('a'), second.get('b'), second.get('c')]).toEqual([wrong, undefined, undefined]);
    second.put('d', wrong);
    await second.close();
    const third = await fileStore(path);
    expect([third.get('a'), third.get('d')]).toEqual([wrong, wrong]);
    await third.close();
    expect((await readFile(path, 'utf8')).endsWith('\n')).toBe(true);
    await rm(folder, { recursive: true });
  });
});

describe('best and regret', () => {
  const varied = [vary('budget=1,2,3'), vary('economics.margin=low,high')];
  const points = gridPoints(varied);
  const outcome = (objective: number, rules = 1): VariantOutcome => ({
    status: 'priced',
    objective,
    se: 0,
    kpis: Object.fromEntries(
      ['profit', 'revenue', 'orders', 'spend', 'roas'].map((name) => [name, { mean: 1, p10: 1, p50: 1, p90: 1 }]),
    ) as never,
    loss: 0,
    rules: { held: rules, of: 1 },
    targets: { held: 0, of: 0 },
    budgets: {},
  });
  // Rows: budget 1 under low and high, then 2, then 3 (which breaks a rule under high).
  const outcomes = [outcome(5), outcome(10), outcome(4), outcome(14), outcome(1), outcome(99, 0)];
  const rows = sweptVariants(varied, points, outcomes);

  it('are among the choices that keep the rules, assumption by assumption', () => {
    expect(rows.map(({ regret }) => regret)).toEqual([0, 4, 1, 0, 4, null]);
    expect(rows.map(({ best }) => best)).toEqual([true, false, false, true, false, false]);
    expect(rows.at(-1)!.verdict).toBe('breaks rules');
  });

  it('tell the choice that is safest under all assumptions', () => {
    const choices = sweptChoices(varied, points, rows);
    expect(choices.map(({ values, largest_regret }) => [values.budget, largest_regret])).toEqual([
      ['2', 1],
      ['1', 4],
      ['3', null],
    ]);
    const two = choices.find(({ values }) => values.budget === '2')!;
    expect(two).toEqual({
      values: { budget: '2' },
      tried: 2,
      best: 1,
      mean_objective: 9,
      mean_regret: 0.5,
      largest_regret: 1,
    });
  });

  it('show what the best have in common, and a map of two keys', () => {
    // Where no choice keeps the rules, none is best.
    expect(sharedValues(varied, sweptVariants(varied, points, [...outcomes].fill(outcome(1, 0))))).toEqual([]);
    expect(sharedValues(varied, rows)[0]).toEqual({ key: 'budget', value: '1', among_best: 1, among_all: 0.4 });
    const sweep = {
      varied: varied.map(({ key, kind }) => ({ key, kind, values: [] })),
      variants: rows,
    } as unknown as Sweep;
    expect(heatMap(sweep, 0, 1, (low, high) => `${low} to ${high}`).cells).toEqual([
      [5, 4, 1],
      [10, 14, null],
    ]);
  });
});

describe('the page', () => {
  it('has no map where no variant keeps the rules', SLOW, async () => {
    const sweep = await sweepOf(['budget=500,1000', 'economics.margin=40%,60%'], here());
    const broken = {
      ...sweep,
      variants: sweep.variants.map((variant) => ({ ...variant, verdict: 'breaks rules' as const })),
    };
    const files = await renderSweep(broken);
    expect([...files.keys()].filter((name) => name.startsWith('charts/'))).toEqual([]);
    expect([...(await renderSweep(sweep)).keys()]).toContain('charts/heat-map-1.svg');
  });
});

describe('the summary', () => {
  it('names the safest choice', async () => {
    const text = sweepSummary(await sweepOf(['budget=500,1000', 'economics.margin=40%,60%'], here()), {
      width: 200,
      color: false,
    });
    expect(text).toContain('is the safest choice');
    expect(text).toContain('Verdicts: ');
  });
});
