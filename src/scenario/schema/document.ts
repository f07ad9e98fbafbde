import * as z from 'zod/mini';
import { LANGUAGES } from '../../units/locale.js';
import { isCurrency } from '../../units/money.js';
import { type Periods, parseDate, parsePeriods } from '../../units/period.js';
import * as messages from '../messages.js';
import { GOAL_PRESETS, VERDICT_THRESHOLDS, type VerdictThreshold } from '../types.js';
import { budgetSchema } from './budget.js';
import {
  attributionSchema,
  audiencesSchema,
  brandSchema,
  communitySchema,
  contentSchema,
  formatsSchema,
  metricsSchema,
} from './content.js';
import { quantity } from './distribution.js';
import { phaseSchema, phasesSchema, shockSchema } from './events.js';
import { describe, inWords, leaf, no, ok } from './leaf.js';
import { lineSchema } from './line.js';
import { correlationSchema, creativeSchema, economicsSchema, noiseSchema, stocksSchema } from './model.js';
import { AMOUNT, NUMBER_JSON, plainNumber, readNumberIn, share, text } from './number.js';
import { creatorSchema, ownPostsSchema } from './posts.js';
import { rulesSchema, tailShare } from './rules.js';
import { variantsSchema } from './variants.js';

/** Three years of days; the model's arrays are lines × periods × draws. */
const MAX_PERIODS = 1_100;
export const MAX_LINES = 500;
export const SAMPLERS = ['sobol', 'mc', 'antithetic'] as const;
/** A quantile of fewer draws says nothing; more than 2^24 don't fit in memory. */
export const DRAWS = { least: 16, most: 16_777_216, whole: true } as const;

const currency = leaf<string>(
  { type: 'string', pattern: '^[A-Za-z]{3}$', examples: ['AZN', 'USD', 'TRY'] },
  (value) => {
    const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
    return isCurrency(code) ? ok(code) : no(messages.notACurrency(inWords(value)));
  },
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
  return parsed?.ok ? ok(parsed.value) : no(messages.notADate(inWords(value)));
});

const expression = leaf<string>({ type: ['string', 'number'] }, (value) =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number'
    ? ok(String(value).trim())
    : no(messages.wrongKind(describe(value), 'an expression over KPIs, such as revenue / cost')),
);

const target = leaf<string>({ type: 'string', examples: ['roas >= 1.5 with 80%'] }, (value) =>
  typeof value === 'string' ? ok(value.trim()) : no(messages.notATarget(String(describe(value)))),
);

const verdict = z.strictObject(
  Object.fromEntries(VERDICT_THRESHOLDS.map((name) => [name, z.optional(plainNumber(AMOUNT))])) as Record<
    VerdictThreshold,
    z.ZodMiniOptional<z.ZodMiniType<number>>
  >,
);

export const goalSchema = z.strictObject({
  maximize: z.optional(expression),
  minimize: z.optional(expression),
  verdict: z.optional(verdict),
  risk_aversion: z.optional(share),
  tail: z.optional(tailShare),
  preset: z.optional(z.enum(GOAL_PRESETS)),
});

const factor = plainNumber(AMOUNT);

const DAYS_OF_WEEK = 7;

/** Seven factors, Monday first; `above`: none of them 0, as a price is none. */
const weekdays = (above: boolean) =>
  leaf<readonly number[]>(
    { type: 'array', items: NUMBER_JSON, minItems: DAYS_OF_WEEK, maxItems: DAYS_OF_WEEK },
    (value) => {
      if (!Array.isArray(value) || value.length !== DAYS_OF_WEEK) return no(messages.notAWeek(describe(value)));
      const factors: number[] = [];
      for (const [day, written] of value.entries()) {
        const reading = readNumberIn(written, { ...AMOUNT, above });
        if (!reading.ok) return no(reading.fault, [day]);
        factors.push(reading.value);
      }
      return factors.some((one) => one > 0) ? ok(factors) : no(messages.notAWeek(describe(value)));
    },
  );

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
      weekday: z.optional(z.strictObject({ cpm: z.optional(weekdays(true)), cvr: z.optional(weekdays(false)) })),
    }),
  ),
  creative: z.optional(creativeSchema),
  lines: z.array(lineSchema),
  audiences: z.optional(audiencesSchema),
  creators_from: z.optional(z.enum(['budget', 'outside'])),
  creators: z.optional(z.array(creatorSchema)),
  organic: z.optional(z.array(ownPostsSchema)),
  brand: z.optional(brandSchema),
  shocks: z.optional(z.array(shockSchema)),
  phases: z.optional(phasesSchema(phaseSchema)),
  metrics: z.optional(metricsSchema),
  formats: z.optional(formatsSchema),
  content: z.optional(contentSchema),
  community: z.optional(communitySchema),
  attribution: z.optional(attributionSchema),
  rules: z.optional(rulesSchema),
  goal: z.optional(goalSchema),
  kpis: z.optional(z.record(z.string(), expression)),
  targets: z.optional(z.array(target)),
});

/** What a variant may change: items of lists by id need not be whole, since they merge with the file's own. */
const changesSchema = z.extend(z.partial(planSchema), {
  creators: z.optional(z.array(z.partial(creatorSchema))),
  organic: z.optional(z.array(z.partial(ownPostsSchema))),
  shocks: z.optional(z.array(z.partial(shockSchema))),
  phases: z.optional(phasesSchema(z.partial(phaseSchema))),
});

/** A scenario file: the source of validation, of the types below and of the JSON Schema. */
export const documentSchema = z.extend(planSchema, { variants: z.optional(variantsSchema(planSchema, changesSchema)) });
export type DocumentInput = z.infer<typeof documentSchema>;
