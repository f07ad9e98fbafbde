import { required } from '../../required.js';
import type { Node } from '../nodes.js';
import type { Routine } from '../routine.js';
import { Code, I32, type Local, V128, type VectorInstruction } from './code.js';
import { Constants } from './constants.js';
import { exactExponentialOf, exponentialOf, type Relative, relativesOf } from './exponential.js';
import { logarithmOf } from './logarithm.js';

/** Bytes of WebAssembly's vector of two draws. */
const VECTOR_BYTES = 16;

export interface FunctionOptions {
  /** Draws that a call does. */
  readonly chunk: number;
  /** Bytes of a vector where the code is translated for a machine that has longer ones; it isn't valid WebAssembly then. */
  readonly vectorBytes?: number;
}

/**
 * Vectors whose work is interleaved in the loop, so that one waits while another is worked on: as many as there are
 * registers for.
 */
const interleavedOf = ({ nodes }: Routine): number => (nodes.length > LONG ? 2 : 4);
const LONG = 60;

const PLAIN: Readonly<Partial<Record<Node['operation'], VectorInstruction>>> = {
  negate: 'negate',
  absolute: 'absolute',
  root: 'root',
  add: 'add',
  subtract: 'subtract',
  multiply: 'multiply',
  minimum: 'minimum',
  maximum: 'maximum',
  above: 'above',
  equal: 'equal',
};

/** What is known of a routine before its code is written. */
interface Facts {
  readonly relatives: ReadonlyMap<number, ReadonlySet<Relative>>;
  readonly common: Readonly<Record<'divide' | 'quotient', ReadonlySet<number>>>;
  /** Nodes that stand for nothing by themselves: the −u of e^−u. */
  readonly skipped: ReadonlySet<number>;
}

function factsOf(routine: Routine): Facts {
  const used = new Set(routine.stores.map(({ node }) => node));
  const inExponentials = new Set<number>();
  for (const { operation, operands } of routine.nodes) {
    for (const operand of operands) {
      if (operation === 'exponential' && routine.nodes[operand].operation === 'negate') inExponentials.add(operand);
      else used.add(operand);
    }
  }
  const skipped = new Set([...inExponentials].filter((node) => !used.has(node)));
  return { relatives: relativesWanted(routine), common: commonDivisors(routine), skipped };
}

/**
 * A routine as a function of (record, offset): the record holds the addresses of its loads' rows and numbers, then of its
 * stores' rows, a word each; the offset is added to the rows' addresses. Does one chunk of draws.
 *
 * @returns the function's body
 */
export function emitFunction(routine: Routine, { chunk, vectorBytes = VECTOR_BYTES }: FunctionOptions): Uint8Array {
  const interleaved = vectorBytes === VECTOR_BYTES ? interleavedOf(routine) : 1;
  const code = new Code(2);
  const [record, offset] = [code.parameter(0), code.parameter(1)];
  const uniform = uniformNodes(routine);
  const constants = new Constants(code);
  const facts = factsOf(routine);

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
    const values = new Values(code, constants, routine, facts, (node) => numbers.get(node));
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
      return new Values(code, constants, routine, facts, (node) => {
        const ready = shared.get(node) ?? numbers.get(node);
        if (ready !== undefined) return ready;
        const row = rows.get(node);
        if (row === undefined) return undefined;
        const local = code.local(V128);
        code
          .get(row)
          .get(index)
          .addWhole()
          .load(vectorBytes * stream)
          .set(local);
        return local;
      });
    });
    routine.nodes.forEach(({ operation }, node) => {
      if (uniform[node] || operation === 'slot') return;
      for (const values of streams) values.compute(node);
    });
    // All is loaded before anything is stored: a row may be both.
    for (const { node } of routine.stores) for (const values of streams) values.ready(node);
    routine.stores.forEach(({ kind, node }, k) => {
      streams.forEach((values, stream) => {
        const at = vectorBytes * stream;
        const target = targets[k];
        code.get(target).get(index).addWhole();
        if (kind === 'adds' || kind === 'raises') {
          code.get(target).get(index).addWhole().load(at);
          values.put(node);
          code.vector(kind === 'adds' ? 'add' : 'larger');
        } else values.put(node);
        code.store(at);
      });
    });
    const step = vectorBytes * interleaved;
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

