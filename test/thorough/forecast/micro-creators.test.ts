// @module-tag slow
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { compareScenarios } from '../../../src/forecast/compare/compare.js';
import { runForecast } from '../../../src/forecast/run.js';
import { scenarioOf } from '../../forecast/support.js';

const folder = resolve(import.meta.dirname, '../../../scenarios');
const text = (name: string): string => readFileSync(resolve(folder, name), 'utf8').replaceAll(/\n# ?/g, ' ');
const file = readFileSync(resolve(folder, 'micro-creators.yaml'), 'utf8');

test('five micro-creators or one celebrity comes to what its notes say', async () => {
  expect(text('micro-creators.yaml')).toContain("the celebrity's costs over ten times what it brings");
  expect(text('micro-creators.yaml')).toContain('Aysel posts three times');
  expect(text('README.md')).toContain('Better than no posts in nearly every future');
  const scenario = { ...(await scenarioOf(file)), draws: 2048 };
  const { details } = await runForecast(scenario, { workers: 0, prices: false });
  const posts = details.creators.map(({ name, posts: number }) => [name, number]);
  expect(posts).toEqual([
    ['Aysel', 3],
    ...['Nigar', 'Orxan', 'Lale', 'Murad', 'The celebrity'].map((name) => [name, 0]),
  ]);
  const celebrity = details.creators.at(-1)!;
  expect(celebrity.cost / celebrity.margin).toBeGreaterThan(10);
  // "A post of the others brings about what it costs."
  for (const { cost, margin } of details.creators.slice(1, -1)) {
    expect(margin / cost).toBeGreaterThan(0.5);
    expect(margin / cost).toBeLessThan(1.5);
  }
  const without = { ...(await scenarioOf(file.replaceAll(/posts: \{ max: \d \}/g, 'posts: 0'))), draws: 2048 };
  const { scenarios } = await compareScenarios(
    [
      { label: 'posts', scenario },
      { label: 'none', scenario: without },
    ],
    { workers: 0 },
  );
  expect(scenarios[1]!.difference!.profit!.probability_better).toBeLessThan(0.02);
});
