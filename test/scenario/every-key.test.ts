import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, type Node, parseDocument, type Range } from 'yaml';
import { formatProblem, parseScenario, scenarioJsonSchema } from '../../src/scenario/index.js';
import type { Problem } from '../../src/scenario/problem.js';
import { sampled } from '../sample.js';
import { quickFirst } from '../slow.js';
import { EVERY_KEY } from './every-key.js';
import { mistakes, valid } from './helpers.js';

/** Keys of a file that sections 7 and 11 to 18 brought; what stands under them is found in the schema. */
const FEATURES = [
  ...['audiences', 'creators_from', 'creators', 'organic', 'brand', 'noise', 'shocks', 'phases', 'metrics', 'formats'],
  ...['content', 'community', 'attribution', 'season.weekday', 'stocks.overlap', 'market'],
  ...['segment', 'audience', 'match', 'pressure', 'pressure_at', 'formats', 'carry_in', 'incrementality'].map(
    (key) => `lines.${key}`,
  ),
];

/** Shares: more than all of it is refused. */
const SHARES = [
  ...[
    'authentic',
    'reach_rate',
    'reproduction',
    'ctr',
    'view_rate',
    'cvr',
    'revenue_share',
    'upfront',
    'rights.share',
  ].map((key) => `creators.${key}`),
  ...['authentic', 'reach_rate', 'reproduction', 'ctr', 'view_rate', 'cvr'].map((key) => `organic.${key}`),
  ...[
    'brand.recall',
    'stocks.overlap',
    'shocks.probability',
    'metrics.*.rate',
    'community.messages',
    'community.reply',
  ],
  ...['attribution.tracking', 'attribution.view_through.*', 'lines.match', 'lines.incrementality'],
  'lines.formats.*',
];

type Json = Readonly<Record<string, unknown>> & {
  readonly anyOf?: readonly Json[];
  readonly items?: Json;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly $ref?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly additionalProperties?: Json | false;
};

const waysOf = (schema: Json): readonly Json[] =>
  schema.anyOf === undefined ? [schema] : schema.anyOf.flatMap((way) => waysOf(way));
const within = (schema: Json): readonly Json[] =>
  waysOf(schema).flatMap((way) => (way.items === undefined ? [way] : waysOf(way.items)));

/** Every key that may be written below a schema, by its path; `*` for a name of one's own. */
function pathsOf(schema: Json, path: string): string[] {
  const below = (key: string, inner: Json): string[] => {
    const here = path === '' ? key : `${path}.${key}`;
    return [here, ...pathsOf(inner, here)];
  };
  return within(schema).flatMap(({ properties = {}, additionalProperties }) => [
    ...Object.entries(properties).flatMap(([key, inner]) => below(key, inner)),
    ...(typeof additionalProperties === 'object' ? below('*', additionalProperties) : []),
  ]);
}

/** A key as it is written: where it and its value stand, and what may stand there. */
interface Written {
  readonly path: string;
  readonly key: string;
  readonly schema: Json;
  readonly keyAt: Range;
  readonly valueAt: Range;
  readonly value: Node;
  /** Whether the file is wrong without it. */
  readonly required: boolean;
}

function writtenBelow(node: Node, schema: Json, path: string): Written[] {
  if (isSeq(node)) return (node.items as Node[]).flatMap((item) => writtenBelow(item, schema, path));
  if (!isMap<Node, Node>(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : '';
    for (const { properties, additionalProperties, required = [] } of within(schema)) {
      const own = properties?.[name];
      const inner = own ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
      if (inner === undefined) continue;
      const step = own === undefined ? '*' : name;
      const here = path === '' ? step : `${path}.${step}`;
      const one = { path: here, key: name, schema: inner, keyAt: key.range!, valueAt: value!.range!, value: value! };
      return [{ ...one, required: required.includes(name) }, ...writtenBelow(value!, inner, here)];
    }
    throw new Error(`${name} is no key`);
  });
}

const SCHEMA = scenarioJsonSchema() as Json;
const isFeature = (path: string): boolean => FEATURES.some((key) => path === key || path.startsWith(`${key}.`));
const written = writtenBelow(parseDocument(EVERY_KEY).contents!, SCHEMA, '').filter(({ path }) => isFeature(path));
/** Each key once, where it is written first. */
const keys = written.filter(({ path }, at) => written.findIndex((other) => other.path === path) === at);

const isNumber = ({ schema }: Written): boolean =>
  schema.$ref === '#/$defs/distribution' ||
  (waysOf(schema).some(({ type }) => type === 'number') &&
    waysOf(schema).every(({ pattern }) => !pattern?.includes('@')));
const isNested = ({ value }: Written): boolean => isMap(value) || (isSeq(value) && isMap(value.items[0]));

