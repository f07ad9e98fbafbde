/** Messages about creators, shocks, phases and the rest of a plan, of the same form as those of `messages.ts`. */
import { nearest } from './nearest.js';
import type { Fault } from './problem.js';

const quote = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;

/** A name that is none of those there are; where there are none, how to make one. */
function unknown(what: string, name: string, names: readonly string[], otherwise: string): Fault {
  const found = `${what} ${quote(name)}`;
  if (names.length === 0) return { found, expected: otherwise };
  const suggestion = nearest(name, names);
  const expected = `one of ${names.slice(0, 20).join(', ')}`;
  return suggestion === undefined ? { found, expected } : { found, expected, suggestion };
}

// Names.

export const sameNameTwice = (written: string, name: string): Fault => ({
  found: `${quote(written)}, which is ${name} again`,
  expected: 'each name once',
});
export const nameTwice = (what: string, name: string, place: string): Fault => ({
  found: `the ${what} ${quote(name)} again (first at ${place})`,
  expected: 'each name once',
});
export const segmentWithAt = (segment: string): Fault => ({
  found: `the segment ${quote(segment)}`,
  expected: 'a segment that does not begin with @, which is how ids of creators and own posts do',
});
export const cantBeSeen = (found: string): Fault => ({
  found,
  expected: 'text on one line without control characters and overrides of direction',
});

export const reservedName = (name: string): Fault => ({
  found: `the name ${quote(name)}, which the program keeps for itself`,
  expected: 'another name',
});

// What needs something else.

export const needsPopulation = (what: string): Fault => ({
  found: `${what} without market.population`,
  expected: 'market: { population: … }, the people it is a share of',
});
export const needsStart = (what: string): Fault => ({
  found: `${what} without a start`,
  expected: 'start, such as 2027-03-01: its weekday decides',
});

// Lines.

export const matchWithoutName = (): Fault => ({
  found: 'match on an awareness line whose audience has no name',
  expected:
    'audience: "@name" and audiences: { name: 300k to 500k }, of which match is the share that the line can target',
});
export const nameBelowAwareness = (stage: string): Fault => ({
  found: `a named audience on a ${stage} line`,
  expected: 'people besides those of the pool, such as 20k: only awareness lines share a named audience',
});
export const unknownAudience = (name: string, names: readonly string[]): Fault =>
  unknown('the audience', name, names, `audiences: { ${name}: 300k to 500k } at the top of the file`);
export const unknownFormat = (name: string, names: readonly string[]): Fault =>
  unknown('the format', name, names, `formats: { ${name}: { … } } at the top of the file`);
export const sharesDontSum = (sum: string): Fault => ({
  found: `shares that sum to ${sum}`,
  expected: 'shares that sum to 100%',
});
export const pressureAbove1 = (found: string): Fault => ({
  found,
  expected: 'a pressure from 0 to 1: above 1 more money would buy fewer impressions',
});
export const responseHasNo = (key: string): Fault => ({
  found: `${key} on a line with a response`,
  expected: key === 'carry_in' ? 'carry_in within the response' : 'a response alone: its curve knows of no impressions',
});

// Creators and own posts.

export const spreadsForever = (found: string): Fault => ({
  found,
  expected: 'a reproduction below 1: at 1 or more, sharing would never end',
});
export const tooFewPeriods = (periods: number, posts: number): Fault => ({
  found: `${periods} ${periods === 1 ? 'period' : 'periods'} for ${posts} posts`,
  expected: 'at least as many periods as posts',
});
export const periodAfterEnd = (period: number, periods: number): Fault => ({
  found: `period ${period}`,
  expected: `a period from 1 to ${periods}, the end of the plan`,
});

export const postsNotByPeriod = (): Fault => ({
  found: 'posts that are off for a part of the horizon',
  expected: 'off for the whole horizon, or other periods for them in a variant with values',
});

// Shocks.

