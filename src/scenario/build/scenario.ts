import type { Distribution } from '../../distributions/types.js';
import { currencyDigits } from '../../units/money.js';
import * as messages from '../messages.js';
import { MAX_LINES } from '../schema/document.js';
import { isFunnelLine, type Line, type Quantity, type Scenario } from '../types.js';
import { buildBudgets } from './budgets.js';
import {
  buildAttribution,
  buildAudiences,
  buildBrand,
  buildCommunity,
  buildContent,
  buildFormats,
  buildMetrics,
} from './content.js';
import { type Build, report } from './context.js';
import { checkRules } from './contradictions.js';
import { CREATIVE_SPLIT, DRAWS_DEFAULT, MEMORY_DAYS, OVERLAP, quantityOf, SAMPLER, SEED } from './defaults.js';
import { buildCreative, buildEconomics, buildStocks } from './economics.js';
import { buildAims } from './goal.js';
import { buildLines } from './lines.js';
import { namesBeforeClosing, outcomeOfPlan } from './outcome.js';
import { buildPhases, flightedByPhases } from './phases.js';
import { presentPlatforms } from './platforms.js';
import { buildSources } from './posts.js';
import { presetRules } from './preset.js';
import { buildRules, bySplit } from './rules.js';
import { buildShocks } from './shocks.js';
import { buildFactorShares, buildNoise, buildPairs, buildSeason, namedInputs } from './variation.js';

/** What a scenario has from outside its text. */
interface Identity {
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
  const present = presentPlatforms(input);
  const sources = buildSources(build, drafts, economics);
  const phases = buildPhases(
    build,
    [...drafts, ...sources].map(({ id }) => id),
  );
  const ruled = presetRules(build, buildRules(build), drafts, economics);
  // A line that stands twice, or that no rate is known for, would only make rules look wrong as well.
  if (problems.length === 0) checkRules(build, drafts, ruled);
  const budgets =
    problems.length === 0
      ? buildBudgets(build, drafts, sources, ruled, horizon.periods * horizon.periodDays)
      : drafts.map(() => 0);
  const days = horizon.periods * horizon.periodDays;
  const evenDaily = input.budget.amount / drafts.length / days;
  const lines = drafts.map((draft, index): Line => {
    const { givenBudget, ...line } = draft;
    const budget = budgets[index] ?? 0;
    const flighting = flightedByPhases(draft.flighting, phases);
    const decided = { budget, budgetDerived: givenBudget === null, flighting };
    if (line.kind === 'response') return { ...line, ...decided };
    const { givenPressureAt, ...funnel } = line;
    const daily: Distribution = { family: 'fixed', value: budget > 0 ? budget / days : evenDaily };
    return { ...funnel, ...decided, pressure_at: quantityOf(givenPressureAt ?? undefined, daily) };
  });
  const rest = {
    audiences: buildAudiences(build),
    brand: buildBrand(build),
    shocks: buildShocks(build, present),
    metrics: buildMetrics(build, present),
    formats: buildFormats(build),
    content: buildContent(build),
    community: buildCommunity(build),
    attribution: buildAttribution(build, present),
  };
  const season = buildSeason(build, horizon.periods);
  const noise = buildNoise(build);
  const metrics = buildFactorShares(build);
  const inputs = namedInputs({ economics, stocks, creative, memory_days, population, lines, sources, ...rest });
  const pairs = buildPairs(build, inputs);
  const { goal, kpis, targets, rules } = await buildAims(
    build,
    ruled,
    rest.metrics,
    namesBeforeClosing(economics, outcomeOfPlan(input)),
  );
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
    outcome: outcomeOfPlan(input),
    stocks,
    overlap: input.stocks?.overlap ?? OVERLAP,
    memory_days,
    ...noise,
    correlation: { metrics, pairs },
    season,
    creative,
    creativeSplit: rules.creative?.split ?? bySplit(CREATIVE_SPLIT),
    // Where nobody spoke of creatives, qualities that are assumed would decide a split that nobody asked about.
    creativeFree: creative !== null && input.creative !== undefined && rules.creative === null,
    lines,
    sources,
    creatorsFrom: input.creators_from ?? 'budget',
    phases,
    ...rest,
    rules,
    goal,
    kpis,
    targets,
    warnings: build.warnings,
  };
}