/** Line and column of a place in the file, or of one so many characters further on the same line. */
const placeOf = (at: number, further = 0): string => {
  const lines = EVERY_KEY.slice(0, at).split('\n');
  return `${lines.length}:${lines.at(-1)!.length + 1 + further}`;
};
/** The file with another value of a key, behind it on its line. */
const withValue = ({ keyAt, valueAt }: Written, text: string): string =>
  `${EVERY_KEY.slice(0, keyAt[1])}: ${text}${EVERY_KEY.slice(valueAt[1]).replace(/^(?=[^\n])/, '\n')}`;
const behind = ({ keyAt }: Written): string => placeOf(keyAt[1], 2);

/** The one mistake of a file. */
async function onlyMistake(text: string): Promise<Problem> {
  const problems = await mistakes(text);
  expect(problems.map(formatProblem)).toHaveLength(1);
  return problems[0]!;
}

async function expectMistake(text: string, place: string, found: string): Promise<Problem> {
  const problem = await onlyMistake(text);
  const { line, column } = problem;
  expect(`${line}:${column}`, problem.message).toBe(place);
  expect(problem.found).toContain(found);
  expect(problem.expected).toMatch(/\S/);
  return problem;
}

/** Keys and their names: all of a short list, of a long one so many outside a full run. */
const named = (list: readonly Written[], most = 60): [string, Written][] =>
  sampled(list, most).map((one) => [one.path, one]);

describe('a plan with every key', () => {
  it('is right as it stands', async () => {
    await expect(valid(EVERY_KEY)).resolves.toMatchObject({ name: 'Every key' });
  });

  it('has every key that the schema has there', () => {
    const kinds = /^content\.(hero|hub|help)/;
    const all = pathsOf(SCHEMA, '').filter(isFeature);
    const has = new Set(keys.map(({ path }) => path.replace(kinds, 'content.KIND')));
    expect(new Set(all.map((path) => path.replace(kinds, 'content.KIND')))).toEqual(has);
    expect(SHARES.filter((path) => !has.has(path))).toEqual([]);
  });
});

describe('a misspelt key', () => {
  const own = keys.filter(({ path }) => !path.endsWith('*'));
  for (const [cases, options] of quickFirst(named(own), 15))
    it.each(cases)('%s is told once, where it stands, with what it was meant to be', options, async (_, one) => {
      const strange = `${one.key}${one.key.at(-1)}`;
      const [from, to] = one.keyAt;
      const text = `${EVERY_KEY.slice(0, from)}${strange}${EVERY_KEY.slice(to)}`;
      // The nearest name of two or three letters would be a guess.
      if (one.key.length < 4) {
        const problems = await mistakes(text);
        const unknown = problems.find(({ found }) => found.startsWith(`"${strange}"`));
        expect(`${unknown?.line}:${unknown?.column}`).toBe(placeOf(from));
        expect(unknown?.expected).toContain(one.key);
        return;
      }
      const problem = await expectMistake(text, placeOf(from), `"${strange}", a key that this version does not know`);
      expect(problem.suggestion).toBe(one.key);
    });
});

describe('a key left out', () => {
  const needed = keys.filter(({ required, path }) => required && !path.endsWith('*'));
  for (const [cases, options] of quickFirst(named(needed), 15))
    it.each(cases)('%s is missed', options, async (_, one) => {
      const parent = one.path.split('.').slice(0, -1).join('.');
      const holds = ({ valueAt }: Written): boolean => valueAt[0] <= one.keyAt[0] && one.keyAt[0] < valueAt[1];
      const around = written.find((other) => other.path === parent && holds(other));
      if (around !== undefined && isMap(around.value) && around.value.items.length === 1) {
        const problem = await expectMistake(withValue(around, '{}'), behind(around), `no ${one.key}`);
        expect(problem.expected).toContain(one.key);
        return;
      }
      const from = one.keyAt[0];
      // The first of a list's item takes the dash with it: something stands in its place.
      const rest = EVERY_KEY.slice(one.valueAt[1]).replace(/^\n/, '').trimStart();
      const problem = await onlyMistake(`${EVERY_KEY.slice(0, from)}${rest}`);
      expect(problem.found).toBe(`no ${one.key}`);
      expect(problem.expected).toContain(one.key);
      expect(problem.line).toBeLessThanOrEqual(Number(placeOf(from).split(':')[0]));
    });
});

describe('a value of another kind', () => {
  for (const [cases, options] of quickFirst(named(keys.filter((one) => !isNested(one))), 15))
    it.each(cases)('%s is told', options, async (_, one) => {
      if (isSeq(one.value)) await expectMistake(withValue(one, '{ strange: 1 }'), behind(one), 'a map with strange');
      else await expectMistake(withValue(one, '[[1]]'), behind(one), 'a list of 1');
    });

  for (const [cases, options] of quickFirst(named(keys.filter(isNested)), 15))
    it.each(cases)('%s, where one number stands for all of it', options, async (path, one) => {
      if (path === 'creators.posts') return;
      await expectMistake(withValue(one, '7'), behind(one), '7');
    });
});

