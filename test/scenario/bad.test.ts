import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KPI_NAMES } from '../../src/scenario/expressions/types.js';
import { formatProblem, readScenario } from '../../src/scenario/index.js';
import * as messages from '../../src/scenario/messages.js';
import { describeFault, type Fault } from '../../src/scenario/problem.js';
import { documentSchema, goalSchema } from '../../src/scenario/schema/document.js';
import { shockSchema } from '../../src/scenario/schema/events.js';
import { FAMILIES } from '../../src/scenario/schema/families.js';
import { lineSchema } from '../../src/scenario/schema/line.js';
import { rulesSchema } from '../../src/scenario/schema/rules.js';
import { PLATFORMS, STAGES } from '../../src/scenario/types.js';
import { say } from '../../src/words/said.js';

/** A folder of files with one mistake each (`nothing-there.yaml` has four), and what is said about each. */
const folder = join(import.meta.dirname, 'bad');

const keys = (schema: { readonly def: { readonly shape: object } }) => Object.keys(schema.def.shape);
const top = keys(documentSchema);
const lines = ['instagram/awareness', 'facebook/conversion'];

/** line, column, the key the sentence is about, the fault; another file's name where the mistake stands there. */
type Case = readonly [line: number, column: number, subject: string, fault: Fault, file?: string];

