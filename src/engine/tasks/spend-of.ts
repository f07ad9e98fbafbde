import { planSpend } from '../../model/block-model.js';
import type { PlanSpend } from '../../model/plan.js';
import type { Program } from '../../model/program.js';
import type { Decision } from '../evaluation.js';

/** A job's plan as the program's passes take it. */
export function spendOf(program: Program, { budgets, creative, byPeriod, posts, pressureAt }: Decision): PlanSpend {
  return planSpend(program, budgets, creative, { byPeriod, posts, pressureAt });
}
