import { adjointOf } from './adjoint.js';
import { adjointFinder, type Bindings, type Finder, loadFinder, storeFinder } from './bindings.js';
import type { Places } from './evaluate.js';
import { lower, type Routine } from './routine.js';
import { OUTPUT_KINDS, type Outputs, type Step } from './step.js';

/** A routine, and how the places of a call's slots are found. */
interface Variant {
  readonly routine: Routine;
  placesOf(bindings: Bindings): Places;
}

/** A step of which some outputs are asked for. */
export interface StepVariant {
  readonly step: Step;
  readonly forward: Variant;
  /** Turned round, with only those of its outputs that are named. */
  backward(inputs: boolean, wanted: ReadonlySet<string>): Variant;
  /** Names of what the step turned round puts out. */
  adjointOutputs(inputs: boolean): readonly string[];
}

const known = new WeakMap<Step, Map<string, StepVariant>>();

/** Names of all outputs of a step. */
export function outputsOf({ outputs }: Step): string[] {
  return OUTPUT_KINDS.flatMap((kind) => Object.keys(outputs[kind] ?? {}));
}

/** The step with only those outputs that are asked for: made once, so that its code is found by it. */
export function variantOf(step: Step, wanted: ReadonlySet<string>): StepVariant {
  const variants = known.get(step) ?? new Map<string, StepVariant>();
  known.set(step, variants);
  const key = keyOf(wanted);
  const variant = variants.get(key) ?? createVariant(withOnly(step, wanted));
  variants.set(key, variant);
  return variant;
}

const whole = new WeakMap<Step, StepVariant>();

/** The step with all of its outputs. */
export function wholeOf(step: Step): StepVariant {
  const variant = whole.get(step) ?? variantOf(step, new Set(outputsOf(step)));
  whole.set(step, variant);
  return variant;
}

const keyOf = (names: ReadonlySet<string>): string => [...names].sort().join('\n');

function createVariant(step: Step): StepVariant {
  const adjoints = new Map<boolean, Step>();
  const adjoint = (inputs: boolean): Step => {
    const turned = adjoints.get(inputs) ?? adjointOf(step, { inputs });
    adjoints.set(inputs, turned);
    return turned;
  };
  const back = new Map<string, Variant>();
  const find = (name: string): Finder => adjointFinder(step, name);
  return {
    step,
    forward: withFinders(
      lower(step),
      (name) => loadFinder(step, name),
      (name) => storeFinder(step, name),
    ),
    adjointOutputs: (inputs) => outputsOf(adjoint(inputs)),
    backward(inputs, wanted) {
      const key = `${inputs} ${keyOf(wanted)}`;
      const variant = back.get(key) ?? withFinders(lower(withOnly(adjoint(inputs), wanted)), find, find);
      back.set(key, variant);
      return variant;
    },
  };
}

function withFinders(routine: Routine, load: (name: string) => Finder, store: (name: string) => Finder): Variant {
  const loads = routine.loads.map(({ name }) => load(name));
  const stores = routine.stores.map(({ name }) => store(name));
  return {
    routine,
    placesOf: (bindings) => ({ loads: loads.map((of) => of(bindings)), stores: stores.map((of) => of(bindings)) }),
  };
}

function withOnly(step: Step, wanted: ReadonlySet<string>): Step {
  const outputs: Outputs = Object.fromEntries(
    OUTPUT_KINDS.map((kind) => [
      kind,
      Object.fromEntries(Object.entries(step.outputs[kind] ?? {}).filter(([name]) => wanted.has(name))),
    ]),
  );
  return { ...step, outputs };
}
