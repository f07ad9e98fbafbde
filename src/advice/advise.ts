import { samplingPlan } from '../engine/session.js';
import type { Advice, BreakEven, TestAdvice, Verdict, VerdictReason } from '../forecast/advice.js';
import type { AdviceSetting, PricedDecision } from '../forecast/advice-setting.js';
import { unreachedOf } from '../forecast/unreached.js';
import { changedInputs } from '../model/input-changes.js';
import { required } from '../required.js';
import { isClosedLater } from '../scenario/build/outcome.js';
import type { KpiName } from '../scenario/expressions/types.js';
import { breakEvenInputs, breakEvens, type Reached } from './break-even.js';
import { amountsOf, movesBetween, postsBetween } from './moves.js';
import { figureWarnings } from './plausible.js';
import { spreadsOf } from './spread.js';
import { type Figure, lossesMore, median, shareAbove } from './statistics.js';
import { testAmount } from './test-amount.js';
import { ONE_MORE, thresholdsOf } from './thresholds.js';
import { counts, isMoneyGoal, worthOf } from './worth.js';
import { type TestedLine, worthwhileTest } from './worthwhile-test.js';

/** Of the budget: where more than half finds nobody, there is no plan to speak of. */
const MOST_UNREACHED = 0.5;
/** Draws that what would have to be true is looked for on. */
const COMMON_DRAWS = 1024;

/**
 * What a careful person would say of a plan given and the best one found, by stated tests on paired draws. The first kind that
 * applies, in this order: less, start, test, move, keep (rules that can't hold together are an error before).
 */
export async function advise(setting: AdviceSetting): Promise<Advice> {
  const { scenario, given, optimized } = setting;
  const limits = thresholdsOf(scenario);
  const followed = optimized ?? given;
  const [before, after] = [given.figures.goal, followed.figures.goal];
  const difference = after.map((value, d) => value - before[d]);
  const moved = optimized !== null && difference.some((value) => value !== 0);
  const inMoney = isMoneyGoal(scenario);
  const scale = inMoney ? (given.result.kpis.total.cost?.mean ?? scenario.budget) : Math.abs(median(before).value);
  const because: VerdictReason[] = [];
  const add = (test: VerdictReason['test'], { value, se }: Figure, needed: number, holds: boolean): boolean => {
    because.push({ test, value, needed, holds, close: se > 0 && Math.abs(value - needed) < 2 * se });
    return holds;
  };
  const exactly = (value: number): Figure => ({ value, se: 0 });

  const { program, sampling } = setting.session;
  const spread = moved ? [before, after, difference] : [before];
  const [ofGiven, ofFollowed = ofGiven, ofDifference] = spreadsOf(
    scenario,
    program,
    sampling,
    spread,
    limits.guess_ratio,
  );

  // Money that finds nobody is no saving: a plan that parks it is none to judge by.
  const lost = ({ result }: PricedDecision): number => unreachedOf(result.kpis.total) / scenario.budget;
  const parked = lost(followed) - lost(given);
  const unreached = Math.min(lost(given), lost(followed));
  const reaches = unreached <= MOST_UNREACHED || add('reached', exactly(unreached), MOST_UNREACHED, false);
  let pays = true;
  if (inMoney) {
    // A plan that spends nothing loses nothing, and is none to follow: that it is the best one says that the rest lose.
    const spends = followed.decision.budgets.some((budget) => budget > 0);
    const plans = parked <= limits.undelivered && spends ? [given, followed] : [given];
    const worths = plans.map(({ figures }) => median(worthOf(figures)));
    const best = worths.reduce((one, other) => (other.value > one.value ? other : one));
    pays = add('middle_outcome', best, 0, best.value >= 0);
  }
  let moves = false;
  let test: TestAdvice | null = null;
  let hangs = false;
  const derived = scenario.lines.every(({ budgetDerived }) => budgetDerived);
  const kindWith = (tested: boolean): Verdict['kind'] =>
    !pays || !reaches ? 'less' : derived ? 'start' : hangs && tested ? 'test' : moves ? 'move' : 'keep';
  // What is reported beside a verdict is of the plan that it leaves standing.
  const follows = (kind: Verdict['kind']): boolean => kind === 'move' || kind === 'start';
  const wouldHaveToBeTrue = (kind: Verdict['kind']): Promise<readonly BreakEven[]> =>
    whatWouldHaveToBeTrue(setting, !pays, follows(kind) ? followed : given);
  let begun: Promise<readonly BreakEven[]> | null = null;
  if (moved) {
    const better = shareAbove(difference);
    const middle = median(difference);
    const gain = { value: scale > 0 ? middle.value / scale : 0, se: scale > 0 ? middle.se / scale : 0 };
    moves = [
      add('probability_better', better, limits.probability_better, better.value >= limits.probability_better),
      add('gain', gain, limits.gain, gain.value > limits.gain),
      !counts(scenario) || add('one_more', middle, ONE_MORE, middle.value >= ONE_MORE),
      !inMoney || addLoss(),
      add('targets', exactly(broken(given, followed, 'targets')), 0, broken(given, followed, 'targets') === 0),
      add('rules', exactly(broken(given, followed, 'rules')), 0, broken(given, followed, 'rules') === 0),
      add('delivered', exactly(parked), limits.undelivered, parked <= limits.undelivered),
    ].every(Boolean);
    const { guessed } = ofDifference;
    hangs = add('guesses', guessed, limits.guess_share, guessed.value > limits.guess_share);
    const lines = await testedLines(setting, given, followed);
    if (kindWith(true) === kindWith(false)) {
      // Whatever the test says: it is worked out here while the threads are at this. Who awaits it hears of what goes wrong.
      begun = wouldHaveToBeTrue(kindWith(true));
      begun.catch(() => {});
    }
    const found = await worthwhileTest({
      seed: scenario.seed,
      horizon: scenario.horizon,
      given: before,
      best: after,
      lines,
      amountOf: (id, periods) => {
        const plan = { ...scenario, budgets: followed.decision.budgets };
        const line = scenario.lines.findIndex((one) => one.id === id);
        return testAmount(plan, line, periods);
      },
    });
    const share = scale > 0 ? 1 / scale : 0;
    const worth = { value: found.worth.value * share, se: found.worth.se * share };
    if (add('test_value', worth, limits.gain, found.test !== null && worth.value > limits.gain)) test = found.test;
  }
  const kind = kindWith(test !== null);

  function addLoss(): boolean {
    const more = lossesMore(worthOf(followed.figures), worthOf(given.figures));
    return add('loss', more, limits.loss_points, more.value <= limits.loss_points);
  }

  const posts = postsBetween(given.result, followed.result);
  const verdict: Verdict = {
    kind,
    because,
    moves:
      kind === 'move' || kind === 'test'
        ? movesBetween(scenario, amountsOf(scenario, given.result), amountsOf(scenario, followed.result))
        : [],
    ...(posts.length === 0 || kind === 'keep' || kind === 'less' ? {} : { posts }),
    shares_of_spread: (follows(kind) ? ofFollowed : ofGiven).shares,
  };
  return {
    verdict,
    break_even: await (begun ?? wouldHaveToBeTrue(kind)),
    test: kind === 'less' ? null : test,
    warnings: [...figureWarnings(scenario, (follows(kind) ? followed : given).result), ...scenario.warnings],
  };
}

