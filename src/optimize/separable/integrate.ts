/**
 * What several functions add up to over a grid, by their slopes there, each from 0: the slopes' cubic (its derivative by
 * central differences) is integrated cell by cell. What their sum, which is known, differs by from that is shared out over
 * each cell to those whose slopes change most in it, where the integral is least sure: a curve infinitely steep at 0 has
 * its first cell's value from there.
 *
 * @param slopes by function, at the grid's points
 * @param total the functions' sum at the grid's points, up to a constant
 * @returns values by function, 0 at the grid's first point
 */
export function alongCells(grid: Float64Array, slopes: readonly Float64Array[], total: Float64Array): Float64Array[] {
  const bends = slopes.map((own) => derivatives(grid, own));
  const values = slopes.map(() => new Float64Array(grid.length));
  const parts = new Float64Array(slopes.length);
  for (let k = 1; k < grid.length; k++) {
    const width = grid[k] - grid[k - 1];
    let left = total[k] - total[k - 1];
    let unsure = 0;
    slopes.forEach((own, l) => {
      const [from, to] = [own[k - 1], own[k]];
      // The first cell begins with a slope that may stand for an infinite one: no cubic there.
      const bend = k === 1 ? 0 : (width * (bends[l][k - 1] - bends[l][k])) / 12;
      parts[l] = k === 1 ? width * to : width * ((from + to) / 2 + bend);
      left -= parts[l];
      unsure += Math.abs(from - to);
    });
    slopes.forEach((own, l) => {
      const weight = unsure > 0 ? Math.abs(own[k - 1] - own[k]) / unsure : 1 / slopes.length;
      values[l][k] = values[l][k - 1] + parts[l] + left * weight;
    });
  }
  return values;
}

/** Derivatives by parabolas through three neighbouring points. */
function derivatives(grid: Float64Array, values: Float64Array): Float64Array {
  const last = grid.length - 1;
  const between = (k: number): number => (values[k + 1] - values[k]) / (grid[k + 1] - grid[k]);
  return Float64Array.from(grid, (_, k) => {
    if (k === 0) return between(0);
    if (k === last) return between(last - 1);
    const [before, after] = [grid[k] - grid[k - 1], grid[k + 1] - grid[k]];
    return (between(k - 1) * after + between(k) * before) / (before + after);
  });
}
