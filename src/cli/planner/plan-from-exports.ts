import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type PlanWishes, stagesText } from '../../calibrate/index.js';
import { readTextUpTo } from '../../files/read.js';
import type { ExportAnswers, ExportPlanWishes } from '../../planner/exports-protocol.js';
import { type TellDoing, tellingBy } from '../../planner/server/jobs.js';
import type { PlanMade } from '../../planner/server/services.js';
import { MAX_SCENARIO_BYTES } from '../../scenario/source/file.js';
import type { Language } from '../../units/locale.js';
import { calibrateExports } from '../calibrated.js';
import type { Effects } from '../effects.js';
import { InputError } from '../exit.js';
import { plannedFile } from '../planned-file.js';
import { readExports } from '../read-exports.js';
import { translatedFor } from '../translated.js';
import { exportOptions } from './export-options.js';
import { quietEffects } from './quiet-effects.js';

/**
 * Exports to a plan's text: what `huni plan` does before it prices. @throws {InputError} where they can't be fitted, or the
 * plan would be far off what came
 */
export async function planFromExports(
  files: readonly string[],
  answers: ExportAnswers,
  {
    name,
    weeks,
    budget,
    goal,
    orderValue,
    margin,
    newCampaigns,
    stages,
    source,
  }: ExportPlanWishes & { readonly source: string | null },
  language: Language,
  tell: TellDoing,
): Promise<PlanMade> {
  const effects = quietEffects(language);
  const plan = {
    goal,
    ...(budget === null ? {} : { budget }),
    ...(orderValue === null ? {} : { orderValue }),
    ...(margin === null ? {} : { margin }),
  };
  const own = await mkdtemp(join(tmpdir(), 'huni-plan-'));
  try {
    const planned = await takenAsPlan(
      files,
      answers,
      { out: join(own, 'plan.yaml'), name, weeks, plan, source },
      effects,
    );
    if (planned !== null) return planned;
    const together = await readExports(files, exportOptions(answers), effects);
    const mapping = join(own, 'stages.yaml');
    await writeFile(mapping, stagesText(stages.map((one) => ({ ...one, evidence: { kind: 'given' } }))));
    const calibrated = await calibrateExports(
      files,
      together,
      {
        out: `${name.replace(/[\\/]/g, '-')}.yaml`,
        horizon: `${weeks} week${weeks === 1 ? '' : 's'}`,
        stages: mapping,
        newCampaigns,
        plan,
      },
      effects,
      tellingBy(tell),
    );
    if (calibrated.text === null) {
      throw new InputError(`no line is on a platform that plans know: ${calibrated.notes.join('; ')}`);
    }
    return { text: calibrated.text, stages: stagesText(calibrated.staged, language), notes: calibrated.notes };
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** A single file that is a plan already: `huni plan budget.xlsx`. */
async function takenAsPlan(
  [file, ...others]: readonly string[],
  answers: ExportAnswers,
  {
    out,
    name,
    weeks,
    plan,
    source,
  }: {
    readonly out: string;
    readonly name: string;
    readonly weeks: number;
    readonly plan: PlanWishes;
    readonly source: string | null;
  },
  effects: Effects,
): Promise<PlanMade | null> {
  if (file === undefined || others.length > 0) return null;
  const options = { ...exportOptions(answers), out, weeks, ...(source === null ? {} : { scenario: source }) };
  const planned = await plannedFile(file, options, { name, wishes: plan }, effects);
  if (planned === null) return null;
  // Where it was written for a moment is nobody's business.
  const notes = (await translatedFor(effects, planned.notices))
    .filter((line) => !line.includes(out))
    .map((line) => line.replaceAll(file, basename(file)));
  return { text: await readTextUpTo(out, MAX_SCENARIO_BYTES), stages: null, notes };
}
