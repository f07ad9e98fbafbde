import { orderOfMagnitude, powerOfTen } from '../distributions/elementary.js';
import type { Session } from '../engine/session.js';
import { ruleOutcomes } from '../optimize/outcomes.js';
import { ruleFunctions } from '../optimize/problem.js';
import { keepsLinearRules, steppedBudgets } from '../optimize/stepped.js';
import type { Decision } from '../optimize/types.js';
import { postsPay } from '../scenario/pay.js';
import type { Scenario } from '../scenario/types.js';
import { cvar } from '../summary/tail.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';

/** A move's step as a share of the budget, at most. */
const STEP = 0.01;
/** What rounding may cost, as a share of the budget (in money goals), or of the goal's size. */
const LOSS = 0.001;
/** Steps tried, each about half of the one before. */
const TRIES = 6;

/** An optimum in steps that people type, and what that cost of the goal. */
export interface TypedPlan {
  readonly decision: Decision;
  /** In currency; `null`: no step satisfied the rules and the goal, so the optimum stands to the cent. */
  readonly step: number | null;
  /** Of the goal's objective, in its unit; below 0 where rounding gained by chance. */
  readonly loss: number;
}

/**
 * The optimum with its moves in steps of 1, 2 or 5 times a power of ten, at most about 1 % of the budget: what is smaller than
 * half a step is dropped, the line that gains most takes what is left over. A step is taken where every rule that the optimum
 * keeps still holds and the goal loses no more than 0.1 %; smaller ones are tried else.
 */
export async function typedPlan(
  session: Session,
  scenario: Scenario,
  given: Decision,
  best: Decision,
  signal?: AbortSignal,
): Promise<TypedPlan> {
  const exact: TypedPlan = { decision: best, step: null, loss: 0 };
  // What a line spends by the period is the optimiser's own: there are too many amounts to type.
  if (best.byPeriod !== undefined) return exact;
  const from = scenario.lines.every(({ budgetDerived }) => budgetDerived)
    ? new Float64Array(best.budgets.length)
    : given.budgets;
  const { tail, riskAversion, maximize } = scenario.goal;
  const functions = ruleFunctions(scenario);
  const judge = async (decision: Decision) => {
    const options = { gradients: false, ...(signal === undefined ? {} : { signal }) };
    // In the optimiser's order, so that one program of it serves both.
    const { draws, values: all } = await session.evaluate(decision, [maximize, ...functions], 'fresh', options);
    const values = all[0];
    const evidence = functions.length === 0 ? undefined : { draws, values: all.slice(1), gradients: [] };
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const objective = riskAversion === 0 ? mean : mean - riskAversion * (mean - cvar(values, tail));
    return { objective, rules: ruleOutcomes(scenario, decision, evidence) };
  };
  const posts = postsPay(scenario, best.posts);
  const forLines = fromMinorUnits(
    toMinorUnits(scenario.budget, scenario.currency) - toMinorUnits(posts, scenario.currency),
    scenario.currency,
  );
  const asked = await judge(best);
  const inMoney = isMoney(scenario);
  const room = LOSS * (inMoney ? scenario.budget : Math.abs(asked.objective));
  let step = stepBelow(STEP * scenario.budget);
  for (let k = 0; k < TRIES && step >= powerOfTen(-scenario.currencyDigits); k++, step = stepBelow(step * 0.99)) {
    const nearest = typedBudgets(from, best.budgets, step, scenario, forLines);
    const kept = nearest !== null && keepsLinearRules(scenario, { ...best, budgets: nearest });
    // Steps that are each the nearest may break a rule that others keep. What is spent of a plan under way is no step.
    const budgets =
      kept || scenario.inFlight !== undefined ? nearest : await steppedBudgets(scenario, from, best, step, forLines);
    if (budgets === null) continue;
    const decision = { ...best, budgets };
    const found = await judge(decision);
    const satisfied = asked.rules.every(({ holds }, r) => !holds || found.rules[r].holds);
    const loss = asked.objective - found.objective;
    if (satisfied && loss <= room) return { decision, step, loss };
  }
  return exact;
}

function isMoney({ goal }: Scenario): boolean {
  return goal.direction === 'maximize' && /\bprofit\b/.test(goal.text);
}

/** The largest of 1, 2, 5 times a power of ten that isn't above an amount. */
export function stepBelow(amount: number): number {
  const power = powerOfTen(orderOfMagnitude(amount * (1 + 1e-12)));
  const times = amount / power;
  return power * (times >= 5 - 1e-9 ? 5 : times >= 2 - 1e-9 ? 2 : 1);
}

/** Budgets that differ from some by whole steps, nearest to others, and sum to as much; `null` where a line would be overdrawn. */
export function typedBudgets(
  from: Float64Array,
  to: Float64Array,
  step: number,
  { budget, currency, rules, inFlight }: Pick<Scenario, 'budget' | 'currency' | 'rules' | 'inFlight'>,
  /** What posts leave of the budget. */
  forLines: number = budget,
): Float64Array | null {
  const units = (amount: number): number => toMinorUnits(amount, currency);
  const size = units(step);
  const before = Array.from(from, units);
  const best = Array.from(to, units);
  // What is spent of a plan under way stays, and a line is given nothing more rather than next to nothing.
  const spent = best.map((_, l) => {
    const came = inFlight?.lines[l];
    return came === undefined ? 0 : came.spend.reduce((sum, amount) => sum + units(amount), units(came.running));
  });
  const isWorthIt = (amount: number, l: number): boolean => {
    const more = amount - spent[l];
    return inFlight === undefined ? more >= 0 : more === 0 || more >= size / 2;
  };
  const after = best.map((amount, l) => {
    // A line that is switched off is switched off whole.
    if (amount - spent[l] < size / 2) return spent[l];
    const steps = Math.round((amount - before[l]) / size);
    const stepped = before[l] + size * steps;
    return steps === 0 || isWorthIt(stepped, l) ? stepped : spent[l];
  });
  const sum = best.reduce((total, amount) => total + amount, 0);
  const whole = rules.budget === 'exact' ? units(forLines) : Math.min(units(forLines), size * Math.round(sum / size));
  let left = whole - after.reduce((total, amount) => total + amount, 0);
  // Whole steps first, each where the rounding went furthest the other way.
  while (Math.abs(left) >= size) {
    const sign = Math.sign(left);
    const off = (l: number): number => sign * (best[l] - after[l]);
    const lines = after.map((_, l) => l).filter((l) => best[l] > spent[l] && isWorthIt(after[l] + sign * size, l));
    const line = lines.sort((a, b) => off(b) - off(a) || a - b)[0];
    if (line === undefined) return null;
    after[line] = after[line] + sign * size;
    left -= sign * size;
  }
  if (left !== 0) {
    const lines = after.map((_, l) => l).filter((l) => after[l] > spent[l] && after[l] + left >= spent[l]);
    const grown = (l: number): number => after[l] - before[l];
    const line = lines.sort((a, b) => grown(b) - grown(a) || a - b)[0];
    if (line === undefined) return null;
    after[line] = after[line] + left;
  }
  return Float64Array.from(after, (amount) => fromMinorUnits(amount, currency));
}
