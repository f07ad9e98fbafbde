import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/index.js';
import { chromiumPath, openBrowser } from './chromium.js';
import { openPlanner, ROOT } from './planner-page.js';

const FILE = 'first-test-600.yaml';

describe.skipIf(chromiumPath() === null)('nothing is lost', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });

  const amountOf = (page: Page) => page.getByRole('spinbutton', { name: /^Budget of / }).first();
  const change = async (page: Page, amount: string): Promise<void> => {
    await amountOf(page).fill(amount);
    await amountOf(page).press('Enter');
    await page.getByText('Not saved yet').waitFor();
  };
  const open = async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: /first test/i }).click();
    await amountOf(page).waitFor();
  };

  it('between two tabs: the second writer is told and shown both, drafts stay apart', async () => {
    const planner = await openPlanner(browser, ['first-test-600']);
    try {
      const [one, other] = [await planner.page(), await planner.page()];
      await open(one);
      await open(other);
      await change(one, '111');
      await change(other, '222');
      // Each tab has its own draft back, whatever the other one does.
      await one.reload();
      await expect.poll(() => amountOf(one).inputValue()).toBe('111');
      await one.getByRole('button', { name: 'Save', exact: true }).click();
      await one.getByText('Saved', { exact: true }).waitFor();
      await other.reload();
      await expect.poll(() => amountOf(other).inputValue()).toBe('222');
      await other.getByRole('button', { name: 'Save', exact: true }).click();
      await other.getByText('The file was changed elsewhere since you opened it.').waitFor();
      expect(await readFile(join(planner.folder, FILE), 'utf8')).toContain('111');
      await other.getByRole('button', { name: 'Write mine over it' }).click();
      await other.getByText('Saved', { exact: true }).waitFor();
      expect(await readFile(join(planner.folder, FILE), 'utf8')).toContain('222');
      await one.getByText('The file changed on disk.').waitFor();
      await one.getByRole('button', { name: 'Show the new file' }).click();
      await expect.poll(() => amountOf(one).inputValue()).toBe('222');
      await one.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => amountOf(one).inputValue()).toBe('111');
      expect(planner.complaints).toEqual([]);
    } finally {
      await planner.close();
    }
  });

  it('while an amount is typed: figures that follow do not take it back', async () => {
    const planner = await openPlanner(browser, ['first-test-600']);
    try {
      const page = await planner.page();
      await open(page);
      const second = page.getByRole('spinbutton', { name: /^Budget of / }).nth(1);
      await second.fill('90');
      await second.press('Enter');
      await amountOf(page).press('ControlOrMeta+a');
      await amountOf(page).pressSequentially('321', { delay: 300 });
      expect(await amountOf(page).inputValue()).toBe('321');
      await amountOf(page).press('Enter');
      await page.getByText('Not saved yet').waitFor();
      expect(await amountOf(page).inputValue()).toBe('321');
      expect(planner.complaints).toEqual([]);
    } finally {
      await planner.close();
    }
  });

  it('while the server does not answer: that is told, and what is changed meanwhile is done once it does', async () => {
    const planner = await openPlanner(browser, ['first-test-600']);
    try {
      const page = await planner.page();
      await open(page);
      await planner.context.setOffline(true);
      await change(page, '123');
      await page.getByRole('alert').waitFor();
      expect(await amountOf(page).inputValue()).toBe('123');
      await planner.context.setOffline(false);
      await page.getByRole('alert').waitFor({ state: 'detached' });
      expect(await amountOf(page).inputValue()).toBe('123');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Saved', { exact: true }).waitFor();
      expect(await readFile(join(planner.folder, FILE), 'utf8')).toContain('123');
      // And what had no answer is taken back by Undo, as anything is.
      await planner.context.setOffline(true);
      await change(page, '77');
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => amountOf(page).inputValue()).toBe('123');
    } finally {
      await planner.close();
    }
  });

  it('where a tab is gone: the next one takes its draft over', async () => {
    const planner = await openPlanner(browser, ['first-test-600']);
    try {
      const crashed = await planner.page();
      await open(crashed);
      await change(crashed, '333');
      await crashed.close();
      const next = await planner.page();
      await open(next);
      await next.getByText('A draft that was not saved has been brought back.').waitFor();
      await expect.poll(() => amountOf(next).inputValue()).toBe('333');
    } finally {
      await planner.close();
    }
  });

  it('where the server is killed during a save: the file is the old one or the new one, the draft is kept', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huni-kill-'));
    const file = join(folder, FILE);
    const context = await browser.newContext({ locale: 'en-US' });
    await copyFile(join(ROOT, 'scenarios', FILE), file);
    const started: ChildProcess[] = [];
    let port = '0';
    try {
      for (const [k, delay] of [0, 2, 8].entries()) {
        const { server, address } = await serve(folder, port);
        started.push(server);
        // The same address again: drafts belong to host and port.
        ({ port } = new URL(address));
        const page = await context.newPage();
        await page.goto(address);
        await open(page);
        const before = await readFile(file, 'utf8');
        const amount = String(400 + k);
        await change(page, amount);
        await page.getByRole('button', { name: 'Save', exact: true }).click({ noWaitAfter: true });
        await new Promise((resolve) => setTimeout(resolve, delay));
        const gone = new Promise((resolve) => server.once('exit', resolve));
        server.kill('SIGKILL');
        await gone;
        const after = await readFile(file, 'utf8');
        expect(after === before || after.includes(amount)).toBe(true);
        expect((await readScenario(file)).ok).toBe(true);
        await page.close();
        // Whoever opens it again has the edit: saved, or as a draft.
        const again = await serve(folder, port);
        started.push(again.server);
        const next = await context.newPage();
        await next.goto(again.address);
        await open(next);
        await expect.poll(() => amountOf(next).inputValue()).toBe(amount);
        // Saved now at the latest, so that "not saved yet" is the next edit's.
        const save = next.getByRole('button', { name: 'Save', exact: true });
        if (await save.isEnabled()) await save.click();
        await next.getByText('Saved', { exact: true }).waitFor();
        await next.close();
        const stopped = new Promise((resolve) => again.server.once('exit', resolve));
        again.server.kill('SIGINT');
        await stopped;
      }
      expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual([FILE]);
    } finally {
      for (const server of started) server.kill('SIGKILL');
      await context.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** The command as people start it, in a process of its own. */
async function serve(
  folder: string,
  port: string,
): Promise<{ readonly server: ChildProcess; readonly address: string }> {
  const server = spawn(process.execPath, [join(ROOT, 'bin/huni.js'), 'serve', folder, '--port', port], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let told = '';
    server.once('exit', () => reject(new Error(`it did not start: ${told}`)));
    server.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString('utf8');
      const found = /http:\S+/.exec(told);
      if (found !== null) resolve(found[0]);
    });
  });
  return { server, address };
}
