// What the kernel offers to `../summarizer.ts`. Every address is in bytes; a series is doubles in a row.
export { leaveOutUndefined } from './defined';
export { deviations, span } from './moments';
export { orderStatistics } from './order-statistics';

/** First byte that the kernel's own constants leave free. */
export function heapBase(): usize {
  return __heap_base;
}
