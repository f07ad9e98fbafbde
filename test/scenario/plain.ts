import type { FunnelLine, Line, Quantity, ResponseLine, Scenario } from '../../src/scenario/types.js';

const fixed = (value: number): Quantity => ({
  distribution: { family: 'fixed', value },
  origin: { kind: 'default' },
});

/** What a line with a funnel has where its file says nothing of it. */
export const PLAIN_FUNNEL = {
  kind: 'funnel',
  namedAudience: null,
  pressure: fixed(0),
  pressure_at: fixed(1),
  incrementality: fixed(1),
  formats: [],
  carryIn: [],
} as const;

/** What a scenario has where its file says nothing of it, expectations in place of counts. */
export const PLAIN_PLAN = {
  outcome: 'orders',
  overlap: 1,
  rateNoise: { ctr: {}, view_rate: {}, cvr: {} },
  counts: false,
  audiences: [],
  sources: [],
  creatorsFrom: 'budget',
  brand: null,
  shocks: [],
  phases: [],
  metrics: [],
  formats: [],
  content: null,
  community: null,
  attribution: null,
} as const satisfies Partial<Scenario>;

/** The line as one with a funnel. */
export function funnelOf(line: Line | undefined): FunnelLine {
  if (line?.kind !== 'funnel') throw new Error('not a line with a funnel');
  return line;
}

/** The line as one with a response. */
export function responseOf(line: Line | undefined): ResponseLine {
  if (line?.kind !== 'response') throw new Error('not a line with a response');
  return line;
}
