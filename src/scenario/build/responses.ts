import { cdf } from '../../distributions/index.js';
import { RAREST_PRICE } from '../../distributions/support.js';
import type { Distribution } from '../../distributions/types.js';
import { firstOf, lastOf, required } from '../../required.js';
import { drawsColumn } from '../data/draws.js';
import * as messages from '../messages.js';
import type { ParameterSpec } from '../response/parameters.js';
import type { LineResponse, ResponseParameter } from '../response/types.js';
import type { LineInput } from '../schema/line.js';
import { columnKeys, type ResponseInput } from '../schema/response.js';
import type { Economics, Quantity } from '../types.js';
import { type Build, report } from './context.js';

/** Rates of the funnel, which a line with a response has no use for. */
const FUNNEL_KEYS = ['audience', 'cpm', 'ctr', 'view_rate', 'cvr', 'fatigue', 'match'] as const;

/** What sections 11, 17 and 18 add to a funnel; a response has a carry_in of its own. */
const FUNNEL_ONLY = ['pressure', 'pressure_at', 'formats', 'carry_in', 'drift', 'incrementality'] as const;

/** A line's `response` with its posterior draws looked up; what is wrong with it is reported. */
export function buildResponse(
  build: Build,
  line: LineInput & { readonly response: ResponseInput },
  index: number,
  id: string,
  economics: Economics,
): LineResponse {
  const { response } = line;
  const path = ['lines', index, 'response'];
  const clash = FUNNEL_KEYS.find((key) => line[key] !== undefined);
  if (clash !== undefined) report(build, ['lines', index, clash], messages.responseAndFunnel(clash), true);
  const strange = FUNNEL_ONLY.find((key) => line[key] !== undefined);
  if (strange !== undefined) report(build, ['lines', index, strange], messages.responseHasNo(strange), true);
  const { unit } = build.input.horizon;
  if (response.period !== unit) report(build, [...path, 'period'], messages.otherPeriod(response.period, unit));
  if (response.of === 'revenue') {
    const given = build.input.economics?.order_value;
    const canBeNothing = cdf(economics.order_value.distribution, 0) > RAREST_PRICE;
    if (given === undefined || canBeNothing) report(build, [...path, 'of'], messages.revenueWithoutOrderValue());
  }
  const parameters: Partial<Record<ResponseParameter, Quantity>> = {};
  for (const [name, distribution] of Object.entries(response.parameters) as [ResponseParameter, Distribution][]) {
    parameters[name] = { distribution, origin: { kind: 'given' } };
  }
  const columns: Partial<Record<ResponseParameter, readonly number[]>> = {};
  for (const spec of response.open) {
    const values = columnOf(build, response, spec, id, path);
    if (values === null) continue;
    columns[spec.name] = values;
    const sorted = [...values].sort((a, b) => a - b);
    parameters[spec.name] = { distribution: marginal(sorted), origin: { kind: 'given' } };
  }
  const { curve, of, points, range, spendScale, valueScale, adstock, carryIn, draws } = response;
  if (curve === 'table') {
    const spends = (line.budget ?? 0) / build.input.horizon.periods / spendScale;
    if (adstock === null && spends > lastOf(points)[0]) build.warnings.push({ code: 'beyond_table', line: id });
  }
  return {
    curve,
    of,
    parameters,
    points,
    range,
    spendScale,
    valueScale,
    adstock,
    carryIn,
    draws: draws === null ? null : { file: draws.table.name, columns },
  };
}

function marginal(sorted: readonly number[]): Distribution {
  return sorted[0] === sorted.at(-1) ? { family: 'fixed', value: firstOf(sorted) } : { family: 'empirical', sorted };
}

/** A parameter's draws: from the column named for it, first with the line's id, then without. */
function columnOf(
  build: Build,
  { draws }: ResponseInput,
  spec: ParameterSpec,
  id: string,
  path: readonly (string | number)[],
): readonly number[] | null {
  const { table, columns } = required(draws);
  const keys = columnKeys(spec);
  const candidates = [columns[spec.name], ...keys.map((key) => `${id}.${key}`), ...keys];
  const column = candidates.find((name) => name !== undefined && table.header.includes(name));
  if (column === undefined) {
    if (spec.fallback === undefined)
      report(build, [...path, 'draws'], messages.missingColumn(firstOf(keys), table.header));
    return spec.fallback === undefined ? null : table.rows.map(() => required(spec.fallback));
  }
  const { support, above = false } = spec.kind;
  const most = support === 'rate' ? 1 : Number.POSITIVE_INFINITY;
  const reading = drawsColumn(table, column, {
    within: (value) => (above ? value > 0 : value >= 0) && value <= most,
    words: `${above ? 'above 0' : 'of 0 or more'}${support === 'rate' ? ' and at most 1' : ''}`,
  });
  if (reading.ok) return reading.values;
  report(build, [...path, 'draws'], reading.fault);
  return null;
}
