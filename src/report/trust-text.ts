import type { Forecast } from '../forecast/details.js';
import { trustSentences } from './content/trust.js';
import { reportContext } from './context.js';
import { kpiUnit } from './findings/units.js';
import { trustText as trustWords } from './text/trust/index.js';

/** Changes of another plan that are told: the largest. */
const MOST_CHANGES = 3;

/**
 * What there is to say for an optimum: how many searches agree, how far it is from certified, how much of it was luck, what
 * each line may have while the goal stays within 1 %, and other plans as good, by what they give and take most. Ends with a
 * newline; nothing where nothing was optimised.
 */
export function trustText(forecast: Forecast): string {
  const context = reportContext(forecast);
  const { formats, text, lineName, plan: best } = context;
  const words = trustWords(text.language);
  const { optimizer } = forecast.result;
  if (optimizer === undefined) return '';
  const unit = kpiUnit(forecast.scenario.goal.text);
  const { flat = [], alternatives = [] } = optimizer;
  const names = new Map(forecast.scenario.lines.map((line) => [line.id, lineName(line)]));
  const budgets = new Map(best.result.lines.map(({ id, budget }) => [id, budget]));
  const width = Math.max(0, ...[...names.values()].map((name) => name.length));
  const lines = [
    '',
    ...trustSentences(context),
    ...(flat.length === 0 ? [] : [words.flat]),
    ...flat.map(
      ({ line, min, max }) =>
        `  ${(names.get(line) ?? line).padEnd(width)}  ${text.page.rules.between(formats.estimate(min, max), formats.estimate(max))}`,
    ),
    ...(alternatives.length === 0 ? [] : [words.alternatives]),
    ...alternatives.map(({ lines: plan, moved, objective }) => {
      const changes = plan
        .map(({ id, budget }) => ({ id, change: budget - (budgets.get(id) ?? 0) }))
        .filter(({ change }) => change !== 0)
        .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
        .slice(0, MOST_CHANGES)
        .map(({ id, change }) => `${names.get(id) ?? id} ${formats.change(change)}`)
        .join(text.names.separator);
      return `  ${words.alternative(formats.share(moved), formats.byUnit(unit, objective), changes)}`;
    }),
  ];
  return `${lines.map((line) => line.replace(/\p{Cc}/gu, ' ')).join('\n')}\n`;
}
