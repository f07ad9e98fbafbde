import { type Expression, type Operand, slot } from './expression.js';

/**
 * The kinds of names that an equation may speak of.
 * - `inputs`: rows that were drawn, or follow from what was drawn alone: nothing the plan decides.
 * - `reads`: rows that other steps have written or added to.
 * - `states`: rows that the step reads as they were before and writes as they are after it.
 * - `decisions`: numbers of the call, the same in all draws, that the plan decides: gradients are with respect to these.
 * - `numbers`: numbers of the call that nothing decides (a season's factor, days of a period).
 */
const SLOT_KINDS = ['inputs', 'reads', 'states', 'decisions', 'numbers'] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

/**
 * What becomes of a value.
 * - `states`: the state after the step.
 * - `writes`: the row is this value from now on.
 * - `adds`: the row grows by this value.
 * - `raises`: the row is the larger of what it was and this value.
 */
export const OUTPUT_KINDS = ['states', 'writes', 'adds', 'raises'] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

type Named<T> = { readonly [name: string]: T };

/** A step's right-hand sides, by what they are for and by the row's name. */
export type Outputs = { readonly [kind in OutputKind]?: Named<Operand> };

/**
 * Some equations of the model, each written once, for one call: a line's period, say. It is one function of its slots;
 * where its rows stand, and how often it is called, is the tape's affair.
 */
export interface Step<Slots extends Named<SlotKind> = Named<SlotKind>, Out extends Outputs = Outputs> {
  readonly name: string;
  readonly slots: Slots;
  readonly outputs: Out;
}

type Names<Spec, Kind extends SlotKind> = Spec extends { readonly [kind in Kind]: readonly (infer N)[] }
  ? N & string
  : never;
type AllNames<Spec> = { [kind in SlotKind]: Names<Spec, kind> }[SlotKind];
type SlotsOf<Spec> = {
  readonly [kind in SlotKind as Names<Spec, kind>]: kind;
};

/** Names of a step, by kind; all of them different. */
type StepSpec = { readonly name: string } & { readonly [kind in SlotKind]?: readonly string[] };

/**
 * Declares a step.
 *
 * @param spec its name, and the names that its equations speak of
 * @param equations from the slots' values to what is to become of them; a state that isn't given stays as it is
 * @throws where two slots have one name, or an output isn't a state that is declared as one
 */
export function defineStep<const Spec extends StepSpec, const Out extends Outputs>(
  spec: Spec,
  equations: (values: { readonly [name in AllNames<Spec>]: Expression }) => Out,
): Step<SlotsOf<Spec>, Out> {
  const slots: Record<string, SlotKind> = {};
  const values: Record<string, Expression> = {};
  for (const kind of SLOT_KINDS) {
    for (const name of spec[kind] ?? []) {
      if (slots[name] !== undefined) throw new Error(`step "${spec.name}": two slots are called "${name}"`);
      slots[name] = kind;
      values[name] = slot(name);
    }
  }
  const outputs = equations(values as { readonly [name in AllNames<Spec>]: Expression });
  for (const kind of OUTPUT_KINDS) {
    for (const name of Object.keys(outputs[kind] ?? {})) {
      if ((kind === 'states') !== (slots[name] === 'states') || (kind !== 'states' && slots[name] !== undefined)) {
        throw new Error(`step "${spec.name}": "${name}" can't be ${kind}, it is ${slots[name] ?? 'no state'}`);
      }
    }
  }
  return { name: spec.name, slots: slots as unknown as SlotsOf<Spec>, outputs };
}
