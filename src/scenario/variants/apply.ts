import { scaleDistribution } from '../../distributions/scale.js';
import type { Support } from '../../distributions/types.js';
import { checkDistribution } from '../../distributions/validate.js';
import { required } from '../../required.js';
import { fromMinorUnits, toMinorUnits } from '../../units/money.js';
import * as messages from '../messages.js';
import { budgetPay, givenPosts } from '../pay.js';
import { canonicalId, canonicalPlatform } from '../platform-names.js';
import type { Fault } from '../problem.js';
import type { LineResponse } from '../response/types.js';
import {
  isFunnelLine,
  type Line,
  type LineMetric,
  type Platform,
  type Quantity,
  type Scenario,
  SOURCE_RATES,
  type Source,
  STAGES,
  type Stage,
} from '../types.js';
import { isEconomics, type Span, type Stress } from './stress.js';

/** What a stress makes of a scenario, or why it can't be. */
type Stressed = { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly fault: Fault };

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
  const chosen = new Set(inScope(scenario.lines, scope).map(({ id }) => id));
  const sources = new Set(inScope(scenario.sources, scope).map(({ id }) => id));
  const known = chosen.size > 0 || (sources.size > 0 && (factor === 0 || what !== 'budget'));
  if (!known) return { ok: false, fault: messages.unknownScope(required(scope), scopesOf(scenario)) };
  if (what === 'budget' && factor === 0 && sources.size > 0) {
    if (span !== null) return { ok: false, fault: messages.postsNotByPeriod() };
    const left = scenario.sources.filter(({ id }) => !sources.has(id));
    return withBudgets(scenario, chosen, factor, within.has, left);
  }
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
  return withMetric(scenario, chosen, sources, what, factor);
}

function withMetric(
  scenario: Scenario,
  chosen: ReadonlySet<string>,
  chosenSources: ReadonlySet<string>,
  what: LineMetric,
  factor: number,
): Stressed {
  const withFunnel = scenario.lines.some((line) => chosen.has(line.id) && isFunnelLine(line));
  const sources = withSourceRate(scenario.sources, chosenSources, what, factor);
  if (!sources.ok) return sources;
  if (!withFunnel && !OF_RESPONSES.includes(what) && chosenSources.size === 0)
    return { ok: false, fault: messages.stressWithoutFunnel(what) };
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
  return { ok: true, scenario: { ...scenario, lines, sources: sources.value } };
}

/** Sources with a rate or κ multiplied; rates that are a line's change with the line. */
function withSourceRate(
  sources: readonly Source[],
  chosen: ReadonlySet<string>,
  what: LineMetric,
  factor: number,
): { readonly ok: true; readonly value: readonly Source[] } | { readonly ok: false; readonly fault: Fault } {
  const rate = SOURCE_RATES.find((name) => name === what);
  if (rate === undefined && what !== 'fatigue') return { ok: true, value: sources };
  const changed: Source[] = [];
  for (const source of sources) {
    const from = rate === undefined ? null : source.rates[rate];
    if (!chosen.has(source.id) || from?.from === 'line') {
      changed.push(source);
      continue;
    }
    const scaled = scaledQuantity(from?.quantity ?? source.fatigue, what, factor);
    if (!scaled.ok) return scaled;
    const { quantity } = scaled;
    changed.push(
      rate === undefined
        ? { ...source, fatigue: quantity }
        : { ...source, rates: { ...source.rates, [rate]: { from: 'own', quantity } } },
    );
  }
  return { ok: true, value: changed };
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
  sources: readonly Source[] = scenario.sources,
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
  const after = { ...scenario, lines, sources };
  const units = plannedUnits(after);
  if (units === 0) return { ok: false, fault: messages.nothingLeftToSpend() };
  // A ceiling goes by as much as what is planned below it, so that what may be spent beyond that stays.
  const budget = toMinorUnits(scenario.budget, currency) + units - plannedUnits(scenario);
  return { ok: true, scenario: { ...after, budget: fromMinorUnits(budget, currency) } };
}

/** What lines and posts have of the budget, in the currency's smallest unit. */
function plannedUnits({ lines, sources, creatorsFrom, currency }: Scenario): number {
  const pay = sources.reduce(
    (sum, source) =>
      source.kind === 'creator' && creatorsFrom === 'budget'
        ? sum + toMinorUnits(budgetPay(source, givenPosts(source), currency), currency)
        : sum,
    0,
  );
  return lines.reduce((sum, { budget }) => sum + toMinorUnits(budget, currency), pay);
}

function scaledQuantity(
  { distribution }: Quantity,
  what: string,
  factor: number,
): { readonly ok: true; readonly quantity: Quantity } | { readonly ok: false; readonly fault: Fault } {
  const scaled = scaleDistribution(distribution, factor);
  const reason = scaled.ok ? checkDistribution(scaled.value, supportOf(what))[0] : scaled.said;
  if (!scaled.ok || reason !== undefined) return { ok: false, fault: messages.stressOutOfRange(what, reason ?? '') };
  return { ok: true, quantity: { distribution: scaled.value, origin: { kind: 'given' } } };
}

/** The lines, or the sources, that a scope means: a platform by any of its names, a stage, or an id; all without a scope. */
function inScope<T extends { readonly id: string; readonly platform: Platform; readonly stage: Stage }>(
  all: readonly T[],
  scope: string | null,
): readonly T[] {
  if (scope === null) return all;
  const wanted = [scope, canonicalPlatform(scope), canonicalId(scope)].map((name) => name.toLowerCase());
  return all.filter(({ id, platform, stage }) =>
    [id, platform, stage].some((name) => wanted.includes(name.toLowerCase())),
  );
}

function scopesOf({ lines, sources }: Scenario): readonly string[] {
  const all = [...lines, ...sources];
  const platforms = new Set(all.map(({ platform }) => platform));
  const stages = STAGES.filter((stage) => all.some((one) => one.stage === stage));
  return [...platforms, ...stages, ...all.map(({ id }) => id)];
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