const cases: Readonly<Record<string, Case | readonly Case[]>> = {
  'alias-bomb': [6, 24, '', messages.tooManyAliases()],
  'ambiguous-amount': [8, 40, 'max', messages.notAnAmount('0.4')],
  'bad-date': [5, 8, 'start', messages.notADate('2027-02-30')],
  'bare-horizon': [2, 10, 'horizon', messages.notAHorizon('13', '')],
  'certain-ceiling': [8, 38, 'probability', messages.notAProbability('"100%"')],
  'certain-input': [8, 35, 'between', messages.notUncertain('economics.margin')],
  'certain-target': [8, 11, 'targets', messages.notAProbability('100%')],
  'comma-number': [3, 9, 'budget', messages.notANumber('"1,000"')],
  'constructor-key': [8, 1, '', messages.unknownKey('constructor', top)],
  'creative-maybe': [8, 11, 'creative', messages.wrongKind('"maybe"', 'on, off, or { wear_days, proven, … }')],
  'dash-interval': [4, 27, 'order_value', messages.notADistribution('"5-7"')],
  'duplicate-key': [5, 1, '', messages.duplicateKey('budget', 3)],
  'duplicate-line': [
    8,
    5,
    'lines',
    messages.duplicateLine('instagram/awareness', `${join(folder, 'duplicate-line.yaml')}:6:5`),
  ],
  empty: [0, 0, '', messages.emptyFile()],
  'extends-circle': [
    1,
    10,
    'extends',
    messages.extendsCycle(
      ['extends-circle.yaml', 'circle/back.yaml', 'extends-circle.yaml'].map((f) => join(folder, f)),
    ),
    'circle/back.yaml',
  ],
  'extends-itself': [
    1,
    10,
    'extends',
    messages.extendsCycle([join(folder, 'extends-itself.yaml'), join(folder, 'extends-itself.yaml')]),
  ],
  'extends-missing': [1, 10, 'extends', messages.unreadFile(messages.missingFile(), join(folder, 'no-such.yaml'))],
  'extends-mistake': [5, 39, 'margin', messages.notARate('150%'), 'circle/base.yaml'],
  'factor-shares': [8, 21, 'cvr', messages.sharesAboveOne('0.8', '0.3')],
  'few-draws': [5, 8, 'draws', messages.notWhole('3', 'from 16 to 16777216')],
  'fixed-above-maximum': [8, 49, 'fixed', messages.contradiction('fixed ₼500.00', 'max ₼400.00')],
  'free-too-much': [9, 57, 'flighting', messages.tooMuchFree(2, 600, 1000)],
  'goal-as-word': [6, 7, 'goal', messages.wrongKind('"profit"', messages.mapWith(keys(goalSchema)))],
  'goal-assignment': [8, 19, 'maximize', messages.notAnExpression('profit; cost', 7, '";" has no place here')],
  'half-an-interval': [4, 27, 'order_value', messages.missingKey('p90', 'both p10 and p90')],
  'half-cent': [6, 54, 'budget', messages.offGrid('700.005', 2, 'AZN')],
  'half-draws': [5, 8, 'draws', messages.notWhole('100.5', 'from 16 to 16777216')],
  'huge-budget': [3, 9, 'budget', messages.tooMuchMoney('1e+300')],
  infinite: [4, 27, 'order_value', messages.notFinite('.inf')],
  'interval-from-zero': [
    4,
    27,
    'order_value',
    messages.badDistribution(
      '"0 to 20"',
      'p5 is 0, but some of the values lie below it: give the small value that 1 in 20 falls short of, or {dist: triangular, min: 0, …}',
    ),
  ],
  'kpi-circle': [8, 16, 'first', messages.kpiCycle(['first', 'second', 'first'])],
  'kpi-function': [8, 15, 'evil', messages.notAnExpression('import(cost)', 1, 'import is not a function known here')],
  'line-ceiling': [
    [10, 26, 'awareness', messages.unknownKey('cpaa', ['min', 'max', 'cpa', 'cpm'])],
    [9, 60, 'probability', messages.notAProbability('"100%"')],
  ],
  'later-rule': [8, 10, 'rules', messages.unknownKey('creators', keys(rulesSchema))],
  'line-without-stage': [7, 5, 'lines', messages.missingKey('stage', 'the key stage')],
  'list-as-key': [5, 3, '', messages.keyNotText()],
  'long-flighting': [7, 70, 'flighting', messages.wrongCount(5, 4)],
  'long-horizon': [2, 10, 'horizon', messages.tooManyPeriods(1200, 1100)],
  'maximum-shares-under-100': [
    8,
    53,
    'conversion',
    messages.contradiction(
      'at most awareness 60.0% + conversion 30.0%, 90.0% in all',
      'the whole budget, which lines of awareness, conversion share',
    ),
  ],
  'maximums-below-budget': [
    8,
    21,
    'platforms',
    messages.contradiction('maximums of ₼900.00 for platforms', 'the budget of ₼1,000.00'),
  ],
  'minimum-above-budget': [8, 47, 'min', messages.ruleAboveBudget('min', '₼1,500.00', '₼1,000.00')],
  'minimum-above-maximum': [8, 47, 'min', messages.contradiction('min ₼500.00', 'max ₼400.00')],
  'minimum-shares-over-100': [
    8,
    53,
    'conversion',
    messages.contradiction('at least awareness 80.0% + conversion 30.0%, 110.0% in all', 'a whole of 100%'),
  ],
  'minimums-above-budget': [
    8,
    17,
    'lines',
    messages.contradiction('minimums of ₼1,100.00 for lines', 'the budget of ₼1,000.00'),
  ],
  'minimums-above-platform': [
    8,
    33,
    'facebook',
    messages.contradiction(
      'minimums of ₼300.00 for lines of platform facebook',
      'at most ₼200.00 for platform facebook',
    ),
  ],
  'missing-colon': [2, 1, '', messages.missingColon('horizon 4 weeks')],
  'missing-column': [4, 72, 'column', messages.missingColumn('vale', ['value', 'note'])],
  'missing-data-file': [4, 52, 'file', messages.unreadData(messages.missingFile(), join(folder, 'no-such.csv'))],
  'missing-parameter': [4, 27, 'order_value', messages.missingKey('scale', 'gamma with shape, scale')],
  nan: [4, 27, 'order_value', messages.notFinite('.nan')],
  'negative-budget': [3, 9, 'budget', messages.outside('-5', 'above 0')],
  'negative-sigma': [
    4,
    27,
    'order_value',
    messages.badDistribution('lognormal with mu 2, sigma -1', 'sigma is -1, and must be above 0'),
  ],
  'nested-far-too-deep': [1, -1, '', messages.tooDeep(64)],
  'nested-too-deep': [1, 68, '', messages.tooDeep(64)],
  'no-lines': [5, 8, 'lines', messages.noLines()],
  'not-a-map': [1, 1, '', messages.notAMap('a list')],
  'not-a-target': [8, 11, 'targets', messages.notATarget('roas = 1.5')],
  'nothing-there': ['currency', 'horizon', 'budget', 'lines'].map(
    (key): Case => [1, 1, '', messages.missingKey(key, `the key ${key}`)],
  ),
  'only-comments': [0, 0, '', messages.emptyFile()],
  'only-text': [1, 1, '', messages.notAMap('the text "hello"')],
  'open-bracket': [7, 1, '', messages.badSyntax('', say`} or ] at the end`)],
  'price-below-zero': [7, 64, 'cpm', messages.notAbove0('normal with mean 5, sd 3')],
  'price-of-zero': [7, 64, 'cpm', messages.outside('0', 'above 0')],
  'prospecting-twice': [8, 23, 'prospecting', messages.sameStageTwice()],
  'prospecting-without-awareness': [8, 10, 'rules', messages.ruleWithoutLines('prospecting', 'awareness')],
  'proto-key': [5, 1, '', messages.unknownKey('__proto__', [])],
  'proto-line': [8, 19, '', messages.unknownKey('__proto__', [])],
  'ragged-data': [4, 72, 'column', messages.notCsv('Invalid Record Length: expect 2, got 1 on line 2')],
  'rate-of-150': [4, 39, 'margin', messages.notARate('150%')],
  ratio: [8, 23, 'retargeting', messages.notARatio('"1-2"')],
  'retargeting-without-consideration': [8, 10, 'rules', messages.ruleWithoutLines('retargeting', 'consideration')],
  'reversed-interval': [4, 27, 'order_value', messages.reversedInterval('"5 to 2"', 'p5', 'p95')],
  'reversed-p10': [4, 27, 'order_value', messages.reversedInterval('{ p10: 9, p90: 4 }', 'p10', 'p90')],
  'reversed-shares': [8, 23, 'prospecting', messages.reversedRange('"70-60%"')],
  'rule-for-absent-platform': [
    8,
    23,
    'platforms',
    messages.ruleForNothing('platform', 'tiktok', ['instagram', 'facebook']),
  ],
  'rule-for-unknown-line': [8, 19, 'lines', messages.ruleForNothing('line', 'facebook/conversions', lines)],
  'rule-for-unknown-platform': [8, 23, 'platforms', messages.unknownPlatform('facebok', PLATFORMS)],
  'rule-for-unknown-stage': [8, 20, 'stages', messages.unknownKey('convertion', STAGES)],
  'share-without-percent': [8, 23, 'prospecting', messages.notAShareRange('"70-80"')],
  'shares-over-100': [8, 23, 'prospecting', messages.notARate('"70-130%"')],
  'shocks-as-word': [6, 9, 'shocks', messages.wrongKind('"none"', messages.listOfMapsWith(keys(shockSchema)))],
  'short-season': [8, 16, 'cpm', messages.wrongCount(3, 4)],
  'split-of-two': [8, 20, 'creative', messages.notASplit('"60-40"')],
  'split-sum': [8, 20, 'creative', messages.splitSum('"60-30-20"', '110%')],
  'strange-fact': [4, 38, 'order_value', messages.unknownKey('std', ['mean', 'sd'])],
  sums: [3, 9, 'budget', messages.budgetsDontSum('₼1,010.00', '₼1,000.00')],
  tabs: [3, 1, '', messages.tabIndentation()],
  tag: [1, 11, '', messages.unknownTag('!!js/function')],
  'taken-kpi-name': [8, 17, 'profit', messages.kpiNameTaken('profit')],
  'target-alone': [6, 10, 'targets', messages.wrongKind('"roas >= 2"', messages.listSuchAs('roas >= 1.5 with 80%'))],
  'text-in-column': [4, 72, 'column', messages.badCell('first', 2)],
  'too-large': [4, 27, 'order_value', messages.notFinite('1e400')],
  'too-much-given': [3, 9, 'budget', messages.budgetsExceed('₼1,100.00', '₼1,000.00')],
  'two-documents': [5, 1, '', messages.severalDocuments()],
  'unknown-alias': [5, 8, '', messages.unknownAlias('plan')],
  'unknown-currency': [1, 11, 'currency', messages.notACurrency('AZM')],
  'unknown-family': [4, 35, 'dist', messages.unknownFamily('lognorm', FAMILIES)],
  'unknown-input': [8, 35, 'between', messages.unknownInput('economics.ordervalue', ['economics.order_value'])],
  'unknown-key': [8, 1, '', messages.unknownKey('targts', top)],
  'unknown-kpi': [8, 11, 'targets', messages.unknownKpi('roaz', 1, KPI_NAMES)],
  'unknown-line-key': [7, 59, 'lines', messages.unknownKey('viewrate', keys(lineSchema))],
  'unknown-platform': [7, 17, 'platform', messages.unknownPlatform('facebok', PLATFORMS)],
  'platform-without-rates': [7, 17, 'platform', messages.noBenchmarks('telegram', ['cpm', 'ctr', 'cvr'], PLATFORMS)],
  'unknown-sampler': [5, 10, 'sampler', messages.notOneOf('sobel', ['sobol', 'mc', 'antithetic'])],
  'unknown-stage': [7, 34, 'stage', messages.notOneOf('conversions', STAGES)],
  'zero-flighting': [7, 70, 'flighting', messages.weightsAllZero()],
  'zero-horizon': [2, 10, 'horizon', messages.notAHorizon('"0 weeks"', '')],
};

