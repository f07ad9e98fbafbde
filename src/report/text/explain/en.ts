import type { LineMetric } from '../../../scenario/types.js';

const metrics: Readonly<Record<LineMetric, string>> = {
  audience: 'audience size',
  cpm: 'CPM',
  ctr: 'click rate',
  view_rate: 'view rate',
  cvr: 'conversion rate',
  fatigue: 'fatigue',
  match: 'match rate',
};

/** What an explanation says in English. Figures come in written already; a catalogue of another language has this type. */
export const explainEn = {
  language: 'en',
  metrics,
  subjects: {
    market: (metric: string) => `${metric}, all lines`,
    platform: (platform: string, metric: string) => `${platform}'s ${metric}`,
    line: (line: string, metric: string) => `${line}: ${metric}`,
    own: (line: string, metric: string) => `${line}: its own ${metric}`,
    together: (names: string) => `${names}, tied together`,
    draws: (file: string) => `How the fitted curves turn out (${file})`,
    creative: 'Creative luck',
    noise: (unit: string) => `Price ups and downs by ${unit}`,
    noiseOf: (platform: string) => `${platform}'s average price noise`,
    shock: (name: string) => `Shock “${name}”: whether it comes`,
    shockStart: (name: string, unit: string) => `Shock “${name}”: ${unit} in which it starts`,
    lineRates: (line: string) => `${line}: all its own rates`,
    platformRates: (platform: string) => `${platform}: all its own rates`,
    platformAll: (platform: string) => `All of ${platform}'s rates and prices`,
    and: ' and ',
  },
  ends: {
    bad: 'bad luck',
    good: 'good luck',
    usual: 'as usual',
    comes: 'comes',
    stays: "doesn't come",
    higher: (share: string) => `${share} higher`,
    lower: (share: string) => `${share} lower`,
  },
  heading: (scenario: string, kpi: string, draws: string) =>
    `${scenario}: what drives ${kpi}, in ${draws} futures of the plan as given`,
  labels: { spread: 'Spread', drivers: 'Drivers', range: 'On average', test: 'Worth knowing' },
  spread: (low: string, high: string, mean: string) => `${low} to ${high} in 8 of 10 futures, ${mean} on average`,
  same: (value: string) => `it is ${value} in every future: nothing drives it`,
  never: 'it has no value in too many futures to tell what drives it',
  driver: (name: string, share: string, low: string, high: string, total: string) =>
    `${name} makes ${share} of the spread alone (90%: ${low} to ${high}), ${total} with others`,
  next: (list: string) => `Then ${list}`,
  item: (name: string, share: string) => `${name} ${share}`,
  apart: (alone: string) => `Alone the inputs make ${alone} of it; the rest is what they do together`,
  additive: 'Hardly anything comes from inputs acting together: effects add up',
  range: (name: string, from: string, to: string, low: string, high: string) =>
    `${name}, ${from} to ${to}: ${low} to ${high}`,
  worth: (what: string, worth: string, low: string, high: string) =>
    `Knowing ${what} before deciding would be worth about ${worth} (90%: ${low} to ${high})`,
  pays: "a test that costs more than that doesn't pay",
  /** Of a goal that isn't money. */
  amount: (figure: string, goal: string) => `${figure} ${goal}`,
  worthNext: (list: string) => `Next: ${list}`,
  /** Without an amount where it comes to nothing. */
  worthNothing: (most: string) =>
    `No single thing, known before deciding, would change the decision by more than chance${most === '' ? '' : `: testing first isn't worth ${most}`}`,
  worthNothingAtAll:
    'Nothing that could be found out would change the decision: the best plan is the best in every future',
  everything: (worth: string, plans: string) =>
    `Knowing everything would be worth ${worth}; among ${plans} plans that keep the rules`,
  notAsked: 'What information is worth was not asked for',
  charts: {
    tornado: {
      title: (name: string, kpi: string, low: string, high: string) =>
        `What matters most is ${name}: it moves mean ${kpi} between ${low} and ${high}`,
      note: (kpi: string) =>
        `Mean ${kpi} with one input at its P10 (fainter) and its P90 (stronger), all others left to chance. What lines or platforms have in common is a bar of its own.`,
      columns: { input: 'Input', p10: 'At P10', p90: 'At P90', low: 'Mean at P10', high: 'Mean at P90' },
      mean: 'mean',
    },
    indices: {
      title: (name: string, share: string, kpi: string) => `${name} makes ${share} of the spread in ${kpi}`,
      together: (alone: string) => `all inputs alone make ${alone}, the rest is what they do together`,
      note: 'Stronger: share of variance that an input makes alone (first-order Sobol index). Fainter: with what it does together with others (total). Whiskers: 90% intervals.',
      columns: { input: 'Input', first: 'Alone', total: 'With others', interval: '90%' },
    },
    range: (low: string, high: string) => `${low} to ${high}`,
    others: (count: string) => `${count} more inputs matter less.`,
    untouched: (count: string, kpi: string) => `${count} more don't touch ${kpi} at all.`,
    none: (kpi: string) => `The inputs don't move ${kpi}: there is nothing to draw.`,
  },
  page: {
    everything: 'Everything',
    inputs: 'Each input by itself',
    inputsNote:
      'Mean with the input at its P10 and at its P90; inputs correlated with it move along, so lines that share a market move alike here. Effects that chance alone could show are left out.',
    information: 'What it would be worth to know before deciding',
    informationNote: (plans: string, goal: string) =>
      `Gain in mean ${goal} if the figure were known before one of ${plans} plans is chosen: the optimised one, the one given, and others around them, all keeping the rules. Choosing freely could gain more. An input that is shared with others tells about those, too.`,
    plans: 'Plans to choose among',
    columns: { question: 'To know', worth: 'Worth', interval: '90%', plan: 'Plan', mean: 'Mean' },
    plan: { given: 'As given', optimized: 'Optimised' },
    shifts: {
      off: (name: string) => `${name} switched off`,
      halved: (name: string) => `${name} halved`,
      doubled: (name: string) => `${name} doubled`,
    },
    shiftsNote: 'Off, halved, doubled: against the optimised plan, as far as the rules allow.',
    best: 'best if nothing more is known',
  },
} as const;
