import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFigureWriter, reportSelection, seriesOf } from '../../../src/model/figures.js';
import { forward } from '../../../src/model/forward.js';
import { copySeries, layFigures } from '../../../src/model/kernel/figures.js';
import { createKernel } from '../../../src/model/kernel/kernel.js';
import { kernelModule } from '../../../src/model/kernel/load.js';
import { layoutOf } from '../../../src/model/layout.js';
import { creativeQuality, prepareBlock } from '../../../src/model/prepare.js';
import type { Expression } from '../../../src/scenario/expressions/types.js';
import type { CustomKpi } from '../../../src/scenario/types.js';
import { fillPlausibly, handMadeProgram } from '../hand-made.js';
import { disturb, SHAPE, spendOf } from './random-programs.js';
import { agree } from './rows.js';

const profit: Expression = { kind: 'kpi', name: 'profit' };
const CUSTOM = [
  {
    name: 'custom',
    expression: { kind: 'call', name: 'log', arguments: [{ kind: 'call', name: 'abs', arguments: [profit] }] },
  },
] as unknown as readonly CustomKpi[];

describe("the kernel's figures", () => {
  it('are those of the plain pass, series by series, whatever the program and the selection', () => {
    fc.assert(
      fc.property(SHAPE, fc.boolean(), fc.boolean(), (shape, groups, cumulative) => {
        const made = handMadeProgram(shape.lines, shape);
        // Lines as a scenario has them: in another order than the funnel's.
        const count = made.lines.length;
        const lines = made.lines.map((line, k) => ({ ...line, scenarioIndex: (k * 7 + 3) % count }));
        const distinct = new Set(lines.map(({ scenarioIndex }) => scenarioIndex)).size === count;
        const program = distinct ? { ...made, lines } : made;
        const selection = { ...reportSelection(CUSTOM), groups, cumulative };
        const series = seriesOf(program, selection);
        const layout = layoutOf(program, { trace: false });
        let figures = { record: 0, results: 0, series: 0 };
        const kernel = createKernel(kernelModule()!, program, layout, null, (instance, tables) => {
          figures = layFigures(instance, tables, program, selection);
        });
        const { lanes } = shape;
        fillPlausibly(program, layout, kernel.data, shape.seed);
        disturb(program, layout, kernel.data, shape);
        prepareBlock(program, layout, kernel.data, lanes);
        const data = kernel.data.slice();
        const plan = spendOf(program, shape);

        const draws = lanes + 5;
        const actual = new Float64Array(series.length * draws).fill(-1);
        kernel.price(plan, figures.record, lanes);
        copySeries(kernel.rows(figures.results, series.length), series.length, actual, draws, 3, lanes);

        const expected = new Float64Array(series.length * draws).fill(-1);
        creativeQuality(program, layout, data, plan, lanes);
        forward(program, layout, data, plan, lanes);
        createFigureWriter(program, layout, selection).write(data, expected, draws, 3, lanes);

        const kpiOf = (name: string): number => series.findIndex((key) => key.group === 'total' && key.kpi === name);
        series.forEach(({ group, index, kpi }, k) => {
          for (let d = 0; d < draws; d++) {
            // Differences of two amounts are as exact as the amounts.
            const parts = { profit: ['gross_margin', 'cost'], roi: ['gross_margin', 'cost'] }[kpi] ?? [];
            const scale = Math.max(0, ...parts.map((name) => Math.abs(expected[kpiOf(name) * draws + d]!)));
            const same = agree(actual[k * draws + d]!, expected[k * draws + d]!, kpi === 'roi' ? 1 : scale);
            if (!same) {
              const place = `${group} ${index} ${kpi}, draw ${d}`;
              throw new Error(`${place}: ${actual[k * draws + d]} instead of ${expected[k * draws + d]}`);
            }
          }
        });
        expect(actual.length).toBe(expected.length);
      }),
      { numRuns: 150 },
    );
  });
});
