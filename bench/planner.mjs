// `node bench/planner.mjs [SECONDS]`: the planner in headless Chromium against what it is held to: first paint, figures, script, drag to
// figures, tasks on the main thread while dragging; then 50 planners who edit and save at once. Prints a table; exit 1 where a bound is missed.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SECONDS = Number(process.argv[2] ?? 120);
const PLANNERS = 50;
const DRAGS = 100;
/** Drags a second that a hand makes. */
const PACE = 30;
const rows = [];
let missed = false;

/** A figure, its bound (`null`: none), and what else is to be known. */
function note(what, value, unit, bound, more = '') {
  const holds = bound === null || value <= bound;
  missed ||= !holds;
  const digits = unit === 'ms' || unit === 'KB' ? 0 : 2;
  rows.push([
    what,
    `${value.toFixed(digits)} ${unit}`,
    bound === null ? '' : `≤ ${bound} ${unit}`,
    holds ? '' : 'MISSED',
    more,
  ]);
}
const quantile = (values, p) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(p * values.length))] ?? Number.NaN;

function serve(folder) {
  const server = spawn(process.execPath, [join(ROOT, 'bin/huni.js'), 'serve', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let told = '';
    server.once('exit', () => reject(new Error(`it did not start: ${told}`)));
    server.stdout.on('data', (chunk) => {
      told += chunk;
      const found = /http:\S+/.exec(told);
      if (found !== null) resolve({ server, address: found[0] });
    });
  });
}

/** Notes in the page when a slider and the first figures are there, and every task over 50 ms from then on. */
function watch() {
  globalThis.huniBench = { slider: 0, figures: 0, long: [] };
  const bench = globalThis.huniBench;
  const look = () => {
    if (bench.slider === 0 && document.querySelector('input[type=range]') !== null) {
      requestAnimationFrame(() =>
        requestAnimationFrame((time) => {
          bench.slider ||= time;
        }),
      );
    }
    const first = document.querySelector('.tiles dd');
    if (bench.figures === 0 && first !== null && first.textContent !== '–') {
      requestAnimationFrame(() =>
        requestAnimationFrame((time) => {
          bench.figures ||= time;
        }),
      );
    }
    if (bench.figures === 0) setTimeout(look, 4);
  };
  look();
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.long.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
}

/** Moves a slider again and again at a hand's pace: milliseconds from each input to the painted figures of it. */
async function drag({ count, pace }) {
  const slider = document.querySelector('input[type=range]');
  const frame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  const wait = (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    });
  const from = performance.now();
  const taken = [];
  const pricing = [];
  const parts = { handled: [], arrived: [] };
  const [low, high] = [0.2 * Number(slider.max), 0.6 * Number(slider.max)];
  for (let k = 0; k < count; k++) {
    const before = globalThis.huniPriced;
    const begun = performance.now();
    slider.value = String(low + ((high - low) * ((k * 37) % count)) / count);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    parts.handled.push(performance.now() - begun);
    let arrived = 0;
    let figures = before;
    Object.defineProperty(globalThis, 'huniPriced', {
      configurable: true,
      get: () => figures,
      set: (next) => {
        figures = next;
        arrived ||= performance.now() - begun;
      },
    });
    while (globalThis.huniPriced === before && performance.now() - begun < 5000) await frame();
    parts.arrived.push(arrived);
    // The frame in which they stand is painted before the next one begins.
    await frame();
    taken.push(performance.now() - begun);
    pricing.push(globalThis.huniPriced.milliseconds);
    await wait(Math.max(0, 1000 / pace - (performance.now() - begun)));
  }
  slider.dispatchEvent(new Event('change', { bubbles: true }));
  return { taken, pricing, parts, from };
}

const sum = (all) => all.reduce((total, one) => total + one, 0);

/** Milliseconds of processor that each task of the page's main thread took, and of its workers'. */
function tasksOf({ traceEvents }) {
  const tasks = traceEvents.filter(({ name, tdur }) => name === 'RunTask' && tdur !== undefined);
  const byThread = (kind) =>
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === kind)
      .map((thread) =>
        tasks.filter(({ pid, tid }) => pid === thread.pid && tid === thread.tid).map(({ tdur }) => tdur / 1000),
      );
  // Several pages have a main thread each; the one that is dragged in has had the most to do.
  const [main = []] = byThread('CrRendererMain').sort((a, b) => sum(b) - sum(a));
  return { main, workers: byThread('DedicatedWorker thread').flat() };
}

