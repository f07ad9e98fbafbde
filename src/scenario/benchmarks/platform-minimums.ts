import type { Platform } from '../types.js';
import { EXCHANGE_RATES } from './exchange-rates.js';

/** What a platform asks of a campaign, with where it says so. */
interface PlatformMinimum {
  readonly value: number;
  readonly source: string;
}

/** Currencies in which Meta asks for the whole of its minimum; for half of it in all others. */
const META_WHOLE: ReadonlySet<string> = new Set(
  'USD AUD CAD SGD JPY NZD TWD EUR CHF SEK HKD GBP ILS NOK KRW DKK'.split(' '),
);

/** Of an ad set charged for impressions (https://www.facebook.com/business/help/203183363050448). */
const META_A_DAY: PlatformMinimum = { value: 1, source: 'Meta Business Help Center, 2019' };

/** The least that an ad set or ad group may spend a day, in US dollars; platforms that publish none are left out. */
const A_DAY: Readonly<Partial<Record<Platform, PlatformMinimum>>> = {
  facebook: META_A_DAY,
  instagram: META_A_DAY,
  meta: META_A_DAY,
  // https://ads.tiktok.com/help/article/budget
  tiktok: { value: 20, source: 'TikTok Business Help Center, 2025' },
  // £8, at https://marketingmonologue.com/marketing-talk/linkedin-ads-rules-and-limitations.
  linkedin: { value: 10, source: 'Marketing Monologue, 2024' },
  // https://forbusiness.snapchat.com/blog/advertising-on-snapchat-how-pricing-works
  snapchat: { value: 5, source: 'Snapchat for Business, 2020' },
};

/** Of an ad set (https://www.facebook.com/business/help/112167992830700). */
const META_LEARNS: PlatformMinimum = { value: 50, source: 'Meta Business Help Center' };

/** Results a week, below which the platform's delivery does not leave its learning phase; where none is published, left out. */
const TO_LEARN: Readonly<Partial<Record<Platform, PlatformMinimum>>> = {
  facebook: META_LEARNS,
  instagram: META_LEARNS,
  meta: META_LEARNS,
  // https://ads.tiktok.com/help/article?aid=744163857974606118
  tiktok: { value: 50, source: 'TikTok Business Help Center' },
};

/** A platform's minimum daily spend of an ad set or ad group, in the plan's currency; `null` where it or the currency's rate isn't known. */
export function minimumDailySpend(platform: Platform, currency: string): PlatformMinimum | null {
  const asked = A_DAY[platform];
  const rate = Object.hasOwn(EXCHANGE_RATES, currency) ? EXCHANGE_RATES[currency] : undefined;
  if (asked === undefined || rate === undefined) return null;
  const part = asked === META_A_DAY && !META_WHOLE.has(currency) ? 0.5 : 1;
  return { ...asked, value: asked.value * rate.perDollar * part };
}

/** Results a week, of an ad set, from which a platform's delivery leaves its learning phase; `null` where it publishes none. */
export function learningThreshold(platform: Platform): PlatformMinimum | null {
  return TO_LEARN[platform] ?? null;
}
