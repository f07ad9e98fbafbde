import { powerOfTen } from '../distributions/elementary.js';
import type { Scenario } from '../scenario/types.js';
import { breaksRule } from './breaks-rule.js';
import type { DecidedOptimum } from './discrete.js';
import { nearestPlan } from './feasible.js';
import { ruledBy } from './flighting.js';
import { activityOf, type LinearRow, type LinearRules, withPattern } from './linear-rules.js';
import type { SampledProblem } from './problem.js';
import type { ProgramSolver } from './program.js';
import type { RuleOutcome } from './report.js';
import { searchFit } from './search.js';

/** One line's budget (with free flighting the sum of its periods), and what the plan given has there, in shares. */
interface Move {
  readonly coefficients: Float64Array;
  readonly given: number;
}

function movesOf(scenario: Scenario, size: number): Move[] {
  const ids = [...new Set(scenario.lines.map(ruledBy))];
  return ids.map((id) => {
    const coefficients = new Float64Array(size);
    let given = 0;
    scenario.lines.forEach((line, index) => {
      if (ruledBy(line) !== id) return;
      coefficients[index] = 1;
      given += line.budget / scenario.budget;
    });
    return { coefficients, given };
  });
}

/** The least move that is made, as a share of the budget; 0 where any is. */
function leastMove({ rules, budget }: Scenario): number {
  const { minMove } = rules;
  return minMove === undefined ? 0 : minMove.kind === 'share' ? minMove.value : minMove.value / budget;
}

/** Half a smallest unit, in shares. */
function halfUnit({ budget, currencyDigits }: Scenario): number {
  return (0.5 * powerOfTen(-currencyDigits)) / budget;
}

/**
 * The plan without moves that are too small to be made: lines that would move by less than `min_move` stay where they are, the
 * others are at their best for it, until none moves by less. Where the rules don't allow a line to stay, it moves.
 */
export async function withoutSmallMoves(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  best: DecidedOptimum,
): Promise<{ readonly best: DecidedOptimum; readonly rules: LinearRules }> {
  const { scenario } = problem;
  const least = leastMove(scenario);
  if (least === 0) return { best, rules };
  const moves = movesOf(scenario, best.optimum.point.v.length);
  const still = new Set<Move>();
  const barred = new Set<Move>();
  let found = { best, rules };
  for (let round = 0; round < 2 * moves.length; round++) {
    const { v } = found.best.optimum.point;
    const size = (move: Move): number => Math.abs(activityOf(move.coefficients, v) - move.given);
    const small = moves.filter((move) => !still.has(move) && !barred.has(move) && size(move) < least);
    const moving = small.filter((move) => size(move) > halfUnit(scenario));
    if (moving.length === 0) break;
    // All at once where the rules allow it, else the smallest alone.
    const smallest = moving.reduce((a, b) => (size(b) < size(a) ? b : a));
    const stayed = staying(rules, [...still, ...small]);
    const alone = staying(rules, [...still, smallest]);
    const tried = nearestPlan(solve, withPattern(stayed, best.on), v) === null ? alone : stayed;
    const optimum = await searchFit(solve, problem, withPattern(tried, best.on), found.best.optimum);
    const next = optimum === null ? null : { optimum, on: best.on };
    if (next === null || breaksRule(next)) {
      barred.add(smallest);
      continue;
    }
    for (const move of tried === alone ? [smallest] : small) still.add(move);
    found = { best: next, rules: tried };
  }
  return found;
}

function staying(rules: LinearRules, moves: readonly Move[]): LinearRules {
  const rows = moves.map(
    ({ coefficients, given }): LinearRow => ({
      rule: null,
      unit: 'money',
      scales: false,
      coefficients,
      lower: given,
      upper: given,
    }),
  );
  return { ...rules, rows: [...rules.rows, ...rows] };
}

/** The smallest move of a plan, in currency, and whether it is large enough; `null` without such a rule. */
export function smallMoveOutcome(scenario: Scenario, v: Float64Array): RuleOutcome | null {
  const least = leastMove(scenario);
  if (least === 0) return null;
  const sizes = movesOf(scenario, v.length)
    .map(({ coefficients, given }) => Math.abs(activityOf(coefficients, v) - given))
    .filter((size) => size > halfUnit(scenario));
  const value = sizes.length === 0 ? null : Math.min(...sizes);
  return {
    rule: 'min_move',
    value: value === null ? null : value * scenario.budget,
    min: least * scenario.budget,
    max: null,
    holds: value === null || value >= least - halfUnit(scenario),
  };
}
