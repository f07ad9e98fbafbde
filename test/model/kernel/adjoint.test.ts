import fc from 'fast-check';
import { describe, it } from 'vitest';
import { createRecorder, createTotals } from '../../../src/model/figures.js';
import { forward } from '../../../src/model/forward.js';
import { createFunctionWriter } from '../../../src/model/gradients.js';
import { copyResults, layFunctions } from '../../../src/model/kernel/functions.js';
import { createKernel } from '../../../src/model/kernel/kernel.js';
import { kernelModule } from '../../../src/model/kernel/load.js';
import { BASE_FIGURES, formulaOf } from '../../../src/model/kpi/definitions.js';
import { buildGraph, differentiateGraph, evaluateGraph } from '../../../src/model/kpi/graph.js';
import { LANES, type Layout, layoutOf, rowAt, TRACES } from '../../../src/model/layout.js';
import { creativeQuality, prepareBlock } from '../../../src/model/prepare.js';
import type { Program } from '../../../src/model/program.js';
import { variablesOf } from '../../../src/model/variables.js';
import { type Expression, KPI_NAMES, type PlanFunction } from '../../../src/scenario/expressions/types.js';
import { fillPlausibly, handMadeProgram } from '../hand-made.js';
import { disturb, SHAPE, spendOf } from './random-programs.js';
import { agree } from './rows.js';

const kpi = (name: (typeof KPI_NAMES)[number]): Expression => ({ kind: 'kpi', name });
const call = (name: 'abs' | 'sqrt' | 'log' | 'exp', of: Expression): Expression => ({
  kind: 'call',
  name,
  arguments: [of],
});
const binary = (operator: '+' | '-' | '*' | '/' | '^', left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
});
const number = (value: number): Expression => ({ kind: 'number', value });

/** Every KPI, every operation, and figures of some lines: of none, of one, of several, of a line that isn't there. */
const FUNCTIONS: readonly PlanFunction[] = [
  ...KPI_NAMES.map(kpi),
  { kind: 'call', name: 'min', arguments: [kpi('profit'), kpi('revenue'), number(5)] },
  { kind: 'call', name: 'max', arguments: [kpi('new'), { kind: 'negate', of: kpi('profit') }] },
  binary('^', call('abs', kpi('profit')), number(0.7)),
  binary('^', number(1.01), call('log', kpi('clicks'))),
  call('sqrt', kpi('orders')),
  call('exp', call('log', kpi('reach'))),
  { kind: 'group', name: 'spend', lines: [0] },
  { kind: 'group', name: 'conversions', lines: [1, 2, 4] },
  { kind: 'group', name: 'impressions', lines: [0, 3, 99] },
  { kind: 'group', name: 'conversions', lines: [] },
  { kind: 'group', name: 'conversions', lines: [1, 2, 4] },
];

