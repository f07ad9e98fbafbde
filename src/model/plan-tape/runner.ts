import { type Pass, runCalls } from '../../kernel/index.js';
import { CHUNK, createSimdPasses, type SimdPass } from '../../kernel/simd.js';
import { LANES, layoutOf, STRIDE } from '../layout.js';
import type { PlanSpend } from '../plan.js';
import type { Program } from '../program.js';
import { respond } from '../response/outcome.js';
import { respondBack } from '../response/passes.js';
import { type PlanTape, type PlanWishes, recordPlan } from './record.js';

/** A program's equations with the memory of one block: evaluated for plan after plan. */
export interface PlanRunner {
  readonly tape: PlanTape;
  /** The block's memory: sampled rows first. */
  readonly data: Float64Array;
  forward(plan: PlanSpend, lanes: number): void;
  /** What follows from counts, once they are drawn. */
  count(lanes: number): void;
  /** Clears the derivatives; `backward` goes back from those that are set then. */
  clear(lanes: number): void;
  backward(lanes: number): void;
}

export interface RunnerOptions extends PlanWishes {
  /** Evaluate node by node, as the readable reference does; default false: by SIMD code. */
  readonly reference?: boolean;
}

/** Runs one pass. */
interface Executable {
  clear(lanes: number): void;
  run(lanes: number): void;
}

export function createRunner(program: Program, options: RunnerOptions): PlanRunner {
  const base = layoutOf(program, { trace: false });
  const tape = recordPlan(program, base, options);
  const hasResponses = program.lines.some(({ response }) => response !== undefined);
  // Responses are computed period by period between the calls: a period's gate may have stopped what the next would spend.
  const forward = hasResponses ? segmentsOf(tape) : [tape.forward];
  const passes = [
    ...forward,
    ...(tape.backward === null ? [] : [tape.backward]),
    ...(tape.counted === null ? [] : [tape.counted]),
  ];
  const { size } = tape;
  const { data, numbers, executables } = options.reference
    ? plainMemory(size, tape.numbers.size, passes)
    : simdMemory(size, tape.numbers.size, passes);
  const segments = executables.slice(0, forward.length);
  const back = tape.backward === null ? null : executables[forward.length]!;
  const counted = tape.counted === null ? null : executables.at(-1)!;
  const activeOf = tape.activeOf;

  return {
    tape,
    data,
    forward(plan, lanes) {
      tape.numbers.fill(plan, numbers);
      for (const segment of segments) segment.clear(lanes);
      if (!hasResponses) segments[0]!.run(lanes);
      else {
        // The first segment is what comes before period 0; each other one is a period, the last all that follows.
        segments[0]!.run(lanes);
        for (let t = 0; t <= program.periods; t++) {
          respond(program, tape.layout, data, plan, { t, activeOf }, lanes);
          segments[t + 1]!.run(lanes);
        }
      }
    },
    count(lanes) {
      counted!.clear(lanes);
      counted!.run(lanes);
    },
    clear(lanes) {
      back!.clear(lanes);
      // What no call of the tape adds to (spend that a function doesn't look at) is still added to by responses.
      if (hasResponses) for (const row of tape.gradient) if (row >= 0) data.fill(0, row, row + lanes);
    },
    backward(lanes) {
      back!.run(lanes);
      if (hasResponses) respondBack(program, tape, data, lanes);
    },
  };
}

function segmentsOf({ forward, periodStarts }: PlanTape): Pass[] {
  const bounds = [0, ...periodStarts, forward.calls.length];
  return bounds.slice(1).map((end, k) => ({
    cleared: k === 0 ? forward.cleared : [],
    calls: forward.calls.slice(bounds[k]!, end),
  }));
}

interface RunnerMemory {
  readonly data: Float64Array;
  readonly numbers: Float64Array;
  readonly executables: readonly Executable[];
}

function plainMemory(size: number, count: number, passes: readonly Pass[]): RunnerMemory {
  const rows = new Float64Array(size);
  const numbers = new Float64Array(count);
  const executables = passes.map((pass) => ({
    clear: (lanes: number) => {
      for (const row of pass.cleared) rows.fill(0, row, row + lanes);
    },
    run: (lanes: number) => runCalls(pass, { rows, numbers }, LANES, lanes),
  }));
  return { data: rows, numbers, executables };
}

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
const PAGE = 65_536;
/** Where allocations begin: a cache line. */
const LINE = 64;

function simdMemory(size: number, count: number, passes: readonly Pass[]): RunnerMemory {
  const memory = new WebAssembly.Memory({ initial: 1 });
  let next = LINE;
  const allocate = (bytes: number): number => {
    const address = Math.ceil(next / LINE) * LINE;
    next = address + bytes;
    const missing = Math.ceil((next - memory.buffer.byteLength) / PAGE);
    if (missing > 0) memory.grow(missing);
    return address;
  };
  // A chunk may reach beyond the last row's draws.
  const rows = allocate((size + STRIDE) * DOUBLE);
  const numbers = allocate(Math.max(1, count) * DOUBLE);
  const laid = createSimdPasses({ memory, allocate, rows, numbers }, passes);
  const each = (lanes: number, act: (first: number) => void): void => {
    for (let first = 0; first < lanes; first += CHUNK) act(first);
  };
  return {
    data: new Float64Array(memory.buffer, rows, size),
    numbers: new Float64Array(memory.buffer, numbers, count),
    executables: laid.map((pass: SimdPass) => ({
      clear: (lanes: number) => each(lanes, pass.clear),
      run: (lanes: number) => each(lanes, pass.run),
    })),
  };
}
