import { required } from '../../required.js';
import type { PlanSpend } from '../plan.js';
import { restOf } from '../prepared.js';
import type { Program } from '../program.js';
import { givenPosts, scheduleOf } from '../schedule.js';
import { weightOf } from '../variables.js';

/** The numbers of a tape's calls, and where those of a plan stand among them. */
export interface PlanNumbers {
  /** A number that is the same for every plan; equal ones share a place. */
  constant(value: number): number;
  /** What the season multiplies prices and orders by in a period. */
  season(period: number): { readonly price: number; readonly orders: number };
  /** Spend of a line in a period, and what a unit of its variable spends then. */
  spend(line: number, period: number): { readonly number: number; readonly factor: number };
  /** What of a period's spend works on, in units of the line's response and at the season's prices, and what a unit of its variable adds. */
  adstocked(line: number, period: number): { readonly number: number; readonly factor: number };
  /** Posts of a source in a period. */
  posts(source: number, period: number): { readonly number: number; readonly factor: number };
  /** How far a creator's usage rights open in a period. */
  opening(source: number, period: number): { readonly number: number; readonly factor: number };
  /** Share of a creative tier. */
  creative(tier: number): { readonly number: number; readonly factor: number };
  /** What is paid for content and formats over the horizon. */
  readonly production: number;
  /** Where they stand, once all are known. */
  places(): NumberPlaces;
}

/** Where the numbers of a plan stand: data only. */
export interface NumberPlaces {
  /** Numbers that are the same for every plan, by their value. */
  readonly constants: ReadonlyMap<number, number>;
  /** What the season multiplies by, period by period: prices, then orders. */
  readonly season: number;
  /** First spend, first creative share, what is paid for production; of sources: posts, openings, and how these grow with a post more. */
  readonly spend: number;
  readonly creative: number;
  readonly production: number;
  readonly posts: number;
  readonly openings: number;
  readonly slopes: number;
  readonly openingSlopes: number;
  /** Of lines with a response: spends in their units, period by period, then how these grow with the line's variable. */
  readonly adstocked: number;
  readonly adstockedSlopes: number;
  readonly size: number;
}

/** Lines with a response, in the program's order. */
const respondersOf = ({ lines }: Program): number[] =>
  lines.flatMap(({ response }, line) => (response === undefined ? [] : [line]));

export function createNumbers(program: Program): PlanNumbers {
  const rest = restOf(program);
  const L = program.lines.length;
  const T = program.periods;
  const S = rest.sources.length;
  let next = 0;
  const take = (count: number): number => {
    next += count;
    return next - count;
  };
  const seasonAt = take(2 * T);
  const spendAt = take(L * T);
  const postsAt = take(S * T);
  const openingsAt = take(S * T);
  const creativeAt = take(3);
  const production = take(1);
  const slopesAt = take(S * T);
  const openingSlopesAt = take(S * T);
  const responders = respondersOf(program);
  const adstockedAt = take(responders.length * T);
  const adstockedSlopesAt = take(responders.length * T);
  const constants = new Map<number, number>();
  const constant = (value: number): number => {
    const at = constants.get(value) ?? take(1);
    constants.set(value, at);
    return at;
  };
  return {
    constant,
    season: (t) => ({ price: seasonAt + t, orders: seasonAt + T + t }),
    spend: (line, t) => ({ number: spendAt + line * T + t, factor: constant(weightOf(program, line, t)) }),
    adstocked(line, t) {
      const at = responders.indexOf(line) * T + t;
      return { number: adstockedAt + at, factor: adstockedSlopesAt + at };
    },
    posts: (source, t) => ({ number: postsAt + source * T + t, factor: slopesAt + source * T + t }),
    opening: (source, t) => ({ number: openingsAt + source * T + t, factor: openingSlopesAt + source * T + t }),
    creative: (tier) => ({ number: creativeAt + tier, factor: constant(1) }),
    production,
    places: () => ({
      constants,
      season: seasonAt,
      spend: spendAt,
      creative: creativeAt,
      production,
      posts: postsAt,
      openings: openingsAt,
      slopes: slopesAt,
      openingSlopes: openingSlopesAt,
      adstocked: adstockedAt,
      adstockedSlopes: adstockedSlopesAt,
      size: next,
    }),
  };
}

/** Fills in the numbers of a plan. */
export function fillNumbers(program: Program, places: NumberPlaces, plan: PlanSpend, into: Float64Array): void {
  const T = program.periods;
  for (const [value, at] of places.constants) into[at] = value;
  for (let t = 0; t < T; t++) {
    into[places.season + t] = program.seasonCpm[t] ?? 1;
    into[places.season + T + t] = program.seasonCvr[t] ?? 1;
  }
  into.set(plan.spend, places.spend);
  into.set(plan.creative, places.creative);
  respondersOf(program).forEach((line, k) => {
    const { spendScale } = required(program.lines[line].response);
    for (let t = 0; t < T; t++) {
      const unit = (program.seasonCpm[t] ?? 1) * spendScale;
      into[places.adstocked + k * T + t] = plan.spend[line * T + t] / unit;
      into[places.adstockedSlopes + k * T + t] = weightOf(program, line, t) / unit;
    }
  });
  const counts = plan.posts ?? givenPosts(program);
  restOf(program).sources.forEach((source, k) => {
    const { posts, slopes, openings, openingSlopes } = scheduleOf(source, T, counts[k]);
    into.set(posts, places.posts + k * T);
    into.set(openings, places.openings + k * T);
    into.set(slopes, places.slopes + k * T);
    into.set(openingSlopes, places.openingSlopes + k * T);
  });
  into[places.production] = productionCost(program, plan);
}

/** Section 17: the content calendar, and each format of which a line with money makes use. */
function productionCost(program: Program, { spend }: PlanSpend): number {
  const { contentCost, formatCosts } = restOf(program);
  const T = program.periods;
  const hasMoney = (line: number): boolean => spend.subarray(line * T, (line + 1) * T).some((amount) => amount > 0);
  return formatCosts.reduce((sum, { cost, lines }) => sum + (lines.some(hasMoney) ? cost : 0), contentCost);
}
