import { mean, quantile } from '../../../distributions/index.js';
import { assumptionEntries, linkOf, originWords } from '../../content/assumptions.js';
import type { AssumptionEntry } from '../../content/part-entries.js';
import type { ReportContext } from '../../context.js';
import { amount, figureHeading, heading, label, type Row, type SheetPlan, sentence, title } from '../sheet.js';

/**
 * Every quantity with its distribution, its P5, P50, P95 and mean, and where it came from. What the file, measurements, benchmarks or
 * assumptions say stands first and is printed; what stays at its default is for a screen.
 */
export function assumptionsSheet(context: ReportContext): SheetPlan {
  const { text } = context;
  const words = text.workbook.assumptions;
  const { columns } = words;
  const entries = assumptionEntries(context);
  const isDefault = ({ quantity }: AssumptionEntry): boolean => quantity.origin.kind === 'default';
  const said = entries.filter((entry) => !isDefault(entry));
  const headings = [
    ...[columns.quantity, columns.distribution].map(heading),
    ...[columns.p5, columns.p50, columns.p95, columns.mean].map(figureHeading),
    heading(columns.origin),
  ];
  return {
    name: text.workbook.sheets.assumptions,
    rows: [
      [title(words.title)],
      headings,
      ...[...said, ...entries.filter(isDefault)].map((entry) => entryRow(context, entry)),
    ],
    widths: [40, 11, 14, 14, 14, 14, 52],
    freeze: { rows: 2, columns: 1 },
    filterRow: 1,
    landscape: false,
    printed: 2 + said.length,
  };
}

function entryRow(context: ReportContext, { name, form, quantity }: AssumptionEntry): Row {
  const { distribution, origin } = quantity;
  const cellForm = form === 'number' ? 'plain' : form;
  const link = linkOf(origin);
  const figure = (value: number) => amount(Number.isFinite(value) ? value : null, cellForm);
  return [
    sentence(name),
    label(distribution.family),
    ...[0.05, 0.5, 0.95].map((p) => figure(quantile(distribution, p))),
    figure(mean(distribution)),
    { ...sentence(originWords(context, origin)), ...(link === null ? {} : { link }) },
  ];
}
