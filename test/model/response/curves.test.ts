import { describe, expect, it } from 'vitest';
import { clearRows, createTape, defineStep, type Expression, runCalls, runPass } from '../../../src/kernel/index.js';
import { adstockWeights } from '../../../src/model/response/adstock.js';
import { hill, logistic, michaelis, root, table, tableThrough, tanh } from '../../../src/model/response/curves.js';
import type { AdstockKind } from '../../../src/scenario/response/types.js';

const SPENDS = [0.25, 1, 3, 7.5, 40];

/** Relative error of what is printed with 17 digits and computed in another order. */
const ROUNDING = 1e-13;

type Curve = (s: Expression) => Expression;

// Expected values: NumPy 2.4 from the formulas of the libraries' own source, as named in each case.
const CURVES: readonly (readonly [name: string, curve: Curve, expected: readonly number[]])[] = [
  [
    // Robyn R/transformation.R saturation_hill: x^alpha / (x^alpha + inflexion^alpha); Meridian adstock_hill.py _hill.
    'hill, an S',
    (s) => hill(s, 120, 4, 2.3),
    [0.2036889571467844, 4.752199513773503, 40.84378151507805, 97.12214343800647, 119.40157455159743],
  ],
  [
    'hill, concave',
    (s) => hill(s, 120, 4, 0.7),
    [15.067039840083227, 32.97594896111943, 53.97901011156277, 72.99182888226544, 100.03949630201258],
  ],
  [
    // PyMC-Marketing mmm/transformers.py logistic_saturation: (1 − e^(−lam x)) / (1 + e^(−lam x)).
    'logistic',
    (s) => logistic(s, 50, 0.4),
    [2.4979187478940004, 9.8687660112452, 26.852478349901773, 45.25741268224332, 49.999988746483794],
  ],
  [
    // PyMC-Marketing tanh_saturation: b tanh(x / (b c)).
    'tanh',
    (s) => tanh(s, 30, 0.2),
    [1.2492771223645784, 4.95421238773888, 13.863514717800292, 25.448509198725386, 29.999902824349846],
  ],
  [
    // Robyn mic_men: Vmax x / (Km + x); PyMC-Marketing michaelis_menten: alpha x / (lam + x).
    'michaelis',
    (s) => michaelis(s, 80, 12),
    [1.6326530612244898, 6.153846153846154, 16, 30.76923076923077, 61.53846153846154],
  ],
  [
    // PyMC-Marketing root_saturation: x^alpha, times its beta.
    'root',
    (s) => root(s, 6, 0.6),
    [2.6116516898883724, 6, 11.599092269590576, 20.099627479868577, 54.876606231279155],
  ],
];

/** A curve's value, and the slope that is derived from it. */
function at(curve: Curve, s: number): { value: number; slope: number } {
  const step = defineStep({ name: 'a curve', decisions: ['s'] }, (slots) => ({ writes: { value: curve(slots.s) } }));
  const tape = createTape();
  tape.call(step, {
    rows: { value: { value: 0, bar: 1 } },
    decisions: { s: { number: 0, factor: 1, bar: 2 } },
  });
  const memory = { rows: new Float64Array(3), numbers: Float64Array.of(s, 1) };
  runPass(tape.forward(), memory, 1, 1);
  const back = tape.backward();
  clearRows(back, memory, 1);
  memory.rows[1] = 1;
  runCalls(back, memory, 1, 1);
  return { value: memory.rows[0]!, slope: memory.rows[2]! };
}

describe('a response curve', () => {
  it.each(CURVES)('has the values of its published definition: %s', (_, curve, expected) => {
    SPENDS.forEach((s, k) => {
      expect(Math.abs(at(curve, s).value / expected[k]! - 1)).toBeLessThan(ROUNDING);
    });
  });

  it.each(CURVES)('has the slope of its values: %s', (_, curve) => {
    for (const s of SPENDS) {
      // Central differences: error h² f'''/6 and rounding of f over h, each below 1e-8 of f/s for h = 1e-4 s.
      const h = 1e-4 * s;
      const difference = (at(curve, s + h).value - at(curve, s - h).value) / (2 * h);
      const { value, slope } = at(curve, s);
      expect(Math.abs(slope - difference)).toBeLessThan((1e-7 * value) / s);
    }
  });

  it('stays a number far out, and near nothing', () => {
    for (const s of [1e-300, 1e-30, 1e30, 1e300]) {
      for (const [name, curve] of CURVES) {
        const { value, slope } = at(curve, s);
        expect(Number.isFinite(value) && Number.isFinite(slope), `${name} at ${s}`).toBe(true);
      }
    }
  });
});

