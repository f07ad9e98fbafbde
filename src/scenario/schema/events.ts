import * as z from 'zod/mini';
import * as messages from '../messages.js';
import { effect } from './effect.js';
import { atLeastOne, choice, describe, isMap, isScalar, leaf, no, ok } from './leaf.js';
import { partName, platform } from './names.js';
import { AMOUNT, NUMBER_JSON, plainNumber, readNumberIn, share } from './number.js';
import { amount } from './rules.js';
import { flag } from './switch.js';

const period = { least: 1, most: Number.MAX_SAFE_INTEGER, whole: true } as const;

const window = leaf<readonly [number, number]>(
  { type: 'array', items: NUMBER_JSON, minItems: 2, maxItems: 2, description: 'First and last period, from 1.' },
  (value) => {
    if (!Array.isArray(value) || value.length !== 2) return no(messages.notAWindow(describe(value)));
    const [from, to] = [readNumberIn(value[0], period), readNumberIn(value[1], period)];
    if (!from.ok) return no(from.fault, [0]);
    if (!to.ok) return no(to.fault, [1]);
    return from.value > to.value ? no(messages.notAWindow(`[${from.value}, ${to.value}]`)) : ok([from.value, to.value]);
  },
);

/** One item of `shocks`. */
export const shockSchema = z.strictObject({
  name: partName,
  probability: share,
  window: z.optional(window),
  lasts: z.optional(plainNumber(period)),
  platforms: z.optional(atLeastOne(platform, 'a list of platforms: all, where there is none')),
  cpm: z.optional(effect(true)),
  ctr: z.optional(effect(false)),
  view_rate: z.optional(effect(false)),
  cvr: z.optional(effect(false)),
  organic: z.optional(effect(false)),
  outage: z.optional(flag),
});
export type ShockInput = z.infer<typeof shockSchema>;

/** What happens where a gate fails: `stop`, `continue`, or `{ stop: [ids] }`. */
type FailureInput = 'stop' | 'continue' | { readonly stop: readonly string[] };

const failure = choice<FailureInput>('stop, continue, or { stop: [instagram/conversion] }', [
  { looksLike: isScalar, schema: z.enum(['stop', 'continue']) },
  { looksLike: isMap, schema: z.strictObject({ stop: atLeastOne(z.string(), 'a list of lines or sources to stop') }) },
]);

/** One item of `phases`. */
export const phaseSchema = z.strictObject({
  name: partName,
  periods: plainNumber(period),
  budget: amount,
  gate: z.optional(z.string()),
  if_failed: z.optional(failure),
});
export type PhaseInput = z.infer<typeof phaseSchema>;

export const PHASE_PRESET = '30-60-90';

/** `phases: 30-60-90`, or a list. */
export function phasesSchema<T>(item: z.ZodMiniType<T>): z.ZodMiniType<typeof PHASE_PRESET | readonly T[]> {
  return choice<typeof PHASE_PRESET | readonly T[]>('30-60-90, or a list of phases', [
    { looksLike: (value) => typeof value === 'string', schema: z.enum([PHASE_PRESET]) },
    { looksLike: Array.isArray, schema: z.array(item) },
  ]);
}

/** `carry_in` of a line: spend of the periods before the first, oldest first. */
export const carryIn = choice<readonly number[]>('spend of the periods before, oldest first, such as [400, 400, 350]', [
  {
    looksLike: isScalar,
    schema: z.pipe(
      plainNumber(AMOUNT),
      z.transform((spend): readonly number[] => [spend]),
    ),
  },
  { looksLike: Array.isArray, schema: z.array(plainNumber(AMOUNT)) },
]);
