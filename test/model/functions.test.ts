import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFunctionWriter } from '../../src/model/gradients.js';
import { LANES, layoutOf } from '../../src/model/layout.js';
import type { PlanSpend } from '../../src/model/plan.js';
import { prepareBlock } from '../../src/model/prepare.js';
import type { Program } from '../../src/model/program.js';
import { variablesOf } from '../../src/model/variables.js';
import { type Expression, KPI_NAMES, LINE_KPIS, type PlanFunction } from '../../src/scenario/expressions/types.js';
import type { Stage } from '../../src/scenario/types.js';
import { quickFirst, SLOW } from '../slow.js';
import { fillPlausibly, handMadeProgram } from './hand-made.js';
import { disturb, SHAPE, type Shape, spendOf } from './kernel/random-programs.js';

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

const kpi = (name: (typeof KPI_NAMES)[number]): Expression => ({ kind: 'kpi', name });
const two: Expression = { kind: 'number', value: 2 };
const composite: Expression = {
  kind: 'binary',
  operator: '-',
  left: { kind: 'call', name: 'min', arguments: [kpi('profit'), kpi('revenue')] },
  right: { kind: 'binary', operator: '^', left: kpi('orders'), right: { kind: 'number', value: 1.3 } },
};
const curious: Expression = {
  kind: 'binary',
  operator: '+',
  left: { kind: 'call', name: 'log', arguments: [{ kind: 'call', name: 'abs', arguments: [kpi('profit')] }] },
  right: {
    kind: 'call',
    name: 'max',
    arguments: [
      { kind: 'call', name: 'sqrt', arguments: [kpi('clicks')] },
      { kind: 'binary', operator: '^', left: { kind: 'negate', of: kpi('roas') }, right: two },
    ],
  },
};
const FUNCTIONS: readonly PlanFunction[] = [
  ...KPI_NAMES.filter((name) => name !== 'unspent' && name !== 'ltv').map(kpi),
  composite,
  curious,
  { kind: 'group', name: 'spend', lines: [0, 2] },
  { kind: 'group', name: 'impressions', lines: [0, 4, 5] },
  { kind: 'group', name: 'conversions', lines: [1, 3, 7] },
  ...LINE_KPIS.map((name) => ({ kind: 'of line', of: kpi(name), lines: [0] }) as const),
  { kind: 'of line', of: { kind: 'binary', operator: '-', left: kpi('revenue'), right: kpi('spend') }, lines: [0] },
];

interface Evaluated {
  readonly values: Float64Array[];
  readonly gradients: Float64Array[];
}

function evaluator(
  program: Program,
  functions: readonly PlanFunction[],
  seed: string,
  { lanes = LANES, reference = false, shape }: { lanes?: number; reference?: boolean; shape?: Shape } = {},
): (plan: PlanSpend) => Evaluated {
  const writer = createFunctionWriter(program, functions, { gradients: true, reference });
  const layout = layoutOf(program);
  fillPlausibly(program, layout, writer.data, seed);
  if (shape !== undefined) disturb(program, layout, writer.data, shape);
  prepareBlock(program, layout, writer.data, LANES);
  const { count } = variablesOf(program);
  return (plan) => {
    const values = functions.map(() => new Float64Array(lanes));
    const gradients = functions.map(() => new Float64Array(count * lanes));
    writer.write(plan, values, gradients, lanes, 0, lanes);
    return { values, gradients };
  };
}

function planOf(program: Program, budgets: readonly number[], creative: readonly number[]): PlanSpend {
  const { periods, flighting } = program;
  return {
    spend: flighting.map((weight, at) => weight * budgets[Math.floor(at / periods)]!),
    creative: Float64Array.from(creative),
  };
}

/** Central differences err by h² f'''/6 and by the rounding of f over h; both are far below this. */
function expectDifference(exact: number, difference: number, scale: number, where: string): void {
  if (Math.abs(exact - difference) <= 2e-6 * scale + 1e-6 * Math.abs(difference)) return;
  throw new Error(`${where}: ${exact}, by differences ${difference}`);
}

