import type { Verdict, VerdictReason } from '../../forecast/advice.js';
import type { PlanResult } from '../../forecast/result.js';
import { elementAt, firstOf } from '../../required.js';
import { apportion } from '../../units/apportion.js';
import type { ReportContext } from '../context.js';
import { gainChange, gainOf, goalName, kpiInSentence, targetName, wholeFrom10 } from '../findings/headlines.js';
import { figure } from '../findings/plans.js';
import { kpiUnit } from '../findings/units.js';
import { mainOutcome } from '../text/outcomes/index.js';
import { verdictText } from '../text/verdict/index.js';
import { isValued } from './figures.js';

/** Moves that a sentence names one by one. */
const NAMED = 2;
/** Creators whose posts it names. */
const MOST_POSTS = 3;

/** A line's name, or a creator's, by its id; `null`: all lines alike. */
export function lineNamed({ forecast, lineName }: ReportContext, id: string | null): string {
  if (id === null) return lineName(null);
  const { lines, sources } = forecast.scenario;
  const line = lines.find((other) => other.id === id);
  if (line !== undefined) return lineName(line);
  return sources.find((source) => source.id === id)?.name ?? id;
}

/** A test of a verdict, where it was made. */
export function reasonOf({ because }: Verdict, test: VerdictReason['test']): VerdictReason | undefined {
  return because.find((reason) => reason.test === test);
}

/** What the moves come to, in one clause. */
function movesClause(context: ReportContext, { moves, posts = [] }: Verdict): string {
  const words = verdictText(context.text.language);
  const { formats } = context;
  const written = moves.map(({ from, to, amount }) =>
    words.moves(formats.money(amount), lineNamed(context, from), lineNamed(context, to)),
  );
  const posted = posts.map(({ id, from, to }) => context.text.page.moves.posts(lineNamed(context, id), from, to));
  const { separator, clause } = context.text.names;
  const named = posted.slice(0, MOST_POSTS).join(separator);
  const withPosts = (money: string): string => {
    if (money === '' || named === '') return money + named;
    return money.endsWith(')') ? `${money}${clause}${named}` : `${money} (${named})`;
  };
  if (written.length <= NAMED) return withPosts(written.join(separator));
  const grid = 10 ** context.forecast.scenario.currencyDigits;
  const sum = moves.reduce((total, { amount }) => total + Math.round(amount * grid), 0) / grid;
  return withPosts(words.movesInAll(formats.money(sum), String(moves.length), firstOf(written)));
}

/** Whether the first sentence names every move of money and every change of posts. */
export const namesAllMoves = ({ kind, moves, posts = [] }: Verdict): boolean =>
  kind === 'move' && moves.length <= NAMED && posts.length <= MOST_POSTS;

/** The first sentence of every report; `null` where nothing was weighed. */
export function verdictSentence(context: ReportContext): string | null {
  const { verdict, test, difference, plans } = context.forecast.result;
  if (verdict === undefined) return null;
  const { formats, text } = context;
  const words = verdictText(text.language);
  const { goal } = context.forecast.scenario;
  const name = goalName(goal);
  /** Nothing was looked for beside the plan given, so nothing is said of other plans. */
  const priced = plans.optimized === undefined;
  switch (verdict.kind) {
    case 'move': {
      const better = formats.chance(reasonOf(verdict, 'probability_better')?.value ?? 0);
      const middle = difference?.[name]?.p50 ?? null;
      const gain =
        middle === null
          ? words.moreOfGoal(formats.share(reasonOf(verdict, 'gain')?.value ?? 0))
          : name === 'profit'
            ? formats.change(middle)
            : `${gainChange(context, { kpi: name, middle })} ${kpiInSentence(text, name)}`;
      return words.move(movesClause(context, verdict), better, gain);
    }
    case 'test':
      if (test === undefined) return words.keep;
      return words.test(
        formats.money(test.amount),
        lineNamed(context, test.line),
        text.names.periods(test.days, 'day'),
      );
    case 'less': {
      const nobody = reasonOf(verdict, 'reached');
      if (nobody !== undefined) return words.nobody(formats.share(thousandths(nobody.value)));
      const lost = middleWritten(context, -(reasonOf(verdict, 'middle_outcome')?.value ?? 0));
      if (priced) return words.pricedLoses(lost);
      return spends(plans.optimized) ? words.less(lost) : words.nothing(lost);
    }
    case 'start': {
      const profit = reasonOf(verdict, 'middle_outcome');
      const [earns, startFor] = priced ? [words.pricedEarns, words.pricedFor] : [words.startEarns, words.startFor];
      if (profit !== undefined) return earns(middleWritten(context, profit.value));
      const { total } = (plans.optimized ?? plans.given).kpis;
      // A formula of the planner's own has no summary: profit stands in, or what the plan counts.
      const kpi = [name, ...(isValued(context) ? ['profit'] : []), mainOutcome(context.forecast.scenario)].find(
        (one) => figure(total, one) !== null,
      );
      const found = figure(total, kpi ?? name);
      if (kpi === undefined || found === null) return startFor('—', kpiInSentence(text, name));
      // To the digits that the line of outcomes below has.
      const value = formats.byUnit(kpiUnit(kpi), found.p50, Math.max(Math.abs(found.p10), Math.abs(found.p90)));
      return startFor(value, kpiInSentence(text, kpi));
    }
    case 'keep':
      if (priced) return text.page.decision.given;
      return reasonOf(verdict, 'probability_better') === undefined ? text.page.decision.kept : words.keep;
    case 'cannot':
      return text.page.decision.infeasible;
  }
}

