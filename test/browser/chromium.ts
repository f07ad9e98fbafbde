import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where the browser is: CHROMIUM names it, else where Debian puts it; `null` where there is none. */
export function chromiumPath(): string | null {
  const path = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return existsSync(path) ? path : null;
}

export const NO_BROWSER = 'skipped: no Chromium (install it, or name it in CHROMIUM)';

/** How long a page may take for what a test waits for, in milliseconds: a machine that does more than it has cores for takes its time. */
const PATIENCE = 90_000;

/** Headless, and quiet: a browser that asks nothing of the network by itself, so that what it asks is the page's doing. */
async function launched(): Promise<Browser> {
  const path = chromiumPath();
  if (path === null) throw new Error(NO_BROWSER);
  const browser = await chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return browser.on('context', (context) => context.setDefaultTimeout(PATIENCE));
}

let shared: Browser | undefined;

/** The browser of all files that a process tests: it ends with the process, and what a file opens in it that file closes. */
export async function openBrowser(): Promise<Browser> {
  if (!shared?.isConnected()) shared = await launched();
  return shared;
}
