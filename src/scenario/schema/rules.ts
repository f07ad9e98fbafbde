import * as z from 'zod/mini';
import { required } from '../../required.js';
import { parsePeriods } from '../../units/period.js';
import * as messages from '../messages.js';
import { type Amount, type Bounds, type ShareRange, STAGES } from '../types.js';
import { choice, describe, isMap, isScalar, leaf, no, ok, type Reading } from './leaf.js';
import { platform } from './names.js';
import { AMOUNT, NUMBER_JSON, plainNumber, readNumber, readNumberIn, share } from './number.js';

const SHARE = { least: 0, most: 1 };

/** A range of shares in one text: `70-80%`, `75%`, `0.7 to 0.8`. */
function readShareRange(value: unknown): Reading<ShareRange> {
  const found = describe(value);
  const pair =
    typeof value === 'string' ? /^([\d._]+)\s*(%?)\s*(?:-|–|to)\s*([\d._]+)\s*(%?)$/.exec(value.trim()) : null;
  if (pair === null) {
    const one = readNumber(value);
    if (!one.ok) return no(messages.notAShareRange(found));
    const inside = readNumberIn(value, SHARE);
    return inside.ok ? ok({ min: inside.value, max: inside.value }) : inside;
  }
  const [, low = '', lowSign, high = '', highSign = ''] = pair;
  const min = readNumberIn(`${low}${lowSign || highSign}`, SHARE);
  const max = readNumberIn(`${high}${highSign}`, SHARE);
  if (!min.ok || !max.ok) return no(highSign === '' ? messages.notAShareRange(found) : messages.notARate(found));
  return min.value > max.value ? no(messages.reversedRange(found)) : ok({ min: min.value, max: max.value });
}

const scalarRange = leaf({ type: ['string', 'number'], examples: ['70-80%', '75%'] }, readShareRange);

/** Both bounds, one of which may be left out; a minimum above the maximum is reported. */
function rangeOf(min: number | undefined, max: number | undefined, context: z.core.ParsePayload): ShareRange {
  const range = { min: min ?? 0, max: max ?? 1 };
  if (range.min > range.max) {
    const fault = messages.contradiction(`min ${range.min}`, `max ${range.max}`);
    context.issues.push({ code: 'custom', input: range.min, path: ['min'], params: { fault, onKey: false } });
  }
  return range;
}

const shareRange = choice<ShareRange>('a share, a range such as 70-80%, or { min, max }', [
  { looksLike: isScalar, schema: scalarRange },
  {
    looksLike: isMap,
    schema: z.pipe(
      z.strictObject({ min: z.optional(share), max: z.optional(share) }),
      z.transform(({ min, max }, context): ShareRange => rangeOf(min, max, context)),
    ),
  },
]);

/** A stage's share, and ceilings on what it buys. */
export interface StageInput {
  readonly range: ShareRange | null;
  readonly cpa?: CeilingInput | undefined;
  readonly cpm?: CeilingInput | undefined;
}

/** Money, or a share of the budget. */
export const amount = leaf<Amount>(
  { ...NUMBER_JSON, description: 'Money (500) or a share of the budget (40%).' },
  (value) => {
    const number = readNumberIn(value, AMOUNT);
    if (!number.ok) return number;
    if (typeof value === 'string' && value.trim().endsWith('%')) {
      return number.value <= 1 ? ok({ kind: 'share', value: number.value }) : no(messages.notARate(String(value)));
    }
    // 0.4 may be meant as 40 % or as 40 cents: nothing is guessed.
    if (number.value > 0 && number.value <= 1) return no(messages.notAnAmount(describe(value)));
    return ok({ kind: 'money', value: number.value });
  },
);

const boundsShape = { min: z.optional(amount), max: z.optional(amount), fixed: z.optional(amount) };

/** Bounds as a file gives them; what is left out is `undefined`. */
export type BoundsInput = { readonly [Key in keyof Bounds]?: Amount | undefined };

function readRatio(value: unknown): Reading<readonly [number, number]> {
  const parts = typeof value === 'string' ? value.split(':') : [];
  if (parts.length !== 2) return no(messages.notARatio(describe(value)));
  const [left, right] = parts.map((part) => readNumberIn(part.trim(), { ...AMOUNT, above: true }));
  if (left === undefined || right === undefined || !left.ok || !right.ok)
    return no(messages.notARatio(describe(value)));
  return ok([left.value, right.value]);
}