describe('functions of a plan', () => {
  for (const [cases, options] of quickFirst(
    [
      { name: 'every stage', lines: EVERY_STAGE, periods: 6, hasCreative: true, hasPopulation: true, seasons: true },
      {
        name: 'no population',
        lines: EVERY_STAGE,
        periods: 4,
        hasCreative: true,
        hasPopulation: false,
        seasons: false,
      },
      { name: 'one line', lines: EVERY_STAGE.slice(0, 1), periods: 3, hasCreative: false, hasPopulation: true },
      { name: 'daily', lines: EVERY_STAGE, periods: 20, periodDays: 1, hasCreative: true, hasPopulation: true },
    ],
    1,
  ))
    it.each(cases)('have the gradient of central differences, for every KPI: $name', options, (shape) => {
      const program = handMadeProgram(shape.lines, shape);
      const lanes = 16;
      const L = program.lines.length;
      const evaluate = evaluator(program, FUNCTIONS, `adjoint ${shape.name}`, { lanes });
      const point = [...program.lines.map((_, k) => 4000 + 900 * k), 0.6, 0.3, 0.1];
      const at = (moved: readonly number[]): Evaluated => evaluate(planOf(program, moved.slice(0, L), moved.slice(L)));
      const { values: base, gradients } = at(point);
      for (let variable = 0; variable < point.length; variable++) {
        const step = point[variable]! * 1e-4;
        const up = at(point.map((value, k) => (k === variable ? value + step : value))).values;
        const down = at(point.map((value, k) => (k === variable ? value - step : value))).values;
        FUNCTIONS.forEach((of, f) => {
          for (let d = 0; d < lanes; d++) {
            const scale = Math.abs(base[f]![d]!) / point[variable]!;
            const difference = (up[f]![d]! - down[f]![d]!) / (2 * step);
            // Without a value there is no derivative.
            const expected = Number.isNaN(base[f]![d]!) ? 0 : difference;
            const where = `${JSON.stringify(of)} by ${variable}, draw ${d}`;
            expectDifference(gradients[f]![variable * lanes + d]!, expected, scale, where);
          }
        });
      }
    });

  it('have one by period where flighting is free', () => {
    const shape = { periods: 5, hasCreative: true, hasPopulation: true, seasons: true };
    const lines = EVERY_STAGE.map((line, k) => ({ ...line, free: k % 2 === 0 }));
    const program = handMadeProgram(lines, shape);
    const { first, step } = variablesOf(program);
    const lanes = 8;
    const evaluate = evaluator(program, FUNCTIONS, 'free flighting', { lanes });
    const { periods } = program;
    const spend = new Float64Array(program.lines.length * periods).map((_, k) => 300 + 40 * (k % 7));
    const at = (moved: Float64Array): Evaluated => evaluate({ spend: moved, creative: Float64Array.of(0.6, 0.3, 0.1) });
    const { values: base, gradients } = at(spend);
    let compared = 0;
    program.lines.forEach(({ free }, line) => {
      expect(step[line]).toBe(free === true ? 1 : 0);
      if (free !== true) return;
      for (let t = 0; t < periods; t++) {
        const k = line * periods + t;
        const size = spend[k]! * 1e-4;
        const up = at(spend.with(k, spend[k]! + size)).values;
        const down = at(spend.with(k, spend[k]! - size)).values;
        // Lines of this program stand in the scenario's order.
        const column = first[line]! + t;
        FUNCTIONS.forEach((_, f) => {
          for (let d = 0; d < lanes; d++) {
            if (Number.isNaN(base[f]![d]!)) continue;
            const scale = Math.abs(base[f]![d]!) / spend[k]!;
            const difference = (up[f]![d]! - down[f]![d]!) / (2 * size);
            expectDifference(gradients[f]![column * lanes + d]!, difference, scale, `line ${line}, period ${t}`);
            compared++;
          }
        });
      }
    });
    expect(compared).toBeGreaterThan(3 * periods * FUNCTIONS.length * lanes);
  });

  it('move with no creative share where creative is off', () => {
    const program = handMadeProgram(EVERY_STAGE, { periods: 3, hasCreative: false });
    const plan = planOf(program, [1, 1, 1, 1, 1, 1, 1, 1], [1, 0, 0]);
    const { gradients } = evaluator(program, [kpi('profit')], 'off')(plan);
    expect(gradients[0]!.slice(program.lines.length * LANES).every((value) => value === 0)).toBe(true);
  });

  it('are finite, with their gradients, where a line spends nothing', () => {
    const program = handMadeProgram(EVERY_STAGE, { periods: 4, hasCreative: true });
    const budgets = program.lines.map((_, k) => (k % 2 === 0 ? 0 : 1000));
    const { values, gradients } = evaluator(program, [kpi('profit')], 'zero')(planOf(program, budgets, [1, 0, 0]));
    expect(values[0]!.every(Number.isFinite)).toBe(true);
    expect(gradients[0]!.every(Number.isFinite)).toBe(true);
  });

  it('are the same by SIMD code as by the reference, on random programs and plans', SLOW, () => {
    const functions = ['profit', 'new', 'reach', 'clicks', 'tail'].map((name) => kpi(name as 'profit'));
    fc.assert(
      fc.property(SHAPE, (shape) => {
        const program = handMadeProgram(shape.lines, shape);
        const plan = spendOf(program, shape);
        const [simd, plain] = [false, true].map((reference) =>
          evaluator(program, functions, shape.seed, { lanes: shape.lanes, reference, shape })(plan),
        ) as [Evaluated, Evaluated];
        const money = plan.spend.reduce((sum, x) => sum + x, 0);
        functions.forEach((_, f) => {
          // A difference of amounts is as exact as they are.
          const scale = f === 0 ? money : 0;
          for (let d = 0; d < shape.lanes; d++) compare(simd.values[f]![d]!, plain.values[f]![d]!, scale);
          // So are derivatives: what a unit of money does at once, less what it spoils for others. What it does on average tells
          // how large these are.
          plain.gradients[f]!.forEach((expected, at) => {
            const average = money > 0 ? Math.abs(plain.values[f]![at % shape.lanes]!) / money : 0;
            compare(simd.gradients[f]![at]!, expected, f === 0 ? Math.max(1, average) : average);
          });
        });
      }),
      { numRuns: 30 },
    );
  });
});

/** To 1e-9 of the value, or of what it is a sum of. */
function compare(value: number, expected: number, scale: number): void {
  if (Object.is(value, expected) || value === expected) return;
  if (Math.abs(value - expected) <= 1e-9 * Math.max(Math.abs(expected), scale) + 1e-250) return;
  throw new Error(`${value} instead of ${expected}`);
}
