import { type HermiteSegments, monotoneSlopes } from '../../distributions/monotone-cubic.js';
import {
  above,
  add,
  divide,
  type Expression,
  maximum,
  minimum,
  multiply,
  type Operand,
  power,
  quotient,
  remaining,
  saturate,
  select,
  subtract,
} from '../../kernel/index.js';

/*
 * What a period's adstocked spend s brings, written so that neither a value nor a slope derived from it loses digits at
 * either end. All but tables take s > 0.
 */

/**
 * `M sᵏ / (sᵏ + hᵏ)`: Robyn's `saturation_hill`, Meridian's `HillTransformer`, PyMC-Marketing's `hill_function`. The
 * smaller of the two powers is the one that is taken, so that neither overflows.
 */
export function hill(s: Operand, most: Operand, half: Operand, shape: Operand): Expression {
  const smaller = power(divide(minimum(s, half), maximum(s, half)), shape);
  return divide(multiply(most, select(above(half, s), smaller, 1)), add(1, smaller));
}

/** `M (1 − exp(−λ s)) / (1 + exp(−λ s))`, that is `M tanh(λ s / 2)`: PyMC-Marketing's `logistic_saturation`. */
export function logistic(s: Operand, most: Operand, lam: Operand): Expression {
  return levelling(multiply(lam, s), most);
}

/** `b tanh(s / (b c))`: PyMC-Marketing's `tanh_saturation`; a first unit costs c. A b of 0 brings nothing. */
export function tanh(s: Operand, most: Operand, cost: Operand): Expression {
  return levelling(quotient(multiply(2, s), multiply(most, cost)), most);
}

/** `M tanh(u / 2)`. */
function levelling(u: Operand, most: Operand): Expression {
  return divide(multiply(most, saturate(u)), add(1, remaining(u)));
}

/** `M s / (h + s)`: Robyn's `mic_men`, PyMC-Marketing's `michaelis_menten`. */
export function michaelis(s: Operand, most: Operand, half: Operand): Expression {
  return divide(most, add(1, divide(half, s)));
}

/** `β s^α`: PyMC-Marketing's `root_saturation`. */
export function root(s: Operand, coefficient: Operand, exponent: Operand): Expression {
  return multiply(coefficient, power(s, exponent));
}

/** The table times a factor; beyond its last point nothing more is known, and nothing more is counted. */
export function table(s: Operand, { z, x, slopes }: HermiteSegments, factor: Operand): Expression {
  const last = z.length - 1;
  let value: Operand = x[last];
  for (let i = last - 1; i >= 0; i--) {
    const width = z[i + 1] - z[i];
    const rise = x[i + 1] - x[i];
    const [from, to] = [width * slopes[i], width * slopes[i + 1]];
    const t = divide(subtract(s, z[i]), width);
    // The cubic on [0, 1] with these ends and slopes, by Horner’s rule.
    const bend = add(3 * rise - 2 * from - to, multiply(t, from + to - 2 * rise));
    const cubic = add(x[i], multiply(t, add(from, multiply(t, bend))));
    value = select(above(z[i + 1], s), cubic, value);
  }
  return multiply(factor, value);
}

/**
 * A monotone cubic through points that never fall: harmonic means of the neighbouring secants (Fritsch and Butland 1984),
 * at the ends the three-point slope of C. Moler, "Numerical Computing with MATLAB" (2004), section 3.4, as SciPy's
 * `PchipInterpolator` has it.
 */
export function tableThrough(points: readonly (readonly [number, number])[]): HermiteSegments {
  const z = points.map(([spend]) => spend);
  const x = points.map(([, value]) => value);
  const last = points.length - 1;
  const first = endSlope(z, x, [0, 1, 2]);
  const final = endSlope(z, x, [last, last - 1, last - 2]);
  return { z, x, slopes: monotoneSlopes(z, x, { first, final }) };
}

function endSlope(z: readonly number[], x: readonly number[], [a, b, c]: readonly [number, number, number]) {
  if (z.length < 3) return null;
  const [near, next] = [Math.abs(z[b] - z[a]), Math.abs(z[c] - z[b])];
  const [one, two] = [Math.abs(x[b] - x[a]) / near, Math.abs(x[c] - x[b]) / next];
  return Math.max(0, ((2 * near + next) * one - near * two) / (near + next));
}
