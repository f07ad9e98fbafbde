import type { Scenario } from '../scenario/types.js';
import { formatMoney } from '../units/money.js';
import { formatShare } from '../units/share.js';
import { byPeriods } from './flighting.js';
import { constraintsOf, dailyOfOne, type LinearRow } from './rules.js';
import { type SampledRule, sampledRules } from './sampled-rules.js';

/** Rules by their names with the numbers that they ask for: `prospecting (70.0% to 80.0%)`. */
export function rulesInWords(given: Scenario, names: readonly string[]): string[] {
  const scenario = byPeriods(given);
  const rules = constraintsOf(scenario);
  const sampled = sampledRules(scenario);
  const money = (amount: number): string => formatMoney(amount, scenario.currency, { precision: 'exact' });
  const share = (value: number): string => formatShare(value, { currency: scenario.currency, precision: 'exact' });
  return names.map((name) => {
    if (name === 'budget') return `budget (${rules.open ? 'at most ' : ''}${money(rules.budget)})`;
    if (name === 'retargeting' && scenario.rules.retargeting !== null) {
      const { consideration, conversion, tolerance } = scenario.rules.retargeting;
      return `retargeting (${consideration} : ${conversion}${tolerance > 0 ? `, within ${share(tolerance)}` : ''})`;
    }
    if (name === 'creative' && scenario.rules.creative !== null) {
      const { split, tolerance } = scenario.rules.creative;
      const parts = [split.proven, split.experiment, split.moonshot].map(share).join(' / ');
      return `creative (${parts}${tolerance > 0 ? ` ± ${share(tolerance)}` : ''})`;
    }
    const minimum = rules.onOff.find(({ rule }) => rule === name);
    if (minimum !== undefined) {
      const daily = minimum.threshold * rules.budget * dailyOfOne(scenario.lines[minimum.line]!, scenario);
      return `${name} (${money(daily)} a day)`;
    }
    const figure = sampled.find(({ rule }) => rule === name);
    if (figure !== undefined) return `${name} (${sampledWords(figure, money, share)})`;
    const rows = rules.rows.filter(({ rule }) => rule === name);
    return rows.length === 0
      ? name
      : `${name} (${rows.map((row) => rowWords(row, rules.budget, money, share)).join(', ')})`;
  });
}

function sampledWords(
  { kind, bound, measure }: SampledRule,
  money: (amount: number) => string,
  share: (value: number) => string,
): string {
  const chance = measure.kind === 'probability' ? ` with ${share(measure.probability)}` : '';
  if (kind === 'roas') return `at least ${bound}${chance}`;
  if (kind === 'cvar') return `at least ${money(bound)}`;
  return `at most ${money(bound)}${chance}`;
}

function rowWords(
  row: LinearRow,
  budget: number,
  money: (amount: number) => string,
  share: (value: number) => string,
): string {
  const { lower, upper } = row.share ?? row;
  const write = (value: number): string => (row.unit === 'money' ? money(value * budget) : share(value));
  if (lower === upper) return write(lower);
  const least = Number.isFinite(lower) && lower > 0;
  const most = Number.isFinite(upper) && (row.unit === 'money' || upper < 1);
  if (least && most) return `${write(lower)} to ${write(upper)}`;
  return most ? `at most ${write(upper)}` : `at least ${write(Math.max(0, lower))}`;
}
