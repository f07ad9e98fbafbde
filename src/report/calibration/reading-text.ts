import type { ExportReading } from '../../calibrate/types.js';

const whole = (value: number) => value.toLocaleString('en');

/**
 * What was read of an export, to be checked against the platform's own page: rows read, kept, left out and why; period,
 * currency, spend to the cent; then the reader's warnings.
 */
export function readingText(reading: ExportReading): string {
  const { source, counts, period, currency, totals, platform, findings, granularity } = reading;
  const name = source.path ?? 'standard input';
  if (reading.status === 'refused') {
    const reasons = findings.filter(({ level }) => level === 'refusal').map(({ message }) => `  ${message}`);
    return [`${name}: not read`, ...reasons, ''].join('\n');
  }
  const reasons = [
    ...Object.entries(counts.reasons).map(([reason, count]) => `${whole(count)} ${reason}`),
    ...Object.entries(counts.leftOut)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => `${whole(count)} ${kind}`),
  ];
  const spend = totals.spend.map(({ rounded, currency: code }) => `${rounded}${code === null ? '' : ` ${code}`}`);
  const figures = Object.entries(totals.counts).map(
    ([measure, sum]) => `${whole(sum)} ${measure.replaceAll('_', ' ')}`,
  );
  return [
    `${name}: ${whole(counts.read)} rows read, ${whole(counts.kept)} kept${reasons.length === 0 ? '' : `; left out: ${reasons.join(', ')}`}`,
    `  platform  ${platform === null ? 'not told' : `${platform.names.join(', ')} (${platform.evidence})`}`,
    `  period    ${period === null ? 'no dates' : `${period.first} to ${period.last}, by ${granularity}`}`,
    `  currency  ${currency.codes.length === 0 ? 'not told' : `${currency.codes.join(', ')} (${currency.evidence})`}`,
    `  spend     ${spend.length === 0 ? 'none' : spend.join(', ')}`,
    `  totals    ${figures.length === 0 ? 'none' : figures.join(', ')}`,
    ...findings.filter(({ level }) => level === 'warning').map(({ message }) => `  ! ${message}`),
    '',
  ].join('\n');
}
