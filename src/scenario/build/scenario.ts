import { currencyDigits } from '../../units/money.js';
import * as messages from '../messages.js';
import { MAX_LINES } from '../schema/document.js';
import { isFunnelLine, type Line, type Quantity, type Scenario } from '../types.js';
import { buildBudgets } from './budgets.js';
import { type Build, report } from './context.js';
import { checkRules } from './contradictions.js';
import { CREATIVE_SPLIT, DRAWS_DEFAULT, MEMORY_DAYS, OVERLAP, quantityOf, SAMPLER, SEED } from './defaults.js';
import { buildCreative, buildEconomics, buildStocks } from './economics.js';
import { buildAims } from './goal.js';
import { buildLines } from './lines.js';
import { presetRules } from './preset.js';
import { buildRules, bySplit } from './rules.js';
import { buildFactorShares, buildNoise, buildPairs, buildSeason, namedInputs } from './variation.js';

/** What a scenario has from outside its text. */
export interface Identity {
  readonly path: string;
  readonly sha256: string;
  /** The file's name without its extension. */
  readonly stem: string;
}

/** A valid document with every default filled in; what is wrong with it as a whole goes to `build.problems`. */
export async function buildScenario(build: Build, identity: Identity): Promise<Scenario | null> {
  const { input, problems } = build;
  const count = input.lines.length;
  if (count === 0) report(build, ['lines'], messages.noLines());
  if (count > MAX_LINES) report(build, ['lines'], messages.tooManyLines(count, MAX_LINES));
  if (problems.length > 0) return null;

  const { horizon, currency } = input;
  const economics = buildEconomics(build);
  const stocks = buildStocks(build);
  const memory_days = quantityOf(input.memory_days, MEMORY_DAYS);
  const population: Quantity | null =
    input.market?.population === undefined
      ? null
      : { distribution: input.market.population, origin: { kind: 'given' } };
  const drafts = buildLines(build, economics, horizon.periods);
  // Without a funnel nothing is shown, so there are no creatives to wear out.
  const creative = drafts.some(isFunnelLine) ? buildCreative(build) : null;
  const rules = presetRules(build, buildRules(build), drafts, economics);
  // A line that stands twice, or that no rate is known for, would only make rules look wrong as well.
  if (problems.length === 0) checkRules(build, drafts, rules);
  const budgets =
    problems.length === 0
      ? buildBudgets(build, drafts, rules, horizon.periods * horizon.periodDays)
      : drafts.map(() => 0);
  const days = horizon.periods * horizon.periodDays;
  const evenDaily = input.budget.amount / drafts.length / days;
  const lines = drafts.map((draft, index): Line => {
    const { givenBudget, ...line } = draft;
    const money = { budget: budgets[index] ?? 0, budgetDerived: givenBudget === null };
    if (line.kind === 'response') return { ...line, ...money };
    const daily = money.budget > 0 ? money.budget / days : evenDaily;
    return { ...line, ...money, pressure_at: quantityOf(undefined, { family: 'fixed', value: daily }) };
  });
  const season = buildSeason(build, horizon.periods);
  const metrics = buildFactorShares(build);
  const inputs = namedInputs({ economics, stocks, creative, memory_days, population, lines });
  const pairs = buildPairs(build, inputs);
  const { goal, kpis, targets } = await buildAims(build);
  if (problems.length > 0) return null;
  return {
    path: identity.path,
    sha256: identity.sha256,
    name: input.name ?? identity.stem,
    slug: identity.stem,
    language: input.language ?? 'en',
    currency,
    currencyDigits: currencyDigits(currency),
    start: input.start ?? null,
    horizon,
    budget: input.budget.amount,
    seed: input.seed ?? SEED,
    draws: input.draws ?? DRAWS_DEFAULT,
    sampler: input.sampler ?? SAMPLER,
    population,
    economics,
    outcome: 'orders',
    stocks,
    overlap: OVERLAP,
    memory_days,
    ...buildNoise(build),
    correlation: { metrics, pairs },
    season,
    creative,
    creativeSplit: rules.creative?.split ?? bySplit(CREATIVE_SPLIT),
    lines,
    audiences: [],
    sources: [],
    creatorsFrom: 'budget',
    brand: null,
    shocks: [],
    phases: [],
    metrics: [],
    formats: [],
    content: null,
    community: null,
    attribution: null,
    rules,
    goal,
    kpis,
    targets,
    warnings: build.warnings,
  };
}
