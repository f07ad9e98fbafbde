import * as z from 'zod/mini';
import * as messages from '../messages.js';
import { LINE_METRICS, OUTCOMES } from '../types.js';
import { quantity } from './distribution.js';
import { choice, describe, isMap, isScalar, leaf, no, ok } from './leaf.js';
import { plainNumber, share, text } from './number.js';
import { switchLeaf } from './switch.js';

const amount = (description: string) => z.optional(quantity({ support: 'amount' }, description));
const positive = (description: string) => z.optional(quantity({ support: 'amount', above: true }, description));
const rate = (description: string) => z.optional(quantity({ support: 'rate' }, description));
const proportion = (description: string) => z.optional(quantity({ support: 'proportion' }, description));

/** `economics`: what an order is worth and what it costs besides media. */
export const economicsSchema = z.strictObject({
  order_value: amount('Revenue of an order, in currency.'),
  margin: rate('Share of revenue that is gross margin.'),
  close_rate: rate('Leads that become orders; 1 where a conversion is an order.'),
  repeat_rate: proportion('Further orders of a buyer in 30 days.'),
  referral_rate: proportion('Orders that a buyer refers in 30 days.'),
  fee: proportion('Agency and platform fees, as a share of media spend.'),
  tax: proportion('Tax, as a share of media spend.'),
  fixed_costs: z.optional(
    z.array(
      z.strictObject({
        name: text,
        amount: quantity({ support: 'amount' }, 'Over the horizon, in currency.'),
        upfront: z.optional(share),
      }),
    ),
  ),
  baseline: amount('Orders a period without any spend, shown apart.'),
  delay_days: amount('Half-life of recording, in days; 0 records at once.'),
  value_days: amount('Days after the horizon in which won customers are counted as future orders.'),
  ltv_days: amount('Days over which lifetime value counts.'),
  outcome: z.optional(z.enum(OUTCOMES)),
});

/** `stocks`: half-lives in days, and who is there already. */
export const stocksSchema = z.strictObject({
  warm_days: positive('Half-life of engaged people, in days.'),
  hot_days: positive('Half-life of visitors, in days.'),
  buyers_days: positive('Half-life of buyers, in days.'),
  landing: rate('Share of clicks whose page loads.'),
  warm: amount('Engaged people at the start, on each platform.'),
  hot: amount('Visitors at the start.'),
  buyers: amount('Buyers at the start.'),
  overlap: z.optional(share),
});

const factorShares = z.strictObject({ market: z.optional(share), platform: z.optional(share) });

/** `correlation`: shares of variance by metric, and pairs by name. */
export const correlationSchema = z.strictObject({
  ...(Object.fromEntries(LINE_METRICS.map((metric) => [metric, z.optional(factorShares)])) as Record<
    (typeof LINE_METRICS)[number],
    z.ZodMiniOptional<typeof factorShares>
  >),
  pairs: z.optional(
    z.array(
      z.strictObject({
        between: leaf<readonly [string, string]>(
          { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 },
          (value) => {
            const [one, other, ...rest] = Array.isArray(value) ? value : [];
            return typeof one === 'string' && typeof other === 'string' && rest.length === 0
              ? ok([one, other])
              : no(
                  messages.wrongKind(
                    describe(value),
                    'two names, such as [economics.order_value, instagram/awareness.cvr]',
                  ),
                );
          },
        ),
        rho: plainNumber({ least: -1, most: 1 }),
      }),
    ),
  ),
});

const noiseValues = {
  sd: z.optional(plainNumber({ least: 0, most: 5 })),
  rho: z.optional(plainNumber({ least: -0.999, most: 0.999 })),
};
const figureNoise = z.optional(
  z.strictObject({
    ...noiseValues,
    platforms: z.optional(z.record(z.string(), z.strictObject(noiseValues))),
  }),
);
const logs = z.optional(plainNumber({ least: 0, most: 5 }));
/** Log units by what walks or varies in a line alone. */
export const walking = z.strictObject({ cpm: logs, ctr: logs, cvr: logs });
const NOISE = 'off, or { cpm: { sd: 0.10, rho: 0.5 }, counts: on }';
const noiseMap = z.strictObject({
  cpm: figureNoise,
  ctr: figureNoise,
  view_rate: figureNoise,
  cvr: figureNoise,
  lines: z.optional(walking),
  counts: z.optional(switchLeaf({ on: true, off: false }, 'on or off')),
});
type NoiseInput = z.infer<typeof noiseMap> | 'off';

/** `noise`: period noise of price and rates, and chance in whole orders. */
export const noiseSchema = choice<NoiseInput>(NOISE, [
  { looksLike: isScalar, schema: switchLeaf({ off: 'off' as const }, NOISE) },
  { looksLike: isMap, schema: noiseMap },
]);

const creativeMap = z.strictObject({
  wear_days: positive('Half-life of the proven pool, in days.'),
  proven: amount('Quality of proven creatives, 1 by definition of a benchmark.'),
  experiment: amount('Quality of structured experiments.'),
  moonshot: amount('Quality of moonshots.'),
  experiment_gain: amount('What 30 days of all money on experiments add to the proven pool.'),
  moonshot_gain: amount('What 30 days of all money on moonshots add to the proven pool.'),
});
type CreativeInput = z.infer<typeof creativeMap> | 'on' | 'off';

/** `creative`: tiers that wear out and are refilled, or off. */
export const creativeSchema = choice<CreativeInput>('on, off, or { wear_days, proven, … }', [
  {
    looksLike: isScalar,
    schema: switchLeaf({ on: 'on' as const, off: 'off' as const }, 'on, off, or { wear_days, proven, … }'),
  },
  { looksLike: isMap, schema: creativeMap },
]);
