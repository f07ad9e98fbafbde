import type { Sampler } from '../../sampling/types.js';
import type { Scenario } from '../../scenario/types.js';
import type { Difference, Probability, Summary } from '../../summary/types.js';

/** KPIs that scenarios are distinguished by, in the order in which they are reported. */
export const COMPARED_KPIS = ['profit', 'revenue', 'orders', 'roas', 'spend'] as const;
export type ComparedKpi = (typeof COMPARED_KPIS)[number];

/** A scenario to compare, and what it is called beside the others. */
export interface Contender {
  readonly label: string;
  readonly scenario: Scenario;
}

/** Rules or targets of a plan: how many of them hold. */
export interface Held {
  readonly held: number;
  readonly of: number;
}

/** How often a creator posts. */
export interface CreatorPosts {
  readonly id: string;
  readonly name: string;
  readonly posts: number;
}

export interface ComparedScenario {
  readonly label: string;
  readonly scenario: { readonly name: string; readonly sha256: string };
  /** The plan priced is the best one under the scenario's rules; left out: the plan as given. */
  readonly plan?: 'optimized';
  /** Posts of each creator in the plan that is priced, in the file's order; left out without creators. */
  readonly posts?: readonly CreatorPosts[];
  readonly kpis: Readonly<Record<ComparedKpi, Summary>>;
  /** What the goal maximises, over all draws. */
  readonly goal: Summary;
  /** From 1, by the goal's mean; equal means share a rank. */
  readonly rank: number;
  /** Share of futures in which no other scenario has a higher goal; those that tie share the future. `null`: never reported. */
  readonly best: Probability | null;
  /** Mean of what the best scenario of each future has more of the goal; `null`: never reported. */
  readonly regret: { readonly mean: number; readonly se: number | null; readonly p90: number } | null;
  readonly rules: Held;
  readonly targets: Held;
  /** This scenario less the first, future by future; `null` for the first, and for a KPI without a value. */
  readonly difference: Readonly<Record<ComparedKpi, Difference | null>> | null;
}

/** Scenarios side by side on the same futures: `huni.compare/1`. */
export interface Comparison {
  readonly format: 'huni.compare/1';
  readonly engine: {
    readonly version: string;
    readonly seed: string;
    readonly draws: number;
    readonly sampler: Sampler;
  };
  readonly goal: string;
  /** Share of futures in which a scenario's goal has no value: chance and regret are over the rest. */
  readonly undefined: number;
  /** In the order in which they were given. */
  readonly scenarios: readonly ComparedScenario[];
}
