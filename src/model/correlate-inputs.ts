import { correlateResiduals } from '../sampling/correlation.js';
import type { CorrelatedPair } from '../scenario/types.js';
import { type Said, say } from '../words/said.js';
import type { ProgramInput } from './program.js';

/** Explicit correlations that no joint distribution can have. */
export class CorrelationError extends Error {
  override readonly name = 'CorrelationError';

  constructor(readonly said: Said) {
    super(String(said));
  }
}

/**
 * Gives the inputs named in `pairs` the correlations asked for, in place. What an input shares with others through the
 * market's and its platform's factors stays; only the part that was its own is now drawn together with the others'.
 *
 * @throws {CorrelationError} for a name that is not an uncertain input, or where the pairs and the factors together are
 * not positive definite (with the smallest eigenvalue).
 */
export async function correlateNamedInputs(inputs: ProgramInput[], pairs: readonly CorrelatedPair[]): Promise<void> {
  const named = [...new Set(pairs.flatMap(({ between }) => between))];
  const rows = named.map((name) => {
    const row = inputs.findIndex((input) => input.name === name && input.terms.length > 0);
    if (row < 0) {
      throw new CorrelationError(say`correlation.pairs: "${name}" is not an uncertain input of this scenario`);
    }
    return row;
  });
  // An input's first term is what it shares with nobody; the others are factors.
  const factors = [...new Set(rows.flatMap((row) => inputs[row].terms.slice(1).map(({ source }) => source)))];
  const loadings = rows.map((row) =>
    factors.map((factor) => inputs[row].terms.slice(1).find(({ source }) => source === factor)?.weight ?? 0),
  );
  const wanted = pairs.map(({ between, rho }) => ({
    i: named.indexOf(between[0]),
    j: named.indexOf(between[1]),
    rho,
  }));
  const correlated = await correlateResiduals(loadings, wanted);
  if (!correlated.ok) {
    throw new CorrelationError(
      say`correlation.pairs: these can't hold together with the shared factors (smallest eigenvalue ${correlated.smallestEigenvalue.toPrecision(3)}, must be above 0)`,
    );
  }
  const own = rows.map((row) => inputs[row].terms[0].source);
  rows.forEach((row, i) => {
    const input = inputs[row];
    const terms = own
      .map((source, j) => ({ source, weight: correlated.cholesky[i * rows.length + j] }))
      .filter(({ weight }) => weight !== 0);
    inputs[row] = { ...input, terms: [...terms, ...input.terms.slice(1)] };
  });
}