const ratio = leaf({ type: 'string', pattern: '^.+:.+$', examples: ['1:2'] }, readRatio);

export interface Retargeting {
  readonly ratio: readonly [number, number];
  readonly tolerance: number;
}

const retargeting = choice<Retargeting>('a ratio such as 1:2, or { ratio: 1:2, tolerance: 10% }', [
  {
    looksLike: isScalar,
    schema: leaf({ type: 'string', pattern: '^.+:.+$', examples: ['1:2'] }, (value) => {
      const reading = readRatio(value);
      return reading.ok ? ok({ ratio: reading.value, tolerance: 0 }) : reading;
    }),
  },
  { looksLike: isMap, schema: withTolerance(z.strictObject({ ratio, tolerance: z.optional(share) })) },
]);

function readSplit(value: unknown): Reading<readonly [number, number, number]> {
  const found = describe(value);
  const parts = typeof value === 'string' ? value.split(/\s*[-–]\s*/) : [];
  if (parts.length !== 3) return no(messages.notASplit(found));
  const bare = parts.map((part) => part.replace('%', ''));
  const sum = sumOf(bare);
  if (sum === null) return no(messages.notASplit(found));
  const percents = sum > 2;
  // Read anew as a percentage: 33.3 / 100 is not the double nearest to 0.333.
  const [proven, experiment, moonshot] = bare.map((part) => readNumber(percents ? `${part}%` : part));
  const whole = percents ? 100 : 1;
  if (Math.abs(sum - whole) > 1e-9 * whole) return no(messages.splitSum(found, percents ? `${sum}%` : String(sum)));
  if (!proven?.ok || !experiment?.ok || !moonshot?.ok) return no(messages.notASplit(found));
  return ok([proven.value, experiment.value, moonshot.value]);
}

function sumOf(parts: readonly string[]): number | null {
  let sum = 0;
  for (const part of parts) {
    const number = readNumberIn(part, AMOUNT);
    if (!number.ok) return null;
    sum += number.value;
  }
  return sum;
}

export interface Split {
  readonly split: readonly [number, number, number];
  readonly tolerance: number;
}

const SPLIT_JSON = { type: 'string', pattern: '^.+-.+-.+$', examples: ['60-30-10'] };
const creative = choice<Split>('a split such as 60-30-10, or { split: 60-30-10, tolerance: 10% }', [
  {
    looksLike: isScalar,
    schema: leaf(SPLIT_JSON, (value) => {
      const reading = readSplit(value);
      return reading.ok ? ok({ split: reading.value, tolerance: 0 }) : reading;
    }),
  },
  {
    looksLike: isMap,
    schema: withTolerance(z.strictObject({ split: leaf(SPLIT_JSON, readSplit), tolerance: z.optional(share) })),
  },
]);

function withTolerance<T extends object>(schema: z.ZodMiniType<T & { tolerance?: number | undefined }>) {
  return z.pipe(
    schema,
    z.transform((value): T & { tolerance: number } => ({ ...value, tolerance: value.tolerance ?? 0 })),
  );
}

const money = plainNumber({ ...AMOUNT, above: true });

/** A probability that something holds with: 0 % and 100 % can't be shown by draws. */
const probability = leaf<number>({ ...NUMBER_JSON, description: 'A probability, such as 80%.' }, (value) => {
  const number = readNumber(value);
  if (!number.ok) return number;
  return number.value > 0 && number.value < 1 ? number : no(messages.notAProbability(describe(value)));
});

export interface CeilingInput {
  readonly max: number;
  readonly probability?: number | undefined;
}

const ceiling = choice<CeilingInput>('a ceiling such as 9, or { max: 9, probability: 80% }', [
  {
    looksLike: isScalar,
    schema: z.pipe(
      money,
      z.transform((max): CeilingInput => ({ max })),
    ),
  },
  { looksLike: isMap, schema: z.strictObject({ max: money, probability: z.optional(probability) }) },
]);

export interface RoasInput {
  readonly min: number;
  readonly probability?: number | undefined;
}

