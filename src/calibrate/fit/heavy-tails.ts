/**
 * Levels stand for months and then make a step, days run evenly but for the one on which a campaign began: by their squares a
 * single one would rule the width of all. So errors and changes have Student's distribution, with so many degrees of
 * freedom.
 */
const DEGREES = 4;
/** Where 80 % intervals of the standard normal and of Student's distribution end. */
export const NORMAL_EIGHTY = 1.2815515655446004;
const STUDENT_EIGHTY = 1.5332062740589438;
/** The square of a Student's scale times this is the variance of the normal that has its 80 % interval. */
const AS_NORMAL = (STUDENT_EIGHTY / NORMAL_EIGHTY) ** 2;
const STEPS = 30;

/** Variance of the normal that has the 80 % interval of some values about 0: the likeliest, by expectation-maximisation. */
export function heavyTailedSquare(values: readonly number[]): number {
  const squares = values.map((value) => value * value);
  let scale = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  for (let step = 0; step < STEPS && scale > 0; step++) {
    const now = scale;
    scale =
      squares.reduce((sum, square) => sum + (square * (DEGREES + 1)) / (DEGREES + square / now), 0) / squares.length;
  }
  return scale * AS_NORMAL;
}
