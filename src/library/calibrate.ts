/** `huni/calibrate`: platforms' exports to distributions, and forecasts held against what came. */
export * from '../calibrate/index.js';
export { writeQuarantine } from '../calibrate/read/quarantine.js';
export { type ReadOptions, readExport } from '../calibrate/read/read-export.js';
export type * from '../calibrate/types.js';
