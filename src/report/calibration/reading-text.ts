import type { ExportReading, Measure, QuarantineReason } from '../../calibrate/types.js';
import { evidenceText, findingText, reasonText } from '../../calibrate/words/index.js';
import { type Language, localeFor } from '../../units/locale.js';
import { writeNumber } from '../../units/number-format.js';
import { cellsOf, padCells } from '../terminal/cells.js';
import { readingWords } from '../text/reading/index.js';

/**
 * What was read of an export, to be checked against the platform's own page: rows read, accepted, left out and why; period,
 * currency, spend to the cent; then the reader's warnings.
 */
export function readingText(reading: ExportReading, language: Language = 'en'): string {
  const { source, counts, period, currency, totals, platform, findings, granularity } = reading;
  const words = readingWords(language);
  const whole = (value: number): string => writeNumber(value, localeFor({ locale: language }), {});
  const joined = (parts: readonly string[], nothing = words.none): string =>
    parts.length === 0 ? nothing : parts.join(words.separator);
  const name = source.path ?? words.standardInput;
  if (reading.status === 'refused') {
    const reasons = findings.filter(({ level }) => level === 'refusal').map((one) => `  ${findingText(one, language)}`);
    return [words.notRead(name), ...reasons, ''].join('\n');
  }
  const leftOut = [
    ...Object.entries(counts.reasons).map(([reason, count]) =>
      words.leftOut(whole(count), reasonText(reason as QuarantineReason, language)),
    ),
    ...Object.entries(counts.leftOut)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => words.leftOut(whole(count), words.kinds[kind as keyof typeof counts.leftOut])),
  ];
  const spend = totals.spend.map(({ rounded, currency: code }) => `${rounded}${code === null ? '' : ` ${code}`}`);
  const figures = Object.entries(totals.counts).map(([measure, sum]) =>
    words.total(whole(sum), words.measures[measure as Measure]),
  );
  const width = Math.max(...Object.values(words.labels).map(cellsOf));
  const row = (label: keyof typeof words.labels, text: string): string =>
    `  ${padCells(words.labels[label], width, 'end')}  ${text}`;
  const evidenced = (names: readonly string[], evidence: Parameters<typeof evidenceText>[0]): string =>
    names.length === 0 ? words.unknown : words.evidenced(joined(names), evidenceText(evidence, language));
  return [
    words.rows(name, whole(counts.read), whole(counts.kept), joined(leftOut, '')),
    row('platform', platform === null ? words.unknown : evidenced(platform.names, platform.evidence)),
    row('period', period === null ? words.noDates : words.period(period.first, period.last, words.by[granularity])),
    row('currency', evidenced(currency.codes, currency.evidence)),
    row('spend', joined(spend)),
    row('totals', joined(figures)),
    ...findings.filter(({ level }) => level === 'warning').map((one) => `  ! ${findingText(one, language)}`),
    '',
  ].join('\n');
}
