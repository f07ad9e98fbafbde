import type { VerdictKind } from '../forecast/advice.js';
import type { ComparedKpi, Comparison } from '../forecast/compare/types.js';
import type { BudgetPoint } from '../forecast/frontier/types.js';
import type { Result } from '../forecast/result.js';
import type { TornadoFinding } from '../report/charts/tornado.js';
import type { OmittedChart } from '../report/charts/types.js';
import type { BudgetFinding } from '../report/frontier/budget-charts.js';
import type { OutcomeKind } from '../report/text/outcomes/types.js';
import type { StoredCampaign } from '../track/index.js';
import type { Language } from '../units/locale.js';
import type { PlainSaid } from '../words/said.js';
import type { Edit, EditValue } from './edits/edit-text.js';

/** What the planner's page and its server say to each other: JSON, checked on the server's side. */

/** A short problem, as every refusal of the server's is reported. */
export interface PlannerProblem {
  readonly problem: string;
  readonly message: string;
}

/** An uncertain figure of a plan, as the page shows it and lets it be edited. */
export interface QuantityView {
  /** Where its text stands in the file, or would: keys and ids. */
  readonly path: readonly (string | number)[];
  readonly kind: 'rate' | 'amount';
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  readonly fixed: boolean;
  /** Quantiles at evenly spaced probabilities, from 1 % to 99 %: what the small density is drawn from. */
  readonly quantiles: readonly number[];
  /** Who says so. */
  readonly origin: 'yours' | 'measured' | 'benchmark' | 'assumed' | 'default';
  /** The source in words, where there is one. */
  readonly source: string | null;
  readonly behind: readonly BehindView[];
}

/** What stands behind an uncertain figure: what is published, or what was measured in one's own exports. */
export interface BehindView {
  readonly kind: 'benchmark' | 'measured';
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  /** As `QuantityView`'s; empty where only the three points are known. */
  readonly quantiles: readonly number[];
  readonly source: string | null;
}

export interface LineView {
  readonly id: string;
  readonly platform: string;
  readonly stage: string;
  readonly segment: string | null;
  readonly budget: number;
  /** By metric; empty for a line with a response of its own. */
  readonly quantities: Readonly<Record<string, QuantityView>>;
  /** Shares of its budget by period, sum 1. */
  readonly flighting: readonly number[];
  readonly freeFlighting: boolean;
}

/** A creator, or the brand's own posts. */
export interface SourceView {
  readonly id: string;
  readonly kind: 'creator' | 'organic';
  readonly name: string;
  readonly platform: string;
  /** Where the number of posts stands in the file. */
  readonly postsPath: readonly (string | number)[];
  /** Of a creator in all, of own posts a week; `null` where the optimiser chooses. */
  readonly posts: number | null;
  /** At most so many are chosen from; `null` where the number is given. */
  readonly mostPosts: number | null;
  /** What a creator takes out of the plan's budget, in currency: for a post, and once where there is one; `null` where nothing comes out of it. */
  readonly pay: { readonly each: number; readonly once: number } | null;
  readonly quantities: Readonly<Record<string, QuantityView>>;
}

