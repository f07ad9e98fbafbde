import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newKeyPair } from '../../src/approvals/keys.js';
import { chromiumPath, openBrowser } from './chromium.js';
import { measure } from './layout.js';
import { type OpenPlanner, openPlanner, ROOT } from './planner-page.js';

const PATIENCE = { timeout: 240_000 };

describe.skipIf(chromiumPath() === null)('approvals in a browser, by visible labels', () => {
  let browser: Browser;
  let planner: OpenPlanner;
  let home: string;
  const before = process.env.XDG_CONFIG_HOME;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    // What this person has seen of ledgers, and the key of whoever started the server.
    home = await mkdtemp(join(tmpdir(), 'huni-home-'));
    process.env.XDG_CONFIG_HOME = home;
    planner = await openPlanner(browser, ['first-test-600']);
  });
  afterEach(async () => {
    await planner.close();
    await rm(home, { recursive: true, force: true });
    if (before === undefined) delete process.env.XDG_CONFIG_HOME;
    else process.env.XDG_CONFIG_HOME = before;
    expect(planner.complaints).toEqual([]);
  });

  const ledgerByCommand = async (): Promise<string> => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(ROOT, 'bin/huni.js'), 'ledger', '--store', join(planner.folder, 'approvals/ledger.db')],
      { env: { ...process.env, NO_COLOR: '1' } },
    );
    return stdout;
  };
  async function openApprovalTab(): Promise<Page> {
    const page = await planner.page();
    await page.getByRole('link', { name: /first test/i }).click();
    await page.getByRole('link', { name: 'Approval', exact: true }).click();
    return page;
  }

  it('submits, approves with a key that stays in the browser, and the command line sees it', {
    timeout: 600_000,
  }, async () => {
    const page = await openApprovalTab();
    await page.getByText('Nobody may approve yet.').waitFor();
    await page.getByLabel('Your name').fill('Aysel');
    // A limit is typed as any amount is; what is none holds the form back.
    const limit = page.getByRole('textbox', { name: /^Up to/ });
    await limit.fill('a lot');
    await limit.press('Tab');
    await page.getByRole('alert').filter({ hasText: '“a lot” is not an amount.' }).waitFor();
    await page.getByRole('button', { name: 'Make my key and let me approve' }).click();
    await page.getByText('Nobody may approve yet.').waitFor();
    await limit.fill('15k');
    await page.getByRole('button', { name: 'Make my key and let me approve' }).click();
    await page.getByRole('cell', { name: /15,000/ }).waitFor();
    // Its private half can't be read, not even by the page itself.
    expect(await measure(page, 'ownKeyIsReadable')).toBe(false);
    await page.getByRole('button', { name: 'Submit this plan for approval' }).click();
    await page.getByText(/^Asks for /).waitFor(PATIENCE);
    await page.getByRole('button', { name: /^Approve / }).click();
    await page.getByText(/^Approved by Aysel, up to /).waitFor(PATIENCE);
    expect(await readdir(join(planner.folder, 'approvals'))).toContain('policy-1.yaml');
    const given = await ledgerByCommand();
    expect(given).toContain('Aysel');
    expect(given).toMatch(/approved/);
    // A change of the plan is reported against what was approved.
    await page.getByRole('link', { name: 'Plan', exact: true }).click();
    const amount = page.getByRole('spinbutton', { name: /^Budget of / }).first();
    await amount.fill('1');
    await amount.press('Enter');
    await page.getByRole('heading', { name: 'Changed since it was approved' }).waitFor();
    // Unsaved, it is not what would be submitted.
    await page.getByRole('link', { name: 'Approval', exact: true }).click();
    await page.getByText('Save the plan first').waitFor();
    // The key survives a reload, the ledger a second submission: it keeps its number.
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('you', { exact: true }).waitFor();
    expect((await readFile(join(planner.folder, 'first-test-600.yaml'), 'utf8')).length).toBeGreaterThan(100);
  });

  it('signs with a key file, as before, and rejects with a reason', { timeout: 600_000 }, async () => {
    const { privatePem, publicKey } = newKeyPair();
    const page = await openApprovalTab();
    await page.getByLabel('Your name').fill('Rauf');
    await page.getByRole('button', { name: 'Make my key and let me approve' }).click();
    await page.getByText('any amount').waitFor();
    await page.getByText('Add an approver').click();
    const form = page.getByRole('group').filter({ hasText: 'Add an approver' });
    await form.getByLabel('Name', { exact: true }).fill('Leyla');
    await form.getByLabel(/^Up to/).fill('5000');
    await form.getByLabel('Their public key').fill(publicKey);
    await form.getByRole('button', { name: 'Add and sign' }).click();
    await page.getByText(publicKey).waitFor();
    await page.getByRole('button', { name: 'Submit this plan for approval' }).click();
    await page.getByText(/^Asks for /).waitFor(PATIENCE);
    await page.getByText('Sign with a key file instead').click();
    await page
      .getByLabel('Key file')
      .setInputFiles({ name: 'leyla.key', mimeType: 'application/x-pem-file', buffer: Buffer.from(privatePem) });
    await page.getByRole('row', { name: /Leyla/ }).getByText('you').waitFor();
    await page.getByLabel('Reason, if it is rejected').fill('too early');
    await page.getByRole('button', { name: 'Reject', exact: true }).click();
    await page.getByText('Rejected by Leyla: too early').waitFor(PATIENCE);
    expect(await ledgerByCommand()).toMatch(/rejected/);
  });
});
