/** What `convex.ts` uses of the package, which has no types of its own. Arrays begin at 1, as in the Fortran it comes from. */
declare module 'quadprog' {
  interface Solution {
    /** Missing where the program was refused. */
    readonly solution?: readonly number[];
    /** One multiplier a constraint, at least 0. */
    readonly Lagrangian?: readonly number[];
    /** Empty where the program was solved. */
    readonly message: string;
  }
  /** Minimises `½ xᵀDx − dᵀx` over `Aᵀx ≥ b`, of whose rows the first `equalities` hold with equality. Writes into `D` and `d`. */
  export function solveQP(
    D: number[][],
    d: number[],
    A: readonly (readonly number[])[],
    b: readonly number[],
    equalities: number,
  ): Solution;
}
