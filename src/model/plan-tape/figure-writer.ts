import type { KpiName } from '../../scenario/expressions/types.js';
import { partOf } from '../equations/line.js';
import {
  ATTRIBUTION_KPIS,
  countsOf,
  expectedOf,
  type FigureSelection,
  groupKpis,
  metricFormulas,
  periodKpis,
  stagesOf,
  totalFormulas,
} from '../figures.js';
import {
  type BaseFigure,
  BRIDGE_PARTS,
  type Formula,
  GROUP_FORMULAS,
  KPI_FORMULAS,
  PERIOD_FORMULAS,
} from '../kpi/definitions.js';
import { buildGraph, evaluateGraph, figureRow, type Graph } from '../kpi/graph.js';
import { LANES, rowAt } from '../layout.js';
import { preparedOf, restOf } from '../prepared.js';
import type { Program } from '../program.js';
import { type Counter, createCounter } from './counts.js';
import type { GroupReaches } from './group-reach.js';
import type { PlanTape } from './record.js';
import { createRecorder } from './recorder.js';
import { ORDER_PARTS, type OrderPart } from './rows.js';
import { createTotals, KIND_PARTS, ORDER_KINDS } from './totals.js';

/** Turns a block's memory after a pass into series, in the order of `seriesOf`. */
export interface FigureWriter {
  /**
   * @param production what is paid for content and formats, currency
   * @param place where the block's first draw goes among `draws` of each series
   */
  write(
    data: Float64Array,
    production: number,
    store: Float64Array,
    place: { readonly draws: number; readonly start: number; readonly block: number; readonly lanes: number },
  ): void;
}

const formulasOf = (names: readonly string[], from: Readonly<Partial<Record<string, Formula>>>): Formula[] =>
  names.map((name) => from[name]!);

