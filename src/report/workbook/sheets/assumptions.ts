import { mean, quantile } from '../../../distributions/index.js';
import { assumptionEntries, linkOf, originWords } from '../../content/assumptions.js';
import type { ReportContext } from '../../context.js';
import { amount, figureHeading, heading, label, type SheetPlan, sentence, title } from '../sheet.js';

/** Every quantity with its distribution, its P5, P50, P95 and mean, and where it came from. */
export function assumptionsSheet(context: ReportContext): SheetPlan {
  const { text } = context;
  const words = text.workbook.assumptions;
  const { columns } = words;
  return {
    name: text.workbook.sheets.assumptions,
    rows: [
      [title(words.title)],
      [
        ...[columns.quantity, columns.distribution].map(heading),
        ...[columns.p5, columns.p50, columns.p95, columns.mean].map(figureHeading),
        heading(columns.origin),
      ],
      ...assumptionEntries(context).map(({ name, form, quantity }) => {
        const { distribution, origin } = quantity;
        const cellForm = form === 'number' ? 'plain' : form;
        const link = linkOf(origin);
        const figure = (value: number) => amount(Number.isFinite(value) ? value : null, cellForm);
        return [
          label(name),
          label(distribution.family),
          ...[0.05, 0.5, 0.95].map((p) => figure(quantile(distribution, p))),
          figure(mean(distribution)),
          { ...sentence(originWords(context, origin)), ...(link === null ? {} : { link }) },
        ];
      }),
    ],
    widths: [44, 13, 13, 13, 13, 13, 90],
    freeze: { rows: 2, columns: 1 },
    filterRow: 1,
  };
}
