import { defineStep, type Expression, multiply, type Step, subtract } from '../../kernel/index.js';
import type { Stage } from '../../scenario/types.js';
import { partOf } from './line.js';

const known = new Map<string, Step>();

/** A period of a line with a fitted curve, in the place of sections 3 and 4; what it brings was computed before. */
export function responseStep(stage: Stage, stoppable: boolean): Step {
  const key = `${stage} ${stoppable}`;
  const step =
    known.get(key) ??
    defineStep(
      {
        name: `${stage} line with a response`,
        inputs: stoppable ? ['active'] : [],
        reads: ['brought'],
        decisions: ['spend'],
      },
      (values) => {
        const slots = values as unknown as Record<'active' | 'spend' | 'brought', Expression>;
        const spent = stoppable ? multiply(slots.active, slots.spend) : slots.spend;
        const unspent = subtract(slots.spend, spent);
        return {
          adds: {
            'line spend': spent,
            'period spend': spent,
            'period response spend': spent,
            ...(stoppable ? { 'line unspent': unspent, 'line idle': unspent, 'period unspent': unspent } : {}),
            'line conversions': slots.brought,
            'period conversions': slots.brought,
            'period response conversions': slots.brought,
            part: slots.brought,
            ...(partOf(stage) === 'won' ? { buyers: slots.brought } : {}),
          },
        };
      },
    );
  known.set(key, step);
  return step;
}

/** What a response brings after the horizon: in its line's total, and among the orders of no period. */
export const afterHorizonStep = defineStep({ name: 'response after the horizon', reads: ['brought'] }, (values) => ({
  adds: { 'line conversions': values.brought, 'after part': values.brought },
}));