/** Whether a plan spends anything; where none was looked for, the plan given does. */
function spends(plan: PlanResult | undefined): boolean {
  return plan?.lines.some(({ budget }) => budget > 0) ?? true;
}

/** Whether the middle outcome that is judged is the plan given's alone: a plan that keeps its money, or parks it, is no better one. */
function judgesGiven({ forecast }: ReportContext): boolean {
  const { plans, verdict } = forecast.result;
  if (plans.optimized === undefined) return true;
  const parks = verdict !== undefined && reasonOf(verdict, 'delivered')?.holds === false;
  return parks || !spends(plans.optimized);
}

/** Whether customers are counted on after the plan, as the verdict has them where the goal is profit. */
function countsOn({ plan }: ReportContext): boolean {
  return (figure(plan.result.kpis.total, 'future_orders')?.mean ?? 0) > 0;
}

/** A middle outcome as the verdict has it: with the orders that come after the plan, where the profit beside it is within the plan alone. */
function middleWritten(context: ReportContext, value: number): string {
  const amount = context.formats.estimate(value, profitScale(context));
  return countsOn(context) ? verdictText(context.text.language).withLater(amount) : amount;
}

/** The size that profits are rounded by, the same wherever one stands. */
function profitScale({ plan }: ReportContext): number | undefined {
  const profit = figure(plan.result.kpis.total, 'profit');
  return profit === null ? undefined : Math.max(Math.abs(profit.p10), Math.abs(profit.p90));
}

/** The middle gain of a goal that is counted, to the digits that the first sentence has. */
function gainWritten(context: ReportContext, value: number): string {
  const gain = gainOf(context);
  const middle = gain !== null && gain.kpi === goalName(context.forecast.scenario.goal) ? gain.middle : value;
  return context.formats.count(wholeFrom10(middle));
}

/** Every test with what was found, what was asked, and whether it holds. */
export function verdictReasons(context: ReportContext): readonly string[] {
  const { verdict } = context.forecast.result;
  return verdict === undefined ? [] : verdict.because.map((reason) => reasonSentence(context, reason));
}

/** The tests that speak for the verdict, for the few sentences after it: those that fail, or all where none does. */
export function decidingReasons(context: ReportContext): readonly string[] {
  const { verdict } = context.forecast.result;
  if (verdict === undefined || verdict.kind === 'start' || verdict.kind === 'less') return [];
  const weighed = verdict.because.filter(
    ({ test }) => test !== 'guesses' && test !== 'test_value' && test !== 'middle_outcome',
  );
  const failed = weighed.filter(({ holds }) => !holds);
  // How often a move is better stands in its sentence.
  const shown = verdict.kind === 'move' ? weighed.slice(1, 3) : failed;
  return shown.map((reason) => withClose(context, clauseOf(context, reason), reason.close));
}

/** That a move hangs on guesses, and why it isn't tested first; `null` for what hangs on what is known, and other verdicts. */
export function guessedMove(context: ReportContext): string | null {
  const { verdict } = context.forecast.result;
  if (verdict?.kind !== 'move') return null;
  const [guesses, test] = (['guesses', 'test_value'] as const).map((name) => reasonOf(verdict, name));
  if (guesses === undefined || test === undefined || !guesses.holds) return null;
  const words = verdictText(context.text.language);
  const tested = withClose(context, clauseOf(context, test), test.close);
  return words.guessedMove(context.formats.share(thousandths(guesses.value)), tested);
}

/** Draws tell a share to a thousandth: all of it, not 99.999999 %. */
function thousandths(share: number): number {
  return Math.round(1000 * share) / 1000;
}

/** What is less than a hundredth of a percent of a plan is nothing: 0, not −0.000027 %. */
function hundredths(share: number): number {
  return Math.round(1e4 * share) / 1e4 + 0;
}

