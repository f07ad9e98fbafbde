import { posix } from 'node:path';
import { openSession, type Session } from '../../engine/session.js';
import type { Engine } from '../../engine/types.js';
import { CorrelationError } from '../../model/correlate-inputs.js';
import { UndefinedGoalError } from '../../optimize/errors.js';
import { optimizePlan, ruleOutcomes } from '../../optimize/index.js';
import type { Decision } from '../../optimize/types.js';
import { required } from '../../required.js';
import { parseScenario } from '../../scenario/read.js';
import type { Scenario } from '../../scenario/types.js';
import { moments } from '../../summary/moments.js';
import { probability } from '../../summary/probability.js';
import { cvar } from '../../summary/tail.js';
import { fitsMinorUnits, fromMinorUnits, toMinorUnits } from '../../units/money.js';
import type { VerdictKind } from '../advice.js';
import type { Advise } from '../advice-setting.js';
import { chosenPosts } from '../chosen-posts.js';
import { ContradictionError } from '../errors.js';
import { withBudget } from '../frontier/plan.js';
import { decisionGiven } from '../plan-result.js';
import { priceCompared } from '../price-compared.js';
import { runForecast } from '../run.js';
import { targetOutcome } from '../targets.js';
import { overlayText } from './overlay.js';
import {
  type Point,
  SWEPT_KPIS,
  type SweepSettings,
  type SweepSource,
  type SweptFigure,
  type SweptKpi,
  type VariantOutcome,
  type Vary,
} from './types.js';

/** Where a plan's files are looked for: nowhere on a disk. */
const FOLDER = '/sweep';

type VariantReading =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly message: string };

/** Reads a variant from the plan's files in memory. */
export async function readVariant(
  source: SweepSource,
  settings: SweepSettings,
  varied: readonly Vary[],
  point: Point,
): Promise<VariantReading> {
  const { draws, seed, sampler } = settings;
  const main = posix.join(FOLDER, source.main);
  const reading = await parseScenario(
    overlayText(main, varied, point),
    posix.join(posix.dirname(main), 'variant.json'),
    {
      root: FOLDER,
      overrides: {
        ...(draws === undefined ? {} : { draws }),
        ...(seed === undefined ? {} : { seed }),
        ...(sampler === undefined ? {} : { sampler }),
      },
      readFile: async (path) => {
        const bytes = source.files[posix.relative(FOLDER, path)];
        if (bytes === undefined)
          throw Object.assign(new Error(`${path} is not among the plan's files`), { code: 'ENOENT' });
        return bytes;
      },
    },
  );
  if (!reading.ok) return { ok: false, message: reading.problems.map(({ message }) => message).join('; ') };
  const { scenario } = reading;
  const at = varied.findIndex(({ key }) => key === 'budget');
  if (at < 0) return { ok: true, scenario };
  const budget = point[at].value;
  if (typeof budget !== 'number' || !(budget > 0) || !fitsMinorUnits(budget, scenario.currency)) {
    return { ok: false, message: `budget: found ${point[at].text}, expected an amount above 0` };
  }
  return { ok: true, scenario: withBudget(scenario, budget, scenario.rules.budget) };
}

/**
 * Prices a variant, or its best plan. Same arguments, same bytes, wherever it is done.
 *
 * @param advise makes a verdict of the variant, where the settings ask for one
 */
export async function sweepVariant(
  engine: Engine,
  source: SweepSource,
  settings: SweepSettings,
  varied: readonly Vary[],
  point: Point,
  advise: Advise,
): Promise<VariantOutcome> {
  try {
    const reading = await readVariant(source, settings, varied, point);
    if (!reading.ok) return { status: 'wrong', message: reading.message };
    const { scenario } = reading;
    const session = await openSession(scenario, { engine });
    let outcome: VariantOutcome;
    try {
      outcome = await priceOrOptimize(session, scenario, settings.optimize);
    } finally {
      await session.close();
    }
    if (settings.advice !== true || outcome.status !== 'priced') return outcome;
    return { ...outcome, advice: await adviceOn(engine, scenario, advise) };
  } catch (error) {
    if (error instanceof UndefinedGoalError) return { status: 'wrong', message: `goal: ${error.message}` };
    if (error instanceof CorrelationError) return { status: 'wrong', message: error.message };
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

/** What `huni run` says of a plan. */
async function adviceOn(engine: Engine, scenario: Scenario, advise: Advise): Promise<VerdictKind> {
  try {
    const { result } = await runForecast(scenario, { engine, advise, charts: false, prices: false });
    return required(result.verdict).kind;
  } catch (error) {
    if (error instanceof ContradictionError) return 'cannot';
    throw error;
  }
}

async function priceOrOptimize(session: Session, scenario: Scenario, optimize: boolean): Promise<VariantOutcome> {
  if (!optimize) return priced(session, scenario, decisionGiven(scenario));
  const solved = await optimizePlan({ scenario, evaluator: session, prices: false });
  if (solved.ok) return priced(session, scenario, solved.decision);
  const { rules } = solved.conflict;
  return { status: 'contradiction', rules, message: `these rules can't hold together: ${rules.join(', ')}` };
}

async function priced(session: Session, scenario: Scenario, decision: Decision): Promise<VariantOutcome> {
  const { goal, targets, currency } = scenario;
  const { sampling } = session;
  const figures = await priceCompared(session, scenario, decision, SWEPT_KPIS, goal.maximize);
  const { bands, evidence } = figures;
  const aim = figures.goal.draws;
  const { mean, se } = moments(aim, sampling);
  const outcomes = targets.map((target, k) => targetOutcome(target, figures.targets[k], sampling));
  const kpis = SWEPT_KPIS.map((name): [SweptKpi, SweptFigure] => {
    const { mean: average, p10, p50, p90 } = bands[name];
    return [name, { mean: known(average), p10: known(p10), p50: known(p50), p90: known(p90) }];
  });
  const { posts } = chosenPosts(scenario, decision);
  const grid = (amount: number): number => fromMinorUnits(toMinorUnits(amount, currency), currency);
  return {
    status: 'priced',
    objective: finite(mean - goal.riskAversion * (mean - cvar(aim, goal.tail))),
    se: finite(se),
    kpis: Object.fromEntries(kpis) as Record<SweptKpi, SweptFigure>,
    loss: probability(figures.expected.profit, '<', 0, sampling).probability,
    rules: held(ruleOutcomes(scenario, decision, evidence)),
    targets: held(outcomes),
    budgets: Object.fromEntries(scenario.lines.map(({ id }, k) => [id, grid(decision.budgets[k])])),
    ...(posts === undefined ? {} : { posts: Object.fromEntries(posts.map((one) => [one.id, one.posts])) }),
  };
}

function known(value: number | null): number | null {
  return value === null ? null : finite(value);
}

function held(outcomes: readonly { readonly holds: boolean }[]): { readonly held: number; readonly of: number } {
  return { held: outcomes.filter(({ holds }) => holds).length, of: outcomes.length };
}

/** What JSON can hold: no infinities, no −0. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}
