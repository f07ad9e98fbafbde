import type * as z from 'zod/mini';
import { fitInterval, fitMoments } from '../../distributions/fit.js';
import {
  fitFamilyMoments,
  fitFamilyQuantiles,
  TWO_PARAMETER_FAMILIES,
  type TwoParameterFamily,
} from '../../distributions/fit-family.js';
import { cdf } from '../../distributions/index.js';
import { RAREST_PRICE } from '../../distributions/support.js';
import type { Distribution, Support } from '../../distributions/types.js';
import { checkDistribution } from '../../distributions/validate.js';
import { elementAt, firstOf, required } from '../../required.js';
import { phrase, type Said, say, type Words } from '../../words/said.js';
import { columnOf } from '../data/columns.js';
import * as messages from '../messages.js';
import {
  FAMILIES,
  FAMILY_PARAMETERS,
  isCutByBounds,
  type ParameterKind,
  QUANTILE_KEY,
  SHORT_FORMS,
  type WrittenFamily,
} from './families.js';
import { describe, isMap, isScalar, leaf, no, ok, type Reading } from './leaf.js';
import { AMOUNT, type Range, readNumber, readNumberIn } from './number.js';

/** What a quantity is, which decides its range and the family of its short forms. */
export interface QuantityKind {
  /** `proportion`: a rate where all facts lie below 1, an amount otherwise (orders a buyer makes in 30 days). */
  readonly support: 'rate' | 'amount' | 'proportion';
  /** True where 0 has no meaning (a price, a half-life). */
  readonly above?: boolean;
}

/** A number of the model that may be uncertain. */
export function quantity(kind: QuantityKind, description: string): z.ZodMiniType<Distribution> {
  return leaf({ $ref: '#/$defs/distribution', description }, (value) => readDistribution(value, kind));
}

/** Reads a distribution in any of its forms and checks that it can be drawn from and lies where its kind may. */
export function readDistribution(value: unknown, kind: QuantityKind): Reading<Distribution> {
  if (isMap(value)) return readMap(value, kind);
  if (typeof value === 'string') {
    const interval = /^(.+?)\s+to\s+(.+)$/i.exec(value.trim());
    if (interval !== null) return readInterval(value, interval[1] ?? '', interval[2] ?? '', kind);
    const number = readNumber(value);
    if (!number.ok && /[a-z\s]|\d\s*[-–]\s*\d/i.test(value) && !number.fault.expected.includes('finite')) {
      return no(messages.notADistribution(describe(value)));
    }
  }
  if (Array.isArray(value) || typeof value === 'boolean' || value === null) {
    return no(messages.notADistribution(describe(value)));
  }
  const fixed = readNumberIn(value, rangeOf(kind));
  return fixed.ok ? ok({ family: 'fixed', value: fixed.value }) : fixed;
}

function rangeOf(kind: QuantityKind): Range {
  const above = kind.above ?? false;
  return kind.support === 'rate' ? { least: 0, most: 1, above } : { ...AMOUNT, above };
}

function supportOf(kind: QuantityKind, facts: readonly number[]): Support {
  if (kind.support !== 'proportion') return kind.support;
  return facts.every((fact) => fact < 1) ? 'rate' : 'amount';
}

function readInterval(text: string, low: string, high: string, kind: QuantityKind): Reading<Distribution> {
  // "2.2 to 4.1%" is a slip nearly always, and 2.2 as a rate is refused; "5 to 7%" of an amount can't be recognised.
  const lowest = readNumberIn(low, rangeOf(kind));
  if (!lowest.ok) return lowest;
  const highest = readNumberIn(high, rangeOf(kind));
  if (!highest.ok) return highest;
  return fitted(describe(text), ['p5', 'p95'], [lowest.value, highest.value], kind);
}

function readMap(value: Written, kind: QuantityKind): Reading<Distribution> {
  if ('dist' in value) return readFamily(value, kind);
  const keys = Object.keys(value);
  const form = SHORT_FORMS.find((names) => names.some((name) => keys.includes(name)));
  if (form === undefined) return no(messages.notADistribution(describe(value)));
  const strange = keys.find((key) => key !== 'min' && key !== 'max' && !form.some((name) => name === key));
  if (strange !== undefined) return no(messages.unknownKey(strange, form), [strange], true);
  const facts: number[] = [];
  for (const name of form) {
    if (value[name] === undefined)
      return no(messages.missingKey(name, say`both ${firstOf(form)} and ${elementAt(form, 1)}`));
    const range = name === 'sd' ? AMOUNT : rangeOf(kind);
    const fact = readNumberIn(value[name], range);
    if (!fact.ok) return no(fact.fault, [name]);
    facts.push(fact.value);
  }
  const fit = fitted(describePairs(form, value), form, facts, kind);
  if (!fit.ok || (value.min === undefined && value.max === undefined)) return fit;
  return cutAt(fit.value, value, kind, describePairs(form, value));
}

