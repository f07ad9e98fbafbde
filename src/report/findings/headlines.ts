import type { Band, PlanDetails } from '../../forecast/details.js';
import { firstOf, lastOf } from '../../required.js';
import type { Scenario, Stage } from '../../scenario/types.js';
import { isFunnelLine, STAGES } from '../../scenario/types.js';
import { capital } from '../capital.js';
import type { PlanContext, ReportContext } from '../context.js';
import type { ReportText } from '../text/index.js';
import { mainOutcome } from '../text/outcomes/index.js';
import { inSentence } from '../text/sentence.js';
import { countedTitle, hasLate, lossTitle, profitCourseTitle, type TitleContext } from './course-titles.js';
import { plannedBudget, sumMoney } from './moves.js';
import { figure, type PlanView } from './plans.js';
import { printedBridge } from './printed-bridge.js';
import { expressionUnit, kpiUnit } from './units.js';

/** What the optimised plan changes, in the KPI that was optimised where it is one that both plans report, else in profit. */
interface Gain {
  readonly kpi: string;
  /** The middle difference. */
  readonly middle: number;
  readonly p10: number;
  readonly p90: number;
  /** P(optimised is better), in the direction of the goal. */
  readonly probability: number;
}

/** A KPI's name within a sentence; the planner's own KPIs as they are written. */
export function kpiInSentence({ names, language }: ReportText, kpi: string): string {
  const name = names.kpis[kpi];
  return name === undefined ? kpi : inSentence(name, language);
}

/** Names so long that a target reads better by what everybody says. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  cpm: 'CPM',
  ctr: 'CTR',
  cpc: 'CPC',
  cpv: 'CPV',
  cvr: 'CVR',
  cpa: 'CPA',
  cac: 'CAC',
  roas: 'ROAS',
  roi: 'ROI',
  ltv: 'LTV',
  ltv_cac: 'LTV/CAC',
};

/** The KPI that a goal is, under the name that results have for it; the formula as it was typed, where it is one. */
export function goalName({ maximize, text }: Scenario['goal']): string {
  return maximize.kind === 'kpi' ? maximize.name : text.trim();
}

export function gainOf({ forecast }: ReportContext): Gain | null {
  const { difference } = forecast.result;
  const goal = goalName(forecast.scenario.goal);
  const kpi = difference?.[goal] === undefined ? 'profit' : goal;
  const found = difference?.[kpi];
  if (found === undefined) return null;
  return { kpi, middle: found.p50, p10: found.p10, p90: found.p90, probability: found.probability_better };
}

/** Whether the optimised plan moves any money, or posts. */
export function movesMoney({ plan, changes, posts }: ReportContext): boolean {
  const moved = changes.some(({ change }) => change !== 0) || posts.some(({ given, planned }) => given !== planned);
  return plan.kind === 'optimized' && moved;
}

/** "Aysel: 0 to 4 posts", one a creator whose number changes. */
export function postsSentences({ text, posts }: ReportContext): readonly string[] {
  return posts
    .filter(({ given, planned }) => given !== planned)
    .map(({ creator, given, planned }) => text.page.moves.posts(creator.name, given, planned));
}

/** "Move 2,100 ₼ from TikTok awareness to Instagram awareness". */
export function moveSentence(context: ReportContext): string {
  const { forecast, text, formats, moves, lineName } = context;
  const first = moves[0];
  if (first === undefined) {
    const posts = postsSentences(context);
    return posts.length > 0 ? posts.join(text.names.separator) : text.charts.allocation.reshaped;
  }
  const all = sumMoney(
    moves.map((move) => move.amount),
    forecast.scenario.currencyDigits,
  );
  const [from, to] = [lineName(first.from), lineName(first.to)];
  // A headline in whole units: the tables have the cents.
  const money = (amount: number) => formats.money(amount >= 100 ? Math.round(amount) : amount);
  if (moves.length === 1) return text.charts.allocation.move(money(all), from, to);
  const words = first.amount > all / 2 ? text.charts.allocation.moveMost : text.charts.allocation.moveSome;
  return words(money(all), money(first.amount), from, to);
}

