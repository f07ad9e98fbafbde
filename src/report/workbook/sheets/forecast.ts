import type { KpiSummaries } from '../../../forecast/result.js';
import type { Summary } from '../../../summary/types.js';
import type { ReportContext } from '../../context.js';
import type { PlanKind, PlanView } from '../../findings/plans.js';
import { kpiUnit } from '../../findings/units.js';
import { planName, type Reference } from '../book.js';
import { dateSerial } from '../number-formats.js';
import {
  address,
  amount,
  type Cell,
  figureHeading,
  heading,
  label,
  on,
  type Row,
  type SheetPlan,
  title,
} from '../sheet.js';

export type ForecastColumn = 'p10' | 'p50' | 'p90' | 'mean';

export interface ForecastSheet {
  readonly sheet: SheetPlan;
  /** Where a KPI of a whole plan stands; `null` where it has no value. */
  figure(kind: PlanKind, kpi: string, column: ForecastColumn): Reference | null;
}

/** Of horizons longer than this only the first figures are listed by period. */
const MOST_PERIODS = 100;
const PERIOD_FIGURES = ['spend', 'orders', 'revenue', 'gross_margin', 'cost', 'profit'];
const COLUMNS: readonly ForecastColumn[] = ['p10', 'p50', 'p90', 'mean'];
const FIRST_FIGURE = 4;

/** Every KPI of every group as one list with filters: P10, P50, P90, mean and how exact the mean is. */
export function forecastSheet(context: ReportContext): ForecastSheet {
  const { text, followedFirst } = context;
  const words = text.workbook.forecast;
  const { columns } = words;
  const rows: Row[] = [
    [title(words.title)],
    [
      ...[columns.plan, columns.scope, columns.of, columns.figure].map(heading),
      ...[columns.p10, columns.p50, columns.p90, columns.mean, columns.se, columns.undefined].map(figureHeading),
    ],
  ];
  const totals = new Map<string, { readonly row: number; readonly summary: Summary }>();
  // What is printed is the whole of the plan followed, which stands first.
  const followed = context.plan;
  let printed = 2;
  for (const plan of followedFirst) {
    for (const { scope, of, kpis, isTotal } of groupsOf(context, plan)) {
      for (const [kpi, summary] of Object.entries(kpis)) {
        if (isTotal) totals.set(`${plan.kind} ${kpi}`, { row: rows.length, summary });
        const form = kpiUnit(kpi);
        if (isTotal && plan === followed) printed = rows.length + 1;
        rows.push([
          label(planName(context, plan.kind)),
          label(scope),
          of,
          label(text.names.kpis[kpi] ?? kpi),
          ...COLUMNS.map((column) => amount(summary[column], form)),
          amount(summary.se, form),
          amount(summary.undefined, 'share'),
        ]);
      }
    }
  }
  const sheet: SheetPlan = {
    name: text.workbook.sheets.forecast,
    rows,
    widths: [14, 12, 26, 34, 14, 14, 14, 14, 32, 26],
    freeze: { rows: 2, columns: 4 },
    filterRow: 1,
    printed,
  };
  return {
    sheet,
    figure: (kind, kpi, column) => {
      const found = totals.get(`${kind} ${kpi}`);
      const value = found?.summary[column] ?? null;
      if (found === undefined || value === null) return null;
      return {
        reference: on(sheet.name, address(found.row, FIRST_FIGURE + COLUMNS.indexOf(column))),
        value,
      };
    },
  };
}

interface Group {
  readonly scope: string;
  readonly of: Cell;
  readonly kpis: KpiSummaries;
  readonly isTotal: boolean;
}

function groupsOf({ forecast, text, lineName }: ReportContext, plan: PlanView): readonly Group[] {
  const { scopes } = text.workbook.forecast;
  const { names } = text;
  const { lines, start } = forecast.scenario;
  const { total, lines: byLine, platforms, stages, periods } = plan.result.kpis;
  const group = (scope: string, of: Cell, kpis: KpiSummaries): Group => ({ scope, of, kpis, isTotal: false });
  return [
    { ...group(scopes.total, label(''), total), isTotal: true },
    ...lines.map((line) => group(scopes.line, label(lineName(line)), byLine[line.id] ?? {})),
    ...Object.entries(platforms).map(([platform, kpis]) =>
      group(scopes.platform, label(names.platform(platform as keyof typeof platforms)), kpis ?? {}),
    ),
    ...Object.entries(stages).map(([stage, kpis]) =>
      group(scopes.stage, label(names.stages[stage as keyof typeof stages]), kpis ?? {}),
    ),
    ...periods.map(({ start: first, ...kpis }) =>
      group(
        scopes.period,
        start === null ? label(first) : { value: dateSerial(first), form: 'date' },
        periods.length > MOST_PERIODS ? firstFigures(kpis as KpiSummaries) : (kpis as KpiSummaries),
      ),
    ),
  ];
}

function firstFigures(kpis: KpiSummaries): KpiSummaries {
  return Object.fromEntries(Object.entries(kpis).filter(([kpi]) => PERIOD_FIGURES.includes(kpi)));
}
