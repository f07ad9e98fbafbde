import type { ExportReading, ExportRows, Finding, TextColumn } from '../types.js';
import type { Columns } from './columns.js';
import * as messages from './messages.js';
import { isElsewhere, platformIn, platformOfType } from './platform-names.js';

/** From this share of rows on, campaigns are taken to say their platform. */
const NAMED_PLATFORMS = 0.6;

/** Whose rows these are, and how that is known; `texts`: the column that says so row by row, where there is more than one. */
export function resolvePlatform(
  columns: Columns,
  { platform: column, campaign: campaigns, campaign_type: types }: ExportRows['texts'],
  given: string | undefined,
): { reading: ExportReading['platform']; texts: TextColumn | null } {
  if (given !== undefined)
    return { reading: { names: [given], evidence: { kind: 'given' } }, texts: constantText(given, column, campaigns) };
  if (columns.groups.length > 0) {
    return { reading: { names: columns.groups, evidence: { kind: 'platforms side by side' } }, texts: null };
  }
  if (column !== undefined) {
    const names = [...new Set(column.codes)].map((code) => column.values[code] ?? '').filter((name) => name !== '');
    if (names.length > 0) return { reading: { names, evidence: { kind: 'column of platforms' } }, texts: null };
  }
  if (columns.platform !== null) {
    const { name, evidence } = columns.platform;
    const byType = name === 'google' && types !== undefined ? platformsByType(types) : null;
    if (byType !== null) return { reading: { names: byType.values.slice(1), evidence }, texts: byType };
    return { reading: { names: [name], evidence }, texts: constantText(name, column, campaigns) };
  }
  if (campaigns === undefined) return { reading: null, texts: null };
  const values = ['', ...new Set(campaigns.values.flatMap((value) => platformIn(value)?.platform ?? []))];
  const codeOf = campaigns.values.map((value) => values.indexOf(platformIn(value)?.platform ?? ''));
  const codes = campaigns.codes.map((code) => codeOf[code] ?? 0);
  const named = codes.reduce((count, code) => count + (code > 0 ? 1 : 0), 0);
  if (values.length < 2 || named < NAMED_PLATFORMS * codes.length) return { reading: null, texts: null };
  return { reading: { names: values.slice(1), evidence: { kind: 'campaign names' } }, texts: { codes, values } };
}

/** From this share of rows on, campaigns named for another platform than the one whose names the columns have are reported. */
const NAMED_OTHERS = 0.2;

/** Says where columns are one platform's and campaigns are named for others: a table that somebody made may have any names. */
export function otherPlatforms(
  columns: Columns,
  platform: ExportReading['platform'],
  { campaign: campaigns }: ExportRows['texts'],
): readonly Finding[] {
  const home = columns.platform;
  if (home === null || campaigns === undefined || platform?.evidence !== home.evidence) return [];
  const named = campaigns.values.map((value) => platformIn(value)?.platform ?? home.name);
  const others = [...campaigns.codes]
    .map((code) => named[code] ?? home.name)
    .filter((name) => isElsewhere(home.name, name));
  return others.length < Math.max(1, NAMED_OTHERS * campaigns.codes.length)
    ? []
    : [messages.otherPlatforms(home.name, [...new Set(others)].sort())];
}

/** Video campaigns of a Google export run on YouTube; `null` where there are none. */
function platformsByType({ codes, values }: TextColumn): TextColumn | null {
  const names = values.map((value) => platformOfType(value));
  const seen = new Set([...codes].map((code) => names[code] ?? 'google'));
  if (!seen.has('youtube')) return null;
  const list = ['', ...seen];
  return { codes: codes.map((code) => list.indexOf(names[code] ?? 'google')), values: list };
}

function constantText(value: string, ...like: readonly (TextColumn | undefined)[]): TextColumn | null {
  const length = like.find((column) => column !== undefined)?.codes.length;
  return length === undefined ? null : { codes: new Uint32Array(length).fill(1), values: ['', value] };
}
