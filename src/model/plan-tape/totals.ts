import type { Row } from '../../kernel/index.js';
import type { BaseFigure } from '../kpi/definitions.js';
import { figureRow, type Graph, groupRow } from '../kpi/graph.js';
import { LANES, rowAt } from '../layout.js';
import { preparedOf, restOf } from '../prepared.js';
import type { Program } from '../program.js';
import type { PlanTape } from './record.js';
import { ORDER_PARTS, type OrderPart, type ParticipantTotal } from './rows.js';

/** Participants' totals that add up over a group. */
export const ADDED = ['spend', 'unspent', 'impressions', 'views', 'clicks', 'conversions', 'pay', 'posts'] as const;

/** Kinds of orders, by the parts that make them up. */
export const KIND_PARTS = {
  new: ['won', 'brand'],
  repeat: ['loyal', 'repeated'],
  referred: ['advocated', 'referred'],
} as const satisfies Readonly<Record<string, readonly OrderPart[]>>;
export const ORDER_KINDS = ['new', 'repeat', 'referred'] as const;

/** The part that an order of a response after the horizon belongs to. */
export const AFTER_PARTS = ['won', 'loyal', 'advocated'] as const;

/** Fills base figures of graphs from a block's memory. */
export interface Totals {
  /** Prices and rates of the draw, and costs that don't follow from anything delivered. */
  shared(data: Float64Array, graph: Graph, production: number, lanes: number): void;
  /** Sums over participants; nothing of orders or reach. */
  sums(data: Float64Array, graph: Graph, chosen: (participant: number) => boolean, lanes: number): void;
  /** Everything of the whole plan. */
  whole(data: Float64Array, graph: Graph, production: number, lanes: number): void;
  /** A part's orders over the horizon, those after it included. */
  part(data: Float64Array, part: OrderPart, into: Float64Array, lanes: number): void;
}

