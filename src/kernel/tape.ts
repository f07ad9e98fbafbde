import { adjointOf, barOf, factorOf } from './adjoint.js';
import { evaluateRoutine, type Memory, type Places, Scratch } from './evaluate.js';
import { lower, type Routine } from './routine.js';
import type { Step } from './step.js';

/** A row of a block's memory: where its values start, and where the derivatives by it do; −1 where none are kept. */
export interface Row {
  readonly value: number;
  readonly bar: number;
}

/**
 * A state's rows for one call. For a gradient every call's `before` has to stand until the way back, so `after` is another
 * row then; without one they may be the same. The derivative has one row all the way, however many rows the values have.
 */
export interface StateRows {
  readonly before: number;
  readonly after: number;
  readonly bar: number;
}

/** A number that the plan decides. */
export interface Decision {
  /** Where it stands among the numbers. */
  readonly number: number;
  /** Where its derivative by one of the plan's variables stands among the numbers: a period's share of a budget, say. */
  readonly factor: number;
  /** The variable's row of the gradient; −1 where none is kept. */
  readonly bar: number;
}

/** Where a call's slots stand, by their names. */
export interface Bindings {
  /** Inputs, reads, and all outputs but states. */
  readonly rows?: { readonly [name: string]: Row };
  readonly states?: { readonly [name: string]: StateRows };
  readonly decisions?: { readonly [name: string]: Decision };
  /** Indices. */
  readonly numbers?: { readonly [name: string]: number };
}

/** One call of a routine. */
export interface Call {
  readonly routine: Routine;
  readonly places: Places;
}

/** What a tape does: rows filled with 0, then calls one after the other. */
export interface Pass {
  readonly cleared: readonly number[];
  readonly calls: readonly Call[];
}

interface RecordedCall {
  readonly step: Step;
  readonly bindings: Bindings;
  readonly wanted: ReadonlySet<string> | undefined;
}

/**
 * The calls of all steps in their order: the model of one plan, line by line and period by period. What a row is added to
 * (or raised by) before anything is written to it, it is added to from 0.
 */
export interface Tape {
  /**
   * Records a call.
   *
   * @param wanted names of the outputs that are asked for; left out: all
   * @throws where a slot that the step needs isn't bound
   */
  call(step: Step, bindings: Bindings, wanted?: ReadonlySet<string>): void;
  forward(): Pass;
  /**
   * The way back: clears all derivatives (`cleared`), whereupon a caller sets those of his function by the rows it reads, and
   * turns each call round, from the last to the first.
   *
   * @throws where a row is written over whose value the way back needs
   */
  backward(options?: { readonly inputs?: boolean }): Pass;
}

export function createTape(): Tape {
  const recorded: RecordedCall[] = [];
  const routines = new Map<string, Map<Step, Routine>>();
  const once = (key: string, step: Step, make: () => Routine): Routine => {
    const known = routines.get(key) ?? new Map<Step, Routine>();
    routines.set(key, known);
    const routine = known.get(step) ?? make();
    known.set(step, routine);
    return routine;
  };

  // How a routine's slots are found is the same in all its calls.
  const finders = new Map<Routine, { readonly loads: readonly Finder[]; readonly stores: readonly Finder[] }>();
  const placesOf = (
    routine: Routine,
    bindings: Bindings,
    load: (name: string) => Finder,
    store: (name: string) => Finder,
  ): Places => {
    const find = finders.get(routine) ?? {
      loads: routine.loads.map(({ name }) => load(name)),
      stores: routine.stores.map(({ name }) => store(name)),
    };
    finders.set(routine, find);
    return { loads: find.loads.map((of) => of(bindings)), stores: find.stores.map((of) => of(bindings)) };
  };

  return {
    call(step, bindings, wanted) {
      recorded.push({ step, bindings, wanted });
    },
    forward() {
      const written = new Set<number>();
      const cleared = new Set<number>();
      const calls = recorded.map(({ step, bindings, wanted }) => {
        const key = wanted === undefined ? 'all' : `only ${[...wanted].sort().join(' ')}`;
        const routine = once(key, step, () => lower(step, wanted));
        const places = placesOf(
          routine,
          bindings,
          (name) => loadFinder(step, name),
          (name) => storeFinder(step, name),
        );
        routine.stores.forEach(({ kind }, k) => {
          const at = places.stores[k]!;
          if ((kind === 'adds' || kind === 'raises') && !written.has(at)) cleared.add(at);
          written.add(at);
        });
        return { routine, places };
      });
      return { cleared: [...cleared], calls };
    },
    backward({ inputs = false } = {}) {
      const cleared = new Set<number>();
      const lastWrites = lastWritesOf(recorded);
      const turned = new Map<Step, Step>();
      const calls: Call[] = [];
      for (let index = recorded.length - 1; index >= 0; index--) {
        const { step, bindings, wanted } = recorded[index]!;
        const only = wanted === undefined ? step : withOnly(step, wanted);
        const key = wanted === undefined ? 'back' : `back only ${[...wanted].sort().join(' ')}`;
        const routine = once(inputs ? `${key} to inputs` : key, step, () => {
          const adjoint = turned.get(only) ?? adjointOf(only, { inputs });
          turned.set(only, adjoint);
          return lower(adjoint);
        });
        const find = (name: string): Finder => adjointFinder(only, name);
        const places = placesOf(routine, bindings, find, find);
        routine.loads.forEach(({ name }, k) => {
          if (isBar(name)) cleared.add(places.loads[k]!);
        });
        routine.stores.forEach(({ name }, k) => {
          if (isBar(name)) cleared.add(places.stores[k]!);
        });
        routine.loads.forEach(({ name, kind }, k) => {
          const isValue = kind === 'inputs' && step.slots[name] !== undefined;
          if (isValue && (lastWrites.get(places.loads[k]!) ?? -1) >= index) {
            throw new Error(`step "${step.name}": "${name}" is written over before the way back`);
          }
        });
        calls.push({ routine, places });
      }
      return { cleared: [...cleared], calls };
    },
  };
}

