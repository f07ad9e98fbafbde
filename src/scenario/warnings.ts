import type { GoalPreset, Platform, Stage } from './types/names.js';

/**
 * What a planner should know of a scenario, as data: what was assumed, what can't be judged. The words are the report's
 * (`report/text/facts`), which has an entry for every code in every language, or doesn't compile.
 */
export type ScenarioWarning =
  /** Revenue and profit count as 0, and the plan is optimised for orders. */
  | { readonly code: 'no_order_value' }
  /** All revenue counts as gross margin. */
  | { readonly code: 'no_margin' }
  | { readonly code: 'assumed_audience'; readonly line: string; readonly ground: AudienceGround }
  /** No line above it fills the line's pool, and it has no audience of its own. */
  | { readonly code: 'nothing_above'; readonly line: string }
  /** A rule about a stage or a platform that no line has. */
  | { readonly code: 'idle_rule'; readonly rule: string; readonly of: Subject }
  /** `rules.week_change` where no line's weeks are left to the optimiser. */
  | { readonly code: 'idle_week_change' }
  | { readonly code: 'no_ceiling'; readonly preset: GoalPreset; readonly because: 'no_cpm' | 'no_order_value' }
  /** No exchange rate tells what is usual a day. */
  | { readonly code: 'no_daily'; readonly preset: GoalPreset; readonly currency: string }
  /** A line that spends more a period than its response's table goes to. */
  | { readonly code: 'beyond_table'; readonly line: string }
  /** A shock on a platform that the plan has nothing on. */
  | { readonly code: 'idle_shock'; readonly shock: string; readonly platform: Platform }
  /** No reach rate is given for an affiliate: what is published for accounts of that size stands in. */
  | { readonly code: 'assumed_reach_rate'; readonly source: string }
  /** Lines with the same audience, which may be the same people; `name` is free for it. */
  | { readonly code: 'one_audience'; readonly lines: readonly string[]; readonly name: string };

export type Subject =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'platform'; readonly platform: Platform };

/** Ends of a 90 % interval that an audience was given where the file says none. */
export type AudienceGround =
  | { readonly code: 'audience_people'; readonly low: number; readonly high: number }
  /** Shares of the population. */
  | { readonly code: 'audience_share'; readonly low: number; readonly high: number };

/** A rate that a ground speaks of. */
export type GroundRate = 'cpm' | 'ctr' | 'view_rate' | 'orders_per_click' | 'leads_per_click';

/** Where a figure was published. */
export interface Published {
  readonly source: string;
  readonly period: string;
  readonly grade: 'A' | 'B' | 'C' | 'D';
}

/** What an assumed number, or one from a benchmark, rests on. */
export type Ground =
  | AudienceGround
  /** Nothing sound is published for the platform: the other platforms' level. */
  | { readonly code: 'other_platforms'; readonly rate: GroundRate; readonly platform: Platform }
  /** Nothing is published by stage; `change` is the share by which the stage was taken to differ. */
  | { readonly code: 'by_stage'; readonly rate: GroundRate; readonly stage: Stage; readonly change: number }
  /** Prices in the currency's markets as a factor of the published ones. */
  | { readonly code: 'price_level'; readonly currency: string; readonly factor: number }
  /** `page` where the words have no link to it. */
  | { readonly code: 'published'; readonly figure: Published; readonly page: string | null }
  | { readonly code: 'more_figures'; readonly count: number; readonly first: number; readonly last: number }
  | { readonly code: 'retargeting'; readonly change: number; readonly figure: Published }
  | {
      readonly code: 'converted';
      readonly currency: string;
      readonly perDollar: number;
      readonly year: number;
      readonly pegged: boolean;
    };
