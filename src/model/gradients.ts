import type { PlanFunction } from '../scenario/expressions/types.js';
import { adjoint } from './adjoint.js';
import { createRecorder, createTotals } from './figures.js';
import type { PlanSpend } from './forward.js';
import { formulaOf } from './kpi/definitions.js';
import { buildGraph, differentiateGraph, evaluateGraph, figureRow, type Graph, groupRow } from './kpi/graph.js';
import { LANES, type Layout, LINE_TOTALS, lineTotalAt, PERIOD_BARS, rowAt, STRIDE } from './layout.js';
import type { Program } from './program.js';
import { variablesOf } from './variables.js';

/** Values, and gradients if asked, of some functions of the plan's total KPIs (or figures of some lines), for a block. */
export interface FunctionWriter {
  /**
   * @param values `[function][draw]`
   * @param gradients `[function][variable * draws + draw]`: the scenario's lines (a free one by period), then the creative shares; `null`: values only
   */
  write(
    data: Float64Array,
    plan: PlanSpend,
    values: readonly Float64Array[],
    gradients: readonly Float64Array[] | null,
    draws: number,
    start: number,
    lanes: number,
  ): void;
}

/** Builds the writer; the block must have gone through `forward` with a trace where gradients are wanted. */
export function createFunctionWriter(
  program: Program,
  layout: Layout,
  functions: readonly PlanFunction[],
): FunctionWriter {
  const graph = buildGraph(functions.map(formulaOf));
  const totals = createTotals(program, layout);
  const recorder = createRecorder(program, layout);
  const { column } = variablesOf(program);
  return {
    write(data, plan, values, gradients, draws, start, lanes) {
      recorder.record(data, lanes);
      totals.fill(data, graph, recorder, lanes);
      fillGroups(program, layout, data, graph, lanes);
      evaluateGraph(graph, lanes);
      graph.outputs.forEach((output, f) => {
        const row = values[f]!;
        for (let d = 0; d < lanes; d++) row[start + d] = graph.values[output * LANES + d]!;
      });
      if (gradients === null) return;
      graph.outputs.forEach((_, f) => {
        differentiateGraph(graph, f, lanes);
        seedLines(program, layout, data, graph, lanes);
        seedPeriods(program, layout, data, graph, lanes);
        adjoint(program, layout, data, plan, lanes);
        const gradient = gradients[f]!;
        column.forEach((place, variable) => {
          const from = rowAt(layout.gradient, variable);
          for (let d = 0; d < lanes; d++) gradient[place * draws + start + d] = data[from + d]!;
        });
      });
    },
  };
}

/** Sums of groups of lines. */
function fillGroups(program: Program, layout: Layout, data: Float64Array, graph: Graph, lanes: number): void {
  graph.groups.forEach(({ name, lines }, group) => {
    const to = groupRow(group);
    graph.values.fill(0, to, to + lanes);
    for (let line = 0; line < program.lines.length; line++) {
      if (!lines.includes(program.lines[line]!.scenarioIndex)) continue;
      const from = lineTotalAt(layout, line, name);
      for (let d = 0; d < lanes; d++) graph.values[to + d] = graph.values[to + d]! + data[from + d]!;
    }
  });
}

/** Spreads the derivatives of the plan's totals, and of groups', over its lines' totals. */
function seedLines(program: Program, layout: Layout, data: Float64Array, graph: Graph, lanes: number): void {
  for (let line = 0; line < program.lines.length; line++) {
    LINE_TOTALS.forEach((name, k) => {
      const to = rowAt(layout.lineBars, line * LINE_TOTALS.length + k);
      if (name === 'reach') {
        data.fill(0, to, to + lanes);
        return;
      }
      const from = figureRow(name);
      for (let d = 0; d < lanes; d++) data[to + d] = graph.bars[from + d]!;
      graph.groups.forEach((group, g) => {
        if (group.name !== name || !group.lines.includes(program.lines[line]!.scenarioIndex)) return;
        const bars = groupRow(g);
        for (let d = 0; d < lanes; d++) data[to + d] = data[to + d]! + graph.bars[bars + d]!;
      });
      const apart = name === 'spend' ? 'response_spend' : name === 'conversions' ? 'response_conversions' : null;
      if (apart === null || program.lines[line]!.response === undefined) return;
      const also = figureRow(apart);
      for (let d = 0; d < lanes; d++) data[to + d] = data[to + d]! + graph.bars[also + d]!;
    });
  }
  seedReach(program, layout, data, graph, lanes);
}

/** Derivative of `pop (1 − Π (1 − R_p / pop))` with respect to each platform's largest line. */
function seedReach(program: Program, layout: Layout, data: Float64Array, graph: Graph, lanes: number): void {
  const P = program.platforms.length;
  const from = figureRow('reach');
  const population = rowAt(layout.inputs, program.globals.population);
  const largest = new Int32Array(P);
  const reachOf = (line: number, d: number): number => data[lineTotalAt(layout, line, 'reach') + d]!;
  for (let d = 0; d < lanes; d++) {
    const bar = graph.bars[from + d]!;
    if (bar === 0) continue;
    largest.fill(-1);
    program.lines.forEach(({ platform }, line) => {
      const best = largest[platform]!;
      if (best < 0 || reachOf(line, d) > reachOf(best, d)) largest[platform] = line;
    });
    const people = data[population + d]!;
    for (let p = 0; p < P; p++) {
      let others = 1;
      if (program.hasPopulation) {
        for (let o = 0; o < P; o++) if (o !== p) others *= 1 - Math.min(1, reachOf(largest[o]!, d) / people);
        if (reachOf(largest[p]!, d) >= people) others = 0;
      }
      data[rowAt(layout.lineBars, largest[p]! * LINE_TOTALS.length + 3) + d] = bar * others;
    }
  }
}

/** Orders count the same in every period, but for the tail, which has more of the later ones. */
function seedPeriods(program: Program, layout: Layout, data: Float64Array, graph: Graph, lanes: number): void {
  const theta = rowAt(layout.derived, 0);
  const tail = figureRow('tail');
  const kinds = [figureRow('new'), figureRow('repeat'), figureRow('referred')];
  const buyersEnd = figureRow('buyers_end');
  kinds.forEach((kind, k) => {
    const to = rowAt(layout.afterBars, k);
    for (let d = 0; d < lanes; d++) data[to + d] = graph.bars[kind + d]! + graph.bars[tail + d]!;
  });
  for (let t = 0; t < program.periods; t++) {
    const to = rowAt(layout.periodBars, t * PERIOD_BARS.length);
    for (let d = 0; d < lanes; d++) {
      const tailBar = graph.bars[tail + d]!;
      const unrecorded = tailBar === 0 ? 0 : tailBar * data[theta + d]! ** (program.periods - t);
      for (let k = 0; k < kinds.length; k++) data[to + k * STRIDE + d] = graph.bars[kinds[k]! + d]! + unrecorded;
      data[to + 3 * STRIDE + d] = t === program.periods - 1 ? graph.bars[buyersEnd + d]! : 0;
    }
  }
}