/** What is wanted of each u by the exponential's relatives. */
function relativesWanted({ nodes }: Routine): ReadonlyMap<number, ReadonlySet<Relative>> {
  const wanted = new Map<number, Set<Relative>>();
  const want = (u: number, relative: Relative): void => {
    const set = wanted.get(u) ?? new Set<Relative>();
    set.add(relative);
    wanted.set(u, set);
  };
  for (const { operation, operands } of nodes) {
    if (operation === 'saturate' || operation === 'freshness' || operation === 'fade') want(operands[0], operation);
    if (operation === 'exponential' && nodes[operands[0]].operation === 'negate') {
      want(nodes[operands[0]].operands[0], 'remaining');
    }
  }
  return wanted;
}

/** Divisors that several are divided by, those of divisions and those of quotients apart. */
function commonDivisors({ nodes }: Routine): Readonly<Record<'divide' | 'quotient', ReadonlySet<number>>> {
  const common = (wanted: Node['operation']): ReadonlySet<number> => {
    const all = nodes.flatMap(({ operation, operands }) => (operation === wanted ? [operands[1]] : []));
    return new Set(all.filter((divisor, k) => all.indexOf(divisor) !== k));
  };
  return { divide: common('divide'), quotient: common('quotient') };
}

/** The values of a routine's nodes for one vector of draws, in locals. */
class Values {
  private readonly locals = new Map<number, Local>();
  private readonly relatives = new Map<number, ReadonlyMap<Relative, Local>>();
  private readonly reciprocals = new Map<string, Local>();

  /** @param slot the local of a slot (loaded where that is needed), or of what was computed before */
  constructor(
    private readonly code: Code,
    private readonly constants: Constants,
    private readonly routine: Routine,
    private readonly facts: Facts,
    private readonly slot: (node: number) => Local | undefined,
  ) {}

  known(node: number): Local | undefined {
    return this.locals.get(node);
  }

  /** Sees to it that a node's value is in a local, if it isn't a constant. */
  ready(node: number): void {
    if (this.routine.nodes[node].operation !== 'number') this.local(node);
  }

  /** Puts a node's value on the stack. */
  put(node: number): void {
    const { operation, value } = this.routine.nodes[node];
    if (operation === 'number') this.constants.get(this.code, value);
    else this.code.get(this.local(node));
  }

  compute(node: number): void {
    const { operation, operands } = this.routine.nodes[node];
    if (operation === 'number' || this.locals.has(node) || this.facts.skipped.has(node)) return;
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
      case 'divide':
      case 'quotient':
        this.divide(operation, a, b);
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
        exactExponentialOf(code, constants, exponent);
        return;
      }
      case 'exponential': {
        const { operation: inner, operands: of } = this.routine.nodes[a];
        if (inner === 'negate') this.relative(of[0], 'remaining');
        else exponentialOf(code, constants, this.local(a));
        return;
      }
      case 'saturate':
      case 'freshness':
      case 'fade':
        this.relative(a, operation);
        return;
      default:
        throw new Error(`routine "${this.routine.name}": nothing is emitted for "${operation}"`);
    }
  }

  /** Puts a / b on the stack: what several are divided by is turned over once. */
  private divide(operation: 'divide' | 'quotient', a: number, b: number): void {
    const { code, constants } = this;
    const over = (): void => {
      this.put(b);
      code.vector('divide');
      if (operation === 'divide') return;
      // 0 where b isn't above 0.
      this.put(b);
      constants.get(code, 0);
      code.vector('above').vector('and');
    };
    if (!this.facts.common[operation].has(b)) {
      this.put(a);
      over();
      return;
    }
    const key = `${operation} ${b}`;
    let reciprocal = this.reciprocals.get(key);
    if (reciprocal === undefined) {
      reciprocal = code.local(V128);
      constants.get(code, 1);
      over();
      code.set(reciprocal);
      this.reciprocals.set(key, reciprocal);
    }
    this.put(a);
    code.get(reciprocal).vector('multiply');
  }

  private relative(u: number, relative: Relative): void {
    const known =
      this.relatives.get(u) ??
      relativesOf(this.code, this.constants, this.local(u), required(this.facts.relatives.get(u)));
    this.relatives.set(u, known);
    this.code.get(required(known.get(relative)));
  }

  private local(node: number): Local {
    const known = this.locals.get(node);
    if (known !== undefined) return known;
    if (this.routine.nodes[node].operation === 'number') {
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
