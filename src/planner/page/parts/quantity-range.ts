import type { QuantityView } from '../../protocol.js';
import { words } from '../state/preferences.js';
import { dashed } from './dashed.js';

/** Whether a line has no people of its own: it shows ads to whom other lines bring. */
export const isWarmed = ({ fixed, p50, path }: QuantityView): boolean =>
  fixed && p50 === 0 && path.at(-1) === 'audience';

/** What is assumed of a figure: its value, or its range from P5 to P95; of a line without an audience of its own, whom it shows ads to. */
export function quantityRange(quantity: QuantityView, write: (value: number) => string): string {
  const { fixed, p5, p50, p95 } = quantity;
  if (isWarmed(quantity)) return words().data.warmed;
  return fixed ? write(p50) : dashed(write(p5), write(p95));
}
