import { required } from '../../../required.js';
import { decisionSentences } from '../../content/decision.js';
import { isValued } from '../../content/figures.js';
import { horizonWords } from '../../content/horizon.js';
import { reproduceTable } from '../../content/reproduce.js';
import { ruleName } from '../../content/rules.js';
import type { ReportContext } from '../../context.js';
import { kpiUnit } from '../../findings/units.js';
import { planName, type Reference } from '../book.js';
import type { CellForm } from '../number-formats.js';
import {
  type Cell,
  computed,
  figureHeading,
  heading,
  label,
  type Row,
  type SheetPlan,
  sentence,
  title,
} from '../sheet.js';
import type { ChecksSheet } from './checks.js';
import type { ForecastColumn, ForecastSheet } from './forecast.js';
import type { PlanSheet } from './plan.js';
import type { RisksSheet } from './risks.js';
import type { WhatIfSheet } from './what-if.js';

const FIGURES = ['profit', 'revenue', 'cost', 'leads', 'cpl', 'orders', 'roas', 'roi', 'cpa', 'cac'];
/** Without a value of orders there is nothing to say of these. */
const OF_VALUE: ReadonlySet<string> = new Set(['profit', 'revenue', 'roas', 'roi']);
const COLUMNS: readonly ForecastColumn[] = ['p10', 'p50', 'p90', 'mean'];

/** What to read first: each figure is a reference to the sheet that it comes from. */
export function summarySheet(
  context: ReportContext,
  sheets: {
    readonly plan: PlanSheet;
    readonly forecast: ForecastSheet;
    readonly risks: RisksSheet;
    readonly checks: ChecksSheet;
    readonly live: WhatIfSheet | null;
  },
): SheetPlan {
  const { text, forecast } = context;
  const plans = context.followedFirst;
  const words = text.workbook.summary;
  const { columns } = text.workbook.forecast;
  const broken = (kind: (typeof plans)[number]) =>
    kind.result.rules.filter(({ holds }) => !holds).map((rule) => ruleName(context, rule));
  const decision = decisionSentences(context);
  const valued = isValued(context);
  const rows: Row[] = [
    [title(forecast.scenario.name)],
    [label(horizonWords(context))],
    ...decision.map((words, k): Row => [k === 0 ? heading(words) : sentence(words)]),
    [],
    ...(sheets.live === null
      ? []
      : [
          ...(sheets.live.profit === null
            ? []
            : [[label(text.workbook.whatIf.profitNow), linked(sheets.live.profit, 'money')]]),
          ...(sheets.live.orders === null
            ? []
            : [[label(text.workbook.whatIf.ordersNow), linked(sheets.live.orders, 'count')]]),
          [],
        ]),
    [heading(words.figure), ...plans.map(({ kind }) => figureHeading(planName(context, kind)))],
    [label(words.budget), ...plans.map(({ kind }) => linked(required(sheets.plan.totals.get(kind)).budget, 'money'))],
    ...(valued
      ? [
          [
            label(text.workbook.risks.loss),
            ...plans.map(({ kind }) => linked(required(sheets.risks.loss.get(kind)), 'share')),
          ],
        ]
      : []),
    [
      label(words.rules),
      ...plans.map((plan) => label(broken(plan).length === 0 ? words.none : broken(plan).join('; '))),
    ],
    [label(words.allChecks), computed(sheets.checks.all.reference, sheets.checks.all.value, 'text')],
  ];
  for (const { kind } of plans) {
    rows.push(
      [],
      [heading(planName(context, kind)), ...[columns.p10, columns.p50, columns.p90, columns.mean].map(figureHeading)],
    );
    for (const kpi of FIGURES.filter((name) => valued || !OF_VALUE.has(name))) {
      const cells = COLUMNS.map((column) => {
        const found = sheets.forecast.figure(kind, kpi, column);
        return found === null ? null : linked(found, kpiUnit(kpi));
      });
      // Leads are counted apart only where they are closed later.
      if (cells.some((cell) => cell !== null)) rows.push([label(text.names.kpis[kpi] ?? kpi), ...cells]);
    }
  }
  const { columns: headings, rows: facts } = reproduceTable(context);
  rows.push([], headings.map(heading), ...facts.map((row) => row.map(label)));
  return {
    name: text.workbook.sheets.summary,
    rows,
    widths: [58, 18],
    sentences: decision.map((_, k) => 2 + k),
    freeze: { rows: 0, columns: 0 },
    landscape: false,
  };
}

function linked({ reference, value }: Reference, form: CellForm): Cell {
  return computed(reference, value, form);
}
