import type { Decision } from '../engine/evaluation.js';
import { openSession, type Session } from '../engine/session.js';
import { required } from '../required.js';
import type { KpiName } from '../scenario/expressions/types.js';
import type { Scenario } from '../scenario/types.js';
import { chosenPosts } from './chosen-posts.js';
import type { PlanFigures } from './price-plan.js';
import type { PlatformClaim, ResultPhase, ResultShock, ResultSource } from './result.js';

/** Means over all draws, or over those that are marked by 1. */
function meanOf(values: Float64Array, marks?: Float64Array): number | null {
  let sum = 0;
  let count = 0;
  values.forEach((value, d) => {
    if (marks !== undefined && marks[d] !== 1) return;
    sum += value;
    count++;
  });
  return count === 0 ? null : sum / count;
}

/** What is expected of one KPI in each draw if the plan were run in another scenario, on the same draws. */
async function drawsIn(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  kpi: KpiName,
  signal?: AbortSignal,
): Promise<Float64Array> {
  const other = await openSession({ ...scenario, draws: session.sampling.draws }, { engine: session.engine });
  try {
    const selection = {
      total: [{ name: kpi, expression: { kind: 'kpi', name: kpi } as const }],
      groups: false,
      cumulative: false,
    };
    const priced = await other.price(decision, selection, signal === undefined ? {} : { signal });
    return priced.series(0);
  } finally {
    await other.close();
  }
}

/** Posts and pay of a plan's sources: means. */
export function sourcesOf(scenario: Scenario, decision: Decision, { kpis }: PlanFigures): ResultSource[] {
  const chosen = new Map(chosenPosts(scenario, decision).posts?.map(({ id, posts }) => [id, posts]));
  return scenario.sources.map(({ id }) => {
    const posts = chosen.get(id);
    return {
      id,
      posts: kpis.lines[id]?.posts?.mean ?? 0,
      pay: kpis.lines[id]?.pay?.mean ?? 0,
      ...(posts === undefined ? {} : { chosen: posts }),
    };
  });
}

/**
 * Section 16: of each phase, the share of all futures that pass its gate and weren't stopped before, and what the right to stop
 * at it is worth: the mean profit with it less that without, on the same draws.
 */
export async function phasesOf(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  figures: PlanFigures,
  signal?: AbortSignal,
): Promise<ResultPhase[]> {
  const phases: ResultPhase[] = [];
  const profit = required(meanOf(required(figures.total.get('profit'))));
  let gates = 0;
  for (const [index, { name, gate }] of scenario.phases.entries()) {
    if (gate === null) {
      phases.push({ name, probability: null, option_value: null });
      continue;
    }
    const probability = meanOf(figures.gates[gates++]);
    if (gate.ifFailed.kind === 'continue') {
      phases.push({ name, probability, option_value: 0 });
      continue;
    }
    const without: Scenario = {
      ...scenario,
      phases: scenario.phases.map((phase, k) =>
        k === index ? { ...phase, gate: { ...gate, ifFailed: { kind: 'continue' } } } : phase,
      ),
    };
    const goingOn = required(meanOf(await drawsIn(session, without, decision, 'profit', signal)));
    phases.push({ name, probability, option_value: profit - goingOn });
  }
  return phases;
}

/** Section 15: how often each shock comes, and the profit of those futures with it and without it. */
export async function shocksOf(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  figures: PlanFigures,
  signal?: AbortSignal,
): Promise<ResultShock[]> {
  const profit = required(figures.total.get('profit'));
  const shocks: ResultShock[] = [];
  for (const [index, { name }] of scenario.shocks.entries()) {
    const comes = figures.shocks[index];
    const calm: Scenario = {
      ...scenario,
      shocks: scenario.shocks.map((shock, k) => (k === index ? { ...shock, probability: 0 } : shock)),
    };
    const frequency = required(meanOf(comes));
    const without = frequency === 0 ? null : await drawsIn(session, calm, decision, 'profit', signal);
    shocks.push({
      name,
      frequency,
      profit_with: meanOf(profit, comes),
      profit_without: without === null ? null : meanOf(without, comes),
    });
  }
  return shocks;
}

/**
 * Section 17: what each platform's dashboard would claim and its last clicks, beside the conversions that would be lost without
 * the platform's lines.
 */
export async function claimsOf(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  figures: PlanFigures,
  signal?: AbortSignal,
): Promise<PlatformClaim[]> {
  if (scenario.attribution === null) return [];
  const all = required(meanOf(required(figures.total.get('conversions'))));
  const claims: PlatformClaim[] = [];
  const periods = scenario.horizon.periods;
  for (const [index, platform] of session.program.platforms.entries()) {
    const isOn = (line: number): boolean => scenario.lines[line].platform === platform;
    const without: Decision = {
      ...decision,
      budgets: decision.budgets.map((amount, line) => (isOn(line) ? 0 : amount)),
      ...(decision.byPeriod === undefined
        ? {}
        : { byPeriod: decision.byPeriod.map((amount, at) => (isOn(Math.floor(at / periods)) ? 0 : amount)) }),
    };
    const { claimed, last_click } = figures.claims[index];
    const left = required(meanOf(await drawsIn(session, scenario, without, 'conversions', signal)));
    claims.push({ platform, claimed, last_click, incremental: all - left });
  }
  return claims;
}
