import { elementAt, required } from '../../required.js';
import { apportion } from '../../units/apportion.js';
import { formatMoney, fromMinorUnits, toMinorUnits } from '../../units/money.js';
import { formatShare } from '../../units/share.js';
import { EXCHANGE_RATES } from '../benchmarks/exchange-rates.js';
import { parseGate } from '../expressions/gate.js';
import * as messages from '../messages.js';
import { PHASE_PRESET, type PhaseInput } from '../schema/events.js';
import type { Gate, GateFailure, Phase } from '../types.js';
import { checkNames } from './check-names.js';
import { type Build, report } from './context.js';
import { moneyOf } from './limits.js';

/** Sums of shares may miss by rounding. */
const SLACK = 1e-9;

/** `phases`, which cover the horizon and the budget; empty where the file has none. `ids`: of the plan's lines and sources. */
export function buildPhases(build: Build, ids: readonly string[]): readonly Phase[] {
  const { phases, horizon, budget, currency } = build.input;
  if (phases === undefined) return [];
  const list = phases === PHASE_PRESET ? presetPhases(build) : phases;
  if (list === null) return [];
  if (list.length === 0) {
    report(build, ['phases'], messages.phasePeriods(0, horizon.periods));
    return [];
  }
  checkNames(build, ['phases'], 'phase', list);
  const periods = list.reduce((sum, phase) => sum + phase.periods, 0);
  if (periods !== horizon.periods) report(build, ['phases'], messages.phasePeriods(periods, horizon.periods));
  const amounts = list.map((phase) => moneyOf(phase.budget, budget.amount));
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  const smallest = fromMinorUnits(1, currency);
  if (Math.abs(sum - budget.amount) > Math.max(SLACK * budget.amount, smallest / 2)) reportSum(build, list, sum);
  let first = 0;
  return list.map((phase, index): Phase => {
    const begins = first;
    first += phase.periods;
    return {
      name: phase.name,
      first: begins,
      periods: phase.periods,
      share: sum > 0 ? elementAt(amounts, index) / sum : 0,
      gate: gateOf(build, phase, index, ids),
    };
  });
}

function reportSum(build: Build, list: readonly PhaseInput[], sum: number): void {
  const { budget, currency } = build.input;
  const money = (value: number) => formatMoney(value, currency, { locale: 'en', precision: 'exact' });
  const shares = list.every((phase) => phase.budget.kind === 'share');
  const found = shares
    ? formatShare(sum / budget.amount, { locale: 'en', precision: 'exact' })
    : money(fromMinorUnits(toMinorUnits(sum, currency), currency));
  report(build, ['phases'], messages.phaseBudgets(found, shares ? '100%' : money(budget.amount)));
}

/** What phases that are given as money would have of another whole budget: in proportion, and to the smallest unit. */
export function phasesOfWhole(
  { phases = [], budget, currency }: Pick<Build['input'], 'phases' | 'budget' | 'currency'>,
  whole: number,
): readonly { readonly name: string; readonly amount: number }[] {
  const paid = phases === PHASE_PRESET ? [] : phases.filter((phase) => phase.budget.kind === 'money');
  const weights = paid.map((phase) => phase.budget.value);
  const part = weights.reduce((sum, weight) => sum + weight, 0) / budget.amount;
  if (!(part > 0)) return [];
  const units = apportion(Math.round(toMinorUnits(whole, currency) * Math.min(1, part)), weights);
  return paid.map(({ name }, k) => ({ name, amount: fromMinorUnits(elementAt(units, k), currency) }));
}

function gateOf(build: Build, { gate, if_failed }: PhaseInput, index: number, ids: readonly string[]): Gate | null {
  const path = ['phases', index];
  if (gate === undefined) {
    if (if_failed !== undefined) report(build, [...path, 'if_failed'], messages.failureWithoutGate(), true);
    return null;
  }
  const parsed = parseGate(gate, ids);
  if (!parsed.ok) report(build, [...path, 'gate'], parsed.fault);
  if (if_failed === undefined) {
    report(build, [...path, 'gate'], messages.gateWithoutFailure(), true);
    return null;
  }
  for (const [k, id] of (typeof if_failed === 'string' ? [] : if_failed.stop).entries()) {
    if (!ids.includes(id)) report(build, [...path, 'if_failed', 'stop', k], messages.unknownSubject(id, ids));
  }
  const ifFailed: GateFailure =
    typeof if_failed === 'string' ? { kind: if_failed } : { kind: 'stop-some', ids: if_failed.stop };
  return parsed.ok ? { text: gate.trim(), ...parsed.value, ifFailed } : null;
}

/** Days after which the field's phases end, and how short a plan can be for them. */
const ENDS = [30, 60] as const;
const SHORTEST = 84;
/** The first paid test, in AZN a day, which makes the field's first test budget of 600. */
const TEST_A_DAY = 20;

/**
 * The first 30, 60 and 90 days as practice has them: nothing paid while accounts, audiences and 10 posts are prepared, a first
 * paid test of 20 AZN a day, whose success is a return on investment of 1.5, then the rest. What follows day 90 belongs to
 * the last phase.
 */
function presetPhases(build: Build): readonly PhaseInput[] | null {
  const { horizon, currency, budget } = build.input;
  const days = horizon.periods * horizon.periodDays;
  if (days < SHORTEST) {
    report(build, ['phases'], messages.presetTooShort(Math.round(days)));
    return null;
  }
  const rate = Object.hasOwn(EXCHANGE_RATES, currency) ? EXCHANGE_RATES[currency] : undefined;
  if (rate === undefined) {
    report(build, ['phases'], messages.presetWithoutRate(currency));
    return null;
  }
  const periodsUntil = (day: number): number => Math.max(1, Math.round(day / horizon.periodDays));
  const [first, second] = [periodsUntil(ENDS[0]), periodsUntil(ENDS[1])];
  const test = (TEST_A_DAY * (ENDS[1] - ENDS[0]) * rate.perDollar) / required(EXCHANGE_RATES.AZN).perDollar;
  const amount = Math.min(budget.amount, fromMinorUnits(toMinorUnits(test, currency), currency));
  const money = (value: number) => ({ kind: 'money' as const, value });
  return [
    { name: 'Days 1 to 30', periods: first, budget: money(0) },
    {
      name: 'Days 31 to 60',
      periods: second - first,
      budget: money(amount),
      gate: 'roi >= 1.5',
      if_failed: 'continue',
    },
    { name: 'Days 61 to 90', periods: horizon.periods - second, budget: money(budget.amount - amount) },
  ];
}

/** A line's weights with each phase's periods scaled to the phase's share (even, where they sum to 0). */
export function flightedByPhases(weights: readonly number[], phases: readonly Phase[]): readonly number[] {
  if (phases.length === 0) return weights;
  return phases.flatMap(({ first, periods, share }) => {
    const own = weights.slice(first, first + periods);
    const sum = own.reduce((total, weight) => total + weight, 0);
    return own.map((weight) => (share * (sum > 0 ? weight : 1)) / (sum > 0 ? sum : periods));
  });
}
