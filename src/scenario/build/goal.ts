import { parseCustomKpis } from '../expressions/custom.js';
import { bareKpi, parseExpression } from '../expressions/parse.js';
import { parseTarget } from '../expressions/target.js';
import type { Expression } from '../expressions/types.js';
import * as messages from '../messages.js';
import type { CustomKpi, Goal, Target } from '../types.js';
import { type Build, report } from './context.js';
import { RISK_AVERSION, TAIL } from './defaults.js';
import { PRESET_GOALS, presetOf } from './preset.js';

const MAX_KPIS = 100;
const MAX_TARGETS = 100;

export interface Aims {
  readonly goal: Goal;
  readonly kpis: readonly CustomKpi[];
  readonly targets: readonly Target[];
}

/** `kpis`, `goal` and `targets`. Without an order value the goal is orders, since profit could only be minus the cost. */
export async function buildAims(build: Build): Promise<Aims> {
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
  const text = input.goal?.maximize ?? (valueless ? 'orders' : usual);
  const goal = {
    text,
    direction: 'maximize' as const,
    maximize: bareKpi(text) ?? ({ kind: 'kpi', name: 'profit' } as Expression),
    riskAversion: input.goal?.risk_aversion ?? RISK_AVERSION,
    tail: input.goal?.tail ?? TAIL,
    preset,
    verdict: {},
  };
  if (counts.length > 0) return { goal, kpis: [], targets: [] };

  const { kpis, byName, faults } = await parseCustomKpis(texts);
  for (const { name, fault } of faults) report(build, ['kpis', name], fault);
  // A mistake in a KPI is one mistake: what names that KPI is not judged.
  const lost = Object.keys(texts).filter((name) => !byName.has(name));
  const names = (expression: string) => lost.some((name) => new RegExp(`\\b${escaped(name)}\\b`).test(expression));

  let maximize = goal.maximize;
  if (!names(text)) {
    const parsed = await parseExpression(text, byName);
    if (parsed.ok) maximize = parsed.value;
    else report(build, ['goal', 'maximize'], parsed.fault);
  }
  const targets: Target[] = [];
  for (const [index, target] of given.entries()) {
    if (names(target)) continue;
    const parsed = await parseTarget(target, byName);
    if (parsed.ok) targets.push(parsed.value);
    else report(build, ['targets', index], parsed.fault);
  }
  return { goal: { ...goal, maximize }, kpis, targets };
}

function escaped(name: string): string {
  return name.replace(/[^\w]/g, '\\$&');
}
