export type {
  ColumnReading,
  ExportReading,
  ExportRows,
  ExportTotals,
  Finding,
  Granularity,
  MoneyTotal,
  QuarantinedRow,
  QuarantineReason,
} from '../types.js';
export { type Combined, combineReadings } from './combine.js';
export { FIELDS, type Field } from './fields.js';
export { writeQuarantine } from './quarantine.js';
export { type ReadOptions, readExport } from './read-export.js';
export type { ReadEffects } from './source.js';
