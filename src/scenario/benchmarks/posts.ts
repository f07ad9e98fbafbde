import { fitInterval } from '../../distributions/fit.js';
import { lastOf } from '../../required.js';
import type { Quantity } from '../types.js';
import type { Published } from '../warnings.js';

/** Where the figures of reach by followers are from. */
const REACH_SOURCE = {
  figure: { source: 'Start Motion Media, compilation of studies', period: 'mid-2024', grade: 'C' },
  page: 'https://www.startmotionmedia.com/instagrambenchmarks-keyinsights',
} as const;

/** Share of the followers that a feed post reaches on Instagram, from so many followers on. */
const REACH: readonly { readonly from: number; readonly low: number; readonly high: number }[] = [
  { from: 1_000_000, low: 0.05, high: 0.12 },
  { from: 100_000, low: 0.1, high: 0.2 },
  { from: 10_000, low: 0.15, high: 0.3 },
  { from: 0, low: 0.2, high: 0.4 },
];

/** What is published on the share of an account's followers that a post reaches; its range taken as the 90 % interval. */
export function reachRateBenchmark(followers: number): Quantity {
  const { low, high } = REACH.find(({ from }) => followers >= from) ?? lastOf(REACH);
  return rateQuantity(low, high, REACH_SOURCE);
}

/**
 * Averages of Instagram posts by type (images, carousels, reels), as shares of their impressions: the lowest and the highest
 * type as the 90 % interval. Images: 1,009 likes, 1,148 engagements, 62 saves on 29,970 impressions; carousels 1,082, 1,268,
 * 151 on 36,009; reels 1,541, 2,009, 194 on 42,236.
 */
const ENGAGEMENT_SOURCE = {
  figure: { source: 'averages of Instagram posts by type', period: 'republished without a date', grade: 'D' },
  page: 'https://sem.groupbuyseotools.store/news/262476-instagram-reels-are-a-win-for-any-business',
} as const;
const ENGAGEMENT = {
  engagements: [1_268 / 36_009, 2_009 / 42_236],
  likes: [1_082 / 36_009, 1_541 / 42_236],
  saves: [62 / 29_970, 194 / 42_236],
} as const;

export const INSTAGRAM_ENGAGEMENT = ['engagements', 'likes', 'saves'] as const;

/** Of an Instagram post, as a share of its impressions; fitted when it is asked for, as that takes as long as reading a plan. */
export function instagramEngagement(of: (typeof INSTAGRAM_ENGAGEMENT)[number]): Quantity {
  const [low, high] = ENGAGEMENT[of];
  return rateQuantity(low, high, ENGAGEMENT_SOURCE);
}

interface RateSource {
  readonly figure: Published;
  readonly page: string;
}

function rateQuantity(low: number, high: number, { figure, page }: RateSource): Quantity {
  const fit = fitInterval('rate', 0.05, low, high);
  // Any interval within (0, 1) has its beta: only an error in the data gets here.
  if (!fit.ok) throw new RangeError(`No beta for a built-in rate: ${fit.reason}`);
  return {
    distribution: fit.value,
    origin: { kind: 'benchmark', grounds: [{ code: 'published', figure, page: null }], page },
  };
}
