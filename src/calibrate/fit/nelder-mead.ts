/**
 * Maximum of a function by the simplex method of J. A. Nelder and R. Mead, "A simplex method for function minimization"
 * (Computer Journal 7, 1965), restarted once from where it stopped. For a handful of dimensions and functions with
 * numerical noise, where gradients would mislead.
 *
 * @param step length of the first simplex's edges, one a dimension
 */
export function maximise(
  f: (x: Float64Array) => number,
  start: Float64Array,
  step: Float64Array,
  { evaluations = 600, tolerance = 1e-4 } = {},
): { readonly x: Float64Array; readonly value: number } {
  const first = simplex(f, start, step, Math.ceil(evaluations * 0.7), tolerance);
  const again = simplex(
    f,
    first.x,
    step.map((s) => s * 0.3),
    Math.floor(evaluations * 0.3),
    tolerance,
  );
  return again.value > first.value ? again : first;
}

function simplex(
  f: (x: Float64Array) => number,
  start: Float64Array,
  step: Float64Array,
  evaluations: number,
  tolerance: number,
) {
  const n = start.length;
  const evaluate = (x: Float64Array) => {
    const value = f(x);
    return { x, value: Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value };
  };
  const vertices = [evaluate(start.slice())];
  for (let i = 0; i < n; i++) {
    const x = start.slice();
    x[i] += step[i];
    vertices.push(evaluate(x));
  }
  let left = evaluations - n - 1;
  while (left > 0) {
    vertices.sort((a, b) => b.value - a.value);
    const best = vertices[0];
    const worst = vertices[n];
    if (Math.abs(best.value - worst.value) < tolerance) break;
    const centre = new Float64Array(n);
    for (let v = 0; v < n; v++) for (let i = 0; i < n; i++) centre[i] += vertices[v].x[i] / n;
    const along = (t: number) => evaluate(centre.map((c, i) => c + t * (worst.x[i] - c)));
    const reflected = along(-1);
    left--;
    if (reflected.value > best.value) {
      const expanded = along(-2);
      left--;
      vertices[n] = expanded.value > reflected.value ? expanded : reflected;
    } else if (reflected.value > vertices[n - 1].value) {
      vertices[n] = reflected;
    } else {
      const contracted = along(reflected.value > worst.value ? -0.5 : 0.5);
      left--;
      if (contracted.value > Math.max(worst.value, reflected.value)) vertices[n] = contracted;
      else {
        for (let v = 1; v <= n; v++) vertices[v] = evaluate(vertices[v].x.map((x, i) => (x + best.x[i]) / 2));
        left -= n;
      }
    }
  }
  vertices.sort((a, b) => b.value - a.value);
  return vertices[0];
}
