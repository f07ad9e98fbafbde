import { lastOf, required } from '../../required.js';
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

/** The same by its series as far as doubles tell: what is left out is below 1e-16. */
const Q_TO_THE_END = Array.from({ length: 13 }, (_, k) => 1 / factorial(k + 1));

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/** (1 − e^−u)/u and (1 − (1 + u) e^−u)/u² for 0 ≤ u ≤ ½, likewise: relative errors below 4e-13 and 7e-13. */
const FRESHNESS = [
  0.9999999999997307, -0.4999999999310095, 0.1666666637631935, -0.04166662002791811, 0.00833296446234235,
  -0.0013872977753844062, 0.00019457890449949773, -1.989322957309053e-5,
];
const FADE = [
  0.499999999999758, -0.3333333332713673, 0.12499999739209645, -0.03333329144059829, 0.00694411308705407,
  -0.001189046725657568, 0.00017016611156968047, -1.763344789472716e-5,
];
/** As far as these hold. */
const LARGEST = 0.5;

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
    constants.get(code, lastOf(own));
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
function exponentialParts(
  code: Code,
  constants: Constants,
  argument: Local,
  sign: 1 | -1,
  series: readonly number[] = Q,
): Parts {
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
  const coefficients = sign > 0 ? series : series.map((coefficient, k) => (k % 2 === 0 ? coefficient : -coefficient));
  polynomial(code, constants, reduced, coefficients);
  code.vector('multiply').set(rest);
  return { scale, rest };
}

/** What may be wanted of one u ≥ 0: e^−u, 1 − e^−u, (1 − e^−u)/u, and how that falls with u. */
export type Relative = 'remaining' | 'saturate' | 'freshness' | 'fade';

/**
 * The exponential's relatives of one u, for one vector of draws: all that are wanted of it are computed together, for they
 * share their parts. Where (1 − e^−u)/u or its fall is wanted, u is mostly small, so polynomials do for all of them, and
 * the exponential is computed only where a draw needs it; each draw's value is the same whatever the other draw of its vector needs.
 */
export function relativesOf(
  code: Code,
  constants: Constants,
  u: Local,
  wanted: ReadonlySet<Relative>,
): ReadonlyMap<Relative, Local> {
  const results = new Map<Relative, Local>();
  for (const relative of wanted) results.set(relative, code.local(V128));
  const store = (values: ReadonlyMap<Relative, () => void>): void => {
    for (const [relative, put] of values) {
      const result = results.get(relative);
      if (result === undefined) continue;
      put();
      code.set(result);
    }
  };
  const saturated = ({ scale, rest }: Parts): void => {
    constants.get(code, 1);
    code.get(scale).vector('subtract').get(rest).vector('add');
  };
  const isGentle = wanted.has('freshness') || wanted.has('fade');
  if (!isGentle) {
    const parts = exponentialParts(code, constants, u, -1);
    store(
      new Map<Relative, () => void>([
        ['remaining', () => code.get(parts.scale).get(parts.rest).vector('subtract')],
        ['saturate', () => saturated(parts)],
      ]),
    );
    return results;
  }
  const fresh = code.local(V128);
  const isLarge = code.local(V128);
  polynomial(code, constants, u, FRESHNESS);
  code.set(fresh);
  store(
    new Map<Relative, () => void>([
      ['freshness', () => code.get(fresh)],
      ['saturate', () => code.get(u).get(fresh).vector('multiply')],
      [
        'remaining',
        () => {
          constants.get(code, 1);
          code.get(u).get(fresh).vector('multiply').vector('subtract');
        },
      ],
      ['fade', () => polynomial(code, constants, u, FADE)],
    ]),
  );
  code.get(u);
  constants.get(code, LARGEST);
  code.vector('above').tee(isLarge).vector('anyTrue').when();
  const parts = exponentialParts(code, constants, u, -1);
  const saturation = code.local(V128);
  const remaining = code.local(V128);
  saturated(parts);
  code.set(saturation).get(parts.scale).get(parts.rest).vector('subtract').set(remaining);
  code.get(saturation).get(u).vector('divide').set(fresh);
  const general = new Map<Relative, () => void>([
    ['freshness', () => code.get(fresh)],
    ['saturate', () => code.get(saturation)],
    ['remaining', () => code.get(remaining)],
    ['fade', () => code.get(fresh).get(remaining).vector('subtract').get(u).vector('divide')],
  ]);
  for (const [relative, result] of results) {
    required(general.get(relative))();
    code.get(result).get(isLarge).vector('choose').set(result);
  }
  code.end();
  return results;
}

/** Puts e^x on the stack. */
export function exponentialOf(code: Code, constants: Constants, x: Local): void {
  putExponential(code, constants, x, Q);
}

/** The same to 2e-15, for powers: a curve of a fit is a power, and a power of 1 is the number itself. */
export function exactExponentialOf(code: Code, constants: Constants, x: Local): void {
  putExponential(code, constants, x, Q_TO_THE_END);
}

function putExponential(code: Code, constants: Constants, x: Local, series: readonly number[]): void {
  const { scale, rest } = exponentialParts(code, constants, x, 1, series);
  code.get(scale).get(rest).vector('add');
}
