import { execFile } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlanResult } from '../../src/forecast/result.js';
import { stringifyPlan } from '../../src/report/result-json.js';
import { chromiumPath, openBrowser } from './chromium.js';
import { type OpenPlanner, openPlanner, ROOT } from './planner-page.js';

/** What a person reads of a plan's four figures. */
const tiles = (page: Page): Promise<string> =>
  page.getByRole('region', { name: 'The decision' }).locator('dl').innerText();

/** Optimising takes minutes of a busy machine. */
const PATIENCE = { timeout: 240_000 };

describe.skipIf(chromiumPath() === null)('the planner in a browser', () => {
  let browser: Browser;
  let planner: OpenPlanner;
  let folder: string;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    planner = await openPlanner(browser, ['first-test-600', 'baku-coffee']);
    ({ folder } = planner);
  });
  afterEach(async () => {
    await planner.close();
    expect(planner.complaints).toEqual([]);
  });

  const openHome = (): Promise<Page> => planner.page();
  async function openCoffee(): Promise<Page> {
    const page = await openHome();
    await page.getByRole('link', { name: /Baku coffee/ }).click();
    await priced(page);
    return page;
  }
  /** Until the figures on the page are those of the file's own number of futures. */
  async function priced(page: Page): Promise<void> {
    await page.getByText('16,384 futures').waitFor();
  }

  it('shows the figures of the command line, and of another plan once a slider has moved', async () => {
    const page = await openCoffee();
    // The plan's bytes in `result.json`, by the command line and by what the page has priced.
    const byCommand = async (file: string): Promise<string> => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [join(ROOT, 'bin/huni.js'), 'run', file, '--no-optimize', '--json'],
        { maxBuffer: 64e6 },
      );
      return JSON.stringify(
        (JSON.parse(stdout) as { readonly plans: { readonly given: unknown } }).plans.given,
        null,
        2,
      );
    };
    const inPage = async (): Promise<string> =>
      stringifyPlan(await page.evaluate<PlanResult>('globalThis.huniPriced.plan'));
    expect(await inPage()).toBe(await byCommand(join(folder, 'baku-coffee.yaml')));

    const slider = page.getByRole('slider', { name: 'Budget of Instagram awareness' });
    const before = await tiles(page);
    await slider.focus();
    for (let k = 0; k < 5; k++) await page.keyboard.press('ArrowRight');
    await page.getByText('Not saved yet').waitFor();
    // The page's policy forbids the evaluation of strings, so it is asked from here.
    await expect.poll(() => tiles(page)).not.toBe(before);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await priced(page);
    const file = join(folder, 'baku-coffee.yaml');
    expect(await readFile(file, 'utf8')).toContain('#');
    const expected = await byCommand(file);
    await expect.poll(inPage).toBe(expected);
  });

  it('goes back and forth over every step, and keeps a draft over a reload', async () => {
    const page = await openCoffee();
    const amount = page.getByRole('spinbutton', { name: 'Budget of TikTok awareness' });
    const first = await amount.inputValue();
    await amount.fill('5000');
    await amount.press('Enter');
    await page.getByText('Not saved yet').waitFor();
    await page.reload();
    await page.getByText('A draft that was not saved has been brought back.').waitFor();
    await expect.poll(() => amount.inputValue()).toBe('5000');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => amount.inputValue()).toBe(first);
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => amount.inputValue()).toBe('5000');
    await page.getByRole('button', { name: 'Back to the saved file' }).click();
    await expect.poll(() => amount.inputValue()).toBe(first);
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  it('optimises with an answer that can be taken, line by line or whole', { timeout: 600_000 }, async () => {
    const page = await openCoffee();
    await page.getByRole('button', { name: 'Optimise' }).click();
    await page.getByRole('button', { name: 'Take the whole plan' }).waitFor(PATIENCE);
    await page.getByRole('button', { name: 'Take the whole plan' }).click();
    await page.getByText('Not saved yet').waitFor();
    await page.getByText('All rules hold.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page
      .getByRole('button', { name: /^Take this for/ })
      .first()
      .click();
    await page.getByText('Not saved yet').waitFor();
  });

  it('gives a verdict with its reasons, and makes its moves as one step', { timeout: 600_000 }, async () => {
    const page = await openCoffee();
    await page.getByRole('button', { name: 'Optimise' }).click();
    await page.getByText('Why', { exact: true }).click(PATIENCE);
    await page
      .getByText(/^(holds|fails): /)
      .first()
      .waitFor();
    // Prices of rules stand at their chips once there is an answer.
    const rules = page.getByRole('region', { name: 'Rules' });
    await rules.getByRole('button', { name: /70-80%/ }).waitFor();
    // The shipped plan's verdict is to move, its whole budget for TikTok among the moves.
    const amount = page.getByRole('spinbutton', { name: 'Budget of TikTok awareness' });
    const first = await amount.inputValue();
    await page.getByRole('button', { name: 'Make these moves' }).click();
    await page.getByText('Not saved yet').waitFor();
    expect(await amount.inputValue()).not.toBe(first);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await amount.inputValue()).toBe(first);
    // The answer is said in the language that the page turns to.
    const sentence = page.locator('.verdict-sentence');
    const said = await sentence.textContent();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('tr');
    await page.getByRole('button', { name: 'Geri al' }).waitFor();
    await expect.poll(() => sentence.textContent()).not.toBe(said);
  });

  it('changes a rule, adds one, takes it back', async () => {
    const page = await openCoffee();
    const rules = page.getByRole('region', { name: 'Rules' });
    await rules.getByRole('button', { name: /^Awareness's share of the budget 70-80%/ }).click();
    await rules.getByRole('textbox', { name: "Awareness's share of the budget" }).fill('60-80%');
    await rules.getByRole('button', { name: 'Use it' }).click();
    await rules.getByRole('button', { name: /60-80%/ }).waitFor();
    await rules.getByText('Add a rule').first().click();
    await rules.getByRole('combobox', { name: 'Rule' }).selectOption({ label: 'Revenue over spend, at least' });
    await rules.getByRole('textbox', { name: 'What it asks for' }).fill('0.5');
    await rules.getByRole('button', { name: 'Add a rule' }).click();
    await rules.getByRole('button', { name: /^Revenue over spend, at least 0.5/ }).click();
    await rules.getByRole('button', { name: 'Remove the rule' }).click();
    await expect.poll(() => rules.getByRole('button', { name: /Revenue over spend/ }).count()).toBe(0);
  });

  it("counts creators' posts", async () => {
    const page = await openCoffee();
    const sources = page.getByRole('region', { name: 'Creators and own posts' });
    await sources.getByText('Add a creator or own posts').first().click();
    await sources.getByRole('textbox', { name: 'Name' }).fill('Aysel');
    await sources.getByRole('button', { name: 'Add a creator or own posts' }).click();
    const posts = sources.getByRole('spinbutton', { name: /^Posts of Aysel/ });
    await expect.poll(() => posts.inputValue()).toBe('1');
    await sources.getByRole('button', { name: /^One post of Aysel .* more/ }).click();
    await expect.poll(() => posts.inputValue()).toBe('2');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await readFile(join(folder, 'baku-coffee.yaml'), 'utf8')).toContain('name: Aysel');
  });

  it('moves money over the calendar by arrow keys and by pointer', async () => {
    const page = await openCoffee();
    await page.getByRole('link', { name: 'Calendar' }).click();
    const row = page.getByRole('row', { name: /^TikTok awareness/ });
    const cells = row.getByRole('spinbutton');
    const amounts = async (): Promise<readonly number[]> =>
      Promise.all((await cells.all()).map(async (cell) => Number(await cell.inputValue())));
    // `all` doesn't wait for what is still to be drawn.
    await cells.first().waitFor();
    const before = await amounts();
    const handle = row.getByRole('button', { name: /^Move / }).first();
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await amounts())[0]).toBe(0);
    // A split that has no name of its own says so.
    const split = row.getByRole('combobox', { name: /^Split over the periods/ });
    expect(await split.locator('option:checked').innerText()).toBe('Split of its own');
    const byKey = await amounts();
    expect(byKey[1]).toBeCloseTo(before[0]! + before[1]!, 1);
    // The next key goes on with the same money.
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await amounts())[1]).toBe(0);
    const from = await row
      .getByRole('button', { name: /^Move / })
      .first()
      .boundingBox();
    const to = await cells.first().boundingBox();
    await page.mouse.move(from!.x + from!.width / 2, from!.y + from!.height / 2);
    await page.mouse.down();
    await page.mouse.move(to!.x + 20, to!.y + 10, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await amounts())[0]).toBeGreaterThan(0);
    const total = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);
    expect(total(await amounts())).toBeCloseTo(total(before), 0);
  });

  it('says what is going on in the language that is read by now, and stops it', async () => {
    const page = await openCoffee();
    await page.getByRole('link', { name: 'Frontier' }).click();
    await page.getByRole('button', { name: 'Trace' }).click();
    const doing = page.locator('.main-column').getByRole('status');
    await expect.poll(() => doing.innerText(), { timeout: 60_000 }).toMatch(/looking for where|budget \d of 6/);
    await page.getByRole('combobox', { name: 'Language' }).selectOption('tr');
    await expect.poll(() => doing.innerText()).toMatch(/sınır aranıyor|bütçe \d \/ 6/);
    await page.getByRole('combobox', { name: 'Dil' }).selectOption('en');
    await expect.poll(() => doing.innerText()).toMatch(/looking for where|budget \d of 6/);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped.').waitFor();
  });

  it('tells two writers of each other and loses neither', async () => {
    const page = await openCoffee();
    const file = join(folder, 'baku-coffee.yaml');
    const theirs = (await readFile(file, 'utf8')).replace('budget: 18200', 'budget: 18_200');
    const amount = page.getByRole('spinbutton', { name: 'Budget of TikTok awareness' });
    await amount.fill('5000');
    await amount.press('Enter');
    await page.getByText('Not saved yet').waitFor();
    await writeFile(file, `${theirs}# from an editor\n`);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The file was changed elsewhere since you opened it.').waitFor();
    expect(await readFile(file, 'utf8')).toContain('# from an editor');
    await page.getByRole('button', { name: /Take theirs/ }).click();
    await expect.poll(() => amount.inputValue()).not.toBe('5000');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => amount.inputValue()).toBe('5000');
  });

  it('edits an uncertain figure by its three points, and the file by hand, with mistakes told in place', async () => {
    const page = await openCoffee();
    await page.getByRole('button', { name: /^Order value/ }).click();
    await page.getByRole('spinbutton', { name: /^Low/ }).fill('9');
    await page.getByRole('spinbutton', { name: /^Low/ }).press('Tab');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('Not saved yet').waitFor();
    await page.getByRole('link', { name: 'YAML' }).click();
    const editor = page.getByRole('textbox', { name: 'The file itself' });
    await expect.poll(() => editor.innerText()).toContain('order_value: 9 to 13');
    await editor.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('nonsense: 1\n');
    await page.getByText('The plan has mistakes').waitFor();
    await page.getByText(/Line 1, column 1: found "nonsense"/).waitFor();
  });

  it('makes a plan from five answers', async () => {
    const page = await openHome();
    await page.getByRole('link', { name: /From a brief/ }).click();
    await page.getByLabel('Name of the plan').fill('Autumn');
    await page.getByLabel('Budget', { exact: true }).fill('12000');
    await page.getByLabel('Currency').selectOption('USD');
    await page.getByLabel('TikTok').check();
    await page.getByLabel(/^Order value/).fill('30 to 55');
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await page.getByRole('heading', { name: 'Autumn' }).waitFor();
    await priced(page);
    await page.getByRole('button', { name: 'Take the whole plan' }).waitFor();
    expect(await readFile(join(folder, 'Autumn.yaml'), 'utf8')).toContain('budget: 12000');
  });

  it('compares plans on the same futures', async () => {
    await copyFile(join(ROOT, 'scenarios/baku-coffee-price-shock.yaml'), join(folder, 'baku-coffee-price-shock.yaml'));
    const page = await openHome();
    await page.getByRole('link', { name: /^Baku coffee, spring\s/ }).click();
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.getByLabel(/prices up/).check();
    await page.getByRole('button', { name: 'Compare' }).click();
    const rows = page.getByRole('table').getByRole('row');
    await rows.nth(2).waitFor();
    expect(await rows.count()).toBe(3);
    expect(await page.getByRole('columnheader', { name: /^Best in / }).innerText()).not.toContain('(');
    // Which plan it is that is compared, its band, and what it keeps: figures beside it are of the plan as given.
    const first = await rows.nth(1).innerText();
    expect(first).toMatch(/^Baku coffee, .+\n+As given\n*\t/);
    expect(first).toMatch(/8 in 10 futures: \S+ to \S+/);
    expect(first).toMatch(/\t\d of \d, \d of \d$/);
    // Beside profits, a plan that is after orders says that it is best by these.
    await copyFile(join(ROOT, 'scenarios/first-test-600.yaml'), join(folder, 'first-test-600.yaml'));
    const other = await openHome();
    await other.getByRole('link', { name: /^A first test/ }).click();
    await other.getByRole('link', { name: 'Compare' }).click();
    await other.getByLabel(/Baku coffee, spring$/).check();
    await other.getByRole('button', { name: 'Compare' }).click();
    await other.getByRole('columnheader', { name: /^Best in \(orders\)/i }).waitFor();
  });
});
