import type { Forecast } from '../forecast/details.js';
import type { Line } from '../scenario/types.js';
import { type FactTexts, factTexts } from './facts.js';
import { type LineChange, lineChanges, type Move, movesBetween } from './findings/moves.js';
import { type PlanView, plansOf, recommended } from './findings/plans.js';
import { type Formats, makeFormats } from './formats.js';
import { type ReportText, reportText } from './text/index.js';

/** A forecast with what every part of its report needs: words, number forms, and the moves between the two plans. */
export interface ReportContext {
  readonly forecast: Forecast;
  readonly text: ReportText;
  readonly formats: Formats;
  readonly facts: FactTexts;
  readonly plans: readonly PlanView[];
  /** The optimised plan, else the one given. */
  readonly plan: PlanView;
  readonly given: PlanView;
  readonly changes: readonly LineChange[];
  readonly moves: readonly Move[];
  lineName(line: Line): string;
}

export function reportContext(forecast: Forecast): ReportContext {
  const { scenario } = forecast;
  const text = reportText(scenario.language);
  const { names } = text;
  const changes = lineChanges(forecast);
  const plans = plansOf(forecast);
  const formats = makeFormats(forecast, text.language);
  return {
    forecast,
    text,
    formats,
    facts: factTexts(scenario, formats),
    plans,
    plan: recommended(forecast),
    given: plans[0]!,
    changes,
    moves: movesBetween(changes, scenario.currencyDigits),
    lineName: (line) => names.line(names.platform(line.platform), names.stages[line.stage], line.segment),
  };
}
