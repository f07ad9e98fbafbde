import type { RuleOutcome, RulePrice } from '../../forecast/result.js';
import { type HeldFigure, heldFigures } from '../../optimize/hold-rules.js';
import { ceilingName } from '../../optimize/sampled-rules.js';
import { elementAt } from '../../required.js';
import type { Amount, GroupCeiling } from '../../scenario/types.js';
import type { PlanContext, ReportContext } from '../context.js';
import { goalName, kpiInSentence } from '../findings/headlines.js';
import { kpiUnit } from '../findings/units.js';
import { inSentence } from '../text/sentence.js';
import type { Table } from './table.js';

type Unit = 'money' | 'share' | 'ratio' | 'creative';

/** Rules on a figure of the draws: it is rounded to what it can carry. */
const SAMPLED = ['cpa', 'cpm', 'roas', 'cvar'];

function isSampled(context: PlanContext, rule: string): boolean {
  return SAMPLED.includes(rule) || ceilingOf(context, rule) !== undefined || heldOf(context, rule) !== undefined;
}

/** The ceiling on a line, a platform or a stage that a rule's name means. */
function ceilingOf({ forecast }: PlanContext, rule: string): GroupCeiling | undefined {
  return forecast.scenario.rules.ceilings?.find((ceiling) => ceilingName(ceiling) === rule);
}

/** The rule on a figure that a rule's name means. */
function heldOf({ forecast }: PlanContext, rule: string): HeldFigure | undefined {
  return heldFigures(forecast.scenario).find(({ name }) => name === rule);
}

/** A thousandth of a unit of money for one more unit of budget is no price. */
const LEAST_PRICE = 1e-3;

const LINE_RULE = /^lines\.(.+?)(\.min_daily)?$/;
const CHANGE_RULE = /^lines\.(.+)\.(change|week_change|lock)$/;

/** "Awareness's share of the budget": a rule's name as a reader would say it. */
export function ruleName(context: PlanContext, { rule, min }: Pick<RuleOutcome, 'rule' | 'min'>): string {
  const { forecast, text, lineName } = context;
  const { names, page } = text;
  const ceiling = ceilingOf(context, rule);
  if (ceiling !== undefined) return `${subjectOf(context, ceiling)}: ${names.rules[ceiling.of] ?? ceiling.of}`;
  const platform = Object.keys(forecast.scenario.rules.platforms).find((key) => rule === `platforms.${key}`);
  if (platform !== undefined) return page.rules.platform(names.platform(platform));
  const stage = Object.entries(names.stages).find(([key]) => rule === `stages.${key}`);
  if (stage !== undefined) return page.rules.stage(stage[1]);
  const held = heldOf(context, rule);
  const ofLine = (id: string | null | undefined, name: string): string => {
    const own = forecast.scenario.lines.find((line) => line.id === id);
    return own === undefined ? name : `${lineName(own)}: ${inSentence(name, text.language)}`;
  };
  if (held !== undefined) return ofLine(held.line, held.hold.text);
  const change = CHANGE_RULE.exec(rule);
  if (change !== null) return ofLine(change[1], names.rules[elementAt(change, 2)] ?? rule);
  const match = LINE_RULE.exec(rule);
  const line = forecast.scenario.lines.find(({ id }) => id === match?.[1]);
  if (line !== undefined) {
    return match?.[2] === undefined ? page.rules.line(lineName(line)) : page.rules.lineDaily(lineName(line));
  }
  if (rule === 'budget' && forecast.scenario.rules.budget === 'maximum') {
    return min === null ? page.rules.budgetMaximum : (names.rules.budget_planned ?? rule);
  }
  return names.rules[rule] ?? rule;
}

function subjectOf({ forecast, text, lineName }: PlanContext, { scope, id }: GroupCeiling): string {
  const line = forecast.scenario.lines.find((other) => other.id === id);
  if (scope === 'lines') return line === undefined ? id : lineName(line);
  return scope === 'platforms'
    ? text.names.platform(id)
    : (Object.entries(text.names.stages).find(([key]) => key === id)?.[1] ?? id);
}

