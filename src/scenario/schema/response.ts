import type * as z from 'zod/mini';
import type { Distribution } from '../../distributions/types.js';
import { elementAt, firstOf, required } from '../../required.js';
import { type Said, say } from '../../words/said.js';
import { type DrawsTable, drawsTableOf } from '../data/draws.js';
import * as messages from '../messages.js';
import {
  ADSTOCK_PARAMETERS,
  CURVE_ALIASES,
  CURVE_PARAMETERS,
  GAMMA,
  type ParameterSpec,
} from '../response/parameters.js';
import {
  ADSTOCKS,
  type Adstock,
  RESPONSE_CURVES,
  RESPONSE_OUTCOMES,
  type ResponseCurve,
  type ResponseOutcome,
  type ResponseParameter,
} from '../response/types.js';
import type { PeriodUnit } from '../types.js';
import { readDistribution } from './distribution.js';
import { describe, isMap, type JsonSchema, leaf, no, ok, type Reading } from './leaf.js';
import { AMOUNT, NUMBER_JSON, readNumberIn } from './number.js';

type Parameters = Partial<Record<ResponseParameter, Distribution>>;
type Written = Readonly<Record<string, unknown>>;
type Refusal = Extract<Reading<never>, { ok: false }>;

/** A line's `response` as written; what its draws hold is looked up once the line's id is known. */
export interface ResponseInput {
  readonly curve: ResponseCurve;
  readonly of: ResponseOutcome;
  readonly period: PeriodUnit;
  readonly parameters: Parameters;
  readonly points: readonly (readonly [number, number])[];
  readonly range: readonly [number, number] | null;
  readonly spendScale: number;
  readonly valueScale: number;
  readonly adstock: Adstock | null;
  readonly carryIn: readonly number[];
  readonly draws: { readonly table: DrawsTable; readonly columns: Readonly<Partial<Record<string, string>>> } | null;
  /** Parameters that the file doesn't give: the draws have to. */
  readonly open: readonly ParameterSpec[];
}

const PERIODS = ['day', 'week', 'month'] as const;
/** Periods that a spend may work in: two years of weeks. */
const MAX_LENGTH = 104;

const GENERAL_KEYS = [
  'curve',
  'of',
  'period',
  'points',
  'range',
  'spend_scale',
  'value_scale',
  'adstock',
  'carry_in',
  'draws',
] as const;

/** `response` of a line: a fitted curve from spend to conversions or revenue, in place of the funnel. */
export const responseSchema: z.ZodMiniType<ResponseInput> = leaf(jsonSchema(), readResponse);

function readResponse(value: unknown): Reading<ResponseInput> {
  if (!isMap(value)) return no(messages.wrongKind(describe(value), 'a map such as { curve: hill, … }'));
  if (value.curve === undefined) return no(messages.missingKey('curve', say`one of ${RESPONSE_CURVES.join(', ')}`));
  const named = describeName(value.curve);
  const alias = Object.hasOwn(CURVE_ALIASES, named) ? CURVE_ALIASES[named] : undefined;
  const curve = RESPONSE_CURVES.find((name) => name === named) ?? alias;
  if (curve === undefined) return no(messages.notOneOf(named, RESPONSE_CURVES), ['curve']);

  const gamma = curve === 'hill' && value.gamma !== undefined;
  const specs = CURVE_PARAMETERS[curve].map((spec) => (gamma && spec.name === 'half_saturation' ? GAMMA : spec));
  const keys = [
    ...specs.flatMap((spec) => spec.keys),
    ...(curve === 'hill' ? ['gamma', 'range'] : []),
    ...(curve === 'table' ? ['points'] : []),
    ...GENERAL_KEYS.filter((key) => key !== 'points' && key !== 'range'),
  ];
  const strange = Object.keys(value).find((key) => !keys.includes(key));
  if (strange !== undefined) return no(messages.unknownKey(strange, keys), [strange], true);

  const of = oneOf(value, 'of', RESPONSE_OUTCOMES, 'conversions');
  if (!of.ok) return of;
  const period = oneOf(value, 'period', PERIODS, 'week');
  if (!period.ok) return period;
  const points = readPoints(value, curve);
  if (!points.ok) return points;
  const range = readRange(value, gamma);
  if (!range.ok) return range;
  const spendScale = readScale(value, 'spend_scale');
  if (!spendScale.ok) return spendScale;
  const valueScale = readScale(value, 'value_scale');
  if (!valueScale.ok) return valueScale;
  const adstock = readAdstock(value.adstock, value.draws !== undefined);
  if (!adstock.ok) return no(adstock.fault, ['adstock', ...(adstock.at ?? [])], adstock.onKey);
  const carryIn = readCarryIn(value.carry_in, adstock.value?.adstock ?? null);
  if (!carryIn.ok) return no(carryIn.fault, ['carry_in', ...(carryIn.at ?? [])], carryIn.onKey);
  const own = readParameters(value, specs, say`${curve} with ${inWords(specs)}`, value.draws !== undefined);
  if (!own.ok) return own;
  const all = [...specs, ...(adstock.value?.specs ?? [])];
  const draws = readDraws(value, all);
  if (!draws.ok) return draws;
  return ok({
    curve,
    of: of.value,
    period: period.value,
    parameters: { ...own.value.parameters, ...adstock.value?.parameters },
    points: points.value,
    range: range.value,
    spendScale: spendScale.value,
    valueScale: valueScale.value,
    adstock: adstock.value?.adstock ?? null,
    carryIn: carryIn.value,
    draws: draws.value,
    open: [...own.value.open, ...(adstock.value?.open ?? [])],
  });
}

