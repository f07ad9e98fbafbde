import { createInlineEngine } from '../../engine/inline.js';
import { keepPrograms } from '../../engine/keep-programs.js';
import type { Engine } from '../../engine/types.js';
import type { JobHandler } from '../../engine/whole/types.js';
import type { Advise } from '../advice-setting.js';
import type { Point, SweepSettings, SweepSource, VariantOutcome, Vary } from './types.js';
import { sweepVariant } from './variant.js';

/** What every job of a sweep shares. */
export interface SweepContent {
  readonly source: SweepSource;
  readonly settings: SweepSettings;
  readonly varied: readonly Vary[];
}

/** One engine for all jobs of a process: what it keeps ready for a plan serves the plan's next variant. */
let engine: Engine | null = null;

/** Variants come in the order of their keys, so that those of one program mostly follow each other. */
const MOST_CACHED = 3;

/** What prices one variant, in the thread that it is called in. @param advise makes verdicts, where a sweep asks for them */
export function createSweepJob(advise: Advise): JobHandler {
  return async (content, data) => {
    const { source, settings, varied } = content as SweepContent;
    engine ??= keepPrograms(createInlineEngine(), MOST_CACHED);
    const outcome = await sweepVariant(engine, source, settings, varied, data as Point, advise);
    return new TextEncoder().encode(JSON.stringify(outcome));
  };
}

/** What `sweepJob` answered. */
export function readOutcome(bytes: Uint8Array): VariantOutcome {
  return JSON.parse(new TextDecoder().decode(bytes)) as VariantOutcome;
}
