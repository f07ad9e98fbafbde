import type { Session } from '../engine/session.js';
import { ruleFunctions } from '../optimize/problem.js';
import type { Decision } from '../optimize/types.js';
import type { Scenario } from '../scenario/types.js';
import { differenceSummary } from '../summary/difference.js';
import { moments } from '../summary/moments.js';
import { cvar } from '../summary/tail.js';
import type { RulePrice } from './result.js';

/**
 * Rules' prices with what keeping each costs on the report's draws: the plan is held against the best one without the rule,
 * draw by draw, so that what both share cancels out. `without` becomes the objective of that plan; that of the plan itself
 * for a rule that costs nothing.
 *
 * @param without the best plan without a rule, for each that costs something
 */
export async function withCosts(
  session: Session,
  scenario: Scenario,
  prices: readonly RulePrice[],
  decision: Decision,
  without: ReadonlyMap<string, Decision>,
  signal?: AbortSignal,
): Promise<RulePrice[]> {
  // Whatever the optimiser judged plans by, so that what it priced is known.
  const functions = [scenario.goal.maximize, ...ruleFunctions(scenario)];
  const goal = async (plan: Decision): Promise<Float64Array> => {
    const options = { gradients: false, ...(signal === undefined ? {} : { signal }) };
    const { values } = await session.evaluate(plan, functions, 'fresh', options);
    return values[0];
  };
  const followed = await goal(decision);
  // What the next rule's plan comes to is worked out while this one's is looked at.
  const evaluated = prefetched(
    prices.flatMap(({ rule }) => without.get(rule) ?? []),
    goal,
  );
  const { tail, riskAversion, worst: share } = scenario.goal;
  const objective = (values: Float64Array): number => {
    const { mean } = moments(values, session.sampling);
    return riskAversion === 0 ? mean : mean - riskAversion * (mean - cvar(values, tail));
  };
  const worst = cvar(followed, share);
  const priced: RulePrice[] = [];
  for (const price of prices) {
    const plan = without.get(price.rule);
    if (plan === undefined) {
      priced.push(price.without === null ? price : { ...price, without: objective(followed) + price.without });
      continue;
    }
    const free = await evaluated(plan);
    const difference = differenceSummary(free, followed, session.sampling);
    const gained = worst - cvar(free, share);
    priced.push(
      difference === null || !Number.isFinite(gained)
        ? { ...price, without: null }
        : {
            ...price,
            without: objective(free),
            cost: { mean: difference.mean, p5: difference.p5, p95: difference.p95 },
            tail: gained,
          },
    );
  }
  return priced;
}

/** What work on each item comes to, in turn as they are asked for; that on the next one is begun meanwhile. */
function prefetched<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): (item: Item) => Promise<Result> {
  const begun = new Map<Item, Promise<Result>>();
  const begin = (item: Item | undefined): void => {
    if (item === undefined || begun.has(item)) return;
    const doing = work(item);
    // Who asks for it hears of what goes wrong.
    doing.catch(() => {});
    begun.set(item, doing);
  };
  begin(items[0]);
  return (item) => {
    begin(items[items.indexOf(item) + 1]);
    const asked = begun.get(item) ?? work(item);
    begun.delete(item);
    return asked;
  };
}
