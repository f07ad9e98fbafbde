import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { nearest } from '../../scenario/nearest.js';
import { STAGES, type Stage } from '../../scenario/types.js';
import type { Language } from '../../units/locale.js';
import { failure, type Result, success } from '../../units/result.js';
import { say } from '../../words/said.js';
import { yamlAsked } from '../../words/yaml-mistakes.js';
import type { StageEvidence } from '../facts.js';
import { scenarioWords, stageEvidenceText } from '../words/scenario/index.js';
import type { DailyRows } from './daily.js';
import type { DailyExport } from './from-export.js';
import { stageIn } from './stage-words.js';

/** Where a campaign belongs, and what says so. `stage` null: left out of the fits. */
export interface StagedCampaign {
  readonly platform: string;
  readonly campaign: string;
  readonly stage: Stage | null;
  readonly evidence: StageEvidence;
}

/** Most of what platforms sell is prospecting. */
const DEFAULT: Stage = 'awareness';

/** Campaigns to stages by objective, else by name, else awareness; for the user to correct. */
export function guessStages({ rows, objectives, owners }: DailyExport): StagedCampaign[] {
  const staged = new Map<string, StagedCampaign>();
  rows.campaigns.forEach(({ platform }, index) => {
    const campaign = owners[index];
    const key = stageKey(platform, campaign);
    if (!staged.has(key)) staged.set(key, { platform, campaign, ...guess(objectives[index], campaign) });
  });
  return [...staged.values()];
}

function guess(objective: string, name: string): Pick<StagedCampaign, 'stage' | 'evidence'> {
  for (const [what, text] of [
    ['objective', objective],
    ['name', name],
  ] as const) {
    const found = stageIn(text);
    if (found !== null) return { stage: found.stage, evidence: { kind: what, word: found.word } };
  }
  return { stage: DEFAULT, evidence: { kind: 'nothing' } };
}

/** The mapping as a file to edit and to hand in again. @param language of what is said beside it */
export function stagesText(staged: readonly StagedCampaign[], language: Language = 'en'): string {
  const { sentences } = scenarioWords(language);
  const lines = staged.map(({ platform, campaign, stage, evidence }) => {
    const flow = `{ platform: ${inFlow(platform)}, campaign: ${inFlow(campaign)}, stage: ${stage ?? 'skip'} }`;
    return `  - ${flow}  # ${stageEvidenceText(evidence, language).replaceAll('\n', ' ')}`;
  });
  return [
    `# ${sentences.stages()}`,
    '#   huni calibrate EXPORT --stages THIS-FILE',
    `# stage: ${STAGES.join(' | ')} | skip (${sentences.skip()})`,
    'campaigns:',
    ...lines,
    '',
  ].join('\n');
}

/** Words apart by spaces, which YAML takes for nothing else. */
const PLAIN = /^[A-Za-z]\w*(?: \w+)+$/;

/** A text as YAML has it within braces. */
function inFlow(text: string): string {
  if (PLAIN.test(text)) return text;
  return stringify([text], { collectionStyle: 'flow', lineWidth: 0 }).trim().slice(1, -1).trim();
}

/**
 * Reads a mapping file: for each platform and campaign its stage, `null` where it is left out.
 *
 * @returns why it can't be used, with its line, for anything but a list of platform, campaign and stage
 */
export function parseStages(text: string): Result<ReadonlyMap<string, Stage | null>> {
  const document = parseDocument(text);
  const lineOf = (offset: number | undefined) => text.slice(0, offset ?? 0).split('\n').length;
  const [error] = document.errors;
  if (error !== undefined) return failure(say`line ${lineOf(error.pos[0])}: expected valid YAML (${yamlAsked(error)})`);
  const list = document.get('campaigns');
  const items = typeof list === 'object' && list !== null && 'items' in list ? (list.items as unknown[]) : null;
  if (items === null) return failure(say`expected a list under "campaigns:"`);
  const stages = new Map<string, Stage | null>();
  for (const item of items) {
    if (!isMap(item)) return failure(say`expected { platform, campaign, stage } for each campaign`);
    const at = say`line ${lineOf(item.range?.[0])}`;
    const value = (key: string): string | null => {
      const node = item.get(key, true);
      return isScalar(node) && node.value !== null ? String(node.value) : null;
    };
    const [stage, platform, campaign] = [value('stage'), value('platform'), value('campaign')];
    if (stage === null) return failure(say`${at}: ${'stage'} is missing`);
    if (stage !== 'skip' && !isStage(stage)) {
      const close = nearest(stage, [...STAGES, 'skip']);
      if (close !== undefined) return failure(say`${at}: found stage "${stage}": ${say`did you mean "${close}"?`}`);
      return failure(say`${at}: found stage "${stage}", expected one of ${STAGES.join(', ')}, skip`);
    }
    if (platform === null) return failure(say`${at}: ${'platform'} is missing`);
    if (campaign === null) return failure(say`${at}: ${'campaign'} is missing`);
    const key = stageKey(platform, campaign);
    const own = stage === 'skip' ? null : stage;
    if (stages.has(key) && stages.get(key) !== own) {
      return failure(
        say`${at}: found campaign "${campaign}" again, for ${stage}; it is for ${stages.get(key) ?? 'skip'} above: name each once`,
      );
    }
    stages.set(key, own);
  }
  return success(stages);
}

function isStage(text: string): text is Stage {
  return (STAGES as readonly string[]).includes(text);
}

function stageKey(platform: string, campaign: string): string {
  return JSON.stringify([platform, campaign]);
}

/** A guess corrected by a mapping file; campaigns that it doesn't name keep their guess. */
export function applyStages(
  guessed: readonly StagedCampaign[],
  given: ReadonlyMap<string, Stage | null>,
): StagedCampaign[] {
  return guessed.map((one) => {
    const stage = given.get(stageKey(one.platform, one.campaign));
    return stage === undefined ? one : { ...one, stage, evidence: { kind: 'given' } };
  });
}

/** The rows with their campaigns' stages; rows of campaigns that are left out are gone. */
export function withStages({ rows, owners }: DailyExport, staged: readonly StagedCampaign[]): DailyRows {
  const stages = new Map(staged.map(({ platform, campaign, stage }) => [stageKey(platform, campaign), stage]));
  const campaigns = rows.campaigns.map((campaign, index) => ({
    ...campaign,
    stage: stages.get(stageKey(campaign.platform, owners[index])) ?? null,
  }));
  const known = Array.from(rows.campaign.keys()).filter((row) => campaigns[rows.campaign[row]]?.stage !== null);
  const pick = (column: Float64Array) => Float64Array.from(known, (row) => column[row]);
  return {
    campaigns,
    campaign: Int32Array.from(known, (row) => rows.campaign[row]),
    day: Int32Array.from(known, (row) => rows.day[row]),
    spend: pick(rows.spend),
    impressions: pick(rows.impressions),
    clicks: pick(rows.clicks),
    conversions: pick(rows.conversions),
    views: pick(rows.views),
    reach: pick(rows.reach),
    revenue: pick(rows.revenue),
    ...(rows.exposures === undefined
      ? {}
      : { exposures: rows.exposures.filter(({ campaign }) => campaigns[campaign]?.stage !== null) }),
  };
}
