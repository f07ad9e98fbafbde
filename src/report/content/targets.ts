import type { ReportContext } from '../context.js';
import { targetFigure, targetHeading } from '../findings/headlines.js';
import type { Table } from './table.js';

/** Every target under every plan: chance, what is required, the mean, met or missed. `null` without targets. */
export function targetsTable(context: ReportContext): Table | null {
  const { text, formats, plans, plan } = context;
  if (plan.result.targets.length === 0) return null;
  const { columns, met, missed } = text.charts.targets;
  const share = (value: number | null) => (value === null ? '' : formats.share(value));
  return {
    columns: [columns.target, columns.plan, columns.probability, columns.required, columns.value, columns.outcome],
    words: [1, 5],
    rows: plan.result.targets.flatMap((_, index) =>
      plans.flatMap(({ kind, result }) => {
        const target = result.targets[index];
        if (target === undefined) return [];
        return [
          [
            targetHeading(context, target.target),
            text.names.plans[kind],
            target.probability === null ? '' : formats.chance(target.probability),
            share(target.required),
            target.value === null ? '' : targetFigure(context, target.target, target.value),
            target.holds ? met : missed,
          ],
        ];
      }),
    ),
  };
}