function describeName(value: unknown): string {
  return typeof value === 'string' ? value : String(describe(value));
}

function oneOf<T extends string>(value: Written, key: string, names: readonly T[], fallback: T): Reading<T> {
  if (value[key] === undefined) return ok(fallback);
  const found = names.find((name) => name === value[key]);
  return found === undefined ? no(messages.notOneOf(describeName(value[key]), names), [key]) : ok(found);
}

function inWords(specs: readonly ParameterSpec[]): string {
  return specs.map(({ keys: [key, ...also] }) => (also.length > 0 ? `${key} (or ${also.join(', ')})` : key)).join(', ');
}

/** Parameters under any of their names; those left out are `open`, or refused where no draws could give them. */
function readParameters(
  value: Written,
  specs: readonly ParameterSpec[],
  expected: Said,
  hasDraws: boolean,
): Reading<{ readonly parameters: Parameters; readonly open: readonly ParameterSpec[] }> {
  const parameters: Parameters = {};
  const open: ParameterSpec[] = [];
  for (const spec of specs) {
    const [key, again] = spec.keys.filter((name) => value[name] !== undefined);
    if (again !== undefined) return no(messages.parameterTwice(required(key), again), [again], true);
    if (key !== undefined) {
      const reading = readDistribution(value[key], spec.kind);
      if (!reading.ok) return no(reading.fault, [key, ...(reading.at ?? [])], reading.onKey);
      parameters[spec.name] = reading.value;
    } else if (hasDraws) open.push(spec);
    else if (spec.fallback !== undefined) parameters[spec.name] = { family: 'fixed', value: spec.fallback };
    else return no(messages.missingKey(firstOf(spec.keys), expected));
  }
  return ok({ parameters, open });
}

function readScale(value: Written, key: string): Reading<number> {
  if (value[key] === undefined) return ok(1);
  const reading = readNumberIn(value[key], { ...AMOUNT, above: true });
  return reading.ok ? reading : no(reading.fault, [key]);
}

function readRange(value: Written, gamma: boolean): Reading<readonly [number, number] | null> {
  if (!gamma) {
    return value.range === undefined ? ok(null) : no(messages.rangeWithoutGamma(), ['range'], true);
  }
  if (value.range === undefined) return no(messages.missingKey('range', 'gamma with range: [lowest, highest spend]'));
  const [low, high, ...rest] = Array.isArray(value.range) ? value.range.map((end) => readNumberIn(end, AMOUNT)) : [];
  if (low?.ok !== true || high?.ok !== true || rest.length > 0 || low.value >= high.value) {
    return no(messages.wrongKind(describe(value.range), 'two numbers that go up, such as [0, 4200]'), ['range']);
  }
  return ok([low.value, high.value]);
}

