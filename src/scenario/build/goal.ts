import { metricExpressions, parseCustomKpis } from '../expressions/custom.js';
import { parseHold } from '../expressions/hold.js';
import { bareKpi, parseExpression } from '../expressions/parse.js';
import { parseTarget } from '../expressions/target.js';
import type { Expression } from '../expressions/types.js';
import * as messages from '../messages.js';
import type { Path } from '../source/tree.js';
import type { CustomKpi, Goal, HoldRule, Metric, Rules, Target } from '../types.js';
import { type Build, report } from './context.js';
import { RISK_AVERSION, TAIL, USUAL_RISK } from './defaults.js';
import { PRESET_GOALS, presetOf } from './preset.js';

const MAX_KPIS = 100;
const MAX_TARGETS = 100;

interface Aims {
  readonly goal: Goal;
  readonly kpis: readonly CustomKpi[];
  readonly targets: readonly Target[];
  /** With the rules on figures, which may name `kpis`. */
  readonly rules: Rules;
}

/**
 * `kpis`, `goal`, `targets` and rules on figures; `counted`: names of what the plan counts before it is closed. Without an
 * order value the goal is orders, since profit could only be minus the cost.
 */
export async function buildAims(
  build: Build,
  rules: Rules,
  metrics: readonly Metric[],
  counted: ReadonlyMap<string, Expression>,
): Promise<Aims> {
  const { input } = build;
  const texts = input.kpis ?? {};
  const given = input.targets ?? [];
  const counts = [
    { path: ['kpis'], what: 'KPIs', count: Object.keys(texts).length, limit: MAX_KPIS },
    { path: ['targets'], what: 'targets', count: given.length, limit: MAX_TARGETS },
  ].filter(({ count, limit }) => count > limit);
  for (const { path, what, count, limit } of counts) report(build, path, messages.tooManyOf(what, count, limit));

  const preset = presetOf(build);
  const usual = preset === null ? 'profit' : PRESET_GOALS[preset.name];
  const valueless = input.economics?.order_value === undefined && usual === 'profit';
  const { minimize } = input.goal ?? {};
  if (minimize !== undefined && input.goal?.maximize !== undefined)
    report(build, ['goal', 'minimize'], messages.bothWays(), true);
  else if (minimize !== undefined && preset !== null)
    report(build, ['goal', 'minimize'], messages.presetAndMinimize(), true);
  const text = minimize ?? input.goal?.maximize ?? (valueless ? 'orders' : usual);
  const direction: Goal['direction'] = minimize === undefined ? 'maximize' : 'minimize';
  const towards = (of: Expression): Expression => (direction === 'minimize' ? { kind: 'negate', of } : of);
  const { risk_aversion: aversion, tail } = input.goal ?? {};
  const unsaid = aversion === undefined && tail === undefined;
  const goal = {
    text,
    direction,
    maximize: towards(counted.get(text) ?? bareKpi(text) ?? { kind: 'kpi', name: 'profit' }),
    riskAversion: unsaid ? USUAL_RISK.aversion : (aversion ?? RISK_AVERSION),
    tail: unsaid ? USUAL_RISK.tail : (tail ?? TAIL),
    worst: tail ?? TAIL,
    preset,
    verdict: input.goal?.verdict ?? {},
  };
  if (counts.length > 0) return { goal, kpis: [], targets: [], rules };

  const { kpis, byName, faults } = await parseCustomKpis(texts, metricExpressions(metrics), counted);
  for (const { name, fault } of faults) report(build, ['kpis', name], fault);
  // A mistake in a KPI is one mistake: what names that KPI is not judged.
  const lost = Object.keys(texts).filter((name) => !byName.has(name));
  const names = (expression: string) => lost.some((name) => new RegExp(`\\b${escaped(name)}\\b`).test(expression));

  let maximize = goal.maximize;
  if (!names(text)) {
    const parsed = await parseExpression(text, byName);
    if (parsed.ok) maximize = towards(parsed.value);
    else report(build, ['goal', direction], parsed.fault);
  }
  const targets: Target[] = [];
  for (const [index, target] of given.entries()) {
    if (names(target)) continue;
    const parsed = await parseTarget(target, byName);
    if (parsed.ok) targets.push(parsed.value);
    else report(build, ['targets', index], parsed.fault);
  }
  const holdsOf = async (
    path: Path,
    texts: readonly string[],
    scope: 'plan' | 'line',
  ): Promise<readonly HoldRule[]> => {
    const holds: HoldRule[] = [];
    for (const [index, hold] of texts.entries()) {
      if (names(hold)) continue;
      const parsed = await parseHold(hold, scope, byName);
      if (parsed.ok) holds.push(parsed.value);
      else report(build, [...path, index], parsed.fault);
    }
    return holds;
  };
  const { hold, lines = {} } = input.rules ?? {};
  const byLine = { ...rules.lines };
  for (const [id, line] of Object.entries(lines)) {
    const rule = byLine[id];
    if (line.hold === undefined || rule === undefined) continue;
    byLine[id] = { ...rule, hold: await holdsOf(['rules', 'lines', id, 'hold'], line.hold, 'line') };
  }
  const held = hold === undefined ? {} : { hold: await holdsOf(['rules', 'hold'], hold, 'plan') };
  return { goal: { ...goal, maximize }, kpis, targets, rules: { ...rules, ...held, lines: byLine } };
}

function escaped(name: string): string {
  return name.replace(/[^\w]/g, '\\$&');
}
