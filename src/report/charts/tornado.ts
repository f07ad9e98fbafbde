import type { GroupEffect } from '../../forecast/explain/types.js';
import type { Table } from '../content/table.js';
import type { ExplainContext } from '../explain/context.js';
import type { KpiUnit } from '../findings/units.js';
import { paper } from './paper.js';
import { pointedBands } from './pointed.js';
import { rowSays } from './row-says.js';
import { type Swing, type Swings, swingStep, swingsOn } from './swings.js';
import { framed } from './theme.js';
import { type Chart, isNarrow, type Layout, type OmittedChart } from './types.js';

/** Bars that a reader takes in; the table has all of them. */
const MOST_BARS = 12;

export const swing = ({ low, high }: GroupEffect): number => Math.abs(high.mean - low.mean);

/** How far the KPI's mean goes with what moves it, the widest bars first: words, figures, and what each bar says of itself. */
export interface TornadoFinding extends Pick<Swings, 'mean'> {
  readonly title: string;
  readonly note: string;
  readonly unit: KpiUnit;
  readonly bars: readonly (Swing & { readonly says: string })[];
  readonly table: Table;
}

/** How far the KPI's mean goes with each group at its p10 and p90, widest bar first. */
export function tornadoChart(context: ExplainContext): Chart {
  const finding = tornadoFinding(context);
  if ('omitted' in finding) return finding;
  const { title, note, table } = finding;
  return {
    name: 'tornado',
    title,
    note,
    table,
    spec: (layout) => tornadoSpec(finding, layout, context.writeKpi),
  };
}

export function tornadoFinding(context: ExplainContext): TornadoFinding | OmittedChart {
  const { moving: groups, untouched, explanation, text, kpi, unit, writeKpi, subjectName, endsOf } = context;
  const words = text.charts.tornado;
  const all = [...groups].sort((a, b) => swing(b) - swing(a) || (a.group < b.group ? -1 : 1));
  const widest = all[0];
  if (widest === undefined) return { name: 'tornado', omitted: text.charts.none(kpi) };
  const shown = all.slice(0, MOST_BARS);
  const [low, high] = [widest.low.mean, widest.high.mean].sort((a, b) => a - b) as [number, number];
  const scale = Math.max(Math.abs(low), Math.abs(high));
  const rest = all.length - shown.length;
  const notes = [
    words.note(kpi),
    ...(rest > 0 ? [text.charts.others(String(rest))] : []),
    ...(untouched > 0 ? [text.charts.untouched(String(untouched), kpi)] : []),
  ];
  const table: Table = {
    columns: [words.columns.input, words.columns.p10, words.columns.p90, words.columns.low, words.columns.high],
    words: [1, 2],
    rows: all.map((group) => [
      subjectName(group.subject),
      ...endsOf(group),
      writeKpi(group.low.mean, scale),
      writeKpi(group.high.mean, scale),
    ]),
  };
  const at = explanation.spread.mean ?? 0;
  return {
    title: words.title(subjectName(widest.subject), kpi, writeKpi(low, scale), writeKpi(high, scale)),
    note: notes.join(' '),
    unit,
    bars: shown.map((group, k) => ({
      key: group.group,
      name: subjectName(group.subject),
      low: group.low.mean,
      high: group.high.mean,
      ends: endsOf(group),
      says: rowSays(table, k, ' · '),
    })),
    mean: { at, label: `${words.mean} ${writeKpi(at)}` },
    table,
  };
}

function tornadoSpec(finding: TornadoFinding, layout: Layout, write: Swings['write']) {
  const { axes, ...drawn } = swingsOn({ ...finding, write }, paper(layout), layout.width);
  const pointed = pointedBands(
    finding.bars.map(({ key, says }) => ({ key, says })),
    { y: axes.y('key'), x: { value: 0 }, x2: { value: layout.width } },
    swingStep(isNarrow(layout)),
  );
  return framed(finding, layout, { ...drawn, layer: [...drawn.layer, ...pointed] });
}
