import { type Language, localeFor } from '../../units/locale.js';
import { writeNumber } from '../../units/number-format.js';
import type {
  ColumnEvidence,
  Evidence,
  ExportNote,
  FaultDetail,
  Finding,
  FindingCode,
  FindingParameters,
  FitOrigin,
  QuarantineReason,
} from '../facts.js';
import { exportsAr } from './ar.js';
import { exportsAz } from './az.js';
import { exportsEn } from './en.js';
import { exportsTr } from './tr.js';
import type { ExportWords, Say } from './types.js';

const CATALOGUES: Readonly<Record<Language, ExportWords>> = {
  en: exportsEn,
  az: exportsAz,
  tr: exportsTr,
  ar: exportsAr,
};

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** Writes numbers, shares and names as a language does. */
export const sayIn = (language: Language): Say => sayOf(CATALOGUES[language]);

function sayOf(words: ExportWords, onPage = false): Say {
  const number = (value: number): string => writeNumber(value, localeFor({ locale: words.language }), {});
  const say: Say = {
    onPage,
    count: number,
    size: (bytes) => (bytes >= GIB ? `${number(bytes / GIB)} GiB` : `${number(bytes / MIB)} MiB`),
    list: (texts) => texts.map((text) => `"${text}"`).join(words.language === 'ar' ? '، ' : ', '),
    detail: (detail) => kindText(words.details, detail, say),
    percent: (share) =>
      writeNumber(share, localeFor({ locale: words.language }), { style: 'percent', maximumFractionDigits: 0 }),
  };
  return say;
}

function kindText<Fact extends { readonly kind: string }>(
  words: { readonly [Kind in Fact['kind']]: (fact: Extract<Fact, { readonly kind: Kind }>, say: Say) => string },
  fact: Fact,
  say: Say,
): string {
  const entry = words[fact.kind as Fact['kind']] as (fact: Fact, say: Say) => string;
  return entry(fact, say);
}

/** Options that answer what a finding leaves open; they are the same in every language. */
const OPTIONS: { readonly [Code in FindingCode]?: (parameters: FindingParameters[Code]) => readonly string[] } = {
  'no-header': () => ['--map "HEADER=field"'],
  'no-figures': () => ['--map "HEADER=field"'],
  'same-field': ({ headers }) => headers.slice(1, 2).map((header) => `--map "${header}=ignore"`),
  'ambiguous-decimal-mark': () => ['--decimal .', '--decimal ,'],
  'mixed-date-orders': () => ['--day-first', '--month-first'],
  'ambiguous-dates': () => ['--day-first', '--month-first'],
  'no-dates': ({ headers, as }) => headers.slice(0, 1).map((header) => `--map "${header}=${as}"`),
  'unknown-currency': () => ['--currency CODE'],
  'currency-headers': ({ headers }) => headers.slice(1, 2).map((header) => `--map "${header}=ignore"`),
  'comparison-rows': ({ column, aside }) => (aside ? [`--map "${column}=breakdown"`] : []),
  'other-platforms': () => ['--map "HEADER=platform"', '--map platform=NAME'],
  'unknown-breakdown': () => ['--map "HEADER=breakdown"'],
};

/** A finding in words. @param onPage how it is answered is said for whoever reads it on the planner's page */
export function findingText(finding: Finding, language: Language, { onPage = false } = {}): string {
  const words = CATALOGUES[language];
  const entry = words.findings[finding.code] as (parameters: FindingParameters[FindingCode], say: Say) => string;
  const text = entry(finding.parameters, sayOf(words, onPage));
  const answers = OPTIONS[finding.code] as
    | ((parameters: FindingParameters[FindingCode]) => readonly string[])
    | undefined;
  const options = onPage ? [] : (answers?.(finding.parameters) ?? []);
  return options.length === 0 ? text : `${text} (${options.join(words.language === 'ar' ? '، ' : ', ')})`;
}

/** Why a row was set aside, in words. */
export function reasonText(reason: QuarantineReason, language: Language): string {
  return CATALOGUES[language].reasons[reason];
}

/** What exactly was found in a row, in words. */
export function detailText(detail: FaultDetail, language: Language): string {
  return sayOf(CATALOGUES[language]).detail(detail);
}

/** What tells a platform or a currency, in words. */
export function evidenceText(evidence: Evidence, language: Language): string {
  const words = CATALOGUES[language];
  return kindText(words.evidence, evidence, sayOf(words));
}

/** Why a column was taken for what it was taken for, in words. */
export function columnText(evidence: ColumnEvidence, language: Language): string {
  const words = CATALOGUES[language];
  return kindText(words.columns, evidence, sayOf(words));
}

/** Where a fitted number came from, in words. */
export function fitOriginText(origin: FitOrigin, language: Language): string {
  const words = CATALOGUES[language];
  return words.origin(origin, sayOf(words));
}

/** What was decided on the way from rows to a plan, in words. */
export function exportNoteText({ code, parameters }: ExportNote, language: Language): string {
  const words = CATALOGUES[language];
  const entry = words.notes[code] as (parameters: ExportNote['parameters'], say: Say) => string;
  const text = entry(parameters, sayOf(words));
  // Another of the currencies is a choice, too.
  return code === 'other-currencies' ? `${text} (--currency CODE)` : text;
}