export function createFigureWriter(
  program: Program,
  tape: PlanTape,
  selection: FigureSelection,
  seed: string,
  reaches: GroupReaches | null,
): FigureWriter {
  const rest = restOf(program);
  const L = program.lines.length;
  const participants = [...program.lines, ...rest.sources];
  const counter: Counter | null = countsOf(program, selection) ? createCounter(seed) : null;
  const totals = createTotals(program, tape);
  const recorder = createRecorder(program, tape);
  const names = selection.total.map(({ name }) => name);
  const bridge = selection.bridge === true ? BRIDGE_PARTS.length : 0;
  const totalGraph = buildGraph(totalFormulas(selection));
  const metricGraph = selection.groups ? buildGraph(metricFormulas(program).map(({ formula }) => formula)) : null;
  const groupNames = groupKpis(program);
  const groupGraph = buildGraph(formulasOf(groupNames, GROUP_FORMULAS));
  const periodNames = periodKpis(program);
  const periodGraph = buildGraph(formulasOf(periodNames, PERIOD_FORMULAS));
  const runningNames = ['orders', 'profit'] as const satisfies readonly KpiName[];
  const runningGraph = buildGraph(formulasOf(runningNames, KPI_FORMULAS));
  const stages = stagesOf(program);
  const means = new Float64Array(LANES);
  const running = new Float64Array(2 * runningNames.length * LANES);

  return {
    write(data, production, store, { draws, start, block, lanes }) {
      let series = 0;
      const save = (values: Float64Array, from: number): void => {
        const to = series * draws + start;
        for (let d = 0; d < lanes; d++) store[to + d] = values[from + d]!;
        series++;
      };
      const put = (graph: Graph, name: BaseFigure, from: Float64Array): void => {
        graph.values.set(from.subarray(0, lanes), figureRow(name));
      };
      /** Adds a part's count to the figures that it counts in. */
      const count = (graph: Graph, group: string, part: OrderPart): void => {
        counter!.draw(group, part, block, means, lanes);
        const kind = ORDER_KINDS.find((one) => (KIND_PARTS[one] as readonly OrderPart[]).includes(part))!;
        const into: BaseFigure[] = [kind];
        if (part === 'won' || part === 'loyal' || part === 'advocated') into.push('conversions');
        if (part === 'brand') put(graph, 'brand_orders', means);
        for (const name of into) {
          const to = figureRow(name);
          for (let d = 0; d < lanes; d++) graph.values[to + d] = graph.values[to + d]! + means[d]!;
        }
      };
      const clearOrders = (graph: Graph): void => {
        for (const name of ['conversions', ...ORDER_KINDS] as const) {
          graph.values.fill(0, figureRow(name), figureRow(name) + lanes);
        }
      };
      /**
       * Saves a graph's outputs: of counts, where there are any, and then what was expected of those that rest on them.
       *
       * @param partMeans fills `means` with a part's; false where the group has none of it
       */
      const saveCounted = (
        graph: Graph,
        kpis: readonly string[],
        group: string,
        partMeans: (part: OrderPart) => boolean,
        outputs = graph.outputs.slice(0, kpis.length),
      ): void => {
        if (counter === null) {
          evaluateGraph(graph, lanes);
          for (const output of outputs) save(graph.values, output * LANES);
          return;
        }
        evaluateGraph(graph, lanes);
        const expected = expectedOf(kpis).map((name) =>
          graph.values.slice(outputs[kpis.indexOf(name)]! * LANES, outputs[kpis.indexOf(name)]! * LANES + LANES),
        );
        clearOrders(graph);
        for (const part of ORDER_PARTS) if (partMeans(part)) count(graph, group, part);
        evaluateGraph(graph, lanes);
        for (const output of outputs) save(graph.values, output * LANES);
        for (const values of expected) save(values, 0);
      };

      recorder.record(data, lanes);
      totals.whole(data, totalGraph, production, lanes);
      // The bridge is of what is expected.
      evaluateGraph(totalGraph, lanes);
      const parts = totalGraph.outputs
        .slice(names.length)
        .map((output) => totalGraph.values.slice(output * LANES, output * LANES + LANES));
      saveCounted(totalGraph, names, 'total', (part) => {
        totals.part(data, part, means, lanes);
        return true;
      });
      for (let k = 0; k < bridge; k++) save(parts[k]!, 0);

      if (selection.groups) {
        totals.whole(data, metricGraph!, production, lanes);
        evaluateGraph(metricGraph!, lanes);
        for (const output of metricGraph!.outputs) save(metricGraph!.values, output * LANES);

        totals.shared(data, groupGraph, 0, lanes);
        const emit = (group: string, chosen: (participant: number) => boolean, reach: number, reach3: number): void => {
          totals.sums(data, groupGraph, chosen, lanes);
          put(groupGraph, 'reach', data.subarray(reach, reach + lanes));
          put(groupGraph, 'reach_3', data.subarray(reach3, reach3 + lanes));
          saveCounted(groupGraph, groupNames, group, (part) => {
            means.fill(0, 0, lanes);
            let any = false;
            participants.forEach(({ stage }, k) => {
              if (!chosen(k) || partOf(stage) !== part) return;
              any = true;
              const { value } = tape.figures.participants[k]!.conversions;
              for (let d = 0; d < lanes; d++) means[d] = means[d]! + data[value + d]!;
            });
            return any;
          });
        };
        const one = (k: number): void => {
          const { reach, reach3 } = tape.figures.participants[k]!;
          emit(participants[k]!.id, (other) => other === k, reach.value, reach3.value);
        };
        for (let index = 0; index < L; index++) one(program.lines.findIndex((line) => line.scenarioIndex === index));
        for (let k = 0; k < rest.sources.length; k++) one(L + k);
        program.platforms.forEach((platform, p) => {
          const { reach, reach3 } = reaches!.platforms[p]!;
          emit(`platform ${platform}`, (k) => participants[k]!.platform === p, reach, reach3);
        });
        stages.forEach((stage, s) => {
          const { reach, reach3 } = reaches!.stages[s]!;
          emit(`stage ${stage}`, (k) => participants[k]!.stage === stage, reach, reach3);
        });
        for (let t = 0; t < program.periods; t++) {
          fillPeriod(data, periodGraph, production, t, lanes);
          put(periodGraph, 'reach', data.subarray(reaches!.periods[t]!, reaches!.periods[t]! + lanes));
          saveCounted(periodGraph, periodNames, `period ${t}`, (part) => {
            means.set(recorder.part(part, t).subarray(0, lanes));
            return true;
          });
        }
      }
      if (selection.cumulative) {
        running.fill(0);
        for (let t = 0; t < program.periods; t++) {
          fillPeriod(data, runningGraph, production, t, lanes);
          const add = (first: number): void => {
            evaluateGraph(runningGraph, lanes);
            runningGraph.outputs.forEach((output, k) => {
              const to = (first + k) * LANES;
              for (let d = 0; d < lanes; d++) {
                running[to + d] = running[to + d]! + runningGraph.values[output * LANES + d]!;
              }
            });
          };
          add(0);
          if (counter !== null) {
            clearOrders(runningGraph);
            for (const part of ORDER_PARTS) {
              means.set(recorder.part(part, t).subarray(0, lanes));
              count(runningGraph, `period ${t}`, part);
            }
            add(2);
          }
          for (const first of counter === null ? [0] : [2, 0]) {
            for (let k = 0; k < 2; k++) save(running, (first + k) * LANES);
          }
        }
      }
      if (selection.events === true) writeEvents(data, save, lanes);
    },
  };

  function fillPeriod(data: Float64Array, graph: Graph, production: number, t: number, lanes: number): void {
    const period = tape.figures.periods[t]!;
    const { values } = graph;
    totals.shared(data, graph, production / program.periods, lanes);
    const fixed = figureRow('fixed_cost');
    for (let d = 0; d < lanes; d++) values[fixed + d] = values[fixed + d]! / program.periods;
    const copy = (name: BaseFigure, from: number): void => {
      values.set(data.subarray(from, from + lanes), figureRow(name));
    };
    for (const name of ['spend', 'unspent', 'impressions', 'views', 'clicks', 'conversions', 'pay', 'posts'] as const) {
      copy(name, period[name].value);
    }
    copy('response_spend', period.responseSpend.value);
    copy('response_conversions', period.responseConversions.value);
    for (const kind of ORDER_KINDS) {
      const to = figureRow(kind);
      values.fill(0, to, to + lanes);
      for (const part of KIND_PARTS[kind]) {
        const recorded = recorder.part(part, t);
        for (let d = 0; d < lanes; d++) values[to + d] = values[to + d]! + recorded[d]!;
      }
    }
    values.set(recorder.part('brand', t).subarray(0, lanes), figureRow('brand_orders'));
    if (counter === null) return;
    // Counts are about what is recorded in the period, and so is their mean.
    const conversions = figureRow('conversions');
    values.fill(0, conversions, conversions + lanes);
    for (const part of ['won', 'loyal', 'advocated'] as const) {
      const recorded = recorder.part(part, t);
      for (let d = 0; d < lanes; d++) values[conversions + d] = values[conversions + d]! + recorded[d]!;
    }
  }

  /** Gates passed, shocks that come, and section 17's claims. */
  function writeEvents(data: Float64Array, save: (values: Float64Array, from: number) => void, lanes: number): void {
    const { figures, layout } = tape;
    for (const { value } of figures.gates) save(data, value);
    const { shocks } = preparedOf(program);
    rest.shocks.forEach((_, k) => {
      save(data, rowAt(layout.prepared, shocks + k));
    });
    if (rest.attribution === null) return;
    const { tracking, viewThrough } = rest.attribution;
    const population = rowAt(layout.inputs, program.globals.population);
    const baseline = rowAt(layout.inputs, rest.baseline);
    const all = new Float64Array(LANES);
    const own = new Float64Array(LANES);
    const brand = new Float64Array(LANES);
    const add = (to: Float64Array, chosen: (k: number) => boolean): void => {
      to.fill(0);
      figures.participants.forEach(({ conversions }, k) => {
        if (chosen(k)) for (let d = 0; d < lanes; d++) to[d] = to[d]! + data[conversions.value + d]!;
      });
    };
    add(all, () => true);
    totals.part(data, 'brand', brand, lanes);
    program.platforms.forEach((_, p) => {
      add(own, (k) => participants[k]!.platform === p);
      const { reach } = reaches!.platforms[p]!;
      const claimed = new Float64Array(LANES);
      const clicked = new Float64Array(LANES);
      for (let d = 0; d < lanes; d++) {
        const others = all[d]! - own[d]! + brand[d]! + data[baseline + d]! * program.periods;
        const seen = data[reach + d]! / data[population + d]!;
        claimed[d] = tracking * (own[d]! + viewThrough[p]! * seen * others);
        clicked[d] = tracking * own[d]!;
      }
      const series = { claimed, last_click: clicked, conversions: own };
      for (const name of ATTRIBUTION_KPIS) save(series[name], 0);
    });
  }
}
