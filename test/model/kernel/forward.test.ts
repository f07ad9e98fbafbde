import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forward } from '../../../src/model/forward.js';
import { createKernel } from '../../../src/model/kernel/kernel.js';
import { kernelModule } from '../../../src/model/kernel/load.js';
import { layoutOf } from '../../../src/model/layout.js';
import { creativeQuality, prepareBlock } from '../../../src/model/prepare.js';
import { fillPlausibly, handMadeProgram } from '../hand-made.js';
import { disturb, SHAPE, spendOf } from './random-programs.js';
import { expectRowsToAgree } from './rows.js';

const module = kernelModule();

describe("the kernel's forward pass", () => {
  it('is built, so that what follows compares anything', () => {
    expect(module).not.toBeNull();
  });

  it('agrees with the plain pass on every total, period figure and stock, whatever the program', () => {
    fc.assert(
      fc.property(SHAPE, (shape) => {
        const program = handMadeProgram(shape.lines, shape);
        const layout = layoutOf(program, { trace: false });
        const kernel = createKernel(module!, program, layout, null);
        fillPlausibly(program, layout, kernel.data, shape.seed);
        disturb(program, layout, kernel.data, shape);
        prepareBlock(program, layout, kernel.data, shape.lanes);
        const data = kernel.data.slice();
        const plan = spendOf(program, shape);
        kernel.forward(plan, shape.lanes);
        creativeQuality(program, layout, data, plan, shape.lanes);
        forward(program, layout, data, plan, shape.lanes);
        for (const name of ['quality', 'memory', 'stocks', 'largestAudience', 'lineTotals', 'periodTotals'] as const) {
          expectRowsToAgree(name, layout[name], kernel.data, data, shape.lanes);
        }
      }),
      { numRuns: 300 },
    );
  });
});
