import type { FaultDetail, Finding, Measure } from '../types.js';
import type { Column } from './columns.js';
import type { Field } from './fields.js';
import * as messages from './messages.js';
import { type GroupPlan, scaleOf } from './plan.js';
import type { ColumnProfile } from './profile.js';
import type { Table } from './table.js';

/** `column = scale · numerator / denominator`, one way that a rate may be counted. */
interface Formula {
  readonly numerator: Measure;
  readonly denominator: Measure;
  readonly scale: number;
}

const CTR: readonly Formula[] = (['clicks', 'clicks_all'] as const).flatMap((numerator) =>
  [1, 100].map((scale) => ({ numerator, denominator: 'impressions' as const, scale })),
);
const CPC: readonly Formula[] = (['clicks', 'clicks_all'] as const).map((denominator) => ({
  numerator: 'spend',
  denominator,
  scale: 1,
}));
const FORMULAS: Readonly<Partial<Record<Field, readonly Formula[]>>> = {
  ctr: CTR,
  ctr_link: CTR.filter(({ numerator }) => numerator === 'clicks'),
  ctr_all: CTR,
  cpc: CPC,
  cpc_link: CPC.filter(({ denominator }) => denominator === 'clicks'),
  cpc_all: CPC,
  cpm: [{ numerator: 'spend', denominator: 'impressions', scale: 1000 }],
  frequency: [{ numerator: 'impressions', denominator: 'reach', scale: 1 }],
};

/** Agreement from which a column is believed to count what its header says, so that a row far off is the one wrong. */
const BELIEVED = 0.9;
/** How far off, as a factor beyond rounding, a row must be to be set aside rather than mentioned. */
const FAR_OFF = 2;

interface RateCheck {
  readonly findings: readonly Finding[];
  /** Places in the table that contradict a believed column by far, and how. */
  readonly contradictions: readonly { readonly at: number; readonly detail: FaultDetail }[];
}

/**
 * Recomputes every rate column from the counts, allowing for the rounding of each printed figure, in the way of counting
 * that agrees best. Single rows far off are contradictions (figures in the wrong columns); many are another definition.
 */
export function checkRates(
  table: Table,
  group: GroupPlan,
  places: Uint32Array,
  profiles: readonly ColumnProfile[],
): RateCheck {
  const findings: Finding[] = [];
  const contradictions: { at: number; detail: FaultDetail }[] = [];
  const half = (column: Column | undefined): number => {
    const decimals = profiles.find((profile) => profile.column === column)?.numbers?.decimals ?? 0;
    const power = column === undefined ? 0 : Math.max(0, scaleOf(column) ?? 0);
    return 0.5 * 10 ** (power - Math.min(decimals, 15));
  };
  // How far such figures are rounded differs from cell to cell.
  const abbreviated = new Set(
    profiles.flatMap(({ column, numbers }) => ((numbers?.abbreviated ?? 0) > 0 ? [column] : [])),
  );
  const columnOf = (measure: Measure) => group.measures.find((entry) => entry.measure === measure)?.column;
  for (const column of group.rates) {
    const data = table.rates.get(column.index);
    if (data === undefined || column.field === null || abbreviated.has(column)) continue;
    let best: Compared | null = null;
    for (const formula of FORMULAS[column.field] ?? []) {
      const numerator = table.measures.get(formula.numerator);
      const denominator = table.measures.get(formula.denominator);
      const operands = [columnOf(formula.numerator), columnOf(formula.denominator)];
      const named = operands.every((one) => one !== undefined && !abbreviated.has(one));
      if (numerator === undefined || denominator === undefined || !named) continue;
      const compared = compare(table, places, data, half(column), {
        numerator,
        denominator,
        scale: formula.scale,
        halfNumerator: half(columnOf(formula.numerator)),
        halfDenominator: half(columnOf(formula.denominator)),
      });
      if (compared.checked > 0 && (best === null || compared.agree > best.agree)) best = compared;
    }
    if (best === null || best.agree === best.checked) continue;
    if (best.agree < 0.5 * best.checked && best.checked >= 5) {
      findings.push(messages.rateIsOther(column.header, best.agree, best.checked));
      continue;
    }
    const believed = best.agree >= BELIEVED * best.checked;
    const mild = best.off.filter(({ factor }) => !(believed && factor > FAR_OFF));
    for (const { at, factor, given, found } of best.off) {
      if (believed && factor > FAR_OFF) contradictions.push({ at, detail: detailOf(column.header, given, found) });
    }
    const [first] = mild;
    if (first !== undefined) {
      const detail = detailOf(column.header, first.given, first.found);
      const rows = best.checked - best.agree - (best.off.length - mild.length);
      findings.push(messages.rateDisagrees(column.header, rows, best.checked, table.row[first.at] ?? 0, detail));
    }
  }
  return { findings, contradictions };
}

function detailOf(header: string, given: number, found: number): FaultDetail {
  return { kind: 'rate', header, given: Number(given.toPrecision(4)), found: Number(found.toPrecision(4)) };
}

interface Operands {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  readonly scale: number;
  readonly halfNumerator: number;
  readonly halfDenominator: number;
}

interface Compared {
  checked: number;
  agree: number;
  /** Rows that differ; where there are very many, the first. */
  readonly off: { at: number; factor: number; given: number; found: number }[];
}

const MOST_STORED = 10_000;

function compare(table: Table, places: Uint32Array, data: Float64Array, half: number, operands: Operands): Compared {
  const { numerator, denominator, scale, halfNumerator, halfDenominator } = operands;
  const result: Compared = { checked: 0, agree: 0, off: [] };
  for (const at of places) {
    const given = data[at] ?? Number.NaN;
    const top = numerator[at] ?? Number.NaN;
    const bottom = denominator[at] ?? Number.NaN;
    if (table.state[at] !== 0 || !(given > 0 || given === 0) || !(top >= 0) || !(bottom > 0)) continue;
    result.checked += 1;
    // Printed figures are rounded ones, and some platforms cut rates off instead: the true rate lies between these.
    const low = (scale * Math.max(0, top - halfNumerator)) / (bottom + halfDenominator) - 2 * half;
    const high = (scale * (top + halfNumerator)) / Math.max(bottom - halfDenominator, Number.MIN_VALUE) + 2 * half;
    const slack = 1e-9 * given;
    if (given >= low - slack && given <= high + slack) {
      result.agree += 1;
    } else if (result.off.length < MOST_STORED) {
      const factor = given > high ? given / high : low / Math.max(given + half, Number.MIN_VALUE);
      result.off.push({ at, factor, given, found: (scale * top) / bottom });
    }
  }
  return result;
}
