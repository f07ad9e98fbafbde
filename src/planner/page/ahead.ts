import { planPath } from './paths.js';
import { startPricing } from './pricing/pricer.js';
import { storedPreferences } from './state/stored-preferences.js';

let ahead: { readonly file: string; readonly response: Promise<Response> } | null = null;

/**
 * Asks for the plan that the page's address names, and starts what will price it: the server reads the one and the browser the other while the
 * page's own program is still being read.
 *
 * @param hash `#/plan/FILE/TAB`, or another page's
 */
export function askAhead(hash: string): void {
  const [, view, name = ''] = hash.split('/');
  if (view !== 'plan') return;
  try {
    const file = decodeURIComponent(name);
    const response = fetch(planPath(file), { headers: { 'accept-language': storedPreferences().language } });
    // Whoever takes it hears of what goes wrong; nobody may.
    response.catch(() => {});
    ahead = { file, response };
    startPricing();
  } catch {
    // The page reports an address that is none.
  }
}

/** What was asked ahead of a plan, once; `null`: nothing was. */
export function takeAhead(file: string): Promise<Response> | null {
  const found = ahead?.file === file ? ahead.response : null;
  ahead = null;
  return found;
}
