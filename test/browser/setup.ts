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

/** Forecasts are made once for all tests, and their reports put into a folder that goes when the tests are done. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  buildPageIfChanged();
  if (chromiumPath() === null) {
    process.stderr.write(`${NO_BROWSER}\n`);
    project.provide('reports', []);
    return undefined;
  }
  const parent = await mkdtemp(join(tmpdir(), 'huni-browser-'));
  const reports: RenderedReport[] = [];
  const add = async (name: string, language: Scenario['language'], make: (folder: string) => Promise<void>) => {
    const folder = join(parent, `${name}-${language}`);
    await make(folder);
    reports.push({ name, language, folder });
  };
  const addForecast = (name: string, forecast: Forecast, language: Scenario['language']) =>
    add(name, language, (folder) => write({ ...forecast, scenario: { ...forecast.scenario, language } }, folder));

  await add('first-test-600', 'en', (folder) => reportOfCommand('first-test-600', folder));
  const coffee = await forecastOf('baku-coffee', true);
  for (const language of ['en', 'az', 'ar'] as const) await addForecast('baku-coffee', coffee, language);
  await addForecast('turkish-retailer', await forecastOf('turkish-retailer', true), 'tr');
  await addForecast('b2b-saas-linkedin', await forecastOf('b2b-saas-linkedin', true), 'en');
  await addForecast('dtc-fashion', await forecastOf('dtc-fashion', false), 'ar');
  const wide = syntheticForecast({ draws: DRAWS, lines: 60, segment: 'people who bought twice in the last 180 days' });
  for (const language of ['en', 'ar'] as const) await addForecast('sixty-lines', wide, language);
  project.provide('reports', reports);
  return () => rm(parent, { recursive: true, force: true });
}
