// @module-tag slow
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/index.js';
import { command } from '../cli/in-process.js';
import { sampled } from '../sample.js';

/** Names that a program may stumble over: those of `Object.prototype`, of arrays and maps, and what is hard to write or to show. */
const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'constructor',
      '__proto__',
      'prototype',
      'toString',
      'valueOf',
      'hasOwnProperty',
      '__defineGetter__',
      'length',
      'then',
      'toJSON',
      'total',
      'undefined',
      'null',
      'NaN',
      '0',
      '-1',
      '1e3',
      'true',
    ].map((name) => [name, name]),
  ),
  'a noncharacter': 'a\uFFFEb',
  'a lone surrogate': 'a\uD800b',
  'a lone low surrogate': '\uDC00',
  'a zero byte': 'a\u0000b',
  'a byte order mark': '\uFEFFa',
  'right to left': 'حملة الربيع',
  'marks upon marks': `a${'\u0301'.repeat(40)}`,
  'an emoji of several': '👩‍👩‍👧‍👦',
  'very long': 'long name '.repeat(400).trim(),
  'a line and a slash': '../../etc/passwd',
  '@': '@',
  'a tab': 'a\tb',
  nothing: '',
  'a space': ' ',
};

/** A small plan with room for somebody's name in every place that takes one. Each place says what it makes of the name. */
const PLACES: Readonly<Record<string, (plan: Plan, name: string) => void>> = {
  name: (plan, name) => Object.assign(plan, { name }),
  seed: (plan, name) => Object.assign(plan, { seed: name }),
  platform: (plan, name) => plan.lines.push({ ...LINE, platform: name, cpm: 5, ctr: '1% to 2%' }),
  segment: (plan, name) => plan.lines.push({ ...LINE, segment: name }),
  audience: (plan, name) => {
    plan.audiences = own(name, '100k to 200k');
    plan.lines.push({ ...LINE, platform: 'tiktok', audience: `@${name}` });
  },
  creator: (plan, name) => {
    plan.creators = [{ name, platform: 'instagram', followers: '20k', reach_rate: '30%', fee: 10, posts: 2 }];
  },
  organic: (plan, name) => {
    plan.organic = [{ name, platform: 'instagram', followers: '12k', reach_rate: '8% to 15%', per_week: 3 }];
  },
  shock: (plan, name) => {
    plan.shocks = [{ name, probability: 0.2, cpm: '+20%' }];
  },
  phase: (plan, name) => {
    plan.phases = [
      { name, periods: 1, budget: '40%', gate: 'cpa <= 2000', if_failed: 'stop' },
      { name: 'Rest', periods: 2, budget: '60%' },
    ];
  },
  'fixed cost': (plan, name) => {
    plan.economics.fixed_costs = [{ name, amount: 20 }];
  },
  kpi: (plan, name) => {
    plan.kpis = own(name, 'cost / 3');
  },
  metric: (plan, name) => {
    plan.metrics = own(name, { of: 'views', rate: '0.5% to 1%' });
  },
  format: (plan, name) => {
    plan.formats = own(name, { ctr: 1.1, cost: 12, per_month: 4 });
    plan.lines.push({ ...LINE, segment: 'formats', formats: own(name, '100%') });
  },
  variant: (plan, name) => {
    plan.variants = own(name, 'cpm +30%');
  },
};

const LINE = { platform: 'facebook', stage: 'conversion', budget: 900, audience: 90_000 };

interface Plan extends Record<string, unknown> {
  economics: Record<string, unknown>;
  lines: Record<string, unknown>[];
}

function plan(): Plan {
  return {
    name: 'Names',
    currency: 'USD',
    horizon: '3 weeks',
    draws: 64,
    economics: { order_value: '30 to 55', margin: '60%' },
    lines: [{ ...LINE, platform: 'instagram', stage: 'awareness' }],
  };
}

/** An object with one key, `__proto__` included. */
function own(name: string, value: unknown): Record<string, unknown> {
  return JSON.parse(`{${JSON.stringify(name)}: ${JSON.stringify(value)}}`);
}

function textOf(made: Plan): string {
  const budget = made.lines.reduce((sum, line) => sum + Number(line.budget), 0);
  return JSON.stringify({ ...made, budget });
}

let folder: string;
const before = process.cwd();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huni-names-'));
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(before);
  await rm(folder, { recursive: true, force: true });
});

describe('a name of somebody', () => {
  it.each(sampled(Object.entries(NAMES), 4))('%s, in every place', async (_, name) => {
    const all = plan();
    const taken: string[] = [];
    for (const [place, put] of Object.entries(PLACES)) {
      const one = plan();
      put(one, name);
      await writeFile('one.json', textOf(one));
      const reading = await readScenario('one.json');
      if (reading.ok) {
        // A metric and a figure of one's own can't be called alike.
        if (place === 'metric' && taken.includes('kpi')) continue;
        put(all, name);
        taken.push(place);
      } else {
        // A sentence with its place, which says what was expected.
        for (const { message, line } of reading.problems) {
          expect(line).toBeGreaterThan(0);
          expect(message).toMatch(/found|expected/);
          expect(message).not.toMatch(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u);
        }
      }
    }
    await writeFile('all.json', textOf(all));
    const reading = await readScenario('all.json');
    if (!reading.ok)
      throw new Error(`${taken.join(', ')}: ${reading.problems.map(({ message }) => message).join('\n')}`);
    const { scenario } = reading;
    for (const args of [
      ['run', 'all.json', '--json'],
      ['run', 'all.json', '--out', 'report', '--no-optimize'],
      ['compare', 'all.json', '--json'],
      ['check', 'all.json', '--format', 'markdown'],
    ]) {
      const { code, out, err } = await command(args);
      if (args[0] === 'compare' && !taken.includes('variant')) {
        expect(err).toMatch(/found no variants/);
        continue;
      }
      expect([args.join(' '), code > 1 ? err : '']).toEqual([args.join(' '), '']);
      expect(out + err).not.toMatch(/its own mistake|\bat [\w.<>]+ \(|\[object Object\]/);
      if (args[0] !== 'run' || args[2] !== '--json') continue;
      const { given } = JSON.parse(out).plans;
      const of = (groups: object, key: string) => Object.getOwnPropertyDescriptor(groups, key)?.value as object;
      for (const { id } of scenario.lines)
        expect(Object.keys(of(given.kpis.lines, id) ?? {}).length).toBeGreaterThan(3);
      for (const { platform } of scenario.lines) expect(of(given.kpis.platforms, platform)).toBeDefined();
      if (taken.includes('kpi')) expect(of(given.kpis.total, name)).toBeDefined();
      if (taken.includes('metric')) expect(of(given.kpis.total, name)).toBeDefined();
      if (taken.includes('phase')) expect(given.phases[0].name).toBe(name.trim());
      if (taken.includes('shock')) expect(JSON.parse(out).shocks[0].name).toBe(name.trim());
    }
    // Nothing was written that every object has from then on.
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).cost).toBeUndefined();
  });
});
