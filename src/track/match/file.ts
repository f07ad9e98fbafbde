import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { nearest } from '../../scenario/nearest.js';
import { say } from '../../words/said.js';
import { yamlAsked } from '../../words/yaml-mistakes.js';
import { TrackError } from '../errors.js';
import { campaignKey } from './propose.js';
import type { MatchedCampaign, MatchReason } from './types.js';

/** Where a plan's match is kept: beside it. */
export function matchPath(plan: string): string {
  return plan.replace(/\.(ya?ml|json)$/i, '').concat('.match.yaml');
}

const NONE = 'none';

/** The match as a file to edit: comments tell why each campaign stands where it stands. */
export function matchText(matched: readonly MatchedCampaign[], lines: readonly string[]): string {
  return [
    '# Which line of the plan each campaign spends for. Correct what is wrong: huni track keeps what stands here.',
    `# line: ${[...lines, `${NONE} (counted in the total, in no line)`].join(' | ')}`,
    'campaigns:',
    ...matched.map(entryText),
    '',
  ].join('\n');
}

/** The file as it is, with entries for campaigns that it doesn't name yet at its end. */
export function withNewCampaigns(text: string, fresh: readonly MatchedCampaign[]): string {
  if (fresh.length === 0) return text;
  return `${text.endsWith('\n') ? text : `${text}\n`}${fresh.map(entryText).join('\n')}\n`;
}

function entryText({ platform, campaign, line, because }: MatchedCampaign): string {
  const entry = stringify({ platform, campaign, line: line ?? NONE }, { collectionStyle: 'flow', lineWidth: 0 });
  return `  - ${entry.trim()}  # ${reasonText(because)}`;
}

function reasonText(because: MatchReason): string {
  const quoted = (word: string): string => `"${word.replaceAll('\n', ' ')}"`;
  switch (because.kind) {
    case 'given':
      return 'as given';
    case 'named':
      return 'its name names the line';
    case 'stage':
      return `${because.source}: ${quoted(because.word)}`;
    case 'only line':
      return 'the only line of its platform';
    case 'no such platform':
      return 'no line is on this platform';
    case 'no such stage':
      return `no line is for ${quoted(because.word)}`;
    case 'several lines':
      return 'several lines fit';
    case 'nothing tells':
      return 'nothing tells its stage';
  }
}

/**
 * Reads a match, by campaign: a line's id, or `null` for none.
 *
 * @param path names the file in messages
 * @throws {TrackError} for anything but a list of platform, campaign and line, and for lines that the plan hasn't
 */
export function parseMatch(text: string, path: string, lines: readonly string[]): ReadonlyMap<string, string | null> {
  const document = parseDocument(text);
  const lineAt = (offset: number | undefined): string => `${path}:${text.slice(0, offset ?? 0).split('\n').length}`;
  const [error] = document.errors;
  if (error !== undefined)
    throw new TrackError(say`${lineAt(error.pos[0])}: expected valid YAML (${yamlAsked(error)})`);
  const list: unknown = isMap(document.contents) ? document.get('campaigns') : null;
  const items = typeof list === 'object' && list !== null && 'items' in list ? (list.items as unknown[]) : null;
  if (items === null) throw new TrackError(say`${path}: found no list, expected one under "campaigns:"`);
  const match = new Map<string, string | null>();
  for (const item of items) {
    if (!isMap(item)) throw new TrackError(say`${path}: expected { platform, campaign, line } for each campaign`);
    const at = lineAt(item.range?.[0]);
    const value = (key: string): string => {
      const node = item.get(key, true);
      if (!isScalar(node) || node.value === null) throw new TrackError(say`${at}: ${key} is missing`);
      return String(node.value);
    };
    const line = value('line');
    if (line !== NONE && !lines.includes(line)) {
      const close = nearest(line, lines);
      const known = close === undefined ? say`one of ${[...lines, NONE].join(', ')}` : say`did you mean "${close}"?`;
      throw new TrackError(say`${at}: found line "${line}", which the plan hasn't: ${known}`);
    }
    match.set(campaignKey(value('platform'), value('campaign')), line === NONE ? null : line);
  }
  return match;
}

/** What is proposed, corrected by a match that was kept; and the campaigns that it doesn't name. */
export function applyMatch(
  proposed: readonly MatchedCampaign[],
  stored: ReadonlyMap<string, string | null>,
): { readonly matched: readonly MatchedCampaign[]; readonly fresh: readonly MatchedCampaign[] } {
  const fresh: MatchedCampaign[] = [];
  const matched = proposed.map((one): MatchedCampaign => {
    const line = stored.get(campaignKey(one.platform, one.campaign));
    if (line === undefined) {
      fresh.push(one);
      return one;
    }
    return { ...one, line, because: { kind: 'given' } };
  });
  return { matched, fresh };
}
