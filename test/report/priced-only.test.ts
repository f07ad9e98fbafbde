import { expect, it } from 'vitest';
import type { VerdictKind } from '../../src/forecast/advice.js';
import type { Forecast } from '../../src/forecast/details.js';
import { verdictReasons, verdictSentence } from '../../src/report/content/verdict.js';
import { reportContext } from '../../src/report/context.js';
import { terminalSummary } from '../../src/report/terminal.js';
import { reportText } from '../../src/report/text/index.js';
import { verdictText } from '../../src/report/text/verdict/index.js';
import { advised } from './advised.js';

const LANGUAGES = ['en', 'az', 'tr', 'ar'] as const;

/** As `huni run --no-optimize` and `huni check --out` have it: the plan given alone, and what could be judged of it. */
function priced(language: (typeof LANGUAGES)[number], kind: VerdictKind): Forecast {
  const forecast = advised(language, kind);
  const verdict = forecast.result.verdict!;
  const because = verdict.because.filter(({ test }) => test === 'middle_outcome');
  const { given } = forecast.result.plans;
  const { optimizer: _, difference: __, ...result } = forecast.result;
  return { ...forecast, result: { ...result, plans: { given }, verdict: { ...verdict, because } } };
}

const sentenceOf = (forecast: Forecast): string => verdictSentence(reportContext(forecast))!;

it.each(LANGUAGES)('says in %s of a plan that was priced only nothing of other plans', (language) => {
  const words = verdictText(language);
  expect(sentenceOf(priced(language, 'keep'))).toBe(reportText(language).page.decision.given);
  expect(sentenceOf(priced(language, 'less'))).toBe(words.pricedLoses(figureOf(language, 1200)));
  expect(sentenceOf(priced(language, 'start'))).toBe(words.pricedEarns(figureOf(language, -1200)));
  for (const kind of ['keep', 'less', 'start'] as const) {
    const forecast = priced(language, kind);
    const [first] = terminalSummary(forecast, { width: 1000, color: false }).split('\n');
    expect(first).toBe(sentenceOf(forecast));
    expect(sentenceOf(forecast)).not.toBe(sentenceOf(advised(language, kind)));
    // The middle outcome that was judged is the plan given's: there is no better one.
    expect(verdictReasons(reportContext(forecast)).join()).toContain(
      words.because.given_outcome(figureOf(language, -1200)),
    );
  }
});

it.each(LANGUAGES)('says in %s of a goal without money what the split that was priced comes to', (language) => {
  const forecast = priced(language, 'start');
  const verdict = { ...forecast.result.verdict!, because: [] };
  const told = sentenceOf({ ...forecast, result: { ...forecast.result, verdict } });
  const [before] = verdictText(language)
    .pricedFor('|', 'profit')
    .split(/profit|\|/);
  expect(told.startsWith(before!)).toBe(true);
});

it.each(LANGUAGES)('does not say in %s that a plan whose rules contradict each other stands', (language) => {
  expect(sentenceOf(advised(language, 'cannot'))).toBe(reportText(language).page.decision.infeasible);
});

/** An amount as the first sentence has it. */
function figureOf(language: (typeof LANGUAGES)[number], amount: number): string {
  const context = reportContext(priced(language, 'keep'));
  const { p10, p90 } = context.plan.result.kpis.total.profit!;
  return context.formats.estimate(amount, Math.max(Math.abs(p10!), Math.abs(p90!)));
}
