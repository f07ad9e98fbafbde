import type { ReportContext } from '../context.js';
import type { PlanKind } from '../findings/plans.js';
import { dateSerial } from './number-formats.js';
import { type Cell, figureHeading } from './sheet.js';

/** A cell of another sheet, and the value it has. */
export interface Reference {
  readonly reference: string;
  readonly value: number;
}

export type ByPlan<T> = ReadonlyMap<PlanKind, T>;

/** A plan's name in the report's words. */
export function planName({ text }: ReportContext, kind: PlanKind): string {
  return text.names.plans[kind];
}

/** Headings of the periods: first days as dates, or numbers where the plan has no start. */
export function periodHeadings({ forecast, text }: ReportContext): readonly Cell[] {
  const { start, horizon } = forecast.scenario;
  return forecast.result.plans.given.kpis.periods.map((period, index) =>
    start === null
      ? figureHeading(text.workbook.periodNumber(text.names.period[horizon.unit], index + 1))
      : { value: dateSerial(period.start), form: 'date', role: 'figureHeading' },
  );
}
