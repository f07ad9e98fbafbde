import type { TestAdvice, Verdict, VerdictReason } from '../../forecast/advice.js';
import type { Scenario } from '../../scenario/types.js';
import type { ReportContext } from '../context.js';
import { goalName, kpiInSentence } from '../findings/headlines.js';
import { kpiUnit } from '../findings/units.js';
import { outcomeKind } from '../text/outcomes/index.js';
import { verdictText } from '../text/verdict/index.js';
import type { Table } from './table.js';
import { clauseOf, lineNamed, reasonOf } from './verdict.js';

/** The test worth making: what to expect, the rule to decide by, how often it is wrong, what it is worth. */
export function testSentences(context: ReportContext): readonly string[] {
  const { test } = context.forecast.result;
  return test === undefined ? [] : sentencesOf(context, test);
}

/** What to test, or that nothing is worth testing. */
export function testWords(context: ReportContext): { readonly lead: string; readonly sizes: string } {
  const { verdict, test } = context.forecast.result;
  const words = verdictText(context.text.language).testDetails;
  if (test !== undefined) return { lead: testLead(context, test), sizes: words.sizes };
  const reason = verdict === undefined ? undefined : whyNone(verdict);
  const why = reason === undefined ? '' : ` ${words.because(clauseOf(context, reason))}`;
  return { lead: `${words.none}${why}`, sizes: words.sizes };
}

/** Why nothing is tested: a plan that loses at its best isn't gone on with, whatever a test of it would be worth. */
function whyNone(verdict: Verdict): VerdictReason | undefined {
  const tests = verdict.kind === 'less' ? (['reached', 'middle_outcome'] as const) : (['test_value'] as const);
  return tests.map((test) => reasonOf(verdict, test)).find((reason) => reason !== undefined);
}

function testLead(context: ReportContext, { amount, line, days }: TestAdvice): string {
  const { formats, text } = context;
  const words = verdictText(text.language).testDetails;
  return words.lead(formats.money(amount), lineNamed(context, line), text.names.periods(days, 'day'));
}

/** What the test is worth by its size; `null` where there is none. */
export function testSizes({ forecast, formats, text }: ReportContext): Table | null {
  const { test } = forecast.result;
  if (test === undefined) return null;
  const words = verdictText(text.language).testDetails;
  const unit = kpiUnit(goalName(forecast.scenario.goal));
  const scale = Math.max(...test.sizes.map(({ value }) => Math.abs(value)));
  return {
    columns: [words.columns.length, words.columns.amount, words.columns.value],
    words: [0],
    rows: test.sizes.map(({ amount, days, value }) => [
      text.names.periods(days, 'day'),
      formats.money(amount),
      formats.byUnit(unit, value, scale),
    ]),
  };
}

/** What a test counts: where leads are closed later, leads. */
function countedOutcome(scenario: Scenario): Scenario['outcome'] {
  // Without a word on what they are, what is closed later are leads.
  return scenario.outcome === 'orders' && outcomeKind(scenario) === 'closed' ? 'leads' : scenario.outcome;
}

function sentencesOf(context: ReportContext, test: TestAdvice): readonly string[] {
  const { formats, text, forecast } = context;
  const words = verdictText(text.language);
  const { scenario } = forecast;
  const { testDetails, outcomes } = words;
  // What is expected of a few days is known to two digits, not to the last order.
  const count = (value: number): string => formats.count(Number(value.toPrecision(2)));
  const { p10, p50, p90 } = test.outcomes.conversions;
  const goal = goalName(scenario.goal);
  const unit = kpiUnit(goal);
  const worth = `${formats.byUnit(unit, test.value)}${unit === 'money' ? '' : ` ${kpiInSentence(text, goal)}`}`;
  return [
    testDetails.expect(outcomes[countedOutcome(scenario)], count(p50), count(p10), count(p90)),
    testDetails.rule(formats.estimate(test.rule.scale_below), formats.estimate(test.rule.stop_above)),
    testDetails.wrong(formats.share(test.wrong)),
    testDetails.value(worth),
  ];
}
