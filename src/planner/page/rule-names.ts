import type { RuleOutcome } from '../../forecast/result.js';
import type { PlanView, RuleView } from '../protocol.js';
import { isStage } from '../stages.js';
import { lineName, names, platformName, stageName } from './names.js';
import { words } from './state/preferences.js';

/** A value of the file's rules, by where it stands. */
export function keyOf({ path }: RuleView): string {
  return path.join('.');
}

/** The outcome that a value of the file belongs to: the one with the longest name that it stands under. */
export function outcomeOf(key: string, outcomes: readonly RuleOutcome[]): RuleOutcome | undefined {
  return outcomes
    .filter(({ rule }) => key === rule || key.startsWith(`${rule}.`))
    .sort((a, b) => b.rule.length - a.rule.length)[0];
}

/** What a value of the file's rules is about. */
export function ruleLabel({ path }: RuleView, plan: PlanView): string {
  const { bounds } = words().rules;
  const [group = '', item, ...rest] = path.map(String);
  if (item === undefined) return names().rules[group] ?? group;
  const line = plan.lines.find(({ id }) => id === item);
  const subject =
    group === 'platforms'
      ? platformName(item)
      : group === 'stages' && isStage(item)
        ? stageName(item)
        : line === undefined
          ? `${names().rules[group] ?? group}: ${item}`
          : lineName(line);
  return rest.length === 0
    ? subject
    : `${subject}: ${rest.map((key) => names().rules[key] ?? (Object.hasOwn(bounds, key) ? bounds[key as keyof typeof bounds] : key)).join(' ')}`;
}

/** A rule that a plan is held to, with what the file asks for; of a rule on every line, the line. */
export function outcomeName(outcome: RuleOutcome, plan: PlanView): string {
  const { rule } = outcome;
  const { rules } = names();
  if (rule === 'budget' && plan.budgetIsMost) return rules.budget_planned ?? rule;
  const values = plan.rules.filter((value) => outcomeOf(keyOf(value), [outcome]) !== undefined);
  const missed = outcome.value !== null && outcome.min !== null && outcome.value < outcome.min ? 'min' : 'max';
  const own = values.find(({ path }) => path.at(-1) === missed) ?? values[0];
  if (own !== undefined) return `${ruleLabel(own, plan)} ${own.text}`;
  const line = plan.lines.find(({ id }) => rule.startsWith(`lines.${id}.`));
  const kind = rule.slice(rule.lastIndexOf('.') + 1);
  return line === undefined ? (rules[rule] ?? rule) : `${lineName(line)}: ${rules[kind] ?? kind}`;
}
