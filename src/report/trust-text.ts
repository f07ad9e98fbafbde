import type { Forecast } from '../forecast/details.js';
import { reportContext } from './context.js';
import { kpiUnit } from './findings/units.js';
import { trustText as trustWords } from './text/trust/index.js';

/**
 * What there is to say for an optimum: how many searches agree, how far it is from certified, how much of it was luck, what
 * each line may have while the goal stays within 1 %, and other plans as good. Ends with a newline; nothing where nothing
 * was optimised.
 */
export function trustText(forecast: Forecast): string {
  const { formats, text, lineName } = reportContext(forecast);
  const words = trustWords(text.language);
  const { optimizer } = forecast.result;
  if (optimizer === undefined) return '';
  const unit = kpiUnit(forecast.scenario.goal.text);
  const write = (value: number) => formats.byUnit(unit, value);
  const { searches = 0, spread = 0, flat = [], alternatives = [] } = optimizer;
  const names = new Map(forecast.scenario.lines.map((line) => [line.id, lineName(line)]));
  const width = Math.max(0, ...[...names.values()].map((name) => name.length));
  const lines = [
    '',
    words.starts(String(optimizer.starts), String(searches), write(spread)),
    (optimizer.optimism >= 0 ? words.lower : words.higher)(
      optimizer.kkt.toExponential(1),
      write(Math.abs(optimizer.optimism)),
    ),
    ...(flat.length === 0 ? [] : [words.flat]),
    ...flat.map(
      ({ line, min, max }) =>
        `  ${(names.get(line) ?? line).padEnd(width)}  ${text.page.rules.between(formats.estimate(min, max), formats.estimate(max))}`,
    ),
    ...(alternatives.length === 0 ? [] : [words.alternatives]),
    ...alternatives.map(({ lines: plan, moved, objective }) => {
      const parts = plan
        .filter(({ budget }) => budget > 0)
        .map(({ id, budget }) => `${names.get(id) ?? id} ${formats.estimate(budget)}`)
        .join(text.names.separator);
      return `  ${words.alternative(formats.share(moved), write(objective), parts)}`;
    }),
  ];
  return `${lines.map((line) => line.replace(/\p{Cc}/gu, ' ')).join('\n')}\n`;
}
