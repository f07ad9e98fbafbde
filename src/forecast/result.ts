import type { OptimizerReport, RuleOutcome, RulePrice } from '../optimize/report.js';
import type { Sampler } from '../sampling/types.js';
import type { CreativeTier, GoalPreset, Platform, Stage } from '../scenario/types.js';
import type { Difference, Summary } from '../summary/types.js';
import type { Language } from '../units/locale.js';
import type { Accuracy } from './accuracy.js';
import type { Advice, BreakEven, TestAdvice, Verdict } from './advice.js';

export type { Difference, OptimizerReport, RuleOutcome, RulePrice, Summary };

/** KPI name to its summary; groups have those that mean something there. */
export type KpiSummaries = Readonly<Record<string, Summary>>;

export interface ResultLine {
  readonly id: string;
  readonly budget: number;
  /** Of the plan's budget, 4 decimals. */
  readonly share: number;
  /** Budget a day over the horizon, on the currency's grid. */
  readonly daily: number;
  /** Of a line with free flighting: what it spends in each period, in whole smallest units that sum to its budget. */
  readonly periods?: readonly number[];
}

export interface TargetOutcome {
  readonly target: string;
  /** Share of draws that meet it; for a target on the mean, `null`. */
  readonly probability: number | null;
  /** Monte Carlo standard error of the probability (or of the mean). */
  readonly se: number;
  readonly required: number | null;
  /** The KPI's mean. */
  readonly value: number | null;
  readonly holds: boolean;
}

/** Something outside of what practice calls sound; a warning, never a rule. */
export type PlanWarning =
  /** Conversions a week that a line expects, and the least that it learns from. */
  | { readonly code: 'adequacy'; readonly line: string; readonly value: number; readonly min: number }
  /** What the plan spends a day, and what practice does for the goal. */
  | {
      readonly code: 'daily_spend';
      readonly preset: GoalPreset;
      readonly value: number;
      readonly min: number;
      readonly max: number;
    };

/** Orders and what they are worth: means over all futures. */
export interface Worth {
  readonly orders: number;
  readonly revenue: number;
  readonly gross_margin: number;
}

/**
 * What the mean profit is made of: means, in currency. Gross margin recorded and in the tail, less media, fees, tax and fixed
 * costs, is the mean profit; `future` and `baseline` are in no other figure.
 */
export interface PlanBridge {
  /** Of the plan, recorded within the horizon. */
  readonly recorded: Worth;
  /** Of the plan, recorded after the horizon. */
  readonly tail: Worth;
  readonly media: number;
  readonly fees: number;
  readonly tax: number;
  readonly fixed_costs: number;
  /** Pay of creators and of the brand's own posts; content and formats; answering messages. Left out where there is none. */
  readonly posts?: number;
  readonly production?: number;
  readonly community?: number;
  /** Orders of the customers won, over `value_days` after the horizon. */
  readonly future: Worth;
  /** Over the horizon, without any spend. */
  readonly baseline: Worth;
}

/** Posts and pay of a creator or of the brand's own posts: means over all futures. */
export interface ResultSource {
  readonly id: string;
  readonly posts: number;
  readonly pay: number;
  /** Of a creator whose number of posts was left to be chosen: the number in this plan. */
  readonly chosen?: number;
}

/** What plans lose: mean profit without any shock less that with this one for certain, in currency. */
export interface PlanLosses {
  readonly given: number;
  /** Left out where nothing was optimised. */
  readonly optimized?: number;
  /** `null` where no plan was found that keeps the rules. */
  readonly robust: number | null;
}

/** Section 15: losses to each shock, for certain and alone, of the plans and of the one whose worst loss is least. */
export interface ResultRobust {
  readonly shocks: readonly { readonly name: string; readonly loss: PlanLosses }[];
  readonly worst: PlanLosses;
}

/** A phase with its gate (section 16 of the model); `null` without one. */
export interface ResultPhase {
  readonly name: string;
  /** Share of all futures that pass the gate and weren't stopped before. */
  readonly probability: number | null;
  /** Mean profit with the right to stop less that without it. */
  readonly option_value: number | null;
}

