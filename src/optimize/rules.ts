import { powerOfTen } from '../distributions/elementary.js';
import { type Coefficients, type PlanOnOff, type PlanRule, placesIn, rowsOver } from '../plan/rules.js';
import { planSpace, type Span } from '../plan/space.js';
import {
  type Amount,
  type Bounds,
  CREATIVE_TIERS,
  type DeliveredLine,
  type Line,
  type Platform,
  type Scenario,
  STAGES,
} from '../scenario/types.js';
import { byPeriods, ruledBy } from './flighting.js';
import { asksWhileOn, heldFigures } from './hold-rules.js';
import type { LinearRules } from './linear-rules.js';
import { type Place, type PostBounds, paidPosts } from './posts/paid.js';

/** The name a stage's share rule is reported by. */
function stageRuleName(stage: string): string {
  return stage === 'awareness' ? 'prospecting' : `stages.${stage}`;
}

/** A figure that is linear in a plan, posts of a fixed number being `offset` of it. */
interface Weighted {
  readonly coefficients: Coefficients;
  readonly offset?: number;
}

/** The scenario's rules over the ids of decision variables. */
interface PlanRules {
  /** Whether less than the budget may be spent. */
  readonly open: boolean;
  /** Share of the budget that posts are paid from, which lines don't get. */
  readonly paid: number;
  readonly rows: readonly PlanRule[];
  readonly onOff: readonly PlanOnOff[];
}

/**
 * The scenario's linear rules (model, section 8) over budget shares, creative shares and posts that are to be chosen, so that the
 * currency's size plays no part. Of a line with free flighting every period is a line: see `byPeriods`.
 *
 * @param posts least and most of each number of posts that is to be chosen; left out: from none to the most there may be
 *
 * Errors: a `RangeError` for a budget that isn't a positive number, or a rule for a line the scenario doesn't have.
 */
export function constraintsOf(given: Scenario, posts?: readonly PostBounds[]): LinearRules {
  const scenario = byPeriods(given);
  const { lines, budget } = scenario;
  if (!(budget > 0 && Number.isFinite(budget))) throw new RangeError(`the budget must be positive, found ${budget}`);
  const space = planSpace(scenario);
  const { rows, onOff, open, paid } = planRules(scenario, posts);
  const lower = Float64Array.from(space.variables, ({ bounds }) => bounds.lower);
  const upper = Float64Array.from(space.variables, ({ bounds }) => bounds.upper);
  posts?.forEach(({ least, most }, k) => {
    const j = space.posts.from + k;
    const { size } = space.variables[j].unit;
    lower[j] = least / size;
    upper[j] = most / size;
  });
  const total = scenario.rules.creative === null && !scenario.creativeFree ? sumOf(lower, space.creative) : 1;
  const tiers = new Map(space.variables.slice(space.creative.from, space.creative.to).map(({ id }) => [id, 1]));
  const whole: PlanRule = {
    rule: null,
    unit: 'creative',
    scales: false,
    coefficients: tiers,
    lower: total,
    upper: total,
  };
  const placeOf = placesIn(space);
  return {
    lines: lines.length,
    budget,
    open,
    paid,
    lower,
    upper,
    rows: rowsOver(space, [...rows, whole]),
    onOff: onOff.map((entry) => ({ ...entry, line: placeOf(entry.line) })),
  };
}

