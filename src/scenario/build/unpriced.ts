import type { DocumentInput } from '../schema/document.js';
import type { Build } from './context.js';

/**
 * Parts of a plan that are read and checked, and that the model doesn't price yet, by their keys: who writes one is told that
 * the figures are without it. What the model comes to price leaves this list.
 */
const UNPRICED: Readonly<Record<string, (input: DocumentInput) => boolean>> = {
  creators: ({ creators }) => (creators ?? []).length > 0,
  organic: ({ organic }) => (organic ?? []).length > 0,
  brand: ({ brand }) => brand !== undefined,
  shocks: ({ shocks }) => (shocks ?? []).length > 0,
  'phases.gate': ({ phases }) => Array.isArray(phases) && phases.some(({ gate }) => gate !== undefined),
  metrics: ({ metrics }) => metrics !== undefined,
  formats: ({ formats }) => formats !== undefined,
  content: ({ content }) => content !== undefined,
  community: ({ community }) => community !== undefined,
  attribution: ({ attribution }) => attribution !== undefined,
  audiences: ({ lines }) => lines.some(({ audience }) => audience !== undefined && 'name' in audience),
  pressure: ({ lines }) => lines.some(({ pressure }) => pressure !== undefined),
  incrementality: ({ lines }) => lines.some(({ incrementality }) => incrementality !== undefined),
  carry_in: ({ lines }) => lines.some(({ carry_in }) => carry_in !== undefined),
  'noise of rates': ({ noise }) =>
    noise !== undefined && noise !== 'off' && (noise.ctr ?? noise.view_rate ?? noise.cvr) !== undefined,
};

/** A warning that names what the figures are without. */
export function warnOfUnpriced({ input, warnings }: Build): void {
  const keys = Object.keys(UNPRICED).filter((key) => UNPRICED[key]!(input));
  if (keys.length > 0) warnings.push({ code: 'unpriced', keys });
}
