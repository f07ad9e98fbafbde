import { type Document, parseDocument } from 'yaml';
import { explainedKpi, knowsWorth } from '../../forecast/known-worth.js';
import { capital } from '../../report/capital.js';
import { isSplitByHuni } from '../../report/context.js';
import { factTexts } from '../../report/facts.js';
import { targetName } from '../../report/findings/headlines.js';
import { makeFormats } from '../../report/formats.js';
import { planText } from '../../report/text/index.js';
import { outcomeKind } from '../../report/text/outcomes/index.js';
import type { GateFailure, Scenario } from '../../scenario/types.js';
import type { Language } from '../../units/locale.js';
import { fromMinorUnits, toMinorUnits } from '../../units/money.js';
import { periodStarts } from '../../units/period.js';
import type { EditValue } from '../edits/edit-text.js';
import { positionsOf } from '../edits/positions.js';
import type { BandView, LineView, PlanView, RuleView } from '../protocol.js';
import { fileComments } from './comments.js';
import { publishedBehind } from './figures-behind.js';
import { quantityView } from './quantity-view.js';
import { sourceViews } from './source-views.js';

/** Economics that the page lets a planner edit, in its order. */
const ECONOMICS = ['order_value', 'margin', 'close_rate', 'repeat_rate', 'referral_rate', 'fee', 'tax'] as const;

/**
 * A scenario as the page shows it.
 *
 * @param text its file
 * @param language of the words beside figures
 * @param rules as they are written; none where they aren't shown
 */
export function planView(
  scenario: Scenario,
  text: string,
  language: Language = scenario.language,
  rules: readonly RuleView[] = [],
): PlanView {
  const { horizon, start } = scenario;
  const comments = fileComments(text);
  const own = { ...scenario, language };
  const spoken = {
    forecast: { scenario: own },
    text: planText(own),
    formats: makeFormats({ scenario: own }, language),
  };
  const figures = { grounds: factTexts(own).grounds, comments };
  return {
    name: scenario.name,
    currency: scenario.currency,
    currencyDigits: scenario.currencyDigits,
    language: scenario.language,
    isEvenSplit: isSplitByHuni(scenario),
    outcome: outcomeKind(scenario),
    isValued: knowsWorth(scenario),
    explains: explainedKpi(scenario),
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
                  quantityView(
                    quantity,
                    ['lines', line.id, metric],
                    metric,
                    figures,
                    publishedBehind(line, metric, scenario, figures.grounds),
                  ),
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
    rules,
    notes: comments.notes,
    bands: bandViews(scenario, text),
    targets: scenario.targets.map(({ text: target }) => ({
      text: target,
      words: capital(targetName(spoken, target), language),
    })),
    draws: scenario.draws,
    sha256: scenario.sha256,
  };
}

/** What stands above the calendar: phases, and when a shock may begin. */
function bandViews({ phases, shocks, budget, currency }: Scenario, text: string): readonly BandView[] {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
  const isPreset = typeof document.get('phases') === 'string';
  return [
    ...phases.map(({ name, first, periods, share, gate }) => {
      const path = ['phases', name];
      const amount = fromMinorUnits(toMinorUnits(share * budget, currency), currency);
      return {
        kind: 'phase' as const,
        name,
        first,
        last: first + periods - 1,
        chance: null,
        path: isPreset ? null : path,
        money: isPreset || !isMoney(document, [...path, 'budget']) ? null : amount,
        written: {
          budget: amount,
          ...(gate === null ? {} : { gate: gate.text, if_failed: failureText(gate.ifFailed) }),
        },
      };
    }),
    ...shocks.map(({ name, window: [first, last], probability }) => ({
      kind: 'shock' as const,
      name,
      first,
      last,
      chance: probability,
      path: ['shocks', name],
      money: null,
      written: {},
    })),
  ];
}

/** Whether an amount of the file is money, not a share; of one that another file has, nothing is known. */
function isMoney(document: Document, path: readonly string[]): boolean {
  const at = positionsOf(document, path);
  const value = at === null ? undefined : document.getIn(at);
  return value !== undefined && value !== null && !String(value).includes('%');
}

function failureText(failure: GateFailure): EditValue {
  return failure.kind === 'stop-some' ? { stop: failure.ids } : failure.kind;
}