/** A middle difference of what is counted, in whole things from ten on: 81 bookings, as nobody books 0.8. */
export function wholeFrom10(value: number): number {
  return Math.abs(value) >= 10 ? Math.round(value) : value;
}

/** What a change gains, with its sign: the same in every sentence that says it. */
export function gainChange({ formats }: ReportContext, { kpi, middle }: Pick<Gain, 'kpi' | 'middle'>): string {
  const unit = kpiUnit(kpi);
  return formats.changeByUnit(unit, unit === 'count' ? wholeFrom10(middle) : middle);
}

/** "+1,090 ₼ profit in the middle outcome, better in 98 % of futures". */
export function gainPhrase(context: ReportContext, gain: Gain): string {
  const { text, formats } = context;
  const name = kpiInSentence(text, gain.kpi);
  const change = gainChange(context, gain);
  return gain.middle > 0 && gain.probability > 0.5
    ? text.charts.allocation.sure(change, name, formats.chance(gain.probability))
    : text.charts.allocation.unsure(change, name);
}

export function allocationTitle(context: ReportContext): string {
  const { forecast, text, formats, plan, changes, creatorBudgets, lineName } = context;
  // Without budgets in the file nothing is moved: the split is reported as it is.
  const start = forecast.result.verdict?.kind === 'start';
  if (plan.kind === 'optimized' && !start) {
    if (!movesMoney(context)) {
      return forecast.result.optimizer?.status === 'infeasible'
        ? text.charts.allocation.infeasible
        : text.charts.allocation.kept;
    }
    const gain = gainOf(context);
    return gain === null ? moveSentence(context) : `${moveSentence(context)}: ${gainPhrase(context, gain)}`;
  }
  const largest = changes.reduce((best, change) => (change.planned > best.planned ? change : best), firstOf(changes));
  const { currencyDigits } = forecast.scenario;
  const budget = plannedBudget(changes, creatorBudgets, currencyDigits);
  if (changes.length === 1 && creatorBudgets.length === 0) {
    return text.charts.allocation.single(formats.money(budget), lineName(largest.line));
  }
  const stages = STAGES.map((stage) => ({
    stage,
    amount: plannedBudget(changes, creatorBudgets, currencyDigits, stage),
  }));
  const top = stages.reduce((best, stage) => (stage.amount > best.amount ? stage : best));
  return text.charts.allocation.spread(
    formats.share(budget > 0 ? top.amount / budget : 0),
    formats.money(budget),
    inSentence(text.names.stages[top.stage], text.language),
    lineName(largest.line),
    formats.money(largest.planned),
  );
}

/** What the plan counts, by the end of each period: leads where they are closed later, else orders. */
export function courseOf({ forecast }: ReportContext, details: PlanDetails): readonly Band[] {
  return mainOutcome(forecast.scenario) === 'leads' && details.cumulativeLeads !== null
    ? details.cumulativeLeads
    : details.cumulativeOrders;
}

function titleContext({ forecast, text, formats }: ReportContext): TitleContext {
  return { text, formats, horizon: forecast.scenario.horizon };
}

export function ordersTitle(context: ReportContext): string {
  const { text, formats, plan } = context;
  const last = courseOf(context, plan.details).at(-1);
  const sentence = countedTitle(titleContext(context), last);
  const more = context.forecast.result.difference?.[mainOutcome(context.forecast.scenario)]?.p50;
  if (last === undefined || last.p90 <= 0 || plan.kind === 'given' || more === undefined) return sentence;
  // To the digits of what it is a difference of: 497 more isn't what 3,490 and 2,990 are apart by. Below half of these, it is none.
  if (Math.abs(more) < 0.005 * Math.max(1, last.p90)) return sentence;
  const amount = formats.count(Math.abs(more), last.p90);
  return `${sentence}${text.names.clause}${more > 0 ? text.charts.orders.more(amount) : text.charts.orders.fewer(amount)}`;
}

