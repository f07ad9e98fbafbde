import { capital } from '../capital.js';
import type { ReportContext } from '../context.js';
import { gainOf, gainPhrase, kpiInSentence, moveSentence, movesMoney, targetsTitle } from '../findings/headlines.js';
import { figure, lossChance, type PlanView } from '../findings/plans.js';
import { kpiUnit } from '../findings/units.js';
import { aimSentence } from './aim.js';
import { isValued } from './figures.js';
import { ruleName } from './rules.js';
import { testSentences } from './test-advice.js';
import { decidingReasons, guessedMove, missedTargets, spreadSentence, verdictSentence } from './verdict.js';
import { noAudienceSentence, unspentSentence } from './warnings.js';

/** Whether the middle outcome of a plan loses money. */
export function losesMoney(plan: PlanView): boolean {
  const profit = figure(plan.result.kpis.total, 'profit');
  return profit !== null && profit.p50 < 0;
}

/** "The optimised plan loses money: …", with its band and the chance of a loss; beside a verdict the band alone. */
function profitSentence({ forecast, text, formats }: ReportContext, plan: PlanView): string | null {
  const profit = figure(plan.result.kpis.total, 'profit');
  if (profit === null) return null;
  const scale = Math.max(Math.abs(profit.p10), Math.abs(profit.p90));
  const money = (value: number) => formats.estimate(value, scale);
  const words = text.page.decision;
  const range = text.charts.range(money(profit.p10), money(profit.p90));
  const loss = formats.chance(lossChance(plan.details.profit));
  const name = words.plans[plan.kind];
  // Beside a verdict the middle outcome and the chance of a loss stand in large figures.
  if (forecast.result.verdict !== undefined) return words.range(name, kpiInSentence(text, 'profit'), range);
  const sentence = profit.p50 >= 0 ? words.earns : words.loses;
  return sentence(name, money(profit.p50), range, loss);
}

/**
 * What the plan followed earns in the middle with the orders that `value_days` counts on, where the verdict is by these: beside
 * a loss within the plan it would otherwise look like a slip.
 */
export function laterClause({ forecast, text, formats, plan }: ReportContext): string | null {
  const { verdict } = forecast.result;
  if (verdict === undefined || (verdict.kind !== 'move' && verdict.kind !== 'start')) return null;
  const found = verdict.because.find(({ test }) => test === 'middle_outcome');
  if (found === undefined || found.value < 0 || !losesMoney(plan)) return null;
  return text.page.later(formats.estimate(found.value));
}

/** What a verdict rests on, in a few sentences: the tests that decide, targets that would be missed, whose numbers these are. */
function verdictGrounds(context: ReportContext): readonly string[] {
  const { forecast, text } = context;
  const test = forecast.result.verdict?.kind === 'test' ? testSentences(context) : [];
  const clauses = [...missedTargets(context), ...decidingReasons(context)];
  const spread = spreadSentence(context);
  const guessed = guessedMove(context);
  const because = clauses.join(text.names.clause);
  return [
    ...test,
    ...(because === '' ? [] : [`${capital(because, text.language)}.`]),
    ...(guessed === null ? [] : [`${capital(guessed, text.language)}.`]),
    ...(spread === null ? [] : [spread]),
  ];
}

/** How far the search can be trusted where it can't be certified; `null` where it is. */
export function searchSentence({ forecast, text }: ReportContext): string | null {
  const status = forecast.result.optimizer?.status;
  return status === 'stalled' || status === 'local' ? text.page.decision[status] : null;
}

/** The report's first paragraph, sentence by sentence: what to do, what it gains, what is at risk, what fails. */
export function decisionSentences(context: ReportContext): readonly string[] {
  const { forecast, text, formats, plan } = context;
  const words = text.page.decision;
  const sentences: string[] = [];
  const status = forecast.result.optimizer?.status;
  const verdict = verdictSentence(context);
  if (verdict !== null) sentences.push(verdict, ...verdictGrounds(context));
  else if (plan.kind === 'given') sentences.push(status === 'infeasible' ? words.infeasible : words.given);
  else if (movesMoney(context)) {
    const gain = gainOf(context);
    sentences.push(
      gain === null ? `${moveSentence(context)}.` : words.move(moveSentence(context), gainPhrase(context, gain)),
    );
    if (gain !== null) {
      const unit = kpiUnit(gain.kpi);
      const scale = Math.max(Math.abs(gain.p10), Math.abs(gain.p90));
      const name = kpiInSentence(text, gain.kpi);
      sentences.push(words.band(name, formats.byUnit(unit, gain.p10, scale), formats.byUnit(unit, gain.p90, scale)));
    }
  } else sentences.push(status === 'infeasible' ? words.infeasible : words.kept);
  // Beside a verdict it is a matter of method, reported with the tests.
  const search = searchSentence(context);
  if (verdict === null && search !== null) sentences.push(search);
  const profit = isValued(context) ? profitSentence(context, plan) : null;
  if (profit !== null) sentences.push(profit);
  const later = laterClause(context);
  if (later !== null) sentences.push(`${capital(later, text.language)}.`);
  for (const sentence of [unspentSentence(context), noAudienceSentence(context)]) {
    if (sentence !== null) sentences.push(sentence);
  }
  const { targets, rules } = plan.result;
  if (targets.length > 0) {
    sentences.push(
      targets.every((target) => target.holds)
        ? words.targetsMet(String(targets.length))
        : `${targetsTitle(context, plan)}.`,
    );
  }
  const broken = rules.filter((rule) => !rule.holds).map((rule) => ruleName(context, rule));
  if (broken.length > 0) sentences.push(words.rulesBroken(broken.join(text.names.separator)));
  const aim = verdict === null ? aimSentence(context) : null;
  if (aim !== null) sentences.push(aim);
  return sentences;
}
