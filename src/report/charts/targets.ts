import type { TargetOutcome } from '../../forecast/result.js';
import type { Table } from '../content/table.js';
import { targetsTable } from '../content/targets.js';
import type { ReportContext } from '../context.js';
import { targetHeading, targetsTitle } from '../findings/headlines.js';
import { fitText, textWidth } from '../text-width.js';
import { color, LABEL_SIZE, WIDER_FONT } from './colors.js';
import { pointedBands } from './pointed.js';
import { rowSays } from './row-says.js';
import { besideNames, framed, layerOver } from './theme.js';
import { labelLookup } from './ticks.js';
import { type Chart, isNarrow, type Layout } from './types.js';

/** The chance of meeting each target, beside the chance it has to have. */
export function targetsChart(context: ReportContext): Chart {
  const { text, plan, given } = context;
  const { targets } = plan.result;
  const table = targetsTable(context);
  if (table === null) return { name: 'targets', omitted: text.charts.targets.absent };
  if (targets.every((target) => target.probability === null))
    return { name: 'targets', omitted: text.charts.targets.absentChance };
  const title = targetsTitle(context, plan);
  const reading = plan === given ? text.charts.targets.note : text.charts.targets.noteBoth;
  const note = targets.some((target) => target.probability === null)
    ? `${reading} ${text.charts.targets.onMean}`
    : reading;
  return {
    name: 'targets',
    title,
    note,
    table,
    spec: (layout) => targetsSpec({ title, note }, layout, context, table),
  };
}

function targetsSpec(
  frame: { readonly title: string; readonly note: string },
  layout: Layout,
  context: ReportContext,
  table: Table,
) {
  const { text, formats, plan, given, plans } = context;
  const narrow = isNarrow(layout);
  const chances = (targets: readonly TargetOutcome[]) => targets.filter((target) => target.probability !== null);
  const shown = chances(plan.result.targets);
  const before = plan === given ? [] : chances(given.result.targets);
  const step = narrow ? 52 : 40;
  const verdict = (target: TargetOutcome) => {
    const words = target.holds ? text.charts.targets.met : text.charts.targets.missed;
    const needs =
      target.required === null
        ? ''
        : `${text.names.separator}${text.charts.targets.needs(formats.share(target.required))}`;
    return `${formats.chance(target.probability ?? 0)} ${words}${needs}`;
  };
  const verdictWidth = Math.max(...shown.map((target) => textWidth(verdict(target), LABEL_SIZE, 'semibold')));
  const nameWidth = narrow
    ? 0
    : Math.min(
        240,
        Math.max(...shown.map((target) => textWidth(targetHeading(context, target.target), LABEL_SIZE, 'semibold'))),
      );
  // On a phone the words stand above the track, elsewhere at its sides.
  const left = narrow ? 6 : besideNames(nameWidth) + 8;
  const right = narrow ? layout.width - 6 : layout.width - WIDER_FONT * verdictWidth - 16;
  const shift = narrow ? 12 : 0;
  const lift = narrow ? -10 : 0;
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const y = {
    field: 'target',
    type: 'nominal' as const,
    scale: { domain: shown.map((target) => target.target) },
    axis: null,
  };
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, 1], range: [left, right], nice: false },
    axis: { values: ticks, labelExpr: labelLookup(ticks, formats.share), title: null, labelFlush: false },
  });
  const rows = shown.map((target) => ({
    target: target.target,
    name: fitText(
      targetHeading(context, target.target),
      narrow ? layout.width - verdictWidth - 10 : nameWidth,
      LABEL_SIZE,
      'semibold',
    ),
    verdict: verdict(target),
    probability: target.probability,
    required: target.required,
    holds: target.holds,
    zero: 0,
    one: 1,
  }));
  const side = (holds: boolean) => rows.filter((row) => row.holds === holds);
  const layers = [
    ...layerOver(rows, {
      mark: {
        type: 'rule' as const,
        color: color('grid'),
        strokeWidth: 8,
        strokeCap: 'round' as const,
        yOffset: shift,
      },
      encoding: { y, x: x('zero'), x2: { field: 'one' } },
    }),
    ...layerOver(
      rows.filter((row) => row.required !== null),
      {
        mark: {
          type: 'tick' as const,
          orient: 'vertical' as const,
          color: color('ink'),
          thickness: 2.5,
          size: 24,
          yOffset: shift,
        },
        encoding: { y, x: x('required') },
      },
    ),
    ...layerOver(
      before.map((target) => ({ target: target.target, probability: target.probability })),
      {
        mark: {
          type: 'point' as const,
          shape: 'circle',
          filled: true,
          fill: color('paper'),
          stroke: color('given'),
          strokeWidth: 2,
          size: 80,
          opacity: 1,
          yOffset: shift,
        },
        encoding: { y, x: x('probability') },
      },
    ),
    ...layerOver(side(true), {
      mark: {
        type: 'point' as const,
        shape: 'circle',
        filled: true,
        color: color('met'),
        size: 150,
        opacity: 1,
        yOffset: shift,
      },
      encoding: { y, x: x('probability') },
    }),
    ...layerOver(side(false), {
      mark: {
        type: 'point' as const,
        shape: 'cross',
        filled: true,
        color: color('loss'),
        size: 170,
        opacity: 1,
        angle: 45,
        yOffset: shift,
      },
      encoding: { y, x: x('probability') },
    }),
    ...layerOver(rows, {
      mark: { type: 'text' as const, align: 'left' as const, fontWeight: 600, yOffset: lift },
      encoding: { y, x: { value: 0 }, text: { field: 'name', type: 'nominal' as const } },
    }),
    ...[true, false].flatMap((holds) =>
      layerOver(side(holds), {
        mark: {
          type: 'text' as const,
          align: 'right' as const,
          fontWeight: 600,
          color: color(holds ? 'met' : 'loss'),
          yOffset: lift,
        },
        encoding: { y, x: { value: layout.width }, text: { field: 'verdict', type: 'nominal' as const } },
      }),
    ),
  ];
  // The table has a row for each plan, whichever are drawn.
  const drawn = context.shown.map((view) => plans.indexOf(view));
  const pointed = pointedBands(
    plan.result.targets.flatMap(({ target, probability }, i) =>
      probability === null
        ? []
        : [{ target, says: drawn.map((k) => rowSays(table, i * plans.length + k, text.names.separator)).join('\n') }],
    ),
    { y, x: { value: 0 }, x2: { value: layout.width } },
    step,
  );
  return framed(frame, layout, {
    width: layout.width,
    height: { step },
    layer: [...layers, ...pointed],
  });
}