/** What a rule's figures are: shares of the budget, unless one of its bounds is an amount of money. */
function ruleUnit(context: PlanContext, rule: string): Unit {
  const { rules } = context.forecast.scenario;
  const ceiling = ceilingOf(context, rule);
  if (ceiling !== undefined) return ceiling.probability === null ? 'money' : 'share';
  const held = heldOf(context, rule);
  if (held !== undefined) {
    if (held.hold.probability !== null) return 'share';
    const { expression } = held.hold;
    return expression.kind === 'kpi' && kpiUnit(expression.name) === 'money' ? 'money' : 'ratio';
  }
  if (rule.endsWith('.week_change')) return 'share';
  if (rule === 'budget' || rule === 'min_move' || /\.(min_daily|change|lock)$/.test(rule)) return 'money';
  if (rule === 'retargeting') return 'ratio';
  if (rule === 'creative') return 'creative';
  if (rule === 'cpa' || rule === 'cpm') return rules[rule]?.probability === null ? 'money' : 'share';
  if (rule === 'roas') return rules.roas?.probability === null ? 'ratio' : 'share';
  if (rule === 'cvar') return 'money';
  const bounds = rule.startsWith('lines.')
    ? rules.lines[rule.slice('lines.'.length)]
    : Object.entries(rules.platforms).find(([platform]) => rule === `platforms.${platform}`)?.[1];
  const amounts: readonly (Amount | null)[] = bounds === undefined ? [] : [bounds.min, bounds.max, bounds.fixed];
  return amounts.some((amount) => amount?.kind === 'money') ? 'money' : 'share';
}

interface RuleWords {
  readonly name: string;
  readonly value: string;
  readonly allowed: string;
}

/** A rule's value and bounds as they are printed. */
export function ruleWords(context: PlanContext, outcome: RuleOutcome): RuleWords {
  const { text, formats, forecast } = context;
  const words = text.page.rules;
  const unit = ruleUnit(context, outcome.rule);
  const write = (value: number) => {
    if (unit === 'money') return isSampled(context, outcome.rule) ? formats.estimate(value) : formats.money(value);
    if (unit === 'ratio') return formats.ratio(value);
    return isSampled(context, outcome.rule) ? formats.share(value) : formats.exactShare(value);
  };
  const { value, min, max } = outcome;
  const same = min !== null && max !== null && Math.abs(max - min) <= 1e-9 * Math.max(1, Math.abs(max));
  const split = forecast.scenario.rules.creative?.split;
  // Where less than the budget may be planned, `min` is what was planned, and no ceiling says more of it.
  const planned = outcome.rule === 'budget' && forecast.scenario.rules.budget === 'maximum' && min !== null;
  const allowed =
    unit === 'creative' && split !== undefined
      ? `${[split.proven, split.experiment, split.moonshot].map((share) => formats.share(share)).join(' / ')}${max !== null && max > 0 ? ` ± ${formats.exactShare(max)}` : ''}`
      : planned
        ? words.atLeast(write(min))
        : same
          ? words.exactly(write(max))
          : min !== null && max !== null
            ? words.between(write(min), write(max))
            : min !== null
              ? words.atLeast(write(min))
              : max !== null
                ? words.atMost(write(max))
                : '';
  const shown =
    value === null
      ? ''
      : unit !== 'creative'
        ? write(value)
        : value < 5e-4
          ? words.asked
          : words.off(formats.exactShare(value));
  return { name: ruleName(context, outcome), value: shown, allowed };
}

function priceWords(context: ReportContext, rule: string, price: RulePrice | undefined): string {
  if (price === undefined) return '';
  const { forecast, text, formats } = context;
  const words = text.page.rules;
  const goal = goalName(forecast.scenario.goal);
  const unit = kpiUnit(goal);
  const name = kpiInSentence(text, goal);
  const gain = (value: number, scale?: number) => formats.changeByUnit(unit, value, scale);
  const objective = forecast.result.optimizer?.objective ?? 0;
  const { cost } = price;
  // In the goal's own unit, as the sentences have it: with risk aversion the objective is none that a reader knows.
  const without =
    cost === undefined
      ? { gain: price.multiplier === 0 || price.without === null ? 0 : price.without - objective }
      : { gain: cost.mean, scale: Math.max(Math.abs(cost.p5), Math.abs(cost.p95)) };
  if (rule === 'budget') {
    // What the solver's own tolerance leaves of a price that is nothing.
    const nothing =
      unit === 'money'
        ? Math.abs(price.multiplier) < LEAST_PRICE
        : Math.abs(price.multiplier) * forecast.scenario.budget <= LEAST_PRICE * Math.abs(objective);
    return nothing ? words.free : words.budgetPrice(`${gain(price.multiplier)} ${name}`);
  }
  const parts = [
    ...(without.gain !== 0 ? [words.without(gain(without.gain, without.scale), name)] : []),
    ...(price.multiplier !== 0 ? [words.multiplier(gain(price.multiplier), words.slack[ruleUnit(context, rule)])] : []),
  ];
  return parts.length === 0 ? words.free : parts.join(text.names.clause);
}

