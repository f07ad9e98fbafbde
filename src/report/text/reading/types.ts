import type { ExportReading, Granularity, Measure } from '../../../calibrate/types.js';

/** What a language says of an export that was read, to be checked against the platform's own page. */
export interface ReadingText {
  readonly standardInput: string;
  notRead(name: string): string;
  /** @param leftOut what was left out and why, one after another; empty: nothing */
  rows(name: string, read: string, accepted: string, leftOut: string): string;
  leftOut(count: string, reason: string): string;
  readonly kinds: Readonly<Record<keyof ExportReading['counts']['leftOut'], string>>;
  readonly labels: Readonly<Record<'platform' | 'period' | 'currency' | 'spend' | 'totals', string>>;
  readonly unknown: string;
  readonly noDates: string;
  period(first: string, last: string, by: string): string;
  readonly by: Readonly<Record<Granularity, string>>;
  readonly none: string;
  total(count: string, measure: string): string;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly separator: string;
  evidenced(what: string, evidence: string): string;
}
