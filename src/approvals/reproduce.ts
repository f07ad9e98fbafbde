import { readdir } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { runAdvised } from '../advice/index.js';
import { readUpTo } from '../files/read.js';
import type { Forecast } from '../forecast/details.js';
import { runForecast } from '../forecast/run.js';
import type { ReportPart } from '../report/parts.js';
import { stringifyResult } from '../report/result-json.js';
import { firstOf, required } from '../required.js';
import { MAX_DATA_BYTES, readScenario, type ScenarioReading } from '../scenario/index.js';
import type { Scenario } from '../scenario/types.js';
import { VERSION } from '../version.js';
import type { Doing } from '../words/progress.js';
import { type Said, say, type Words } from '../words/said.js';
import { ApprovalError, mismatch } from './errors.js';
import { type ReadResult, SCENARIO_FOLDER } from './folder.js';

export interface RunOptions {
  readonly workers?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Doing) => void;
  /** Makes what stands above approvals. Left out, it is bound by its hashes only. */
  readonly makeExtras?: MakeExtras;
}

/** What a report has that is made only where it is asked for. */
interface Extras {
  /** Contents by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Further sections of the page. */
  readonly parts: readonly ReportPart[];
}

/**
 * Makes the extras of a report anew, those that its folder has.
 *
 * @param there what is in the folder, by path within it
 */
export type MakeExtras = (
  there: ReadonlySet<string>,
  own: OwnScenario,
  options: Pick<RunOptions, 'workers' | 'signal' | 'onProgress'>,
) => Promise<Extras>;

const MOST_DIFFERENCES = 5;

/** A report's own scenario, and the files that it was read from, by path within the report. */
interface OwnScenario {
  readonly scenario: Scenario;
  /** The scenario's file as it was read. */
  readonly bytes: Uint8Array;
  readonly sources: ReadonlySet<string>;
}

/**
 * The scenario that a report was made from: the one in its `scenario/` folder with the hash that the result names. Nothing
 * outside that folder is read.
 *
 * @throws ApprovalError where there is none
 */
export async function scenarioOf(folder: string, result: ReadResult): Promise<OwnScenario> {
  const inside = join(folder, SCENARIO_FOLDER);
  const entries = await readdir(inside, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const { seed, draws, sampler } = result.engine;
  const { language } = result.scenario;
  let refusal: Said | null = null;
  for (const path of paths) {
    const read = new Map<string, Uint8Array>();
    const reading: ScenarioReading = await readScenario(path, {
      overrides: { seed, draws, sampler },
      root: inside,
      ...(language === undefined ? {} : { language }),
      readFile: async (file) => {
        const bytes = await readUpTo(file, MAX_DATA_BYTES + 1);
        read.set(resolve(file), bytes);
        return bytes;
      },
    });
    if (!reading.ok) {
      const { found, expected } = firstOf(reading.problems).said;
      refusal ??= say`found ${found}, expected ${expected}`;
    } else if (reading.scenario.sha256 === result.scenario.sha256) {
      const sources = sourcePaths(resolve(folder), read.keys());
      return { scenario: reading.scenario, bytes: required(read.get(resolve(path))), sources };
    }
  }
  const other = say`none with the hash in result.json`;
  const found = paths.length === 0 ? say`no scenario` : refusal === null ? other : say`${other}, ${refusal}`;
  const expected = say`the scenario that was run, as \`huni run\` leaves it there`;
  throw new ApprovalError('not-intact', mismatch(`${inside}${sep}`, found, expected));
}

/** The files of a scenario within a report's folder, by path within that folder. */
function sourcePaths(folder: string, read: Iterable<string>): ReadonlySet<string> {
  const above = join(folder, SCENARIO_FOLDER, '/');
  return new Set([...read].map((path) => `${SCENARIO_FOLDER}/${path.slice(above.length).replaceAll('\\', '/')}`));
}

/** A report's scenario run again. */
export interface Rerun extends OwnScenario {
  readonly forecast: Forecast;
  /** What the result has otherwise, figure by figure; empty where it is reproduced to the last byte. */
  readonly differences: readonly Said[];
}

/**
 * Runs a report's scenario again and holds every figure against its result.
 *
 * @throws ApprovalError where it can't be run: no scenario, another engine
 */
export async function runAgain(
  folder: string,
  { text, result }: { readonly text: string; readonly result: ReadResult },
  { workers, signal, onProgress }: RunOptions = {},
): Promise<Rerun> {
  if (result.engine.version !== VERSION) {
    const expected = say`${result.engine.version}, which the result was made with`;
    throw new ApprovalError('not-intact', mismatch('huni', VERSION, expected));
  }
  const own = await scenarioOf(folder, result);
  // As it was run: each of these leaves its mark in the result.
  const run = result.verdict === undefined ? runForecast : runAdvised;
  const forecast = await run(own.scenario, {
    optimize: result.plans.optimized !== undefined,
    trust: result.optimizer?.flat !== undefined,
    robust: result.robust !== undefined,
    exact: result.optimizer !== undefined && result.optimizer.rounding === undefined,
    ...(result.engine.accuracy === undefined ? {} : { accuracy: result.engine.accuracy.asked }),
    ...(workers === undefined ? {} : { workers }),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  return { ...own, forecast, differences: differencesBetween(folder, text, stringifyResult(forecast.result)) };
}

function differencesBetween(folder: string, text: string, again: string): readonly Said[] {
  if (again === text) return [];
  const found = [...unequal(JSON.parse(text), JSON.parse(again), [])];
  const where = join(folder, 'result.json');
  if (found.length === 0)
    return [mismatch(where, say`the figures written in another form`, say`the bytes that huni writes`)];
  const more = found.length - MOST_DIFFERENCES;
  return [
    ...found.slice(0, MOST_DIFFERENCES).map((one) => mismatch(`${where}: ${one.path}`, one.found, one.expected)),
    ...(more > 0 ? [say`${where}: and ${more} more figures`] : []),
  ];
}

interface Unequal {
  readonly path: string;
  readonly found: Words;
  readonly expected: Words;
}

function* unequal(found: unknown, expected: unknown, path: readonly string[]): Generator<Unequal> {
  if (isObject(found) && isObject(expected)) {
    for (const key of new Set([...Object.keys(found), ...Object.keys(expected)])) {
      yield* unequal(found[key], expected[key], [...path, key]);
    }
  } else if (found !== expected) {
    yield { path: path.join('.'), found: said(found), expected: say`${said(expected)} from a new run` };
  }
}

/** Lists count: their indices are keys. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function said(value: unknown): Words {
  if (value === undefined) return say`nothing`;
  return isObject(value) ? say`a group of figures` : JSON.stringify(value);
}
