import seedrandom from 'seedrandom';
import { expect, it } from 'vitest';
import { byPeriods } from '../../src/optimize/flighting.js';
import { constraintsOf } from '../../src/optimize/rules.js';
import type { Amount, LineRule, Rules, Scenario } from '../../src/scenario/types.js';
import { scenarioOf } from './support.js';

// Rules as rows of a linear program, against what each of them says in words, on random plans of random rules.
const IDS = ['instagram/awareness', 'tiktok/awareness', 'tiktok/consideration', 'facebook/conversion'];
const [BUDGET, PERIODS, DAYS] = [1000, 4, 7];
const EPS = 1e-9;

type Plan = readonly number[];
interface Asked {
  readonly rules: Partial<Rules>;
  readonly inFlight?: Scenario['inFlight'];
  /** Whether money by line keeps all of it; `null` where it lies on a border. */
  readonly holds: (amounts: Plan) => boolean | null;
}

const sum = (some: readonly number[]): number => some.reduce((total, one) => total + one, 0);
const part = (amounts: Plan, has: (id: string) => boolean): number => sum(amounts.filter((_, l) => has(IDS[l]!)));

/** Whether a figure lies within bounds; `null` where it is at one of them, but for rounding. */
function within(value: number, low: number, high: number): boolean | null {
  if (Math.abs(value - low) < EPS || Math.abs(value - high) < EPS) return null;
  return value > low && value < high;
}

function askedBy(random: () => number): Asked {
  const share = (low: number, high: number): number => low + (high - low) * random();
  const chance = (p: number): boolean => random() < p;
  const checks: ((amounts: Plan) => boolean | null)[] = [];
  const open = chance(0.5);
  const spent = (amounts: Plan): number => sum(amounts);
  checks.push((amounts) => (open ? within(spent(amounts), -1, BUDGET) : Math.abs(spent(amounts) - BUDGET) < EPS));
  const rules: { -readonly [K in keyof Rules]?: Rules[K] } = { budget: open ? 'maximum' : 'exact' };
  if (chance(0.5)) {
    const [min, max] = [share(0.1, 0.4), share(0.5, 0.9)];
    rules.stages = { awareness: { min, max } };
    const own = (id: string): boolean => id.endsWith('awareness');
    checks.push((amounts) => within(part(amounts, own), min * spent(amounts), max * spent(amounts)));
  }
  if (chance(0.5)) {
    const [ratio, tolerance] = [share(0.5, 2), share(0.2, 0.6)];
    rules.retargeting = { consideration: ratio, conversion: 1, tolerance };
    checks.push((amounts) =>
      within(amounts[2]!, (1 - tolerance) * ratio * amounts[3]!, (1 + tolerance) * ratio * amounts[3]!),
    );
  }
  const amount = (value: number): Amount =>
    chance(0.5) ? { kind: 'share', value } : { kind: 'money', value: value * BUDGET };
  /** What an amount comes to: shares are of what is spent. */
  const worth = (of: Amount, amounts: Plan): number => of.value * (of.kind === 'share' ? spent(amounts) : 1);
  if (chance(0.5)) {
    const [min, max] = [amount(share(0.05, 0.3)), amount(share(0.5, 0.8))];
    rules.platforms = { tiktok: { min, max, fixed: null } };
    const own = (id: string): boolean => id.startsWith('tiktok');
    checks.push((amounts) => within(part(amounts, own), worth(min, amounts), worth(max, amounts)));
  }
  if (chance(0.3)) {
    const min = share(0.05, 0.3);
    rules.newChannels = { platforms: ['instagram', 'facebook'], min };
    const own = (id: string): boolean => !id.startsWith('tiktok');
    checks.push((amounts) => within(part(amounts, own), min * spent(amounts), Number.POSITIVE_INFINITY));
  }
  const given = BUDGET / IDS.length;
  const change = chance(0.3) ? share(0.3, 1.5) : undefined;
  if (change !== undefined) rules.change = change;
  const none: LineRule = { min: null, max: null, fixed: null, minDaily: null };
  const own = chance(0.3) ? share(0.2, 0.9) : undefined;
  rules.lines = own === undefined ? {} : { [IDS[1]!]: { ...none, change: own } };
  IDS.forEach((_, l) => {
    const most = l === 1 ? (own ?? change) : change;
    if (most === undefined) return;
    checks.push((amounts) =>
      within(amounts[l]!, given * Math.max(0, 1 - most) - (most >= 1 ? 1 : 0), given * (1 + most)),
    );
  });
  const came = IDS.map(() => ({
    spend: chance(0.5) ? [share(0, 60), share(0, 60)] : [],
    running: chance(0.5) ? share(0, 60) : 0,
  }));
  const days = chance(0.5) ? 15 : 0;
  if (chance(0.4) && days === 0) {
    rules.lockDays = 3;
    checks.push((amounts) => amounts.every((one) => Math.abs(one - given) < EPS));
  } else if (chance(0.3)) rules.lockDays = days;
  if (rules.lockDays !== undefined && rules.lockDays === 0) delete rules.lockDays;
  const inFlight = { days, lines: days > 0 ? came : [] } as unknown as NonNullable<Scenario['inFlight']>;
  if (days > 0) {
    came.forEach(({ spend, running }, l) => {
      const least = sum(spend) + running;
      if (least > 0) checks.push((amounts) => within(amounts[l]!, least, Number.POSITIVE_INFINITY));
    });
  }
  return {
    rules,
    ...(days > 0 ? { inFlight } : {}),
    holds(amounts) {
      const found = checks.map((check) => check(amounts));
      return found.includes(false) ? false : found.includes(null) ? null : true;
    },
  };
}

