import { makePlanImage, type PlanImage } from '../model/plan-tape/image.js';
import type { PlanWishes } from '../model/plan-tape/record.js';
import type { Program } from '../model/program.js';
import { required } from '../required.js';
import { encode } from './codec.js';
import type { Job } from './jobs.js';
import { type ProgramId, TaskError } from './types.js';

/** What a job's program is recorded for; `null` where it has none. */
export function wishesOf(job: Job): PlanWishes | null {
  if (job.kind === 'summarize') return null;
  return job.kind === 'differentiate'
    ? { gradients: job.gradients, functions: job.functions }
    : { gradients: false, selection: job.selection };
}

/** Plans recorded and compiled once, for all threads that do tasks of them and for all programs of one structure. */
interface PlanImages {
  /**
   * What a job's tasks need; `undefined` where that is none, or nobody holds the job's program: who does a task finds out.
   *
   * @throws {TaskError} where the program can't be recorded: so would each task be
   */
  of(job: Job): PlanImage | undefined;
  forget(id: ProgramId): void;
}

/** Images that are cached: a run uses three to five of a program. */
const MOST_IMAGES = 32;
/** Of programs that nobody holds any more: the next variant of a plan may have the same structure. */
const MOST_LEFT = 6;

interface ServedImage {
  readonly image: PlanImage;
  /** Programs whose jobs it served and that are held. */
  readonly users: Set<ProgramId>;
}

/** @param programs where jobs' programs are found */
export function createImages(programs: { programOf(id: ProgramId): Program | undefined }): PlanImages {
  const images = new Map<string, ServedImage>();
  const structures = new WeakMap<Program, string>();
  const structure = (program: Program): string => {
    const known = structures.get(program) ?? structureOf(program);
    structures.set(program, known);
    return known;
  };
  /** Lets go of those that waited longest for their use. */
  const trim = (most: number, counts: (kept: ServedImage) => boolean): void => {
    let excess = [...images.values()].filter(counts).length - most;
    for (const [key, kept] of images) {
      if (excess <= 0) return;
      if (counts(kept) && images.delete(key)) excess--;
    }
  };
  return {
    of(job) {
      if (job.kind === 'summarize') return undefined;
      const program = programs.programOf(job.program);
      if (program === undefined) return undefined;
      const wishes = required(wishesOf(job));
      try {
        const key = `${JSON.stringify(wishes)} ${structure(program)}`;
        const kept = images.get(key) ?? { image: makePlanImage(program, wishes), users: new Set() };
        kept.users.add(job.program);
        // The last one used stands last.
        images.delete(key);
        images.set(key, kept);
        trim(MOST_IMAGES, () => true);
        return kept.image;
      } catch (error) {
        throw TaskError.of(error);
      }
    },
    forget(id) {
      for (const { users } of images.values()) users.delete(id);
      trim(MOST_LEFT, ({ users }) => users.size === 0);
    },
  };
}

/**
 * What recording a plan reads of its program: everything but how inputs are distributed that aren't constants, and what the season
 * multiplies by. Variants of a plan that differ in these alone have the same equations, at the same places.
 */
function structureOf(program: Program): string {
  const inputs = program.inputs.map(({ map }) => (map.kind === 'constant' ? map.value : map.kind));
  const bytes = encode({ ...program, inputs, seasonCpm: null, seasonCvr: null });
  return new TextDecoder('latin1').decode(bytes);
}
