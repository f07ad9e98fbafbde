import type { Forecast } from '../forecast/details.js';
import type { Creator, Line } from '../scenario/types.js';
import { type FactTexts, factTexts } from './facts.js';
import {
  type LineChange,
  lineChanges,
  type Move,
  movesBetween,
  type PostsChange,
  postsChanges,
} from './findings/moves.js';
import { type PlanView, plansOf, recommended } from './findings/plans.js';
import { type Formats, makeFormats } from './formats.js';
import { planText, type ReportText } from './text/index.js';

/** A forecast with what every part of its report needs: words, number forms, and the moves between the two plans. */
export interface ReportContext {
  readonly forecast: Forecast;
  readonly text: ReportText;
  readonly formats: Formats;
  readonly facts: FactTexts;
  readonly plans: readonly PlanView[];
  /** The plan to follow: the optimised one, unless the verdict leaves the one given standing. */
  readonly plan: PlanView;
  readonly given: PlanView;
  readonly changes: readonly LineChange[];
  /** Creators whose number of posts was left to be chosen. */
  readonly posts: readonly PostsChange[];
  readonly moves: readonly Move[];
  /** A line by its platform and stage, a creator by name, `null` as what stays unspent. */
  lineName(line: Line | Creator | null): string;
}

export function reportContext(forecast: Forecast): ReportContext {
  const { scenario } = forecast;
  const text = planText(scenario);
  const { names } = text;
  const plans = plansOf(forecast);
  const plan = recommended(forecast, plans);
  const changes = lineChanges(forecast, plan.result);
  const posts = postsChanges(forecast, plan.result);
  const formats = makeFormats(forecast, text.language);
  return {
    forecast,
    text,
    formats,
    facts: factTexts(scenario, formats),
    plans,
    plan,
    given: plans[0]!,
    changes,
    posts,
    moves: movesBetween(changes, scenario.currencyDigits, posts),
    lineName: (line) =>
      line === null
        ? names.unspent
        : line.kind === 'creator'
          ? line.name
          : names.line(names.platform(line.platform), names.stages[line.stage], line.segment),
  };
}
