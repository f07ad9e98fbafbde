import type { AskedRule, Relaxation } from '../optimize/index.js';
import type { Scenario } from '../scenario/types.js';
import type { Ground } from '../scenario/warnings.js';
import { type Formats, makeFormats } from './formats.js';
import { factsText, factWords, type Say, type Warning } from './text/facts/index.js';
import { planText } from './text/index.js';
import { inSentence } from './text/sentence.js';

/** Facts of one scenario in words, in its language. */
export interface FactTexts {
  warning(of: Warning): string;
  grounds(of: readonly Ground[]): string;
  relaxation(of: Relaxation): string;
  /** A rule by its name in the file with what it asks for: `prospecting (70.0% to 80.0%)`. */
  asked(of: AskedRule): string;
  /** A contradiction and the ways out of it, a line each. */
  contradiction(asked: readonly AskedRule[], relaxations: readonly Relaxation[]): string;
}

/** The words for a scenario's facts. */
export function factTexts(
  scenario: Scenario,
  formats: Formats = makeFormats({ scenario }, scenario.language),
): FactTexts {
  const words = factsText(scenario.language);
  const { names } = planText(scenario);
  const { maximize } = scenario.goal;
  const kpi = (name: string): string => inSentence(names.kpis[name] ?? name, scenario.language);
  const say: Say = {
    line: (id) => {
      const line = scenario.lines.find((other) => other.id === id);
      return line === undefined
        ? id
        : names.line(names.platform(line.platform), names.stages[line.stage], line.segment);
    },
    platform: (id) => names.platform(id),
    stage: (id) => names.stages[id],
    subject: (of) => (of.kind === 'stage' ? names.stages[of.stage] : names.platform(of.platform)),
    goal: (preset) => names.goals[preset] ?? preset,
    aim: () => kpi(maximize.kind === 'kpi' ? maximize.name : scenario.goal.text),
    counted: () => kpi('orders'),
    money: (value) => formats.exactMoney(value),
    estimate: (value) => formats.estimate(value),
    share: (value) => formats.share(value),
    exactShare: (value) => formats.exactShare(value),
    change: (value) => `${value > 0 ? '+' : ''}${formats.share(value)}`,
    count: (value) => formats.count(value),
    plain: (value) => formats.plain(value),
    bound: (unit, value) => {
      if (unit === 'money') return formats.exactMoney(value);
      return unit === 'share' ? formats.exactShare(value) : formats.bound(value);
    },
    relaxation: (of) => factWords(words.relaxations, of, say),
    grounds: (of) => of.map((ground) => factWords(words.grounds, ground, say)).join(names.clause),
  };
  const texts: FactTexts = {
    warning: (of) => factWords(words.warnings, of, say),
    grounds: say.grounds,
    relaxation: (of) => `${say.relaxation(of)}.`,
    asked: ({ rule, asks }) =>
      asks.length === 0
        ? rule
        : `${rule} (${asks.map((ask) => factWords(words.asks, ask, say)).join(names.separator)})`,
    contradiction: (asked, relaxations) => {
      const found = `${words.contradiction(asked.map((rule) => texts.asked(rule)).join(names.separator))}.`;
      if (relaxations.length === 0) return found;
      const lead = relaxations.length === 1 ? words.thisWouldDo : words.anyWouldDo;
      return [found, lead, ...relaxations.map((of) => `  - ${texts.relaxation(of)}`)].join('\n');
    },
  };
  return texts;
}