describe('a file with a mistake', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

  it('has its message written down here', () => {
    expect(files.map((name) => name.replace('.yaml', '')).sort()).toEqual(Object.keys(cases).sort());
  });

  it.each(Object.entries(cases))('%s is answered with one clear message a mistake', async (name, expected) => {
    const reading = await readScenario(join(folder, `${name}.yaml`));
    const list = (Array.isArray(expected[0]) ? expected : [expected]) as readonly Case[];
    const sentences = list.map(([line, column, subject, fault, file]) => {
      const position = line === 0 ? '' : `:${line}:${column}`;
      return `${join(folder, file ?? `${name}.yaml`)}${position}: ${describeFault(fault, subject)}`;
    });
    if (reading.ok) expect.unreachable('the file was accepted');
    // Where the stack ends inside the YAML library depends on the machine: the column is not part of the contract.
    const found = reading.problems.map(formatProblem);
    expect(found.map((line) => (name === 'nested-far-too-deep' ? line.replace(/:1:\d+:/, ':1:-1:') : line))).toEqual(
      sentences,
    );
  });
});

describe('the nearest valid name', () => {
  it.each([
    ['unknown-key', 'targets'],
    ['unknown-platform', 'facebook'],
    ['unknown-stage', 'conversion'],
    ['unknown-line-key', 'view_rate'],
    ['unknown-family', 'lognormal'],
    ['unknown-input', 'economics.order_value'],
    ['unknown-kpi', 'roas'],
    ['rule-for-unknown-line', 'facebook/conversion'],
    ['rule-for-unknown-stage', 'conversion'],
  ])('of %s is %s', async (name, suggestion) => {
    const reading = await readScenario(join(folder, `${name}.yaml`));
    expect(reading.ok ? undefined : reading.problems[0]?.suggestion).toBe(suggestion);
  });

  it('is left out where nothing is near', () => {
    expect(messages.notOneOf('television', PLATFORMS)).not.toHaveProperty('suggestion');
    expect(messages.notOneOf('fr', ['en', 'az', 'tr', 'ar'])).not.toHaveProperty('suggestion');
  });
});
