import { STAGES } from '../../scenario/types.js';
import type { ReportContext } from '../context.js';
import { plannedBudget, sumMoney } from '../findings/moves.js';
import { textWidth } from '../text-width.js';
import { LABEL_SIZE, WIDER_FONT } from './colors.js';
import { besideNames } from './theme.js';
import { isNarrow, type Layout } from './types.js';

/** A stage's total or a line under it. */
export interface AllocationRow {
  readonly row: string;
  readonly stage: boolean;
  /** On its own, and under its stage's heading. */
  readonly name: string;
  readonly label: string;
  readonly given: number;
  readonly planned: number;
  readonly change: number;
}

/** The rows from top to bottom: each stage, then its lines, then the creators who are paid out of the budget. */
export function allocationRows({
  forecast,
  text,
  formats,
  changes,
  creatorBudgets,
  lineName,
}: ReportContext): readonly AllocationRow[] {
  const { currencyDigits } = forecast.scenario;
  const budget = plannedBudget(changes, creatorBudgets, currencyDigits);
  const { withPosts } = text.page.moves;
  return STAGES.flatMap((stage) => {
    const own = [
      ...changes
        .filter(({ line }) => line.stage === stage)
        .map(({ line, ...amounts }) => ({
          ...amounts,
          row: line.id,
          stage: false,
          name: lineName(line),
          label: text.names.placement(text.names.platform(line.platform), line.segment),
        })),
      ...creatorBudgets
        .filter(({ creator }) => creator.stage === stage)
        .map(({ creator, posts, ...amounts }) => {
          const name = withPosts(creator.name, posts);
          return { ...amounts, row: creator.id, stage: false, name, label: name };
        }),
    ];
    if (own.length === 0) return [];
    const total = (amounts: readonly number[]) => sumMoney(amounts, currencyDigits);
    const planned = total(own.map((row) => row.planned));
    const name = text.names.stages[stage];
    return [
      {
        row: `stage ${stage}`,
        stage: true,
        name,
        label: `${name} · ${formats.exactShare(budget > 0 ? planned / budget : 0)}`,
        given: total(own.map((row) => row.given)),
        planned,
        change: total(own.map((row) => row.change)),
      },
      ...own,
    ];
  });
}

interface FigureColumn {
  readonly key: 'given' | 'planned' | 'change';
  readonly heading: string;
  /** A text a row; empty where nothing changes. */
  readonly texts: readonly string[];
  /** Where its right edge is. */
  readonly edge: number;
}

/** Where things stand across the picture: names, then the plot from `left` to `right`, then columns of figures. */
interface AllocationGeometry {
  readonly nameWidth: number;
  /** A stage's heading has no marks beside it: as wide as what is left of the figures. */
  readonly stageWidth: number;
  readonly left: number;
  readonly right: number;
  readonly columns: readonly FigureColumn[];
}

/** A line's name is set in by this much under its stage's. */
export const INDENT = 12;

/** Pixels between the plot's end and the first figure, which a mark at the end reaches into. */
const END = 28;
/** Pixels that marks need to tell more from less. */
const LEAST_PLOT = 40;

export function allocationGeometry(
  { text, formats, plan }: ReportContext,
  rows: readonly AllocationRow[],
  layout: Layout,
): AllocationGeometry {
  const narrow = isNarrow(layout);
  const optimized = plan.kind === 'optimized';
  const headings = {
    given: optimized ? text.names.plans.given : text.charts.allocation.columns.budget,
    planned: text.names.plans.optimized,
    change: text.charts.allocation.columns.change,
  };
  const gap = narrow ? 10 : 12;
  const columnOf = (key: FigureColumn['key']) => {
    const texts = rows.map((row) => {
      if (key !== 'change') return formats.money(row[key]);
      return row.change === 0 ? '' : formats.moneyChange(row.change);
    });
    const widths = texts.map((words) => textWidth(words, LABEL_SIZE, 'semibold'));
    // A device whose font is wider than the one measured with must not run two figures into one.
    const width = WIDER_FONT * Math.max(textWidth(headings[key], LABEL_SIZE), ...widths) + gap;
    return { key, heading: headings[key], texts, width };
  };
  const wanted = (
    optimized ? (['given', 'planned', 'change'] as const).slice(narrow ? 1 : 0) : (['given'] as const)
  ).map(columnOf);
  const widest = Math.max(
    ...rows.map((row) =>
      row.stage ? textWidth(row.label, LABEL_SIZE, 'semibold') : textWidth(row.label, LABEL_SIZE) + INDENT,
    ),
  );
  const nameWidth = Math.min(widest, layout.width * (narrow ? 0.36 : 0.34));
  const left = besideNames(nameWidth);
  const edgeOf = (columns: typeof wanted): number => layout.width - columns.reduce((sum, { width }) => sum + width, 0);
  const rightOf = (columns: typeof wanted): number => edgeOf(columns) + gap - END;
  // Marks say which way a line goes, and the table below by how much: what changes gives way to them.
  const roomy = wanted.length < 2 || rightOf(wanted) - left >= LEAST_PLOT;
  const measured = roomy ? wanted : wanted.filter(({ key }) => key !== 'change');
  let edge = layout.width;
  const columns: FigureColumn[] = [];
  for (const { width, ...column } of measured.toReversed()) {
    columns.unshift({ ...column, edge });
    edge -= width;
  }
  return { nameWidth, stageWidth: edge, left, right: Math.max(left + LEAST_PLOT, rightOf(measured)), columns };
}
