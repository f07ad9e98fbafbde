import type { ColumnEvidence, Evidence, Finding } from '../types.js';
import { type Alias, aliasesOf } from './aliases/index.js';
import { FIELDS, type Field, isField, isFigure } from './fields.js';
import { currencyInHeader, normalizeHeader } from './header-name.js';
import * as messages from './messages.js';
import { platformIn } from './platform-names.js';
import { refuse } from './refusal.js';
import { taxInName } from './tax-in-name.js';
import { wideColumns } from './wide.js';

/** A column and what it was taken for. */
export interface Column {
  readonly index: number;
  readonly header: string;
  /** `null`: unknown. */
  readonly field: Field | null;
  readonly because: ColumnEvidence;
  readonly language: string | null;
  readonly currency: string | null;
  /** Group of a wide file that the column belongs to. */
  readonly group: string | null;
}

export interface Columns {
  readonly all: readonly Column[];
  /** Platforms side by side, in the file's order; empty for a file with one row a platform. */
  readonly groups: readonly string[];
  readonly platform: {
    readonly name: string;
    readonly evidence: Evidence;
    /** Whether its column names tell it: then the file is that platform's own export. */
    readonly ownExport: boolean;
  } | null;
  /** Language of most names; English where nothing tells. */
  readonly language: string;
  readonly findings: readonly Finding[];
}

/** Header → field, or `ignore`. */
export type Mapping = Readonly<Record<string, string>>;

/** Decides what each column is. */
export function assignColumns(headers: readonly string[], mapping: Mapping, fileName: string | null): Columns {
  checkMapping(headers, mapping);
  const wide = wideColumns(headers);
  const aliases = headers.map((header) => (Object.hasOwn(mapping, header) ? [] : aliasesOf(header)));
  const platform = wide === null ? detectPlatform(headers, aliases, fileName) : null;
  const language = detectLanguage(aliases);
  const candidates = headers.map((header, index): Column => {
    const currency = currencyInHeader(header);
    const base = { index, header, currency, language: null, group: null };
    const given = Object.hasOwn(mapping, header) ? mapping[header] : undefined;
    if (given !== undefined) {
      return { ...base, field: given === 'ignore' ? null : (given as Field), because: { kind: 'mapping' } };
    }
    const part = wide?.find((column) => column.index === index);
    if (part !== undefined)
      return { ...base, field: part.field, because: { kind: 'group', group: part.group }, group: part.group };
    const alias = chooseAlias(aliases[index] ?? [], platform?.name ?? null, language);
    if (alias === null) return { ...base, field: null, because: { kind: header === '' ? 'no header' : 'unknown' } };
    return {
      ...base,
      field: alias.field,
      language: alias.language,
      because: { kind: 'name', platform: alias.platform, language: alias.language, known: alias.evidence },
    };
  });
  const findings: Finding[] = [];
  const all = withoutRivals(candidates, mapping).map((column) => {
    const shared = wide !== null && column.group === null && column.field !== null && isFigure(column.field);
    if (!shared) return column;
    findings.push(messages.sharedColumn(column.header));
    return { ...column, field: null, because: { kind: 'shared' as const } };
  });
  if (!all.some(({ field }) => field !== null && isFigure(field))) refuse(messages.noFigures(headers));
  const groups = [...new Set(all.flatMap(({ group }) => (group === null ? [] : [group])))];
  return { all, groups, platform, language, findings };
}

function checkMapping(headers: readonly string[], mapping: Mapping): void {
  for (const [header, field] of Object.entries(mapping)) {
    if (!headers.includes(header)) refuse(messages.unknownMapping(header, headers));
    if (field !== 'ignore' && !isField(field)) refuse(messages.unknownField(field));
  }
}

/** The platform's own reading of a name, else the common one, else the first there is. */
function chooseAlias(aliases: readonly Alias[], platform: string | null, language: string): Alias | null {
  const home = platform === 'facebook' || platform === 'instagram' ? 'meta' : platform;
  const own = aliases.filter((alias) => alias.platform === home && home !== null);
  const common = aliases.filter((alias) => alias.platform === null);
  for (const group of [own, common, aliases]) {
    const chosen = group.find((alias) => alias.language === language) ?? group[0];
    if (chosen !== undefined) return chosen;
  }
  return null;
}

/** Names that few others have, at least this many; and a third more of them than any other platform. */
const ENOUGH = 1.5;
const AHEAD = 4 / 3;
/** Share of a file's columns that must be a platform's for the file to be its. */
const COVERED = 0.6;
/** From this many columns on, all of them a platform's and of no other's tells as much as names of its own. */
const ALL_OF = 4;

interface Score {
  /** Sum over its names of how few others use them. */
  score: number;
  /** Columns that its exports have, also under a name that anyone uses. */
  covered: number;
  /** Whether the file's spend and impressions are called as the platform calls them. */
  figures: boolean;
  readonly names: string[];
}

/**
 * By the columns that a platform's exports have: enough of them, its own name for what was spent among them, and more
 * names of its own than any other's; else by a platform named in headers; else by the file's name.
 */
