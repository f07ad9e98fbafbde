import type { Node } from '../nodes.js';
import type { Routine } from '../routine.js';
import { Code, I32, type Local, V128, type VectorInstruction } from './code.js';
import { Constants } from './constants.js';
import { Exponentials } from './exponential.js';
import { logarithmOf } from './logarithm.js';

/** Bytes of a vector of two draws. */
const VECTOR_BYTES = 16;

export interface FunctionOptions {
  /** Draws that a call does. */
  readonly chunk: number;
  /** Vectors whose work is interleaved in the loop, so that one waits while another is worked on. */
  readonly interleaved: number;
}

const PLAIN: Readonly<Partial<Record<Node['operation'], VectorInstruction>>> = {
  negate: 'negate',
  absolute: 'absolute',
  root: 'root',
  add: 'add',
  subtract: 'subtract',
  multiply: 'multiply',
  divide: 'divide',
  above: 'above',
  equal: 'equal',
};

/**
 * A routine as a function of (record, offset): the record holds the addresses of its loads' rows and numbers, then of its
 * stores' rows, a word each; the offset is added to the rows' addresses. Does one chunk of draws.
 *
 * @returns the function's body
 */
export function emitFunction(routine: Routine, { chunk, interleaved }: FunctionOptions): number[] {
  const code = new Code(2);
  const [record, offset] = [code.parameter(0), code.parameter(1)];
  const uniform = uniformNodes(routine);
  const constants = new Constants(code);

  const numbers = new Map<number, Local>();
  const rows = new Map<number, Local>();
  routine.loads.forEach(({ node, kind }, k) => {
    code.get(record).loadWord(4 * k);
    if (kind === 'numbers' || kind === 'decisions') {
      const local = code.local(V128);
      code.loadSplat(0).set(local);
      numbers.set(node, local);
    } else {
      const local = code.local(I32);
      code.get(offset).addWhole().set(local);
      rows.set(node, local);
    }
  });
  const targets = routine.stores.map((_, k) => {
    const local = code.local(I32);
    code
      .get(record)
      .loadWord(4 * (routine.loads.length + k))
      .get(offset)
      .addWhole()
      .set(local);
    return local;
  });

  // What is the same in all draws is computed once, before the loop.
  const shared = new Map<number, Local>();
  const before = code.aside(() => {
    const values = new Values(code, constants, routine, (node) => numbers.get(node));
    routine.nodes.forEach(({ operation }, node) => {
      if (uniform[node] && operation !== 'number' && operation !== 'slot') values.compute(node);
    });
    routine.nodes.forEach((_, node) => {
      const local = values.known(node);
      if (uniform[node] && local !== undefined) shared.set(node, local);
    });
  });
  const index = code.local(I32);
  const body = code.aside(() => {
    code.loop();
    const streams = Array.from({ length: interleaved }, (_, stream) => {
      return new Values(code, constants, routine, (node) => {
        const ready = shared.get(node) ?? numbers.get(node);
        if (ready !== undefined) return ready;
        const row = rows.get(node);
        if (row === undefined) return undefined;
        const local = code.local(V128);
        code
          .get(row)
          .get(index)
          .addWhole()
          .load(VECTOR_BYTES * stream)
          .set(local);
        return local;
      });
    });
    routine.nodes.forEach(({ operation }, node) => {
      if (uniform[node] || operation === 'slot') return;
      for (const values of streams) values.compute(node);
    });
    routine.stores.forEach(({ kind, node }, k) => {
      streams.forEach((values, stream) => {
        const at = VECTOR_BYTES * stream;
        const target = targets[k]!;
        code.get(target).get(index).addWhole();
        if (kind === 'adds' || kind === 'raises') {
          code.get(target).get(index).addWhole().load(at);
          values.put(node);
          code.vector(kind === 'adds' ? 'add' : 'larger');
        } else values.put(node);
        code.store(at);
      });
    });
    const step = VECTOR_BYTES * interleaved;
    code.get(index).whole(step).addWhole().tee(index);
    code.whole(8 * chunk).isBelow();
    code.branchIf(0).end();
  });
  constants.write();
  return code.append(before).append(body).finish();
}

