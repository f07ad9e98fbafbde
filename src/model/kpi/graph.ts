import type { GroupFigure } from '../../scenario/expressions/types.js';
import { LANES } from '../layout.js';
import { BASE_FIGURES, type BaseFigure, type Formula, type MetricFigure } from './definitions.js';

export type Operation =
  | 'figure'
  | 'number'
  | 'negate'
  | '+'
  | '-'
  | '*'
  | '/'
  | '^'
  | 'min'
  | 'max'
  | 'abs'
  | 'sqrt'
  | 'log'
  | 'exp';

/** A figure that isn't one of the base figures: of a group of lines, or a metric. */
export type OwnFigure = GroupFigure | MetricFigure;

interface Node {
  readonly operation: Operation;
  /** Operands' nodes; −1 where there is none. */
  readonly left: number;
  readonly right: number;
  readonly value: number;
}

/**
 * Formulas flattened to a list of nodes in which shared parts stand once, with a row of `LANES` values a node. Node `k` is
 * base figure `k` for the first nodes; the figures of groups of lines follow.
 */
export interface Graph {
  readonly groups: readonly OwnFigure[];
  /** How many nodes are figures to be filled in. */
  readonly figures: number;
  readonly nodes: readonly Node[];
  /** The node of each formula, in the order given. */
  readonly outputs: readonly number[];
  readonly values: Float64Array;
  /** Derivatives of one output with respect to each node; same rows as `values`. */
  readonly bars: Float64Array;
}

/** Builds the graph of some formulas. */
export function buildGraph(formulas: readonly Formula[]): Graph {
  const groups = groupsOf(formulas);
  const figures = BASE_FIGURES.length + groups.length;
  const nodes: Node[] = Array.from({ length: figures }, () => ({ operation: 'figure', left: -1, right: -1, value: 0 }));
  const known = new Map<string, number>();
  const add = (operation: Operation, left: number, right: number, value = 0): number => {
    const key = `${operation} ${left} ${right} ${value}`;
    const at = known.get(key);
    if (at !== undefined) return at;
    nodes.push({ operation, left, right, value });
    known.set(key, nodes.length - 1);
    return nodes.length - 1;
  };
  const visit = (formula: Formula): number => {
    switch (formula.kind) {
      case 'figure':
        return BASE_FIGURES.indexOf(formula.name);
      case 'group':
      case 'metric figure':
        return BASE_FIGURES.length + groups.findIndex((group) => isSame(group, formula));
      case 'number':
        return add('number', -1, -1, formula.value);
      case 'negate':
        return add('negate', visit(formula.of), -1);
      case 'binary':
        return add(formula.operator, visit(formula.left), visit(formula.right));
      case 'call': {
        const { name } = formula;
        const operands = formula.arguments.map(visit);
        if (name !== 'min' && name !== 'max') return add(name, operands[0]!, -1);
        return operands.reduce((left, right) => add(name, left, right));
      }
    }
  };
  const outputs = formulas.map(visit);
  return {
    groups,
    figures,
    nodes,
    outputs,
    values: new Float64Array(nodes.length * LANES),
    bars: new Float64Array(nodes.length * LANES),
  };
}

/** Figures of groups and metrics that some formulas speak of, each once. */
function groupsOf(formulas: readonly Formula[]): readonly OwnFigure[] {
  const found: OwnFigure[] = [];
  const visit = (formula: Formula): void => {
    switch (formula.kind) {
      case 'group':
      case 'metric figure':
        if (!found.some((figure) => isSame(figure, formula))) found.push(formula);
        break;
      case 'negate':
        visit(formula.of);
        break;
      case 'binary':
        visit(formula.left);
        visit(formula.right);
        break;
      case 'call':
        for (const argument of formula.arguments) visit(argument);
        break;
      case 'figure':
      case 'number':
        break;
    }
  };
  for (const formula of formulas) visit(formula);
  return found;
}

function isSame(a: OwnFigure, b: OwnFigure): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Start of a group's figure's row in a graph's values or bars. */
export function groupRow(group: number): number {
  return (BASE_FIGURES.length + group) * LANES;
}

/** Start of a base figure's row in a graph's values or bars. */
export function figureRow(name: BaseFigure): number {
  return BASE_FIGURES.indexOf(name) * LANES;
}

