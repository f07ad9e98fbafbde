import { ServerProblem } from '../api.js';
import { words } from '../state/preferences.js';

/** What went wrong, in words; nothing where nothing did. */
export function Failure({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  const message =
    error instanceof ServerProblem ? error.message : error instanceof TypeError ? words().offline : String(error);
  return (
    <p class="failure" role="alert">
      {message}
    </p>
  );
}