/** What the scenario asks of a plan, but for what sampled figures are held to. */
function planRules(scenario: Scenario, posts: readonly PostBounds[] | undefined): PlanRules {
  const { lines, budget, rules } = scenario;
  const rows: PlanRule[] = [];
  const over = (weight: (line: Line) => number): Map<string, number> =>
    new Map(lines.flatMap((line) => (weight(line) === 0 ? [] : [[line.id, weight(line)] as const])));

  const paidFor = paidPosts(scenario, posts);
  /** Money of lines and posts, each weighted by where it is. */
  const shared = (weight: (place: Place) => number): Weighted => {
    const coefficients = over(weight);
    let offset = 0;
    for (const { place, base, slope, variable } of paidFor) {
      offset += weight(place) * base;
      if (variable !== null) coefficients.set(variable, weight(place) * slope);
    }
    return offset === 0 ? { coefficients } : { coefficients, offset };
  };

  const open = rules.budget === 'maximum' || isCheapest(scenario);
  const everything = shared(() => 1);
  const { offset: paid = 0 } = everything;
  const spent = { rule: 'budget', unit: 'money', scales: true, ...everything } as const;
  rows.push({ ...spent, lower: open ? 0 : 1 - paid, upper: 1 - paid });
  const shareRows = (rule: string, of: Weighted, lower: number, upper: number): PlanRule[] => {
    if (open) return relativeRows(rule, of, everything, lower, upper);
    const { offset = 0 } = of;
    return [{ rule, unit: 'share', scales: true, ...of, lower: lower - offset, upper: upper - offset }];
  };
  const bounded = (rule: string, bounds: Bounds, of: Weighted): PlanRule[] =>
    boundRows(rule, bounds, of, budget, shareRows);

  for (const stage of STAGES) {
    const range = rules.stages[stage];
    if (range === undefined) continue;
    const of = shared((place) => (place.stage === stage ? 1 : 0));
    rows.push(...shareRows(stageRuleName(stage), of, range.min, range.max));
  }

  if (rules.retargeting !== null) {
    const { consideration, conversion, tolerance } = rules.retargeting;
    // The larger coefficient is 1, so that a row's slack is a share of the budget.
    const scale = Math.max(consideration, conversion);
    const against = (factor: number): Weighted =>
      shared(({ stage }) =>
        stage === 'consideration' ? conversion / scale : stage === 'conversion' ? (-consideration * factor) / scale : 0,
      );
    const ratio = { rule: 'retargeting', unit: 'ratio', scales: true } as const;
    const bound = ({ offset = 0 }: Weighted): number => 0 - offset;
    if (tolerance === 0) {
      const exact = against(1);
      rows.push({ ...ratio, ...exact, lower: bound(exact), upper: bound(exact) });
    } else {
      const [least, most] = [against(1 - tolerance), against(1 + tolerance)];
      rows.push({ ...ratio, ...least, lower: bound(least), upper: Number.POSITIVE_INFINITY });
      rows.push({ ...ratio, ...most, lower: Number.NEGATIVE_INFINITY, upper: bound(most) });
    }
  }

  for (const platform of Object.keys(rules.platforms) as Platform[]) {
    const bounds = rules.platforms[platform];
    if (bounds === undefined) continue;
    const of = shared((place) => (place.platform === platform ? 1 : 0));
    rows.push(...bounded(`platforms.${platform}`, bounds, of));
  }

  if (rules.newChannels !== null) {
    const { platforms, min } = rules.newChannels;
    const of = shared(({ platform }) => (platforms.includes(platform) ? 1 : 0));
    rows.push(...shareRows('new_channels', of, min, Number.POSITIVE_INFINITY));
  }

  const onOff: PlanOnOff[] = [];
  for (const [id, bounds] of Object.entries(rules.lines)) {
    const own = (line: Line): boolean => ruledBy(line) === id;
    if (!lines.some(own)) throw new RangeError(`a rule speaks of line ${id}, which the scenario doesn't have`);
    const coefficients = over((line) => (own(line) ? 1 : 0));
    rows.push(...bounded(`lines.${id}`, bounds, { coefficients }));
    const { minDaily } = bounds;
    if (minDaily === null || minDaily === 0) continue;
    for (const line of lines.filter(own)) {
      const threshold = minDaily / dailyOfOne(line, scenario) / budget;
      onOff.push({ rule: `lines.${id}.min_daily`, line: line.id, threshold });
    }
  }

  rows.push(...changeRows(scenario));
  for (const one of heldFigures(scenario)) {
    const { name, lines: held } = one;
    // Periods of free flighting are not switched one by one.
    if (!asksWhileOn(one) || held.length !== 1) continue;
    const threshold = powerOfTen(-scenario.currencyDigits) / budget;
    onOff.push({ rule: name, line: lines[held[0]].id, threshold, whileOn: true });
  }

  if (rules.creative !== null) {
    const { split, tolerance } = rules.creative;
    for (const tier of CREATIVE_TIERS) {
      rows.push({
        rule: 'creative',
        unit: 'creative',
        scales: false,
        coefficients: new Map([[`creative.${tier}`, 1]]),
        lower: split[tier] - tolerance,
        upper: split[tier] + tolerance,
      });
    }
  }
  return { open, paid, rows, onOff };
}

/** Whether the goal is to spend as little as the rules allow. */
export function isCheapest({ goal }: Scenario): boolean {
  const { maximize } = goal;
  return maximize.kind === 'negate' && maximize.of.kind === 'kpi' && maximize.of.name === 'spend';
}