/** Profit in the futures in which a shock comes, with it and without it (section 15); `null` where it never comes. */
export interface ResultShock {
  readonly name: string;
  readonly frequency: number;
  readonly profit_with: number | null;
  readonly profit_without: number | null;
}

/** Conversions of a platform by its dashboard, by last clicks and by the model (section 17): means. */
export interface PlatformClaim {
  readonly platform: Platform;
  readonly claimed: number;
  readonly last_click: number;
  readonly incremental: number;
}

export interface PlanResult {
  readonly lines: readonly ResultLine[];
  /** Left out without creators and posts of the brand's own. */
  readonly sources?: readonly ResultSource[];
  /** Left out without phases. */
  readonly phases?: readonly ResultPhase[];
  readonly creative: Readonly<Record<CreativeTier, number>>;
  readonly kpis: {
    readonly total: KpiSummaries;
    readonly lines: Readonly<Record<string, KpiSummaries>>;
    readonly platforms: Readonly<Partial<Record<Platform, KpiSummaries>>>;
    readonly stages: Readonly<Partial<Record<Stage, KpiSummaries>>>;
    readonly periods: readonly ({ readonly start: string } & Readonly<Record<string, Summary | string>>)[];
  };
  readonly bridge: PlanBridge;
  readonly rules: readonly RuleOutcome[];
  readonly targets: readonly TargetOutcome[];
  readonly price?: readonly RulePrice[];
  /** Left out where there is nothing to warn of. */
  readonly warnings?: readonly PlanWarning[];
}

export interface Result {
  readonly format: 'huni.result/1';
  readonly scenario: {
    readonly name: string;
    readonly sha256: string;
    /** Of its report, where the command line said it; left out where the plan's file does, or nobody. */
    readonly language?: Language;
  };
  readonly engine: {
    readonly version: string;
    readonly seed: string;
    readonly draws: number;
    readonly sampler: Sampler;
    /** Inputs beyond the Sobol table, sampled pseudo-randomly; left out when there are none. */
    readonly pseudo_random_inputs?: number;
    /**
     * Where more than two million draws were asked for: how many of them chances, differences, targets, rules and the verdict go by. Means
     * and quantiles go by all.
     */
    readonly judged_draws?: number;
    /**
     * Where there were too many draws to be stored: by what share of the draws the rank of a quantile of a line, platform,
     * stage or period may be off, and with `judged_draws` that of a total. Every mean, sd and standard error is exact. Left out where all is.
     */
    readonly quantile_rank_error?: number;
    /** Where draws were made until the figures were accurate enough; left out where their number was given. */
    readonly accuracy?: Accuracy;
    /** Where the machine has no WebAssembly SIMD: the same figures to 1e-10, some five times slower. Left out where it has. */
    readonly kernel?: 'reference';
  };
  readonly plans: {
    readonly given: PlanResult;
    readonly optimized?: PlanResult;
    /** The plan that minimises the worst shock's loss, where it was asked for and one keeps the rules. */
    readonly robust?: PlanResult;
  };
  /** Where it was asked for. */
  readonly robust?: ResultRobust;
  /** Of the optimised plan, or of the plan given where there is no other; left out without shocks. */
  readonly shocks?: readonly ResultShock[];
  /** Likewise; left out without `attribution`. */
  readonly attribution?: readonly PlatformClaim[];
  readonly difference?: Readonly<Record<string, Difference>>;
  readonly optimizer?: OptimizerReport & {
    /** Moves are in steps that people type; left out where the optimum stands to the cent. `loss` is of the goal's objective. */
    readonly rounding?: { readonly step: number; readonly loss: number };
  };
  readonly verdict?: Verdict;
  /** What would have to be true; left out where the plan pays and meets its targets. */
  readonly break_even?: readonly BreakEven[];
  /** Left out where no test is worth making. */
  readonly test?: TestAdvice;
  readonly warnings?: Advice['warnings'];
}
