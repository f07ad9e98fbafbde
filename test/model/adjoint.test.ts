import { describe, expect, it } from 'vitest';
import { forward, type PlanSpend } from '../../src/model/forward.js';
import { createFunctionWriter } from '../../src/model/gradients.js';
import { LANES, layoutOf } from '../../src/model/layout.js';
import { creativeQuality, prepareBlock } from '../../src/model/prepare.js';
import type { Program } from '../../src/model/program.js';
import { variablesOf } from '../../src/model/variables.js';
import { type Expression, KPI_NAMES, type PlanFunction } from '../../src/scenario/expressions/types.js';
import type { Stage } from '../../src/scenario/types.js';
import { fillPlausibly, handMadeProgram } from './hand-made.js';

const EVERY_STAGE: readonly { platform: number; stage: Stage }[] = [
  { platform: 0, stage: 'awareness' },
  { platform: 1, stage: 'awareness' },
  { platform: 0, stage: 'awareness' },
  { platform: 0, stage: 'consideration' },
  { platform: 1, stage: 'conversion' },
  { platform: 2, stage: 'conversion' },
  { platform: 1, stage: 'loyalty' },
  { platform: 2, stage: 'advocacy' },
];

function evaluator(program: Program, functions: readonly PlanFunction[], seed: string, lanes: number) {
  const layout = layoutOf(program, { trace: true });
  const data = new Float64Array(layout.size);
  fillPlausibly(program, layout, data, seed);
  prepareBlock(program, layout, data, lanes);
  const writer = createFunctionWriter(program, layout, functions);
  const values = functions.map(() => new Float64Array(lanes));
  const gradients = functions.map(() => new Float64Array((program.lines.length + 3) * lanes));
  return (budgets: readonly number[], creative: readonly number[], wantGradients: boolean) => {
    const spend = new Float64Array(program.lines.length * program.periods);
    program.lines.forEach((_, line) => {
      for (let t = 0; t < program.periods; t++) {
        spend[line * program.periods + t] = budgets[line]! * program.flighting[line * program.periods + t]!;
      }
    });
    const plan: PlanSpend = { spend, creative: Float64Array.from(creative) };
    creativeQuality(program, layout, data, plan, lanes);
    forward(program, layout, data, plan, lanes);
    writer.write(data, plan, values, wantGradients ? gradients : null, lanes, 0, lanes);
    return { values: values.map((row) => row.slice()), gradients: gradients.map((row) => row.slice()) };
  };
}

const kpi = (name: (typeof KPI_NAMES)[number]): Expression => ({ kind: 'kpi', name });
const composite: Expression = {
  kind: 'binary',
  operator: '-',
  left: { kind: 'call', name: 'min', arguments: [kpi('profit'), kpi('revenue')] },
  right: { kind: 'binary', operator: '^', left: kpi('orders'), right: { kind: 'number', value: 1.3 } },
};

