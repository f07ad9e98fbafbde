import type { LineMetric, Quantity } from '../scenario/types.js';

const none: Quantity = { distribution: { family: 'fixed', value: 0 }, origin: { kind: 'default' } };
const one: Quantity = { distribution: { family: 'fixed', value: 1 }, origin: { kind: 'default' } };

/** What stands in for the funnel's rates on a line with a response: nothing is shown, clicked or remembered. */
export const NO_FUNNEL: Readonly<Record<LineMetric, Quantity>> = {
  audience: none,
  cpm: one,
  ctr: none,
  view_rate: none,
  cvr: none,
  fatigue: none,
  match: none,
};
