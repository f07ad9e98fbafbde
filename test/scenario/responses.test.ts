import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseScenario, scenarioJsonSchema } from '../../src/scenario/index.js';
import * as messages from '../../src/scenario/messages.js';
import { describeFault, type Fault } from '../../src/scenario/problem.js';
import { CURVE_PARAMETERS } from '../../src/scenario/response/parameters.js';
import { ADSTOCKS, RESPONSE_CURVES } from '../../src/scenario/response/types.js';
import { FULL } from '../sample.js';
import { SLOW } from '../slow.js';
import { filesOf, mistakes, valid } from './helpers.js';
import { responseOf } from './plain.js';

const plan = (response: string, more = ''): string => `
currency: USD
horizon: 8 weeks
budget: 1000
economics: { order_value: 20, margin: 50% }
lines:
  - { platform: tv, stage: awareness, ${more}response: ${response} }
`;

const POSTERIOR = 'draw,beta,lam,adstock_alpha\n0,10,0.1,0.5\n1,12,0.2,0.6\n2,9,0.15,0.4\n';
const withFile = (text: string, name = 'post.csv') => filesOf({ [name]: text });

const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(scenarioJsonSchema());

describe('a response', () => {
  it('stands in the place of the funnel', async () => {
    const {
      lines,
      creative,
      warnings: told,
    } = await valid(plan('{ curve: hill, maximum: 9 to 12, ec: 40, slope: 2 }'));
    const { response } = responseOf(lines[0]);
    expect(response).toMatchObject({ curve: 'hill', of: 'conversions', spendScale: 1, valueScale: 1, adstock: null });
    expect(response.parameters.maximum!.distribution.family).toBe('lognormal');
    expect(response.parameters.half_saturation!.distribution).toEqual({ family: 'fixed', value: 40 });
    expect(response.parameters.shape!.distribution).toEqual({ family: 'fixed', value: 2 });
    // Nothing is shown: no creatives wear out, no audience is assumed.
    expect(creative).toBeNull();
    expect(told).toEqual([]);
  });

  it.each([
    ['hill as Robyn has it', '{ curve: hill, coefficient: 9, alpha: 2, inflexion: 40 }'],
    ['hill as Robyn fits it', '{ curve: hill, coefficient: 9, alpha: 2, gamma: 0.3, range: [0, 400] }'],
    ['hill as Meridian has it', '{ curve: hill, beta: 9, slope: 2, ec: 40 }'],
    ['hill as PyMC-Marketing has it', '{ curve: hill, beta: 9, slope: 2, kappa: 40 }'],
    ['logistic', '{ curve: logistic, beta: 9, lam: 0.02 }'],
    ['tanh', '{ curve: tanh, b: 9, c: 2 }'],
    ['Michaelis and Menten', '{ curve: michaelis_menten, alpha: 9, lam: 40 }'],
    ['mic_men', '{ curve: michaelis, vmax: 9, km: 40 }'],
    ['root', '{ curve: root, beta: 2, alpha: 0.5 }'],
    ['table', '{ curve: table, points: [[0, 0], [100, 5], [200, 5]] }'],
    ['geometric', '{ curve: root, beta: 2, alpha: 0.5, adstock: { type: geometric, theta: 0.5, l_max: 8 } }'],
    ['binomial', '{ curve: root, beta: 2, alpha: 0.5, adstock: { type: binomial, alpha: 0.5, l_max: 8 } }'],
    ['Weibull', '{ curve: root, beta: 2, alpha: 0.5, adstock: { type: weibull_pdf, k: 2, lam: 3, l_max: 8 } }'],
  ])('is read, and is valid by the JSON Schema: %s', async (_, response) => {
    const scenario = await valid(plan(response));
    const { curve, adstock, parameters } = responseOf(scenario.lines[0]).response;
    for (const { name } of CURVE_PARAMETERS[curve]) {
      expect(parameters[parameters.gamma !== undefined && name === 'half_saturation' ? 'gamma' : name]).toBeDefined();
    }
    if (adstock !== null) expect(ADSTOCKS).toContain(adstock.kind);
    expect(validate(parse(plan(response))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('carries spend in from before, the latest first and no more than works on', async () => {
    const adstock = 'adstock: { type: geometric, alpha: 0.5, l_max: 4 }';
    const carry = async (written: string): Promise<readonly number[]> =>
      responseOf((await valid(plan(`{ curve: root, beta: 2, alpha: 0.5, ${adstock}, carry_in: ${written} }`))).lines[0])
        .response.carryIn;
    expect(await carry('[1, 2]')).toEqual([2, 1]);
    expect(await carry('[9, 8, 1, 2, 3]')).toEqual([3, 2, 1]);
    expect(await carry('70')).toEqual([70, 70, 70]);
  });

  it('takes what it does not say from a CSV of draws, row by row', async () => {
    const response = '{ curve: logistic, draws: post.csv, adstock: { type: geometric, l_max: 4 } }';
    const { lines, sha256 } = await valid(plan(response), 'plan.yaml', withFile(POSTERIOR));
    const { draws, parameters } = responseOf(lines[0]).response;
    expect(draws).toEqual({
      file: 'post.csv',
      columns: { maximum: [10, 12, 9], lam: [0.1, 0.2, 0.15], adstock_alpha: [0.5, 0.6, 0.4] },
    });
    expect(parameters.maximum!.distribution).toEqual({ family: 'empirical', sorted: [9, 10, 12] });
    const other = await valid(plan(response), 'plan.yaml', withFile(POSTERIOR.replace('12', '13')));
    expect(other.sha256).not.toBe(sha256);
  });

  it("prefers a column with the line's id, and reads one by any name it is told", async () => {
    const text = 'beta,tv/awareness.beta,size\n1,5,8\n2,6,9\n';
    const of = async (response: string) =>
      responseOf((await valid(plan(response), 'plan.yaml', withFile(text))).lines[0]).response.draws!.columns.maximum;
    expect(await of('{ curve: logistic, lam: 1, draws: post.csv }')).toEqual([5, 6]);
    const named = '{ curve: logistic, lam: 1, draws: { file: post.csv, columns: { maximum: size } } }';
    expect(await of(named)).toEqual([8, 9]);
  });

  it('is one value for extends: another curve has other parameters', async () => {
    const base = plan('{ curve: hill, maximum: 9, half_saturation: 40, shape: 2 }');
    const over = (response: string) =>
      `extends: base.yaml\nlines:\n  - { platform: tv, stage: awareness, response: ${response} }\n`;
    const read = async (response: string) =>
      responseOf((await valid(over(response), 'plan.yaml', filesOf({ 'base.yaml': base }))).lines[0]).response;
    expect((await read('{ curve: root, beta: 2, alpha: 0.5 }')).curve).toBe('root');
    const changed = await read('{ maximum: 12 }');
    expect(changed.parameters.maximum!.distribution).toEqual({ family: 'fixed', value: 12 });
    expect(changed.parameters.shape!.distribution).toEqual({ family: 'fixed', value: 2 });
  });

  it('warns where a table is left behind', async () => {
    const scenario = await valid(plan('{ curve: table, points: [[0, 0], [100, 5]] }', 'budget: 1000, '));
    expect(scenario.warnings).toEqual([{ code: 'beyond_table', line: 'tv/awareness' }]);
  });
});

const HILL =
  'hill with maximum (or beta, coefficient), half_saturation (or ec, kappa, inflexion), shape (or slope, alpha)';
const root = (more: string): string => `{ curve: root, beta: 2, alpha: 0.5, ${more} }`;
const HILL_KEYS = [
  ...CURVE_PARAMETERS.hill.flatMap(({ keys }) => keys),
  ...['gamma', 'range', 'curve', 'of', 'period', 'spend_scale', 'value_scale', 'adstock', 'carry_in', 'draws'],
];

/** The subject of the message, and its fault. */
type Mistake = readonly [what: string, response: string, subject: string, fault: Fault];

const MISTAKES: readonly Mistake[] = [
  ['text', 'hill', 'response', messages.wrongKind('"hill"', 'a map such as { curve: hill, … }')],
  ['no curve', '{ maximum: 9 }', 'response', messages.missingKey('curve', `one of ${RESPONSE_CURVES.join(', ')}`)],
  ['a misspelt curve', '{ curve: hil, maximum: 9 }', 'curve', messages.notOneOf('hil', RESPONSE_CURVES)],
  [
    'a missing parameter',
    '{ curve: hill, maximum: 9, shape: 2 }',
    'response',
    messages.missingKey('half_saturation', HILL),
  ],
  [
    'a misspelt parameter',
    '{ curve: hill, maximum: 9, half_saturaton: 40, shape: 2 }',
    'response',
    messages.unknownKey('half_saturaton', HILL_KEYS),
  ],
  [
    'a parameter twice',
    '{ curve: hill, maximum: 9, beta: 9, ec: 40, slope: 2 }',
    'response',
    messages.parameterTwice('maximum', 'beta'),
  ],
  [
    'a negative maximum',
    '{ curve: hill, maximum: -9, ec: 40, slope: 2 }',
    'maximum',
    messages.outside('-9', 'of 0 or more'),
  ],
  ['a half of 0', '{ curve: hill, maximum: 9, ec: 0, slope: 2 }', 'ec', messages.outside('0', 'above 0')],
  ['an exponent of 2', '{ curve: root, beta: 2, alpha: 2 }', 'alpha', messages.outside('2', 'above 0 and at most 1')],
  ['another outcome', root('of: clicks'), 'of', messages.notOneOf('clicks', ['conversions', 'revenue'])],
  ['a curve by the day', root('period: day'), 'period', messages.otherPeriod('day', 'week')],
  ['a scale of 0', root('spend_scale: 0'), 'spend_scale', messages.outside('0', 'above 0')],
  [
    'gamma alone',
    '{ curve: hill, maximum: 9, gamma: 0.3, shape: 2 }',
    'response',
    messages.missingKey('range', 'gamma with range: [lowest, highest spend]'),
  ],
  [
    'a range upside down',
    '{ curve: hill, maximum: 9, gamma: 0.3, range: [9, 2], shape: 2 }',
    'range',
    messages.wrongKind('a list of 2', 'two numbers that go up, such as [0, 4200]'),
  ],
  [
    'a range without gamma',
    '{ curve: hill, maximum: 9, ec: 3, range: [0, 2], shape: 2 }',
    'response',
    messages.rangeWithoutGamma(),
  ],
  [
    'no points',
    '{ curve: table }',
    'response',
    messages.missingKey('points', 'table with points: [[0, 0], [100, 12], …]'),
  ],
  [
    'a table that starts late',
    '{ curve: table, points: [[10, 0], [20, 1]] }',
    'points',
    messages.tableSpend('10', null),
  ],
  ['a spend twice', '{ curve: table, points: [[0, 0], [20, 1], [20, 2]] }', 'points', messages.tableSpend('20', 20)],
  ['a table that falls', '{ curve: table, points: [[0, 0], [20, 5], [30, 4]] }', 'points', messages.tableFalls('4', 5)],
  [
    'a point of one number',
    '{ curve: table, points: [[0, 0], [20]] }',
    'points',
    messages.wrongKind('a list of 1', 'a point such as [100, 12]: spend, and what it brings'),
  ],
  [
    'adstock by name alone',
    root('adstock: geometric'),
    'adstock',
    messages.wrongKind('"geometric"', 'a map such as { type: geometric, alpha: 0.5, l_max: 8 }'),
  ],
  [
    'a misspelt adstock',
    root('adstock: { type: geometrc, alpha: 0.5, l_max: 8 }'),
    'type',
    messages.notOneOf('geometrc', ADSTOCKS),
  ],
  [
    'no l_max',
    root('adstock: { type: geometric, alpha: 0.5 }'),
    'adstock',
    messages.missingKey('l_max', 'l_max: the number of periods that a spend works in, its own included'),
  ],
  [
    'half an l_max',
    root('adstock: { type: geometric, alpha: 0.5, l_max: 2.5 }'),
    'l_max',
    messages.notWhole('2.5', 'from 1 to 104'),
  ],
  ['an alpha above 1', root('adstock: { type: geometric, alpha: 1.2, l_max: 8 }'), 'alpha', messages.notARate('1.2')],
  [
    'an American spelling',
    root('adstock: { type: geometric, alpha: 0.5, l_max: 8, normalized: true }'),
    'adstock',
    messages.unknownKey('normalized', ['type', 'alpha', 'theta', 'l_max', 'normalised']),
  ],
  ['carry-in without adstock', root('carry_in: 100'), 'response', messages.carryInAlone()],
  [
    'a negative carry-in',
    root('adstock: { type: geometric, alpha: 0.5, l_max: 3 }, carry_in: [10, -1]'),
    'carry_in',
    messages.outside('-1', 'of 0 or more'),
  ],
];

describe('a mistake in a response', () => {
  it.each(MISTAKES)('is told where it stands: %s', async (_, response, subject, fault) => {
    const problems = await mistakes(plan(response));
    expect(problems.map(({ message }) => message)).toEqual([describeFault(fault, subject)]);
    expect(problems[0]!.line).toBe(7);
  });

  it('names the key that clashes with it', async () => {
    const [problem] = await mistakes(plan(root('of: conversions'), 'cpm: 4, '));
    expect(problem!.message).toBe(describeFault(messages.responseAndFunnel('cpm'), 'lines'));
    expect(problem!.column).toBe(plan('').split('\n')[6]!.indexOf('response') + 1);
  });

  it.each([
    'cpm: 6',
    'platforms: { tv: { cpm: 6 } }',
    'lines: { tv/awareness: { cpm: 6 } }',
    'stages: { awareness: { cpm: 6 } }',
  ])('is a ceiling on a price that nobody pays: %s', async (rule) => {
    const [problem, ...others] = await mistakes(`${plan(root('of: conversions'))}rules: { ${rule} }\n`);
    expect(problem).toMatchObject(messages.nothingShown());
    expect(problem!.line).toBe(8);
    expect(others).toEqual([]);
  });

  it('of revenue asks what an order is worth', async () => {
    const without = plan(root('of: revenue')).replace('order_value: 20, ', '');
    const maybeNothing = plan(root('of: revenue')).replace(
      'order_value: 20',
      'order_value: { dist: uniform, min: 0, max: 9 }',
    );
    const [problem] = await mistakes(without);
    expect(problem!.message).toBe(describeFault(messages.revenueWithoutOrderValue(), 'of'));
    // A uniform from 0 up is all but never so near to nothing that a price would be refused.
    await valid(maybeNothing);
    await expect(
      mistakes(plan(root('of: revenue')).replace('order_value: 20', 'order_value: { dist: normal, mean: 5, sd: 4 }')),
    ).resolves.toHaveLength(1);
  });
});

describe('draws that cannot be taken', () => {
  const response = '{ curve: logistic, draws: post.csv, adstock: { type: geometric, l_max: 4 } }';
  const header = ['draw', 'beta', 'lam', 'adstock_alpha'];
  const rows = (text: string): string => `${header.join(',')}\n${text}`;

  it.each<readonly [what: string, text: string, fault: Fault]>([
    [
      'a column missing',
      'draw,beta,adstock_alpha\n0,1,0.5\n1,1,0.5\n',
      messages.missingColumn('lam', ['draw', 'beta', 'adstock_alpha']),
    ],
    [
      'a column misspelt',
      'beta,lam,adstock_alfa\n1,1,0.5\n1,1,0.5\n',
      messages.missingColumn('adstock_alpha', ['beta', 'lam', 'adstock_alfa']),
    ],
    ['a hole', rows('0,10,0.1,0.5\n1,,0.2,0.6\n'), messages.holeInDraws('beta', 3)],
    ['text', rows('0,10,0.1,0.5\n1,ten,0.2,0.6\n'), messages.badDraw('ten', 'beta', 3, 'a number in every row')],
    ['a lam of 0', rows('0,10,0,0.5\n1,11,0.2,0.6\n'), messages.badDraw('0', 'lam', 2, 'a number above 0')],
    [
      'an alpha above 1',
      rows('0,10,1,0.5\n1,11,0.2,1.6\n'),
      messages.badDraw('1.6', 'adstock_alpha', 3, 'a number of 0 or more and at most 1'),
    ],
    ['one row', rows('0,10,0.1,0.5\n'), messages.tooFewDraws(1)],
    ['a header alone', rows(''), messages.tooFewDraws(0)],
    ['a column twice', 'beta,lam,beta,adstock_alpha\n1,1,1,0.5\n1,1,1,0.5\n', messages.columnTwice('beta')],
    ['nothing at all', '', messages.notCsv('it is empty')],
  ])('%s', async (_, text, fault) => {
    const [problem, ...others] = await mistakes(plan(response), 'plan.yaml', withFile(text));
    expect(problem!.message).toBe(describeFault(fault, 'draws'));
    expect(others).toEqual([]);
    expect(problem!.line).toBe(7);
  });

  it('a file that is not there', async () => {
    const [problem] = await mistakes(plan(response), 'plan.yaml', filesOf({}));
    expect(problem!.message).toContain('post.csv');
    expect(problem!.line).toBe(7);
  });

  it('a column for a parameter that the curve has not', async () => {
    const text = '{ curve: logistic, lam: 1, draws: { file: post.csv, columns: { maximom: beta } } }';
    const [problem] = await mistakes(plan(text), 'plan.yaml', withFile(POSTERIOR));
    expect(problem!.message).toBe(
      describeFault(messages.unknownKey('maximom', ['maximum', 'beta', 'lam', 'lambda']), 'columns'),
    );
  });
});

describe('whatever stands in a response', () => {
  const words = [
    'hill',
    'root',
    'geometric',
    'weibull_pdf',
    'post.csv',
    'week',
    'revenue',
    '1 to 2',
    '5%',
    '',
    '__proto__',
  ];
  const scalar = fc.oneof(fc.constantFrom(...words), fc.double(), fc.integer({ min: -5, max: 9 }), fc.constant(null));
  const inner = [
    'curve',
    'file',
    'columns',
    'type',
    'alpha',
    'l_max',
    'normalised',
    'beta',
    'p10',
    'p90',
    'dist',
    'mean',
    'sd',
  ];
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...inner), tie('value'), { maxKeys: 5 }),
    ),
  }));
  const keys = HILL_KEYS.filter((key) => key !== 'curve').concat(
    'points',
    'lam',
    'exponent',
    'cost',
    'b',
    'c',
    'factor',
  );
  const written = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 6 });

  it('is read or refused with a place, and never throws', SLOW, async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(...RESPONSE_CURVES), value), written, async (curve, rest) => {
        const line = { platform: 'tv', stage: 'awareness', response: { curve, ...rest } };
        const text = JSON.stringify({ currency: 'USD', horizon: '4 weeks', budget: 100, lines: [line] });
        const files = withFile('beta,alpha,x\n1,0.5,2\n2,0.6,3\n');
        const reading = await parseScenario(text, 'plan.json', files);
        if (!reading.ok)
          for (const { line: at, message } of reading.problems) expect([at, message]).toEqual([1, message]);
      }),
      { numRuns: FULL ? 1000 : 300 },
    );
  });
});
