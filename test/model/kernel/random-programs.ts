import fc from 'fast-check';
import { LANES, type Layout, rowAt } from '../../../src/model/layout.js';
import type { PlanSpend } from '../../../src/model/plan.js';
import type { Program } from '../../../src/model/program.js';
import { STAGES } from '../../../src/scenario/types.js';

/** Programs of every make: stages missing, platforms with several lines, few draws, budgets of 0, extreme rates. */
const ANY_SHAPE = fc.record({
  lines: fc.array(
    fc.record({ platform: fc.integer({ min: 0, max: 3 }), stage: fc.constantFrom(...STAGES), free: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 8,
    },
  ),
  periods: fc.integer({ min: 1, max: 15 }),
  periodDays: fc.constantFrom(1, 7, 30.4375),
  hasCreative: fc.boolean(),
  hasPopulation: fc.boolean(),
  seasons: fc.boolean(),
  lanes: fc.constantFrom(1, 2, 7, 8, 9, 63, 128),
  seed: fc.string(),
  budgets: fc.array(fc.constantFrom(0, 1e-6, 1, 900, 25_000, 4e6), { minLength: 8, maxLength: 8 }),
  creative: fc.constantFrom([1, 0, 0], [0.6, 0.3, 0.1], [0, 0, 1], [0.2, 0.5, 0.3]),
  /** What is done to some of each line's draws. */
  disturbances: fc.array(
    fc.constantFrom('none', 'empty', 'tiny audience', 'no fatigue', 'tiny fatigue', 'strong fatigue', 'dear'),
    { minLength: 8, maxLength: 8 },
  ),
  emptyStocks: fc.boolean(),
});
/** As a compiled program has them: no platform is without a line. */
export const SHAPE = ANY_SHAPE.map((shape) => {
  const platforms = [...new Set(shape.lines.map(({ platform }) => platform))];
  return { ...shape, lines: shape.lines.map((line) => ({ ...line, platform: platforms.indexOf(line.platform) })) };
});
export type Shape = typeof SHAPE extends fc.Arbitrary<infer T> ? T : never;

/** Puts extremes into every third draw of each line. */
export function disturb(program: Program, layout: Layout, data: Float64Array, shape: Shape): void {
  const set = (row: number, value: number, every: number): void => {
    for (let d = 0; d < LANES; d += every) data[rowAt(layout.inputs, row) + d] = value;
  };
  program.lines.forEach(({ inputs }, line) => {
    switch (shape.disturbances[line]) {
      case 'empty':
        set(inputs.audience, 0, 1);
        set(inputs.match, 0, 3);
        break;
      case 'tiny audience':
        set(inputs.audience, 0.004, 3);
        set(inputs.match, 1e-9, 3);
        break;
      case 'no fatigue':
        set(inputs.fatigue, 0, 3);
        break;
      case 'tiny fatigue':
        set(inputs.fatigue, 1e-19, 3);
        break;
      case 'strong fatigue':
        set(inputs.fatigue, 40, 3);
        break;
      case 'dear':
        set(inputs.cpm, 5e7, 3);
        break;
    }
  });
  if (shape.emptyStocks) {
    for (const row of [program.globals.warm, program.globals.hot, program.globals.buyers]) set(row, 0, 1);
  }
}

export function spendOf(program: Program, { budgets, creative }: Shape): PlanSpend {
  const { periods, flighting } = program;
  return {
    spend: flighting.map((weight, at) => weight * budgets[Math.floor(at / periods)]!),
    creative: Float64Array.from(creative),
  };
}
