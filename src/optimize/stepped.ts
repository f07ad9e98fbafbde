import type { Scenario } from '../scenario/types.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';
import { loadProgramSolver } from './highs.js';
import { linearViolation } from './kkt.js';
import { type LinearRow, type LinearRules, withPattern } from './linear-rules.js';
import { toVector } from './problem.js';
import type { Program, ProgramRow, VariableKind } from './program.js';
import { constraintsOf } from './rules.js';
import type { Decision } from './types.js';

/** Whether a plan keeps the scenario's linear rules, to half a smallest unit of the currency a line. */
export function keepsLinearRules(scenario: Scenario, decision: Decision): boolean {
  const rules = constraintsOf(scenario);
  const half = 0.5 / toMinorUnits(scenario.budget, scenario.currency);
  return linearViolation(rules, toVector(decision, scenario)) <= half * rules.lines;
}

/**
 * Budgets that differ from some by whole steps, keep every linear rule and are, line by line, nearest to an optimum: a small
 * whole-number program. Lines that have next to nothing of the optimum have nothing; of a budget that is spent exactly, the line
 * that gains most takes what whole steps leave.
 *
 * @param from budgets that are moved, in currency
 * @param best the optimum; its creative shares and posts stay
 * @param step in currency
 * @param forLines what posts leave of the budget
 * @returns budgets in currency; `null` where no whole steps keep the rules
 */
export async function steppedBudgets(
  scenario: Scenario,
  from: Float64Array,
  best: Decision,
  step: number,
  forLines: number,
): Promise<Float64Array | null> {
  const { currency } = scenario;
  const units = (amount: number): number => toMinorUnits(amount, currency);
  const size = units(step);
  const whole = units(scenario.budget);
  const before = Array.from(from, units);
  const wanted = Array.from(best.budgets, units);
  const off = wanted.map((amount) => amount < size / 2);
  const every = constraintsOf(scenario);
  const rules = withPattern(
    every,
    every.onOff.map(({ line }) => !off[line]),
  );
  const gained = wanted.map((amount, l) => (off[l] ? Number.NEGATIVE_INFINITY : amount - before[l]));
  const rest = rules.open ? -1 : gained.indexOf(Math.max(...gained));

  const inSteps = (amount: number): number => amount / size;
  const stepped = { before, wanted, off, rest, inSteps };
  const asked = rules.rows
    .filter(({ unit }) => unit !== 'creative')
    .map((row) => ruleInSteps(row, stepped, toVector(best, scenario).subarray(rules.lines), whole));
  const solve = await loadProgramSolver();
  const answer = solve(stepProgram(stepped, rules, whole, asked));
  if (answer.status !== 'optimal') return null;
  const after = before.map((amount, l) => (off[l] ? 0 : amount + size * Math.round(answer.x[l])));
  if (rest >= 0) {
    after[rest] = 0;
    after[rest] = units(forLines) - after.reduce((sum, amount) => sum + amount, 0);
  }
  return after.every((amount) => amount >= 0)
    ? Float64Array.from(after, (amount) => fromMinorUnits(amount, currency))
    : null;
}

/** Lines' amounts in smallest units: what they have, and should have. */
interface Stepped {
  readonly before: readonly number[];
  readonly wanted: readonly number[];
  /** Whether a line has nothing. */
  readonly off: readonly boolean[];
  /** The line that takes what whole steps leave; −1: none. */
  readonly rest: number;
  readonly inSteps: (amount: number) => number;
}

/** Variables: by how many steps each line moves, then how many each is from the optimum, the sum of which is least. */
function stepProgram(
  { before, wanted, off, rest, inSteps }: Stepped,
  rules: LinearRules,
  whole: number,
  asked: readonly ProgramRow[],
): Program {
  const { lines } = rules;
  const cost = Float64Array.from({ length: 2 * lines }, (_, j) => (j < lines ? 0 : 1));
  const lower = new Float64Array(2 * lines);
  const upper = new Float64Array(2 * lines).fill(Number.POSITIVE_INFINITY);
  const kinds: VariableKind[] = Array.from(cost, () => 'continuous');
  for (let l = 0; l < lines; l++) {
    lower[l] = inSteps((off[l] ? 0 : rules.lower[l] * whole) - before[l]);
    upper[l] = inSteps((off[l] ? 0 : rules.upper[l] * whole) - before[l]);
    if (!off[l] && l !== rest) kinds[l] = 'integer';
  }
  const distances = wanted.flatMap((amount, l): ProgramRow[] => {
    const away = inSteps(amount - before[l]);
    return [1, -1].map((sign) => {
      const coefficients = new Float64Array(2 * lines);
      coefficients[l] = sign;
      coefficients[lines + l] = 1;
      return { coefficients, lower: sign * away, upper: Number.POSITIVE_INFINITY };
    });
  });
  return { cost, lower, upper, rows: [...asked, ...distances], kinds };
}

/** A rule of shares of the budget as one of steps, with what the lines have before and what creative shares and posts count for. */
function ruleInSteps(row: LinearRow, { before, inSteps }: Stepped, others: Float64Array, whole: number): ProgramRow {
  const lines = before.length;
  const coefficients = new Float64Array(2 * lines);
  let base = 0;
  for (let l = 0; l < lines; l++) {
    coefficients[l] = row.coefficients[l];
    base += row.coefficients[l] * before[l];
  }
  for (let j = 0; j < others.length; j++) base += row.coefficients[lines + j] * others[j] * whole;
  return { coefficients, lower: inSteps(row.lower * whole - base), upper: inSteps(row.upper * whole - base) };
}
