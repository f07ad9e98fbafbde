/**
 * A stationary first-order autoregression from independent standard normals, lane by lane:
 * n_0 = σ z_0, n_t = φ n_{t−1} + σ √(1 − φ²) z_t. Every n_t has mean 0 and standard deviation σ, and n_t and n_{t+j}
 * have correlation φ^j. G. Box, G. Jenkins, G. Reinsel, G. Ljung, Time Series Analysis (5th ed., 2015), section 3.2.3.
 *
 * @param normals `[t * stride + lane]` from `at` on; replaced by the series
 * @param periods how many t
 * @param stride distance between one period's lanes and the next
 * @param lanes how many lanes of each period
 * @param sd σ, from 0 on
 * @param lagOne φ, −1 ≤ φ ≤ 1
 */
export function autoregress(
  normals: Float64Array,
  at: number,
  periods: number,
  stride: number,
  lanes: number,
  sd: number,
  lagOne: number,
): void {
  if (periods === 0) return;
  // (1 − φ)(1 + φ), because 1 − φ² loses digits near |φ| = 1.
  const fresh = sd * Math.sqrt((1 - lagOne) * (1 + lagOne));
  for (let lane = at; lane < at + lanes; lane++) normals[lane] = sd * normals[lane];
  for (let period = 1; period < periods; period++) {
    const row = at + period * stride;
    for (let lane = row; lane < row + lanes; lane++) {
      normals[lane] = lagOne * normals[lane - stride] + fresh * normals[lane];
    }
  }
}
