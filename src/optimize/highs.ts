import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Highs } from 'highs';
import { withV8Flags } from '../engine/v8-flags.js';
import { required } from '../required.js';
import { type Program, type ProgramRow, type ProgramSolution, type ProgramSolver, violationOf } from './program.js';
import { solveByProximalPoints } from './proximal.js';

/** A search tree larger than this means a program that huni should not have posed; a clock would not be reproducible. */
const MAXIMUM_NODES = 5000;
/** The active-set method needs about as many steps as there are variables; on a degenerate program it may go on for ever. */
const MAXIMUM_STEPS = 2000;

/**
 * Bytes of a function that HiGHS runs before V8 optimises it. At V8's own figure, a fiftieth of this, the first second of
 * a search goes by half on optimising functions of a megabyte's library that are run for a few milliseconds in all.
 */
const TIERING_BUDGET = '--wasm-tiering-budget=100000000';
const USUAL_TIERING_BUDGET = '--wasm-tiering-budget=1800000';

/** Of HiGHS's thousands of functions a program is solved by few: V8 checks that a function is well formed when it is first called, in place of all of them at once. */
const MAKING = [TIERING_BUDGET, '--wasm-lazy-validation'];
const USUAL = [USUAL_TIERING_BUDGET, '--no-wasm-lazy-validation'];

/** An instance of HiGHS, and a way to have it as it was when it was made. */
interface Instance {
  readonly highs: Highs;
  restore(): void;
}

let loading: Promise<Instance> | undefined;

/**
 * Loads HiGHS (WebAssembly, some 70 ms) on first use, so that commands which never optimise don't pay for it.
 *
 * A program that HiGHS fails on (it may trap, on numbers many orders of magnitude apart) is answered by another method where
 * there is one, else with `failed`: it never throws. After a trap the instance is made what it was when it was new, before anything else is
 * solved: were it replaced by another one, which takes turns of the event loop, what is answered until then would hang on timing.
 */
export async function loadProgramSolver(): Promise<ProgramSolver> {
  loading ??= instantiate();
  const { highs, restore } = await loading;
  return (program) => {
    let answer: ProgramSolution;
    try {
      answer = solveProgram(highs, program);
    } catch (error) {
      restore();
      answer = { status: 'failed', detail: `HiGHS: ${error instanceof Error ? error.message : String(error)}` };
    }
    if (answer.status !== 'failed' || program.hessian !== undefined || program.kinds !== undefined) return answer;
    return solveByProximalPoints(program);
  };
}

async function instantiate(): Promise<Instance> {
  const loader = loaderOf(await import('highs'));
  const bytes = await readFile(createRequire(import.meta.url).resolve('highs/runtime'));
  const wasmModule = withV8Flags(MAKING, USUAL, () => new WebAssembly.Module(bytes));
  let exported: Exported | undefined;
  const highs = await loader({
    instantiateWasm: (imports, made) => {
      const instance = new WebAssembly.Instance(wasmModule, imports);
      exported = instance.exports;
      made(instance);
      return {};
    },
  });
  return { highs, restore: restorer(required(exported)) };
}

/**
 * Of the build of HiGHS that the package has: its memory, and where its stack is, which are all that changes in it. The names are those of
 * `wasmExports` in `highs/build/highs.mjs`.
 */
const STATE = { memory: 'u', stack: 'yc', setStack: 'wc' } as const;

/** Bytes by which WebAssembly's memories grow. */
const PAGE = 65_536;

/** Remembers an instance's memory and stack as they are now. @returns what puts them back */
function restorer(exported: Exported): () => void {
  const memory = exported[STATE.memory];
  const stackAt = exported[STATE.stack];
  const setStack = exported[STATE.setStack];
  if (!(memory instanceof WebAssembly.Memory) || typeof stackAt !== 'function' || typeof setStack !== 'function') {
    throw new Error('HiGHS: another build than the one whose memory and stack are known by name');
  }
  // Most of it is still empty. By pages: a loop over its 21 million bytes takes some hundredths of a second.
  const empty = Buffer.alloc(PAGE);
  let used = memory.buffer.byteLength;
  while (used > 0 && empty.equals(new Uint8Array(memory.buffer, used - PAGE, PAGE))) used -= PAGE;
  const saved = new Uint8Array(memory.buffer).slice(0, used);
  const stack: unknown = stackAt();
  return () => {
    const now = new Uint8Array(memory.buffer);
    now.set(saved);
    now.fill(0, saved.length);
    setStack(stack);
  };
}

