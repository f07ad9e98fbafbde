import type { BinaryOperation, Condition, Expression, UnaryOperation } from './expression.js';

type Operation =
  | 'number'
  | 'slot'
  | UnaryOperation
  | BinaryOperation
  | 'above'
  | 'equal'
  /** Operands: a condition, then the value where it holds and the one where it doesn't. */
  | 'select'
  /** Operands: the value, then pairs of what it is differentiated by and its derivative. */
  | 'withDerivatives';

/** One operation on the values of nodes before it. */
export interface Node {
  readonly operation: Operation;
  readonly operands: readonly number[];
  /** Of a number. */
  readonly value: number;
  /** Of a slot. */
  readonly name: string;
  /** What it stands for; conditions stand for none. */
  readonly expression: Expression | null;
}

const COMMUTES: readonly Operation[] = ['add', 'multiply', 'equal'];

/** Expressions flattened to nodes, each part that stands in them more than once being one node; operands come first. */
export class NodeList {
  readonly nodes: Node[] = [];
  private readonly known = new Map<string, number>();
  private readonly visited = new Map<Expression, number>();

  /** @param keepDerivatives whether supplied derivatives are wanted too, or values only */
  constructor(private readonly keepDerivatives: boolean) {}

  /** The node of an expression. */
  place(expression: Expression): number {
    const before = this.visited.get(expression);
    if (before !== undefined) return before;
    const node = this.visit(expression);
    this.visited.set(expression, node);
    return node;
  }

  private visit(expression: Expression): number {
    switch (expression.kind) {
      case 'number':
        return this.add('number', [], expression, { value: expression.value });
      case 'slot':
        return this.add('slot', [], expression, { name: expression.name });
      case 'unary':
        return this.add(expression.operation, [this.place(expression.of)], expression);
      case 'binary':
        return this.add(expression.operation, [this.place(expression.left), this.place(expression.right)], expression);
      case 'select': {
        const operands = [
          this.condition(expression.when),
          this.place(expression.chosen),
          this.place(expression.otherwise),
        ];
        return this.add('select', operands, expression);
      }
      case 'withDerivatives': {
        const value = this.place(expression.value);
        if (!this.keepDerivatives) return value;
        const pairs = expression.derivatives.flatMap(([by, derivative]) => [this.place(by), this.place(derivative)]);
        return this.add('withDerivatives', [value, ...pairs], expression);
      }
    }
  }

  private condition({ relation, left, right }: Condition): number {
    return this.add(relation, [this.place(left), this.place(right)], null);
  }

  private add(
    operation: Operation,
    operands: readonly number[],
    expression: Expression | null,
    { value = 0, name = '' }: { readonly value?: number; readonly name?: string } = {},
  ): number {
    const ordered = COMMUTES.includes(operation) ? [...operands].sort((a, b) => a - b) : operands;
    // −0 and 0 are two numbers.
    const key = `${operation} ${ordered.join(' ')} ${Object.is(value, -0) ? '-0' : value} ${name}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.nodes.push({ operation, operands, value, name, expression });
    this.known.set(key, this.nodes.length - 1);
    return this.nodes.length - 1;
  }
}