export function profitTitle(context: ReportContext): string {
  const { total } = context.plan.result.kpis;
  const late = hasLate(total) ? figure(total, 'profit') : null;
  return profitCourseTitle(titleContext(context), context.plan.details.cumulativeProfit, late);
}

/** What the mean gross margin pays for and what is left of it; the amounts add up as they are printed. */
export function bridgeTitle(context: ReportContext): string {
  const { text, formats } = context;
  const words = text.charts.bridge;
  const { margin, media, other, left, future } = printedBridge(context);
  const main = (left >= 0 ? words.leaves : words.loses)(
    formats.money(margin),
    formats.money(media),
    other > 0 ? formats.money(other) : '',
    formats.money(Math.abs(left)),
  );
  return future > 0 ? `${main}${text.names.clause}${words.future(formats.money(future))}` : main;
}

export function distributionTitle(context: ReportContext): string {
  const { plan, given } = context;
  const before = plan.kind === 'optimized' ? given.details.profit : null;
  return lossTitle(context, plan.details.profit, figure(plan.result.kpis.total, 'profit'), before);
}

export function funnelTitle({ forecast, text, formats, plan, changes, creatorBudgets }: ReportContext): string {
  const stages = STAGES.filter((stage) => plan.result.kpis.stages[stage] !== undefined);
  const total = (name: string) =>
    stages.reduce((sum, stage) => sum + (figure(plan.result.kpis.stages[stage], name)?.mean ?? 0), 0);
  const mean = (stage: Stage, name: string) => figure(plan.result.kpis.stages[stage], name)?.mean ?? 0;
  const [impressions, conversions] = [total('impressions'), total('conversions')];
  if (!(conversions > 0)) return impressions > 0 ? text.charts.funnel.nobody : text.charts.funnel.nothing;
  if (stages.length === 1) {
    const ctr = total('clicks') / impressions;
    // Fitted curves bring conversions without a click.
    const clicked = forecast.scenario.lines
      .filter(isFunnelLine)
      .reduce((sum, { id }) => sum + (figure(plan.result.kpis.lines[id], 'conversions')?.mean ?? 0), 0);
    return text.charts.funnel.single(formats.share(ctr), formats.share(clicked / Math.max(total('clicks'), 1e-12)));
  }
  const top = (name: string) =>
    stages.reduce((best, stage) => (mean(stage, name) > mean(best, name) ? stage : best), firstOf(stages));
  const [widest, closest] = [top('impressions'), top('conversions')];
  const name = (stage: Stage) => text.names.stages[stage];
  const seen = formats.share(mean(widest, 'impressions') / impressions);
  const won = formats.share(mean(closest, 'conversions') / conversions);
  if (widest === closest) return text.charts.funnel.same(name(widest), seen, won);
  const { currencyDigits } = forecast.scenario;
  const budget = plannedBudget(changes, creatorBudgets, currencyDigits);
  const spent = plannedBudget(changes, creatorBudgets, currencyDigits, closest);
  return text.charts.funnel.split(
    name(widest),
    seen,
    inSentence(name(closest), text.language),
    won,
    formats.share(budget > 0 ? spent / budget : 0),
  );
}

/** A round amount of about one percent of the budget: "the next 200 ₼". */
export function nextAmount(budget: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(budget, 1e-6) / 100));
  const factor = [5, 2, 1].find((f) => f * power <= budget / 100) ?? 1;
  return factor * power;
}

