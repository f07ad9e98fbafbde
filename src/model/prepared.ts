import type { Program } from './program.js';
import { tellsConversions } from './program-in-flight.js';
import { NOTHING_MORE, type ProgramRest } from './program-rest.js';

/** Rows (counted from the region's first) of what follows from a line's inputs. */
interface PreparedLine {
  /** `cpm`, its formats' factor in it. */
  readonly price: number;
  readonly clickRate: number;
  readonly viewRate: number;
  /** `incrementality · cvr · close_rate`: orders a click. */
  readonly orderRate: number;
  /** ε, at most 1, and `D · at`; −1 where the line's money moves no price. */
  readonly pressure: number;
  readonly usualSpend: number;
  /** A named audience's people whom the line can target; −1 without one. */
  readonly audience: number;
  /** The line's own factors, those of its platform in them; `null` where they are its platform's alone. */
  readonly own: PreparedFactors | null;
}

/** First rows of factors, a row a period from the period `from` on: row `price + t` is that of period t. */
interface PreparedFactors {
  readonly from: number;
  readonly price: number;
  readonly clicks: number;
  readonly orders: number;
}

/** A line's own factors, where it has any in a period. */
export function ownFactors(line: PreparedLine | null, period: number): PreparedFactors | null {
  const own = line?.own ?? null;
  return own !== null && period >= own.from ? own : null;
}

/** Rows of a line's conversions in the periods that are over; −1 where none are reported. */
interface PreparedActuals {
  /** By the period that they come of, the first of them. */
  readonly first: number;
  /** Those that are recorded, in sum. */
  readonly recorded: number;
}

/** Rows of what follows from a source's inputs. */
interface PreparedSource {
  /** `followers · authentic`. */
  readonly audience: number;
  /** Impressions a post: `A · reach_rate / (1 − R)`. */
  readonly perPost: number;
  readonly viewRate: number;
  readonly clickRate: number;
  readonly orderRate: number;
  readonly payPerPost: number;
  /** −1 without a share of sales. */
  readonly payPerConversion: number;
  /** `share · (engagement − 1)` and the fee; −1 without usage rights. */
  readonly boost: number;
  readonly rightsFee: number;
}

/** First rows of a platform's factors with shocks in them, a row a period; −1 where no shock moves them (see `factorRow`). */
interface PreparedPlatform {
  readonly price: number;
  readonly views: number;
  readonly clicks: number;
  readonly orders: number;
  /** Whether anything, noise or shocks, moves one of its rates: one set of equations for all three, so a platform has all of them or none. */
  readonly moved: boolean;
  /** 1, and 0 in an outage. */
  readonly open: number;
  /** Posts' impressions, outages included. */
  readonly organic: number;
}

/** What the equations need of a draw's inputs, made once a draw whatever plan is priced on it. */
interface Prepared {
  readonly rows: number;
  readonly one: number;
  readonly lines: readonly (PreparedLine | null)[];
  readonly came: readonly PreparedActuals[];
  readonly sources: readonly PreparedSource[];
  readonly platforms: readonly PreparedPlatform[];
  /** What is left of the brand after a period, and orders that it would bring if all recalled it; −1 without a brand. */
  readonly brandDecay: number;
  readonly brandOrders: number;
  /** 1 where a shock comes, a row each. */
  readonly shocks: number;
  /** Cost of a view's messages: `messages · reply · minutes / 60 · hourly`; −1 without a community. */
  readonly costPerView: number;
}

/** A program's rest, or nothing more. */
export function restOf(program: Program): ProgramRest {
  return program.rest ?? NOTHING_MORE;
}

const known = new WeakMap<Program, Prepared>();

/** Where a program's prepared rows are. */
export function preparedOf(program: Program): Prepared {
  const prepared = known.get(program) ?? allocate(program);
  known.set(program, prepared);
  return prepared;
}

function allocate(program: Program): Prepared {
  const rest = restOf(program);
  let next = 0;
  const take = (rows: number, wanted = true): number => {
    if (!wanted) return -1;
    next += rows;
    return next - rows;
  };
  const one = take(1);
  const { inFlight } = program;
  const drifts = inFlight !== undefined && (inFlight.drift !== null || inFlight.dispersion !== null);
  // Once something is learned, what moved in periods that are over is in what came.
  const from = inFlight === undefined || inFlight.learned === null ? 0 : inFlight.periods;
  const factors = (): number => take(program.periods - from) - from;
  const lines = program.lines.map(({ response, more }) => {
    if (response !== undefined) return null;
    const pressed = more !== undefined && more.pressure !== null;
    return {
      price: take(1),
      clickRate: take(1),
      viewRate: take(1),
      orderRate: take(1),
      pressure: take(1, pressed),
      usualSpend: take(1, pressed),
      audience: take(1, more !== undefined && more.audience >= 0),
      own: drifts ? { from, price: factors(), clicks: factors(), orders: factors() } : null,
    };
  });
  const came = program.lines.map((_, line) => {
    const counted = inFlight !== undefined && tellsConversions(inFlight, line);
    return { first: take(inFlight?.periods ?? 0, counted), recorded: take(1, counted) };
  });
  const sources = rest.sources.map(({ pay, rights }) => ({
    audience: take(1),
    perPost: take(1),
    viewRate: take(1),
    clickRate: take(1),
    orderRate: take(1),
    payPerPost: take(1),
    payPerConversion: take(1, pay.kind === 'creator'),
    boost: take(1, rights !== null),
    rightsFee: take(1, rights !== null),
  }));
  const T = program.periods;
  const platforms = program.platforms.map((_, p) => {
    const shocks = rest.shocks.filter((shock) => shock.platforms.includes(p));
    const outage = shocks.some((shock) => shock.outage);
    const isShaken = (what: 'cpm' | 'ctr' | 'view_rate' | 'cvr'): boolean =>
      shocks.some(({ factors }) => factors[what] !== 1);
    return {
      price: take(T, isShaken('cpm')),
      views: take(T, isShaken('view_rate')),
      clicks: take(T, isShaken('ctr')),
      orders: take(T, isShaken('cvr')),
      moved:
        isShaken('view_rate') ||
        isShaken('ctr') ||
        isShaken('cvr') ||
        rest.rateNoise.some(({ platform }) => platform === p),
      open: take(T, outage),
      organic: take(
        T,
        rest.sources.some(({ platform }) => platform === p) &&
          (outage || shocks.some(({ factors: { organic } }) => organic !== 1)),
      ),
    };
  });
  return {
    one,
    lines,
    came,
    sources,
    platforms,
    brandDecay: take(1, rest.brand !== null),
    brandOrders: take(1, rest.brand !== null),
    shocks: take(rest.shocks.length),
    costPerView: take(1, rest.community !== null),
    rows: next,
  };
}
