import { type Session, samplingPlan } from '../engine/session.js';
import { quantiles } from '../numerics/quantiles.js';
import type { Decision } from '../optimize/types.js';
import { countedFirst } from '../scenario/build/outcome.js';
import type { Scenario } from '../scenario/types.js';
import { moments } from '../summary/moments.js';
import type { ResponseCurve } from './details.js';

/** Points of a curve above zero spend, and the draws that each is priced on. */
const POINTS = 8;
const DRAWS = 1024;
/** How far a curve goes past the larger of the two plans' spends. */
const REACH = 1.5;

/**
 * What each platform's spend buys: all of its lines scaled together, the other platforms held at the plan given. Orders (leads, where
 * they are closed later) are the plan's total on common draws, less those with the platform off, so what it feeds into other platforms' pools counts.
 */
export async function responseCurves(
  session: Session,
  scenario: Scenario,
  plans: { readonly given: Decision; readonly optimized: Decision | null },
  signal?: AbortSignal,
): Promise<ResponseCurve[]> {
  const sampling = samplingPlan(scenario, DRAWS, 'responses');
  const selection = {
    total: [{ name: 'counted', expression: { kind: 'kpi', name: countedFirst(scenario) } as const }],
    groups: false,
    cumulative: false,
  };
  const traces = session.program.platforms.map((platform) => traceOf(scenario, plans, platform));
  const priced = await session.priceAll(
    traces.flatMap(({ decisions }) => decisions),
    selection,
    { sampling, ...(signal === undefined ? {} : { signal }) },
  );
  let next = 0;
  return traces.map(({ platform, spends, given, optimized, decisions }) => {
    const points: ResponseCurve['points'][number][] = [{ spend: 0, p10: 0, p50: 0, p90: 0, mean: 0 }];
    const [off, ...on] = priced.slice(next, next + decisions.length);
    next += decisions.length;
    spends.forEach((spend, k) => {
      const without = off.series(0);
      const extra = on[k].series(0).map((value, d) => value - without[d]);
      const [p10, p50, p90] = quantiles(extra, [10, 50, 90]);
      points.push({ spend, p10: p10, p50: p50, p90: p90, mean: moments(extra, sampling).mean });
    });
    return { platform, points, given, optimized };
  });
}

/** A platform's spends to price, above zero, and the plans with the platform off, then at each of them. */
interface Trace {
  readonly platform: string;
  readonly spends: readonly number[];
  readonly decisions: readonly Decision[];
  readonly given: number;
  readonly optimized: number | null;
}

function traceOf(
  scenario: Scenario,
  plans: { readonly given: Decision; readonly optimized: Decision | null },
  platform: string,
): Trace {
  const on = scenario.lines.map((line) => line.platform === platform);
  const spendOf = ({ budgets }: Decision): number => budgets.reduce((sum, x, k) => sum + (on[k] ? x : 0), 0);
  const given = spendOf(plans.given);
  const optimized = plans.optimized === null ? null : spendOf(plans.optimized);
  const widest = REACH * Math.max(given, optimized ?? 0);
  if (widest === 0) return { platform, spends: [], decisions: [], given, optimized };
  // A platform that the plan given leaves out is scaled as the optimised plan spreads it.
  const shape = given > 0 || plans.optimized === null ? plans.given : plans.optimized;
  const at = (spend: number): Decision => ({
    creative: plans.given.creative,
    budgets: plans.given.budgets.map((x, k) => {
      if (!on[k]) return x;
      return spendOf(shape) > 0 ? (shape.budgets[k] * spend) / spendOf(shape) : 0;
    }),
  });
  const spends = Array.from({ length: POINTS }, (_, k) => (widest * (k + 1)) / POINTS);
  return { platform, spends, decisions: [0, ...spends].map(at), given, optimized };
}
