import { basename } from 'node:path';
import {
  matchPath,
  matchText,
  parseMatch,
  type StoredCampaign,
  storedCampaigns,
  type Track,
  withCampaigns,
  withNewCampaigns,
} from '../../track/index.js';
import type { Language } from '../../units/locale.js';
import { translationsOf } from '../../words/catalogues/index.js';
import { NoSuchPlanError, type PlanFolder, type StoredPlan } from './plan-folder.js';

/** Which campaign is for which line, as it is stored beside a plan; `null`: nobody has said yet. */
async function storedMatch(folder: PlanFolder, plan: string): Promise<StoredPlan | null> {
  try {
    return await folder.read(basename(matchPath(plan)));
  } catch (error) {
    if (error instanceof NoSuchPlanError) return null;
    throw error;
  }
}

/** Entries of the stored match as they stand. */
export async function readMatch(folder: PlanFolder, plan: string): Promise<readonly StoredCampaign[]> {
  const stored = await storedMatch(folder, plan);
  return stored === null ? [] : storedCampaigns(stored.text);
}

/** The stored match by campaign. @throws {TrackError} for a file that is none, and for lines that the plan hasn't */
export async function matchByCampaign(
  folder: PlanFolder,
  plan: string,
  lines: readonly string[],
): Promise<ReadonlyMap<string, string | null> | null> {
  const stored = await storedMatch(folder, plan);
  return stored === null ? null : parseMatch(stored.text, stored.file, lines);
}

/** Puts campaigns where somebody on the page says that they belong; everything else of the file stays. */
export async function changeMatch(
  folder: PlanFolder,
  plan: string,
  wanted: readonly StoredCampaign[],
  lines: readonly string[],
  language: Language,
): Promise<readonly StoredCampaign[]> {
  const translations = await translationsOf(language);
  // Somebody may write between reading and saving: once more on what stands there then.
  for (let attempt = 0; attempt < 3; attempt++) {
    const stored = await storedMatch(folder, plan);
    const text = withCampaigns(stored?.text ?? null, wanted, lines, translations);
    const outcome = await folder.save(basename(matchPath(plan)), text, stored?.version ?? null);
    if (outcome.ok) return storedCampaigns(outcome.plan.text);
  }
  throw new Error('the match is written by somebody else all the time');
}

/** Keeps what was proposed for campaigns that the file doesn't name yet, as the command line does. */
export async function keepProposed(
  folder: PlanFolder,
  plan: string,
  { result, fresh }: Track,
  lines: readonly string[],
  language: Language,
): Promise<void> {
  const stored = await storedMatch(folder, plan);
  if (stored !== null && fresh.length === 0) return;
  const translations = await translationsOf(language);
  const text =
    stored === null ? matchText(result.match, lines, translations) : withNewCampaigns(stored.text, fresh, translations);
  // One that somebody else writes at this moment is theirs; the next run adds to it.
  await folder.save(basename(matchPath(plan)), text, stored?.version ?? null);
}
