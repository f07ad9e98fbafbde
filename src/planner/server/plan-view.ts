import { factTexts } from '../../report/facts.js';
import type { Scenario } from '../../scenario/types.js';
import { periodStarts } from '../../units/period.js';
import type { BandView, LineView, PlanView } from '../protocol.js';
import { fileComments } from './comments.js';
import { quantityView } from './quantity-view.js';
import { ruleViews } from './rule-views.js';
import { sourceViews } from './source-views.js';

/** Economics that the page lets a planner edit, in its order. */
const ECONOMICS = ['order_value', 'margin', 'close_rate', 'repeat_rate', 'referral_rate', 'fee', 'tax'] as const;

/** A scenario as the page shows it. @param text its file: rules are shown as they stand there */
export function planView(scenario: Scenario, text: string): PlanView {
  const { horizon, start } = scenario;
  const comments = fileComments(text);
  const figures = { grounds: factTexts(scenario).grounds, comments };
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
                  quantityView(quantity, ['lines', line.id, metric], metric, figures),
                ]),
              )
            : {},
        flighting: line.flighting,
        freeFlighting: line.freeFlighting === true,
      }),
    ),
    economics: Object.fromEntries(
      ECONOMICS.map((name) => [name, quantityView(scenario.economics[name], ['economics', name], name, figures)]),
    ),
    sources: sourceViews(scenario, figures),
    rules: ruleViews(text),
    notes: comments.notes,
    bands: bandViews(scenario),
    targets: scenario.targets.map((target) => target.text),
    draws: scenario.draws,
    sha256: scenario.sha256,
  };
}

/** What stands above the calendar: phases, and when a shock may begin. */
function bandViews({ phases, shocks }: Scenario): readonly BandView[] {
  return [
    ...phases.map(({ name, first, periods }) => ({
      kind: 'phase' as const,
      name,
      first,
      last: first + periods - 1,
      chance: null,
    })),
    ...shocks.map(({ name, window: [first, last], probability }) => ({
      kind: 'shock' as const,
      name,
      first,
      last,
      chance: probability,
    })),
  ];
}
