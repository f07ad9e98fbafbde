import { runAdvised } from '../../../advice/index.js';
import type { Engine } from '../../../engine/types.js';
import { ContradictionError } from '../../../forecast/errors.js';
import { explainForecast } from '../../../forecast/explain.js';
import { runFrontier } from '../../../forecast/frontier/frontier.js';
import { factTexts } from '../../../report/facts.js';
import type { Scenario } from '../../../scenario/types.js';
import type { Language } from '../../../units/locale.js';
import type { JobKind, OptimizeAnswer } from '../../protocol.js';
import { compareAnswer, explainAnswer, frontierAnswer } from '../analysis-answers.js';
import { followPlan } from '../follow-plan.js';
import { inLanguages } from '../in-languages.js';
import { type TellDoing, tellingBy } from '../jobs.js';
import { openPlanFolder, type PlanFolder } from '../plan-folder.js';
import { readDraft, saidOf } from '../read-draft.js';
import type { ApprovalService } from '../services.js';
import { optimizeAnswer } from '../verdict-view.js';

/** A text as it would stand in the folder. */
interface DraftText {
  readonly file: string;
  readonly text: string;
}

/** Long work on a plan: what can be cloned. */
export interface WorkTask extends DraftText {
  readonly kind: JobKind;
  /** The plans' folder. */
  readonly root: string;
  /** Of what is said where it fails. */
  readonly language: Language;
  /** Other plans, to compare with. */
  readonly others: readonly DraftText[];
  /** Where exports lie that the plan is held against. */
  readonly exports: readonly string[];
}

/** What work needs of the server, wherever it is done: approvals, and the one place that saves. */
export interface WorkHelp {
  readonly approved: (name: string) => ReturnType<ApprovalService['approved']>;
  readonly save: PlanFolder['save'];
}

interface WorkMeans {
  readonly engine: Engine;
  readonly help: WorkHelp;
  readonly signal: AbortSignal;
  readonly tell: TellDoing;
}

/** Does long work on a plan. @throws Error with what the page is to show */
export async function doWork(task: WorkTask, { engine, help, signal, tell }: WorkMeans): Promise<unknown> {
  const { kind, root, file, language } = task;
  const reading = await readDraft({ root }, file, task.text);
  if (!reading.ok) throw new Error(await saidOf(reading.problems, language));
  if (kind === 'track') {
    const { exports } = task;
    const folder = { ...(await openPlanFolder(root)), save: help.save };
    const approvals = { approved: (_: string, name: string) => help.approved(name) };
    return followPlan({ folder, file, reading, exports, approvals, language, engine, signal, tell });
  }
  const { scenario } = reading;
  const onProgress = tellingBy(tell);
  switch (kind) {
    case 'optimize':
      try {
        return optimizeAnswer(await runAdvised(scenario, { engine, signal, charts: false, onProgress }));
      } catch (error) {
        if (!(error instanceof ContradictionError)) throw error;
        const { scenario: asked, asked: rules, relaxations } = error;
        const contradiction = inLanguages((one) =>
          factTexts({ ...asked, language: one }).contradiction(rules, relaxations),
        );
        return { contradiction } satisfies OptimizeAnswer;
      }
    case 'explain':
      return explainAnswer(
        scenario,
        await explainForecast(scenario, { engine, signal, onProgress, information: false }),
      );
    case 'frontier':
      return frontierAnswer(
        scenario,
        await runFrontier(scenario, { engine, by: 'budget', points: 6, signal, onProgress }),
      );
    case 'compare': {
      const contenders = await contendersOf(task);
      return compareAnswer([{ label: scenario.name, scenario }, ...contenders], { engine, signal });
    }
  }
}

/** The other plans that read well, by their files. */
async function contendersOf({
  root,
  others,
}: WorkTask): Promise<readonly { readonly label: string; readonly scenario: Scenario }[]> {
  const readings = await Promise.all(
    others.map(async ({ file, text }) => ({ file, reading: await readDraft({ root }, file, text) })),
  );
  return readings.flatMap(({ file, reading }) => (reading.ok ? [{ label: file, scenario: reading.scenario }] : []));
}
