import { isMoneyGoal } from '../../advice/worth.js';
import { unreachedOf } from '../../forecast/unreached.js';
import { elementAt, firstOf, required } from '../../required.js';
import type { Line, Scenario } from '../../scenario/types.js';
import type { ReportContext } from '../context.js';
import { creatorBudgets } from '../findings/moves.js';

/** What the scenario and the plan followed warn of, a sentence each. */
export function warningSentences({ forecast, facts, plan }: ReportContext): readonly string[] {
  const { warnings = forecast.scenario.warnings } = forecast.result;
  const nobody = new Set(warnings.flatMap((warning) => (warning.code === 'nothing_above' ? [warning.line] : [])));
  // Of a line that nobody is there for more money is no remedy.
  const ofPlan = (plan.result.warnings ?? []).filter(
    (warning) => warning.code !== 'adequacy' || !nobody.has(warning.line),
  );
  return [...warnings, ...ofPlan].map((warning) => facts.warning(warning));
}

/** Warnings that a plan stands or falls by, in the order of their weight. */
const SERIOUS: readonly string[] = [
  'nothing_above',
  'one_audience',
  'orders_above_reach',
  'return_hard_to_believe',
  'below_least_spend',
  'impressions_a_person',
  'frequency_a_week',
];
const MOST_SERIOUS = 2;

/** The few warnings without which the verdict would mislead, a sentence each. */
export function seriousWarnings({ forecast, facts }: ReportContext): readonly string[] {
  const { warnings = [] } = forecast.result;
  const rank = ({ code }: { readonly code: string }): number => SERIOUS.indexOf(code);
  return warnings
    .filter((warning) => rank(warning) >= 0)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_SERIOUS)
    .map((warning) => facts.warning(warning));
}

/** Money of a budget that is only a maximum, and that the plan leaves; `null` where it is to be spent wholly. */
export function unspentSentence({ forecast, text, formats, plan }: ReportContext): string | null {
  const { scenario } = forecast;
  if (scenario.rules.budget === 'exact') return null;
  // What creators are paid out of the budget is spent, too.
  const paid = creatorBudgets(forecast, plan.result).reduce((sum, { planned }) => sum + planned, 0);
  const spent = plan.result.lines.reduce((sum, { budget }) => sum + budget, paid);
  const left = scenario.budget - spent;
  const half = 0.5 * 10 ** -scenario.currencyDigits;
  const words = text.page.unspent;
  // That the last of it still pays is the optimiser's finding, where money is what it climbs; a plan given spends what was written.
  const judged = plan.kind === 'optimized' && isMoneyGoal(scenario);
  if (left < half) {
    const paysToTheLast = judged && noAudienceOf(forecast, plan) === null;
    return paysToTheLast ? words.none(formats.money(scenario.budget)) : null;
  }
  const grid = 10 ** scenario.currencyDigits;
  const amounts = [Math.round(left * grid) / grid, scenario.budget].map((amount) => formats.money(amount));
  // Money that a rule holds back might pay.
  const isHeld = plan.result.price?.some(({ rule, multiplier }) => rule !== 'budget' && (multiplier ?? 0) > 0) === true;
  const sentence = judged && !isHeld ? words.left : words.given;
  return sentence(firstOf(amounts), elementAt(amounts, 1));
}

/** Share of a plan's money from which it is reported that nobody is there to be shown ads for it. */
const REPORTED = 0.01;

/** Money that finds no audience, on average, and the line with most of it; `null` where it is next to none. */
export function noAudienceSentence({ forecast, text, formats, plan, lineName }: ReportContext): string | null {
  const found = noAudienceOf(forecast, plan);
  if (found === null) return null;
  const { lost, given, worst } = found;
  const { audience, audienceByRule } = text.page.unspent;
  const words = plan.kind === 'optimized' && asksForMoney(forecast.scenario, worst) ? audienceByRule : audience;
  return words(formats.estimate(lost), formats.money(given), lineName(worst));
}

/** In currency: what finds nobody, of what the lines are given; and the line that most of it is on. */
interface NoAudience {
  readonly lost: number;
  readonly given: number;
  readonly worst: Line;
}

function noAudienceOf({ scenario }: ReportContext['forecast'], { result }: ReportContext['plan']): NoAudience | null {
  const { kpis, lines } = result;
  const given = lines.reduce((sum, { budget }) => sum + budget, 0);
  const lost = unreachedOf(kpis.total);
  if (!(lost >= REPORTED * given) || given === 0) return null;
  const lostBy = (id: string): number => unreachedOf(kpis.lines[id]);
  const [worst] = [...scenario.lines].sort((a, b) => lostBy(b.id) - lostBy(a.id));
  return { lost, given, worst: required(worst) };
}

/** Whether a rule on a line, or on its platform, asks for money there. */
function asksForMoney({ rules }: Scenario, { id, platform }: Line): boolean {
  return [rules.lines[id], rules.platforms[platform]].some(
    (bounds) => ((bounds?.min ?? bounds?.fixed)?.value ?? 0) > 0,
  );
}
