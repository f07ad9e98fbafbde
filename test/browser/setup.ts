import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { buildPageIfChanged } from '../../scripts/build-if-changed.mjs';
import type { Forecast } from '../../src/forecast/details.js';
import { runForecast } from '../../src/forecast/run.js';
import { renderReport } from '../../src/report/index.js';
import { formatProblem, readScenario } from '../../src/scenario/index.js';
import type { Scenario } from '../../src/scenario/types.js';
import { syntheticForecast } from '../report/synthetic.js';
import { inTurn } from '../turn.js';
import { chromiumPath, NO_BROWSER } from './chromium.js';

/** A report on disk that tests open. */
export interface RenderedReport {
  readonly name: string;
  readonly language: Scenario['language'];
  readonly folder: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty where there is no browser to open them in. */
    reports: readonly RenderedReport[];
  }
}

const ROOT = resolve(import.meta.dirname, '../..');
/** Few: the layout is tested here, not the figures. */
const DRAWS = 256;

async function forecastOf(name: string, optimize: boolean): Promise<Forecast> {
  const reading = await readScenario(join(ROOT, 'scenarios', `${name}.yaml`), { overrides: { draws: DRAWS } });
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  return runForecast(reading.scenario, { optimize });
}

/** A report as the built command writes it. */
async function reportOfCommand(name: string, folder: string): Promise<void> {
  const bin = join(ROOT, 'bin/huni.js');
  const file = join(ROOT, 'scenarios', `${name}.yaml`);
  await promisify(execFile)(process.execPath, [bin, 'run', file, '--draws', String(DRAWS), '--out', folder, '--quiet']);
}

async function write(forecast: Forecast, folder: string): Promise<void> {
  for (const [path, data] of await renderReport(forecast)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, data);
  }
}

interface Wanted {
  readonly name: string;
  readonly language: Scenario['language'];
  /** `null`: as the built command makes it. */
  readonly forecast: (() => Promise<Forecast>) | null;
}

/** A forecast that several reports are of is made when the first of them is. */
function once(make: () => Promise<Forecast>): () => Promise<Forecast> {
  let made: Promise<Forecast> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Reports are made once for all tests, those whose turn it is, and put into a folder that goes when the tests are done. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  buildPageIfChanged();
  if (chromiumPath() === null) {
    process.stderr.write(`${NO_BROWSER}\n`);
    project.provide('reports', []);
    return undefined;
  }
  const parent = await mkdtemp(join(tmpdir(), 'huni-browser-'));
  const coffee = once(() => forecastOf('baku-coffee', true));
  const wide = once(async () =>
    syntheticForecast({ draws: DRAWS, lines: 60, segment: 'people who bought twice in the last 180 days' }),
  );
  const all: readonly Wanted[] = [
    { name: 'first-test-600', language: 'en', forecast: null },
    { name: 'baku-coffee', language: 'en', forecast: coffee },
    { name: 'baku-coffee', language: 'az', forecast: coffee },
    { name: 'baku-coffee', language: 'ar', forecast: coffee },
    { name: 'turkish-retailer', language: 'tr', forecast: () => forecastOf('turkish-retailer', true) },
    { name: 'b2b-saas-linkedin', language: 'en', forecast: () => forecastOf('b2b-saas-linkedin', true) },
    { name: 'dtc-fashion', language: 'ar', forecast: () => forecastOf('dtc-fashion', false) },
    { name: 'sixty-lines', language: 'en', forecast: wide },
    { name: 'sixty-lines', language: 'ar', forecast: wide },
  ];
  const reports: RenderedReport[] = [];
  for (const { name, language, forecast } of inTurn(all, 1 / 3, (one) => `${one.name} ${one.language}`)) {
    const folder = join(parent, `${name}-${language}`);
    if (forecast === null) await reportOfCommand(name, folder);
    else {
      const found = await forecast();
      await write({ ...found, scenario: { ...found.scenario, language } }, folder);
    }
    reports.push({ name, language, folder });
  }
  project.provide('reports', reports);
  return () => rm(parent, { recursive: true, force: true });
}
