import type { Decision, DrawSet, Evaluation, PlanEvaluator } from '../../src/optimize/types.js';
import type { PlanFunction } from '../../src/scenario/expressions/types.js';
import { analyticEvaluator, type Response } from '../optimize/support.js';

interface Limited {
  readonly draws: number;
  readonly response: (line: number, draw: number, set: DrawSet) => Response;
  /** By line: money beyond it finds nobody. */
  readonly caps: readonly number[];
}

/**
 * The analytic evaluator with lines that run out of people, and with figures of some lines: these are what the others' money, taken
 * away, leaves, since lines don't touch each other here.
 */
export function limitedEvaluator({ draws, response, caps }: Limited): PlanEvaluator {
  const inner = analyticEvaluator({ draws, response });
  /** What is within the caps, and 1 where a unit more would be. */
  const within = (budgets: Float64Array) => ({
    spent: budgets.map((amount, l) => Math.min(amount, caps[l]!)),
    open: budgets.map((amount, l) => (amount < caps[l]! ? 1 : 0)),
  });
  const one = async (decision: Decision, asked: PlanFunction, set: DrawSet): Promise<Evaluation> => {
    const { spent, open } = within(decision.budgets);
    if (asked.kind === 'kpi' && asked.name === 'unreached') {
      const left = decision.budgets.reduce((sum, amount, l) => sum + amount - spent[l]!, 0);
      const gradient = new Float64Array(draws * (spent.length + 3));
      for (const [l, is] of open.entries()) gradient.fill(1 - is, l * draws, (l + 1) * draws);
      return { draws, values: [new Float64Array(draws).fill(left)], gradients: [gradient] };
    }
    const lines = asked.kind === 'group' ? asked.lines : spent.map((_, l) => l);
    const own = spent.map((amount, l) => (lines.includes(l) ? amount : 0));
    const figure = asked.kind === 'group' ? ({ kind: 'kpi', name: asked.name } as PlanFunction) : asked;
    const found = await inner.evaluate({ ...decision, budgets: own }, [figure], set);
    const gradient = found.gradients[0]!.map((slope, at) => {
      const line = Math.floor(at / draws);
      return line < spent.length && !(lines.includes(line) && open[line] === 1) ? 0 : slope;
    });
    return { draws, values: found.values, gradients: [gradient] };
  };
  return {
    async evaluate(decision, functions, set) {
      const all: Evaluation[] = [];
      for (const asked of functions) all.push(await one(decision, asked, set));
      return {
        draws,
        values: all.map(({ values }) => values[0]!),
        gradients: all.map(({ gradients }) => gradients[0]!),
      };
    },
  };
}
