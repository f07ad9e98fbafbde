import type { ComponentChildren } from 'preact';
import { ServerProblem } from '../api.js';
import { preferences, words } from '../state/preferences.js';

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

/** Refusals that say more in English than their code does: the ledger's, which speaks it. */
const IN_ENGLISH: ReadonlySet<string> = new Set(['not-allowed', 'wrong-input', 'not-intact', 'bad-request']);

/** By its code in the page's words; what says more than a code, the server has said in the page's language. */
function saidOf({ problem, message }: ServerProblem): ComponentChildren {
  const { problems } = words();
  if (!Object.hasOwn(problems, problem)) return message;
  const said = problems[problem as keyof typeof problems];
  if (!IN_ENGLISH.has(problem)) return said;
  if (preferences.value.language === 'en') return problem === 'bad-request' ? `${said} (${message})` : message;
  return (
    <>
      {said}{' '}
      <bdi lang="en" class="note">
        {message}
      </bdi>
    </>
  );
}
