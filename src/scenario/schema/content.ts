import * as z from 'zod/mini';
import { CONTENT_KINDS, METRIC_BASES, STAGES } from '../types.js';
import { quantity } from './distribution.js';
import { choice, isMap } from './leaf.js';
import { namedMap, platform } from './names.js';
import { AMOUNT, plainNumber, share } from './number.js';
import { flag } from './switch.js';

const amount = (description: string) => z.optional(quantity({ support: 'amount' }, description));
const number = z.optional(plainNumber(AMOUNT));
const above = z.optional(plainNumber({ ...AMOUNT, above: true }));

/** `audiences`: people that several awareness lines share. */
export const audiencesSchema = namedMap(quantity({ support: 'amount', above: true }, 'People.'));

/** `brand`: who remembers, and what it does. */
export const brandSchema = z.strictObject({
  half_life_days: z.optional(quantity({ support: 'amount', above: true }, 'Half-life of recall, in days.')),
  recall: z.optional(quantity({ support: 'rate' }, 'Share of the reached who come to recall the brand.')),
  cvr_lift: amount('Conversions below awareness, multiplied by 1 + this · share who recall.'),
  baseline_lift: amount('Orders without spend, by this · share who recall.'),
});

const metricSchema = z.strictObject({
  of: z.enum(METRIC_BASES),
  rate: quantity({ support: 'rate' }, 'Share of `of`.'),
  stage: z.optional(z.enum(STAGES)),
  platform: z.optional(platform),
  cost_per: z.optional(flag),
});
type MetricInput = z.infer<typeof metricSchema>;

export const METRICS_PRESET = 'field';
type MetricsInput = typeof METRICS_PRESET | Readonly<Record<string, MetricInput>>;

/** `metrics`: one's own by name, or `field`. */
export const metricsSchema = choice<MetricsInput>('field, or names such as saves: { of: views, rate: 0.5% to 1% }', [
  { looksLike: (value) => typeof value === 'string', schema: z.enum([METRICS_PRESET]) },
  { looksLike: isMap, schema: z.record(z.string(), metricSchema) },
]);

/** `formats`: factors and costs by name. */
export const formatsSchema = namedMap(
  z.strictObject({ cpm: above, ctr: number, view_rate: number, cost: number, per_month: number }),
);

const contentPlan = z.strictObject({ pieces: number, per_week: number, cost: number, hours: number });
const plans = CONTENT_KINDS.map((kind) => [kind, z.optional(contentPlan)] as const);

/** `content`: the calendar. */
export const contentSchema = z.strictObject({
  hourly: number,
  ...(Object.fromEntries(plans) as Record<(typeof CONTENT_KINDS)[number], z.ZodMiniOptional<typeof contentPlan>>),
});

/** `community`: messages, and what answering costs. */
export const communitySchema = z.strictObject({
  messages: quantity({ support: 'rate' }, 'Messages, as a share of views.'),
  reply: z.optional(quantity({ support: 'rate' }, 'Share of the messages that are answered; 1 where left out.')),
  minutes: amount('Minutes an answer.'),
  hourly: amount('What an hour costs.'),
});

/** `attribution`: what dashboards would claim. */
export const attributionSchema = z.strictObject({
  tracking: z.optional(share),
  view_through: z.optional(z.record(z.string(), share)),
});

/** A line's `formats`: shares of its spend by format. */
export const lineFormats = z.record(z.string(), share);
