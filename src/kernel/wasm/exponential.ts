import { type Code, type Local, V128 } from './code.js';
import type { Constants } from './constants.js';

/**
 * e^x = 2^k e^r, k the whole number nearest to x/ln 2, |r| ≤ ½ ln 2, and e^r − 1 = r Q(r), Q of degree 7 by interpolation of
 * (e^r − 1)/r at Chebyshev's nodes: relative error of e^x below 3e-12, of 1 − e^−u below 6e-12 however small u.
 */
const Q = [
  0.9999999999955055, 0.4999999999995507, 0.1666666678638044, 0.041666666786337556, 0.008333283518768105,
  0.001388883909064138, 0.00019907582591325134, 2.4867883453521802e-5,
];

/** (1 − (1 + u) e^−u)/u² for 0 ≤ u ≤ ½, likewise: relative error below 2e-12. */
const FADE = [
  0.499999999999758, -0.3333333332713673, 0.12499999739209645, -0.03333329144059829, 0.006944113087054065,
  -0.0011890467256575566, 0.00017016611156966542, -1.7633447894719145e-5,
];

/** As far as that holds. */
const LARGEST_FADE = 0.5;

/** A double so large that adding it to a number rounds that to a whole one, in the lowest bits. */
const ROUNDING = 6755399441055744;
/** Beyond these 2^k isn't a normal number. */
const LOWEST = -708;
const HIGHEST = 709;

/** The parts of an exponential: `2^k`, and `2^k (e^r − 1)`, its sign turned where it is that of −u. */
interface Parts {
  readonly scale: Local;
  readonly rest: Local;
}

/** Evaluates a polynomial by its even and its odd powers, two shorter chains; leaves the value on the stack. */
export function polynomial(code: Code, constants: Constants, x: Local, coefficients: readonly number[]): void {
  const square = code.local(V128);
  code.get(x).get(x).vector('multiply').set(square);
  const chain = (from: number): void => {
    const own = coefficients.filter((_, k) => k % 2 === from);
    constants.get(code, own.at(-1)!);
    for (const coefficient of own.slice(0, -1).reverse()) {
      code.get(square).vector('multiply');
      constants.get(code, coefficient);
      code.vector('add');
    }
  };
  chain(1);
  code.get(x).vector('multiply');
  chain(0);
  code.vector('add');
}

/** The parts of e^x (`sign` 1), or of e^−u for u ≥ 0 (`sign` −1). */
function exponentialParts(code: Code, constants: Constants, argument: Local, sign: 1 | -1): Parts {
  const within = code.local(V128);
  const shifted = code.local(V128);
  const reduced = code.local(V128);
  const scale = code.local(V128);
  const rest = code.local(V128);
  code.get(argument);
  if (sign > 0) {
    constants.get(code, LOWEST);
    code.vector('larger');
  }
  constants.get(code, sign > 0 ? HIGHEST : -LOWEST);
  code.vector('smaller').set(within);
  code.get(within);
  constants.get(code, sign * Math.LOG2E);
  code.vector('multiply');
  constants.get(code, ROUNDING);
  code.vector('add').set(shifted);
  code.get(shifted);
  constants.bits(code, 1023, 0);
  code.vector('addWhole').whole(52).vector('shiftLeft').set(scale);
  // r, or −r of −u.
  code.get(within).get(shifted);
  constants.get(code, ROUNDING);
  code.vector('subtract');
  constants.get(code, -sign * Math.LN2);
  code.vector('multiply').vector('add').set(reduced);
  code.get(scale).get(reduced).vector('multiply');
  const coefficients = sign > 0 ? Q : Q.map((coefficient, k) => (k % 2 === 0 ? coefficient : -coefficient));
  polynomial(code, constants, reduced, coefficients);
  code.vector('multiply').set(rest);
  return { scale, rest };
}

/** What u is divided by at least: 1 − e^−u over this is 1 at u = 0. */
const NEXT_TO_NOTHING = 1e-30;

/**
 * The exponentials of one vector of draws. e^−u, 1 − e^−u, (1 − e^−u)/u and how that falls with u share their parts where u
 * is the same.
 */
export class Exponentials {
  private readonly parts = new Map<string, Parts>();
  private readonly positives = new Map<number, Local>();

  /**
   * @param local a node's local
   * @param fresh nodes u of which (1 − e^−u)/u is wanted: for the rest but 1 − e^−u (which has to be 0 at 0) these do with
   *   what is next to nothing in place of 0, and so share their parts with it
   */
  constructor(
    private readonly code: Code,
    private readonly constants: Constants,
    private readonly local: (node: number) => Local,
    private readonly fresh: ReadonlySet<number>,
  ) {}

  /** Puts e^x on the stack. */
  plain(x: Local): void {
    const { scale, rest } = exponentialParts(this.code, this.constants, x, 1);
    this.code.get(scale).get(rest).vector('add');
  }

  /** Puts e^−u on the stack. */
  remaining(u: number): void {
    const { scale, rest } = this.partsOf(u, this.fresh.has(u));
    this.code.get(scale).get(rest).vector('subtract');
  }

  /** Puts 1 − e^−u on the stack. */
  saturate(u: number): void {
    this.saturated(this.partsOf(u, false));
  }

  /** Puts (1 − e^−u)/u on the stack. */
  freshness(u: number): void {
    this.saturated(this.partsOf(u, true));
    this.code.get(this.positive(u)).vector('divide');
  }

  /** Puts (1 − (1 + u) e^−u)/u² on the stack: by its polynomial where that holds, elsewhere by ((1 − e^−u)/u − e^−u)/u. */
  fade(u: number): void {
    const { code, constants } = this;
    const isFresh = this.fresh.has(u);
    const at = this.local(u);
    const small = code.local(V128);
    const isLarge = code.local(V128);
    const result = code.local(V128);
    const argument = isFresh ? this.positive(u) : at;
    code.get(at);
    constants.get(code, LARGEST_FADE);
    code.vector('smaller').set(small);
    polynomial(code, constants, small, FADE);
    code.set(result).get(at);
    constants.get(code, LARGEST_FADE);
    code.vector('above').tee(isLarge).vector('anyTrue').when();
    // Not remembered: what is computed in here stands in here only.
    const parts = this.parts.get(keyOf(u, isFresh)) ?? exponentialParts(code, constants, argument, -1);
    this.saturated(parts);
    code.get(at).vector('divide').get(parts.scale).get(parts.rest).vector('subtract');
    code.vector('subtract').get(at).vector('divide');
    code.get(result).get(isLarge).vector('choose').set(result);
    code.end().get(result);
  }

  private saturated({ scale, rest }: Parts): void {
    this.constants.get(this.code, 1);
    this.code.get(scale).vector('subtract').get(rest).vector('add');
  }

  private positive(u: number): Local {
    const known = this.positives.get(u);
    if (known !== undefined) return known;
    const positive = this.code.local(V128);
    this.code.get(this.local(u));
    this.constants.get(this.code, NEXT_TO_NOTHING);
    this.code.vector('larger').set(positive);
    this.positives.set(u, positive);
    return positive;
  }

  private partsOf(u: number, isPositive: boolean): Parts {
    const key = keyOf(u, isPositive);
    const known = this.parts.get(key);
    if (known !== undefined) return known;
    const parts = exponentialParts(this.code, this.constants, isPositive ? this.positive(u) : this.local(u), -1);
    this.parts.set(key, parts);
    return parts;
  }
}

const keyOf = (u: number, isPositive: boolean): string => (isPositive ? `positive ${u}` : `${u}`);
