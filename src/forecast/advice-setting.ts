import type { Session } from '../engine/session.js';
import type { Decision } from '../optimize/types.js';
import type { Scenario } from '../scenario/types.js';
import type { Advice } from './advice.js';
import type { PlanFigures } from './price-plan.js';
import type { PlanResult } from './result.js';

/** A plan with its figures. */
export interface PricedDecision {
  readonly decision: Decision;
  readonly figures: PlanFigures;
  readonly result: PlanResult;
}

/** What a verdict is made from. */
export interface AdviceSetting {
  readonly session: Session;
  readonly scenario: Scenario;
  readonly given: PricedDecision;
  readonly optimized: PricedDecision | null;
  readonly signal: AbortSignal | undefined;
}

/** What makes a verdict of the two plans (`src/advice`). */
export type Advise = (setting: AdviceSetting) => Promise<Advice>;
