import { randomBytes } from 'node:crypto';
import type { Decision } from '../engine/evaluation.js';
import { openSession, samplingPlan } from '../engine/session.js';
import { decisionGiven } from '../forecast/plan-result.js';
import type { PlanResult } from '../forecast/result.js';
import { elementAt } from '../required.js';
import { givenCounts } from '../scenario/pay.js';
import { CREATIVE_TIERS, type Scenario } from '../scenario/types.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';
import { say } from '../words/said.js';
import { sha256 } from './canonical.js';
import { ApprovalError } from './errors.js';

/** Draws that an amount is found on, at least; more where the scenario has more, or where they leave it uncertain. */
export const LEAST_DRAWS = 16_384;
const MOST_DRAWS = 1_048_576;
/** The standard error that an amount may have, relative to it. */
const MOST_ERROR = 0.005;
const RANK = 0.95;

/** What is asked for: the plan's cost, all in, at P95. */
export interface Amount {
  /** Media budget of the plan. */
  readonly budget: number;
  /** P95 of the cost, never less than the budget, in the smallest unit. */
  readonly amount: number;
  /** Standard error of that P95. */
  readonly error: number;
  readonly draws: number;
}

export interface AmountRequest {
  readonly scenario: Scenario;
  readonly plan: PlanResult;
  readonly kind: 'given' | 'optimized';
  /** Hash of the ledger's entry before the submission. */
  readonly previous: string;
  /** Draws to begin with, where they are more than `LEAST_DRAWS`. */
  readonly leastDraws?: number | undefined;
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds a plan's amount on draws that its submitter can't choose: their seed is the hash of the ledger's last entry, their number at
 * least 16,384, and they are doubled until the standard error is within 0.5% of the amount.
 *
 * @throws ApprovalError where a million draws leave it less certain than that
 */
export async function amountOf({
  scenario,
  plan,
  kind,
  previous,
  leastDraws = LEAST_DRAWS,
  workers,
  signal,
}: AmountRequest): Promise<Amount> {
  const { currency } = scenario;
  const seed = sha256(`huni.amount/1 ${previous}`);
  const media = plan.lines.reduce((sum, { budget }) => sum + toMinorUnits(budget, currency), 0);
  const seeded: Scenario = { ...scenario, seed, sampler: 'sobol' };
  const session = await openSession(seeded, { workers, signal });
  try {
    const decision = kind === 'given' ? decisionGiven(scenario) : decisionOf(scenario, plan);
    const selection = {
      total: [{ name: 'cost', expression: { kind: 'kpi', name: 'cost' } as const }],
      groups: false,
      cumulative: false,
    };
    for (let draws = Math.max(LEAST_DRAWS, leastDraws, scenario.draws); ; draws *= 2) {
      const sampling = samplingPlan(seeded, draws);
      const priced = await session.price(decision, selection, {
        sampling,
        ...(signal === undefined ? {} : { signal }),
      });
      const { quantile, error } = quantileOf(priced.series(0));
      const units = Math.max(media, toMinorUnits(quantile, currency));
      const amount = fromMinorUnits(units, currency);
      if (error <= MOST_ERROR * amount) {
        const budget = fromMinorUnits(media, currency);
        return { budget, amount, error: fromMinorUnits(Math.ceil(toMinorUnits(error, currency)), currency), draws };
      }
      if (draws >= MOST_DRAWS) {
        const found = `${((100 * error) / amount).toFixed(1)}%`;
        throw new ApprovalError(
          'not-allowed',
          say`amount: found a standard error of ${found} on ${draws} draws, expected at most 0.5%: its costs are too uncertain to be approved as one figure`,
        );
      }
    }
  } finally {
    await session.close();
  }
}

/** An approver's own draws are so many times a submission's: their error is half of its, or less. */
const OWN_DRAWS = 4;
/** An approver's limit may lie below the amount on their own draws by so many standard errors of it. */
const OWN_ERRORS = 3;

/**
 * The amount on draws that nobody knew before: a submitter who knows what the seed will be can try names of lines, or entries to come
 * before, until the draws are kind. Each call draws anew.
 *
 * @param draws that the submission's own amount was found on
 */
export function amountDrawnAnew(
  request: Omit<AmountRequest, 'previous' | 'leastDraws'>,
  draws: number,
): Promise<Amount> {
  const leastDraws = Math.min(MOST_DRAWS, OWN_DRAWS * draws);
  return amountOf({ ...request, leastDraws, previous: randomBytes(32).toString('hex') });
}

/** The least limit that an approver may sign for, in the currency's units. */
export function leastLimit({ amount, error }: Pick<Amount, 'amount' | 'error'>): number {
  return amount - OWN_ERRORS * error;
}

/** The plan that a result tells of, as the engine takes it. */
function decisionOf(scenario: Scenario, plan: PlanResult): Decision {
  const { lines, sources, horizon } = scenario;
  const { periods } = horizon;
  const chosen = new Map(plan.sources?.map((source) => [source.id, source.chosen]));
  const posts = givenCounts(scenario).map((count, k) => chosen.get(elementAt(sources, k).id) ?? count);
  const budgets = Float64Array.from(plan.lines, ({ budget }) => budget);
  const creative = Float64Array.from(CREATIVE_TIERS, (tier) => plan.creative[tier]);
  if (plan.lines.every((line) => line.periods === undefined)) return { budgets, creative, posts };
  const byPeriod = new Float64Array(lines.length * periods);
  plan.lines.forEach((line, l) => {
    for (let t = 0; t < periods; t++) {
      byPeriod[l * periods + t] =
        line.periods?.[t] ?? elementAt(budgets, l) * elementAt(elementAt(lines, l).flighting, t);
    }
  });
  return { budgets, creative, byPeriod, posts };
}

/**
 * A P95 and its standard error: half the distance between the order statistics one binomial standard deviation of the rank to
 * each side (David & Nagaraja, Order Statistics, 7.1). Scrambled Sobol points err less.
 */
function quantileOf(values: Float64Array): { readonly quantile: number; readonly error: number } {
  values.sort();
  const count = values.length;
  const at = (rank: number) => elementAt(values, Math.min(count - 1, Math.max(0, Math.ceil(rank) - 1)));
  const spread = Math.sqrt(count * RANK * (1 - RANK));
  return {
    quantile: at(RANK * count),
    error: (at(RANK * count + spread) - at(RANK * count - spread)) / 2,
  };
}
