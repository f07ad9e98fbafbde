import type { Shift } from '../../optimize/shifted-plans.js';
import type { LineMetric, Platform } from '../../scenario/types.js';
import type { Estimate } from '../../sensitivity/types.js';
import type { ChosenPosts } from '../chosen-posts.js';

/** What a group of inputs, or a question about them, is about: enough for a report to name it in any language. */
export type Subject =
  /** One input and all of its uncertainty: `economics.order_value`, `tiktok/awareness.cpm`. */
  | { readonly kind: 'input'; readonly input: string }
  /** What all lines have in common in a metric. */
  | { readonly kind: 'market'; readonly metric: LineMetric }
  /** What a platform's lines have in common in a metric, beyond the market. */
  | { readonly kind: 'platform'; readonly platform: Platform; readonly metric: LineMetric }
  /** What a line shares with nobody in a metric. */
  | { readonly kind: 'line'; readonly line: string; readonly metric: LineMetric }
  /** Inputs that an explicit correlation ties together. */
  | { readonly kind: 'together'; readonly inputs: readonly string[] }
  /** The rows of a file of posterior draws: how fitted curves turn out, all at once. */
  | { readonly kind: 'draws'; readonly file: string }
  /** How good creatives turn out, how much they find and how soon they wear out. */
  | { readonly kind: 'creative' }
  /** The ups and downs of prices from period to period. */
  | { readonly kind: 'noise' }
  /** All that a line shares with nobody, where lines are too many to tell their metrics apart. */
  | { readonly kind: 'line-rates'; readonly line: string }
  | { readonly kind: 'platform-rates'; readonly platform: Platform }
  /** A metric of all of a platform's lines, known outright: what a test on the platform would show. */
  | { readonly kind: 'platform-metric'; readonly platform: Platform; readonly metric: LineMetric }
  /** Every rate and price of a platform's lines, known outright. */
  | { readonly kind: 'platform-all'; readonly platform: Platform };

export interface MeanEstimate {
  readonly mean: number;
  readonly se: number;
}

/** The KPI's mean with one input at its p10 and at its p90, the inputs correlated with it moving along. */
export interface InputEffect {
  readonly input: string;
  /** The input's own p10 and p90; for price noise a factor on the price, averaged over the horizon. */
  readonly p10: number;
  readonly p90: number;
  readonly low: MeanEstimate;
  readonly high: MeanEstimate;
}

/**
 * Where a group stands at its p10 and p90: its one input's values; the relative change that it makes in its inputs, on
 * average; or, of inputs of many kinds, no figure: the direction is the one that moves the KPI most, p10 the bad end.
 */
export type GroupEnds =
  | { readonly kind: 'value'; readonly p10: number; readonly p90: number }
  | { readonly kind: 'change'; readonly p10: number; readonly p90: number }
  | { readonly kind: 'luck' };

/**
 * A group's bar of the tornado, the KPI's mean with the group at its p10 and p90 and all others left to chance, and its
 * share of the KPI's variance. Groups are independent of one another, and together they are all inputs.
 */
export interface GroupEffect {
  readonly group: string;
  readonly subject: Subject;
  readonly inputs: readonly string[];
  readonly ends: GroupEnds;
  readonly low: MeanEstimate;
  readonly high: MeanEstimate;
  readonly first: Estimate;
  readonly total: Estimate;
}

/** A plan that could be chosen once more is known. */
export interface AlternativePlan {
  /** `given`, `optimized`, or what was asked of it, for instance `tiktok × 2`. */
  readonly name: string;
  /** How it was made from the optimised plan, before the rules had their say; `null` for the optimised and the given one. */
  readonly shift: Shift | null;
  readonly budgets: readonly { readonly id: string; readonly budget: number }[];
  /** Of creators whose number of posts was left to be chosen. */
  readonly posts?: readonly ChosenPosts[];
  readonly creative: { readonly proven: number; readonly experiment: number; readonly moonshot: number };
  readonly goal: MeanEstimate;
}

export interface InformationQuestion extends Estimate {
  readonly question: string;
  readonly subject: Subject;
  readonly inputs: readonly string[];
  /** The regression's own maximum on the draws it was fitted to, and what it would be if the inputs explained nothing. */
  readonly plug_in: number;
  readonly chance: number;
}

/** `huni.explain/1`: what drives a plan's spread, and what it would be worth to know. */
export interface Explanation {
  readonly format: 'huni.explain/1';
  readonly scenario: { readonly name: string; readonly sha256: string };
  readonly engine: {
    readonly version: string;
    readonly seed: string;
    readonly draws: number;
    readonly sampler: 'mc';
  };
  readonly kpi: string;
  readonly plan: 'given';
  readonly spread: {
    readonly mean: number | null;
    readonly sd: number | null;
    readonly p10: number | null;
    readonly p50: number | null;
    readonly p90: number | null;
    /** Share of draws in which the KPI has no value; they are left out. */
    readonly undefined: number;
  };
  /** Largest effect first; empty where the KPI is the same in every draw. */
  readonly inputs: readonly InputEffect[];
  /** Largest total first; empty likewise. */
  readonly groups: readonly GroupEffect[];
  /** Sum of the first-order indices: the share of variance that inputs account for alone. */
  readonly alone: number | null;
  readonly information: {
    /** In the unit of the goal, whose mean is maximised. */
    readonly goal: string;
    /** The plan chosen if nothing more is known. */
    readonly best: string;
    readonly alternatives: readonly AlternativePlan[];
    /** To know every input before deciding. */
    readonly everything: Estimate;
    /** Most valuable first. */
    readonly questions: readonly InformationQuestion[];
  } | null;
}
