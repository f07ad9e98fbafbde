import type { Fault, Problem } from '../problem.js';
import { problemAt } from '../problem.js';
import type { DocumentInput } from '../schema/document.js';
import { keyPlaceOf, type Path, placeOf, type SourceNode } from '../source/tree.js';
import type { ScenarioWarning } from '../warnings.js';

/** What the steps from a valid document to a scenario share: the document, its places, and what is found on the way. */
export interface Build {
  readonly input: DocumentInput;
  readonly root: SourceNode;
  readonly problems: Problem[];
  readonly warnings: ScenarioWarning[];
}

/** The word a message starts with: the last key of a path; in a variant, its name before that. */
function subjectOf(path: Path): string {
  const key = path.findLast((step) => typeof step === 'string');
  const word = key === undefined ? '' : String(key);
  const [first, name] = path;
  return first === 'variants' && path.length > 2 && typeof name === 'string' ? `variants.${name}: ${word}` : word;
}

/** What a person reads at once; the rest shows after the first are mended. */
export const MAX_PROBLEMS = 10;

/** Puts a fault at the value of a path (or at its key), once. */
export function report(
  { problems, root }: { readonly problems: Problem[]; readonly root: SourceNode },
  path: Path,
  fault: Fault,
  onKey = false,
): void {
  if (problems.length >= MAX_PROBLEMS) return;
  const place = onKey ? keyPlaceOf(root, path) : placeOf(root, path);
  const subject = onKey ? subjectOf(path.slice(0, -1)) : subjectOf(path);
  const problem = problemAt(place, fault, subject);
  // A value that an alias repeats is one mistake, however often it is used.
  const known = problems.some(
    (one) => one.line === place.line && one.column === place.column && one.message === problem.message,
  );
  if (!known) problems.push(problem);
}