describe('the adjoint', () => {
  const functions: readonly PlanFunction[] = [
    ...KPI_NAMES.filter((name) => name !== 'unspent' && name !== 'ltv').map(kpi),
    composite,
    { kind: 'group', name: 'spend', lines: [0, 2] },
    { kind: 'group', name: 'impressions', lines: [0, 4, 5] },
    { kind: 'group', name: 'conversions', lines: [1, 3, 7] },
  ];

  it.each([
    { name: 'every stage', lines: EVERY_STAGE, periods: 6, hasCreative: true, hasPopulation: true, seasons: true },
    { name: 'no population', lines: EVERY_STAGE, periods: 4, hasCreative: true, hasPopulation: false, seasons: false },
    { name: 'one line', lines: EVERY_STAGE.slice(0, 1), periods: 3, hasCreative: false, hasPopulation: true },
    { name: 'daily', lines: EVERY_STAGE, periods: 20, periodDays: 1, hasCreative: true, hasPopulation: true },
  ])('equals central differences for every KPI: $name', (shape) => {
    const program = handMadeProgram(shape.lines, shape);
    const lanes = 16;
    const evaluate = evaluator(program, functions, `adjoint ${shape.name}`, lanes);
    const point = [...program.lines.map((_, k) => 4000 + 900 * k), 0.6, 0.3, 0.1];
    const at = (moved: readonly number[]) =>
      evaluate(moved.slice(0, program.lines.length), moved.slice(program.lines.length), false).values;
    const { gradients } = evaluate(point.slice(0, program.lines.length), point.slice(program.lines.length), true);
    const base = at(point);
    for (let variable = 0; variable < point.length; variable++) {
      const step = point[variable]! * 1e-4;
      const up = at(point.map((value, k) => (k === variable ? value + step : value)));
      const down = at(point.map((value, k) => (k === variable ? value - step : value)));
      functions.forEach((_, f) => {
        for (let d = 0; d < lanes; d++) {
          const difference = (up[f]![d]! - down[f]![d]!) / (2 * step);
          const exact = gradients[f]![variable * lanes + d]!;
          // Central differences err by h²·f'''/6 and by the rounding of f over h; both are far below this.
          const scale = Math.abs(base[f]![d]!) / point[variable]!;
          expect(Math.abs(exact - difference)).toBeLessThanOrEqual(2e-6 * scale + 1e-6 * Math.abs(difference));
        }
      });
    }
  });

  it('equals central differences by period where flighting is free', () => {
    const shape = { periods: 5, hasCreative: true, hasPopulation: true, seasons: true };
    const lines = EVERY_STAGE.map((line, k) => ({ ...line, free: k % 2 === 0 }));
    const program = handMadeProgram(lines, shape);
    const { count, first, step } = variablesOf(program);
    const lanes = 8;
    const layout = layoutOf(program, { trace: true });
    const data = new Float64Array(layout.size);
    fillPlausibly(program, layout, data, 'free flighting');
    prepareBlock(program, layout, data, lanes);
    const writer = createFunctionWriter(program, layout, functions);
    const values = functions.map(() => new Float64Array(lanes));
    const gradients = functions.map(() => new Float64Array(count * lanes));
    const { periods } = program;
    const spend = new Float64Array(program.lines.length * periods).map((_, k) => 300 + 40 * (k % 7));
    const creative = Float64Array.of(0.6, 0.3, 0.1);
    const at = (moved: Float64Array, wanted: boolean): Float64Array[] => {
      const plan: PlanSpend = { spend: moved, creative };
      creativeQuality(program, layout, data, plan, lanes);
      forward(program, layout, data, plan, lanes);
      writer.write(data, plan, values, wanted ? gradients : null, lanes, 0, lanes);
      return values.map((row) => row.slice());
    };
    const base = at(spend, true);
    let compared = 0;
    program.lines.forEach(({ free }, line) => {
      expect(step[line]).toBe(free === true ? 1 : 0);
      if (free !== true) return;
      for (let t = 0; t < periods; t++) {
        const k = line * periods + t;
        const size = spend[k]! * 1e-4;
        const up = at(spend.with(k, spend[k]! + size), false);
        const down = at(spend.with(k, spend[k]! - size), false);
        // Lines of this program stand in the scenario's order.
        const column = first[line]! + t;
        functions.forEach((_, f) => {
          for (let d = 0; d < lanes; d++) {
            const difference = (up[f]![d]! - down[f]![d]!) / (2 * size);
            const exact = gradients[f]![column * lanes + d]!;
            // As above: the rounding of f over the step, and the curvature of f.
            const scale = Math.abs(base[f]![d]!) / spend[k]!;
            expect(Math.abs(exact - difference)).toBeLessThanOrEqual(2e-6 * scale + 1e-6 * Math.abs(difference));
            compared++;
          }
        });
      }
    });
    expect(compared).toBe(4 * periods * functions.length * lanes);
  });

  it('gives nothing for creative shares where creative is off', () => {
    const program = handMadeProgram(EVERY_STAGE, { periods: 3, hasCreative: false });
    const { gradients } = evaluator(program, [kpi('profit')], 'off', 8)([1, 1, 1, 1, 1, 1, 1, 1], [1, 0, 0], true);
    expect(gradients[0]!.slice(program.lines.length * 8).every((value) => value === 0)).toBe(true);
  });

  it('is finite where a line spends nothing', () => {
    const program = handMadeProgram(EVERY_STAGE, { periods: 4, hasCreative: true });
    const budgets = program.lines.map((_, k) => (k % 2 === 0 ? 0 : 1000));
    const { values, gradients } = evaluator(program, [kpi('profit')], 'zero', LANES)(budgets, [1, 0, 0], true);
    expect(values[0]!.every(Number.isFinite)).toBe(true);
    expect(gradients[0]!.every(Number.isFinite)).toBe(true);
  });
});
