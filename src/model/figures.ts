import type { Expression } from '../scenario/expressions/types.js';
import { type CustomKpi, STAGES, type Stage } from '../scenario/types.js';
import { combineReach } from './forward.js';
import {
  BASE_FIGURES,
  type BaseFigure,
  BRIDGE_FORMULAS,
  BRIDGE_PARTS,
  type Formula,
  formulaOf,
  GROUP_FORMULAS,
  KPI_FORMULAS,
  PERIOD_FORMULAS,
} from './kpi/definitions.js';
import { buildGraph, evaluateGraph, figureRow, type Graph } from './kpi/graph.js';
import {
  LANES,
  type Layout,
  LINE_TOTALS,
  lineTotalAt,
  PERIOD_TOTALS,
  periodTotalAt,
  type Region,
  rowAt,
  STRIDE,
} from './layout.js';
import type { Program } from './program.js';

/** What a series is about; `index` counts lines (scenario order), platforms, stages or periods. */
export interface SeriesKey {
  readonly group: 'total' | 'bridge' | 'line' | 'platform' | 'stage' | 'period' | 'cumulative';
  readonly index: number;
  readonly kpi: string;
}

/** Which figures a caller wants: nothing else is computed or kept. */
export interface FigureSelection {
  /** KPIs and custom expressions of the whole plan, by name. */
  readonly total: readonly { readonly name: string; readonly expression: Expression }[];
  /** The parts that the whole plan's profit is made of; default false. */
  readonly bridge?: boolean;
  /** Lines, platforms, stages and periods with everything that means something there. */
  readonly groups: boolean;
  /** Orders and profit added up to the end of each period. */
  readonly cumulative: boolean;
}

/** Everything that section 10 reports, with the planner's own KPIs. */
export function reportSelection(custom: readonly CustomKpi[]): FigureSelection {
  const own = custom.map(({ name, expression }) => ({ name, expression }));
  const standard = Object.keys(KPI_FORMULAS).map((name) => ({
    name,
    expression: { kind: 'kpi', name } as Expression,
  }));
  return { total: [...standard, ...own], bridge: true, groups: true, cumulative: true };
}

/** Formulas of the whole plan, in the order of their series: the KPIs asked for, then the bridge's parts. */
export function totalFormulas({ total, bridge = false }: FigureSelection): Formula[] {
  return [
    ...total.map(({ expression }) => formulaOf(expression)),
    ...(bridge ? BRIDGE_PARTS.map((part) => BRIDGE_FORMULAS[part]) : []),
  ];
}

/** Stages that have a line, in funnel order. */
export function stagesOf(program: Program): Stage[] {
  return STAGES.filter((_, stage) => program.stageStart[stage]! < program.stageStart[stage + 1]!);
}

/** The series of a selection, in the order in which they are stored. */
export function seriesOf(program: Program, selection: FigureSelection): SeriesKey[] {
  const keys: SeriesKey[] = selection.total.map(({ name }) => ({ group: 'total', index: 0, kpi: name }));
  if (selection.bridge === true) {
    for (const part of BRIDGE_PARTS) keys.push({ group: 'bridge', index: 0, kpi: part });
  }
  if (selection.groups) {
    const group = Object.keys(GROUP_FORMULAS);
    const push = (name: SeriesKey['group'], count: number, kpis: readonly string[]): void => {
      for (let index = 0; index < count; index++) for (const kpi of kpis) keys.push({ group: name, index, kpi });
    };
    push('line', program.lines.length, group);
    push('platform', program.platforms.length, group);
    push('stage', stagesOf(program).length, group);
    push('period', program.periods, Object.keys(PERIOD_FORMULAS));
  }
  if (selection.cumulative) {
    for (let t = 0; t < program.periods; t++) {
      keys.push({ group: 'cumulative', index: t, kpi: 'orders' }, { group: 'cumulative', index: t, kpi: 'profit' });
    }
  }
  return keys;
}

/** Turns a block's totals into series. */
export interface FigureWriter {
  /**
   * @param data the block's memory after a forward pass
   * @param store `[series * draws + draw]`, series as in `seriesOf`
   * @param start first draw of the block
   */
  write(data: Float64Array, store: Float64Array, draws: number, start: number, lanes: number): void;
}

/** Rows of `lineTotals` that a group adds up; reach is combined instead. */
const ADDED = LINE_TOTALS.map((name, k) => ({ name, k })).filter(({ name }) => name !== 'reach');

/** What is also told of the lines with a response alone. */
const OF_RESPONSES = [
  { name: 'spend', to: 'response_spend' },
  { name: 'conversions', to: 'response_conversions' },
] as const;

