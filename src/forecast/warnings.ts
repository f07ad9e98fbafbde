import type { Scenario } from '../scenario/types.js';
import type { PlanResult, PlanWarning, ResultLine } from './result.js';

const WEEK = 7;

/**
 * What practice would warn of in a plan, though no rule forbids it: live lines that expect too few conversions a week to
 * learn from (`adequacy`), and a spend a day outside of what is usual for the goal (`daily_spend`).
 */
export function planWarnings(
  scenario: Scenario,
  lines: readonly ResultLine[],
  kpis: PlanResult['kpis']['lines'],
): PlanWarning[] {
  const { horizon, rules, goal } = scenario;
  const days = horizon.periods * horizon.periodDays;
  const warnings: PlanWarning[] = [];
  for (const { id, budget } of lines) {
    const expected = kpis[id]?.conversions?.mean ?? null;
    if (budget === 0 || expected === null) continue;
    const weekly = (expected * WEEK) / days;
    if (weekly < rules.adequacy) {
      warnings.push({ code: 'adequacy', line: id, value: weekly, min: rules.adequacy });
    }
  }
  const { preset } = goal;
  const usual = preset?.daily ?? null;
  const daily = lines.reduce((sum, { budget }) => sum + budget, 0) / days;
  if (preset !== null && usual !== null && (daily < usual.min || daily > usual.max)) {
    warnings.push({ code: 'daily_spend', preset: preset.name, value: daily, ...usual });
  }
  return warnings;
}
