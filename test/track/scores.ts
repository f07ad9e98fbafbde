/** Continuous ranked probability score of draws: T. Gneiting, A. Raftery, JASA 102 (2007), equation 21. */
export function crps(draws: Float64Array, truth: number): number {
  const sorted = draws.slice().sort();
  const n = sorted.length;
  let [off, spread] = [0, 0];
  sorted.forEach((x, k) => {
    off += Math.abs(x - truth);
    spread += (2 * (k + 1) - n - 1) * x;
  });
  return off / n - spread / (n * n);
}

/** Share of draws below the truth, half of those that equal it. */
export function rankOf(draws: Float64Array, truth: number): number {
  return draws.reduce((sum, x) => sum + (x < truth ? 1 : x === truth ? 0.5 : 0), 0) / draws.length;
}
