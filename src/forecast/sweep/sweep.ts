import { encode } from '../../engine/codec.js';
import { contentId } from '../../engine/programs.js';
import type { JobRunner } from '../../engine/whole/types.js';
import { required } from '../../required.js';
import type { Scenario } from '../../scenario/types.js';
import { VERSION } from '../../version.js';
import { readOutcome, type SweepContent } from './job.js';
import type { OutcomeStore } from './store.js';
import { sharedValues, sweptChoices, sweptVariants } from './table.js';
import type { Point, Sweep, SweepSettings, SweepSource, VariantOutcome, Vary } from './types.js';

interface SweepRequest {
  /** The plan that is varied, as read with the settings. */
  readonly base: Scenario;
  readonly source: SweepSource;
  readonly settings: SweepSettings;
  readonly varied: readonly Vary[];
  readonly design: Sweep['design'];
  readonly points: readonly Point[];
  readonly runner: JobRunner;
  /** Version of what does the jobs; see `engineVersion`. */
  readonly version: string;
  readonly store: OutcomeStore;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: { readonly done: number; readonly of: number }) => void) | undefined;
}

/**
 * Prices, or optimises, every variant on common draws: all have the plan's seed, so that what two variants share turns out
 * alike in both. The answer depends on the request alone, not on where its jobs were done or which were known before.
 *
 * A variant that makes no sense, or fails, is a row that says so; the rest goes on.
 *
 * @throws the signal's reason, or what stops the runner as a whole; outcomes that came before are in the store
 */
export async function runSweep(request: SweepRequest): Promise<Sweep> {
  const { base, source, settings, varied, points, runner, version, store, signal, onProgress = () => {} } = request;
  const content: SweepContent = { source, settings, varied };
  const bytes = encode(content);
  const id = await contentId(bytes);
  const keys: string[] = [];
  // What isn't known yet, each once: designs by points may meet a variant twice.
  const missing = new Map<string, Point>();
  for (const point of points) {
    const key = await contentId(encode({ kind: 'sweep', content: id, version, point }));
    keys.push(key);
    if (store.get(key) === undefined) missing.set(key, point);
  }
  const jobs = [...missing].map(([key, data]) => ({ key, data }));
  let done = points.length - jobs.length;
  onProgress({ done, of: points.length });
  await runner.run(
    { kind: 'sweep', content: { id, bytes }, jobs },
    {
      signal,
      onAnswer(index, answer) {
        const outcome: VariantOutcome = answer.ok
          ? readOutcome(answer.bytes)
          : { status: 'failed', message: answer.message };
        store.put(jobs[index].key, outcome);
        onProgress({ done: ++done, of: points.length });
      },
    },
  );
  const outcomes = keys.map((key) => required(store.get(key)));
  const variants = sweptVariants(varied, points, outcomes);
  const { seed, draws, sampler, goal } = base;
  return {
    format: 'huni.sweep/1',
    scenario: { name: base.name, sha256: base.sha256 },
    engine: { version: VERSION, seed, draws, sampler },
    design: request.design,
    optimized: settings.optimize,
    goal: { maximize: goal.text.trim(), risk_aversion: goal.riskAversion, tail: goal.tail },
    currency: base.currency,
    varied: varied.map(({ key, kind, values }) => ({ key, kind, values: values.map(({ text }) => text) })),
    variants,
    choices: sweptChoices(varied, points, variants),
    common: sharedValues(varied, variants),
  };
}