/** The last call that changes a row, by the row. */
function lastWritesOf(recorded: readonly RecordedCall[]): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  recorded.forEach(({ step, bindings, wanted }, index) => {
    for (const values of Object.values(step.outputs)) {
      for (const name of Object.keys(values ?? {})) {
        if (wanted === undefined || wanted.has(name)) last.set(storeFinder(step, name)(bindings), index);
      }
    }
  });
  return last;
}

/** A step without the outputs that nobody asks for. */
function withOnly(step: Step, wanted: ReadonlySet<string>): Step {
  const outputs = Object.fromEntries(
    Object.entries(step.outputs).map(([kind, values]) => [
      kind,
      Object.fromEntries(Object.entries(values ?? {}).filter(([name]) => wanted.has(name))),
    ]),
  );
  return { ...step, outputs };
}

function missing(step: Step, name: string): never {
  throw new Error(`step "${step.name}": "${name}" isn't bound`);
}

/** Finds a slot's place in a call's bindings. */
type Finder = (bindings: Bindings) => number;

function loadFinder(step: Step, name: string): Finder {
  switch (step.slots[name]) {
    case 'states':
      return ({ states }) => states?.[name]?.before ?? missing(step, name);
    case 'decisions':
      return ({ decisions }) => decisions?.[name]?.number ?? missing(step, name);
    case 'numbers':
      return ({ numbers }) => numbers?.[name] ?? missing(step, name);
    default:
      return ({ rows }) => rows?.[name]?.value ?? missing(step, name);
  }
}

function storeFinder(step: Step, name: string): Finder {
  if (step.slots[name] === 'states') return ({ states }) => states?.[name]?.after ?? missing(step, name);
  return ({ rows }) => rows?.[name]?.value ?? missing(step, name);
}

/** Of a slot of the step turned round. */
function adjointFinder(step: Step, name: string): Finder {
  const own = Object.keys(step.slots).find((slot) => name === factorOf(slot));
  if (own !== undefined) return ({ decisions }) => decisions?.[own]?.factor ?? missing(step, own);
  if (!isBar(name)) return loadFinder(step, name);
  const of = name.slice(BAR.length);
  const kind = step.slots[of];
  return ({ rows, states, decisions }) => {
    const found = kind === 'states' ? states?.[of] : kind === 'decisions' ? decisions?.[of] : rows?.[of];
    return found === undefined || found.bar < 0 ? missing(step, name) : found.bar;
  };
}

const BAR = barOf('');
const isBar = (name: string): boolean => name.startsWith(BAR);

/** Does a pass over a block's first `lanes` draws by the readable reference. */
export function runPass(pass: Pass, memory: Memory, width: number, lanes: number): void {
  clearRows(pass, memory, lanes);
  runCalls(pass, memory, width, lanes);
}

/** Fills a pass's rows with 0. */
export function clearRows({ cleared }: Pass, { rows }: Memory, lanes: number): void {
  for (const row of cleared) rows.fill(0, row, row + lanes);
}

/** A pass's calls; its rows are cleared. */
export function runCalls({ calls }: Pass, memory: Memory, width: number, lanes: number): void {
  const scratch = new Scratch(width);
  for (const { routine, places } of calls) evaluateRoutine(routine, places, memory, scratch, lanes);
}