/** Builds the writer of a selection. */
export function createFigureWriter(program: Program, layout: Layout, selection: FigureSelection): FigureWriter {
  const totalGraph = buildGraph(totalFormulas(selection));
  const groupGraph = buildGraph(Object.values(GROUP_FORMULAS) as Formula[]);
  const periodGraph = buildGraph(Object.values(PERIOD_FORMULAS) as Formula[]);
  const cumulativeGraph = buildGraph([KPI_FORMULAS.orders, KPI_FORMULAS.profit]);
  const recorder = createRecorder(program, layout);
  const totals = createTotals(program, layout);
  const stages = stagesOf(program);
  const running = new Float64Array(2 * LANES);

  return {
    write(data, store, draws, start, lanes) {
      let series = 0;
      const save = (graph: Graph): void => {
        for (const output of graph.outputs) {
          const from = output * LANES;
          const to = series * draws + start;
          for (let d = 0; d < lanes; d++) store[to + d] = graph.values[from + d]!;
          series++;
        }
      };
      recorder.record(data, lanes);
      totals.fill(data, totalGraph, recorder, lanes);
      evaluateGraph(totalGraph, lanes);
      save(totalGraph);
      if (selection.groups) {
        fillShared(program, layout, data, groupGraph, lanes);
        const emit = (lines: (line: number) => boolean): void => {
          totals.sumLines(data, groupGraph, lines, lanes);
          evaluateGraph(groupGraph, lanes);
          save(groupGraph);
        };
        for (let index = 0; index < program.lines.length; index++) {
          emit((line) => program.lines[line]!.scenarioIndex === index);
        }
        for (let p = 0; p < program.platforms.length; p++) emit((line) => program.lines[line]!.platform === p);
        for (const stage of stages) emit((line) => program.lines[line]!.stage === stage);
        fillShared(program, layout, data, periodGraph, lanes);
        for (let t = 0; t < program.periods; t++) {
          fillPeriod(layout, data, periodGraph, recorder, t, lanes);
          spreadFixedCost(program, layout, data, periodGraph, lanes);
          evaluateGraph(periodGraph, lanes);
          save(periodGraph);
        }
      }
      if (selection.cumulative) {
        running.fill(0);
        fillShared(program, layout, data, cumulativeGraph, lanes);
        for (let t = 0; t < program.periods; t++) {
          fillPeriod(layout, data, cumulativeGraph, recorder, t, lanes);
          spreadFixedCost(program, layout, data, cumulativeGraph, lanes);
          evaluateGraph(cumulativeGraph, lanes);
          for (let k = 0; k < 2; k++) {
            const from = cumulativeGraph.outputs[k]! * LANES;
            const to = series * draws + start;
            for (let d = 0; d < lanes; d++) {
              running[k * LANES + d] = running[k * LANES + d]! + cumulativeGraph.values[from + d]!;
              store[to + d] = running[k * LANES + d]!;
            }
            series++;
          }
        }
      }
    },
  };
}

/** Orders as they are recorded: `[kind][t]`, and what is still unrecorded at the end. */
interface Recorder {
  /** new, repeat, referred: `[(kind * periods + t) * LANES + d]`. */
  readonly recorded: Float64Array;
  readonly tail: Float64Array;
  record(data: Float64Array, lanes: number): void;
}

const ORDER_KINDS = ['new', 'repeat', 'referred'] as const;

/** Section 6's recording delay: of what is unrecorded, the share 1 − θ is recorded each period. */
function createRecorder(program: Program, layout: Layout): Recorder {
  const recorded = new Float64Array(ORDER_KINDS.length * program.periods * LANES);
  const tail = new Float64Array(LANES);
  const pending = new Float64Array(LANES);
  return {
    recorded,
    tail,
    record(data, lanes) {
      const theta = rowAt(layout.derived, 0);
      tail.fill(0);
      ORDER_KINDS.forEach((kind, k) => {
        pending.fill(0);
        for (let t = 0; t < program.periods; t++) {
          const orders = periodTotalAt(layout, t, kind);
          const to = (k * program.periods + t) * LANES;
          for (let d = 0; d < lanes; d++) {
            const unrecorded = pending[d]! + data[orders + d]!;
            const later = unrecorded * data[theta + d]!;
            recorded[to + d] = unrecorded - later;
            pending[d] = later;
          }
        }
        for (let d = 0; d < lanes; d++) tail[d] = tail[d]! + pending[d]!;
      });
    },
  };
}

/** Figures that are the same for every group: prices and rates of the draw. */
function fillShared(program: Program, layout: Layout, data: Float64Array, graph: Graph, lanes: number): void {
  const { globals } = program;
  const copy = (name: BaseFigure, from: number): void => copyFigure(data, from, graph, name, lanes);
  copy('order_value', rowAt(layout.inputs, globals.order_value));
  copy('margin', rowAt(layout.inputs, globals.margin));
  copy('fee', rowAt(layout.inputs, globals.fee));
  copy('tax', rowAt(layout.inputs, globals.tax));
  copy('fixed_cost', rowAt(layout.derived, 1));
  copy('ltv', rowAt(layout.derived, 2));
  copy('future_orders_per_buyer', rowAt(layout.derived, 3));
}

