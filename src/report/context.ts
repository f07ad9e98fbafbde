import type { Forecast } from '../forecast/details.js';
import { firstOf } from '../required.js';
import type { Creator, Line, Scenario } from '../scenario/types.js';
import { type FactTexts, factTexts } from './facts.js';
import {
  type CreatorBudget,
  creatorBudgets,
  type LineChange,
  lineChanges,
  type Move,
  movesBetween,
  type PostsChange,
  postsChanges,
} from './findings/moves.js';
import { type PlanView, plansOf, recommended } from './findings/plans.js';
import { type Formats, makeFormats } from './formats.js';
import { ofEvenSplit } from './text/even-split.js';
import { planText, type ReportText } from './text/index.js';

/** What rules, targets and lines of a plan are named by. */
export interface PlanContext {
  readonly forecast: Pick<Forecast, 'scenario'>;
  readonly text: ReportText;
  readonly formats: Formats;
  /** A line by its platform and stage, a creator by name, `null` as what stays unspent. */
  lineName(line: Line | Creator | null): string;
}

/** A forecast with what every part of its report needs: words, number forms, and the moves between the two plans. */
export interface ReportContext extends PlanContext {
  readonly forecast: Forecast;
  readonly facts: FactTexts;
  readonly plans: readonly PlanView[];
  /** The plan to follow: the optimised one, unless the verdict leaves the one given standing. */
  readonly plan: PlanView;
  readonly given: PlanView;
  /** What is drawn beside each other: the plan given, and the one to follow where that is another. */
  readonly shown: readonly PlanView[];
  /** Every plan, the one to follow first. */
  readonly followedFirst: readonly PlanView[];
  readonly changes: readonly LineChange[];
  /** Creators whose number of posts was left to be chosen. */
  readonly posts: readonly PostsChange[];
  /** What creators are paid out of the budget. */
  readonly creatorBudgets: readonly CreatorBudget[];
  readonly moves: readonly Move[];
}

/** Whether the plan given is huni's own: its file has no budgets. */
export function isSplitByHuni({ lines, budget }: Scenario): boolean {
  return lines.length > 1 && budget > 0 && lines.every(({ budgetDerived }) => budgetDerived);
}

export function planContext(scenario: Scenario): PlanContext {
  const named = planText(scenario);
  const text = isSplitByHuni(scenario) ? ofEvenSplit(named) : named;
  const { names } = text;
  return {
    forecast: { scenario },
    text,
    formats: makeFormats({ scenario }, text.language),
    lineName: (line) =>
      line === null
        ? names.unspent
        : line.kind === 'creator'
          ? line.name
          : names.line(names.platform(line.platform), names.stages[line.stage], line.segment),
  };
}

export function reportContext(forecast: Forecast): ReportContext {
  const { scenario } = forecast;
  const context = planContext(scenario);
  const { formats } = context;
  const plans = plansOf(forecast);
  const plan = recommended(forecast, plans);
  const given = firstOf(plans);
  const changes = lineChanges(forecast, plan.result);
  const posts = postsChanges(forecast, plan.result);
  return {
    ...context,
    forecast,
    facts: factTexts(scenario, formats),
    plans,
    plan,
    given,
    shown: plan === given ? [given] : [given, plan],
    followedFirst: [plan, ...plans.filter((other) => other !== plan)],
    changes,
    posts,
    creatorBudgets: creatorBudgets(forecast, plan.result),
    moves: movesBetween(changes, scenario.currencyDigits, posts),
  };
}
