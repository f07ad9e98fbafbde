import { cos } from './elementary.js';

interface Rule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const ORDER = 32;
let rule: Rule | null = null;

/**
 * ∫ f over [from, to] by 32-point Gauss-Legendre on equal panels: full precision for what is smooth on the scale of a
 * panel's width.
 */
export function integrate(f: (x: number) => number, from: number, to: number, panels = 1): number {
  rule ??= gaussLegendre(ORDER);
  const half = (to - from) / (2 * panels);
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const centre = from + half * (2 * panel + 1);
    for (let i = 0; i < ORDER; i++) sum += rule.weights[i] * f(centre + half * rule.nodes[i]);
  }
  return sum * half;
}

/** Nodes and weights on [−1, 1]: Newton's method on the Legendre polynomial (DLMF 3.5.22, 18.9.1). */
function gaussLegendre(order: number): Rule {
  const nodes = new Float64Array(order);
  const weights = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    let x = cos((Math.PI * (i + 0.75)) / (order + 0.5));
    let derivative = 1;
    for (let iteration = 0; iteration < 8; iteration++) {
      let [previous, current] = [1, x];
      for (let n = 2; n <= order; n++) {
        [previous, current] = [current, ((2 * n - 1) * x * current - (n - 1) * previous) / n];
      }
      derivative = (order * (previous - x * current)) / (1 - x * x);
      x -= current / derivative;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * derivative * derivative);
  }
  return { nodes, weights };
}
