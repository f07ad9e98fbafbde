/**
 * Stands in for `eigenvalues.ts` in a browser, where correlations have been accepted already: only a refusal asks for eigenvalues.
 *
 * @throws always
 */
export function eigs(): never {
  throw new Error('correlations are checked where the file is read');
}
