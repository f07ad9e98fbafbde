import type { QuantityView } from '../../protocol.js';
import { densityShape } from './density-shape.js';

const BINS = 24;

/** A small picture of how likely values are: steps between quantiles, as high as they are narrow. */
export function SmallDensity({ quantity }: { readonly quantity: QuantityView }) {
  const { quantiles } = quantity;
  const [low, high] = [quantiles[0] ?? 0, quantiles.at(-1) ?? 0];
  if (quantity.fixed || !(high > low))
    return (
      <svg class="density" viewBox="0 0 60 16" aria-hidden="true">
        <path d="M30 1V15" class="spike" />
      </svg>
    );
  const shape = densityShape(quantiles, low, high, BINS);
  const points = shape.map((value, bin) => `${((bin + 0.5) * 60) / BINS} ${15 - 13 * value}`);
  return (
    <svg class="density" viewBox="0 0 60 16" aria-hidden="true">
      <path d={`M0 15L${points.join('L')}L60 15Z`} />
    </svg>
  );
}
