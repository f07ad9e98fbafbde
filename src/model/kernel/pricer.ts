import type { SamplingPlan } from '../../sampling/types.js';
import type { Pricer } from '../block-model.js';
import type { FigureSelection } from '../figures.js';
import { layoutOf } from '../layout.js';
import type { Program } from '../program.js';
import type { SampledBlocks } from '../sampled-blocks.js';
import { copySeries, type KernelFigures, layFigures } from './figures.js';
import { createKernel } from './kernel.js';

/** Prices blocks in the kernel. */
export function createKernelPricer(
  module: WebAssembly.Module,
  program: Program,
  sampling: SamplingPlan,
  selection: FigureSelection,
  samples: SampledBlocks | undefined,
): Pricer {
  const layout = layoutOf(program, { trace: false });
  let figures: KernelFigures = { record: 0, results: 0, series: 0 };
  const own = samples === undefined ? sampling : null;
  const kernel = createKernel(module, program, layout, own, (instance, tables) => {
    figures = layFigures(instance, tables, program, selection);
  });
  const { record, series } = figures;
  const rows = kernel.rows(figures.results, series);
  return {
    price(block, plans, stores, { draws, start } = { draws: sampling.draws, start: block.start }) {
      if (samples === undefined) kernel.sampler!.sample(block, kernel.data);
      else samples.load(block, kernel.data);
      plans.forEach((plan, k) => {
        kernel.price(plan, record, block.lanes);
        copySeries(rows, series, stores[k]!, draws, start, block.lanes);
      });
    },
  };
}