/** What each rule of the plan followed costs, in words, by its name in the result; empty where no rule was priced. */
export function rulePrices(context: ReportContext): ReadonlyMap<string, string> {
  return new Map(context.plan.result.price?.map((price) => [price.rule, priceWords(context, price.rule, price)]));
}

/** Every rule of the plan followed: value, bounds, whether it holds, what it costs. */
export function rulesTable(context: ReportContext): Table {
  const { text, plan } = context;
  const words = text.page.rules;
  const prices = new Map(plan.result.price?.map((price) => [price.rule, price]));
  const { columns } = words;
  const priced = prices.size > 0;
  return {
    columns: [columns.rule, columns.value, columns.allowed, columns.holds, ...(priced ? [columns.price] : [])],
    words: [2, 3, 4],
    rows: plan.result.rules.map((outcome) => {
      const { name, value, allowed } = ruleWords(context, outcome);
      const price = priced ? [priceWords(context, outcome.rule, prices.get(outcome.rule))] : [];
      return [name, value, allowed, outcome.holds ? words.yes : words.no, ...price];
    }),
  };
}

/** What keeping one rule costs, in the goal's units. */
interface RuleCost {
  readonly effect: string;
  readonly worst: string;
}

/** Costs of the rules, dearest first. */
function ruleCosts(context: ReportContext): readonly RuleCost[] {
  const { forecast, text, formats, plan } = context;
  const { goal } = forecast.scenario;
  const unit = kpiUnit(goalName(goal));
  const words = text.page.rules.costs;
  const name = kpiInSentence(text, goalName(goal));
  const outcomes = new Map(plan.result.rules.map((outcome) => [outcome.rule, outcome]));
  return [...(plan.result.price ?? [])]
    .sort((a, b) => (b.cost?.mean ?? 0) - (a.cost?.mean ?? 0))
    .flatMap(({ rule, cost, tail }) => {
      const outcome = outcomes.get(rule);
      if (cost === undefined || tail === undefined || outcome === undefined) return [];
      const scale = Math.max(Math.abs(cost.p5), Math.abs(cost.p95));
      const write = (value: number) => formats.byUnit(unit, value, scale);
      const { name: subject, allowed } = ruleWords(context, outcome);
      // What spending less saves is the same in every future.
      const same = write(cost.p5) === write(cost.p95);
      const spread = same ? words.always : words.band(formats.share(0.9), write(cost.p5), write(cost.p95));
      const effect =
        cost.mean >= 0
          ? words.costs(subject, allowed, write(cost.mean), name, spread)
          : words.gains(subject, allowed, write(-cost.mean), name, spread);
      const worst = tail >= 0 ? words.better : words.worse;
      return [{ effect, worst: worst(formats.share(goal.worst), write(Math.abs(tail))) }];
    });
}

/**
 * What keeping each rule costs, dearest first: "Keeping awareness's share at 70 % to 80 % costs ₼1,480 of expected profit
 * (90 %: ₼300 to ₼2,700), and leaves the worst tenth of futures ₼2,100 better off."
 */
export function costSentences(context: ReportContext): readonly string[] {
  return ruleCosts(context).map(({ effect, worst }) => `${effect}${worst}`);
}

/** The dearest rule's cost alone, for where room is short; `null` where no rule was priced. */
export function dearestRule(context: ReportContext): string | null {
  return ruleCosts(context)[0]?.effect ?? null;
}