/** Rules on how far a plan may be from the one given, and from one week to the next. */
function changeRows(scenario: Scenario): PlanRule[] {
  const { budget, lines, rules, horizon, inFlight } = scenario;
  const { change: all, weekChange } = rules;
  // A lock that has run out holds nothing any more.
  const lockDays = rules.lockDays !== undefined && rules.lockDays > (inFlight?.days ?? 0) ? rules.lockDays : 0;
  const locked = Math.min(horizon.periods, Math.ceil(lockDays / horizon.periodDays - 1e-9));
  const rows: PlanRule[] = [];
  // Of a line with free flighting the periods are lines: what its rules speak of is all of them.
  [...new Set(lines.map(ruledBy))].forEach((id, index) => {
    const came = inFlight?.lines[index];
    const own = (other: Line): boolean => ruledBy(other) === id;
    const rule = `lines.${id}`;
    const money = { unit: 'money', scales: false } as const;
    const change = rules.lines[id]?.change ?? all;
    if (change !== undefined) {
      const share = lines.filter(own).reduce((sum, line) => sum + line.budget, 0) / budget;
      const coefficients = new Map(lines.filter(own).map(({ id }) => [id, 1]));
      const [lower, upper] = [share * Math.max(0, 1 - change), share * (1 + change)];
      rows.push({ ...money, rule: `${rule}.change`, coefficients, lower, upper });
    }
    const periods = lines.flatMap((other, index) => (own(other) ? [index] : []));
    const only = (index: number): Coefficients => new Map([[lines[index].id, 1]]);
    if (came !== undefined) rows.push(...spentRows(`${rule}.spent`, came, periods, only, budget));
    if (locked > 0) {
      // Without free flighting one amount decides all periods, the locked ones among them.
      const fixed = periods.length > 1 ? periods.slice(0, locked) : periods;
      for (const index of fixed) {
        const share = lines[index].budget / budget;
        rows.push({ ...money, rule: `${rule}.lock`, coefficients: only(index), lower: share, upper: share });
      }
    }
    if (weekChange === undefined || periods.length < 2) return;
    const shared = { rule: `${rule}.week_change`, unit: 'week', scales: true } as const;
    periods.slice(1).forEach((index, k) => {
      const before = periods[k];
      const against = (factor: number): Coefficients =>
        new Map([
          [lines[index].id, 1],
          [lines[before].id, -factor],
        ]);
      const none = Number.POSITIVE_INFINITY;
      rows.push({ ...shared, coefficients: against(1 - weekChange), lower: 0, upper: none });
      rows.push({ ...shared, coefficients: against(1 + weekChange), lower: -none, upper: 0 });
    });
  });
  return rows;
}

/** Money that is spent stays where it is: of a line as a whole, or, where its flighting is free, of each period that is over. */
function spentRows(
  rule: string,
  { spend, running }: DeliveredLine,
  variables: readonly number[],
  only: (index: number) => Coefficients,
  budget: number,
): PlanRule[] {
  const none = Number.POSITIVE_INFINITY;
  const row = (index: number, lower: number, upper: number): PlanRule => ({
    rule,
    unit: 'money',
    scales: false,
    coefficients: only(index),
    lower: lower / budget,
    upper: upper / budget,
  });
  if (variables.length === 1) {
    const spent = spend.reduce((sum, amount) => sum + amount, running);
    return spent > 0 ? [row(variables[0], spent, none)] : [];
  }
  return variables.flatMap((index, t) => {
    if (t < spend.length) return [row(index, spend[t], spend[t])];
    return t === spend.length && running > 0 ? [row(index, running, none)] : [];
  });
}

/** What a line spends on the thinnest day it is live, per unit of its budget. */
export function dailyOfOne({ flighting }: Pick<Line, 'flighting'>, { horizon }: Pick<Scenario, 'horizon'>): number {
  const live = flighting.filter((weight) => weight > 0);
  return Math.min(...live) / horizon.periodDays;
}

function sumOf(values: Float64Array, { from, to }: Span): number {
  let total = 0;
  for (let j = from; j < to; j++) total += values[j];
  return total;
}

type ShareRows = (rule: string, of: Weighted, lower: number, upper: number) => PlanRule[];

function boundRows(rule: string, bounds: Bounds, of: Weighted, budget: number, shareRows: ShareRows): PlanRule[] {
  const rowsOf = (amount: Amount | null, side: 'min' | 'max' | 'fixed'): PlanRule[] => {
    if (amount === null) return [];
    const value = amount.kind === 'share' ? amount.value : amount.value / budget;
    const lower = side === 'max' ? Number.NEGATIVE_INFINITY : value;
    const upper = side === 'min' ? Number.POSITIVE_INFINITY : value;
    if (amount.kind === 'share') return shareRows(rule, of, lower, upper);
    const { offset = 0 } = of;
    return [{ rule, unit: 'money', scales: false, ...of, lower: lower - offset, upper: upper - offset }];
  };
  return [...rowsOf(bounds.min, 'min'), ...rowsOf(bounds.max, 'max'), ...rowsOf(bounds.fixed, 'fixed')];
}

/** `lower ≤ share of what is spent ≤ upper`, each bound multiplied out by the spend so that it is linear. */
function relativeRows(
  rule: string,
  { coefficients, offset = 0 }: Weighted,
  { coefficients: everything, offset: paid = 0 }: Weighted,
  lower: number,
  upper: number,
): PlanRule[] {
  const against = (share: number): Weighted & { readonly offset: number } => ({
    coefficients: new Map(
      [...everything].map(([id, whole]) => [id, (coefficients.get(id) ?? 0) - share * whole] as const),
    ),
    offset: offset - share * paid,
  });
  const shared = { rule, unit: 'share', scales: true } as const;
  const rows: PlanRule[] = [];
  if (Number.isFinite(lower)) {
    const share = { coefficients, offset, lower, upper: Number.POSITIVE_INFINITY };
    const of = against(lower);
    rows.push({ ...shared, ...of, lower: 0 - of.offset, upper: Number.POSITIVE_INFINITY, share });
  }
  if (Number.isFinite(upper)) {
    const share = { coefficients, offset, lower: Number.NEGATIVE_INFINITY, upper };
    const of = against(upper);
    rows.push({ ...shared, ...of, lower: Number.NEGATIVE_INFINITY, upper: 0 - of.offset, share });
  }
  return rows;
}
