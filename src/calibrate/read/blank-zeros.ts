import type { Finding } from '../types.js';
import * as messages from './messages.js';
import type { RowPlan } from './plan.js';
import type { Table } from './table.js';

/**
 * Results that are conversions by their indicator, and blank with it where there were none: zeros for a name whose other
 * rows all count conversions. Says which columns' blanks were taken as zeros.
 */
export function resolveBlankZeros(table: Table, plan: RowPlan): readonly Finding[] {
  const headers = new Set<string>();
  for (const { measures } of plan.groups) {
    for (const { measure, column } of measures) {
      if (!plan.blankZeros.has(column.index)) continue;
      headers.add(column.header);
      if (measure === 'conversions' && column.field === 'results') fillResults(table);
    }
  }
  return headers.size === 0 ? [] : [messages.blankZeros([...headers])];
}

function fillResults(table: Table): void {
  const conversions = table.measures.get('conversions');
  const results = table.measures.get('results');
  const impressions = table.measures.get('impressions');
  const name = (table.texts.get('adset') ?? table.texts.get('campaign'))?.codes;
  if (conversions === undefined || results === undefined || impressions === undefined || name === undefined) return;
  const counting = new Set<number>();
  const other = new Set<number>();
  for (let at = 0; at < table.count; at++) {
    if (!Number.isNaN(conversions[at] as number)) counting.add(name[at] as number);
    else if (!Number.isNaN(results[at] as number)) other.add(name[at] as number);
  }
  for (let at = 0; at < table.count; at++) {
    const code = name[at] as number;
    const blank = Number.isNaN(results[at] as number) && Number.isNaN(conversions[at] as number);
    if (blank && (impressions[at] as number) > 0 && counting.has(code) && !other.has(code)) conversions[at] = 0;
  }
}