/** A table's points: spend goes up from 0, and what it brings never falls. */
function readPoints(value: Written, curve: ResponseCurve): Reading<readonly (readonly [number, number])[]> {
  if (curve !== 'table') return ok([]);
  if (value.points === undefined) return no(messages.missingKey('points', 'table with points: [[0, 0], [100, 12], …]'));
  if (!Array.isArray(value.points) || value.points.length < 2) {
    return no(messages.wrongKind(describe(value.points), 'at least two points such as [[0, 0], [100, 12]]'), [
      'points',
    ]);
  }
  const points: [number, number][] = [];
  for (const [k, point] of value.points.entries()) {
    const at = ['points', k];
    if (!Array.isArray(point) || point.length !== 2) {
      return no(messages.wrongKind(describe(point), 'a point such as [100, 12]: spend, and what it brings'), at);
    }
    const pair: number[] = [];
    for (const [which, number] of point.entries()) {
      const reading = readNumberIn(number, AMOUNT);
      if (!reading.ok) return no(reading.fault, [...at, which]);
      pair.push(reading.value);
    }
    const [spend, brings] = [firstOf(pair), elementAt(pair, 1)];
    const before = points.at(-1);
    if (before === undefined ? spend !== 0 : spend <= before[0]) {
      return no(messages.tableSpend(String(spend), before?.[0] ?? null), [...at, 0]);
    }
    if (before !== undefined && brings < before[1])
      return no(messages.tableFalls(String(brings), before[1]), [...at, 1]);
    points.push([spend, brings]);
  }
  return ok(points);
}

interface AdstockInput {
  readonly adstock: Adstock;
  readonly specs: readonly ParameterSpec[];
  readonly parameters: Parameters;
  readonly open: readonly ParameterSpec[];
}

function readAdstock(value: unknown, hasDraws: boolean): Reading<AdstockInput | null> {
  if (value === undefined) return ok(null);
  if (!isMap(value)) {
    return no(messages.wrongKind(describe(value), 'a map such as { type: geometric, alpha: 0.5, l_max: 8 }'));
  }
  if (value.type === undefined) return no(messages.missingKey('type', say`one of ${ADSTOCKS.join(', ')}`));
  const kind = ADSTOCKS.find((name) => name === value.type);
  if (kind === undefined) return no(messages.notOneOf(describeName(value.type), ADSTOCKS), ['type']);
  const specs = ADSTOCK_PARAMETERS[kind];
  const keys = ['type', ...specs.flatMap((spec) => spec.keys), 'l_max', 'normalised'];
  const strange = Object.keys(value).find((key) => !keys.includes(key));
  if (strange !== undefined) return no(messages.unknownKey(strange, keys), [strange], true);
  if (value.l_max === undefined) {
    return no(messages.missingKey('l_max', 'l_max: the number of periods that a spend works in, its own included'));
  }
  const length = readNumberIn(value.l_max, { least: 1, most: MAX_LENGTH, whole: true });
  if (!length.ok) return no(length.fault, ['l_max']);
  const { normalised = true } = value;
  if (typeof normalised !== 'boolean') {
    return no(messages.wrongKind(describe(normalised), 'true or false'), ['normalised']);
  }
  const read = readParameters(value, specs, say`${kind} with ${inWords(specs)}`, hasDraws);
  if (!read.ok) return read;
  return ok({ adstock: { kind, length: length.value, normalised }, specs, ...read.value });
}

/** One number for every period before, or a list in time order, whose last is the period before the first. */
function readCarryIn(value: unknown, adstock: Adstock | null): Reading<readonly number[]> {
  if (value === undefined) return ok([]);
  if (adstock === null) return no(messages.carryInAlone(), [], true);
  const before = adstock.length - 1;
  if (!Array.isArray(value)) {
    const reading = readNumberIn(value, AMOUNT);
    return reading.ok ? ok(new Array<number>(before).fill(reading.value)) : reading;
  }
  const spends: number[] = [];
  for (const [k, item] of value.entries()) {
    const reading = readNumberIn(item, AMOUNT);
    if (!reading.ok) return no(reading.fault, [k]);
    spends.push(reading.value);
  }
  return ok(spends.reverse().slice(0, before));
}

