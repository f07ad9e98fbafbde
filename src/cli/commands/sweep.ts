import { dirname, join, relative } from 'node:path';
import type { JobRunner } from '../../engine/whole/types.js';
import { openThreadRunner } from '../../forecast/open-runner.js';
import { gridPoints, MOST_VARIANTS, sobolPoints } from '../../forecast/sweep/design.js';
import { fileStore, memoryStore, type OutcomeStore } from '../../forecast/sweep/store.js';
import { runSweep } from '../../forecast/sweep/sweep.js';
import type { Point, Sweep, SweepSettings, SweepSource, Vary } from '../../forecast/sweep/types.js';
import { readVariant } from '../../forecast/sweep/variant.js';
import { parseVary } from '../../forecast/sweep/vary.js';
import { engineVersion } from '../../forecast/sweep/version.js';
import { elementAt, required } from '../../required.js';
import { say } from '../../words/said.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError, StoppedError } from '../exit.js';
import { type CommonOptions, overridesOf } from '../options.js';
import { batchProgress } from '../progress.js';
import { overQueue } from '../queue.js';
import { openQueueRunner, type QueueCommandOptions } from '../queue-runner.js';
import { readScenarioOrExplain } from '../read-scenario.js';
import { recordSources, type SourceRecorder } from '../scenario-sources.js';
import { writeFilesInto } from '../write-files.js';

interface SweepOptions extends CommonOptions, QueueCommandOptions {
  readonly vary?: readonly string[];
  readonly optimize?: boolean;
  readonly advice?: boolean;
  readonly design?: 'grid' | 'sobol';
  /** Variants of a Sobol design. */
  readonly points?: number;
}

/** Where outcomes are stored from one run to the next. */
const STORE = 'outcomes.jsonl';

/**
 * `huni sweep FILE --vary KEY=VALUES…`: every variant of a plan on common futures, priced or optimised. Outcomes are stored in
 * the folder as they come, so that a sweep that is stopped, or varied further, does only what is missing.
 */
export async function sweepCommand(file: string, options: SweepOptions, effects: Effects): Promise<ExitCode> {
  const varied = readVaried(options.vary ?? []);
  const recorder = recordSources();
  const { scenario: base } = await readScenarioOrExplain(file, options, recorder.readFile);
  const settings: SweepSettings = {
    ...overridesOf(options),
    optimize: options.optimize === true,
    ...(options.advice === true ? { advice: true } : {}),
  };
  const source = sourceOf(file, recorder);
  const points = pointsOf(varied, options);
  await refuseSenseless(source, settings, varied, points);
  const json = options.json === true;
  const quiet = json || options.quiet === true;
  const keeps = !json || options.out !== undefined;
  const folder = options.out ?? join('reports', base.slug, 'sweep');
  const store = keeps ? await openStore(join(folder, STORE)) : memoryStore();
  const version = engineVersion();
  const runner = await openRunner(options, version, effects).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const progress = batchProgress(effects, quiet);
  let sweep: Sweep;
  try {
    sweep = await overQueue('--engine', () =>
      runSweep({
        base,
        source,
        settings,
        varied,
        design: options.design ?? 'grid',
        points,
        runner,
        version,
        store,
        signal: effects.signal,
        onProgress: progress.show,
      }),
    );
  } catch (error) {
    if (!effects.signal.aborted || !keeps) throw error;
    throw new StoppedError(say`What was found is kept in ${join(folder, STORE)}: the same sweep goes on from there.`);
  } finally {
    progress.done();
    await runner.close().finally(() => store.close());
  }
  const { renderSweep, stringifySweep, sweepSummary } = await import('../../report/sweep/index.js');
  const { sweepWords } = await import('../../report/text/sweep/index.js');
  if (keeps)
    await writeFilesInto(
      folder,
      await renderSweep(sweep, { language: base.language, png: options.png, signal: effects.signal }),
      effects,
    );
  if (json) effects.out(stringifySweep(sweep));
  else if (!quiet)
    effects.out(
      `${sweepSummary(sweep, { width: effects.columns ?? 100, color: effects.color }, base.language)}${sweepWords(base.language).page(join(folder, 'sweep.html'))}\n`,
    );
  return sweep.variants.some(({ verdict }) => verdict === 'failed') ? EXIT.failed : EXIT.ok;
}

async function openRunner(
  { engine, prefix, workers }: SweepOptions,
  version: string,
  effects: Effects,
): Promise<JobRunner> {
  if (engine === undefined) return openThreadRunner(workers);
  return openQueueRunner({ engine, ...(prefix === undefined ? {} : { prefix }) }, version, effects);
}

function readVaried(texts: readonly string[]): Vary[] {
  if (texts.length === 0) throw new InputError(say`--vary says what to vary: --vary "budget=10k..100k step 5k"`);
  const varied = texts.map((text) => {
    const reading = parseVary(text);
    if (!reading.ok) throw new InputError(say`--vary: found ${reading.found}, expected ${reading.expected}`);
    return reading.vary;
  });
  const twice = varied.find(({ key }, k) => varied.findIndex((other) => other.key === key) !== k);
  if (twice !== undefined) throw new InputError(say`--vary: found ${twice.key} twice, expected each key once`);
  return varied;
}

function pointsOf(varied: readonly Vary[], { design = 'grid', points }: SweepOptions): Point[] {
  if (design === 'sobol') {
    if (points === undefined) throw new InputError(say`--design sobol needs --points N: how many variants to place`);
    return sobolPoints(varied, points);
  }
  if (points !== undefined) throw new InputError(say`--points is for --design sobol: a grid has every combination`);
  const open = varied.find(({ range }) => range !== undefined);
  if (open !== undefined) {
    throw new InputError(say`--vary: found ${open.key} without a step, expected one in a grid (or --design sobol)`);
  }
  const count = varied.reduce((product, { values }) => product * values.length, 1);
  if (count > MOST_VARIANTS) {
    throw new InputError(say`--vary: found ${count} variants, expected at most ${MOST_VARIANTS}: take --design sobol`);
  }
  return gridPoints(varied);
}

/**
 * Refuses a key that no value of which makes a plan, before anything is priced: it is misspelt, or out of place.
 *
 * @throws {InputError}
 */
async function refuseSenseless(
  source: SweepSource,
  settings: SweepSettings,
  varied: readonly Vary[],
  points: readonly Point[],
): Promise<void> {
  for (const [k, { key }] of varied.entries()) {
    const tried = new Map<string, Point>();
    for (const point of points) if (!tried.has(elementAt(point, k).text)) tried.set(elementAt(point, k).text, point);
    let message: string | null = null;
    let sense = false;
    for (const point of [...tried.values()].slice(0, 20)) {
      const reading = await readVariant(source, settings, varied, point);
      sense ||= reading.ok;
      if (!reading.ok) message ??= reading.message;
      if (sense) break;
    }
    if (!sense && message !== null) throw new InputError(say`--vary ${key}: ${message}`);
  }
}

function sourceOf(file: string, recorder: SourceRecorder): SweepSource {
  const files = new Map([...recorder.files()].map(([path, bytes]) => [relative('scenario', path), bytes]));
  const own = required(recorder.bytesOf(file));
  const main = required([...files].find(([, bytes]) => bytes === own))[0];
  return { main, files: Object.fromEntries(files) };
}

async function openStore(path: string): Promise<OutcomeStore> {
  try {
    return await fileStore(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError(say`${dirname(path)}: can't be written to (${code})`);
  }
}