function fitted(
  found: Words,
  names: readonly [string, string],
  facts: readonly number[],
  kind: QuantityKind,
): Reading<Distribution> {
  const [first = 0, second = 0] = facts;
  const support = supportOf(kind, facts);
  if (names[0] === 'mean') {
    const fit = fitMoments(support, first, second);
    return fit.ok ? checked(fit.value, kind, found) : no(messages.badDistribution(found, fit.said));
  }
  if (first >= second) return no(messages.reversedInterval(found, names[0], names[1]));
  const fit = fitInterval(support, names[0] === 'p10' ? 0.1 : 0.05, first, second);
  return fit.ok ? checked(fit.value, kind, found) : no(messages.badDistribution(found, fit.said));
}

function readFamily(value: Written, kind: QuantityKind): Reading<Distribution> {
  const name = isScalar(value.dist) ? String(value.dist) : String(describe(value.dist));
  const family = FAMILIES.find((candidate) => candidate === name);
  if (family === undefined) return no(messages.unknownFamily(name, FAMILIES), ['dist']);
  const names = Object.keys(FAMILY_PARAMETERS[family]);
  const two = TWO_PARAMETER_FAMILIES.find((candidate) => candidate === family);
  const quantiles = two === undefined ? [] : Object.keys(value).filter((key) => QUANTILE_KEY.test(key));
  const allowed = [...names, ...(two === undefined ? [] : ['mean', 'sd', ...quantiles])];
  const keys = isCutByBounds(family) ? [...allowed, 'min', 'max'] : allowed;
  const strange = Object.keys(value).find((key) => key !== 'dist' && !keys.includes(key));
  if (strange !== undefined) return no(messages.unknownKey(strange, [...new Set(keys)]), [strange], true);
  const moments = two !== undefined && two !== 'normal' && (value.mean !== undefined || value.sd !== undefined);
  if (two !== undefined && (moments || quantiles.length > 0)) {
    const given = names.find((key) => value[key] !== undefined && !(two === 'normal' && quantiles.length === 0));
    return readFacts(value, two, { quantiles, moments, given }, kind);
  }
  const read: Record<string, unknown> = { family };
  const column = columnOf(value);
  const found = familyInWords(family, value);
  if (column !== undefined) return cutAt({ family: 'empirical', sorted: column }, value, kind, found);
  for (const [key, parameter] of Object.entries(FAMILY_PARAMETERS[family])) {
    if (value[key] === undefined) {
      const open = family === 'truncnormal' ? OPEN_BOUNDS[key] : undefined;
      const other = key === 'min' ? value.max : value.min;
      if (open === undefined || other === undefined)
        return no(messages.missingKey(key, say`${family} with ${names.join(', ')}`));
      read[key] = open;
      continue;
    }
    const reading = readParameter(value[key], parameter, kind);
    if (!reading.ok) return no(reading.fault, [key, ...(reading.at ?? [])], reading.onKey);
    read[key] = reading.value;
  }
  if (family === 'empirical') return no(messages.missingKey('data', say`${family} with ${names.join(', ')}`));
  return isCutByBounds(family)
    ? cutAt(read as Distribution, value, kind, found)
    : checked(read as Distribution, kind, found);
}

type Written = Readonly<Record<string, unknown>>;

/** Where a truncnormal isn't cut. */
const OPEN_BOUNDS: Readonly<Record<string, number>> = { min: -Infinity, max: Infinity };

