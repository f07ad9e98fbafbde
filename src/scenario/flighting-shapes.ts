/** Shapes that a line's money may have over the periods, by name. */
export const FLIGHTING_SHAPES = ['even', 'front', 'back'] as const;
type FlightingShape = (typeof FLIGHTING_SHAPES)[number];

/** Weights of a shape, one a period: all alike, falling to 1, or rising from 1. */
export function shapeWeights(shape: FlightingShape, periods: number): readonly number[] {
  return Array.from({ length: periods }, (_, t) => {
    if (shape === 'front') return periods - t;
    return shape === 'back' ? t + 1 : 1;
  });
}

/** The shape that shares of a budget have, one a period, which sum to 1; `null`: another one. */
export function shapeOf(shares: readonly number[]): FlightingShape | null {
  const found = FLIGHTING_SHAPES.find((shape) => {
    const weights = shapeWeights(shape, shares.length);
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return weights.every((weight, t) => Math.abs((shares[t] ?? 0) - weight / sum) < 1e-9);
  });
  return found ?? null;
}