describe('a table', () => {
  // Expected values: SciPy 1.17 PchipInterpolator through these points, and its derivative.
  const through = tableThrough([
    [0, 0],
    [1, 4],
    [3, 20],
    [4, 20],
    [10, 31],
  ]);
  const spends = [0, 0.3, 1, 1.7, 2.9, 3.5, 5, 8, 9.9];
  const values = [
    0, 0.9319999999999999, 4, 10.029, 19.908428571428573, 20, 20.341931216931215, 25.121693121693124, 30.66171362433862,
  ];
  const slopes = [
    2.6666666666666665, 3.52952380952381, 5.142857142857142, 10.752857142857142, 1.8042857142857152, 0,
    0.6765873015873015, 2.444444444444444, 3.360892857142858,
  ];

  it('goes through its points as a monotone cubic', () => {
    spends.forEach((s, k) => {
      const { value, slope } = at((x) => table(x, through, 1), s);
      expect(value).toBeCloseTo(values[k]!, 12);
      expect(slope).toBeCloseTo(slopes[k]!, 12);
    });
  });

  it('of two points is straight, and brings no more beyond its end', () => {
    const straight = tableThrough([
      [0, 0],
      [10, 5],
    ]);
    const inside = at((x) => table(x, straight, 2), 7);
    expect(inside.value).toBeCloseTo(7, 14);
    expect(inside.slope).toBeCloseTo(1, 14);
    expect(at((x) => table(x, straight, 2), 12)).toEqual({ value: 10, slope: 0 });
  });
});

describe('adstock weights', () => {
  // Expected values: NumPy and SciPy (weibull_min) from the source named in each case, six lags.
  const cases: readonly (readonly [AdstockKind, number, number, readonly number[]])[] = [
    // PyMC-Marketing geometric_adstock and Robyn adstock_geometric: alpha^lag.
    ['geometric', 0.6, 0, [1, 0.6, 0.36, 0.21599999999999997, 0.12959999999999997, 0.07775999999999998]],
    // Meridian compute_decay_weights, binomial: (1 − lag / window)^(1/alpha − 1).
    [
      'binomial',
      0.4,
      0,
      [1, 0.7607257743127308, 0.5443310539518175, 0.3535533905932738, 0.1924500897298753, 0.06804138174397714],
    ],
    // Robyn adstock_weibull, type CDF: cumprod(c(1, 1 − pweibull(1:(L−1)))).
    [
      'weibull_cdf',
      1.7,
      2.5,
      [1, 0.8100809057242704, 0.4086356723006152, 0.10452973847787175, 0.011315137063147023, 0.0004391702213945232],
    ],
    // Robyn adstock_weibull, type PDF, and PyMC-Marketing weibull_adstock: dweibull(1:L), min-max scaled.
    ['weibull_pdf', 1.7, 2.5, [0.9879369524110778, 1, 0.6559946798810063, 0.31360826700202193, 0.10024998848242708, 0]],
    ['weibull_pdf', 0.6, 3, [1, 0.48833657802076713, 0.2654913492765456, 0.13856488234687578, 0.05673956000617885, 0]],
  ];

  it.each(cases)('%s (%d, %d)', (kind, first, second, expected) => {
    const weights = new Float64Array(6);
    adstockWeights(kind, first, second, weights);
    expected.forEach((weight, j) => {
      expect(weights[j]).toBeCloseTo(weight, 12);
    });
  });

  it('let everything fall into the period itself where no two lags differ', () => {
    const weights = new Float64Array(4);
    // So steep a density is 0 at every whole lag.
    adstockWeights('weibull_pdf', 50, 0.01, weights);
    expect(Array.from(weights)).toEqual([1, 0, 0, 0]);
  });
});
