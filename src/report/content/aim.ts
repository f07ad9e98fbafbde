import type { Goal } from '../../scenario/types.js';
import type { ReportContext } from '../context.js';
import { goalName, kpiInSentence } from '../findings/headlines.js';
import type { Formats } from '../formats.js';
import { type VerdictText, verdictText } from '../text/verdict/index.js';

/** "Best is the plan with the highest profit by the mean without the luckiest tenth of futures."; `null` where no plan was looked for. */
export function aimSentence(context: ReportContext): string | null {
  return aimIn(context, verdictText(context.text.language).aim[context.forecast.scenario.goal.direction]);
}

/** The same in a few words: "profit: the mean without the luckiest tenth of futures". */
export function aimInShort(context: ReportContext): string | null {
  return aimIn(context, verdictText(context.text.language).aim.short);
}

function aimIn(
  { forecast, formats, text }: ReportContext,
  words: (name: string, measure: string) => string,
): string | null {
  const { optimizer } = forecast.result;
  if (optimizer === undefined || optimizer.status === 'infeasible') return null;
  const { goal } = forecast.scenario;
  return words(kpiInSentence(text, goalName(goal)), measureOf(goal, verdictText(text.language).aim, formats));
}

function measureOf({ riskAversion, tail }: Goal, aim: VerdictText['aim'], formats: Formats): string {
  if (riskAversion === 0 || tail === 1) return aim.mean;
  const lucky = 1 - tail;
  if (riskAversion < 1) return aim.weighed(formats.share(riskAversion), formats.share(tail));
  if (tail < 0.5) return aim.worst(formats.share(tail));
  return Math.abs(lucky - 0.1) < 1e-9 ? aim.withoutTenth : aim.without(formats.share(lucky));
}
