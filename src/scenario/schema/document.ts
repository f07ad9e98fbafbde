import * as z from 'zod/mini';
import { isCurrency } from '../../units/money.js';
import { type Periods, parseDate, parsePeriods } from '../../units/period.js';
import * as messages from '../messages.js';
import { GOAL_PRESETS } from '../types.js';
import { budgetSchema } from './budget.js';
import { quantity } from './distribution.js';
import { describe, leaf, no, ok } from './leaf.js';
import { lineSchema } from './line.js';
import { correlationSchema, creativeSchema, economicsSchema, noiseSchema, stocksSchema } from './model.js';
import { AMOUNT, plainNumber, share, text } from './number.js';
import { rulesSchema, tailShare } from './rules.js';
import { variantsSchema } from './variants.js';

/** Three years of days; the model's arrays are lines × periods × draws. */
export const MAX_PERIODS = 1_100;
export const MAX_LINES = 500;
export const SAMPLERS = ['sobol', 'mc', 'antithetic'] as const;
export const LANGUAGES = ['en', 'az', 'tr', 'ar'] as const;
/** A quantile of fewer draws says nothing; more than 2^24 don't fit in memory. */
export const DRAWS = { least: 16, most: 16_777_216, whole: true } as const;

const currency = leaf<string>({ type: 'string', pattern: '^[A-Z]{3}$', examples: ['AZN', 'USD', 'TRY'] }, (value) =>
  typeof value === 'string' && isCurrency(value) ? ok(value) : no(messages.notACurrency(String(value))),
);

const horizon = leaf<Periods>(
  { type: 'string', pattern: '^\\s*[0-9_]+\\s*(day|week|month)s?\\s*$', examples: ['13 weeks'] },
  (value) => {
    if (typeof value !== 'string') return no(messages.notAHorizon(describe(value), ''));
    const count = Number(/^\s*(\d+)\s*(?:day|week|month)s?\s*$/i.exec(value)?.[1] ?? 0);
    if (count > MAX_PERIODS) return no(messages.tooManyPeriods(count, MAX_PERIODS));
    const parsed = parsePeriods(value);
    return parsed.ok ? ok(parsed.value) : no(messages.notAHorizon(describe(value), ''));
  },
);

const start = leaf<string>({ type: 'string', format: 'date' }, (value) => {
  const parsed = typeof value === 'string' ? parseDate(value) : undefined;
  return parsed?.ok ? ok(parsed.value) : no(messages.notADate(String(value)));
});

const expression = leaf<string>({ type: ['string', 'number'] }, (value) =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number'
    ? ok(String(value).trim())
    : no(messages.wrongKind(describe(value), 'an expression over KPIs, such as revenue / cost')),
);

const target = leaf<string>({ type: 'string', examples: ['roas >= 1.5 with 80%'] }, (value) =>
  typeof value === 'string' ? ok(value.trim()) : no(messages.notATarget(describe(value))),
);

const goalSchema = z.strictObject({
  maximize: z.optional(expression),
  risk_aversion: z.optional(share),
  tail: z.optional(tailShare),
  preset: z.optional(z.enum(GOAL_PRESETS)),
});

const factor = plainNumber(AMOUNT);

/** A scenario file but its variants, which may change any of this. */
const planSchema = z.strictObject({
  name: z.optional(text),
  language: z.optional(z.enum(LANGUAGES)),
  currency,
  start: z.optional(start),
  horizon,
  budget: budgetSchema,
  seed: z.optional(text),
  draws: z.optional(plainNumber(DRAWS)),
  sampler: z.optional(z.enum(SAMPLERS)),
  market: z.optional(
    z.strictObject({
      population: z.optional(quantity({ support: 'amount', above: true }, 'People in the market.')),
    }),
  ),
  economics: z.optional(economicsSchema),
  stocks: z.optional(stocksSchema),
  memory_days: z.optional(quantity({ support: 'amount' }, 'Half-life of remembered impressions, in days.')),
  noise: z.optional(noiseSchema),
  correlation: z.optional(correlationSchema),
  season: z.optional(
    z.strictObject({
      cpm: z.optional(z.array(plainNumber({ ...AMOUNT, above: true }))),
      cvr: z.optional(z.array(factor)),
    }),
  ),
  creative: z.optional(creativeSchema),
  lines: z.array(lineSchema),
  rules: z.optional(rulesSchema),
  goal: z.optional(goalSchema),
  kpis: z.optional(z.record(z.string(), expression)),
  targets: z.optional(z.array(target)),
});

/** A scenario file: the source of validation, of the types below and of the JSON Schema. */
export const documentSchema = z.extend(planSchema, { variants: z.optional(variantsSchema(planSchema)) });
export type DocumentInput = z.infer<typeof documentSchema>;
