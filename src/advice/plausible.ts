import { quantile } from '../distributions/index.js';
import type { FigureWarning } from '../forecast/advice.js';
import type { PlanResult } from '../forecast/result.js';
import { learningThreshold, minimumDailySpend } from '../scenario/benchmarks/platform-minimums.js';
import { PUBLISHED } from '../scenario/benchmarks/published/index.js';
import { isFunnelLine, isKnownPlatform, type Scenario } from '../scenario/types.js';

/** Impressions a person over a plan, above which nobody looks any more. */
const MOST_IMPRESSIONS = 300;
/** A week: above it, practice speaks of wearing an audience out. */
const MOST_A_WEEK = 10;
const WEEK = 7;
/**
 * Revenue over spend that no account keeps up: ten times the median of Facebook's advertisers (2.24 in early 2025, Varos by way of
 * https://www.stackmatix.com/blog/facebook-ads-roi), and over twice the highest average of an industry that is published anywhere (8).
 */
const MOST_RETURN = 20;
const RATES = ['ctr', 'view_rate', 'cvr'] as const;

/** Figures of a plan that are hard to believe, the worst first, each once. */
export function figureWarnings(scenario: Scenario, { kpis, lines }: PlanResult): FigureWarning[] {
  const warnings: FigureWarning[] = [];
  const { orders, reach, frequency } = kpis.total;
  const brought = orders?.p50 ?? 0;
  const reached = reach?.p50 ?? 0;
  const allFunnel = scenario.lines.every(isFunnelLine);
  if (allFunnel && reached > 0 && brought > reached)
    warnings.push({ code: 'orders_above_reach', orders: brought, reach: reached });
  const each = frequency?.p50 ?? 0;
  if (each > MOST_IMPRESSIONS) warnings.push({ code: 'impressions_a_person', value: each });
  const { roas } = kpis.total;
  if ((roas?.p50 ?? 0) > MOST_RETURN)
    warnings.push({ code: 'return_hard_to_believe', value: roas?.p50 ?? 0, most: MOST_RETURN });
  warnings.push(...belowLeastSpend(scenario, lines));
  const weeks = (scenario.horizon.periods * scenario.horizon.periodDays) / WEEK;
  for (const line of scenario.lines.filter(isFunnelLine)) {
    // A plan of days shows what it shows: nothing comes after it.
    const weekly = (kpis.lines[line.id]?.frequency?.p50 ?? 0) / Math.max(1, weeks);
    if (weekly > MOST_A_WEEK) warnings.push({ code: 'frequency_a_week', line: line.id, value: weekly });
    if (!isKnownPlatform(line.platform)) continue;
    for (const rate of RATES) {
      const { distribution, origin } = line.quantities[rate];
      if (origin.kind !== 'given') continue;
      const figures = PUBLISHED[line.platform].filter(
        ({ figure }) => figure.metric === rate && (figure.stages?.includes(line.stage) ?? true),
      );
      const ends = figures.flatMap(({ figure }) => [figure.low, figure.mid, figure.high].filter((end) => end !== null));
      if (ends.length < 2) continue;
      const [low, high] = [Math.min(...ends), Math.max(...ends)];
      const value = quantile(distribution, 0.5);
      // Within half and twice of what was published is a good account, or a poor one.
      if (value > 0 && (value < low / 2 || value > 2 * high))
        warnings.push({ code: 'rate_outside_published', line: line.id, rate, value, low, high });
    }
  }
  return [...warnings, ...tooFewToLearn(scenario, kpis, weeks)];
}

/** Lines that spend less a day, while they are on, than their platform takes. */
function belowLeastSpend(scenario: Scenario, lines: PlanResult['lines']): FigureWarning[] {
  const { currency, horizon } = scenario;
  return scenario.lines.flatMap((line): FigureWarning[] => {
    const budget = lines.find(({ id }) => id === line.id)?.budget ?? 0;
    const { platform } = line;
    const asked = isKnownPlatform(platform) ? minimumDailySpend(platform, currency) : null;
    const days = horizon.periodDays * line.flighting.filter((share) => share > 0).length;
    if (!isKnownPlatform(platform) || asked === null || !(budget > 0) || days === 0) return [];
    const value = budget / days;
    const { value: min, source } = asked;
    return value < min ? [{ code: 'below_least_spend', line: line.id, platform, value, min, source }] : [];
  });
}

/**
 * Lines that are after conversions and get too few a week; what can't learn at all has a warning of its own, and
 * `adequacy: 0` looks at neither.
 */
function tooFewToLearn(scenario: Scenario, kpis: PlanResult['kpis'], weeks: number): FigureWarning[] {
  const { adequacy } = scenario.rules;
  const few = scenario.lines.flatMap((line) => {
    const { platform, stage, id } = line;
    const asked = stage === 'conversion' && isKnownPlatform(platform) ? learningThreshold(platform) : null;
    const { leads, conversions } = kpis.lines[id] ?? {};
    const value = ((leads ?? conversions)?.p50 ?? 0) / weeks;
    const adequate = (conversions?.mean ?? 0) / weeks >= adequacy;
    return asked !== null && adequacy > 0 && adequate && value > 0 && value < asked.value
      ? [{ line: id, value, asked }]
      : [];
  });
  const [first] = few;
  if (first === undefined) return [];
  const sources = [...new Set(few.map(({ asked }) => asked.source))];
  const min = Math.max(...few.map(({ asked }) => asked.value));
  return [{ code: 'learning', lines: few.map(({ line, value }) => ({ line, value })), min, sources }];
}
