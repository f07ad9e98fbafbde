import { describe, expect, it } from 'vitest';
import { LINE_KPIS } from '../../src/scenario/expressions/types.js';
import * as messages from '../../src/scenario/messages.js';
import { describeFault, type Fault } from '../../src/scenario/problem.js';
import { GATE_KPIS, PLATFORMS, VERDICT_THRESHOLDS } from '../../src/scenario/types.js';
import { mistakes } from './helpers.js';

/** A plan that is right as it stands; `extra` follows. */
const BASE = `currency: USD
start: 2027-03-01
horizon: 12 weeks
budget: 10000
economics: { order_value: 50, margin: 60% }
lines:
  - { platform: instagram, stage: awareness, budget: 6000, audience: 400k, cpm: 5, ctr: 1%, view_rate: 20%, cvr: 2% }
  - { platform: facebook, stage: conversion, budget: 4000 }
`;
const PEOPLE = 'market: { population: 2m }\n';
const creator = (rest: string) =>
  `creators_from: outside\ncreators:\n  - { name: Aysel, platform: instagram, followers: 24k, reach_rate: 30%, ${rest} }\n`;
const phases = (first: string, second = '{ name: Scale, periods: 8, budget: 85% }') =>
  `phases:\n  - ${first}\n  - ${second}\n`;
const ids = ['instagram/awareness', 'facebook/conversion'];

const RULES =
  'prospecting stages retargeting creative platforms lines new_channels cpa cpm roas cvar adequacy hold change week_change lock min_move'.split(
    ' ',
  );

/** What is added, `«` where the mistake stands; the key that the sentence is about; the fault. */
type Case = readonly [name: string, extra: string, subject: string, fault: Fault];

