/** What is found of an export once it is read. */
import type { ExportRows, Finding } from '../types.js';
import type { Columns } from './columns.js';
import * as messages from './messages.js';
import type { RowPlan } from './plan.js';

/** Rows with more conversions than clicks: of views. */
export function viewThrough(conversions: Float64Array | undefined, clicks: Float64Array | undefined): Finding[] {
  if (conversions === undefined || clicks === undefined) return [];
  let count = 0;
  for (let at = 0; at < clicks.length; at++) if ((conversions[at] ?? 0) > (clicks[at] ?? 0)) count += 1;
  return count === 0 ? [] : [messages.moreConversions(count)];
}

/** Columns that are taken for nothing. */
export function unread({ all }: Columns): Finding[] {
  const headers = all.filter(({ field, header }) => field === null && header !== '').map(({ header }) => header);
  return headers.length === 0 ? [] : [messages.unreadColumns(headers)];
}

const LEVELS = ['refusal', 'warning', 'note'] as const;

/** Results of campaigns of unknown aims, where nothing else counts orders or leads. */
export function resultsAside({ groups }: RowPlan, measures: ExportRows['measures']): readonly Finding[] {
  const column = groups.flatMap((group) => group.measures).find(({ measure }) => measure === 'results')?.column;
  const some = measures.results?.some((value) => value > 0) ?? false;
  return column === undefined || !some || measures.conversions !== undefined
    ? []
    : [messages.resultsAside(column.header)];
}

/** What refuses first, then what warns. */
export function ranked(findings: readonly Finding[]): readonly Finding[] {
  return LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}
