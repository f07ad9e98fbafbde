/** Which line of the plan a campaign's money went into, and what says so. */
export interface MatchedCampaign {
  /** As the exports' reader names it. */
  readonly platform: string;
  readonly campaign: string;
  /** A line's id; `null`: none of the plan. */
  readonly line: string | null;
  readonly because: MatchReason;
}

/** Why a campaign stands where it stands: `word` is what in its objective or name says it. */
export type MatchReason =
  | { readonly kind: 'given' }
  | { readonly kind: 'named' }
  | { readonly kind: 'stage'; readonly source: 'objective' | 'name'; readonly word: string }
  | { readonly kind: 'only line' }
  | { readonly kind: 'no such platform' }
  | { readonly kind: 'no such stage'; readonly word: string }
  | { readonly kind: 'several lines' }
  | { readonly kind: 'nothing tells' };