/** One thing that a plan is held to, as its file has it. */
export interface RuleView {
  /** Below `rules`: keys, and places in lists. */
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** A phase of the plan, or the time in which a shock may begin; periods counted from 0, both included. */
export interface BandView {
  readonly kind: 'phase' | 'shock';
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly chance: number | null;
  /** Where it stands in the file; `null`: in a preset. */
  readonly path: readonly string[] | null;
  /** Of a phase whose budget the file has as money: how much, in currency; `null` of a share of the plan's, and of a shock. */
  readonly money: number | null;
  /** What a phase has besides its name and its periods, as a file would have it. */
  readonly written: Readonly<Record<string, EditValue>>;
}

/** What a careful person would say of the plan beside the best one, in the language asked for. */
export interface VerdictView {
  readonly kind: VerdictKind;
  readonly sentence: string;
  /** Each test with what was found and what was asked. */
  readonly reasons: readonly string[];
  /** A test worth making first: what to expect, the rule to decide by. */
  readonly test: readonly string[];
  readonly moves: readonly MoveView[];
  /** Creators whose number of posts changes with the moves. */
  readonly posts: readonly { readonly id: string; readonly to: number; readonly words: string }[];
}

/** Money from one line or creator to another, by their ids, in currency; `null`: what stays unspent. */
export interface MoveView {
  readonly from: string | null;
  readonly to: string | null;
  readonly amount: number;
  readonly words: string;
}

/** The optimiser's answer: a plan with a verdict, or rules that can't hold together. */
/** Words in each language that the page may be read in. */
export type InLanguages<T> = Readonly<Record<Language, T>>;

/** What is said of an optimised plan. */
export interface OptimizeWords {
  readonly verdict: VerdictView | null;
  /** What each rule costs, by its name in the result. */
  readonly prices: Readonly<Record<string, string>>;
}

export type OptimizeAnswer =
  | { readonly result: Result; readonly sentences: InLanguages<OptimizeWords>; readonly contradiction?: undefined }
  | { readonly contradiction: InLanguages<string>; readonly result?: undefined };

/** What drives the spread, in each language. */
export type ExplainAnswer = InLanguages<TornadoFinding | OmittedChart>;

/** What other budgets would bring: the plans that may be taken, and what is said and drawn of them. */
export interface FrontierAnswer {
  readonly points: readonly BudgetPoint[];
  readonly findings: InLanguages<readonly BudgetFinding[]>;
}

/** Plans side by side, and the figure that they are told apart by. */
export interface CompareAnswer {
  readonly figure: ComparedKpi;
  readonly comparison: Comparison;
}

export interface ProblemView {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The whole plan's budget that would put it right, where it is one amount. */
  readonly budget?: { readonly amount: number; readonly currency: string; readonly edits: readonly Edit[] };
}

export interface PlanView {
  readonly name: string;
  readonly currency: string;
  readonly currencyDigits: number;
  readonly language: Language;
  /** Whether its file has no budgets: they are an even split then. */
  readonly isEvenSplit: boolean;
  /** What is counted, where it isn't orders. */
  readonly outcome: OutcomeKind | null;
  /** Whether it is known what that is worth: else nothing is said of profit. */
  readonly isValued: boolean;
  /** The KPI whose spread is explained. */
  readonly explains: string;
  readonly start: string | null;
  readonly periods: number;
  readonly unit: 'day' | 'week' | 'month';
  /** First day of each period, or its number. */
  readonly starts: readonly string[];
  readonly budget: number;
  readonly budgetIsMost: boolean;
  readonly lines: readonly LineView[];
  readonly economics: Readonly<Record<string, QuantityView>>;
  readonly sources: readonly SourceView[];
  readonly rules: readonly RuleView[];
  /** How the plan was made, where it was from exports: sentences at its file's head. */
  readonly notes: readonly string[];
  readonly bands: readonly BandView[];
  /** As the file has each, and in words. */
  readonly targets: readonly { readonly text: string; readonly words: string }[];
  readonly draws: number;
  readonly sha256: string;
}

/** A text read: the plan, or what is wrong with it, at most ten places. */
export type ReadingView =
  | {
      readonly ok: true;
      readonly plan: PlanView;
      /** The scenario in the engine's own encoding, base64: what the page prices. */
      readonly scenario: string;
    }
  | { readonly ok: false; readonly problems: readonly ProblemView[] };

/** A plan of the folder, as the first screen lists it; one with mistakes goes by its file's name. */
export interface PlanItem {
  readonly file: string;
  readonly name: string;
  readonly ok: boolean;
  readonly budget: number;
  /** Whether `budget` may be left unspent. */
  readonly budgetIsMost: boolean;
  readonly currency: string;
  readonly periods: number;
  readonly unit: 'day' | 'week' | 'month';
}

/** A plan opened: the file as it is, and what it says. */
export interface OpenedPlan {
  readonly file: string;
  readonly text: string;
  readonly version: string;
  readonly reading: ReadingView;
}

/** A draft, read after some edits. */
export interface DraftAnswer {
  readonly text: string;
  /** Which edits had no place in the file, by position. */
  readonly refused: readonly number[];
  readonly reading: ReadingView;
}

export type SaveAnswer =
  | { readonly ok: true; readonly version: string }
  | {
      readonly ok: false;
      readonly reason: 'conflict' | 'there';
      readonly text: string | null;
      readonly version: string | null;
    };

export const JOB_KINDS = ['optimize', 'explain', 'frontier', 'compare', 'track'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export interface JobRequest {
  readonly kind: JobKind;
  readonly file: string;
  readonly text: string;
  /** Of what is said where it fails. */
  readonly language: Language;
  /** Other plans of the folder, to compare with. */
  readonly others?: readonly string[];
  /** Exports to hold the plan against, by the names that `ActualsView` has. */
  readonly actuals?: readonly string[];
}

/** An export of a platform's that a plan can be held against. */
export interface ActualsFile {
  /** Within the folder: `march.csv`, or `plan.actuals/march.csv` of one that was dropped on the page. */
  readonly name: string;
  readonly bytes: number;
  /** Dropped on the page, which may take it away again. */
  readonly dropped: boolean;
}

/** Exports that are there, and which campaign somebody has said to be for which line. */
export interface ActualsView {
  readonly files: readonly ActualsFile[];
  readonly match: readonly StoredCampaign[];
}

/** A table in the reader's words and figures; the first column is words. */
export interface TableView {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[] | null;
}

/** A plan held against what came, in the language asked for. */
export interface TrackAnswer {
  readonly holds: boolean;
  readonly heading: string;
  /** Day on which what it is held against was approved, ISO; `null`: by no ledger. */
  readonly approvedOn: string | null;
  /** Spend that is in no line, reported before all else. */
  readonly first: readonly string[];
  readonly sentences: readonly string[];
  /** Cumulative orders by period, as approved and as they come. */
  readonly chart: {
    readonly title: string;
    readonly note: string;
    readonly approved: string;
    readonly now: string;
    readonly rows: readonly {
      readonly start: string;
      readonly approved: { readonly p10: number; readonly p50: number; readonly p90: number };
      readonly now: { readonly p10: number; readonly p50: number; readonly p90: number };
      readonly came: number | null;
    }[];
  };
  /** Why conversions come out otherwise: four bars from what was approved to what comes. */
  readonly bridge: {
    readonly title: string;
    readonly approved: number;
    readonly bars: readonly { readonly name: string; readonly change: number; readonly written: string }[];
  };
  readonly targets: TableView | null;
  readonly lines: TableView;
  readonly match: readonly StoredCampaign[];
  /** The plan's text with the re-plan in it; `null`: nothing is to be changed, or spend of no line stands in the way. */
  readonly replanned: string | null;
}

/** What a job tells while it goes on, one event after another; the last is an answer, a failure or a stop. */
export type JobEvent =
  /** Put in words by the page, in the language that it is read in by then. */
  | { readonly event: 'progress'; readonly doing: PlainSaid; readonly seconds: number }
  | { readonly event: 'done'; readonly result: unknown }
  | { readonly event: 'failed'; readonly message: string }
  | { readonly event: 'stopped' };

/** The five questions of a brief. */
export interface BriefRequest {
  readonly name: string;
  readonly currency: string;
  readonly budget: number;
  readonly weeks: number;
  readonly goal: 'awareness' | 'leads' | 'sales';
  readonly platforms: readonly string[];
  /** What an order or a lead is worth, and the share of it that is margin. */
  readonly orderValue: string;
  readonly margin: string;
  readonly language: Language;
}
