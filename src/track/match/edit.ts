import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { type Translations, translatedBy } from '../../words/said.js';
import { matchText, reasonSaid } from './file.js';
import { campaignKey } from './propose.js';

/** A campaign and where somebody says that it belongs: a line's id, `null` for none. */
export interface StoredCampaign {
  readonly platform: string;
  readonly campaign: string;
  readonly line: string | null;
}

const NONE = 'none';

/** Entries of a match as they stand, lines that the plan hasn't (any more) among them; what is no entry is left out. */
export function storedCampaigns(text: string): readonly StoredCampaign[] {
  const list: unknown = parseDocument(text).get('campaigns');
  if (!isSeq(list)) return [];
  return list.items.flatMap((item) => {
    if (!isMap(item)) return [];
    const value = (key: string): string | null => {
      const found: unknown = item.get(key);
      return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? `${found}` : null;
    };
    const [platform, campaign, line] = [value('platform'), value('campaign'), value('line')];
    if (platform === null || campaign === null || line === null) return [];
    return [{ platform, campaign, line: line === NONE ? null : line }];
  });
}

/**
 * A match's text with some campaigns put elsewhere: the rest, comments among it, stays as it is. Campaigns that it doesn't name are added
 * at its end.
 *
 * @param lines of the plan, for the words at the head of a new file
 * @param translations of the language that comments are in; English unless given
 */
export function withCampaigns(
  text: string | null,
  wanted: readonly StoredCampaign[],
  lines: readonly string[],
  translations: Translations = {},
): string {
  const given = (entries: readonly StoredCampaign[]) =>
    entries.map((entry) => ({ ...entry, because: { kind: 'given' } as const }));
  if (text === null) return matchText(given(wanted), lines, translations);
  const document = parseDocument(text);
  const list: unknown = document.get('campaigns');
  const known = new Map(wanted.map((entry) => [campaignKey(entry.platform, entry.campaign), entry]));
  for (const item of isSeq(list) ? list.items : []) {
    if (!isMap(item)) continue;
    const key = campaignKey(String(item.get('platform')), String(item.get('campaign')));
    const entry = known.get(key);
    if (entry === undefined) continue;
    known.delete(key);
    const line = entry.line ?? NONE;
    const node = item.get('line', true);
    if (isScalar(node)) node.value = line;
    else item.set('line', line);
    // What was said of the line before isn't so any more.
    item.comment = ` ${translatedBy(translations, reasonSaid({ kind: 'given' }))}`;
  }
  for (const { platform, campaign, line } of known.values()) {
    const node = document.createNode({ platform, campaign, line: line ?? NONE }, { flow: true });
    if (isSeq(list)) list.add(node);
    else document.set('campaigns', document.createNode([node]));
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
