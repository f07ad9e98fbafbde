import { lift } from './expression.js';
import { type Node, NodeList } from './nodes.js';
import { OUTPUT_KINDS, type OutputKind, type SlotKind, type Step } from './step.js';

/** A slot that a routine loads. */
export interface Load {
  readonly name: string;
  readonly kind: SlotKind;
  readonly node: number;
}

/** What becomes of a node's value. */
interface Store {
  readonly name: string;
  readonly kind: OutputKind;
  readonly node: number;
}

/** A step taken apart: what is read, computed and stored, in an order in which it can be done. */
export interface Routine {
  readonly name: string;
  readonly nodes: readonly Node[];
  readonly loads: readonly Load[];
  readonly stores: readonly Store[];
}

/**
 * Lowers a step. Slots that nothing asked for depends on aren't loaded.
 *
 * @param wanted names of the outputs that are asked for; left out: all
 */
export function lower(step: Step, wanted?: ReadonlySet<string>): Routine {
  const list = new NodeList(false);
  const stores: Store[] = [];
  for (const kind of OUTPUT_KINDS) {
    for (const [name, value] of Object.entries(step.outputs[kind] ?? {})) {
      if (wanted === undefined || wanted.has(name)) stores.push({ name, kind, node: list.place(lift(value)) });
    }
  }
  const loads = list.nodes.flatMap(({ operation, name }, node) => {
    if (operation !== 'slot') return [];
    const kind = step.slots[name];
    if (kind === undefined) throw new Error(`step "${step.name}": nothing is called "${name}"`);
    return [{ name, kind, node }];
  });
  return { name: step.name, nodes: list.nodes, loads, stores };
}
