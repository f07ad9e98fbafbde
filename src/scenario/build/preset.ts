import { mean } from '../../distributions/index.js';
import { required } from '../../required.js';
import { EXCHANGE_RATES } from '../benchmarks/exchange-rates.js';
import { benchmark } from '../benchmarks/index.js';
import { type Economics, type Goal, type GoalPreset, isFunnelLine, type Rules, type ShareRange } from '../types.js';
import type { Build } from './context.js';
import type { LineDraft } from './lines.js';

/** What practice in Azerbaijan spends a day on each kind of goal, in AZN. */
const DAILY: Readonly<Record<GoalPreset, ShareRange>> = {
  awareness: { min: 20, max: 40 },
  leads: { min: 50, max: 70 },
  sales: { min: 70, max: 100 },
};
/** Ceilings: of the average CPM, of the margin on an order, of an order's value. */
const CPM_OF_BENCHMARK = 3;
const CPA_OF_MARGIN = 1.2;
const CPA_OF_ORDER = 0.25;

/** What each preset maximises where the file doesn't say. */
export const PRESET_GOALS: Readonly<Record<GoalPreset, string>> = {
  awareness: 'reach',
  leads: 'new',
  sales: 'profit',
};

/**
 * The goal preset's ceiling as a rule, in expectation, unless the file has a rule of that name itself. The average CPM is
 * that of the built-in benchmarks of the plan's awareness lines; margin and order value count with their means.
 */
export function presetRules(build: Build, rules: Rules, lines: readonly LineDraft[], economics: Economics): Rules {
  const preset = build.input.goal?.preset;
  if (preset === undefined) return rules;
  if (preset === 'awareness') {
    if (rules.cpm !== null) return rules;
    const average = averageCpm(build, lines);
    if (average !== null) return { ...rules, cpm: { max: CPM_OF_BENCHMARK * average, probability: null } };
    build.warnings.push({ code: 'no_ceiling', preset, because: 'no_cpm' });
    return rules;
  }
  if (rules.cpa !== null) return rules;
  const order = mean(economics.order_value.distribution);
  const max = preset === 'leads' ? CPA_OF_MARGIN * mean(economics.margin.distribution) * order : CPA_OF_ORDER * order;
  if (max > 0) return { ...rules, cpa: { max, probability: null } };
  build.warnings.push({ code: 'no_ceiling', preset, because: 'no_order_value' });
  return rules;
}

/** The preset with what practice spends a day on it, in the scenario's currency. */
export function presetOf(build: Build): Goal['preset'] {
  const name = build.input.goal?.preset;
  if (name === undefined) return null;
  const { currency } = build.input;
  const rate = Object.hasOwn(EXCHANGE_RATES, currency) ? EXCHANGE_RATES[currency] : undefined;
  if (rate === undefined) {
    build.warnings.push({ code: 'no_daily', preset: name, currency });
    return { name, daily: null };
  }
  const perManat = rate.perDollar / required(EXCHANGE_RATES.AZN).perDollar;
  return { name, daily: { min: DAILY[name].min * perManat, max: DAILY[name].max * perManat } };
}

function averageCpm(build: Build, lines: readonly LineDraft[]): number | null {
  const awareness = lines.filter(({ stage }) => stage === 'awareness');
  const known = (awareness.length > 0 ? awareness : lines).flatMap((line) => {
    if (!isFunnelLine(line)) return [];
    const { platform, stage } = line;
    const found = benchmark(platform, stage, 'cpm', build.input.currency);
    return 'missing' in found ? [] : [mean(found.distribution)];
  });
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
