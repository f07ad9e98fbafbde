import { scaleDistribution } from '../../distributions/scale.js';
import type { Support } from '../../distributions/types.js';
import { checkDistribution } from '../../distributions/validate.js';
import { fromMinorUnits, toMinorUnits } from '../../units/money.js';
import * as messages from '../messages.js';
import type { Fault } from '../problem.js';
import type { LineResponse } from '../response/types.js';
import { isFunnelLine, type Line, type LineMetric, type Quantity, type Scenario, STAGES } from '../types.js';
import { isEconomics, type Span, type Stress } from './stress.js';

/** What a stress makes of a scenario, or why it can't be. */
export type Stressed =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly fault: Fault };

/** What a line with a response can be stressed by. */
const OF_RESPONSES: readonly LineMetric[] = ['cpm', 'ctr', 'cvr'];

const RATES: readonly string[] = ['ctr', 'view_rate', 'cvr', 'match', 'margin', 'close_rate'];
const supportOf = (what: string): Support => (RATES.includes(what) ? 'rate' : 'amount');

/**
 * A scenario under stress, one change after another.
 *
 * Price and conversion of all lines change by their season's factors, so they can by period. What goes off, or gets less,
 * isn't spent elsewhere: the budget shrinks with it, and within a line what is left keeps its rhythm.
 */
export function applyStresses(scenario: Scenario, stresses: readonly Stress[]): Stressed {
  let changed = scenario;
  for (const stress of stresses) {
    const result = applyStress(changed, stress);
    if (!result.ok) return result;
    changed = result.scenario;
  }
  return { ok: true, scenario: changed };
}

function applyStress(scenario: Scenario, stress: Stress): Stressed {
  const { what, scope, factor, span } = stress;
  const within = periodsOf(scenario, span);
  if (!within.ok) return within;
  const chosen = linesOf(scenario, scope);
  if (chosen === null) return { ok: false, fault: messages.unknownScope(scope!, scopesOf(scenario)) };
  if (what === 'budget') return withBudgets(scenario, chosen, factor, within.has);
  if (isEconomics(what)) {
    const scaled = scaledQuantity(scenario.economics[what], what, factor);
    if (!scaled.ok) return scaled;
    return { ok: true, scenario: { ...scenario, economics: { ...scenario.economics, [what]: scaled.quantity } } };
  }
  if (scope === null && (what === 'cpm' || what === 'cvr')) {
    const factors = scenario.season[what].map((own, t) => (within.has(t) ? own * factor : own));
    return { ok: true, scenario: { ...scenario, season: { ...scenario.season, [what]: factors } } };
  }
  return withMetric(scenario, chosen, what, factor);
}

function withMetric(scenario: Scenario, chosen: ReadonlySet<string>, what: LineMetric, factor: number): Stressed {
  const withFunnel = scenario.lines.some((line) => chosen.has(line.id) && isFunnelLine(line));
  if (!withFunnel && !OF_RESPONSES.includes(what)) return { ok: false, fault: messages.stressWithoutFunnel(what) };
  const lines: Line[] = [];
  for (const line of scenario.lines) {
    if (!chosen.has(line.id)) {
      lines.push(line);
      continue;
    }
    if (!isFunnelLine(line)) {
      lines.push({ ...line, response: withResponse(line.response, what, factor) });
      continue;
    }
    const scaled = scaledQuantity(line.quantities[what], what, factor);
    if (!scaled.ok) return scaled;
    lines.push({ ...line, quantities: { ...line.quantities, [what]: scaled.quantity } });
  }
  return { ok: true, scenario: { ...scenario, lines } };
}

/** Dearer impressions make a response's money buy less; more clicks or conversions make it bring more. */
function withResponse(response: LineResponse, what: LineMetric, factor: number): LineResponse {
  if (what === 'cpm') {
    // What was spent before was spent at the old price.
    const carryIn = response.carryIn.map((amount) => amount * factor);
    return { ...response, spendScale: response.spendScale * factor, carryIn };
  }
  if (what === 'ctr' || what === 'cvr') return { ...response, valueScale: response.valueScale * factor };
  return response;
}

