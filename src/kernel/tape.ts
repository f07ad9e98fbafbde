import { barOf } from './adjoint.js';
import { type Bindings, isBar } from './bindings.js';
import { evaluateRoutine, type Memory, type Places, Scratch } from './evaluate.js';
import type { Routine } from './routine.js';
import type { Step } from './step.js';
import { outputsOf, type StepVariant, variantOf, wholeOf } from './variants.js';

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
  readonly variant: StepVariant;
  /** Not stored where no reverse pass is wanted: there may be a hundred thousand. */
  readonly bindings: Bindings | null;
  /** Of what is computed on the way forward; found once, when it is first asked for. */
  readonly places: Places;
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
  /** How many calls are recorded. */
  readonly length: number;
  /**
   * The same with only what some rows depend on: what nobody asked for isn't computed.
   *
   * @param rows starts of the rows that will be looked at
   */
  needing(rows: Iterable<number>): Tape;
  /** The same, calls being left out as a whole or not at all: those that stay are the same code, to the last bit. */
  neededWhole(rows: Iterable<number>): Tape;
  forward(): Pass;
  /**
   * The way back: clears all derivatives (`cleared`), whereupon a caller sets those of his function by the rows it reads, and
   * turns each call round, from the last to the first. Derivatives by what no decision moves aren't computed.
   *
   * @throws where a row is written over whose value the way back needs
   */
  backward(options?: WayBack): Pass;
}

interface WayBack {
  /** Whether derivatives by inputs are wanted too; default false. */
  readonly inputs?: boolean;
}

/** @param back whether the way back may be asked for */
export function createTape({ back = true }: { readonly back?: boolean } = {}): Tape {
  return tapeOf([], back);
}

function tapeOf(recorded: RecordedCall[], back: boolean): Tape {
  return {
    call(step, bindings, wanted) {
      const variant = wanted === undefined ? wholeOf(step) : variantOf(step, wanted);
      recorded.push(
        back ? callOf(variant, bindings) : { variant, bindings: null, places: variant.forward.placesOf(bindings) },
      );
    },
    get length() {
      return recorded.length;
    },
    needing: (rows) => tapeOf(onlyNeeded(recorded, new Set(rows), partOf), back),
    neededWhole: (rows) =>
      tapeOf(
        onlyNeeded(recorded, new Set(rows), (call) => call),
        back,
      ),
    forward() {
      const written = new Set<number>();
      const cleared = new Set<number>();
      const calls = recorded.map(({ variant: { forward }, places }) => {
        forward.routine.stores.forEach(({ kind }, k) => {
          const at = places.stores[k];
          if ((kind === 'adds' || kind === 'raises') && !written.has(at)) cleared.add(at);
          written.add(at);
        });
        return { routine: forward.routine, places };
      });
      return { cleared: [...cleared], calls };
    },
    backward: ({ inputs = false } = {}) => turnRound(recorded, inputs),
  };
}

/** Calls and outputs that some rows depend on. */
function onlyNeeded(
  recorded: readonly RecordedCall[],
  needed: Set<number>,
  partOf: (call: RecordedCall, wanted: readonly boolean[]) => RecordedCall,
): RecordedCall[] {
  const useful: RecordedCall[] = [];
  for (let at = recorded.length - 1; at >= 0; at--) {
    const { variant, places } = recorded[at];
    const { stores } = variant.forward.routine;
    const isNeeded = places.stores.map((row) => needed.has(row));
    if (!isNeeded.includes(true)) continue;
    // What is written whole isn't needed as it was before; what is added to is.
    stores.forEach(({ kind }, k) => {
      if (kind === 'writes' || kind === 'states') needed.delete(places.stores[k]);
    });
    const call = isNeeded.includes(false) ? partOf(recorded[at], isNeeded) : recorded[at];
    const { loads } = call.places;
    call.variant.forward.routine.loads.forEach(({ kind }, k) => {
      if (kind !== 'numbers' && kind !== 'decisions') needed.add(loads[k]);
    });
    useful.push(call);
  }
  return useful.reverse();
}

