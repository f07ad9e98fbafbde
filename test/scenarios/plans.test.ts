import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/** What the checked-in scenarios must hold before any engine sees them; read as plain YAML on purpose. */
interface Plan {
  readonly extends?: string;
  readonly name: string;
  readonly horizon: string;
  readonly budget: number;
  readonly season?: { readonly cpm?: readonly number[]; readonly cvr?: readonly number[] };
  readonly lines: readonly { readonly platform: string; readonly stage: string; readonly budget: number }[];
}

const folder = new URL('../../scenarios/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

function read(name: string): Plan {
  const plan = parse(text(name)) as Plan;
  if (plan.extends === undefined) return plan;
  const base = read(plan.extends);
  return { ...base, ...plan, season: { ...base.season, ...plan.season } };
}

function spent(plan: Plan, stage: string): number {
  return plan.lines.filter((line) => line.stage === stage).reduce((sum, line) => sum + line.budget, 0);
}

describe.each(files)('scenarios/%s', (name) => {
  const plan = read(name);

  it('spends its budget exactly', () => {
    expect(plan.lines.reduce((sum, line) => sum + line.budget, 0)).toBe(plan.budget);
  });

  it('keeps the 70 to 80 % and the 1 : 2 rule that it states', () => {
    expect(spent(plan, 'awareness') / plan.budget).toBeGreaterThanOrEqual(0.7);
    expect(spent(plan, 'awareness') / plan.budget).toBeLessThanOrEqual(0.8);
    expect(spent(plan, 'conversion')).toBe(2 * spent(plan, 'consideration'));
  });

  it('has a season factor for every period', () => {
    const periods = Number.parseInt(plan.horizon, 10);
    for (const factors of Object.values(plan.season ?? {})) expect(factors).toHaveLength(periods);
  });

  it('says where its figures came from', () => {
    expect(text(name)).toMatch(/^#/);
    expect(text(name)).toMatch(/assum/);
  });

  it('is in the table of scenarios/README.md', () => {
    expect(text('README.md')).toContain(`\`${name}\``);
  });
});