const cases: readonly Case[] = [
  // Audiences, and what else stands on a line.
  ['an audience of nobody', 'audiences: { students: «0 }\n', 'students', messages.outside('0', 'above 0')],
  ['a brand without people', '«brand: { recall: 5% }\n', '', messages.needsPopulation('brand')],
  ['a brand that more than all recall', `${PEOPLE}brand: { recall: «120% }\n`, 'recall', messages.notARate('120%')],
  ['claims without people', '«attribution: { tracking: 85% }\n', '', messages.needsPopulation('attribution')],
  [
    'a view of a platform that is none',
    `${PEOPLE}attribution: { view_through: { «instagrm: 10% } }\n`,
    'view_through',
    messages.unknownPlatform('instagrm', PLATFORMS),
  ],
  // Creators and own posts.
  [
    'a creator without a reach rate',
    'creators_from: outside\ncreators:\n  - «{ name: A, platform: instagram, followers: 9k, posts: 2, fee: 50 }\n',
    'creators',
    messages.missingKey('reach_rate', 'the key reach_rate: the share of the followers that a post reaches'),
  ],
  [
    'a creator without followers',
    'creators:\n  - «{ name: A, platform: instagram, reach_rate: 20%, posts: 2 }\n',
    'creators',
    messages.missingKey('followers', 'the key followers'),
  ],
  ['half a post', creator('posts: «1.5'), 'posts', messages.notWhole('1.5', 'from 0 to 1000')],
  ['a choice between nothing', creator('posts: { max: «0 }'), 'max', messages.notWhole('0', 'from 1 to 1000')],
  ['fewer periods than posts', creator('posts: 3, periods: «[2, 4]'), 'periods', messages.tooFewPeriods(2, 3)],
  ['a post after the end', creator('posts: 2, periods: [2, «13]'), 'periods', messages.periodAfterEnd(13, 12)],
  [
    'sharing without an end',
    creator('posts: 2, reproduction: «100%'),
    'reproduction',
    messages.spreadsForever('a reproduction that can be 1 or more'),
  ],
  [
    'a name that would be two parts of an id',
    creator('posts: 2').replace('name: Aysel', 'name: «a/b'),
    'name',
    messages.wrongKind('"a/b"', 'a name of at most 60 characters without / and .'),
  ],
  [
    'a name in which something cannot be seen',
    creator('posts: 2').replace('name: Aysel', 'name: «"a\\u200bb"'),
    'name',
    messages.cantBeSeen('"a\u200bb"'),
  ],
  [
    'a platform without benchmarks or an awareness line',
    creator('posts: 2').replace('platform: instagram', 'platform: «threads'),
    'platform',
    messages.noBenchmarks('threads', ['ctr', 'view_rate', 'cvr'], PLATFORMS),
  ],
  [
    'own posts without a rhythm',
    'organic:\n  - «{ name: Feed, platform: instagram, followers: 9k, reach_rate: 20% }\n',
    'organic',
    messages.missingKey('per_week', 'the key per_week'),
  ],
  [
    'a place that pays for creators',
    'creators_from: «elsewhere\n',
    'creators_from',
    messages.notOneOf('elsewhere', ['budget', 'outside']),
  ],
  // Shocks.
  [
    'an effect without its sign',
    'shocks: [{ name: A, probability: 20%, cpm: «30% }]\n',
    'cpm',
    messages.notAnEffect('"30%"'),
  ],
  [
    'an effect without its %',
    'shocks: [{ name: A, probability: 20%, cpm: «+0.3 }]\n',
    'cpm',
    messages.notAnEffect('"+0.3"'),
  ],
  [
    'a price of nothing',
    'shocks: [{ name: A, probability: 20%, cpm: «-100% }]\n',
    'cpm',
    messages.effectTooLow('-100%', true),
  ],
  [
    'less than nothing',
    'shocks: [{ name: A, probability: 20%, cvr: «-120% }]\n',
    'cvr',
    messages.effectTooLow('-120%', false),
  ],
  ['a shock without an effect', 'shocks: [«{ name: A, probability: 20% }]\n', 'shocks', messages.shockWithoutEffect()],
  [
    'a window backwards',
    'shocks: [{ name: A, probability: 20%, outage: true, window: «[8, 4] }]\n',
    'window',
    messages.notAWindow('[8, 4]'),
  ],
  [
    'a window after the end',
    'shocks: [{ name: A, probability: 20%, outage: true, window: [8, «14] }]\n',
    'window',
    messages.periodAfterEnd(14, 12),
  ],
  [
    'a probability above one',
    'shocks: [{ name: A, probability: «120%, outage: true }]\n',
    'probability',
    messages.notARate('120%'),
  ],
  [
    'a platform that is none',
    'shocks: [{ name: A, probability: 20%, outage: true, platforms: [«instagrm] }]\n',
    'platforms',
    messages.unknownPlatform('instagrm', PLATFORMS, 'instagram'),
  ],
  [
    'two shocks of one name',
    'shocks:\n  - { name: A, probability: 20%, outage: true }\n  - { name: «A, probability: 10%, cpm: +5% }\n',
    'name',
    messages.nameTwice('shock', 'A', 'plan.yaml:10:5'),
  ],
  // Phases and gates.
  [
    'phases that miss the horizon',
    phases('{ name: Test, periods: 3, budget: 15% }').replace('  - ', '  «- '),
    'phases',
    messages.phasePeriods(11, 12),
  ],
  [
    'phases that miss the budget',
    phases('{ name: Test, periods: 4, budget: 20% }').replace('  - ', '  «- '),
    'phases',
    messages.phaseBudgets('105.0%', '100%'),
  ],
  [
    'a gate without what follows',
    phases('{ name: Test, periods: 4, budget: 15%, «gate: cpa <= 20 }'),
    'phases',
    messages.gateWithoutFailure(),
  ],
  [
    'what follows without a gate',
    phases('{ name: Test, periods: 4, budget: 15%, «if_failed: stop }'),
    'phases',
    messages.failureWithoutGate(),
  ],
  [
    'a gate on what is no gate',
    phases('{ name: Test, periods: 4, budget: 15%, gate: «reach >= 20, if_failed: stop }'),
    'gate',
    messages.unknownGateKpi('reach', GATE_KPIS),
  ],
  ['a rule on a figure that is held, not named', 'rules: { «cpl: 12 }\n', 'rules', messages.unknownKey('cpl', RULES)],
  [
    'a gate without a comparison',
    phases('{ name: Test, periods: 4, budget: 15%, gate: «cpa, if_failed: stop }'),
    'gate',
    messages.notAGate('cpa'),
  ],
  [
    'a gate on a line that is not there',
    phases('{ name: Test, periods: 4, budget: 15%, gate: «tiktok/awareness.cpa <= 9, if_failed: stop }'),
    'gate',
    messages.unknownSubject('tiktok/awareness', ids),
  ],
  [
    'a line to stop that is not there',
    phases('{ name: Test, periods: 4, budget: 15%, gate: cpa <= 9, if_failed: { stop: [«facebok/conversion] } }'),
    'stop',
    messages.unknownSubject('facebok/conversion', ids),
  ],
  [
    'another way to fail',
    phases('{ name: Test, periods: 4, budget: 15%, gate: cpa <= 9, if_failed: «pause }'),
    'if_failed',
    messages.notOneOf('pause', ['stop', 'continue']),
  ],
  // Content, community, metrics.
  [
    'a metric of what is no base',
    'metrics: { saves: { of: «reach, rate: 1% } }\n',
    'of',
    messages.notOneOf('reach', ['impressions', 'views', 'clicks', 'conversions', 'spend']),
  ],
  [
    'a metric without a rate',
    'metrics: { saves: «{ of: views } }\n',
    'saves',
    messages.missingKey('rate', 'the key rate'),
  ],
  [
    'a metric of a platform that the plan lacks',
    'metrics: { saves: { of: views, rate: 1%, platform: «tiktok } }\n',
    'platform',
    messages.ruleForNothing('platform', 'tiktok', ['instagram', 'facebook']),
  ],
  [
    'both pieces and a rhythm',
    'content: { «hero: { pieces: 2, per_week: 1, cost: 800 } }\n',
    'content',
    messages.piecesOrPerWeek(true),
  ],
  ['neither pieces nor a rhythm', 'content: { «hero: { cost: 800 } }\n', 'content', messages.piecesOrPerWeek(false)],
  [
    'another kind of content',
    'content: { «heros: { pieces: 2 } }\n',
    'content',
    messages.unknownKey('heros', ['hourly', 'hero', 'hub', 'help']),
  ],
  [
    'a community without messages',
    'community: «{ reply: 90% }\n',
    'community',
    messages.missingKey('messages', 'the key messages'),
  ],
  ['a format with a price of nothing', 'formats: { reels: { cpm: «0 } }\n', 'cpm', messages.outside('0', 'above 0')],
  // Rules, goals, seasons.
  ['a rule that is none', 'rules: { hold: [«revenue] }\n', 'hold', messages.notAHold('revenue')],
  [
    'a figure that lines have none of',
    'rules: { lines: { facebook/conversion: { hold: [«revenue - profit >= 9] } } }\n',
    'hold',
    messages.notOfALine('profit', LINE_KPIS),
  ],
  ['while on, of a plan', 'rules: { hold: [«conversions >= 50 while on] }\n', 'hold', messages.whileOnOfPlan()],
  [
    'a rule with a certainty',
    'rules: { lines: { facebook/conversion: { hold: [«cpa <= 9 with 100%] } } }\n',
    'hold',
    messages.notAProbability('100%'),
  ],
  ['a change without a size', 'rules: { change: «a bit }\n', 'change', messages.notAChange('"a bit"')],
  ['a lock without a unit', 'rules: { lock: «60 }\n', 'lock', messages.notAHorizon('60', '')],
  ['two goals', 'goal: { maximize: profit, «minimize: spend }\n', 'goal', messages.bothWays()],
  ['six weekdays', 'season: { weekday: { cpm: «[1, 1, 1, 1, 1, 1] } }\n', 'cpm', messages.notAWeek('a list of 6')],
  [
    'an outcome without a name',
    'goal: { verdict: { «luck: 1 } }\n',
    'verdict',
    messages.unknownKey('luck', VERDICT_THRESHOLDS),
  ],
  ['lines that overlap more than wholly', 'stocks: { overlap: «2 }\n', 'overlap', messages.notARate('2')],
];

