import type { Sampler } from '../../sampling/types.js';
import type { VerdictKind } from '../advice.js';
import type { Held } from '../compare/types.js';

/** `choice`: what is ours to decide. `assumption`: what the world decides, and is believed. */
export type VaryKind = 'choice' | 'assumption';

/** One value of a varied key: what goes into the file, and how it is shown. */
export interface VaryValue {
  readonly text: string;
  /** Plain data, as a scenario file may hold it. */
  readonly value: unknown;
}

/** A key to vary: its values, or the ends between which a design may place them. */
export interface Vary {
  readonly key: string;
  readonly kind: VaryKind;
  readonly values: readonly VaryValue[];
  /** Ends of a range without steps, for designs by points; `percent` where they were written so. */
  readonly range?: { readonly low: number; readonly high: number; readonly percent: boolean };
}

/** One variant: the value of each varied key, in the order of the keys. */
export type Point = readonly VaryValue[];

/** The files of a plan: `main` and whatever it extends or reads, by path relative to one folder. */
export interface SweepSource {
  readonly main: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** What all variants of a sweep have in common. */
export interface SweepSettings {
  readonly draws?: number | undefined;
  readonly seed?: string | undefined;
  readonly sampler?: Sampler | undefined;
  readonly optimize: boolean;
  /** Give each variant the advice that `huni run` gives on it as a plan; left out: no. */
  readonly advice?: true | undefined;
}

/** A figure over the draws. */
export interface SweptFigure {
  readonly mean: number | null;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

export const SWEPT_KPIS = ['profit', 'revenue', 'orders', 'spend', 'roas'] as const;
export type SweptKpi = (typeof SWEPT_KPIS)[number];

/** What a variant came to. */
export type VariantOutcome =
  | {
      readonly status: 'priced';
      /** The goal with its weight on the worst futures: what an optimiser maximises. */
      readonly objective: number | null;
      /** Monte Carlo standard error of the goal's mean. */
      readonly se: number | null;
      readonly kpis: Readonly<Record<SweptKpi, SweptFigure>>;
      /** Share of futures with a loss. */
      readonly loss: number;
      readonly rules: Held;
      readonly targets: Held;
      readonly budgets: Readonly<Record<string, number>>;
      /** Posts of creators whose number was left to be chosen. */
      readonly posts?: Readonly<Record<string, number>>;
      /** What `huni run` would say of the variant as a plan, where it was asked for. */
      readonly advice?: VerdictKind;
    }
  /** No plan keeps the rules. */
  | { readonly status: 'contradiction'; readonly rules: readonly string[]; readonly message: string }
  /** The file with these values says something that can't be. */
  | { readonly status: 'wrong'; readonly message: string }
  /** A mistake of huni's own. */
  | { readonly status: 'failed'; readonly message: string };

/** `holds`: every rule and target does. */
export type Verdict = 'holds' | 'misses targets' | 'breaks rules' | 'contradiction' | 'wrong' | 'failed';

export interface SweptVariant {
  /** Value of each varied key, as shown. */
  readonly values: Readonly<Record<string, string>>;
  readonly verdict: Verdict;
  readonly outcome: VariantOutcome;
  /** Objective short of the best choice's under the same assumptions; `null` where either isn't known, or a rule is broken. */
  readonly regret: number | null;
  /** Whether it is the best choice under its assumptions, among those that keep the rules. */
  readonly best: boolean;
}

/** One set of choices over all the assumptions it was tried under. */
export interface SweptChoice {
  readonly values: Readonly<Record<string, string>>;
  readonly tried: number;
  /** Assumptions under which it is the best. */
  readonly best: number;
  readonly mean_objective: number | null;
  readonly mean_regret: number | null;
  readonly largest_regret: number | null;
}

/** How often a value stands among the best variants, and among all. */
export interface SharedValue {
  readonly key: string;
  readonly value: string;
  readonly among_best: number;
  readonly among_all: number;
}

/** `huni.sweep/1` */
export interface Sweep {
  readonly format: 'huni.sweep/1';
  readonly scenario: { readonly name: string; readonly sha256: string };
  readonly engine: {
    readonly version: string;
    readonly seed: string;
    readonly draws: number;
    readonly sampler: Sampler;
  };
  readonly design: 'grid' | 'sobol';
  readonly optimized: boolean;
  readonly goal: { readonly maximize: string; readonly risk_aversion: number; readonly tail: number };
  readonly currency: string;
  readonly varied: readonly { readonly key: string; readonly kind: VaryKind; readonly values: readonly string[] }[];
  readonly variants: readonly SweptVariant[];
  readonly choices: readonly SweptChoice[];
  /** What the tenth of the variants with the least regret have in common. */
  readonly common: readonly SharedValue[];
}