type Exported = WebAssembly.Instance['exports'];
type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Loader = (options: {
  readonly instantiateWasm: (imports: Imports, made: (instance: WebAssembly.Instance) => void) => object;
}) => Promise<Highs>;

/** The package's types describe its CommonJS build, whose loader sits one `default` deeper than in the ES module. */
function loaderOf(module: unknown): Loader {
  let loader: unknown = module;
  while (typeof loader === 'object' && loader !== null && 'default' in loader) loader = loader.default;
  if (typeof loader !== 'function') throw new Error('the highs package has no loader');
  return loader as Loader;
}

/**
 * Solves with an instance of its own, so that an answer never depends on what was solved before. HiGHS does not throw on
 * what it can't take in, so the size of the model and the feasibility of the answer are checked here.
 */
function solveProgram(highs: Highs, program: Program): ProgramSolution {
  const count = program.cost.length;
  const model = highs.raw.createModel();
  try {
    model.setOptionValue('output_flag', false);
    model.setOptionValue('primal_feasibility_tolerance', 1e-10);
    model.setOptionValue('dual_feasibility_tolerance', 1e-10);
    model.setOptionValue('small_matrix_value', 1e-12);
    // The default regularises the Hessian, which costs eight digits of the answer.
    model.setOptionValue('qp_regularization_value', 0);
    model.setOptionValue('qp_iteration_limit', MAXIMUM_STEPS);
    if (program.kinds !== undefined) {
      model.setOptionValue('mip_rel_gap', 0);
      model.setOptionValue('mip_feasibility_tolerance', 1e-9);
      model.setOptionValue('mip_max_nodes', MAXIMUM_NODES);
    }
    model.passModel({
      numCols: count,
      numRows: program.rows.length,
      colCost: program.cost,
      colLower: program.lower,
      colUpper: program.upper,
      rowLower: program.rows.map((row) => row.lower),
      rowUpper: program.rows.map((row) => row.upper),
      matrix: sparseRows(program.rows, count),
      ...(program.hessian === undefined
        ? {}
        : { hessian: lowerTriangle(program.hessian, program.hessianSize ?? count, count) }),
      ...(program.kinds === undefined
        ? {}
        : { integrality: Int32Array.from(program.kinds, (kind) => VARIABLE_TYPES[kind]) }),
    });
    const taken = model.getDimensions();
    if (taken.numCols !== count || taken.numRows !== program.rows.length) {
      return { status: 'failed', detail: `HiGHS took ${taken.numCols} columns of ${count}` };
    }
    model.run();
    const { modelStatus } = highs.constants;
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return { status: 'infeasible', detail: 'infeasible' };
    if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) {
      return { status: 'unbounded', detail: 'unbounded or infeasible' };
    }
    if (status !== modelStatus.optimal) return { status: 'failed', detail: `HiGHS model status ${status}` };
    const answer = model.getSolution();
    if (answer.status === -1 || answer.value === undefined) return { status: 'failed', detail: 'no solution returned' };
    const x = answer.value.colValue;
    const failed = violationOf(program, x);
    if (failed !== null) return { status: 'failed', detail: failed };
    const rowDual =
      answer.value.rowDual.length === program.rows.length
        ? answer.value.rowDual
        : new Float64Array(program.rows.length);
    return { status: 'optimal', x, objective: model.getObjectiveValue(), rowDual };
  } finally {
    dispose(model);
  }
}

/** A model of an instance that has trapped may not be let go of: that must not hide what happened. Its memory is put back as a whole. */
function dispose(model: { dispose: () => void }): void {
  try {
    model.dispose();
  } catch {
    // See `restorer`.
  }
}

const VARIABLE_TYPES = { continuous: 0, integer: 1, semicontinuous: 2 } as const;

function sparseRows(rows: readonly ProgramRow[], count: number) {
  const starts = new Int32Array(rows.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  rows.forEach((row, r) => {
    for (let j = 0; j < count; j++) {
      const value = row.coefficients[j] ?? 0;
      if (value === 0) continue;
      indices.push(j);
      values.push(value);
    }
    starts[r + 1] = indices.length;
  });
  return { format: 'csr' as const, numRows: rows.length, numCols: count, starts, indices, values };
}

function lowerTriangle(hessian: Float64Array, size: number, count: number) {
  const starts = new Int32Array(count + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (let j = 0; j < count; j++) {
    for (let i = j; j < size && i < size; i++) {
      const value = hessian[i * size + j];
      if (value === 0 && i !== j) continue;
      indices.push(i);
      values.push(value);
    }
    starts[j + 1] = indices.length;
  }
  return { format: 'triangular' as const, dimension: count, starts, indices, values };
}