/** `draws: FILE`, or `{ file, columns }` with the columns that go by other names. */
function readDraws(value: Written, specs: readonly ParameterSpec[]): Reading<ResponseInput['draws']> {
  const { draws } = value;
  if (draws === undefined) return ok(null);
  const refused = (found: unknown, at: string[]): Refusal =>
    no(messages.wrongKind(describe(found), 'a CSV file such as posterior.csv, or { file, columns }'), at);
  if (isMap(draws)) {
    const strange = Object.keys(draws).find((key) => key !== 'file' && key !== 'columns');
    if (strange !== undefined) return no(messages.unknownKey(strange, ['file', 'columns']), ['draws', strange], true);
  }
  const file = isMap(draws) ? draws.file : draws;
  if (typeof file !== 'string' || file === '') return refused(file, isMap(draws) ? ['draws', 'file'] : ['draws']);
  const table = drawsTableOf(value);
  if (table === undefined) return refused(file, ['draws']);
  const given = isMap(draws) ? (draws.columns ?? {}) : {};
  if (!isMap(given)) return no(messages.wrongKind(describe(given), 'a map of parameters'), ['draws', 'columns']);
  const columns: Partial<Record<string, string>> = {};
  const known = specs.flatMap(columnKeys);
  for (const [key, column] of Object.entries(given)) {
    if (!known.includes(key)) return no(messages.unknownKey(key, known), ['draws', 'columns', key], true);
    const spec = required(specs.find((one) => columnKeys(one).includes(key)));
    const name = typeof column === 'number' ? String(column) : describeName(column);
    if (!table.header.includes(name)) {
      return no(messages.missingColumn(name, table.header), ['draws', 'columns', key]);
    }
    columns[spec.name] = name;
  }
  return ok({ table, columns });
}

/** What a parameter's column is called: the parameter's names, those of an adstock after `adstock_`. */
export function columnKeys({ name, keys }: ParameterSpec): readonly string[] {
  return name.startsWith('adstock_') ? keys.map((key) => `adstock_${key}`) : keys;
}

function jsonSchema(): JsonSchema {
  const distribution = { $ref: '#/$defs/distribution' };
  const numbers = { type: 'array', items: NUMBER_JSON };
  const parameters = (specs: readonly ParameterSpec[]): Record<string, JsonSchema> =>
    Object.fromEntries(
      specs.flatMap(({ keys, description }) => keys.map((key) => [key, { ...distribution, description }])),
    );
  const adstocks = ADSTOCKS.map((kind) => ({
    type: 'object',
    properties: {
      type: { const: kind },
      ...parameters(ADSTOCK_PARAMETERS[kind]),
      l_max: { ...NUMBER_JSON, description: 'Periods that a spend works in, its own included.' },
      normalised: { type: 'boolean', description: 'Whether the weights sum to 1; true where left out.' },
    },
    required: ['type', 'l_max'],
    additionalProperties: false,
  }));
  const file = { type: 'string', description: 'A CSV file of posterior draws; each future takes one row.' };
  const general: Record<string, JsonSchema> = {
    of: { enum: [...RESPONSE_OUTCOMES], description: 'What the curve tells: conversions (the default) or revenue.' },
    period: { enum: [...PERIODS], description: 'What one period of the curve is; week where left out.' },
    spend_scale: { ...NUMBER_JSON, description: "Currency in one unit of the curve's spend; 1 where left out." },
    value_scale: { ...NUMBER_JSON, description: "Conversions or currency in one unit of the curve's outcome." },
    adstock: { anyOf: adstocks },
    carry_in: { anyOf: [NUMBER_JSON, numbers], description: 'Spend of the periods before; 0 where left out.' },
    draws: {
      anyOf: [
        file,
        {
          type: 'object',
          properties: { file, columns: { type: 'object' } },
          required: ['file'],
          additionalProperties: false,
        },
      ],
    },
  };
  const curves = RESPONSE_CURVES.map((curve) => ({
    type: 'object',
    properties: {
      curve: { enum: [curve, ...Object.keys(CURVE_ALIASES).filter((alias) => CURVE_ALIASES[alias] === curve)] },
      ...parameters(CURVE_PARAMETERS[curve]),
      ...(curve === 'hill' ? { ...parameters([GAMMA]), range: { ...numbers, minItems: 2, maxItems: 2 } } : {}),
      ...(curve === 'table'
        ? { points: { type: 'array', minItems: 2, items: { ...numbers, minItems: 2, maxItems: 2 } } }
        : {}),
      ...general,
    },
    required: curve === 'table' ? ['curve', 'points'] : ['curve'],
    additionalProperties: false,
  }));
  return {
    description: 'A fitted curve from spend to conversions or revenue, in place of the funnel.',
    anyOf: curves,
  };
}
