import type { QuantityView } from '../../protocol.js';

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
  const bins = new Array<number>(24).fill(0);
  const width = (high - low) / bins.length;
  for (let k = 0; k + 1 < quantiles.length; k++) {
    const [from, to] = [quantiles[k]!, quantiles[k + 1]!];
    // Each step between quantiles holds the same share; it is spread over the bins that it covers.
    const first = Math.min(bins.length - 1, Math.floor((from - low) / width));
    const last = Math.min(bins.length - 1, Math.floor((to - low) / width));
    for (let bin = first; bin <= last; bin++) {
      const overlap = Math.min(to, low + (bin + 1) * width) - Math.max(from, low + bin * width);
      bins[bin]! += to > from ? Math.max(0, overlap) / (to - from) : 1 / (last - first + 1);
    }
  }
  const top = Math.max(...bins);
  const points = bins.map((value, bin) => `${((bin + 0.5) * 60) / bins.length} ${15 - (13 * value) / top}`);
  return (
    <svg class="density" viewBox="0 0 60 16" aria-hidden="true">
      <path d={`M0 15L${points.join('L')}L60 15Z`} />
    </svg>
  );
}
