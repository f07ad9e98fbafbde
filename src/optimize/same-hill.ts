import { ruleViolation } from './kkt.js';
import type { LinearRules } from './linear-rules.js';
import type { Point, SampledProblem } from './problem.js';

/** Plans between two that are looked at, by the part of the way. */
const BETWEEN = [0.25, 0.5, 0.75];
/** Fall of the goal, by its size, that makes no valley: a thousandth of what makes two optima worth comparing. */
const FLAT = 5e-6;
/** Violation of a rule, in shares, on the way. */
const SLACK = 1e-5;

/**
 * Whether the goal of the coarse draws rises all the way from one plan to a better one, so that a search from there would climb the same
 * hill once more (the hill-valley test of R. K. Ursem, "Multinational evolutionary algorithms", 1999).
 */
export async function onSameHill(
  problem: SampledProblem,
  rules: LinearRules,
  from: Point,
  to: Float64Array,
  scale: number,
): Promise<boolean> {
  let before = from.value;
  for (const part of [...BETWEEN, 1]) {
    const between = await problem.at(
      from.v.map((share, j) => share + part * (to[j] - share)),
      'coarse',
    );
    if (between === null || between.value < before - FLAT * scale || ruleViolation(rules, between) > SLACK)
      return false;
    before = between.value;
  }
  return true;
}
