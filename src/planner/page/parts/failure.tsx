import { ServerProblem } from '../api.js';
import { words } from '../state/preferences.js';

/** What went wrong, in words; nothing where nothing did. */
export function Failure({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  const message =
    error instanceof ServerProblem ? saidOf(error) : error instanceof TypeError ? words().offline : String(error);
  return (
    <p class="failure" role="alert">
      {message}
    </p>
  );
}

/** By its code in the page's words; what says more than a code, the server has said in the page's language. */
function saidOf({ problem, message }: ServerProblem): string {
  const { problems } = words();
  return Object.hasOwn(problems, problem) ? problems[problem as keyof typeof problems] : message;
}