describe('a number', () => {
  const numbers = keys.filter((one) => isNumber(one) && !isNested(one) && !isSeq(one.value));
  for (const [cases, options] of quickFirst(named(numbers, 30), 15))
    it.each(cases)('%s is no word, not below 0, and finite', options, async (path, one) => {
      await expectMistake(withValue(one, 'many'), behind(one), '"many"');
      await expectMistake(withValue(one, '-3'), behind(one), '-3');
      await expectMistake(withValue(one, '.inf'), behind(one), '.inf');
      if (SHARES.includes(path)) await expectMistake(withValue(one, '150%'), behind(one), '150%');
    });

  it.each(
    named(
      keys.filter(({ schema }) => schema.$ref !== undefined),
      30,
    ),
  )('%s may be an interval, but none that goes down', async (_, one) => {
    await expectMistake(withValue(one, '0.5 to 0.2'), behind(one), '"0.5 to 0.2"');
    await expectMistake(withValue(one, '{ mean: 0.5, std: 1 }'), placeOf(one.keyAt[1], 15), '"std"');
  });
});

describe('a pressure', () => {
  it('is not above 1', async () => {
    const one = keys.find(({ path }) => path === 'lines.pressure')!;
    await expectMistake(withValue(one, '150%'), behind(one), 'a pressure that can well be above 1');
  });
});

describe('a choice of names', () => {
  const choices = keys.filter(({ schema, value }) => schema.enum !== undefined && isScalar(value));
  for (const [cases, options] of quickFirst(named(choices), 15))
    it.each(cases)('%s is one of them', options, async (_, one) => {
      const problem = await expectMistake(withValue(one, 'perhaps'), behind(one), '"perhaps"');
      for (const name of one.schema.enum!.filter((each) => typeof each === 'string' && !/^o(n|ff)$/.test(each))) {
        expect(problem.expected).toContain(name);
      }
      const [first] = one.schema.enum!;
      if (typeof first !== 'string' || first.length < 4) return;
      const nearly = await expectMistake(withValue(one, `${first}${first.at(-1)}`), behind(one), first);
      expect(nearly.suggestion).toBe(first);
    });
});

describe('an effect', () => {
  const effects = keys.filter(({ schema }) => schema.pattern?.includes('%\\s*$') === true);
  it.each(named(effects))('%s has a sign and %%, and leaves something', async (_, one) => {
    for (const wrong of ['30%', '+0.3', '0.3', 'half']) {
      await expectMistake(withValue(one, wrong), behind(one), wrong.replace(/^\+?([\d.]+)$/, '0.3'));
    }
    await expectMistake(withValue(one, '-120%'), behind(one), '-120%');
  });
  it('are those of a shock', () => {
    expect(effects.map(({ key }) => key)).toEqual(['cpm', 'ctr', 'view_rate', 'cvr', 'organic']);
  });
});

describe('a list', () => {
  const at = (path: string): Written => keys.find((one) => one.path === path)!;
  it.each([
    ['shocks.platforms', '[]', 0, 'a list of 0'],
    ['shocks.platforms', '[instagram, instagrm]', 12, '"instagrm"'],
    ['shocks.window', '[2]', 0, 'a list of 1'],
    ['shocks.window', '[-2, 3]', 1, '-2'],
    ['shocks.window', '[2, 9]', 4, '9'],
    ['phases.if_failed.stop', '[]', 0, 'a list of 0'],
    ['phases.if_failed.stop', '[instagram/awarenes]', 1, '"instagram/awarenes"'],
    ['creators.periods', '[2, 7]', 4, '7'],
    ['creators.periods', '[2.5, 4]', 1, '2.5'],
    ['lines.carry_in', '[400, -1]', 6, '-1'],
    ['lines.carry_in', '[400, many]', 6, '"many"'],
    ['season.weekday.cpm', '[1, 1, 1]', 0, 'a list of 3'],
    ['season.weekday.cpm', '[1, 1, 1, 1, 1, 1, 0]', 19, '0'],
    ['season.weekday.cvr', '[0, 0, 0, 0, 0, 0, 0]', 0, 'a list of 7'],
  ])('%s is not %s', async (path, text, offset, found) => {
    await expectMistake(withValue(at(path), text), placeOf(at(path).keyAt[1], 2 + offset), found);
  });

  it('of carry-in may be one number', async () => {
    const reading = await parseScenario(withValue(at('lines.carry_in'), '7'), 'plan.yaml');
    expect(reading.ok && reading.scenario.lines[0]).toMatchObject({ carryIn: [7] });
  });
});
