import jstat from 'jstat';
import type { PlanEvaluator } from '../../../src/engine/evaluation.js';
import type { PlanFunction } from '../../../src/scenario/expressions/types.js';
import type { HeldCase } from './held-cases.js';

/** What a plan comes to on the draws. */
export interface Judged {
  readonly budgets: readonly [number, number];
  readonly goal: number;
  /** Share of futures that keep a number, or whether the mean does: 1 or 0. */
  readonly keeps: (threshold: number) => boolean;
  /** The strictest number that the plan keeps; `null` where nothing is asked of it, as the line is off. */
  readonly reaches: number | null;
}

const CREATIVE = Float64Array.of(1, 0, 0);

/** P(N ≥ n) of a Poisson number: the regularised lower incomplete gamma function (DLMF 8.4.10). */
const poissonTail = (mean: number, n: number): number => (n <= 0 ? 1 : mean > 0 ? jstat.jStat.lowRegGamma(n, mean) : 0);

/**
 * Prices a plan of a case and holds it to its rule: the rule as `docs/scenario.md` has it, nothing of the optimiser's own. `null`
 * where money is left that finds nobody.
 */
export async function judge(made: HeldCase, evaluator: PlanEvaluator, a: number, b: number): Promise<Judged | null> {
  const { figure, line, weeks, probability, counts } = made;
  const ofLine = (of: PlanFunction): PlanFunction =>
    line === null ? of : { kind: 'of line', of: of as Extract<PlanFunction, { kind: 'kpi' }>, lines: [line] };
  const names = [...new Set([...figure.kpis, 'spend', 'conversions'])] as 'spend'[];
  const functions: PlanFunction[] = [
    { kind: 'kpi', name: made.goal },
    { kind: 'kpi', name: 'unreached' },
    ...names.map((name) => ofLine({ kind: 'kpi', name })),
  ];
  const { values, draws } = await evaluator.evaluate(
    { budgets: Float64Array.of(a, b), creative: CREATIVE },
    functions,
    'coarse',
  );
  const rows = new Map(names.map((name, k) => [name as string, values[k + 2]!]));
  const spent = mean(rows.get('spend')!);
  // Money that finds nobody isn't spent: at most half a percent of the budget may be so.
  if (mean(values[1]!) > 0.005 * made.budget) return null;
  const goal = made.asked === 'cheapest' ? -(a + b) : mean(values[0]!);
  const own = Float64Array.from({ length: draws }, (_, d) => figure.of((kpi) => rows.get(kpi)![d]!));
  const divided = figure.weekly ? own.map((value) => value / weeks) : own;
  const isQuotient =
    figure.kpis.some((kpi) => ['frequency', 'ctr', 'cpc', 'cpl', 'cpa', 'roas'].includes(kpi)) ||
    figure.text.includes('/ spend');
  if (line !== null && !(spent > 0) && (made.whileOn || isQuotient)) {
    return { budgets: [a, b], goal, keeps: () => true, reaches: null };
  }
  const floor = figure.comparison === '>=';
  const share = (threshold: number): number => {
    if (counts) {
      const orders = rows.get(figure.kpis[0]!)!;
      const least = Math.ceil(threshold * (figure.weekly ? weeks : 1) - 1e-9);
      return mean(orders.map((expected) => poissonTail(expected, least)));
    }
    return mean(divided.map((value) => Number(floor ? value >= threshold : value <= threshold)));
  };
  if (probability !== null && counts) {
    const step = figure.weekly ? 1 / weeks : 1;
    let [most, more] = [0, 1];
    while (share(step * more) >= probability) [most, more] = [more, 2 * more];
    while (more - most > 1) {
      const middle = Math.floor((most + more) / 2);
      if (share(step * middle) >= probability) most = middle;
      else more = middle;
    }
    return {
      budgets: [a, b],
      goal,
      keeps: (threshold) => share(threshold) >= probability - 1e-9,
      reaches: step * most,
    };
  }
  let reaches: number;
  if (probability === null) {
    reaches = figure.ratio ? mean(rows.get('spend')!) / mean(rows.get('conversions')!) : mean(divided);
  } else {
    const sorted = divided.slice().sort();
    const rank = Math.ceil(probability * draws - 1e-9);
    reaches = floor ? sorted[draws - rank]! : sorted[rank - 1]!;
  }
  const exact = 1e-6 * Math.abs(reaches);
  return {
    budgets: [a, b],
    goal,
    keeps: (threshold) => (floor ? reaches >= threshold - exact : reaches <= threshold + exact),
    reaches: Number.isFinite(reaches) ? reaches : floor ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
  };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const CELLS = { fixed: 200, open: 24 };
const ROUNDS = 4;
const AROUND = 3;

/** Splits of the budget on a grid; `size` 1 where all of it must be spent. */
export async function grid(made: HeldCase, evaluator: PlanEvaluator): Promise<readonly Judged[]> {
  const { budget, open } = made;
  const plans: Judged[] = [];
  const add = (plan: Judged | null): void => {
    if (plan !== null) plans.push(plan);
  };
  if (!open) {
    for (let k = 0; k <= CELLS.fixed; k++) {
      const a = (budget * k) / CELLS.fixed;
      add(await judge(made, evaluator, a, budget - a));
    }
    return plans;
  }
  for (let i = 0; i <= CELLS.open; i++) {
    for (let j = 0; i + j <= CELLS.open; j++) {
      add(await judge(made, evaluator, (budget * i) / CELLS.open, (budget * j) / CELLS.open));
    }
  }
  return plans;
}

/** The best of the plans by a score, and of finer and finer grids around it. `null` where none has one. */
export async function refined(
  made: HeldCase,
  evaluator: PlanEvaluator,
  plans: readonly Judged[],
  score: (plan: Judged) => number | null,
): Promise<Judged | null> {
  const { budget, open } = made;
  const better = (best: Judged | null, plan: Judged): Judged | null => {
    const own = score(plan);
    return own !== null && (best === null || own > score(best)!) ? plan : best;
  };
  let best = plans.reduce<Judged | null>(better, null);
  let step = budget / (open ? CELLS.open : CELLS.fixed);
  for (let round = 0; round < ROUNDS && best !== null; round++) {
    step /= AROUND;
    const [a, b] = best.budgets;
    for (let i = -AROUND; i <= AROUND; i++) {
      for (let j = open ? -AROUND : -i; j <= (open ? AROUND : -i); j++) {
        const [x, y] = [a + i * step, open ? b + j * step : budget - (a + i * step)];
        if (x < 0 || y < 0 || x + y > budget * (1 + 1e-12)) continue;
        const plan = await judge(made, evaluator, x, y);
        if (plan !== null) best = better(best, plan);
      }
    }
  }
  return best;
}
