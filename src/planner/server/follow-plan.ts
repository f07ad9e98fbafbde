import { dailyRowsOf } from '../../calibrate/index.js';
import { combineReadings } from '../../calibrate/read/combine.js';
import { readExport } from '../../calibrate/read/read-export.js';
import { findingText } from '../../calibrate/words/index.js';
import type { Engine } from '../../engine/types.js';
import { readingText } from '../../report/calibration/reading-text.js';
import type { ScenarioReading } from '../../scenario/read.js';
import { TrackError, trackPlan } from '../../track/index.js';
import type { Language } from '../../units/locale.js';
import { translationsOf } from '../../words/catalogues/index.js';
import { translatedBy } from '../../words/said.js';
import type { InLanguages, TrackAnswer } from '../protocol.js';
import { inLanguages } from './in-languages.js';
import { type TellDoing, tellingBy } from './jobs.js';
import type { PlanFolder } from './plan-folder.js';
import type { ApprovalService } from './services.js';
import { keepProposed, matchByCampaign } from './stored-match.js';
import { trackAnswer } from './track-answer.js';

/** What a plan is held against, and how. */
interface FollowRequest {
  readonly folder: PlanFolder;
  /** The plan's file in the folder, and its draft. */
  readonly file: string;
  readonly reading: Extract<ScenarioReading, { ok: true }>;
  /** Where the exports lie. */
  readonly exports: readonly string[];
  readonly approvals: Pick<ApprovalService, 'approved'>;
  readonly language: Language;
  readonly engine: Engine;
  readonly signal: AbortSignal;
  readonly tell: TellDoing;
}

/**
 * Holds a plan against exports, and keeps which campaign is for which line. What the ledger says was approved last under the plan's name is
 * the band that is drawn; without one it is the plan as it stands.
 *
 * @throws Error reported in full where the exports can't be read, and TrackError where they can't be held against the plan
 */
export async function followPlan(request: FollowRequest): Promise<InLanguages<TrackAnswer>> {
  const { folder, file, reading, exports, approvals, language, engine, signal, tell } = request;
  const alone = [];
  for (const path of exports) {
    signal.throwIfAborted();
    alone.push(await readExport(path, {}));
  }
  const refused = alone.filter(({ status }) => status === 'refused');
  const inFolder = (text: string): string => text.replaceAll(`${folder.root}/`, '').trimEnd();
  if (refused.length > 0) throw new Error(refused.map((one) => inFolder(readingText(one, language))).join('\n'));
  const { readings, findings } = combineReadings(alone);
  const apart = findings.filter(({ level }) => level === 'refusal');
  if (apart.length > 0) throw new Error(apart.map((one) => inFolder(findingText(one, language))).join('\n'));
  const daily = dailyRowsOf(readings);
  if (!daily.ok) throw new Error(daily.reason);
  const lines = reading.scenario.lines.map(({ id }) => id);
  return inLanguage(language, async () => {
    const match = await matchByCampaign(folder, file, lines);
    const approved = await approvals.approved(folder.root, reading.scenario.name);
    const track = await trackPlan(reading.scenario, daily.value, {
      engine,
      signal,
      ...(match === null ? {} : { match }),
      ...(approved === null ? {} : { approved }),
      onProgress: tellingBy(tell),
    });
    await keepProposed(folder, file, track, lines, language);
    return inLanguages((one) => trackAnswer(track, reading.document, one));
  });
}

/** What can't be held against the plan is said in the reader's language. */
async function inLanguage<T>(language: Language, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TrackError)) throw error;
    throw new Error(translatedBy(await translationsOf(language), error.said));
  }
}
