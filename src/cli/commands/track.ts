import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ApprovedPlan, approvedPlan } from '../../approvals/approved-plan.js';
import { intactHistory } from '../../approvals/audit.js';
import { findingText } from '../../calibrate/words/index.js';
import { readUpTo } from '../../files/read.js';
import type { CheckFormat } from '../../report/check/format-names.js';
import { required } from '../../required.js';
import { MAX_DATA_BYTES, readText } from '../../scenario/source/file.js';
import {
  type MatchedCampaign,
  matchPath,
  matchText,
  parseMatch,
  replannedText,
  type Track,
  TrackError,
  type TrackResult,
  trackPlan,
  withNewCampaigns,
} from '../../track/index.js';
import { parseDate } from '../../units/period.js';
import { translationsOf } from '../../words/catalogues/index.js';
import { doing } from '../../words/progress.js';
import { type Said, say, type Words } from '../../words/said.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { explained } from '../explain.js';
import { refuseAlarms, withLedger } from '../open-ledger.js';
import type { CommonOptions } from '../options.js';
import { progressLine } from '../progress.js';
import { type ExportOptions, readExports } from '../read-exports.js';
import { readScenarioOrExplain } from '../read-scenario.js';
import { recordSources } from '../scenario-sources.js';
import { linesFor } from '../translated.js';
import { type Threads, withThreads } from '../with-threads.js';
import { writeBack } from '../write-back.js';
import { writeFileWhole } from '../write-file.js';
import { writeFilesInto } from '../write-files.js';

interface TrackCommandOptions extends CommonOptions, Omit<ExportOptions, 'seed' | 'json' | 'quiet'> {
  readonly actuals?: readonly string[];
  /** ISO date. */
  readonly asOf?: string;
  /** `3 days`, or a number of them. */
  readonly settle?: number;
  readonly tolerance?: number;
  readonly write?: boolean;
  /** The ledger that says what was approved. */
  readonly store?: string;
  readonly format?: CheckFormat;
}

/**
 * `huni track PLAN --actuals EXPORT…`: the plan against what came, its inputs moved by it, the rest forecast and re-planned. Exit 1
 * where a target's chance is below what it needs, or a line is further off its pace than the tolerance.
 */
export async function trackCommand(file: string, options: TrackCommandOptions, effects: Effects): Promise<ExitCode> {
  const { actuals = [], asOf } = options;
  if (actuals.length === 0)
    throw new InputError(say`found no exports, expected --actuals EXPORT…: what came of the plan`);
  if (options.json === true && options.format !== undefined) {
    throw new InputError(say`--json is --format json: take one of them`);
  }
  if (asOf !== undefined) {
    const date = parseDate(asOf);
    if (!date.ok) throw new InputError(say`--as-of: ${date.said}`);
  }
  return withThreads(options, effects, (threads) => follow(file, options, effects, threads));
}

async function follow(
  file: string,
  options: TrackCommandOptions,
  effects: Effects,
  threads: Threads,
): Promise<ExitCode> {
  const format: CheckFormat = options.json === true ? 'json' : (options.format ?? 'text');
  const quiet = options.quiet === true || format !== 'text';
  const sources = recordSources();
  const { scenario, document } = await readScenarioOrExplain(file, options, sources.readFile);
  // What came of a plan is counted to the last of its exports' days, whatever this machine's date is: `asOf` says another.
  const { today: _, ...anyDay } = effects;
  const { daily, findings } = await readExports(required(options.actuals), options, anyDay);
  const ids = scenario.lines.map(({ id }) => id);
  const stored = await readMatch(matchPath(file), ids);
  const approved = options.store === undefined ? null : await lastApproved(options.store, scenario.name, effects);
  const progress = progressLine(effects, scenario.name, quiet);
  const track = await explained(file, async () =>
    trackPlan(scenario, daily, {
      engine: await threads,
      signal: effects.signal,
      ...(stored === null ? {} : { match: stored.match }),
      ...(approved === null ? {} : { approved }),
      ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
      ...(options.settle === undefined ? {} : { settleDays: options.settle }),
      ...(options.tolerance === undefined ? {} : { tolerance: options.tolerance }),
      onProgress: progress.show,
    }),
  ).catch(async (error: unknown) => {
    progress.done();
    if (!(error instanceof TrackError)) throw error;
    // Where the match stands in the way it must be there to be corrected.
    if (error.match !== null && stored === null) {
      const [wrote] = await storeMatch(
        matchPath(file),
        null,
        { result: { match: error.match }, fresh: error.match },
        ids,
        effects,
      );
      effects.err(await linesFor(effects, wrote === undefined ? [] : [wrote]));
    }
    throw new InputError(say`${file}: ${error.said}`);
  });
  const reported: Words[] = findings.map((one) => findingText(one, effects.language ?? 'en'));
  reported.push(...(await storeMatch(matchPath(file), stored, track, ids, effects)));
  const report = await import('../../report/track/index.js');
  if (options.out !== undefined) {
    progress.show(doing(say`drawing the report`));
    await writeFilesInto(options.out, await report.renderTrack(track, { signal: effects.signal }), effects);
    reported.push(say`Report: ${join(options.out, 'track.html')}`);
  }
  progress.done();
  if (options.write === true) {
    reported.push(await writePlan(file, track, document, sources.bytesOf(file)));
  }
  if (options.quiet !== true) {
    effects.out(report.printTrack(track, format), format === 'github' ? 'workflow-commands' : undefined);
    if (reported.length > 0) effects.err(await linesFor(effects, reported));
  }
  return track.result.holds ? EXIT.ok : EXIT.failed;
}