/** Nodes that have the same value in all draws. */
function uniformNodes({ nodes, loads }: Routine): boolean[] {
  const kinds = new Map(loads.map(({ node, kind }) => [node, kind]));
  const uniform: boolean[] = [];
  nodes.forEach(({ operation, operands }, node) => {
    const kind = kinds.get(node);
    uniform.push(
      operation === 'slot' ? kind === 'numbers' || kind === 'decisions' : operands.every((operand) => uniform[operand]),
    );
  });
  return uniform;
}

/** The values of a routine's nodes for one vector of draws, in locals. */
class Values {
  private readonly locals = new Map<number, Local>();
  private readonly exponentials: Exponentials;

  /** @param slot the local of a slot (loaded where that is needed), or of what was computed before */
  constructor(
    private readonly code: Code,
    private readonly constants: Constants,
    private readonly routine: Routine,
    private readonly slot: (node: number) => Local | undefined,
  ) {
    const { nodes } = routine;
    const fresh = new Set(
      nodes.flatMap(({ operation, operands }) => (operation === 'freshness' ? [operands[0]!] : [])),
    );
    this.exponentials = new Exponentials(code, constants, (node) => this.local(node), fresh);
  }

  known(node: number): Local | undefined {
    return this.locals.get(node);
  }

  /** Puts a node's value on the stack. */
  put(node: number): void {
    const { operation, value } = this.routine.nodes[node]!;
    if (operation === 'number') this.constants.get(this.code, value);
    else this.code.get(this.local(node));
  }

  compute(node: number): void {
    const { operation, operands } = this.routine.nodes[node]!;
    if (operation === 'number' || this.locals.has(node)) return;
    const { code } = this;
    const plain = PLAIN[operation];
    if (plain !== undefined) {
      for (const operand of operands) this.put(operand);
      code.vector(plain);
    } else this.special(operation, operands);
    const local = code.local(V128);
    code.set(local);
    this.locals.set(node, local);
  }

  private special(operation: Node['operation'], operands: readonly number[]): void {
    const { code, constants } = this;
    const [a, b, c] = operands as [number, number, number];
    switch (operation) {
      case 'quotient': {
        this.put(a);
        this.put(b);
        code.vector('divide');
        this.put(b);
        constants.get(code, 0);
        code.vector('above').vector('and');
        return;
      }
      case 'minimum':
        this.put(a);
        this.put(b);
        code.vector('smaller');
        return;
      case 'maximum':
        this.put(a);
        this.put(b);
        code.vector('larger');
        return;
      case 'select':
        this.put(b);
        this.put(c);
        this.put(a);
        code.vector('choose');
        return;
      case 'logarithm':
        logarithmOf(code, constants, this.local(a));
        return;
      case 'power': {
        const exponent = code.local(V128);
        logarithmOf(code, constants, this.local(a));
        this.put(b);
        code.vector('multiply').set(exponent);
        this.exponentials.plain(exponent);
        return;
      }
      case 'exponential': {
        const { operation: inner, operands: of } = this.routine.nodes[a]!;
        if (inner === 'negate') this.exponentials.remaining(of[0]!);
        else this.exponentials.plain(this.local(a));
        return;
      }
      case 'saturate':
        this.exponentials.saturate(a);
        return;
      case 'freshness':
        this.exponentials.freshness(a);
        return;
      case 'fade':
        this.exponentials.fade(a);
        return;
      default:
        throw new Error(`routine "${this.routine.name}": nothing is emitted for "${operation}"`);
    }
  }

  private local(node: number): Local {
    const known = this.locals.get(node);
    if (known !== undefined) return known;
    if (this.routine.nodes[node]!.operation === 'number') {
      const local = this.code.local(V128);
      this.put(node);
      this.code.set(local);
      this.locals.set(node, local);
      return local;
    }
    const local = this.slot(node);
    if (local === undefined)
      throw new Error(`routine "${this.routine.name}": node ${node} is used before it is computed`);
    this.locals.set(node, local);
    return local;
  }
}