async function onePlan(browser, address, file, bound, lines) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(address);
  await page.waitForSelector('.plans');
  // As somebody comes who has been here before: the page from the cache of the disk, the plan by its address.
  const url = new URL(`#/plan/${file}/lines`, address);
  url.search = '';
  await page.goto('about:blank');
  await page.goto(url.href);
  await page.waitForFunction(() => globalThis.huniBench.figures > 0, undefined, { timeout: 60_000 });
  const opened = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    slider: globalThis.huniBench.slider,
    figures: globalThis.huniBench.figures,
    scripts: performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\.js(\?|$)/.test(name) && !/mount-|worker/.test(name))
      .map(({ name, encodedBodySize, decodedBodySize }) => ({ name, encodedBodySize, decodedBodySize })),
  }));
  // At rest: the plan's own number of futures.
  await page.waitForTimeout(1500);
  // By the thread's processor time: what others do on the machine isn't in it.
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  const before = await worked();
  const { taken, pricing, parts, from } = await page.evaluate(drag, { count: DRAGS, pace: PACE });
  const long = await page.evaluate(
    (since) => globalThis.huniBench.long.filter(({ startTime }) => startTime >= since),
    from,
  );
  note(
    `drag to painted figures, ${lines}, 4,096 draws, p95`,
    quantile(taken, 0.95),
    'ms',
    bound,
    `p50 ${quantile(taken, 0.5).toFixed(0)} ms; ${(quantile(taken, 0.5) / quantile(pricing, 0.5)).toFixed(1)} × the pricing itself (p50 ${quantile(pricing, 0.5).toFixed(0)} ms, p95 ${quantile(pricing, 0.95).toFixed(0)})`,
  );
  note(
    `of which until the figures are there, ${lines}, p95`,
    quantile(parts.arrived, 0.95),
    'ms',
    null,
    `p50 ${quantile(parts.arrived, 0.5).toFixed(0)} ms, ${quantile(parts.handled, 0.5).toFixed(1)} of them the input’s own; the rest are frames`,
  );
  const worst = Math.max(0, ...long.map(({ duration }) => duration));
  const each = ((await worked()) - before) / DRAGS;
  note(`processor time of the main thread a move, ${lines}`, each, 'ms', null);
  const tasks = tasksOf(JSON.parse((await browser.stopTracing()).toString('utf8')));
  note(`processor time of its workers a move, ${lines}`, sum(tasks.workers) / DRAGS, 'ms', null);
  note(
    `longest task by its processor time while dragging, ${lines}`,
    Math.max(0, ...tasks.main),
    'ms',
    50,
    `${tasks.main.length} tasks`,
  );
  note(`longest task on the main thread while dragging, ${lines}`, worst, 'ms', 50, `${long.length} over 50 ms`);
  await context.close();
  return opened;
}

