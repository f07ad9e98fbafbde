import type { ApprovedPlan } from '../../approvals/approved-plan.js';
import type { Prepared } from '../../approvals/signed-elsewhere.js';
import type { Language } from '../../units/locale.js';
import type { DecideRequest, LedgerView, PolicyRequest, SubmissionMade } from '../approvals-protocol.js';
import type { ExportAnswers, ExportPlanWishes, ExportsReading } from '../exports-protocol.js';
import type { JobWork } from './jobs.js';

/** Exports become plans: what `huni plan` does, by the same code. */
interface ExportService {
  /** Reads files together. @param files paths @returns an `ExportsReading` */
  read(files: readonly string[], answers: ExportAnswers, language: Language): JobWork<ExportsReading>;
  /** Fits them and makes a plan's text. */
  plan(
    files: readonly string[],
    answers: ExportAnswers,
    wishes: ExportPlanWishes & {
      /** Where the plan lies that a workbook is of. */
      readonly source: string | null;
    },
    language: Language,
  ): JobWork<PlanMade>;
}

/** A plan's text, and what stands beside it. */
export interface PlanMade {
  readonly text: string;
  /** The mapping of campaigns to stages, as `huni plan --stages` takes it; `null` where there were no campaigns. */
  readonly stages: string | null;
  readonly notes: readonly string[];
}

/** The ledger that `huni submit`, `approve` and `policy` write, too. @param root the plans' folder */
export interface ApprovalService {
  /** @param root whose reports the submissions' budgets are read from @param language of what is wrong with it */
  view(root: string, language: Language): Promise<LedgerView>;
  /** The plan of this name that was approved last; `null`: none was. @throws ApprovalError where the ledger isn't intact */
  approved(root: string, name: string): Promise<ApprovedPlan | null>;
  /** Runs a saved plan, writes its report and submits it, signed with the key of whoever started the server. */
  submit(root: string, file: string): JobWork<SubmissionMade>;
  /** A decision to be signed; an approval looks at the report first, as `huni approve` does. */
  decide(root: string, request: DecideRequest): JobWork<Prepared>;
  policy(root: string, request: PolicyRequest): Promise<Prepared>;
  /** Records what was signed. @throws ApprovalError */
  record(root: string, prepared: Prepared, signature: string): Promise<void>;
}

/** What the planner's server has others do: what commands do, too. */
export interface PlannerServices {
  readonly exports: ExportService;
  readonly approvals: ApprovalService;
}
