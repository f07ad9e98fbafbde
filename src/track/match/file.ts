import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { nearest } from '../../scenario/nearest.js';
import { type Said, say, type Translations, translatedBy } from '../../words/said.js';
import { yamlAsked } from '../../words/yaml-mistakes.js';
import { TrackError } from '../errors.js';
import { campaignKey } from './propose.js';
import type { MatchedCampaign, MatchReason } from './types.js';

/** Where a plan's match is stored: beside it. */
export function matchPath(plan: string): string {
  return plan.replace(/\.(ya?ml|json)$/i, '').concat('.match.yaml');
}

const NONE = 'none';

/**
 * The match as a file to edit: comments tell why each campaign stands where it stands.
 *
 * @param translations of the language that comments are in; English unless given
 */
export function matchText(
  matched: readonly MatchedCampaign[],
  lines: readonly string[],
  translations: Translations = {},
): string {
  const comment = (words: Said): string => `# ${translatedBy(translations, words)}`;
  return [
    comment(
      say`Which line of the plan each campaign spends for. Correct what is wrong: huni track keeps what stands here.`,
    ),
    comment(say`line: ${[...lines, NONE].join(' | ')} (counted in the total, in no line)`),
    'campaigns:',
    ...matched.map((one) => entryText(one, translations)),
    '',
  ].join('\n');
}

/** The file as it is, with entries for campaigns that it doesn't name yet at its end. */
export function withNewCampaigns(
  text: string,
  fresh: readonly MatchedCampaign[],
  translations: Translations = {},
): string {
  if (fresh.length === 0) return text;
  const entries = fresh.map((one) => entryText(one, translations));
  return `${text.endsWith('\n') ? text : `${text}\n`}${entries.join('\n')}\n`;
}

function entryText({ platform, campaign, line, because }: MatchedCampaign, translations: Translations): string {
  const entry = stringify({ platform, campaign, line: line ?? NONE }, { collectionStyle: 'flow', lineWidth: 0 });
  return `  - ${entry.trim()}  # ${translatedBy(translations, reasonSaid(because))}`;
}

/** Why a campaign stands where it stands. */
export function reasonSaid(because: MatchReason): Said {
  const quoted = (word: string): string => `"${word.replaceAll('\n', ' ')}"`;
  switch (because.kind) {
    case 'given':
      return say`as given`;
    case 'named':
      return say`its name names the line`;
    case 'stage':
      return because.source === 'name' ? say`name: ${quoted(because.word)}` : say`objective: ${quoted(because.word)}`;
    case 'only line':
      return say`the only line of its platform`;
    case 'no such platform':
      return say`no line is on this platform`;
    case 'no such stage':
      return say`no line is for ${quoted(because.word)}`;
    case 'several lines':
      return say`several lines fit`;
    case 'nothing tells':
      return say`nothing tells its stage`;
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
    const key = campaignKey(value('platform'), value('campaign'));
    const own = line === NONE ? null : line;
    if (match.has(key) && match.get(key) !== own) {
      throw new TrackError(
        say`${at}: found campaign "${value('campaign')}" again, for ${line}; it is for ${match.get(key) ?? NONE} above: name each once`,
      );
    }
    match.set(key, own);
  }
  return match;
}

/** What is proposed, corrected by a match that was stored; and the campaigns that it doesn't name. */
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