describe("the kernel's adjoint", () => {
  it('agrees with the plain one on every trace, function and gradient, whatever the program', () => {
    fc.assert(
      fc.property(SHAPE, (shape) => {
        const program = handMadeProgram(shape.lines, shape);
        const layout = layoutOf(program, { trace: true });
        let functions = { graph: 0, results: 0, gradients: 0 };
        const kernel = createKernel(kernelModule()!, program, layout, null, (instance, tables) => {
          functions = layFunctions(instance, tables, program, FUNCTIONS);
        });
        const { lanes } = shape;
        const variables = variablesOf(program).count;
        fillPlausibly(program, layout, kernel.data, shape.seed);
        disturb(program, layout, kernel.data, shape);
        prepareBlock(program, layout, kernel.data, lanes);
        const data = kernel.data.slice();
        const plan = spendOf(program, shape);
        const buffers = () => ({
          values: FUNCTIONS.map(() => new Float64Array(lanes)),
          gradients: FUNCTIONS.map(() => new Float64Array(variables * lanes)),
        });

        const actual = buffers();
        kernel.differentiate(plan, functions.graph, true, lanes);
        const results = kernel.rows(functions.results, FUNCTIONS.length);
        const gradients = kernel.rows(functions.gradients, FUNCTIONS.length * variables);
        copyResults({ results, gradients }, program, actual.values, actual.gradients, lanes, 0, lanes);

        const expected = buffers();
        creativeQuality(program, layout, data, plan, lanes);
        forward(program, layout, data, plan, lanes);
        createFunctionWriter(program, layout, FUNCTIONS).write(
          data,
          plan,
          expected.values,
          expected.gradients,
          lanes,
          0,
          lanes,
        );

        const scales = scalesOf(program, layout, data, expected.gradients, lanes);
        if (lanes <= 8) compareTraces(kernel.data, data);
        FUNCTIONS.forEach((_, f) => {
          for (let d = 0; d < lanes; d++) {
            expectToAgree(`function ${f}, draw ${d}`, actual.values[f]![d]!, expected.values[f]![d]!, 0);
            for (let variable = 0; variable < variables; variable++) {
              const at = variable * lanes + d;
              const scale = scales[f]![at]!;
              const place = `gradient of ${f} by ${variable}, draw ${d}`;
              expectToAgree(place, actual.gradients[f]![at]!, expected.gradients[f]![at]!, scale);
            }
          }
        });

        function compareTraces(kernelData: Float64Array, plainData: Float64Array): void {
          for (let line = 0; line < program.periods * program.lines.length; line++) {
            TRACES.forEach((name, trace) => {
              for (let d = 0; d < lanes; d++) {
                const mine = layout.trace.start + (line * 4 + (d >> 1)) * 20 + 2 * trace + (d & 1);
                const plain = rowAt(layout.trace, line * TRACES.length + trace) + d;
                expectToAgree(`${name} of ${line}, draw ${d}`, kernelData[mine]!, plainData[plain]!, 0);
              }
            });
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Base figures that a plan moves and that are KPIs themselves. */
const MOVED = BASE_FIGURES.flatMap((name, figure) => {
  const at = (KPI_NAMES as readonly string[]).indexOf(name);
  return at < 0 || name === 'ltv' ? [] : [{ figure, at }];
});

/**
 * How large the parts are that a gradient is the sum of: a function's derivative by each base figure, times that figure's
 * by the variable; a figure's own parts are taken to be as large as its largest derivative by a variable of that kind.
 * Parts may cancel (a ratio of two figures that grow alike), and what is left is as exact as the parts.
 */
function scalesOf(
  program: Program,
  layout: Layout,
  data: Float64Array,
  gradients: readonly Float64Array[],
  lanes: number,
): Float64Array[] {
  const lines = variablesOf(program).count - 3;
  const graph = buildGraph(FUNCTIONS.map(formulaOf));
  const recorder = createRecorder(program, layout);
  recorder.record(data, lanes);
  createTotals(program, layout).fill(data, graph, recorder, lanes);
  evaluateGraph(graph, lanes);
  return FUNCTIONS.map((_, f) => {
    differentiateGraph(graph, f, lanes);
    const scale = gradients[f]!.map(Math.abs);
    // A group's figure is made of parts as large as those of the same figure of all lines.
    const groups = graph.groups.map(({ name }, group) => ({
      figure: BASE_FIGURES.length + group,
      at: (KPI_NAMES as readonly string[]).indexOf(name),
    }));
    for (const { figure, at } of [...MOVED, ...groups]) {
      for (let d = 0; d < lanes; d++) {
        const bar = Math.abs(graph.bars[figure * LANES + d]!);
        for (const [from, to] of [
          [0, lines],
          [lines, lines + 3],
        ] as const) {
          let largest = 0;
          for (let variable = from; variable < to; variable++) {
            largest = Math.max(largest, Math.abs(gradients[at]![variable * lanes + d]!));
          }
          for (let variable = from; variable < to; variable++) scale[variable * lanes + d]! += bar * largest;
        }
      }
    }
    return scale;
  });
}

function expectToAgree(place: string, actual: number, expected: number, scale: number): void {
  if (!agree(actual, expected, scale)) throw new Error(`${place}: ${actual} instead of ${expected}`);
}
