import type { ExportNote } from '../calibrate/types.js';
import type { Advice } from '../forecast/advice.js';
import type { Summary, TargetOutcome } from '../forecast/result.js';
import type { UnmatchedSpend } from './actuals/deliveries.js';
import type { Pace } from './actuals/pacing.js';
import type { Alarm } from './alarms.js';
import type { Bridge } from './bridge.js';
import type { MatchedCampaign } from './match/types.js';

/** KPIs that are reported then, now and at the present pace. */
export const LANDING_KPIS = ['spend', 'impressions', 'clicks', 'orders', 'revenue', 'profit', 'roas', 'cpa'] as const;
export type LandingKpi = (typeof LANDING_KPIS)[number];
export type Landing = Readonly<Partial<Record<LandingKpi, Summary>>>;

export interface TrackedLine extends Pace {
  readonly id: string;
  /** Of the plan, in currency. */
  readonly budget: number;
  /** Further off the plan than the tolerance. */
  readonly offPace: boolean;
  /** The last day on which it spent, ISO; `null`: there is none. */
  readonly last_spend: string | null;
  /** Sums of the periods that are over; `null`: no export tells. */
  readonly came: {
    readonly impressions: number | null;
    readonly clicks: number | null;
    readonly conversions: number | null;
  };
  /** Means over the whole horizon, at approval and now. */
  readonly conversions: { readonly approved: number | null; readonly now: number | null };
}

export interface TrackedTarget {
  readonly target: string;
  readonly required: number | null;
  readonly approved: { readonly probability: number | null; readonly value: number | null };
  readonly now: { readonly probability: number | null; readonly value: number | null };
  readonly atPace: { readonly probability: number | null; readonly value: number | null } | null;
  readonly holds: boolean;
}

/** Something that may come over the plan, and may have begun. */
export interface TrackedShock {
  readonly name: string;
  /** That it has, at approval and now. */
  readonly approved: number;
  readonly begun: number;
  /** First day of the period in which it is likeliest to have begun, ISO; `null`: it can't have. */
  readonly since: string | null;
}

/** A phase's gate that is behind the plan: judged on what came. */
export interface TrackedGate {
  readonly phase: string;
  /** As the plan's file has it. */
  readonly gate: string;
  /** Shares of futures that pass it and weren't stopped before: at approval, and now. */
  readonly approved: number | null;
  readonly passed: number;
  /** Whether it stops anything where it fails. */
  readonly stops: boolean;
}

/** Cumulative orders by the end of a period. */
export interface TrackedPeriod {
  /** First day, ISO. */
  readonly start: string;
  readonly approved: { readonly p10: number; readonly p50: number; readonly p90: number };
  readonly now: { readonly p10: number; readonly p50: number; readonly p90: number };
  /** Orders that came by its end, as they are counted in the plan's terms; `null`: it isn't over. */
  readonly came: number | null;
}

export interface Move {
  readonly line: string;
  /** Budget as it would go on, and as it would be; currency over the horizon, spent money in both. */
  readonly from: number;
  readonly to: number;
  /** A day, over the days that are left. */
  readonly dailyFrom: number;
  readonly dailyTo: number;
}

/** What to do with the rest. */
export type Replan =
  /** Nothing is left to decide: the plan is over, its money is spent, a lock holds, or a gate has stopped it. */
  | {
      readonly kind: 'nothing left';
      /** Where it is a lock alone that holds: the first day on which budgets may be changed again, ISO. */
      readonly locked_until?: string;
    }
  /** Rules that no plan of the rest can keep together. */
  | { readonly kind: 'contradiction'; readonly message: string; readonly rules: readonly string[] }
  | {
      readonly kind: 'planned';
      readonly verdict: Advice['verdict'];
      /** Empty where nothing should be changed. */
      readonly moves: readonly Move[];
      /** Expected gain of the moves in profit (or the goal's money), and the chance that it is one. */
      readonly gain: { readonly mean: number; readonly probability: number } | null;
      /** Where the targets stand after the moves. */
      readonly targets: readonly TargetOutcome[];
      /** Currency by line in the scenario's order, and what each spends by period. */
      readonly budgets: readonly number[];
      readonly periods: readonly (readonly number[])[];
      readonly creative: Readonly<Record<'proven' | 'experiment' | 'moonshot', number>>;
      /** Posts over the horizon of creators whose number was to be chosen. */
      readonly posts: readonly { readonly id: string; readonly posts: number }[];
    };

export interface TrackResult {
  readonly format: 'huni.track/1';
  readonly scenario: { readonly name: string; readonly sha256: string };
  /** What was approved, and when; `null`: no ledger was asked, the plan as it stands is held to be. */
  readonly approval: {
    readonly submission: number;
    readonly on: string;
    /** Whether the file's lines, budgets or targets are others now. */
    readonly changed: boolean;
  } | null;
  readonly engine: {
    readonly version: string;
    readonly seed: string;
    readonly draws: number;
    readonly sampler: string;
  };
  /** Last day whose figures count, and whose spend does; ISO. */
  readonly as_of: string;
  readonly spent_until: string;
  readonly settle_days: number;
  readonly tolerance: number;
  readonly periods: { readonly whole: number; readonly all: number };
  readonly spend: {
    readonly budget: number;
    /** All of it, that of no line included. */
    readonly spent: number;
    /** What the plan would have spent by now. */
    readonly planned: number;
    /** `spent / planned − 1`; `null` where nothing was planned yet. */
    readonly off: number | null;
    readonly unmatched: number;
    /** Before the plan's first day: in no other figure. */
    readonly before: number;
    readonly left: number;
    readonly over: number;
    /** By the end, at the present pace. */
    readonly at_pace: number;
  };
  readonly unmatched: readonly UnmatchedSpend[];
  readonly match: readonly MatchedCampaign[];
  readonly lines: readonly TrackedLine[];
  readonly kpis: { readonly approved: Landing; readonly now: Landing; readonly at_pace: Landing | null };
  readonly targets: readonly TrackedTarget[];
  /** Shocks that may have begun by now, as what came speaks of them. */
  readonly shocks: readonly TrackedShock[];
  readonly gates: readonly TrackedGate[];
  readonly bridge: Bridge;
  readonly chart: readonly TrackedPeriod[];
  readonly alarms: readonly Alarm[];
  readonly learning: {
    readonly observations: number;
    readonly by: 'nothing' | 'gaussian' | 'weights';
    readonly effective_sample: number | null;
    readonly accepted: number | null;
    readonly unsure: boolean;
    readonly dispersion: Readonly<Record<'impressions' | 'clicks' | 'conversions', number>>;
    /** Standard deviation of a week's step of each line's price and rates, in logs, as what came speaks of it. */
    readonly weekly_drift: Readonly<Record<'cpm' | 'ctr' | 'cvr', number>> | null;
  };
  readonly replan: Replan;
  /** Sentences about the exports. */
  /** What was decided of the exports: `exportNoteText` of `huni/calibrate` says it. */
  readonly notes: readonly ExportNote[];
  /** Every target holds and every line is on pace. */
  readonly holds: boolean;
}