/** Some of a variant's outputs, and which of its slots they need. */
interface Part {
  readonly variant: StepVariant;
  readonly loads: readonly number[];
  readonly stores: readonly number[];
}

const partsOf = new WeakMap<StepVariant, Map<string, Part>>();

/** A call of which some stores are wanted. */
function partOf({ variant, bindings, places }: RecordedCall, wanted: readonly boolean[]): RecordedCall {
  const known = partsOf.get(variant) ?? new Map<string, Part>();
  partsOf.set(variant, known);
  const key = wanted.map(Number).join('');
  const part = known.get(key) ?? makePart(variant, wanted);
  known.set(key, part);
  return {
    variant: part.variant,
    bindings,
    places: {
      loads: part.loads.map((k) => places.loads[k]),
      stores: part.stores.map((k) => places.stores[k]),
    },
  };
}

function makePart({ step, forward }: StepVariant, wanted: readonly boolean[]): Part {
  const { loads, stores } = forward.routine;
  const variant = variantOf(step, new Set(stores.filter((_, k) => wanted[k]).map(({ name }) => name)));
  const { routine } = variant.forward;
  return {
    variant,
    loads: routine.loads.map(({ name }) => loads.findIndex((load) => load.name === name)),
    stores: routine.stores.map(({ name }) => stores.findIndex((store) => store.name === name)),
  };
}

function callOf(variant: StepVariant, bindings: Bindings): RecordedCall {
  let places: Places | null = null;
  return {
    variant,
    bindings,
    get places() {
      places ??= variant.forward.placesOf(bindings);
      return places;
    },
  };
}

/** Whether each call, and each row it reads then, depends on a decision. */
function movedBy(recorded: readonly RecordedCall[], inputs: boolean) {
  const rows = new Set<number>();
  return recorded.map(({ variant: { step, forward }, places: { loads, stores } }) => {
    const slots = new Set<string>();
    forward.routine.loads.forEach(({ name, kind }, k) => {
      const isMoved = kind === 'decisions' || (kind === 'inputs' ? inputs : kind !== 'numbers' && rows.has(loads[k]));
      if (isMoved) slots.add(name);
    });
    const isMoved = slots.size > 0;
    forward.routine.stores.forEach(({ kind }, k) => {
      if (isMoved) rows.add(stores[k]);
      else if (kind === 'writes' || kind === 'states') rows.delete(stores[k]);
    });
    // Derivatives by what it puts out are used up, by what moves it handed on.
    for (const name of outputsOf(step)) slots.add(name);
    return { isMoved, slots };
  });
}

function turnRound(recorded: readonly RecordedCall[], inputs: boolean): Pass {
  const cleared = new Set<number>();
  const lastWrites = lastWritesOf(recorded);
  const moved = movedBy(recorded, inputs);
  const calls: Call[] = [];
  for (let at = recorded.length - 1; at >= 0; at--) {
    const { variant, bindings } = recorded[at];
    const { step } = variant;
    const { isMoved, slots } = moved[at];
    if (!isMoved) continue;
    if (bindings === null) throw new Error(`step "${step.name}": the tape was made without a way back`);
    const bars = new Set([...slots].map(barOf));
    const wanted = new Set(variant.adjointOutputs(inputs).filter((name) => bars.has(name)));
    const { routine, placesOf } = variant.backward(inputs, wanted);
    const places = placesOf(bindings);
    routine.loads.forEach(({ name, kind }, k) => {
      const place = places.loads[k];
      if (isBar(name)) cleared.add(place);
      else if (kind === 'inputs' && step.slots[name] !== undefined && (lastWrites.get(place) ?? -1) >= at) {
        throw new Error(`step "${step.name}": "${name}" is written over before the way back`);
      }
    });
    routine.stores.forEach((_, k) => {
      cleared.add(places.stores[k]);
    });
    calls.push({ routine, places });
  }
  return { cleared: [...cleared], calls };
}

/** The last call that changes a row, by the row. */
function lastWritesOf(recorded: readonly RecordedCall[]): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  recorded.forEach(({ places }, at) => {
    for (const place of places.stores) last.set(place, at);
  });
  return last;
}

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
