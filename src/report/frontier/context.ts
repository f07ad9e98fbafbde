import type { Frontier, FrontierPlan } from '../../forecast/frontier/types.js';
import { required } from '../../required.js';
import type { Scenario } from '../../scenario/types.js';
import { goalName, kpiInSentence } from '../findings/headlines.js';
import { kpiUnit } from '../findings/units.js';
import { type Formats, makeFormats } from '../formats.js';
import { type FrontierText, frontierText } from '../text/frontier/index.js';
import { planText, type ReportText } from '../text/index.js';

/** A frontier with the words and number forms of its report. */
export interface FrontierContext {
  readonly scenario: Scenario;
  readonly frontier: Frontier;
  readonly formats: Formats;
  readonly text: ReportText;
  readonly words: FrontierText;
  /** The goal, as it stands in a sentence. */
  readonly goal: string;
  /** A figure of the goal. */
  readonly write: (value: number, scale?: number) => string;
  /** The tail's share of futures. */
  readonly share: string;
  /** "Instagram awareness 45%, TikTok awareness 30%": a plan's largest lines. */
  readonly largest: (plan: FrontierPlan, count: number) => string;
}

export function frontierContext(scenario: Scenario, frontier: Frontier): FrontierContext {
  const text = planText(scenario);
  const formats = makeFormats({ scenario }, scenario.language);
  const goal = goalName(scenario.goal);
  const unit = kpiUnit(goal);
  const nameOf = (id: string): string => {
    const line = required(scenario.lines.find((one) => one.id === id));
    return text.names.line(text.names.platform(line.platform), text.names.stages[line.stage], line.segment);
  };
  return {
    scenario,
    frontier,
    formats,
    text,
    words: frontierText(scenario.language),
    goal: kpiInSentence(text, goal),
    write: (value, scale) => formats.byUnit(unit, value, scale),
    share: formats.share(frontier.goal.tail),
    largest: ({ lines, spend }, count) =>
      [...lines]
        .sort((a, b) => b.budget - a.budget)
        .slice(0, count)
        .filter(({ budget }) => budget > 0)
        .map(({ id, budget }) => `${nameOf(id)} ${formats.share(budget / spend)}`)
        .join(text.names.separator),
  };
}
