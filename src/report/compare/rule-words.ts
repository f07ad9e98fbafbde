import type { Amount, Bounds, Rules, Scenario } from '../../scenario/types.js';
import type { Formats } from '../formats.js';
import type { CompareText } from '../text/compare/index.js';
import type { ReportText } from '../text/index.js';

/** Every rule of a scenario as a name and its bound in words, so that two sets of rules can be distinguished. */
export function ruleEntries(
  scenario: Scenario,
  text: CompareText,
  names: ReportText['names'],
  formats: Formats,
): ReadonlyMap<string, string> {
  const { rules } = scenario;
  const words = text.changes.rules;
  const entries = new Map<string, string>();
  const amount = ({ kind, value }: Amount): string =>
    kind === 'money' ? formats.money(value) : formats.exactShare(value);
  const range = (min: number, max: number): string =>
    min === max ? formats.exactShare(min) : text.range(formats.exactShare(min), formats.exactShare(max));
  const toleranceOf = (value: string, tolerance: number): string =>
    tolerance === 0 ? value : words.tolerance(value, formats.exactShare(tolerance));
  const bounds = (name: string, { min, max, fixed }: Bounds): void => {
    if (min !== null) entries.set(words.bound.min(name), amount(min));
    if (max !== null) entries.set(words.bound.max(name), amount(max));
    if (fixed !== null) entries.set(words.bound.fixed(name), amount(fixed));
  };
  for (const [stage, share] of Object.entries(rules.stages)) {
    if (share !== undefined)
      entries.set(words.share(names.stages[stage as keyof Rules['stages']]), range(share.min, share.max));
  }
  if (rules.retargeting !== null) {
    const { consideration, conversion, tolerance } = rules.retargeting;
    const ratio = `${formats.plain(consideration)} : ${formats.plain(conversion)}`;
    entries.set(words.retargeting, toleranceOf(ratio, tolerance));
  }
  if (rules.creative !== null) {
    const { proven, experiment, moonshot } = rules.creative.split;
    const split = [proven, experiment, moonshot].map((share) => formats.share(share)).join(' / ');
    entries.set(words.creative, toleranceOf(split, rules.creative.tolerance));
  }
  for (const [platform, of] of Object.entries(rules.platforms)) bounds(names.platform(platform), of);
  const lineName = (id: string): string => {
    const line = scenario.lines.find((other) => other.id === id);
    return line === undefined ? id : names.line(names.platform(line.platform), names.stages[line.stage], line.segment);
  };
  for (const [id, of] of Object.entries(rules.lines)) {
    const name = lineName(id);
    bounds(name, of);
    if (of.minDaily !== null) entries.set(words.daily(name), formats.money(of.minDaily));
  }
  if (rules.newChannels !== null) entries.set(words.newChannels, formats.exactShare(rules.newChannels.min));
  const chance = (value: string, probability: number | null): string =>
    probability === null ? value : words.chance(value, formats.share(probability));
  if (rules.cpa !== null) entries.set(words.cpa, chance(formats.estimate(rules.cpa.max), rules.cpa.probability));
  if (rules.cpm !== null) entries.set(words.cpm, chance(formats.estimate(rules.cpm.max), rules.cpm.probability));
  if (rules.roas !== null) entries.set(words.roas, chance(formats.ratio(rules.roas.min), rules.roas.probability));
  for (const { scope, id, of, max, probability } of rules.ceilings ?? []) {
    const subject =
      scope === 'lines'
        ? lineName(id)
        : scope === 'platforms'
          ? names.platform(id)
          : names.stages[id as keyof Rules['stages']];
    entries.set(`${subject}: ${words[of]}`, chance(formats.estimate(max), probability));
  }
  if (rules.cvar !== null) {
    entries.set(words.cvar, words.worst(formats.estimate(rules.cvar.min), formats.share(rules.cvar.tail)));
  }
  entries.set(words.adequacy, formats.plain(rules.adequacy));
  entries.set(words.spending, rules.budget === 'maximum' ? words.maximum : words.exact);
  return entries;
}
