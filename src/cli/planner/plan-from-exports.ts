import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stagesText } from '../../calibrate/index.js';
import type { ExportAnswers, ExportPlanWishes } from '../../planner/exports-protocol.js';
import type { PlanMade } from '../../planner/server/services.js';
import type { Language } from '../../units/locale.js';
import { calibrateExports } from '../calibrated.js';
import { InputError } from '../exit.js';
import { readExports } from '../read-exports.js';
import { quietEffects } from './quiet-effects.js';
import { exportOptions } from './read-exports.js';

/**
 * Exports to a plan's text: what `huni plan` does before it prices. @throws {InputError} where they can't be fitted, or the
 * plan would be far off what came
 */
export async function planFromExports(
  files: readonly string[],
  answers: ExportAnswers,
  { name, weeks, budget, goal, orderValue, margin, newCampaigns, stages }: ExportPlanWishes,
  language: Language,
  tell: (message: string) => void,
): Promise<PlanMade> {
  const effects = quietEffects(language);
  const together = await readExports(files, exportOptions(answers), effects);
  const own = await mkdtemp(join(tmpdir(), 'huni-stages-'));
  try {
    const mapping = join(own, 'stages.yaml');
    await writeFile(mapping, stagesText(stages.map((one) => ({ ...one, evidence: 'as given' }))));
    const calibrated = await calibrateExports(
      files,
      together,
      {
        out: `${name.replace(/[\\/]/g, '-')}.yaml`,
        horizon: `${weeks} week${weeks === 1 ? '' : 's'}`,
        stages: mapping,
        newCampaigns,
        plan: {
          goal,
          ...(budget === null ? {} : { budget }),
          ...(orderValue === null ? {} : { orderValue }),
          ...(margin === null ? {} : { margin }),
        },
      },
      effects,
      tell,
    );
    if (calibrated.text === null) {
      throw new InputError(`no line is on a platform that plans know: ${calibrated.notes.join('; ')}`);
    }
    return { text: calibrated.text, stages: stagesText(calibrated.staged), notes: calibrated.notes };
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}