/** What a test found beside what was asked of it. */
export function clauseOf(context: ReportContext, { test, value, needed, holds }: VerdictReason): string {
  const { formats, text, forecast } = context;
  const { because } = verdictText(text.language);
  // Hundredths where they may decide: a point more is what is allowed.
  const points = (share: number): string => {
    const steps = Math.abs(share) < 0.02 ? 100 : 10;
    return formats.plain(Math.round(100 * steps * share) / steps);
  };
  // Shares are of cost where the goal is money, else of what the plan brings.
  const inMoney = forecast.result.verdict?.because.some((reason) => reason.test === 'middle_outcome') === true;
  switch (test) {
    case 'gain':
      return (inMoney ? because.gain : because.gainOfGoal)(formats.share(hundredths(value)), formats.share(needed));
    case 'one_more':
      // The very figure of the first sentence, unless it is too small for it.
      return because.one_more(
        holds ? gainWritten(context, value) : formats.plain(value),
        kpiInSentence(text, goalName(forecast.scenario.goal)),
      );
    case 'loss':
      // As with the middle outcome: the chance beside it is within the plan alone.
      return (countsOn(context) ? because.loss_with_later : because.loss)(
        `${value > 0 ? '+' : ''}${points(value)}`,
        points(needed),
      );
    case 'targets':
    case 'rules':
      return because[test](String(value));
    case 'middle_outcome':
      return middleClause(context)(formats.estimate(value, profitScale(context)));
    case 'test_value':
      // What rounds to nothing is written as nothing.
      if (hundredths(value) <= 0) return because.test_worth_nothing;
      if (!holds && value > needed) return because.test_changes_nothing;
      return (inMoney ? because.test_value : because.test_value_of_goal)(
        formats.share(hundredths(value)),
        formats.share(needed),
      );
    case 'probability_better':
      return because.probability_better(formats.chance(value), formats.share(needed));
    case 'delivered':
      if (thousandths(value) <= 0) return because.delivered_none;
      return because.delivered(formats.share(thousandths(value)), formats.share(needed));
    case 'reached':
    case 'guesses':
      return because[test](formats.share(thousandths(value)), formats.share(needed));
  }
}

/** Whose middle outcome it is, and with which orders: the verdict counts later ones, the profit beside it is within the plan alone. */
function middleClause(context: ReportContext): (value: string) => string {
  const { because } = verdictText(context.text.language);
  if (judgesGiven(context)) return countsOn(context) ? because.given_with_later : because.given_outcome;
  return countsOn(context) ? because.middle_with_later : because.middle_outcome;
}

/** What was asked of a test: said as what would have to be, for "holds" or "fails" before it. */
function askedOf(context: ReportContext, reason: VerdictReason): string {
  const { because } = verdictText(context.text.language);
  const { test, value, needed, holds } = reason;
  if (test !== 'test_value' || holds) return clauseOf(context, reason);
  if (hundredths(value) <= 0) return because.test_worth;
  return value > needed ? because.test_would_decide : clauseOf(context, reason);
}

/** The clause, and that another seed may say otherwise: within the parenthesis that it ends with, where it has one. */
function withClose({ text }: ReportContext, clause: string, isClose: boolean | undefined): string {
  if (isClose !== true) return clause;
  const { close } = verdictText(text.language);
  return clause.endsWith(')') ? `${clause.slice(0, -1)}${text.names.clause}${close})` : `${clause} (${close})`;
}

function reasonSentence(context: ReportContext, reason: VerdictReason): string {
  const words = verdictText(context.text.language);
  const verdict = reason.holds ? words.holds : words.fails;
  return `${verdict}: ${withClose(context, askedOf(context, reason), reason.close)}`;
}

/** Targets that the plan given meets and the best one would miss: never in silence. */
export function missedTargets(context: ReportContext): readonly string[] {
  const { given, optimized } = context.forecast.result.plans;
  if (optimized === undefined || context.forecast.result.verdict === undefined) return [];
  const words = verdictText(context.text.language);
  return given.targets.flatMap((target, k) => {
    if (!target.holds || elementAt(optimized.targets, k).holds) return [];
    const before = target.probability === null ? '' : context.formats.chance(target.probability);
    return [words.missed(targetName(context, target.target), before === '' ? '✓' : before)];
  });
}

/** "Sources of the spread of outcomes: 53 % published benchmarks, …"; `null` where nothing is uncertain. */
export function spreadSentence(context: ReportContext): string | null {
  const { verdict } = context.forecast.result;
  if (verdict === undefined) return null;
  const words = verdictText(context.text.language);
  const kinds = ['yours', 'measured', 'benchmark', 'assumed'] as const;
  const weights = kinds.map((kind) => verdict.shares_of_spread[kind]);
  // Each rounded by itself came to 101 % in all.
  const percents = weights.some((weight) => weight > 0) ? apportion(100, weights) : weights;
  const parts = kinds.flatMap((kind, k) => {
    const percent = elementAt(percents, k);
    return percent > 0 ? [words.sources[kind](context.formats.share(percent / 100))] : [];
  });
  return words.spread(parts.join(context.text.names.separator));
}
