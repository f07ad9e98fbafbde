import type { ComparedScenario } from '../../forecast/compare/types.js';
import { lastOf } from '../../required.js';
import type { CompareContext } from '../compare/context.js';
import { fitText, textWidth } from '../text-width.js';
import { color, LABEL_SIZE } from './colors.js';
import { besideNames, framed, layerOver } from './theme.js';
import { labelLookup, niceTicks } from './ticks.js';
import { type Chart, isNarrow, type Layout } from './types.js';

const MOST_ROWS = 16;

/** A scenario that is among those to choose from. */
interface RankedScenario {
  readonly label: string;
  readonly best: NonNullable<ComparedScenario['best']>;
  readonly regret: NonNullable<ComparedScenario['regret']>;
}

/** How often each scenario is the best one, and what having chosen it costs against knowing the future. */
export function bestChart(context: CompareContext): Chart {
  const { comparison, text, formats, goal, writeGoal } = context;
  const words = text.charts.best;
  const ranked = comparison.scenarios
    .flatMap(({ label, best, regret }) => (best === null || regret === null ? [] : [{ label, best, regret }]))
    .sort((a, b) => b.best.probability - a.best.probability || a.regret.mean - b.regret.mean);
  const first = ranked[0];
  if (first === undefined) return { name: 'best', omitted: words.none };
  const shown = ranked.slice(0, MOST_ROWS);
  const title = words.title(first.label, formats.chance(first.best.probability), writeGoal(first.regret.mean), goal);
  const rest = ranked.length - shown.length;
  const note = rest === 0 ? words.note : `${words.note} ${words.some(String(shown.length), String(ranked.length))}`;
  const { columns } = text.rank;
  return {
    name: 'best',
    title,
    note,
    table: {
      columns: [columns.scenario, columns.best, columns.regret],
      rows: ranked.map(({ label, best, regret }) => [label, formats.chance(best.probability), writeGoal(regret.mean)]),
    },
    spec: (layout) => bestSpec({ title, note }, layout, shown, context),
  };
}

function bestSpec(
  frame: { readonly title: string; readonly note: string },
  layout: Layout,
  shown: readonly RankedScenario[],
  { formats, writeGoal }: CompareContext,
) {
  const narrow = isNarrow(layout);
  const longest = Math.max(...shown.map(({ label }) => textWidth(label, LABEL_SIZE)));
  const nameWidth = narrow ? 0 : Math.min(0.36 * layout.width, longest);
  const figures = shown.map(({ best, regret }) => `${formats.chance(best.probability)} · ${writeGoal(regret.mean)}`);
  const left = narrow ? 0 : besideNames(nameWidth);
  const right = layout.width - Math.max(...figures.map((figure) => textWidth(figure, LABEL_SIZE))) - 14;
  const highest = Math.max(...shown.map(({ best }) => best.probability));
  const ticks = niceTicks(0, highest, narrow ? 3 : 5);
  const rows = shown.map(({ label, best }, k) => ({
    scenario: label,
    name: narrow ? label : fitText(label, nameWidth, LABEL_SIZE),
    zero: 0,
    best: best.probability,
    figure: figures[k],
  }));
  const y = {
    field: 'scenario',
    type: 'nominal' as const,
    scale: { domain: rows.map(({ scenario }) => scenario) },
    axis: null,
  };
  const x = {
    field: 'zero',
    type: 'quantitative' as const,
    scale: { domain: [0, lastOf(ticks)], range: [left, right], nice: false },
    axis: { values: ticks, labelExpr: labelLookup(ticks, formats.share), title: null },
  };
  const shift = narrow ? 9 : 0;
  const words = (field: string, align: 'left' | 'right', at: number, yOffset: number) =>
    layerOver(rows, {
      mark: { type: 'text' as const, align, yOffset, color: color('ink') },
      encoding: { y, x: { value: at }, text: { field, type: 'nominal' as const } },
    });
  const layers = [
    ...layerOver(rows, {
      mark: { type: 'bar' as const, height: narrow ? 12 : 16, yOffset: shift, color: color('optimized') },
      encoding: { y, x, x2: { field: 'best' } },
    }),
    ...words('name', 'left', 0, narrow ? -9 : 0),
    ...words('figure', 'right', layout.width, shift),
  ];
  return framed(frame, layout, { width: layout.width, height: { step: narrow ? 42 : 28 }, layer: layers });
}
