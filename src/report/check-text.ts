import type { Forecast } from '../forecast/details.js';
import { ruleWords } from './content/rules.js';
import { reportContext } from './context.js';
import { targetFigure, targetName } from './findings/headlines.js';

/** Rules and targets of the plan given, a line each: what holds, what doesn't and by how much. Ends with a newline. */
export function checkText(forecast: Forecast): string {
  const context = reportContext(forecast);
  const { text, formats, given } = context;
  const words = text.page.check;
  const rules = given.result.rules.map((rule) => {
    const { name, value, allowed } = ruleWords(context, rule);
    return words.rule(rule.holds ? words.holds : words.fails, name, value, allowed);
  });
  const targets = given.result.targets.map((target) => {
    const name = targetName(context, target.target);
    const verdict = target.holds ? words.holds : words.fails;
    return target.probability === null || target.required === null
      ? words.mean(verdict, name, target.value === null ? '—' : targetFigure(context, target.target, target.value))
      : words.chance(verdict, name, formats.share(target.probability), formats.share(target.required));
  });
  const lines = [...rules, ...targets];
  return `${(lines.length === 0 ? [words.nothing] : lines).join('\n').replace(/[^\n\P{Cc}]/gu, ' ')}\n`;
}
