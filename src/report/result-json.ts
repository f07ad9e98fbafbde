import type { PlanResult, Result } from '../forecast/result.js';

const SUMMARY = ['mean', 'sd', 'se', 'p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95', 'undefined', 'probability_better'];
const TIERS = ['proven', 'experiment', 'moonshot'];
const BRIDGE = [
  'recorded',
  'tail',
  'media',
  'fees',
  'tax',
  'fixed_costs',
  'posts',
  'production',
  'community',
  'future',
  'baseline',
];
const WORTH = ['orders', 'revenue', 'gross_margin'];
const TARGET = ['target', 'probability', 'se', 'required', 'value', 'holds'];

/** The object with the keys named first, in that order, then the others as they were made. */
function ordered(object: object, keys: readonly string[]): Record<string, unknown> {
  const entries = new Map<string, unknown>(Object.entries(object));
  const others = [...entries.keys()].filter((key) => !keys.includes(key));
  return Object.fromEntries(
    [...keys, ...others].filter((key) => entries.has(key)).map((key) => [key, entries.get(key)]),
  );
}

function each(object: Readonly<Record<string, unknown>>, order: (value: object) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? order(value) : value,
    ]),
  );
}

const summary = (value: object) => ordered(value, SUMMARY);
const summaries = (value: object) => each(value as Record<string, unknown>, summary);
const groups = (value: object) => each(value as Record<string, unknown>, summaries);

function plan(value: PlanResult): Record<string, unknown> {
  return ordered(
    {
      ...value,
      lines: value.lines.map((line) => ordered(line, ['id', 'budget', 'share', 'daily', 'periods'])),
      creative: ordered(value.creative, TIERS),
      kpis: ordered(
        {
          total: summaries(value.kpis.total),
          lines: groups(value.kpis.lines),
          platforms: groups(value.kpis.platforms),
          stages: groups(value.kpis.stages),
          periods: value.kpis.periods.map((period) => ordered(summaries(period), ['start'])),
        },
        ['total', 'lines', 'platforms', 'stages', 'periods'],
      ),
      bridge: each(ordered(value.bridge, BRIDGE), (worth) => ordered(worth, WORTH)),
      rules: value.rules.map((rule) => ordered(rule, ['rule', 'value', 'min', 'max', 'holds'])),
      targets: value.targets.map((target) => ordered(target, TARGET)),
      ...(value.price === undefined
        ? {}
        : { price: value.price.map((price) => ordered(price, ['rule', 'multiplier', 'without'])) }),
    },
    ['lines', 'creative', 'kpis', 'bridge', 'rules', 'targets', 'price'],
  );
}

const finite = (_key: string, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? null : value);

/** One plan of a result as `result.json` has it, two spaces. Same plan, same bytes. */
export function stringifyPlan(value: PlanResult): string {
  return JSON.stringify(plan(value), finite, 2);
}

/**
 * `result.json`: the contract's key order whatever order the object was made in, two spaces, a newline at the end.
 * Same result, same bytes. Figures that have no value (NaN, ±∞) become `null`.
 *
 * @param more keys behind the result's own
 */
export function stringifyResult(result: Result, more: Readonly<Record<string, unknown>> = {}): string {
  const { given, optimized } = result.plans;
  const document = ordered(
    {
      ...result,
      scenario: ordered(result.scenario, ['name', 'sha256']),
      engine: ordered(result.engine, [
        'version',
        'seed',
        'draws',
        'sampler',
        'pseudo_random_inputs',
        'judged_draws',
        'quantile_rank_error',
        'accuracy',
        'kernel',
      ]),
      plans: { given: plan(given), ...(optimized === undefined ? {} : { optimized: plan(optimized) }) },
      ...(result.difference === undefined ? {} : { difference: each(result.difference, summary) }),
      ...(result.optimizer === undefined
        ? {}
        : {
            optimizer: ordered(result.optimizer, [
              'status',
              'objective',
              'objective_given',
              'kkt',
              'starts',
              'optimism',
            ]),
          }),
    },
    ['format', 'scenario', 'engine', 'plans', 'difference', 'optimizer'],
  );
  return `${JSON.stringify({ ...document, ...more }, finite, 2)}\n`;
}
