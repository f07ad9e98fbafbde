import type { ExportAnswers, ExportPlanWishes, ExportsReading } from '../exports-protocol.js';
import type { JobWork } from './jobs.js';

/** Exports become plans: what `huni plan` does, by the same code. */
export interface ExportService {
  /** Reads files together. @param files paths @returns an `ExportsReading` */
  read(files: readonly string[], answers: ExportAnswers): JobWork<ExportsReading>;
  /** Fits them and makes a plan's text. */
  plan(files: readonly string[], answers: ExportAnswers, wishes: ExportPlanWishes): JobWork<PlanMade>;
}

/** A plan's text, and what stands beside it. */
export interface PlanMade {
  readonly text: string;
  /** The mapping of campaigns to stages, as `huni plan --stages` takes it. */
  readonly stages: string;
  readonly notes: readonly string[];
}

/** What the planner's server has others do: what commands do, too. */
export interface PlannerServices {
  readonly exports: ExportService;
}
