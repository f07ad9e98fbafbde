import type { Sampler } from '../sampling/types.js';
import type { Language } from '../units/locale.js';
import type { Expression } from './expressions/types.js';
import type { Attribution, Brand, Community, ContentCalendar, Format, Metric, NamedAudience } from './types/content.js';
import type { Comparison, Phase, Shock } from './types/events.js';
import type { Drifting, InFlight } from './types/in-flight.js';
import type { Line } from './types/line.js';
import type { CreativeTier, GoalPreset, LineMetric, Platform, Stage } from './types/names.js';
import type { Source } from './types/posts.js';
import type { Quantity } from './types/quantity.js';
import type { ScenarioWarning } from './warnings.js';

export * from './types/content.js';
export * from './types/events.js';
export * from './types/in-flight.js';
export * from './types/line.js';
export * from './types/names.js';
export * from './types/posts.js';
export * from './types/quantity.js';

export interface FixedCost {
  readonly name: string;
  /** Over the horizon, in currency. */
  readonly amount: Quantity;
  /** Share paid on booking, the rest after the horizon: cash flow, not cost. Left out, it is paid evenly over the periods. */
  readonly upfront?: number;
}

export const OUTCOMES = ['orders', 'leads', 'bookings', 'installs'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Economics {
  readonly order_value: Quantity;
  readonly margin: Quantity;
  readonly close_rate: Quantity;
  readonly repeat_rate: Quantity;
  readonly referral_rate: Quantity;
  readonly fee: Quantity;
  readonly tax: Quantity;
  readonly fixed_costs: readonly FixedCost[];
  readonly baseline: Quantity;
  readonly delay_days: Quantity;
  readonly value_days: Quantity;
  readonly ltv_days: Quantity;
}

export interface Stocks {
  readonly warm_days: Quantity;
  readonly hot_days: Quantity;
  readonly buyers_days: Quantity;
  readonly landing: Quantity;
  /** People already warm, for each platform of the scenario. */
  readonly warm: Quantity;
  readonly hot: Quantity;
  readonly buyers: Quantity;
}

export interface Creative {
  readonly wear_days: Quantity;
  readonly proven: Quantity;
  readonly experiment: Quantity;
  readonly moonshot: Quantity;
  readonly experiment_gain: Quantity;
  readonly moonshot_gain: Quantity;
}

/** Stationary AR(1) noise in logs, of mean-one factor, on price or on a rate. */
export interface PriceNoise {
  /** Standard deviation σ of the logarithm, period by period; 0 is off. */
  readonly sd: number;
  /** Lag-one autocorrelation φ. */
  readonly rho: number;
}

/** Rates that have a noise of their own, by platform. */
export const NOISY_RATES = ['ctr', 'view_rate', 'cvr'] as const;
export type NoisyRate = (typeof NOISY_RATES)[number];

/** Shares of a metric's variance (of its normal scores): all lines in common, a platform's lines in common. */
export interface FactorShares {
  readonly market: number;
  readonly platform: number;
}

/** Rank correlation asked for by name: `economics.order_value`, `creative.proven`, `instagram/awareness.cpm`, … */
export interface CorrelatedPair {
  readonly between: readonly [string, string];
  /** Correlation of the two normal scores. */
  readonly rho: number;
}

/** An amount of money, or a share of the budget. */
export type Amount =
  | { readonly kind: 'money'; readonly value: number }
  | { readonly kind: 'share'; readonly value: number };

export interface Bounds {
  readonly min: Amount | null;
  readonly max: Amount | null;
  readonly fixed: Amount | null;
}

export interface ShareRange {
  readonly min: number;
  readonly max: number;
}

export interface Rules {
  /** Shares of the budget by stage; `prospecting` is awareness's. */
  readonly stages: Readonly<Partial<Record<Stage, ShareRange>>>;
  /** consideration : conversion; tolerance is relative to the ratio, 0 for exact. */
  readonly retargeting: {
    readonly consideration: number;
    readonly conversion: number;
    readonly tolerance: number;
  } | null;
  /** Shares of creative money; tolerance in share points (0.1: ± 10 points), 0 for exact. */
  readonly creative: { readonly split: Readonly<Record<CreativeTier, number>>; readonly tolerance: number } | null;
  readonly platforms: Readonly<Record<Platform, Bounds>>;
  /** By line id. `minDaily` in currency a day: at least that while on, else nothing. */
  readonly lines: Readonly<Record<string, LineRule>>;
  /** Share of the budget reserved for platforms without history. */
  readonly newChannels: { readonly platforms: readonly Platform[]; readonly min: number } | null;
  /** Ceiling on cost per conversion, in expectation (`probability: null`) or with a probability. */
  readonly cpa: Ceiling | null;
  /** Ceiling on the price of 1,000 impressions, likewise. */
  readonly cpm: Ceiling | null;
  /** Ceilings on one line, platform or stage; none where left out. */
  readonly ceilings?: readonly GroupCeiling[];
  /** Revenue over spend, in expectation or with a probability. */
  readonly roas: { readonly min: number; readonly probability: number | null } | null;
  /** Floor, in currency, on the mean profit of the worst share `tail` of draws. */
  readonly cvar: { readonly min: number; readonly tail: number } | null;
  /** Conversions a week that a live line should expect; only warned of. 0: not looked at. */
  readonly adequacy: number;
  /** Rules on figures of the whole plan. */
  readonly hold?: readonly HoldRule[];
  /** Most that a line's budget may differ from the plan given, as a share of it (0.2: ± 20 %); lines' own come first. */
  readonly change?: number;
  /** Most that a line's spend may change from one week to the next, as a share; for lines with free flighting. */
  readonly weekChange?: number;
  /** Days from the start in which budgets stay as they are. */
  readonly lockDays?: number;
  /** Changes of a line's budget smaller than this stay undone. */
  readonly minMove?: Amount;
  /** Whether the budget is to be spent wholly, or is the most that may be; then shares are of what is spent. */
  readonly budget: 'exact' | 'maximum';
}

/** What one line's budget is held to. */
export interface LineRule extends Bounds {
  readonly minDaily: number | null;
  /** As `Rules.change`, of this line. */
  readonly change?: number;
  readonly hold?: readonly HoldRule[];
}

/** `conversions >= 50 a week while on`: an expression over KPIs (of a line, or of the plan) held to a number. */
export interface HoldRule {
  readonly text: string;
  readonly expression: Expression;
  readonly comparison: Comparison;
  readonly threshold: number;
  /** The figure is divided by the weeks of the horizon. */
  readonly perWeek: boolean;
  /** Held only where money is spent. */
  readonly whileOn: boolean;
  /** In that share of futures; `null`: on means. */
  readonly probability: number | null;
}

/** The most that something may cost: of what is expected, or with a probability. */
export interface Ceiling {
  readonly max: number;
  readonly probability: number | null;
}

/** A ceiling on the cost per conversion, or the price of 1,000 impressions, of one line, platform or stage. */
export interface GroupCeiling extends Ceiling {
  readonly scope: 'lines' | 'platforms' | 'stages';
  readonly id: string;
  readonly of: 'cpa' | 'cpm';
}

export interface Goal {
  /** As written: `profit`, or an expression over KPIs. */
  readonly text: string;
  /** `minimize`: the file asks for the least of `text`; `maximize` is its negative then. */
  readonly direction: 'maximize' | 'minimize';
  readonly maximize: Expression;
  /** w in section 9 of the model: 0 risk-neutral, 1 pure CVaR. */
  readonly riskAversion: number;
  /** α: the worst share of draws that CVaR averages. */
  readonly tail: number;
  /** The share of draws shown as the worst beside the mean: `tail` where the file gives it, else a tenth. */
  readonly worst: number;
  /** Practice's rules for a kind of goal; its ceiling stands among the rules. */
  readonly preset: {
    readonly name: GoalPreset;
    /** What practice spends a day on it, in currency; `null` where no exchange rate is built in. Only warned of. */
    readonly daily: ShareRange | null;
  } | null;
  /** Thresholds of the verdict's tests that the file sets; what it leaves out keeps its default. */
  readonly verdict: Readonly<{ [Name in VerdictThreshold]?: number | undefined }>;
}

/** What `goal.verdict` can set: shares, chances and points by name (docs/advice.md). */
export const VERDICT_THRESHOLDS = [
  'probability_better',
  'gain',
  'loss_points',
  'guess_ratio',
  'guess_share',
  'undelivered',
] as const;
export type VerdictThreshold = (typeof VERDICT_THRESHOLDS)[number];

export interface CustomKpi {
  readonly name: string;
  readonly text: string;
  readonly expression: Expression;
}

/** `roas >= 1.5 with 80%`; without a probability the target is on the mean. */
export interface Target {
  readonly text: string;
  readonly expression: Expression;
  readonly comparison: Comparison;
  readonly threshold: number;
  readonly probability: number | null;
}

export type PeriodUnit = 'day' | 'week' | 'month';

export interface Horizon {
  readonly periods: number;
  readonly unit: PeriodUnit;
  /** D of the model: 1, 7 or 30.4375. */
  readonly periodDays: number;
}

/** A scenario with every default filled in: what the model compiles. */
export interface Scenario {
  readonly path: string;
  readonly sha256: string;
  readonly name: string;
  /** The folder name of its report. */
  readonly slug: string;
  readonly language: Language;
  /** The file names no language; the command line said this one. Left out where the file has its own, or nobody said any. */
  readonly languageAsked?: true;
  /** ISO 4217. */
  readonly currency: string;
  /** Decimals of the currency's smallest unit. */
  readonly currencyDigits: number;
  /** ISO date, or `null`: periods are numbered then. */
  readonly start: string | null;
  readonly horizon: Horizon;
  readonly budget: number;
  readonly seed: string;
  readonly draws: number;
  readonly sampler: Sampler;
  readonly population: Quantity | null;
  readonly economics: Economics;
  /** What an order is called. */
  readonly outcome: Outcome;
  readonly stocks: Stocks;
  /** How far lines of a pool reach the same people (section 12): 0 never, 1 as chance has it. */
  readonly overlap: number;
  readonly memory_days: Quantity;
  readonly noise: Readonly<Record<Platform, PriceNoise>>;
  /** Noise of rates by platform, on lines and sources; `sd` 0 where there is none. */
  readonly rateNoise: Readonly<Record<NoisyRate, Readonly<Record<Platform, PriceNoise>>>>;
  /** Standard deviation, in logs, of what each line's price and rates have alone in a period, as a plan under way begins with it. */
  readonly lineNoise?: Readonly<{ [rate in Drifting]?: number | undefined }>;
  /** Whether reported orders are counts (section 14) or expectations. */
  readonly counts: boolean;
  readonly correlation: {
    readonly metrics: Readonly<Record<LineMetric, FactorShares>>;
    readonly pairs: readonly CorrelatedPair[];
  };
  /** One factor a period, weekdays of a daily plan included. */
  readonly season: { readonly cpm: readonly number[]; readonly cvr: readonly number[] };
  /** `null`: switched off, quality is 1. */
  readonly creative: Creative | null;
  /** Creative shares of the plan given. */
  readonly creativeSplit: Readonly<Record<CreativeTier, number>>;
  /** Whether the split is the optimiser's to choose: the file speaks of creatives, and has no rule on their split. */
  readonly creativeFree: boolean;
  readonly lines: readonly Line[];
  readonly audiences: readonly NamedAudience[];
  /** Creators first, then the brand's own posts, each in the file's order. */
  readonly sources: readonly Source[];
  /** Whether posts, barter and rights fees are paid out of `budget`. */
  readonly creatorsFrom: 'budget' | 'outside';
  /** `null`: nobody's memory of the brand is modelled. */
  readonly brand: Brand | null;
  readonly shocks: readonly Shock[];
  /** Empty, or phases that cover the horizon. */
  readonly phases: readonly Phase[];
  readonly metrics: readonly Metric[];
  readonly formats: readonly Format[];
  readonly content: ContentCalendar | null;
  readonly community: Community | null;
  readonly attribution: Attribution | null;
  readonly rules: Rules;
  readonly goal: Goal;
  readonly kpis: readonly CustomKpi[];
  readonly targets: readonly Target[];
  /** Left out: nothing of it has been spent yet. */
  readonly inFlight?: InFlight;
  /** What a planner should know: what was assumed, what can't be judged. */
  readonly warnings: readonly ScenarioWarning[];
}
