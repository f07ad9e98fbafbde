import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { plannerServices } from '../../src/cli/planner/services.js';
import { type PlannerServer, startPlanner } from '../../src/planner/server/planner-server.js';

export const ROOT = resolve(import.meta.dirname, '../..');
export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A planner on a folder of its own, and a browser's context that looks at it. */
export interface OpenPlanner {
  readonly folder: string;
  readonly server: PlannerServer;
  readonly context: BrowserContext;
  /** What pages complained of: errors, and whatever they wrote to the console as such. */
  readonly complaints: readonly string[];
  /** Another page of the same browser, at the start. */
  page(): Promise<Page>;
  close(): Promise<void>;
}

/** @param plans of `scenarios`, to begin with */
export async function openPlanner(
  browser: Browser,
  plans: readonly string[] = [],
  options: BrowserContextOptions = { viewport: DESK },
): Promise<OpenPlanner> {
  const folder = await mkdtemp(join(tmpdir(), 'huni-planner-'));
  for (const name of plans) await copyFile(join(ROOT, 'scenarios', `${name}.yaml`), join(folder, `${name}.yaml`));
  const server = await startPlanner({ folder, host: '127.0.0.1', port: 0, workers: 1, services: plannerServices() });
  const context = await browser.newContext({ locale: 'en-US', ...options });
  const complaints: string[] = [];
  return {
    folder,
    server,
    context,
    complaints,
    async page() {
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      await page.goto(server.address);
      return page;
    },
    async close() {
      await context.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