function detectPlatform(
  headers: readonly string[],
  aliases: readonly (readonly Alias[])[],
  fileName: string | null,
): Columns['platform'] {
  const scores = scorePlatforms(headers, aliases);
  const filled = headers.filter((header) => header !== '').length;
  const likely = [...scores]
    .filter(([, { covered, figures }]) => figures && covered >= COVERED * filled)
    .sort((a, b) => b[1].score - a[1].score);
  const [first, second] = likely;
  if (first !== undefined && first[1].score >= ENOUGH && first[1].score > AHEAD * (second?.[1].score ?? 0)) {
    const own = first[1].names.slice(0, 4);
    return {
      name: first[0],
      evidence: own.length > 0 ? { kind: 'own columns', headers: own } : { kind: 'column names' },
      ownExport: true,
    };
  }
  const whole = likely.filter(([, { covered }]) => covered === filled && filled >= ALL_OF);
  // Spreadsheets and warehouses have such names too, but not with the account's currency in them.
  const interfaceNames = headers.some((header) => currencyInHeader(header) !== null);
  if (interfaceNames && whole.length === 1 && whole[0] !== undefined) {
    return { name: whole[0][0], evidence: { kind: 'all columns' }, ownExport: true };
  }
  return namedPlatform(headers, fileName);
}

function scorePlatforms(
  headers: readonly string[],
  aliases: readonly (readonly Alias[])[],
): ReadonlyMap<string, Score> {
  const scores = new Map<string, Score>();
  for (const [index, found] of aliases.entries()) {
    const platforms = new Set(found.map((alias) => alias.platform));
    // A name that anyone uses says little.
    const weight = 1 / (platforms.has(null) ? platforms.size + 1 : platforms.size);
    for (const platform of platforms) {
      if (platform === null) continue;
      const entry = scores.get(platform) ?? { score: 0, covered: 0, figures: false, names: [] };
      entry.score += weight;
      entry.covered += 1;
      if (weight === 1) entry.names.push(headers[index] ?? '');
      scores.set(platform, entry);
    }
  }
  for (const [platform, entry] of scores) {
    entry.figures = aliases.every(
      (found) =>
        !found.some(({ field }) => field === 'spend' || field === 'impressions') ||
        found.some((alias) => alias.platform === platform),
    );
  }
  return scores;
}

function namedPlatform(headers: readonly string[], fileName: string | null): Columns['platform'] {
  const named = new Map<string, string>();
  for (const header of headers) {
    const found = platformIn(header);
    if (found !== null) named.set(found.platform, header);
  }
  const [only] = named;
  if (only !== undefined && named.size === 1)
    return { name: only[0], evidence: { kind: 'column named', header: only[1] }, ownExport: false };
  const inFile = fileName === null ? null : platformIn(fileName);
  if (inFile === null) return null;
  return { name: inFile.platform, evidence: { kind: 'file name', word: inFile.word }, ownExport: false };
}

function detectLanguage(aliases: readonly (readonly Alias[])[]): string {
  const votes = new Map<string, number>();
  for (const found of aliases) {
    const languages = new Set(found.map((alias) => alias.language));
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.size);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best === undefined || best[1] < 1.5 ? 'en' : best[0];
}

/** Fields where a second column must not be chosen between. */
const DECISIVE = new Set<Field>(['spend', 'impressions', 'date']);

/** Leaves one column a field: of several, the first by the alias table; refuses where figures would be guessed. */
function withoutRivals(columns: readonly Column[], mapping: Mapping): Column[] {
  const result = [...columns];
  const byField = new Map<string, Column[]>();
  for (const column of columns) {
    if (column.field === null || FIELDS[column.field] === 'ignored' || column.field === 'breakdown') continue;
    const key = `${column.group ?? ''}\n${column.field}`;
    byField.set(key, [...(byField.get(key) ?? []), column]);
  }
  for (const rivals of byField.values()) {
    const field = rivals[0]?.field;
    if (rivals.length < 2 || field === null || field === undefined) continue;
    const given = rivals.filter(({ header }) => Object.hasOwn(mapping, header));
    const chosen = given.length === 1 ? given[0] : chooseRival(rivals, field);
    for (const column of rivals) {
      if (column === chosen) continue;
      const because: ColumnEvidence = { kind: 'used', header: chosen?.header ?? '', field };
      result[column.index] = { ...column, field: FIELDS[field] === 'label' ? 'breakdown' : null, because };
    }
  }
  return result;
}

function chooseRival(rivals: readonly Column[], field: Field): Column | undefined {
  const headers = rivals.map(({ header }) => header);
  const currencies = new Set(rivals.flatMap(({ currency }) => (currency === null ? [] : [currency])));
  if (FIELDS[field] === 'money' && currencies.size > 1) refuse(messages.currencyHeaders(headers));
  const names = new Set(headers.map(normalizeHeader));
  const kind = FIELDS[field];
  const figures = isFigure(field) || kind === 'date';
  if (figures && (names.size < rivals.length || DECISIVE.has(field))) {
    // Beside an amount without or with taxes the one that says nothing of them is the platform's own.
    const plain = rivals.filter(({ header }) => taxInName(normalizeHeader(header)) === null);
    if (plain.length === 1) return plain[0];
    const own = rivals.filter(({ because }) => because.kind !== 'name' || because.platform !== null);
    if (own.length === 1) return own[0];
    refuse(messages.sameField(field, headers));
  }
  return rivals[0];
}
