import type { PlanWarning } from '../../forecast/result.js';
import type { ReportContext } from '../context.js';
import { scenarioWords } from './scenario-words.js';

/** What the scenario warns of, in the report's language. */
export function scenarioWarnings({ forecast, text }: ReportContext): readonly string[] {
  return forecast.scenario.warnings.map((warning) => scenarioWords(text, warning));
}

/** Money of a budget that is only a maximum, and that the plan leaves; `null` where it is to be spent wholly. */
export function unspentSentence({ forecast, text, formats, plan }: ReportContext): string | null {
  const { scenario } = forecast;
  if (scenario.rules.budget === 'exact') return null;
  const spent = plan.result.lines.reduce((sum, { budget }) => sum + budget, 0);
  const left = scenario.budget - spent;
  const half = 0.5 * 10 ** -scenario.currencyDigits;
  const words = text.page.unspent;
  if (left < half) return words.none(formats.money(scenario.budget));
  const grid = 10 ** scenario.currencyDigits;
  const amounts = [Math.round(left * grid) / grid, scenario.budget].map((amount) => formats.money(amount));
  return plan.kind === 'optimized' ? words.left(amounts[0]!, amounts[1]!) : words.given(amounts[0]!, amounts[1]!);
}

/** What practice would warn of in the plan followed, a sentence each. */
export function warningSentences(context: ReportContext): readonly string[] {
  return (context.plan.result.warnings ?? []).map((warning) => warningSentence(context, warning));
}

function warningSentence({ forecast, text, formats, lineName }: ReportContext, warning: PlanWarning): string {
  const words = text.page.planWarnings;
  if (warning.rule === 'adequacy') {
    const line = forecast.scenario.lines.find(({ id }) => id === warning.line);
    const name = line === undefined ? (warning.line ?? '') : lineName(line);
    return words.adequacy(name, formats.count(warning.value), formats.plain(warning.min ?? 0));
  }
  const preset = forecast.scenario.goal.preset?.name ?? '';
  const goal = text.names.goals[preset] ?? preset;
  const [value, min, max] = [warning.value, warning.min ?? 0, warning.max ?? 0].map((amount) =>
    formats.estimate(amount),
  );
  return words.daily(value!, goal, min!, max!);
}
