/** What the optimiser asks of the engine, by the names it goes by here. */
export type { Decision, DrawSet, Evaluation, PlanEvaluator } from '../engine/evaluation.js';
