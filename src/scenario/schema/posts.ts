import * as z from 'zod/mini';
import { STAGES } from '../types.js';
import { quantity } from './distribution.js';
import { choice, isMap, isScalar } from './leaf.js';
import { platform, sourceName } from './names.js';
import { AMOUNT, plainNumber, share } from './number.js';

/** More posts of one creator than any plan has. */
const MAX_POSTS = 1_000;

const amount = (description: string) => z.optional(quantity({ support: 'amount' }, description));
const rate = (description: string) => z.optional(quantity({ support: 'rate' }, description));

/** What creators and the brand's own posts have in common. */
const sourceShape = {
  name: sourceName,
  platform,
  stage: z.optional(z.enum(STAGES)),
  followers: quantity({ support: 'amount', above: true }, 'People who follow.'),
  authentic: rate('Share of the followers that are people who look; 1 where left out.'),
  engagement: amount('Multiplies ctr and view_rate; 1 where left out.'),
  reproduction: rate('Further views that a view brings by sharing, below 1.'),
  ctr: rate("Clicks per effective view of a post; left out, those of the platform's first awareness line."),
  view_rate: rate("Qualified views or engagements; left out, those of the platform's first awareness line."),
  cvr: rate("Orders (or leads) per click; left out, those of the platform's first awareness line."),
  fatigue: amount('κ: loss of response per remembered post.'),
} as const;

/** `posts: 4` is fixed; of `posts: { max: 6 }` the optimiser chooses. */
type PostsInput = { readonly count: number } | { readonly max: number };

const posts = choice<PostsInput>('a whole number such as 4, or { max: 6 } for the optimiser to choose', [
  {
    looksLike: isScalar,
    schema: z.pipe(
      plainNumber({ least: 0, most: MAX_POSTS, whole: true }),
      z.transform((count): PostsInput => ({ count })),
    ),
  },
  { looksLike: isMap, schema: z.strictObject({ max: plainNumber({ least: 1, most: MAX_POSTS, whole: true }) }) },
]);

const REACH_RATE = 'Share of the authentic followers that a post reaches.';

/** One item of `creators`. */
export const creatorSchema = z.strictObject({
  ...sourceShape,
  // Affiliates may leave it out: `build/posts.ts` knows who is one.
  reach_rate: rate(REACH_RATE),
  posts,
  periods: z.optional(z.array(plainNumber({ least: 1, most: Number.MAX_SAFE_INTEGER, whole: true }))),
  fee: amount('Money a post.'),
  barter: amount('Goods given a post, at their cost.'),
  revenue_share: rate("Share of the revenue of the creator's own conversions."),
  upfront: z.optional(share),
  rights: z.optional(
    z.strictObject({
      share: quantity({ support: 'rate' }, "Share of the platform's awareness impressions that show the posts as ads."),
      fee: amount('Paid once.'),
    }),
  ),
});
export type CreatorInput = z.infer<typeof creatorSchema>;

/** One item of `organic`. */
export const ownPostsSchema = z.strictObject({
  ...sourceShape,
  reach_rate: quantity({ support: 'rate' }, REACH_RATE),
  per_week: plainNumber(AMOUNT),
  cost: amount('Money a post.'),
  hours: amount('Hours a post.'),
  hourly: amount('What an hour costs.'),
});
export type OwnPostsInput = z.infer<typeof ownPostsSchema>;
