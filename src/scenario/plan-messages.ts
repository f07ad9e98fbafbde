/** Messages about creators, shocks, phases and the rest of a plan, of the same form as those of `messages.ts`. */
import { phrase, type Said, say, type Words } from '../words/said.js';
import { quote } from './message-parts.js';
import { nearest } from './nearest.js';
import { type Fault, fault } from './problem.js';

/** A name that is none of those there are; where there are none, how to make one. */
function unknown(what: string, name: string, names: readonly string[], otherwise: string | Said): Fault {
  const found = say`${phrase(what)} ${quote(name)}`;
  if (names.length === 0) return fault({ found, expected: phrase(otherwise) });
  return fault({ found, expected: say`one of ${names.slice(0, 20).join(', ')}`, suggestion: nearest(name, names) });
}

// Names.

export const sameNameTwice = (written: string, name: string): Fault =>
  fault({
    found: say`${quote(written)}, which is ${name} again`,
    expected: say`each name once`,
  });
export const nameTwice = (what: string, name: string, place: string): Fault =>
  fault({
    found: say`the ${phrase(what)} ${quote(name)} again (first at ${place})`,
    expected: say`each name once`,
  });
export const segmentWithAt = (segment: string): Fault =>
  fault({
    found: say`the segment ${quote(segment)}`,
    expected: say`a segment that does not begin with @, which is how ids of creators and own posts do`,
  });
export const cantBeSeen = (found: Words): Fault =>
  fault({
    found,
    expected: say`text on one line without control characters and overrides of direction`,
  });

export const reservedName = (name: string): Fault =>
  fault({
    found: say`the name ${quote(name)}, which the program keeps for itself`,
    expected: say`another name`,
  });

// What needs something else.

export const needsPopulation = (what: string): Fault =>
  fault({
    found: say`${what} without market.population`,
    expected: say`market: { population: … }, the people it is a share of`,
  });
export const needsStart = (what: string): Fault =>
  fault({
    found: say`${what} without a start`,
    expected: say`start, such as 2027-03-01: its weekday decides`,
  });

// Lines.

export const matchWithoutName = (): Fault =>
  fault({
    found: say`match on an awareness line whose audience has no name`,
    expected: say`audience: "@name" and audiences: { name: 300k to 500k }, of which match is the share that the line can target`,
  });
export const nameBelowAwareness = (stage: string): Fault =>
  fault({
    found: say`a named audience on a ${stage} line`,
    expected: say`people besides those of the pool, such as 20k: only awareness lines share a named audience`,
  });
export const unknownAudience = (name: string, names: readonly string[]): Fault =>
  unknown('the audience', name, names, say`audiences: { ${name}: 300k to 500k } at the top of the file`);
export const unknownFormat = (name: string, names: readonly string[]): Fault =>
  unknown('the format', name, names, say`formats: { ${name}: { … } } at the top of the file`);
export const sharesDontSum = (sum: string): Fault =>
  fault({
    found: say`shares that sum to ${sum}`,
    expected: say`shares that sum to 100%`,
  });
export const pressureAbove1 = (found: Words): Fault =>
  fault({
    found,
    expected: say`a pressure from 0 to 1: above 1 more money would buy fewer impressions`,
  });
export const responseHasNo = (key: string): Fault =>
  fault({
    found: say`${key} on a line with a response`,
    expected:
      key === 'carry_in' ? say`carry_in within the response` : say`a response alone: its curve knows of no impressions`,
  });

// Creators and own posts.

export const spreadsForever = (found: Words): Fault =>
  fault({
    found,
    expected: say`a reproduction below 1: at 1 or more, sharing would never end`,
  });
export const tooFewPeriods = (periods: number, posts: number): Fault =>
  fault({
    found: periods === 1 ? say`1 period for ${posts} posts` : say`${periods} periods for ${posts} posts`,
    expected: say`at least as many periods as posts`,
  });
export const periodAfterEnd = (period: number, periods: number): Fault =>
  fault({
    found: say`period ${period}`,
    expected: say`a period from 1 to ${periods}, the end of the plan`,
  });

export const postsNotByPeriod = (): Fault =>
  fault({
    found: say`posts that are off for a part of the horizon`,
    expected: say`off for the whole horizon, or other periods for them in a variant with values`,
  });

// Shocks.

export const notAnEffect = (found: Words): Fault =>
  fault({
    found,
    expected: say`a change with its sign and %, such as +25% or -40%`,
  });