const roas = choice<RoasInput>('a least ratio such as 2, or { min: 2, probability: 80% }', [
  {
    looksLike: isScalar,
    schema: z.pipe(
      money,
      z.transform((min): RoasInput => ({ min })),
    ),
  },
  { looksLike: isMap, schema: z.strictObject({ min: money, probability: z.optional(probability) }) },
]);

/** A share of draws: 0 of them have no mean. */
export const tailShare = plainNumber({ least: 0, most: 1, above: true });

const floorOfTail = z.strictObject({
  min: plainNumber({ least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }),
  tail: z.optional(tailShare),
});

const newChannels = z.strictObject({ platforms: z.array(platform), min: share });

function byName<const Name extends string, T>(names: readonly Name[], schema: z.ZodMiniType<T>) {
  const entries = names.map((name) => [name, z.optional(schema)] as const);
  return z.strictObject(Object.fromEntries(entries) as Record<Name, z.ZodMiniOptional<z.ZodMiniType<T>>>);
}

const ceilingShape = { cpa: z.optional(ceiling), cpm: z.optional(ceiling) };

const stage = choice<StageInput>('a share, a range such as 70-80%, or { min, max, cpa, cpm }', [
  {
    looksLike: isScalar,
    schema: z.pipe(
      scalarRange,
      z.transform((range): StageInput => ({ range })),
    ),
  },
  {
    looksLike: isMap,
    schema: z.pipe(
      z.strictObject({ min: z.optional(share), max: z.optional(share), ...ceilingShape }),
      z.transform(({ min, max, cpa, cpm }, context): StageInput => {
        const range = rangeOf(min, max, context);
        return { range: min === undefined && max === undefined && (cpa ?? cpm) !== undefined ? null : range, cpa, cpm };
      }),
    ),
  },
]);

/** How far something may go from where it is, as a share: `±20%`, `20%`. */
const change = leaf<number>(
  { ...NUMBER_JSON, description: 'A share of what it is in the plan given, such as ±20%.' },
  (value) => {
    const written = typeof value === 'string' ? value.trim().replace(/^(±|\+\/?-)\s*/, '') : value;
    const reading = readNumberIn(written, { least: 0, most: Number.POSITIVE_INFINITY });
    return reading.ok ? reading : no(messages.notAChange(describe(value)));
  },
);

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.4375 };

/** Practice's lock: sixty days, so that a plan adapts to the next of the platforms' waves and not to every week. */
const FIELD_LOCK_DAYS = 60;

/** A number of days: `60 days`, `8 weeks`, `2 months`; or `field`, practice's. */
const lock = leaf<number>({ type: 'string', pattern: '^\\s*([0-9_]+\\s*(day|week|month)s?|field)\\s*$' }, (value) => {
  if (typeof value === 'string' && value.trim() === 'field') return ok(FIELD_LOCK_DAYS);
  const parsed = typeof value === 'string' ? parsePeriods(value) : null;
  return parsed?.ok
    ? ok(parsed.value.periods * required(DAYS[parsed.value.unit]))
    : no(messages.notAHorizon(describe(value), ''));
});

const hold = z.array(z.string());

/** `rules`: what a plan is held to. */
export const rulesSchema = z.strictObject({
  prospecting: z.optional(shareRange),
  stages: z.optional(byName(STAGES, stage)),
  retargeting: z.optional(retargeting),
  creative: z.optional(creative),
  platforms: z.optional(z.record(z.string(), z.strictObject({ ...boundsShape, ...ceilingShape }))),
  lines: z.optional(
    z.record(
      z.string(),
      z.strictObject({
        ...boundsShape,
        ...ceilingShape,
        min_daily: z.optional(plainNumber(AMOUNT)),
        hold: z.optional(hold),
        change: z.optional(change),
      }),
    ),
  ),
  new_channels: z.optional(newChannels),
  cpa: z.optional(ceiling),
  cpm: z.optional(ceiling),
  roas: z.optional(roas),
  cvar: z.optional(floorOfTail),
  adequacy: z.optional(plainNumber(AMOUNT)),
  hold: z.optional(hold),
  change: z.optional(change),
  week_change: z.optional(change),
  lock: z.optional(lock),
  min_move: z.optional(amount),
});
export type RulesInput = z.infer<typeof rulesSchema>;
