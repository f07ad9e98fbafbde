import type { Row, RowTable, Tape } from '../../kernel/index.js';
import type { Layout } from '../layout.js';
import type { PlatformFactor } from '../platform-factors.js';
import type { Program } from '../program.js';
import type { PlanNumbers } from './numbers.js';
import type { ParticipantRows, PeriodRows } from './rows.js';

/** What the parts of the recorder share. */
export interface Recording {
  readonly program: Program;
  readonly layout: Layout;
  readonly tape: Tape;
  readonly table: RowTable;
  readonly numbers: PlanNumbers;
  readonly gradient: readonly number[];
  /** A sampled or prepared row; the derivative by it is nobody's business. */
  readonly input: (row: number) => Row;
  readonly prepared: (row: number) => Row;
  readonly decay: (row: number) => Row;
  /** What multiplies a platform's prices or one of its rates in a period. */
  readonly factor: (platform: number, factor: PlatformFactor, period: number) => Row;
  readonly derived: (row: number) => Row;
  /** A row that is 1. */
  readonly one: Row;
  /** A row that nothing is written to: 0. */
  readonly zero: Row;
  readonly participants: readonly ParticipantRows[];
  readonly periods: readonly PeriodRows[];
}
