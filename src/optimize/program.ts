/** One row of a program: `lower ≤ coefficients · x ≤ upper`. */
export interface ProgramRow {
  readonly coefficients: ArrayLike<number>;
  readonly lower: number;
  readonly upper: number;
}

/** `minimise ½ xᵀHx + costᵀx` over `lower ≤ x ≤ upper` and the rows; infinite bounds are allowed. */
export interface Program {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly ProgramRow[];
  /** Positive semidefinite, row-major, of `hessianSize` columns; the variables beyond it enter linearly. */
  readonly hessian?: Float64Array;
  readonly hessianSize?: number;
  /** Per variable: continuous, whole numbers, or 0 or else within the bounds. Not together with a Hessian. */
  readonly kinds?: readonly VariableKind[];
}

export type VariableKind = 'continuous' | 'integer' | 'semicontinuous';

export type ProgramSolution =
  | {
      readonly status: 'optimal';
      readonly x: Float64Array;
      readonly objective: number;
      /** One multiplier a row, `∂objective/∂bound`; zeros for programs with whole numbers. */
      readonly rowDual: Float64Array;
    }
  | { readonly status: 'infeasible' | 'unbounded' | 'failed'; readonly detail: string };

export type ProgramSolver = (program: Program) => ProgramSolution;

/** Worst violation of a bound or a row, relative to the bound's size, at which an answer is believed. */
const ACCEPTED_VIOLATION = 1e-7;
/** By how much an answer breaks a bound or a row, if that is more than can be believed; else `null`. */
export function violationOf(program: Program, x: Float64Array): string | null {
  const violation = worstViolation(program, x);
  return violation <= ACCEPTED_VIOLATION ? null : `violation ${violation}`;
}

function worstViolation(program: Program, x: Float64Array): number {
  let worst = 0;
  const note = (value: number, lower: number, upper: number): void => {
    if (Number.isNaN(value)) worst = Number.NaN;
    if (value < lower) worst = Math.max(worst, (lower - value) / (1 + Math.abs(lower)));
    if (value > upper) worst = Math.max(worst, (value - upper) / (1 + Math.abs(upper)));
  };
  for (let j = 0; j < x.length; j++) {
    const off = program.kinds?.[j] === 'semicontinuous' && Math.abs(x[j]) <= ACCEPTED_VIOLATION;
    if (!off) note(x[j], program.lower[j], program.upper[j]);
  }
  for (const row of program.rows) {
    let activity = 0;
    for (let j = 0; j < x.length; j++) activity += (row.coefficients[j] ?? 0) * x[j];
    note(activity, row.lower, row.upper);
  }
  return worst;
}
