import { FIELDS, type Field, isFigure } from '../fields.js';
import { normalizeHeader, partOfUnit } from '../header-name.js';
import { scaledName } from '../magnitude.js';
import { taxInName } from '../tax-in-name.js';
import type { AliasBlock, Evidence } from './block.js';
import { common } from './common.js';
import { eastAsian } from './east-asian.js';
import { english } from './english.js';
import { google } from './google.js';
import { other } from './other.js';
import { romance } from './romance.js';
import { slavic } from './slavic.js';
import { snapchat } from './snapchat.js';
import { tiktok } from './tiktok.js';

/** One way to read a header. */
export interface Alias {
  readonly field: Field;
  readonly platform: string | null;
  readonly language: string;
  readonly evidence: Evidence;
}

/** Every block of names; a name may stand in several. */
export const aliasBlocks: readonly AliasBlock[] = [
  ...english,
  ...snapchat,
  ...common,
  ...romance,
  ...other,
  ...google,
  ...slavic,
  ...eastAsian,
  ...tiktok,
];

const byName = indexNames();

function indexNames(): ReadonlyMap<string, readonly Alias[]> {
  const found = new Map<string, Alias[]>();
  for (const { platform, language, evidence, names } of aliasBlocks) {
    for (const [field, headers] of Object.entries(names) as [Field, readonly string[]][]) {
      for (const header of headers) {
        const name = normalizeHeader(header);
        const known = found.get(name);
        const alias: Alias = { field, platform, language, evidence };
        if (known === undefined) found.set(name, [alias]);
        else known.push(alias);
      }
    }
  }
  return found;
}

/** What pivot tables and reports write before a column that they sum, as `normalizeHeader` leaves it, and what came beside what was planned. */
const SUMMED =
  /^(?:sum of|sum|summe von|somme de|suma de|soma de|somma di|сумма по полю|сумма|toplam|cəmi|مجموع|합계|actual|real|gercek|фактический) /u;

/** All ways to read a header, one that says thousands, cents or millionths too; none where it isn't known. */
export function aliasesOf(header: string): readonly Alias[] {
  const own = byName.get(normalizeHeader(header));
  if (own !== undefined) return own;
  const part = partOfUnit(header);
  if (part !== null) return (byName.get(part.name) ?? []).filter(({ field }) => FIELDS[field] === 'money');
  const scaled = scaledName(header);
  if (scaled !== null) return byName.get(normalizeHeader(scaled.name)) ?? [];
  const name = normalizeHeader(header);
  const taxed = taxInName(name);
  // Known by the whole of what is left; what it is net of is reported.
  if (taxed !== null) return (byName.get(taxed.name) ?? []).filter(({ field }) => field === 'spend');
  return SUMMED.test(name) ? (byName.get(name.replace(SUMMED, '')) ?? []).filter(({ field }) => isFigure(field)) : [];
}