async function speeds() {
  const folder = await mkdtemp(join(tmpdir(), 'huni-bench-'));
  await cp(join(ROOT, 'scenarios/baku-coffee.yaml'), join(folder, 'six.yaml'));
  await cp(join(ROOT, 'bench/quarter.yaml'), join(folder, 'quarter.yaml'));
  const { server, address } = await serve(folder);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const opened = await onePlan(browser, address, 'six.yaml', 50, 'six lines');
    await onePlan(browser, address, 'quarter.yaml', 200, '`quarter.yaml`');
    note('first paint', opened.paint, 'ms', null);
    note('first useful paint: the plan’s lines', opened.slider, 'ms', 1000);
    note('interactive: the first figures', opened.figures, 'ms', 1500);
    const kilobytes = (key) => opened.scripts.reduce((sum, one) => sum + one[key], 0) / 1024;
    note(
      'compressed script before a chart is needed',
      kilobytes('encodedBodySize'),
      'KB',
      350,
      `${kilobytes('decodedBodySize').toFixed(0)} KB unpacked, ${opened.scripts.length} files`,
    );
  } finally {
    await browser.close();
    server.kill('SIGINT');
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the disk takes for a file written whole, as a save writes it: nothing else goes on meanwhile. */
async function writes(folder, text) {
  const taken = [];
  for (let k = 0; k < 50; k++) {
    const begun = performance.now();
    const fresh = await open(join(folder, '.fresh'), 'w');
    await fresh.writeFile(text);
    await fresh.sync();
    await fresh.close();
    await rename(join(folder, '.fresh'), join(folder, '.written'));
    const names = await open(folder, 'r');
    await names.sync();
    await names.close();
    taken.push(performance.now() - begun);
  }
  return taken;
}

/** Planners who change a budget and save it, about once a second each, on plans of their own. */
async function planners() {
  const folder = await mkdtemp(join(tmpdir(), 'huni-bench-'));
  const plan = await readFile(join(ROOT, 'scenarios/baku-coffee.yaml'), 'utf8');
  for (let k = 0; k < PLANNERS; k++) await writeFile(join(folder, `plan-${k}.yaml`), plan);
  const alone = await writes(folder, plan);
  const { server, address } = await serve(folder);
  const traded = await fetch(address, { redirect: 'manual' });
  const cookie = traded.headers.get('set-cookie').split(';')[0];
  const { origin } = new URL(address);
  const { csrf } = await (await fetch(`${origin}/api/session`, { headers: { cookie } })).json();
  const headers = { cookie, 'x-huni-csrf': csrf, 'content-type': 'application/json' };
  const ask = async (method, path, body) => {
    const answer = await fetch(origin + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const saves = [];
  const drafts = [];
  let errors = 0;
  const end = performance.now() + SECONDS * 1000;
  const work = async (k) => {
    const file = `plan-${k}.yaml`;
    let { text, version, reading } = await ask('GET', `/api/plans/${file}`);
    const { id, budget } = reading.plan.lines[0];
    for (let step = 1; performance.now() < end; step++) {
      try {
        const begun = performance.now();
        const edits = [{ kind: 'set', path: ['lines', id, 'budget'], value: budget + k + step / 100 }];
        ({ text } = await ask('POST', '/api/draft', { file, text, edits }));
        const drafted = performance.now();
        const saved = await ask('PUT', `/api/plans/${file}`, { text, version });
        if (!saved.ok) throw new Error(`conflict of ${file}`);
        ({ version } = saved);
        drafts.push(drafted - begun);
        saves.push(performance.now() - drafted);
      } catch (error) {
        errors++;
        console.error(String(error).slice(0, 200));
      }
      await new Promise((resolve) => setTimeout(resolve, 500 + 1000 * Math.random()));
    }
    // What was saved last is what stands there.
    return (await readFile(join(folder, file), 'utf8')) === text ? 0 : 1;
  };
  try {
    const lost = (await Promise.all(Array.from({ length: PLANNERS }, (_, k) => work(k)))).reduce((a, b) => a + b, 0);
    note(
      `${PLANNERS} planners for ${SECONDS} s: a save, p95`,
      quantile(saves, 0.95),
      'ms',
      250,
      `${saves.length} saves, p50 ${quantile(saves, 0.5).toFixed(0)} ms; ${(quantile(saves, 0.5) / quantile(alone, 0.5)).toFixed(1)} × a file written and synced by itself (p50 ${quantile(alone, 0.5).toFixed(1)} ms, p95 ${quantile(alone, 0.95).toFixed(1)})`,
    );
    note('a draft read anew, p95', quantile(drafts, 0.95), 'ms', null, `p50 ${quantile(drafts, 0.5).toFixed(0)} ms`);
    note('errors', errors, '', 0);
    note('lost edits', lost, '', 0);
  } finally {
    server.kill('SIGINT');
    await rm(folder, { recursive: true, force: true });
  }
}

await stat(join(ROOT, 'dist/planner/page/index.html')).catch(() => {
  throw new Error('dist/planner/page is missing: run `npm run bundle`');
});
await speeds();
await planners();
const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
console.log(`${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}`);
for (const row of rows)
  console.log(
    row
      .map((cell, k) => cell.padEnd(widths[k]))
      .join('  ')
      .trimEnd(),
  );
process.exitCode = missed ? 1 : 0;
