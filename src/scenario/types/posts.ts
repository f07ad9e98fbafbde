import type { Platform, Stage } from './names.js';
import type { Quantity } from './quantity.js';

/** Rates of a source that may be those of a line. */
export const SOURCE_RATES = ['ctr', 'view_rate', 'cvr'] as const;
export type SourceRate = (typeof SOURCE_RATES)[number];

/** A source's rate: its own input, or the very draws of a line of the plan (before that line's formats). */
export type RateOfSource =
  | { readonly from: 'own'; readonly quantity: Quantity }
  | { readonly from: 'line'; readonly line: string };

/** What reaches people by posts and not by bought impressions (section 7). */
export interface SourceBase {
  /** `platform/stage/@name`. */
  readonly id: string;
  readonly name: string;
  readonly platform: Platform;
  readonly stage: Stage;
  /** People. */
  readonly followers: Quantity;
  /** Share of the followers that are people who look. */
  readonly authentic: Quantity;
  /** Share of the authentic followers that see a post. */
  readonly reach_rate: Quantity;
  /** Multiplies ctr and view_rate. */
  readonly engagement: Quantity;
  /** R, below 1: each view brings that many further ones by sharing. */
  readonly reproduction: Quantity;
  /** κ. */
  readonly fatigue: Quantity;
  readonly rates: Readonly<Record<SourceRate, RateOfSource>>;
}

/** A number of posts: the plan's, or for the optimiser to choose from 0 to `max` (0 in the plan given). */
export type PostCount =
  | { readonly kind: 'fixed'; readonly count: number }
  | { readonly kind: 'chosen'; readonly max: number };

/** A creator (influencer) or affiliate, paid by the post, by a share of sales or in kind. */
export interface Creator extends SourceBase {
  readonly kind: 'creator';
  readonly posts: PostCount;
  /** Periods that posts go into, counted from 0, in the order they are used; `null`: spread over the horizon. */
  readonly periods: readonly number[] | null;
  /** Money a post. */
  readonly fee: Quantity;
  /** Goods given a post, at their cost. */
  readonly barter: Quantity;
  /** Share of the revenue of the creator's own conversions. */
  readonly revenue_share: Quantity;
  /** Share of pay that is due on booking: cash flow only. `null`: paid as posted. */
  readonly upfront: number | null;
  /** Posts that run as ads; `share` of awareness impressions of the platform, `fee` once. */
  readonly rights: { readonly share: Quantity; readonly fee: Quantity } | null;
}

/** The brand's own posts. */
export interface OwnPosts extends SourceBase {
  readonly kind: 'organic';
  readonly perWeek: number;
  /** Money a post. */
  readonly cost: Quantity;
  /** Hours a post, and what one costs. */
  readonly hours: Quantity;
  readonly hourly: Quantity;
}

export type Source = Creator | OwnPosts;
