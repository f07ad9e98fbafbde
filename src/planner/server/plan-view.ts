import { quantile } from '../../distributions/index.js';
import { factTexts } from '../../report/facts.js';
import type { Quantity, Scenario } from '../../scenario/types.js';
import type { Ground } from '../../scenario/warnings.js';
import { periodStarts } from '../../units/period.js';
import type { LineView, PlanView, QuantityView } from '../protocol.js';

/** Probabilities of the points that a small density is drawn from. */
const PROBABILITIES = Array.from({ length: 33 }, (_, k) => 0.01 + (0.98 * k) / 32);

const RATES = new Set([
  'ctr',
  'view_rate',
  'cvr',
  'match',
  'incrementality',
  'margin',
  'close_rate',
  'fee',
  'tax',
  'repeat_rate',
  'referral_rate',
]);

/** Economics that the page lets a planner edit, in its order. */
const ECONOMICS = ['order_value', 'margin', 'close_rate', 'repeat_rate', 'referral_rate', 'fee', 'tax'] as const;

/** A scenario as the page shows it. */
export function planView(scenario: Scenario): PlanView {
  const { horizon, start } = scenario;
  const { grounds } = factTexts(scenario);
  return {
    name: scenario.name,
    currency: scenario.currency,
    currencyDigits: scenario.currencyDigits,
    language: scenario.language,
    start,
    periods: horizon.periods,
    unit: horizon.unit,
    starts:
      start === null
        ? Array.from({ length: horizon.periods }, (_, t) => String(t + 1))
        : periodStarts(start, horizon.unit, horizon.periods),
    budget: scenario.budget,
    budgetIsMost: scenario.rules.budget === 'maximum',
    lines: scenario.lines.map(
      (line): LineView => ({
        id: line.id,
        platform: line.platform,
        stage: line.stage,
        segment: line.segment,
        budget: line.budget,
        quantities:
          line.kind === 'funnel'
            ? Object.fromEntries(
                Object.entries(line.quantities).map(([metric, quantity]) => [
                  metric,
                  quantityView(quantity, ['lines', line.id, metric], metric, grounds),
                ]),
              )
            : {},
        flighting: line.flighting,
        freeFlighting: line.freeFlighting === true,
      }),
    ),
    economics: Object.fromEntries(
      ECONOMICS.map((name) => [name, quantityView(scenario.economics[name], ['economics', name], name, grounds)]),
    ),
    targets: scenario.targets.map(({ text }) => text),
    draws: scenario.draws,
    sha256: scenario.sha256,
  };
}

function quantityView(
  { distribution, origin }: Quantity,
  path: QuantityView['path'],
  name: string,
  grounds: (of: readonly Ground[]) => string,
): QuantityView {
  const at = (p: number): number => quantile(distribution, p);
  return {
    path,
    kind: RATES.has(name) ? 'rate' : 'amount',
    p5: at(0.05),
    p50: at(0.5),
    p95: at(0.95),
    fixed: distribution.family === 'fixed',
    quantiles: distribution.family === 'fixed' ? [] : PROBABILITIES.map(at),
    origin: ORIGINS[origin.kind],
    source: 'grounds' in origin ? grounds(origin.grounds) : null,
  };
}

const ORIGINS = { given: 'yours', default: 'default', benchmark: 'benchmark', assumed: 'assumed' } as const;
