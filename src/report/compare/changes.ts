import { mean } from '../../distributions/index.js';
import { elementAt } from '../../required.js';
import type { ResponseParameter } from '../../scenario/response/types.js';
import {
  type FunnelLine,
  isFunnelLine,
  LINE_METRICS,
  type Line,
  type LineMetric,
  type Quantity,
  type ResponseLine,
  type Scenario,
} from '../../scenario/types.js';
import { capital } from '../capital.js';
import { makeFormats } from '../formats.js';
import { compareText } from '../text/compare/index.js';
import { planText } from '../text/index.js';
import { partSentences } from './part-changes.js';
import { INPUT_FORMS, quantityWords } from './quantity-words.js';
import { ruleEntries } from './rule-words.js';

/**
 * What a scenario has otherwise than another, a sentence each: plan, lines, rates, economics, season, rules, goal. What
 * only concerns how it is reported or sampled (names, language, seed) is left out.
 */
export function changeSentences(from: Scenario, to: Scenario): readonly string[] {
  const text = compareText(from.language);
  const { names } = planText(from);
  const formats = makeFormats({ scenario: from }, text.language);
  const words = text.changes;
  const sentences: string[] = [];
  const compare = (name: string, before: string, after: string): void => {
    if (before !== after) sentences.push(words.changed(name, before, after));
  };
  const percent = (ratio: number): string => {
    const points = 100 * (ratio - 1);
    const whole = Math.abs(points - Math.round(points)) < 1e-6 && Math.abs(points) < 98;
    return signed(ratio - 1, whole ? formats.share : formats.exactShare);
  };
  const lineName = (line: Line): string =>
    names.line(names.platform(line.platform), names.stages[line.stage], line.segment);
  const quantity = (name: string, key: string, before: Quantity | null, after: Quantity | null, none = ''): void => {
    if (same(before?.distribution, after?.distribution)) return;
    const write = (of: Quantity | null): string =>
      of === null ? none : quantityWords(of.distribution, INPUT_FORMS[key] ?? 'plain', formats, text);
    sentences.push(words.changed(name, write(before), write(after)));
  };
  const named = (before: object, after: object): void => {
    const old = new Map(quantitiesOf(before));
    for (const [key, one] of quantitiesOf(after))
      quantity(names.quantities[key] ?? key, key, old.get(key) ?? null, one);
  };

  compare(words.budget, formats.money(from.budget), formats.money(to.budget));
  const horizon = ({ horizon: { periods, unit } }: Scenario): string => names.periods(periods, unit);
  compare(words.horizon, horizon(from), horizon(to));
  const start = (of: Scenario): string => (of.start === null ? words.noStart : formats.date(of.start));
  compare(words.start, start(from), start(to));

  const before = new Map(from.lines.map((line) => [line.id, line]));
  const common = to.lines.flatMap((line): (readonly [Line, Line])[] => {
    const old = before.get(line.id);
    return old === undefined ? [] : [[old, line]];
  });
  for (const line of from.lines) {
    if (!to.lines.some(({ id }) => id === line.id))
      sentences.push(words.removed(lineName(line), formats.money(line.budget)));
  }
  for (const line of to.lines) {
    if (!before.has(line.id)) sentences.push(words.added(lineName(line), formats.money(line.budget)));
  }
  for (const [old, line] of common) {
    compare(lineName(line), formats.money(old.budget), formats.money(line.budget));
    // Weights of another horizon are others by necessity.
    if (same(from.horizon, to.horizon) && !same(old.flighting, line.flighting))
      sentences.push(words.flighting(lineName(line)));
    if (!same(otherwise(old), otherwise(line))) sentences.push(words.response(lineName(line)));
    for (const [parameter, now] of Object.entries(parametersOf(line)) as [ResponseParameter, Quantity][]) {
      const earlier = parametersOf(old)[parameter];
      if (earlier !== undefined)
        quantity(words.rate(lineName(line), names.response[parameter]), parameter, earlier, now);
    }
  }
  const funnels = common.filter((pair): pair is [FunnelLine, FunnelLine] => pair.every(isFunnelLine));
  for (const metric of LINE_METRICS) {
    const name = names.metrics[metric];
    const ratio = commonRatio(funnels, metric);
    if (ratio !== null) {
      sentences.push(words.all(name, percent(ratio)));
      continue;
    }
    for (const [old, line] of funnels) {
      quantity(words.rate(lineName(line), name), metric, old.quantities[metric], line.quantities[metric]);
    }
  }
  for (const metric of ['cpm', 'cvr'] as const) {
    for (const { first, last, ratio } of seasonRuns(from.season[metric], to.season[metric])) {
      const periods = words.period(words.unit[to.horizon.unit], String(first + 1), String(last + 1));
      const whole = first === 0 && last === to.horizon.periods - 1;
      const name = names.metrics[metric];
      sentences.push(whole ? words.all(name, percent(ratio)) : words.season(name, periods, percent(ratio)));
    }
  }

  named(from.economics, to.economics);
  const costs = (of: Scenario) => new Map(of.economics.fixed_costs.map(({ name, amount }) => [name, amount]));
  const [oldCosts, newCosts] = [costs(from), costs(to)];
  for (const name of new Set([...oldCosts.keys(), ...newCosts.keys()])) {
    quantity(
      words.fixedCost(name),
      'order_value',
      oldCosts.get(name) ?? null,
      newCosts.get(name) ?? null,
      words.nothingGiven,
    );
  }
  quantity(words.population, 'population', from.population, to.population, words.noPopulation);
  named(from.stocks, to.stocks);
  named({ memory_days: from.memory_days }, { memory_days: to.memory_days });
  sentences.push(...partSentences(from, to, { text, formats, lineName }));
  if (from.creative !== null && to.creative !== null) named(from.creative, to.creative);
  else {
    const on = (of: Scenario): string => (of.creative === null ? words.creativeOff : words.creativeOn);
    compare(words.creative, on(from), on(to));
  }
  const split = ({ creativeSplit: { proven, experiment, moonshot } }: Scenario): string =>
    [proven, experiment, moonshot].map((share) => formats.share(share)).join(' / ');
  compare(words.split, split(from), split(to));
  for (const [platform, noise] of Object.entries(to.noise)) {
    const old = from.noise[platform];
    const write = ({ sd, rho }: typeof noise): string => words.noiseValue(formats.share(sd), formats.plain(rho));
    if (old !== undefined) compare(words.noise(names.platform(platform)), write(old), write(noise));
  }
  if (!same(from.correlation, to.correlation)) sentences.push(words.correlation);

  const [oldRules, newRules] = [from, to].map((of) => ruleEntries(of, text, names, formats)) as [
    ReadonlyMap<string, string>,
    ReadonlyMap<string, string>,
  ];
  for (const [rule, value] of oldRules) if (!newRules.has(rule)) sentences.push(words.ruleDropped(rule, value));
  for (const [rule, value] of newRules) {
    const old = oldRules.get(rule);
    if (old === undefined) sentences.push(words.ruleAdded(rule, value));
    else compare(words.rule(rule), old, value);
  }
  compare(words.goal, from.goal.text, to.goal.text);
  compare(words.aversion, formats.plain(from.goal.riskAversion), formats.plain(to.goal.riskAversion));
  compare(words.tail, formats.share(from.goal.tail), formats.share(to.goal.tail));
  const targets = (of: Scenario) => new Set(of.targets.map((target) => target.text));
  const [oldTargets, newTargets] = [targets(from), targets(to)];
  for (const target of newTargets) if (!oldTargets.has(target)) sentences.push(words.targetAdded(target));
  for (const target of oldTargets) if (!newTargets.has(target)) sentences.push(words.targetDropped(target));
  return sentences.map((sentence) => capital(sentence, text.language));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A line's response but for its parameters' values: its curve, what it tells, and in which units. */
function otherwise(line: Line): unknown {
  if (isFunnelLine(line)) return null;
  return { ...line.response, parameters: Object.keys(line.response.parameters) };
}

function parametersOf(line: Line): ResponseLine['response']['parameters'] {
  return isFunnelLine(line) ? {} : line.response.parameters;
}

/** A change with its sign: a true minus stands in the figure already. */
function signed(value: number, write: (value: number) => string): string {
  return value > 0 ? `+${write(value)}` : write(value);
}

function isQuantity(value: unknown): value is Quantity {
  return typeof value === 'object' && value !== null && 'distribution' in value;
}

function quantitiesOf(group: object): readonly (readonly [string, Quantity])[] {
  return Object.entries(group).filter((entry): entry is [string, Quantity] => isQuantity(entry[1]));
}

/** By what a metric of every line was multiplied, where that is one number for several lines; `null` otherwise. */
function commonRatio(lines: readonly (readonly [FunnelLine, FunnelLine])[], metric: LineMetric): number | null {
  if (lines.length < 2) return null;
  const ratios = lines
    .map(
      ([old, line]) => [mean(old.quantities[metric].distribution), mean(line.quantities[metric].distribution)] as const,
    )
    .filter(([old, now]) => old !== 0 || now !== 0)
    .map(([old, now]) => now / old);
  const [first] = ratios;
  if (first === undefined || ratios.length < 2 || Math.abs(first - 1) < 1e-9) return null;
  return ratios.every((ratio) => Math.abs(ratio / first - 1) < 1e-9) ? first : null;
}

/** Runs of periods whose factor was multiplied by the same number other than 1. */
function seasonRuns(before: readonly number[], after: readonly number[]) {
  const runs: { first: number; last: number; ratio: number }[] = [];
  if (before.length !== after.length) return runs;
  for (const [t, factor] of after.entries()) {
    const ratio = factor / elementAt(before, t);
    if (factor === before[t] || !Number.isFinite(ratio)) continue;
    const run = runs.at(-1);
    if (run !== undefined && run.last === t - 1 && Math.abs(ratio / run.ratio - 1) < 1e-9) run.last = t;
    else runs.push({ first: t, last: t, ratio });
  }
  return runs;
}