export const effectTooLow = (found: Words, above: boolean): Fault =>
  fault({
    found,
    expected: above ? say`a change that leaves a price, above -100%` : say`a change of -100% or more`,
  });
export const notAWindow = (found: Words): Fault =>
  fault({
    found,
    expected: say`the first and the last period that it can start in, such as [4, 10]`,
  });
export const shockWithoutEffect = (): Fault =>
  fault({
    found: say`a shock that changes nothing`,
    expected: say`cpm, ctr, view_rate, cvr or organic with a change such as -30%, or outage: true`,
  });

// Phases and gates.

export const phasePeriods = (sum: number, periods: number): Fault =>
  fault({
    found: sum === 1 ? say`phases of 1 period in all` : say`phases of ${sum} periods in all`,
    expected: say`the horizon's ${periods}`,
  });
export const phaseBudgets = (sum: string, budget: string): Fault =>
  fault({
    found: say`phases whose budgets sum to ${sum}`,
    expected: say`the budget, ${budget}`,
  });
export const presetTooShort = (days: number): Fault =>
  fault({
    found: say`30-60-90 in a horizon of ${days} days`,
    expected: say`at least 12 weeks or 3 months, or phases of your own`,
  });
export const presetWithoutRate = (currency: string): Fault =>
  fault({
    found: say`30-60-90 in ${currency}, for which no exchange rate is built in`,
    expected: say`phases of your own, with their budgets`,
  });
export const notAGate = (text: string): Fault =>
  fault({
    found: quote(text),
    expected: say`a test such as cpa <= 20, roas >= 1.5, or instagram/conversion.cpa <= 9`,
  });
export const unknownGateKpi = (name: string, names: readonly string[]): Fault => unknown('the name', name, names, '');
export const unknownSubject = (id: string, ids: readonly string[]): Fault =>
  unknown('the line or source', id, ids, 'a line');
export const gateWithoutFailure = (): Fault =>
  fault({
    found: say`a gate without if_failed`,
    expected: say`if_failed: stop, continue, or { stop: [ids] }`,
  });
export const failureWithoutGate = (): Fault =>
  fault({
    found: say`if_failed without a gate`,
    expected: say`gate, such as cpa <= 20, or neither`,
  });

// Content and metrics.

export const piecesOrPerWeek = (both: boolean): Fault =>
  fault({
    found: both ? say`both pieces and per_week` : say`neither pieces nor per_week`,
    expected: say`pieces over the horizon, or per_week`,
  });
export const badMetricName = (name: string): Fault =>
  fault({
    found: say`the metric ${quote(name)}`,
    expected: say`letters a to z, digits and _, starting with a letter, and not the name of a function`,
  });
export const metricNameTaken = (name: string): Fault =>
  fault({
    found: say`the name ${quote(name)}, which a metric has already`,
    expected: say`another name`,
  });
export const metricOutsideKpis = (name: string): Fault =>
  fault({
    found: say`${quote(name)}, which has a metric in it`,
    expected: say`a KPI of the line: metrics of your own are of the whole plan`,
  });

// Rules and goals.

export const notAChange = (found: Words): Fault => fault({ found, expected: say`a share such as ±20%` });
export const notAHold = (text: string): Fault =>
  fault({
    found: quote(text),
    expected: say`a rule such as revenue >= 30000 with 80%, frequency <= 4 a week, or conversions >= 50 a week while on`,
  });
export const whileOnOfPlan = (): Fault =>
  fault({
    found: say`"while on" in a rule of the whole plan`,
    expected: say`such a rule under rules.lines: a plan is always on`,
  });
export const notOfALine = (kpi: string, known: readonly string[]): Fault =>
  fault({
    found: say`${quote(kpi)}, which is of the whole plan`,
    expected: say`a KPI of a line: ${known.join(', ')}`,
  });
export const bothWays = (): Fault =>
  fault({
    found: say`both maximize and minimize`,
    expected: say`one of them`,
  });
export const presetAndMinimize = (): Fault =>
  fault({
    found: say`a preset with minimize`,
    expected: say`a preset, or minimize with rules of your own`,
  });

// Weeks.

export const notAWeek = (found: Words): Fault =>
  fault({
    found,
    expected: say`seven factors, Monday first, such as [1, 1, 1, 1, 1.1, 1.2, 1.1]`,
  });