/** A family by two facts: mean and sd, or two quantiles, and not its parameters as well. */
function readFacts(
  value: Written,
  family: TwoParameterFamily,
  facts: { readonly quantiles: readonly string[]; readonly moments: boolean; readonly given: string | undefined },
  kind: QuantityKind,
): Reading<Distribution> {
  const { quantiles, moments, given } = facts;
  const names = moments ? ['mean', 'sd'] : quantiles;
  if (given !== undefined && !names.includes(given)) return no(messages.factsTwice(given, names), [given], true);
  if (moments && quantiles.length > 0)
    return no(messages.factsTwice(firstOf(quantiles), names), [firstOf(quantiles)], true);
  if (!moments && quantiles.length !== 2) return no(messages.notTwoQuantiles(quantiles.length));
  const read: number[] = [];
  for (const key of names) {
    if (value[key] === undefined) return no(messages.missingKey(key, 'both mean and sd'));
    const number = readNumber(value[key]);
    if (!number.ok) return no(number.fault, [key]);
    read.push(number.value);
  }
  const [first, second] = [firstOf(read), elementAt(read, 1)];
  const fact = (key: string, number: number) => ({
    p: Number(required(QUANTILE_KEY.exec(key))[1]) / 100,
    value: number,
  });
  const fit = moments
    ? fitFamilyMoments(family, first, second)
    : fitFamilyQuantiles(family, [fact(firstOf(names), first), fact(elementAt(names, 1), second)]);
  const found = `${family} with ${names.map((key) => `${key} ${String(value[key])}`).join(', ')}`;
  if (!fit.ok) return no(messages.badDistribution(found, fit.said));
  return family === 'uniform' ? checked(fit.value, kind, found) : cutAt(fit.value, value, kind, found);
}

/** A distribution cut to the `min` and `max` that stand with it; a normal so cut has a family of its own. */
function cutAt(d: Distribution, value: Written, kind: QuantityKind, found: Words): Reading<Distribution> {
  const bounds: number[] = [];
  for (const key of ['min', 'max']) {
    const reading = value[key] === undefined ? ok(required(OPEN_BOUNDS[key])) : readNumber(value[key]);
    if (!reading.ok) return no(reading.fault, [key]);
    bounds.push(reading.value);
  }
  const [min, max] = [firstOf(bounds), elementAt(bounds, 1)];
  if (min === -Infinity && max === Infinity) return checked(d, kind, found);
  const { mean, sd } = d.family === 'normal' ? d : { mean: 0, sd: 0 };
  const cut: Distribution =
    d.family === 'normal' ? { family: 'truncnormal', mean, sd, min, max } : { family: 'truncated', of: d, min, max };
  return checked(cut, kind, say`${found}, cut at ${[min, max].filter(Number.isFinite).join(' and ')}`);
}

function readParameter(value: unknown, parameter: ParameterKind, kind: QuantityKind): Reading<unknown> {
  if (parameter === 'number') return readNumber(value);
  if (parameter === 'text') {
    return typeof value === 'string' || typeof value === 'number'
      ? ok(String(value))
      : no(messages.wrongKind(describe(value), 'text'));
  }
  if (!Array.isArray(value) || value.length === 0) {
    return no(messages.wrongKind(describe(value), say`a list of ${phrase(parameter)}`));
  }
  const items: unknown[] = [];
  for (const [index, item] of value.entries()) {
    const reading = parameter === 'numbers' ? readNumber(item) : readDistribution(item, kind);
    if (!reading.ok) return no(reading.fault, [index, ...(reading.at ?? [])], reading.onKey);
    items.push(reading.value);
  }
  return ok(items);
}

/** Refuses what can't be drawn from, or leaves the range of its kind. */
function checked(distribution: Distribution, kind: QuantityKind, found: Words): Reading<Distribution> {
  const [reason] = checkDistribution(distribution, kind.support === 'proportion' ? 'amount' : kind.support);
  if (reason !== undefined) return no(messages.badDistribution(found, reason));
  // Draws below a bound are moved to it: harmless at a rate of 0, but a price of 0 buys the world. A tail below 0 that is
  // rarer than one draw in a million is cut where it is that rare (see compile.ts).
  return kind.above && cdf(distribution, 0) > RAREST_PRICE ? no(messages.notAbove0(found)) : ok(distribution);
}

function describePairs(names: readonly string[], value: Readonly<Record<string, unknown>>): string {
  return `{ ${names.map((name) => `${name}: ${String(value[name])}`).join(', ')} }`;
}

function familyInWords(family: WrittenFamily, value: Readonly<Record<string, unknown>>): Said {
  const parts = Object.keys(FAMILY_PARAMETERS[family]).map((name) => {
    const part = value[name];
    return typeof part === 'object' ? name : `${name} ${String(part)}`;
  });
  return say`${family} with ${parts.join(', ')}`;
}