function withBudgets(
  scenario: Scenario,
  chosen: ReadonlySet<string>,
  factor: number,
  within: (period: number) => boolean,
): Stressed {
  const { currency } = scenario;
  const lines = scenario.lines.map((line) => {
    if (!chosen.has(line.id)) return line;
    const toGrid = (budget: number): number => fromMinorUnits(toMinorUnits(budget, currency), currency);
    // Over the whole horizon the rhythm stays, to the last bit.
    if (line.flighting.every((_, t) => within(t))) return { ...line, budget: toGrid(line.budget * factor) };
    const weights = line.flighting.map((weight, t) => (within(t) ? weight * factor : weight));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const flighting = sum > 0 ? weights.map((weight) => weight / sum) : line.flighting;
    // What a span of periods gets is set by the stress, no longer the optimiser's to choose.
    const { freeFlighting: _, ...rest } = line;
    return { ...rest, budget: toGrid(line.budget * sum), flighting };
  });
  const units = lines.reduce((sum, { budget }) => sum + toMinorUnits(budget, currency), 0);
  if (units === 0) return { ok: false, fault: messages.nothingLeftToSpend() };
  return { ok: true, scenario: { ...scenario, lines, budget: fromMinorUnits(units, currency) } };
}

function scaledQuantity(
  { distribution }: Quantity,
  what: string,
  factor: number,
): { readonly ok: true; readonly quantity: Quantity } | { readonly ok: false; readonly fault: Fault } {
  const scaled = scaleDistribution(distribution, factor);
  const reason = scaled.ok ? checkDistribution(scaled.value, supportOf(what))[0] : scaled.reason;
  if (!scaled.ok || reason !== undefined) return { ok: false, fault: messages.stressOutOfRange(what, reason ?? '') };
  return { ok: true, quantity: { distribution: scaled.value, origin: { kind: 'given' } } };
}

/** Ids of the lines that a scope means; `null` where it means none. */
function linesOf({ lines }: Scenario, scope: string | null): ReadonlySet<string> | null {
  const wanted = scope?.toLowerCase();
  const found = lines.filter(
    ({ id, platform, stage }) =>
      wanted === undefined || [id, platform, stage].some((name) => name.toLowerCase() === wanted),
  );
  return found.length === 0 ? null : new Set(found.map(({ id }) => id));
}

function scopesOf({ lines }: Scenario): readonly string[] {
  const platforms = new Set(lines.map(({ platform }) => platform));
  const stages = STAGES.filter((stage) => lines.some((line) => line.stage === stage));
  return [...platforms, ...stages, ...lines.map(({ id }) => id)];
}

const DAYS_OF_WEEK = 7;

function periodsOf(
  { horizon }: Scenario,
  span: Span | null,
): { readonly ok: true; readonly has: (period: number) => boolean } | { readonly ok: false; readonly fault: Fault } {
  if (span === null) return { ok: true, has: () => true };
  const length = span.unit === horizon.unit ? 1 : span.unit === 'week' && horizon.unit === 'day' ? DAYS_OF_WEEK : null;
  const whole = `${horizon.periods} ${horizon.unit}${horizon.periods === 1 ? '' : 's'}`;
  if (length === null) return { ok: false, fault: messages.stressInOtherUnit(span.unit, whole) };
  const first = (span.first - 1) * length;
  const last = span.last === null ? horizon.periods - 1 : span.last * length - 1;
  if (first >= horizon.periods || last - (length - 1) >= horizon.periods) {
    return { ok: false, fault: messages.stressAfterEnd(`${span.unit} ${span.last ?? span.first}`, whole) };
  }
  return { ok: true, has: (period) => period >= first && period <= last };
}
