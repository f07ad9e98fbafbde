import type { Platform, Stage } from './names.js';
import type { Quantity } from './quantity.js';

/** People that several awareness lines share. */
export interface NamedAudience {
  readonly name: string;
  readonly size: Quantity;
}

/** People who remember the brand (section 13). */
export interface Brand {
  readonly half_life_days: Quantity;
  /** Share of the reached who come to recall it. */
  readonly recall: Quantity;
  readonly cvr_lift: Quantity;
  readonly baseline_lift: Quantity;
}

export const METRIC_BASES = ['impressions', 'views', 'clicks', 'conversions', 'spend'] as const;
export type MetricBase = (typeof METRIC_BASES)[number];

/** A metric of one's own: `rate` of a figure of the lines and sources that match (section 17). */
export interface Metric {
  readonly name: string;
  readonly of: MetricBase;
  readonly rate: Quantity;
  /** `null`: any. */
  readonly stage: Stage | null;
  readonly platform: Platform | null;
  /** Whether `cost_per_<name>`, media spend of the same lines over it, is a KPI as well. */
  readonly costPer: boolean;
}

/** A content format: factors on price and rates, and what making it costs. */
export interface Format {
  readonly name: string;
  readonly cpm: number;
  readonly ctr: number;
  readonly view_rate: number;
  /** Currency a piece. */
  readonly cost: number;
  readonly perMonth: number;
}

export const CONTENT_KINDS = ['hero', 'hub', 'help'] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

/** A row of the content calendar: so many pieces over the horizon. */
export interface ContentPlan {
  readonly kind: ContentKind;
  readonly pieces: number;
  /** Currency a piece, without its hours. */
  readonly cost: number;
  readonly hours: number;
}

export interface ContentCalendar {
  /** Currency an hour. */
  readonly hourly: number;
  readonly plans: readonly ContentPlan[];
}

/** Messages that come in, and what answering them costs. */
export interface Community {
  /** Share of views. */
  readonly messages: Quantity;
  /** Share of the messages that are answered. */
  readonly reply: Quantity;
  /** Minutes an answer. */
  readonly minutes: Quantity;
  readonly hourly: Quantity;
}

/** What platforms' dashboards would claim. */
export interface Attribution {
  readonly tracking: number;
  /** By platform of the scenario; 0 where the file says nothing. */
  readonly viewThrough: Readonly<Record<Platform, number>>;
}