/** The text without its mark, and where the mark was. */
function unmarked(text: string): { readonly text: string; readonly line: number; readonly column: number } {
  const at = text.indexOf('«');
  const before = text.slice(0, at).split('\n');
  return { text: text.replace('«', ''), line: before.length, column: before.at(-1)!.length + 1 };
}

/** What stands on the awareness line, `«` where the mistake is. */
const onLine: readonly Case[] = [
  ['match of an audience without a name', '«match: 60%', 'lines', messages.matchWithoutName()],
  [
    'an audience that is not there',
    'audience: «"@studnets"',
    'audience',
    messages.unknownAudience('studnets', ['students']),
  ],
  ['a format that is not there', 'formats: { «reel: 100% }', 'formats', messages.unknownFormat('reel', ['reels'])],
  ['shares that miss the whole', 'formats: «{ reels: 60% }', 'formats', messages.sharesDontSum('60.0%')],
  ['a pressure above 1', 'pressure: «1.2', 'pressure', messages.pressureAbove1('a pressure that can well be above 1')],
  [
    'a pressure that can be above 1',
    'pressure: «0.5 to 1.4',
    'pressure',
    messages.pressureAbove1('a pressure that can well be above 1'),
  ],
  ['a price seen at no spend', 'pressure_at: «0', 'pressure_at', messages.outside('0', 'above 0')],
  ['more than all of the conversions', 'incrementality: «110%', 'incrementality', messages.notARate('110%')],
  ['spend below nothing', 'carry_in: [400, «-1]', 'carry_in', messages.outside('-1', 'of 0 or more')],
  ['a segment like an id', 'segment: «"@mothers"', 'segment', messages.segmentWithAt('@mothers')],
];
const withLine = (rest: string) => `currency: USD
horizon: 12 weeks
budget: 10000
economics: { order_value: 50, margin: 60% }
audiences: { students: 200k }
formats: { reels: { ctr: 1.1 } }
lines:
  - { platform: instagram, stage: awareness, budget: 10000, ${rest} }
`;