/** Rules or targets that a plan keeps and another doesn't. */
function broken(given: PricedDecision, followed: PricedDecision, what: 'rules' | 'targets'): number {
  const [before, after] = [given.result[what], followed.result[what]];
  return before.filter(({ holds }, k) => holds && !after[k].holds).length;
}

/** Lines that the move raises, with what their money buys. */
async function testedLines(
  { session, scenario, signal }: AdviceSetting,
  given: PricedDecision,
  followed: PricedDecision,
): Promise<TestedLine[]> {
  const raised = scenario.lines.flatMap(({ id }, index) => {
    const more = followed.decision.budgets[index] - given.decision.budgets[index];
    return more > 0 ? [{ id, index, more }] : [];
  });
  const [most] = raised.sort((a, b) => b.more - a.more);
  if (most === undefined) return [];
  // A test sees leads long before it is known which of them are closed.
  const counts = isClosedLater(scenario.economics) ? 'leads' : 'conversions';
  const figures = (['spend', 'impressions', counts] as const).map(
    (name) => ({ kind: 'of line', of: { kind: 'kpi', name }, lines: [most.index] }) as const,
  );
  const options = { gradients: false, ...(signal === undefined ? {} : { signal }) };
  const { values } = await session.evaluate(followed.decision, figures, 'fresh', options);
  const [spend, impressions, conversions] = values as [Float64Array, Float64Array, Float64Array];
  const budget = followed.decision.budgets[most.index];
  return [{ id: most.id, raised: most.more, budget, spend, impressions, conversions, counts }];
}

/** For a plan that loses, or that misses a target: the values of single inputs that would make it good enough. */
async function whatWouldHaveToBeTrue(
  setting: AdviceSetting,
  loses: boolean,
  plan: PricedDecision,
): Promise<readonly BreakEven[]> {
  const { scenario, session, signal } = setting;
  const missed = scenario.targets.find((_, k) => !plan.result.targets[k].holds);
  if (!loses && missed === undefined) return [];
  const figure = (name: KpiName) => ({ name, expression: { kind: 'kpi', name } }) as const;
  const total = loses
    ? (['profit', 'future_orders', 'orders', 'gross_margin'] as const).map(figure)
    : [{ name: 'target', expression: required(missed).expression }];
  const sampling = samplingPlan(scenario, COMMON_DRAWS, 'true');
  const howFar = (drawn: ReadonlyMap<string, Float64Array>): number => {
    if (loses) return median(worthOf({ total: drawn })).value;
    const { comparison, threshold, probability } = required(missed);
    const sign = comparison.startsWith('>') ? 1 : -1;
    const above = required(drawn.get('target')).map((value) => sign * (value - threshold));
    if (probability === null) return above.reduce((sum, value) => sum + value, 0) / above.length;
    return above.filter((value) => value >= 0).length / above.length - probability;
  };
  const names = breakEvenInputs(scenario, plan.decision.budgets);
  const changeable = session.program.inputs.flatMap(({ name }, index) => (names.has(name) ? [index] : []));
  const reached: Reached = async (changes) => {
    const priced = await session.priceAll(
      changes.map(() => plan.decision),
      { total, groups: false, cumulative: false },
      {
        sampling,
        changes: { changeable, plans: changes.map((change) => changedInputs(session.program, change)) },
        ...(signal === undefined ? {} : { signal }),
      },
    );
    return priced.map(({ series }) => howFar(new Map(total.map(({ name }, k) => [name, series(k)]))));
  };
  return breakEvens(scenario, plan.decision.budgets, reached);
}
