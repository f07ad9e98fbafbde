import { phrase, type Said, say } from '../../words/said.js';
import * as messages from '../messages.js';
import type { Fault } from '../problem.js';
import type { MathNode } from './mathjs.js';
import { type Expression, KPI_NAMES, type KpiName } from './types.js';

/** Deeper trees are no KPI; the limit keeps every walk over them far from the stack's end. */
export const MAX_DEPTH = 100;
/** Nodes, the trees of named KPIs included. */
const MAX_NODES = 2_000;

export type Parsing<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

const OPERATORS = ['+', '-', '*', '/', '^'] as const;
const UNARY = ['abs', 'sqrt', 'log', 'exp'] as const;
/** Functions that an expression may call. */
export const FUNCTIONS = ['min', 'max', ...UNARY] as const;

/** What is read of a syntax node, whatever its type; mathjs gives each type a class of its own. */
interface Syntax {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly op?: string;
  readonly implicit?: boolean;
  readonly fn?: unknown;
  readonly content?: MathNode;
  readonly args?: readonly MathNode[];
}

const CONSTRUCTS: Readonly<Record<string, string>> = {
  AccessorNode: 'member access',
  ArrayNode: 'a matrix',
  AssignmentNode: 'an assignment',
  BlockNode: 'a second expression',
  ConditionalNode: 'a condition',
  FunctionAssignmentNode: 'a function definition',
  IndexNode: 'an index',
  ObjectNode: 'an object',
  RangeNode: 'a range',
  RelationalNode: 'a comparison',
};

/** What people call a KPI: `customers` is what leads become; a plan of bookings or installs counts its orders by that name. */
const ALSO_CALLED: ReadonlyMap<string, KpiName> = new Map([
  ['customers', 'new'],
  ['bookings', 'orders'],
  ['installs', 'orders'],
  ['cpi', 'cpa'],
]);

/** The KPI of a name. */
export function kpiNamed(name: string): KpiName | null {
  const also = ALSO_CALLED.get(name);
  if (also !== undefined) return also;
  return KPI_NAMES.find((candidate) => candidate === name) ?? null;
}

/** Turns a syntax tree into an expression of our own: every node and name is checked against a list, everything else refused. */
export function fromSyntax(root: MathNode, text: string, custom: ReadonlyMap<string, Expression>): Parsing<Expression> {
  let fault: Fault | null = null;
  const refuse = (part: string, reason: string | Said): null => {
    fault ??= messages.notAnExpression(text, positionOf(text, part), reason);
    return null;
  };

  const visit = (node: MathNode, depth: number): Expression | null => {
    if (depth > MAX_DEPTH) return refuse('', say`nested more than ${MAX_DEPTH} deep`);
    const syntax = node as unknown as Syntax;
    if (syntax.type === 'ParenthesisNode' && syntax.content !== undefined) return visit(syntax.content, depth + 1);
    if (syntax.type === 'ConstantNode') return constant(syntax.value);
    if (syntax.type === 'SymbolNode') return symbol(syntax.name ?? '');
    if (syntax.type === 'OperatorNode') return operator(syntax, depth);
    if (syntax.type === 'FunctionNode') return call(syntax, depth);
    return refuse('', say`${phrase(CONSTRUCTS[syntax.type] ?? 'this')} is not allowed`);
  };

  const constant = (value: unknown): Expression | null => {
    if (typeof value !== 'number') return refuse(String(value), say`only numbers are allowed`);
    return Number.isFinite(value) ? { kind: 'number', value } : refuse('', say`a number is not finite`);
  };

  const symbol = (name: string): Expression | null => {
    const own = custom.get(name);
    if (own !== undefined) return own;
    const kpi = kpiNamed(name);
    if (kpi !== null) return { kind: 'kpi', name: kpi };
    fault ??= messages.unknownKpi(name, positionOf(text, name), [...KPI_NAMES, ...custom.keys()]);
    return null;
  };

  const operator = ({ op = '', implicit, args = [] }: Syntax, depth: number): Expression | null => {
    // "2 roas" is a slip more often than a product.
    if (implicit) return refuse('', say`an operator is missing between two parts`);
    const [first, second] = args;
    if (first !== undefined && args.length === 1 && (op === '-' || op === '+')) {
      const of = visit(first, depth + 1);
      return of === null || op === '+' ? of : { kind: 'negate', of };
    }
    const sign = OPERATORS.find((candidate) => candidate === op);
    if (sign === undefined || first === undefined || second === undefined || args.length !== 2) {
      return refuse(op, say`"${op}" is not allowed`);
    }
    const left = visit(first, depth + 1);
    const right = visit(second, depth + 1);
    return left === null || right === null ? null : { kind: 'binary', operator: sign, left, right };
  };

  const call = ({ fn, args = [] }: Syntax, depth: number): Expression | null => {
    const callee = fn as Syntax | undefined;
    const name = callee?.type === 'SymbolNode' ? (callee.name ?? '') : '';
    if (!FUNCTIONS.some((known) => known === name))
      return refuse(name, say`${name || phrase('this')} is not a function known here`);
    const parts = args.map((part) => visit(part, depth + 1)).filter((part) => part !== null);
    if (parts.length !== args.length) return null;
    const [first] = parts;
    const unary = UNARY.find((candidate) => candidate === name);
    if (unary !== undefined) {
      if (parts.length !== 1 || first === undefined) return refuse(name, say`${name} takes one argument`);
      return { kind: 'call', name: unary, arguments: [first] };
    }
    if (parts.length < 2) return refuse(name, say`${name} takes two arguments or more`);
    return { kind: 'call', name: name === 'min' ? 'min' : 'max', arguments: parts };
  };

  const value = visit(root, 1);
  if (value !== null) {
    // KPIs of one's own bring their trees along.
    const { nodes, depth } = measure(value);
    if (nodes > MAX_NODES || depth > MAX_DEPTH) refuse('', say`together with the KPIs that it names it is too long`);
  }
  return value !== null && fault === null
    ? { ok: true, value }
    : { ok: false, fault: fault ?? messages.notAnExpression(text, 1, say`nothing there`) };
}

/** 1-based character at which a part first stands (as a word, if it is one), or 1. */
function positionOf(text: string, part: string): number {
  if (part === '') return 1;
  const index = /^\w+$/.test(part) ? text.search(new RegExp(`\\b${part}\\b`)) : text.indexOf(part);
  return index < 0 ? 1 : index + 1;
}

function measure(expression: Expression): { nodes: number; depth: number } {
  let parts: readonly Expression[] = [];
  if (expression.kind === 'negate') parts = [expression.of];
  if (expression.kind === 'binary') parts = [expression.left, expression.right];
  if (expression.kind === 'call') parts = expression.arguments;
  let nodes = 1;
  let depth = 0;
  for (const part of parts) {
    const below = measure(part);
    nodes += below.nodes;
    depth = Math.max(depth, below.depth);
  }
  return { nodes, depth: depth + 1 };
}