/** Evaluates all nodes for `lanes` draws, the rows of the figures being filled in. */
export function evaluateGraph(graph: Graph, lanes: number): void {
  const { nodes, values } = graph;
  for (let k = graph.figures; k < nodes.length; k++) {
    const { operation, left, right, value } = nodes[k]!;
    const to = k * LANES;
    const a = left * LANES;
    const b = right * LANES;
    switch (operation) {
      case 'figure':
        break;
      case 'number':
        values.fill(value, to, to + lanes);
        break;
      case 'negate':
        for (let d = 0; d < lanes; d++) values[to + d] = -values[a + d]!;
        break;
      case '+':
        for (let d = 0; d < lanes; d++) values[to + d] = values[a + d]! + values[b + d]!;
        break;
      case '-':
        for (let d = 0; d < lanes; d++) values[to + d] = values[a + d]! - values[b + d]!;
        break;
      case '*':
        for (let d = 0; d < lanes; d++) values[to + d] = values[a + d]! * values[b + d]!;
        break;
      case '/':
        for (let d = 0; d < lanes; d++) {
          const divisor = values[b + d]!;
          values[to + d] = divisor === 0 ? Number.NaN : values[a + d]! / divisor;
        }
        break;
      case '^':
        for (let d = 0; d < lanes; d++) values[to + d] = values[a + d]! ** values[b + d]!;
        break;
      case 'min':
        for (let d = 0; d < lanes; d++) values[to + d] = Math.min(values[a + d]!, values[b + d]!);
        break;
      case 'max':
        for (let d = 0; d < lanes; d++) values[to + d] = Math.max(values[a + d]!, values[b + d]!);
        break;
      case 'abs':
        for (let d = 0; d < lanes; d++) values[to + d] = Math.abs(values[a + d]!);
        break;
      case 'sqrt':
        for (let d = 0; d < lanes; d++) values[to + d] = Math.sqrt(values[a + d]!);
        break;
      case 'log':
        for (let d = 0; d < lanes; d++) values[to + d] = Math.log(values[a + d]!);
        break;
      case 'exp':
        for (let d = 0; d < lanes; d++) values[to + d] = Math.exp(values[a + d]!);
        break;
    }
  }
}

/**
 * Derivatives of one output with respect to every node, for draws evaluated just before. Draws in which the output has no
 * value get derivatives of 0.
 */
export function differentiateGraph(graph: Graph, output: number, lanes: number): void {
  const { nodes, values, bars } = graph;
  const top = graph.outputs[output]!;
  bars.fill(0, 0, Math.max(top + 1, graph.figures) * LANES);
  for (let d = 0; d < lanes; d++) bars[top * LANES + d] = Number.isNaN(values[top * LANES + d]!) ? 0 : 1;
  for (let k = top; k >= graph.figures; k--) {
    const { operation, left, right } = nodes[k]!;
    for (let d = 0; d < lanes; d++) {
      const bar = bars[k * LANES + d]!;
      if (bar === 0) continue;
      const a = left * LANES + d;
      const b = right * LANES + d;
      const value = values[k * LANES + d]!;
      switch (operation) {
        case 'negate':
          bars[a] = bars[a]! - bar;
          break;
        case '+':
          bars[a] = bars[a]! + bar;
          bars[b] = bars[b]! + bar;
          break;
        case '-':
          bars[a] = bars[a]! + bar;
          bars[b] = bars[b]! - bar;
          break;
        case '*':
          bars[a] = bars[a]! + bar * values[b]!;
          bars[b] = bars[b]! + bar * values[a]!;
          break;
        case '/':
          bars[a] = bars[a]! + bar / values[b]!;
          bars[b] = bars[b]! - (bar * value) / values[b]!;
          break;
        case '^':
          bars[a] = bars[a]! + bar * values[b]! * values[a]! ** (values[b]! - 1);
          if (nodes[right]!.operation !== 'number') bars[b] = bars[b]! + bar * value * Math.log(values[a]!);
          break;
        case 'min':
        case 'max':
          if (values[a] === value) bars[a] = bars[a]! + bar;
          else bars[b] = bars[b]! + bar;
          break;
        case 'abs':
          bars[a] = bars[a]! + bar * Math.sign(values[a]!);
          break;
        case 'sqrt':
          bars[a] = bars[a]! + bar / (2 * value);
          break;
        case 'log':
          bars[a] = bars[a]! + bar / values[a]!;
          break;
        case 'exp':
          bars[a] = bars[a]! + bar * value;
          break;
        case 'figure':
        case 'number':
          break;
      }
    }
  }
}
