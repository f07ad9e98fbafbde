// What the kernel offers to `../summarizer.ts`. Every address is in bytes; a series is doubles in a row.
import { LAYOUT } from './records';

export { leaveOutUndefined } from './defined';
export { deviations, span } from './moments';
export { orderStatistics } from './order-statistics';
export { takeSeries } from './stored';

/** The number of the records' layout: `../records.ts` holds its own against it at the start. */
export function layout(): i32 {
  return LAYOUT;
}

/** First byte that the kernel's own constants leave free. */
export function heapBase(): usize {
  return __heap_base;
}