/** The plan of this name that a ledger says was approved last. */
async function lastApproved(store: string, name: string, effects: Effects): Promise<ApprovedPlan> {
  const found = await withLedger({ store }, { create: false }, effects, async (known) => {
    refuseAlarms(known);
    const { ledger } = known;
    const history = intactHistory(ledger.entries(), ledger.path, ledger.faults());
    return { answer: await approvedPlan(history, name), intact: true };
  });
  if (found === null) {
    throw new InputError(
      say`${store}: found no approved plan called "${name}", expected one: huni submit, then huni approve`,
    );
  }
  return found;
}

interface StoredMatch {
  /** The file as it was read. */
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly match: ReadonlyMap<string, string | null>;
}

/** `null`: none was stored yet. */
async function readMatch(path: string, lines: readonly string[]): Promise<StoredMatch | null> {
  if (!existsSync(path)) return null;
  let bytes: Uint8Array = new Uint8Array();
  const file = await readText(path, MAX_DATA_BYTES, async () => {
    bytes = await readUpTo(path, MAX_DATA_BYTES + 1);
    return bytes;
  });
  if (!file.ok) {
    throw new InputError(say`${path}: found ${file.fault.said.found}, expected the match of campaigns to lines`);
  }
  try {
    return { bytes, text: file.text, match: parseMatch(file.text, path, lines) };
  } catch (error) {
    if (error instanceof TrackError) throw new InputError(error.said);
    throw error;
  }
}

/** Writes the match where there was none, and adds what it doesn't name; what stands there is the person's. */
async function storeMatch(
  path: string,
  stored: StoredMatch | null,
  { result, fresh }: { readonly result: Pick<TrackResult, 'match'>; readonly fresh: readonly MatchedCampaign[] },
  lines: readonly string[],
  { language = 'en' }: Pick<Effects, 'language'>,
): Promise<Said[]> {
  const translations = await translationsOf(language);
  if (stored === null) {
    await writeFileWhole(path, matchText(result.match, lines, translations), { replace: false });
    return [say`Wrote which campaign is for which line to ${path}: yours to edit.`];
  }
  if (fresh.length === 0) return [];
  await writeBack(path, withNewCampaigns(stored.text, fresh, translations), stored.bytes);
  return [say`New campaigns: ${fresh.length}, added to ${path}, which is yours to edit.`];
}

/** Puts the budgets of the rest into the plan; what is spent stays as it was spent. */
async function writePlan(
  file: string,
  track: Track,
  document: Awaited<ReturnType<typeof readScenarioOrExplain>>['document'],
  before: Uint8Array | undefined,
): Promise<Said> {
  const { spend } = track.result;
  const text = replannedText(document, track);
  if (text === null) return say`${file}: nothing is to be changed, nothing was written.`;
  if (spend.unmatched > 0) {
    throw new InputError(
      say`${file}: found spend that is in no line, expected every campaign in one before budgets are written: see ${matchPath(file)}`,
    );
  }
  if (before === undefined) await writeFileWhole(file, text, { replace: true });
  else await writeBack(file, text, before);
  return say`Wrote the new budgets to ${file}.`;
}