function copyFigure(data: Float64Array, from: number, graph: Graph, name: BaseFigure, lanes: number): void {
  const to = figureRow(name);
  for (let d = 0; d < lanes; d++) graph.values[to + d] = data[from + d]!;
}

/** Fixed costs are spread evenly over the periods. */
function spreadFixedCost(program: Program, layout: Layout, data: Float64Array, graph: Graph, lanes: number): void {
  const from = rowAt(layout.derived, 1);
  const to = figureRow('fixed_cost');
  for (let d = 0; d < lanes; d++) graph.values[to + d] = data[from + d]! / program.periods;
}

function fillPeriod(
  layout: Layout,
  data: Float64Array,
  graph: Graph,
  recorder: Recorder,
  t: number,
  lanes: number,
): void {
  for (const name of PERIOD_TOTALS) {
    if (BASE_FIGURES.includes(name as BaseFigure)) {
      copyFigure(data, periodTotalAt(layout, t, name), graph, name as BaseFigure, lanes);
    }
  }
  const periods = layout.periodTotals.rows / PERIOD_TOTALS.length;
  ORDER_KINDS.forEach((kind, k) => {
    const from = (k * periods + t) * LANES;
    const to = figureRow(kind);
    for (let d = 0; d < lanes; d++) graph.values[to + d] = recorder.recorded[from + d]!;
  });
}

/** Sums over lines; also used by the gradient, which needs the same totals. */
export function createTotals(program: Program, layout: Layout) {
  const reaches: Region = { start: 0, rows: program.platforms.length };

  /** Adds up the chosen lines into a graph's base figures; reach is each platform's largest line, combined. */
  const sumLines = (data: Float64Array, graph: Graph, chosen: (line: number) => boolean, lanes: number): void => {
    const { values } = graph;
    for (const { name } of ADDED) values.fill(0, figureRow(name), figureRow(name) + lanes);
    for (const { to } of OF_RESPONSES) values.fill(0, figureRow(to), figureRow(to) + lanes);
    const platformReach = layout.platformReach.start;
    for (let p = 0; p < reaches.rows; p++) data.fill(0, platformReach + p * STRIDE, platformReach + p * STRIDE + lanes);
    for (let line = 0; line < program.lines.length; line++) {
      if (!chosen(line)) continue;
      const from = rowAt(layout.lineTotals, line * LINE_TOTALS.length);
      for (const { name, k } of ADDED) {
        const to = figureRow(name);
        for (let d = 0; d < lanes; d++) values[to + d] = values[to + d]! + data[from + k * STRIDE + d]!;
      }
      if (program.lines[line]!.response !== undefined) {
        for (const { name, to } of OF_RESPONSES) {
          const row = lineTotalAt(layout, line, name);
          for (let d = 0; d < lanes; d++) values[figureRow(to) + d] = values[figureRow(to) + d]! + data[row + d]!;
        }
      }
      const largest = rowAt(layout.platformReach, program.lines[line]!.platform);
      for (let d = 0; d < lanes; d++) {
        const reach = data[from + 3 * STRIDE + d]!;
        if (reach > data[largest + d]!) data[largest + d] = reach;
      }
    }
    // The combination writes one row of the block; a row of the working memory serves.
    combineReach(program, layout, data, layout.platformReach, layout.memory.start, lanes);
    copyFigure(data, layout.memory.start, graph, 'reach', lanes);
  };

  /** All base figures of the whole plan. */
  const fill = (
    data: Float64Array,
    graph: Graph,
    recorder: { readonly tail: Float64Array } | null,
    lanes: number,
  ): void => {
    fillShared(program, layout, data, graph, lanes);
    sumLines(data, graph, () => true, lanes);
    for (const kind of ORDER_KINDS) {
      const to = figureRow(kind);
      graph.values.fill(0, to, to + lanes);
      for (let t = 0; t < program.periods; t++) {
        const from = periodTotalAt(layout, t, kind);
        for (let d = 0; d < lanes; d++) graph.values[to + d] = graph.values[to + d]! + data[from + d]!;
      }
    }
    const tail = figureRow('tail');
    for (let d = 0; d < lanes; d++) graph.values[tail + d] = recorder === null ? 0 : recorder.tail[d]!;
    // What responses bring after the horizon is recorded then at the earliest.
    ORDER_KINDS.forEach((kind, k) => {
      const to = figureRow(kind);
      const after = rowAt(layout.afterHorizon, k);
      for (let d = 0; d < lanes; d++) {
        graph.values[to + d] = graph.values[to + d]! + data[after + d]!;
        graph.values[tail + d] = graph.values[tail + d]! + data[after + d]!;
      }
    });
    copyFigure(data, periodTotalAt(layout, program.periods - 1, 'buyers'), graph, 'buyers_end', lanes);
  };
  return { sumLines, fill };
}

export { createRecorder };
