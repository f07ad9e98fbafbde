import { required } from '../../required.js';
import { I32, V128 } from '../wasm/code.js';

/** Instructions on vectors, by their number behind the prefix: operands are popped last first. */
const VECTOR: Readonly<Record<number, readonly [operands: number, write: (...operands: string[]) => string]>> = {
  71: [2, (a, b) => `(V)(${a} == ${b})`],
  74: [2, (a, b) => `(V)(${a} > ${b})`],
  78: [2, (a, b) => `(V)((I)${a} & (I)${b})`],
  79: [2, (a, b) => `(V)((I)${a} & ~(I)${b})`],
  80: [2, (a, b) => `(V)((I)${a} | (I)${b})`],
  82: [3, (a, b, c) => `choose(${a}, ${b}, ${c})`],
  206: [2, (a, b) => `(V)((U)${a} + (U)${b})`],
  236: [1, (a) => `(V)((I)${a} & ~SIGN)`],
  237: [1, (a) => `(V)((I)${a} ^ SIGN)`],
  239: [1, (a) => `square_root(${a})`],
  240: [2, (a, b) => `${a} + ${b}`],
  241: [2, (a, b) => `${a} - ${b}`],
  242: [2, (a, b) => `${a} * ${b}`],
  243: [2, (a, b) => `${a} / ${b}`],
  244: [2, (a, b) => `minimum(${a}, ${b})`],
  245: [2, (a, b) => `maximum(${a}, ${b})`],
  246: [2, (a, b) => `choose(${b}, ${a}, (V)(${b} < ${a}))`],
  247: [2, (a, b) => `choose(${b}, ${a}, (V)(${a} < ${b}))`],
};

/**
 * A function's body, as it was emitted for WebAssembly, as the body of a C function of (memory, record, offset): the same
 * operations in the same order, so the same bits, on vectors that may be longer.
 *
 * @throws for an instruction that no routine is made of
 */
export function translateBody(body: Uint8Array): string {
  const reader = new Reader(body);
  reader.unsigned();
  const lines: string[] = ['  uint32_t l0 = record, l1 = offset;'];
  let local = 2;
  for (let groups = reader.unsigned(); groups > 0; groups--) {
    const count = reader.unsigned();
    const type = reader.byte();
    for (let k = 0; k < count; k++) lines.push(type === V128 ? `  V l${local++};` : `  uint32_t l${local++} = 0;`);
    if (type !== V128 && type !== I32) throw new Error(`no routine has locals of type ${type}`);
  }
  const stack: string[] = [];
  const opened: ('loop' | 'if')[] = [];
  let temporaries = 0;
  let loops = 0;
  const pop = (): string => required(stack.pop());
  const push = (type: 'V' | 'uint32_t', value: string): void => {
    const name = `t${temporaries++}`;
    lines.push(`  ${type} ${name} = ${value};`);
    stack.push(name);
  };
  const typeOf = localTypes(body);
  for (;;) {
    const code = reader.byte();
    switch (code) {
      case 0x03:
        reader.byte();
        opened.push('loop');
        lines.push(`  loop${++loops}: ;`);
        break;
      case 0x04:
        reader.byte();
        opened.push('if');
        lines.push(`  if (${pop()}) {`);
        break;
      case 0x05:
        lines.push('  } else {');
        break;
      case 0x0b: {
        const closed = opened.pop();
        if (closed === undefined) return lines.join('\n');
        if (closed === 'if') lines.push('  }');
        break;
      }
      case 0x0d:
        if (reader.unsigned() !== 0) throw new Error('a routine leaves only the loop it is in');
        lines.push(`  if (${pop()}) goto loop${loops};`);
        break;
      case 0x20: {
        const at = reader.unsigned();
        push(typeOf(at), `l${at}`);
        break;
      }
      case 0x21:
        lines.push(`  l${reader.unsigned()} = ${pop()};`);
        break;
      case 0x22:
        lines.push(`  l${reader.unsigned()} = ${stack.at(-1)};`);
        break;
      case 0x28:
        reader.unsigned();
        push('uint32_t', `load_word(memory + ${pop()} + ${reader.unsigned()})`);
        break;
      case 0x41:
        push('uint32_t', `${reader.signed()}`);
        break;
      case 0x49: {
        const b = pop();
        push('uint32_t', `${pop()} < ${b}`);
        break;
      }
      case 0x6a: {
        const b = pop();
        push('uint32_t', `${pop()} + ${b}`);
        break;
      }
      case 0xfd:
        vectorInstruction(reader, { pop, push, lines });
        break;
      default:
        throw new Error(`no routine has instruction ${code}`);
    }
  }
}

interface Stack {
  readonly pop: () => string;
  readonly push: (type: 'V' | 'uint32_t', value: string) => void;
  readonly lines: string[];
}

function vectorInstruction(reader: Reader, { pop, push, lines }: Stack): void {
  const code = reader.unsigned();
  switch (code) {
    case 0x00:
    case 0x0a: {
      reader.unsigned();
      const offset = reader.unsigned();
      push('V', `${code === 0 ? 'load' : 'load_splat'}(memory + ${pop()} + ${offset})`);
      return;
    }
    case 0x0b: {
      reader.unsigned();
      const offset = reader.unsigned();
      const value = pop();
      lines.push(`  store(memory + ${pop()} + ${offset}, ${value});`);
      return;
    }
    case 0x0c: {
      const bytes = reader.bytes(16);
      const half = new DataView(bytes.buffer, bytes.byteOffset, 8);
      push('V', `splat_bits(0x${half.getBigUint64(0, true).toString(16)}ull)`);
      return;
    }
    case 0x53:
      push('uint32_t', `any_true(${pop()})`);
      return;
    case 0xcb:
    case 0xcd: {
      const by = pop();
      push('V', `(V)((U)${pop()} ${code === 0xcb ? '<<' : '>>'} ${by})`);
      return;
    }
    default: {
      const known = VECTOR[code];
      if (known === undefined) throw new Error(`no routine has vector instruction ${code}`);
      const [count, write] = known;
      const operands = Array.from({ length: count }, pop).reverse();
      push('V', write(...operands));
    }
  }
}

/** Types of a body's locals, its two parameters first. */
function localTypes(body: Uint8Array): (at: number) => 'V' | 'uint32_t' {
  const reader = new Reader(body);
  reader.unsigned();
  const types: ('V' | 'uint32_t')[] = ['uint32_t', 'uint32_t'];
  for (let groups = reader.unsigned(); groups > 0; groups--) {
    const count = reader.unsigned();
    const type = reader.byte() === V128 ? 'V' : 'uint32_t';
    for (let k = 0; k < count; k++) types.push(type);
  }
  return (at) => types[at];
}

class Reader {
  private at = 0;

  constructor(private readonly from: Uint8Array) {}

  byte(): number {
    return this.from[this.at++];
  }

  bytes(count: number): Uint8Array {
    this.at += count;
    return this.from.slice(this.at - count, this.at);
  }

  unsigned(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  signed(): number {
    let value = 0;
    for (let shift = 0; ; ) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte < 0x80) return (byte & 0x40) !== 0 && shift < 32 ? value | (-1 << shift) : value;
    }
  }
}
