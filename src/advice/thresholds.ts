import type { Scenario, VerdictThreshold } from '../scenario/types.js';

/** What a verdict's tests ask for, where `goal.verdict` says nothing else. docs/advice.md has the reasons. */
const THRESHOLDS: Readonly<Record<VerdictThreshold, number>> = {
  /** Two in three is what people call likely; a little above, so that a coin with luck isn't. */
  probability_better: 0.7,
  /** Of cost: below a hundredth the work of moving, and what learning phases lose, eat the gain. */
  gain: 0.01,
  /** Of all futures: a hundredth is below what anybody can tell, and above what 16,384 draws leave open. */
  loss_points: 0.01,
  /** P95 over P5: three-fold is the width of a published benchmark; who knows no better is guessing. */
  guess_ratio: 3,
  /** Of the difference's variance: more than half. */
  guess_share: 0.5,
  /** Of the budget: what finds nobody is no saving; half a percent is what pools leave by chance. */
  undelivered: 0.005,
};

/** What is counted comes whole: nobody moves money for half an order, whatever share of a small plan it is. */
export const ONE_MORE = 1;

/** The thresholds that hold for a scenario. */
export function thresholdsOf({ goal }: Scenario): Readonly<Record<VerdictThreshold, number>> {
  const own = Object.fromEntries(Object.entries(goal.verdict).filter(([, value]) => value !== undefined));
  return { ...THRESHOLDS, ...own };
}