export function createTotals(program: Program, tape: PlanTape): Totals {
  const { figures, layout } = tape;
  const { globals } = program;
  const rest = restOf(program);
  const prepared = preparedOf(program);
  const L = program.lines.length;

  const copy = (data: Float64Array, from: number, graph: Graph, name: BaseFigure, lanes: number): void => {
    const to = figureRow(name);
    for (let d = 0; d < lanes; d++) graph.values[to + d] = data[from + d]!;
  };
  const clear = (graph: Graph, name: BaseFigure, lanes: number, value = 0): void => {
    graph.values.fill(value, figureRow(name), figureRow(name) + lanes);
  };
  const grow = (data: Float64Array, { value }: Row, graph: Graph, name: BaseFigure, lanes: number): void => {
    const to = figureRow(name);
    for (let d = 0; d < lanes; d++) graph.values[to + d] = graph.values[to + d]! + data[value + d]!;
  };

  const shared: Totals['shared'] = (data, graph, production, lanes) => {
    const input = (row: number): number => rowAt(layout.inputs, row);
    copy(data, input(globals.order_value), graph, 'order_value', lanes);
    copy(data, input(globals.margin), graph, 'margin', lanes);
    copy(data, input(globals.fee), graph, 'fee', lanes);
    copy(data, input(globals.tax), graph, 'tax', lanes);
    copy(data, rowAt(layout.derived, 1), graph, 'fixed_cost', lanes);
    copy(data, rowAt(layout.derived, 2), graph, 'ltv', lanes);
    copy(data, rowAt(layout.derived, 3), graph, 'future_orders_per_buyer', lanes);
    clear(graph, 'production', lanes, production);
    const { community } = rest;
    for (const name of ['messages_per_view', 'hours_per_view', 'cost_per_view'] as const) clear(graph, name, lanes);
    if (community === null) return;
    copy(data, input(community.messages), graph, 'messages_per_view', lanes);
    copy(data, rowAt(layout.prepared, prepared.costPerView), graph, 'cost_per_view', lanes);
    const hours = figureRow('hours_per_view');
    for (let d = 0; d < lanes; d++) {
      const answered = data[input(community.messages) + d]! * data[input(community.reply) + d]!;
      graph.values[hours + d] = (answered * data[input(community.minutes) + d]!) / 60;
    }
  };

  const counts = (participant: number, total: ParticipantTotal): boolean =>
    total !== 'posts' || participant < L || rest.sources[participant - L]!.kind === 'creator';

  const sums: Totals['sums'] = (data, graph, chosen, lanes) => {
    for (const name of ADDED) clear(graph, name, lanes);
    clear(graph, 'response_spend', lanes);
    clear(graph, 'response_conversions', lanes);
    figures.participants.forEach((rows, participant) => {
      if (!chosen(participant)) return;
      for (const name of ADDED) if (counts(participant, name)) grow(data, rows[name], graph, name, lanes);
      if (participant >= L || program.lines[participant]!.response === undefined) return;
      grow(data, rows.spend, graph, 'response_spend', lanes);
      grow(data, rows.conversions, graph, 'response_conversions', lanes);
    });
  };

  const part: Totals['part'] = (data, name, into, lanes) => {
    into.fill(0, 0, lanes);
    const add = ({ value }: Row): void => {
      for (let d = 0; d < lanes; d++) into[d] = into[d]! + data[value + d]!;
    };
    for (const { parts } of figures.periods) add(parts[name]);
    if (name === 'won' || name === 'loyal' || name === 'advocated') add(figures.after[name]);
  };

  const kept = new Float64Array(LANES);
  const whole: Totals['whole'] = (data, graph, production, lanes) => {
    shared(data, graph, production, lanes);
    sums(data, graph, () => true, lanes);
    const { values } = graph;
    for (const kind of ORDER_KINDS) {
      clear(graph, kind, lanes);
      const to = figureRow(kind);
      for (const name of KIND_PARTS[kind]) {
        part(data, name, kept, lanes);
        for (let d = 0; d < lanes; d++) values[to + d] = values[to + d]! + kept[d]!;
        if (name === 'brand') values.set(kept.subarray(0, lanes), figureRow('brand_orders'));
      }
    }
    unrecorded(data, graph, lanes);
    copy(data, figures.buyers.value, graph, 'buyers_end', lanes);
    copy(data, figures.reach.value, graph, 'reach', lanes);
    copy(data, figures.reach3.value, graph, 'reach_3', lanes);
    copy(data, figures.hot.value, graph, 'hot_end', lanes);
    clear(graph, 'warm_end', lanes);
    for (const row of figures.warm) grow(data, row, graph, 'warm_end', lanes);
    clear(graph, 'recalling', lanes);
    if (figures.recalling !== null) grow(data, figures.recalling, graph, 'recalling', lanes);
    own(data, graph, lanes);
  };

  /** Section 6: of a period's orders the share θ^(T − t) is recorded after the horizon. */
  const unrecorded = (data: Float64Array, graph: Graph, lanes: number): void => {
    const { values } = graph;
    const theta = rowAt(layout.derived, 0);
    const tail = figureRow('tail');
    clear(graph, 'tail', lanes);
    for (const { parts } of figures.periods) {
      for (let d = 0; d < lanes; d++) {
        let orders = 0;
        for (const name of ORDER_PARTS) orders += data[parts[name].value + d]!;
        values[tail + d] = (values[tail + d]! + orders) * data[theta + d]!;
      }
    }
    for (const name of AFTER_PARTS) grow(data, figures.after[name], graph, 'tail', lanes);
  };

  /** Figures of groups of lines, and metrics. */
  const own = (data: Float64Array, graph: Graph, lanes: number): void => {
    graph.groups.forEach((figure, index) => {
      const to = groupRow(index);
      graph.values.fill(0, to, to + lanes);
      const add = ({ value }: Row): void => {
        for (let d = 0; d < lanes; d++) graph.values[to + d] = graph.values[to + d]! + data[value + d]!;
      };
      if (figure.kind === 'group') {
        program.lines.forEach(({ scenarioIndex }, line) => {
          if (figure.lines.includes(scenarioIndex)) add(figures.participants[line]![figure.name]);
        });
        return;
      }
      const metric = rest.metrics[figure.metric]!;
      for (const k of metric.participants) {
        add(figures.participants[k]![figure.of === 'spend' ? 'spend' : metric.of]);
      }
      if (figure.of === 'spend') return;
      const rate = rowAt(layout.inputs, metric.rate);
      for (let d = 0; d < lanes; d++) graph.values[to + d] = graph.values[to + d]! * data[rate + d]!;
    });
  };

  return { shared, sums, whole, part };
}
