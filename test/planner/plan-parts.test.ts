import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { moveMoney } from '../../src/planner/page/state/move-money.js';
import { ruleViews } from '../../src/planner/server/rule-views.js';
import { parseScenario } from '../../src/scenario/index.js';
import { readYaml } from '../../src/scenario/source/yaml.js';

const rulesOf = (text: string) => {
  const reading = readYaml(text, 'plan.yaml');
  if (!reading.ok) throw new Error('no YAML');
  return ruleViews(reading.root);
};

describe('rules of a file', () => {
  it('are shown value by value, as they are written', () => {
    const text = `
rules:
  prospecting: 70-80%
  retargeting: { ratio: 1:2, tolerance: 20% }
  platforms: { tiktok: { max: 30% } }
  cpa: 25
  hold: ["conversions >= 50 a week", "roas >= 2"]
`;
    expect(rulesOf(text)).toEqual([
      { path: ['prospecting'], text: '70-80%' },
      { path: ['retargeting', 'ratio'], text: '1:2' },
      { path: ['retargeting', 'tolerance'], text: '20%' },
      { path: ['platforms', 'tiktok', 'max'], text: '30%' },
      { path: ['cpa'], text: '25' },
      { path: ['hold', 0], text: 'conversions >= 50 a week' },
      { path: ['hold', 1], text: 'roas >= 2' },
    ]);
  });
  it('are none where there is no map of them', () => {
    expect(rulesOf('rules: 5')).toHaveLength(1);
    expect(rulesOf('lines: []')).toEqual([]);
  });
  it('are those of the file that another extends, too', async () => {
    const path = join(import.meta.dirname, '../../scenarios/baku-coffee-price-shock.yaml');
    const text = `${await readFile(path, 'utf8')}rules: { cpa: 25 }\n`;
    const reading = await parseScenario(text, path);
    if (!reading.ok) throw new Error('a plan with mistakes');
    const found = ruleViews(reading.document.root).map(({ path: at, text: asks }) => `${at.join('.')} ${asks}`);
    expect(found).toContain('prospecting 70-80%');
    expect(found).toContain('cpa 25');
  });
});

describe("a period's money", () => {
  it('goes to another period, to the cent', () => {
    expect(moveMoney([0.1, 0.2, 5], 0, 1, 2)).toEqual([0, 0.3, 5]);
  });
  it('stays where there is nowhere to go', () => {
    for (const [from, to] of [
      [0, 0],
      [0, 3],
      [-1, 0],
    ] as const)
      expect(moveMoney([1, 2, 3], from, to, 2)).toEqual([1, 2, 3]);
  });
});