/** Whether a scenario's rows and bounds take a plan, as shares of the budget, with the creative shares that it has. */
function takes(scenario: Scenario): (amounts: Plan) => boolean {
  const { rows, lower, upper } = constraintsOf(scenario);
  const { proven, experiment, moonshot } = scenario.creativeSplit;
  const between = (value: number, low: number, high: number): boolean => value >= low - 1e-13 && value <= high + 1e-13;
  return (amounts) => {
    const v = [...amounts.map((one) => one / scenario.budget), proven, experiment, moonshot];
    return (
      v.every((one, j) => between(one, lower[j]!, upper[j]!)) &&
      rows.every((row) => between(sum(v.map((one, j) => one * row.coefficients[j]!)), row.lower, row.upper))
    );
  };
}

it('rows take the plans that keep what the rules say, and no others', () => {
  const random = seedrandom.alea('linear rules');
  let [kept, broken] = [0, 0];
  for (let k = 0; k < 400; k++) {
    const { rules, inFlight, holds } = askedBy(random);
    const lines = IDS.map((id) => ({ id, budget: BUDGET / IDS.length }));
    const plain = scenarioOf({ lines, rules });
    const scenario = inFlight === undefined ? plain : { ...plain, inFlight };
    const taken = takes(scenario);
    for (let n = 0; n < 30; n++) {
      const weights = IDS.map(() => 0.15 + random());
      // A third of the plans are the one given, but for little; where less may be spent, some leave something.
      const near = n % 3 === 0 ? 20 : 1;
      const size = rules.budget === 'maximum' && n % 2 === 0 ? 0.5 + 0.6 * random() : 1;
      const even = weights.map((one) => one + near - 1);
      const amounts = even.map((one) => (n === 1 ? BUDGET / IDS.length : (size * BUDGET * one) / sum(even)));
      const expected = holds(amounts);
      if (expected === null) continue;
      if (expected) kept++;
      else broken++;
      expect(taken(amounts), `${JSON.stringify(rules)} ${JSON.stringify(inFlight)} ${amounts}`).toBe(expected);
    }
  }
  expect(Math.min(kept, broken)).toBeGreaterThan(1000);
});

it('of weeks that are free: those over stay, one under way is not undone, others change by no more than a share', () => {
  const random = seedrandom.alea('weeks');
  const lines = IDS.slice(0, 2).map((id) => ({ id, budget: 400 }));
  let [kept, broken] = [0, 0];
  for (let k = 0; k < 200; k++) {
    const spent = [100 * random(), 100 * random()].slice(0, k % 3);
    const running = k % 2 === 0 ? 80 * random() : 0;
    const weekChange = k % 4 < 2 ? 0.1 + 0.5 * random() : undefined;
    const change = k % 5 === 0 ? 0.5 : undefined;
    const plain = scenarioOf({
      lines,
      rules: {
        budget: 'maximum',
        ...(weekChange === undefined ? {} : { weekChange }),
        ...(change === undefined ? {} : { change }),
      },
    });
    const delivered = [
      { spend: spent, running },
      { spend: [], running: 0 },
    ];
    const free = plain.lines.map((line, l) => (l === 0 ? { ...line, freeFlighting: true } : line));
    const inFlight = { days: DAYS * spent.length, lines: delivered };
    const scenario = byPeriods({ ...plain, lines: free, inFlight } as unknown as Scenario);
    expect(scenario.lines).toHaveLength(PERIODS + 1);
    const taken = takes(scenario);
    for (let n = 0; n < 30; n++) {
      const base = 60 + 60 * random();
      const weeks = Array.from({ length: PERIODS }, (_, t) =>
        t < spent.length && n % 3 > 0 ? spent[t]! : n % 2 === 0 ? base * (0.8 + 0.5 * random()) : 130 * random(),
      );
      const other = 300 * random();
      const steps = weeks.slice(1).every((one, t) => {
        const before = weeks[t]!;
        return weekChange === undefined || (one >= (1 - weekChange) * before && one <= (1 + weekChange) * before);
      });
      const expected =
        weeks.every((one, t) => t >= spent.length || Math.abs(one - spent[t]!) < EPS) &&
        (running === 0 || spent.length >= PERIODS || weeks[spent.length]! >= running) &&
        (change === undefined || (within(sum(weeks), 200, 600) === true && within(other, 200, 600) === true)) &&
        sum(weeks) + other <= 800 &&
        steps;
      if (expected) kept++;
      else broken++;
      const found = taken([...weeks, other]);
      expect(found, JSON.stringify({ spent, running, weekChange, change, weeks, other })).toBe(expected);
    }
  }
  expect(Math.min(kept, broken)).toBeGreaterThan(300);
});
