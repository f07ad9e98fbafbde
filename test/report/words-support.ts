import { decisionSentences } from '../../src/report/content/decision.js';
import { reportContext } from '../../src/report/context.js';
import { oneStop } from '../../src/report/text/sentence.js';
import { syntheticForecast } from './synthetic.js';

/** What an Arabic report's first paragraph says in a currency, as every printer prints sentences. */
export function moneyText(currency: string): readonly string[] {
  const forecast = syntheticForecast({ currency });
  const context = reportContext({ ...forecast, scenario: { ...forecast.scenario, language: 'ar' } });
  const said = decisionSentences(context);
  // One that does end in the currency's own stop must be among them, or nothing is tried.
  return [...said, `${context.formats.estimate(1234)}.`].map(oneStop);
}