describe('a mistake on a line', () => {
  it.each(onLine)('%s', async (_, extra, subject, fault) => {
    const { text, line, column } = unmarked(withLine(extra));
    const [first, ...rest] = await mistakes(text);
    expect(first!.message).toBe(describeFault(fault, subject));
    expect([first!.line, first!.column]).toEqual([line, column]);
    expect(rest.map(({ message }) => message)).toEqual([]);
  });

  it.each([
    'pressure: 0.1',
    'pressure_at: 60',
    'formats: { reels: 100% }',
    'carry_in: [400]',
    'incrementality: 80%',
  ])('refuses %s beside a response', async (extra) => {
    const response = 'response: { curve: root, beta: 2, alpha: 0.5 }';
    const [first] = await mistakes(withLine(`${extra}, ${response}`));
    const key = extra.split(':')[0]!;
    expect(first!.message).toBe(describeFault(messages.responseHasNo(key), 'lines'));
  });

  it('refuses a named audience below awareness', async () => {
    const text = withLine('audience: "@students"').replace('stage: awareness', 'stage: conversion');
    const [first] = await mistakes(text);
    expect(first!.message).toBe(describeFault(messages.nameBelowAwareness('conversion'), 'audience'));
  });
});

describe('a mistake in the rest of the plan', () => {
  it.each(cases)('%s', async (_, extra, subject, fault) => {
    const { text, line, column } = unmarked(BASE + extra);
    const [first, ...rest] = await mistakes(text);
    expect(first!.message).toBe(describeFault(fault, subject));
    expect([first!.line, first!.column]).toEqual([line, column]);
    expect(rest.map(({ message }) => message)).toEqual([]);
  });
});

describe('a budget that need not be spent', () => {
  it('is a ceiling in the words of what passes it, too', async () => {
    const [first] = await mistakes(BASE.replace('budget: 10000', 'budget: { max: 9000 }'));
    expect(first!.message).toBe(
      describeFault(messages.budgetsDontSum('$10,000.00', '$9,000.00', null, true), 'budget'),
    );
    expect(first!.message).toMatch(/expected at most the budget, \$9,000\.00$/);
  });
});

describe('posts that are paid out of the budget', () => {
  it('are in the sum that misses it', async () => {
    const text = `${BASE}creators: [{ name: A, platform: instagram, followers: 9k, reach_rate: 20%, posts: 2, fee: 50 }]\n`;
    const [first, ...rest] = await mistakes(text);
    const fault = messages.budgetsDontSum('$10,100.00', '$10,000.00', '$100.00');
    expect(first!.message).toBe(describeFault(fault, 'budget'));
    expect([first!.line, first!.column]).toEqual([4, 9]);
    expect(rest).toEqual([]);
  });
});

describe('a name that tables of the program have already', () => {
  const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'];
  it.each(names)('is refused, of whatever it is: %s', async (name) => {
    const fault = messages.reservedName(name);
    const texts = [
      `${BASE}kpis: { ${name}: cost / orders }\n`,
      `${BASE}variants: { ${name}: cpm +5% }\n`,
      `${BASE}audiences: { ${name}: 100k }\n`,
      `${BASE}formats: { ${name}: { ctr: 1.1 } }\n`,
      `${BASE}metrics: { ${name}: { of: views, rate: 1% } }\n`,
      `${BASE}shocks: [{ name: ${name}, probability: 10%, outage: true }]\n`,
      `${BASE}organic: [{ name: ${name}, platform: instagram, followers: 9k, reach_rate: 20%, per_week: 1 }]\n`,
      BASE.replace('platform: facebook', `platform: ${name}`),
    ];
    for (const text of texts) expect(await mistakes(text)).toMatchObject([fault]);
  });

  it('is refused as a metric where it is what the plan costs or earns, not where it is a count', async () => {
    for (const name of ['cost', 'profit', 'spend', 'roas', 'cpa', 'tail']) {
      const text = `${BASE}metrics: { ${name}: { of: views, rate: 0.01% } }\n`;
      expect(await mistakes(text)).toMatchObject([messages.kpiNameTaken(name)]);
    }
    for (const name of ['orders', 'leads', 'views'])
      await expect(mistakes(`${BASE}metrics: { ${name}: { of: clicks, rate: 1% } }\n`)).rejects.toThrow('accepted');
  });

  it('is refused as a metric that an expression could not name', async () => {
    for (const name of ['max', 'net saves'])
      expect(await mistakes(`${BASE}metrics: { "${name}": { of: views, rate: 1% } }\n`)).toMatchObject([
        messages.badMetricName(name),
      ]);
  });
});

it('offers no choice among a single name', () => {
  expect(describeFault(messages.unknownKey('mx', ['max']))).toBe(
    'found "mx", a key that this version does not know, expected max; did you mean max?',
  );
});
