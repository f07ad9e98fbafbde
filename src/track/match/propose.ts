import { type DailyExport, stageNamedIn } from '../../calibrate/index.js';
import type { Line, Platform, Stage } from '../../scenario/types.js';
import type { MatchedCampaign, MatchReason } from './types.js';

/** What a campaign is matched by. */
export type PlannedLine = Pick<Line, 'id' | 'platform' | 'stage' | 'segment'>;

/** Meta sells both as one auction, and its exports often don't tell them apart. */
const META: readonly Platform[] = ['meta', 'facebook', 'instagram'];

/** Key of a campaign among those of several exports. */
export function campaignKey(platform: string, campaign: string): string {
  return JSON.stringify([platform, campaign]);
}

/**
 * A line for each campaign of the exports: the one that its name names, else the line of its platform and stage. Where
 * nothing tells, or several lines fit, it is none: spend is counted apart then, for the person to say where it belongs.
 */
export function proposeMatch(exported: DailyExport, lines: readonly PlannedLine[]): MatchedCampaign[] {
  const found = new Map<string, MatchedCampaign>();
  exported.rows.campaigns.forEach(({ platform }, index) => {
    const campaign = exported.owners[index];
    const key = campaignKey(platform, campaign);
    if (found.has(key)) return;
    found.set(key, { platform, campaign, ...propose(platform, campaign, exported.objectives[index], lines) });
  });
  return [...found.values()];
}

function propose(
  platform: string,
  campaign: string,
  objective: string,
  lines: readonly PlannedLine[],
): { readonly line: string | null; readonly because: MatchReason } {
  const named = lines.filter(({ id }) => plain(campaign).includes(plain(id)));
  if (named.length > 0) {
    // `instagram/awareness/students` names `instagram/awareness` as well: the longest is meant.
    const longest = [...named].sort((a, b) => b.id.length - a.id.length)[0];
    return { line: longest.id, because: { kind: 'named' } };
  }
  const there = linesOf(platform, campaign, lines);
  if (there.length === 0) return { line: null, because: { kind: 'no such platform' } };
  const stageFound = stageNamed(objective, campaign);
  if (stageFound === null) {
    return there.length === 1
      ? { line: there[0].id, because: { kind: 'only line' } }
      : { line: null, because: { kind: 'nothing tells' } };
  }
  const fitting = there.filter(({ stage }) => stage === stageFound.stage);
  if (fitting.length === 0) return { line: null, because: { kind: 'no such stage', word: stageFound.word } };
  const segments = fitting.filter(({ segment }) => segment !== null && plain(campaign).includes(plain(segment)));
  const chosen = segments.length === 1 ? segments[0] : fitting.length === 1 ? fitting[0] : null;
  return chosen === null
    ? { line: null, because: { kind: 'several lines' } }
    : { line: chosen.id, because: { kind: 'stage', source: stageFound.source, word: stageFound.word } };
}

/** Lines of a campaign's platform; of Meta's, those of the part that its name says, else of the part that the plan has. */
function linesOf(platform: string, campaign: string, lines: readonly PlannedLine[]): readonly PlannedLine[] {
  if (!META.includes(platform)) return lines.filter((line) => line.platform === platform);
  const parts = META.filter((name) => lines.some((line) => line.platform === name));
  const said = parts.filter((name) => name !== 'meta' && plain(campaign).includes(name));
  const part = said.length === 1 ? said[0] : parts.includes(platform) ? platform : parts.length === 1 ? parts[0] : null;
  return lines.filter((line) => line.platform === part);
}

function stageNamed(
  objective: string,
  campaign: string,
): { readonly stage: Stage; readonly source: 'objective' | 'name'; readonly word: string } | null {
  for (const [source, text] of [
    ['objective', objective],
    ['name', campaign],
  ] as const) {
    const found = stageNamedIn(text);
    if (found !== null) return { ...found, source };
  }
  return null;
}

/** Letters and digits alone, in lower case: `IG – Awareness` and `ig_awareness` are one name. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