/** Orders that the next `amount` of a platform's spend brings, from the response curve's slope at what is given today. */
export function nextOrders(
  points: readonly { readonly spend: number; readonly mean: number }[],
  at: number,
  amount: number,
): number {
  const sorted = [...points].sort((a, b) => a.spend - b.spend);
  const upper = sorted.findIndex((point) => point.spend > at * (1 + 1e-9));
  const right = sorted[upper === -1 ? sorted.length - 1 : Math.max(1, upper)];
  const left = sorted[(upper === -1 ? sorted.length - 1 : Math.max(1, upper)) - 1];
  if (left === undefined || right === undefined || right.spend <= left.spend) return 0;
  return ((right.mean - left.mean) / (right.spend - left.spend)) * amount;
}

/** The next amount to speak of: larger where a percent of the budget brings less than an order anywhere. */
function worthwhileAmount({ scenario, details }: ReportContext['forecast']): number {
  let amount = nextAmount(scenario.budget);
  const most = () => Math.max(0, ...details.responses.map((curve) => nextOrders(curve.points, curve.given, amount)));
  while (most() < 1 && amount * 10 <= scenario.budget) amount *= 10;
  return amount;
}

export function responseTitle({ forecast, text, formats }: ReportContext): string {
  const amount = worthwhileAmount(forecast);
  const money = formats.money(amount);
  const slopes = forecast.details.responses
    .map((curve) => ({
      name: text.names.platform(curve.platform),
      orders: nextOrders(curve.points, curve.given, amount),
    }))
    .sort((a, b) => b.orders - a.orders);
  const best = slopes[0];
  if (best === undefined || !(best.orders > 0)) return text.charts.response.none;
  const worst = lastOf(slopes);
  return slopes.length === 1
    ? text.charts.response.single(money, best.name, formats.count(best.orders))
    : text.charts.response.best(money, best.name, formats.count(best.orders), worst.name, formats.count(worst.orders));
}

/** A target's threshold or value as its KPI is printed. */
export function targetFigure({ forecast, formats }: PlanContext, target: string, value: number): string {
  const found = forecast.scenario.targets.find((t) => t.text === target);
  return formats.byUnit(found === undefined ? 'ratio' : expressionUnit(found.expression), value);
}

/** What everybody calls a KPI; a conversion's cost as the plan calls it, by what it counts. */
function abbreviationOf({ names }: ReportText, kpi: string): string | undefined {
  const own = kpi === 'cpa' ? /\((\p{Lu}+)\)$/u.exec(names.kpis[kpi] ?? '')?.[1] : undefined;
  return own ?? ABBREVIATIONS[kpi];
}

const COMPARISON = /\s*(?:>=|<=|>|<)\s*/;

/** "ROAS at least 1.5": a target in words, without its probability; what is no KPI's name stands as it was written. */
export function targetName({ forecast, text, formats }: Omit<PlanContext, 'lineName'>, target: string): string {
  const found = forecast.scenario.targets.find((other) => other.text === target);
  if (found === undefined) return target;
  const { expression, comparison, threshold } = found;
  const name =
    expression.kind === 'kpi'
      ? (abbreviationOf(text, expression.name) ?? kpiInSentence(text, expression.name))
      : (target.split(COMPARISON, 1)[0] ?? target).trim();
  const words = text.charts.targets.comparisons[comparison];
  return `${name} ${words} ${formats.threshold(expressionUnit(expression), threshold)}`;
}

/** A target's name where a line or a cell begins with it. */
export function targetHeading(context: PlanContext, target: string): string {
  return capital(targetName(context, target), context.text.language);
}

export function targetsTitle(context: ReportContext, plan: PlanView): string {
  const { text, formats } = context;
  const { targets } = plan.result;
  const failed = targets.filter((target) => !target.holds);
  const first = failed[0];
  if (first === undefined) return text.charts.targets.all(targets.length);
  const detail =
    first.probability === null || first.required === null
      ? text.charts.targets.failedMean(targetName(context, first.target))
      : text.charts.targets.failed(
          targetName(context, first.target),
          formats.chance(first.probability),
          formats.share(first.required),
        );
  return `${text.charts.targets.some(failed.length, targets.length)}: ${detail}`;
}