export const notAnEffect = (found: string): Fault => ({
  found,
  expected: 'a change with its sign and %, such as +25% or -40%',
});
export const effectTooLow = (found: string, above: boolean): Fault => ({
  found,
  expected: above ? 'a change that leaves a price, above -100%' : 'a change of -100% or more',
});
export const notAWindow = (found: string): Fault => ({
  found,
  expected: 'the first and the last period that it can start in, such as [4, 10]',
});
export const shockWithoutEffect = (): Fault => ({
  found: 'a shock that changes nothing',
  expected: 'cpm, ctr, view_rate, cvr or organic with a change such as -30%, or outage: true',
});

// Phases and gates.

export const phasePeriods = (sum: number, periods: number): Fault => ({
  found: `phases of ${sum} ${sum === 1 ? 'period' : 'periods'} in all`,
  expected: `the horizon's ${periods}`,
});
export const phaseBudgets = (sum: string, budget: string): Fault => ({
  found: `phases whose budgets sum to ${sum}`,
  expected: `the budget, ${budget}`,
});
export const presetTooShort = (days: number): Fault => ({
  found: `30-60-90 in a horizon of ${days} days`,
  expected: 'at least 12 weeks or 3 months, or phases of your own',
});
export const presetWithoutRate = (currency: string): Fault => ({
  found: `30-60-90 in ${currency}, for which no exchange rate is built in`,
  expected: 'phases of your own, with their budgets',
});
export const notAGate = (text: string): Fault => ({
  found: quote(text),
  expected: 'a test such as cpa <= 20, roas >= 1.5, or instagram/conversion.cpa <= 9',
});
export const unknownGateKpi = (name: string, names: readonly string[]): Fault => unknown('the name', name, names, '');
export const unknownSubject = (id: string, ids: readonly string[]): Fault =>
  unknown('the line or source', id, ids, 'a line');
export const gateWithoutFailure = (): Fault => ({
  found: 'a gate without if_failed',
  expected: 'if_failed: stop, continue, or { stop: [ids] }',
});
export const failureWithoutGate = (): Fault => ({
  found: 'if_failed without a gate',
  expected: 'gate, such as cpa <= 20, or neither',
});

// Content and metrics.

export const piecesOrPerWeek = (both: boolean): Fault => ({
  found: both ? 'both pieces and per_week' : 'neither pieces nor per_week',
  expected: 'pieces over the horizon, or per_week',
});
export const badMetricName = (name: string): Fault => ({
  found: `the metric ${quote(name)}`,
  expected: 'letters a to z, digits and _, starting with a letter, and not the name of a function',
});
export const metricNameTaken = (name: string): Fault => ({
  found: `the name ${quote(name)}, which a metric has already`,
  expected: 'another name',
});
export const metricOutsideKpis = (name: string): Fault => ({
  found: `${quote(name)}, which has a metric in it`,
  expected: 'a KPI of the line: metrics of your own are of the whole plan',
});

// Rules and goals.

export const notAChange = (found: string): Fault => ({ found, expected: 'a share such as ±20%' });
export const notAHold = (text: string): Fault => ({
  found: quote(text),
  expected: 'a rule such as revenue >= 30000 with 80%, frequency <= 4 a week, or conversions >= 50 a week while on',
});
export const whileOnOfPlan = (): Fault => ({
  found: '"while on" in a rule of the whole plan',
  expected: 'such a rule under rules.lines: a plan is always on',
});
export const notOfALine = (kpi: string, known: readonly string[]): Fault => ({
  found: `${quote(kpi)}, which is of the whole plan`,
  expected: `a KPI of a line: ${known.join(', ')}`,
});
export const bothWays = (): Fault => ({
  found: 'both maximize and minimize',
  expected: 'one of them',
});
export const presetAndMinimize = (): Fault => ({
  found: 'a preset with minimize',
  expected: 'a preset, or minimize with rules of your own',
});

// Weeks.

export const notAWeek = (found: string): Fault => ({
  found,
  expected: 'seven factors, Monday first, such as [1, 1, 1, 1, 1.1, 1.2, 1.1]',
});
