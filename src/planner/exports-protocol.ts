import type { Stage } from '../scenario/types.js';

/** What page and server say to each other while exports become a plan. */

/** What is answered of what exports leave open. */
export interface ExportAnswers {
  readonly currency?: string | undefined;
  readonly dayFirst?: boolean | undefined;
  readonly decimal?: '.' | ',' | undefined;
  /** By file name. */
  readonly platforms: Readonly<Record<string, string>>;
  /** By file name, what a column is, by its header. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What a question is about, and so how it is answered. */
type ExportQuestionKind = 'currency' | 'platform' | 'dates' | 'decimals' | 'columns';

export interface ExportQuestion {
  readonly about: ExportQuestionKind;
  /** The file that it is about; `null`: all of them. */
  readonly file: string | null;
  readonly text: string;
}

/** A file as it was read. */
export interface ExportFileView {
  readonly file: string;
  readonly read: boolean;
  readonly rows: number;
  readonly kept: number;
  /** Rows that count for nothing, with how many: totals, footers, blank ones. */
  readonly leftOut: readonly { readonly kind: string; readonly count: number }[];
  /** Rows that contradict themselves: how many for which reason, and the first of them. */
  readonly setAside: readonly { readonly reason: string; readonly count: number }[];
  readonly examples: readonly { readonly row: number; readonly reason: string; readonly detail: string }[];
  readonly platforms: readonly string[];
  readonly period: { readonly first: string; readonly last: string } | null;
  readonly granularity: string;
  /** With their currency. */
  readonly spend: readonly string[];
  readonly columns: readonly { readonly header: string; readonly field: string | null; readonly because: string }[];
  /** The file's first lines, where its columns are asked for. */
  readonly beginning: string | null;
  readonly findings: readonly { readonly level: 'refusal' | 'warning' | 'note'; readonly message: string }[];
}

/** A campaign, and the stage of the funnel that it is taken for. */
export interface CampaignStage {
  readonly platform: string;
  readonly campaign: string;
  /** `null`: left out. */
  readonly stage: Stage | null;
}

export interface CampaignView extends CampaignStage {
  /** What says so. */
  readonly evidence: string;
  readonly spend: number;
}

/** A file that is no export but a plan already. */
export interface PlannedView {
  /** A workbook of huni's whose budgets somebody changed, or a media plan of a person's own making. */
  readonly kind: 'workbook' | 'media-plan';
  readonly rows: readonly {
    readonly row: number;
    /** A media plan's; `null` of a workbook, whose rows have names. */
    readonly platform: string | null;
    readonly stage: Stage | null;
    readonly name: string;
    /** `null`: there is no one number for it. */
    readonly amount: number | null;
  }[];
}

/** Exports read together. */
export interface ExportsReading {
  /** Of a single file that is a plan already; `null`: these are exports. */
  readonly planned: PlannedView | null;
  readonly files: readonly ExportFileView[];
  readonly questions: readonly ExportQuestion[];
  /** What no answer helps with. */
  readonly refusals: readonly string[];
  /** By spend; empty while something is open. */
  readonly campaigns: readonly CampaignView[];
  readonly currency: string | null;
  /** Whether any file says what orders are worth. */
  readonly revenue: boolean;
  readonly notes: readonly string[];
}

export const EXPORT_GOALS = ['profit', 'orders', 'reach'] as const;

/** What is planned from the exports. */
export interface ExportPlanWishes {
  readonly name: string;
  readonly weeks: number;
  /** `null`: the pace of the last four weeks goes on. */
  readonly budget: number | null;
  readonly goal: (typeof EXPORT_GOALS)[number];
  /** As scenarios write them: `42`, `30 to 55`; `null`: as the exports say, or the default. */
  readonly orderValue: string | null;
  readonly margin: string | null;
  /** Campaigns of the plan are new ones. */
  readonly newCampaigns: boolean;
  readonly stages: readonly CampaignStage[];
  /** The plan of the folder that a workbook of huni's is of. */
  readonly of: string | null;
}

/** A plan made: its file, and what is to be known of how it was made. */
export interface ExportPlanAnswer {
  readonly file: string;
  readonly notes: readonly string[];
}

/** A file that was dropped on the page. */
export interface UploadView {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}
