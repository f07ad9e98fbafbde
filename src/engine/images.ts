import { createCache } from '../cache.js';
import { makePlanImage, type PlanImage } from '../model/plan-tape/image.js';
import type { PlanWishes } from '../model/plan-tape/record.js';
import type { Program } from '../model/program.js';
import { required } from '../required.js';
import type { Job } from './jobs.js';
import { type ProgramId, TaskError } from './types.js';

/** What a job's program is recorded for; `null` where it has none. */
export function wishesOf(job: Job): PlanWishes | null {
  if (job.kind === 'summarize') return null;
  return job.kind === 'differentiate'
    ? { gradients: job.gradients, functions: job.functions }
    : { gradients: false, selection: job.selection };
}

/** Plans recorded and compiled once, for all threads that do tasks of them. */
export interface PlanImages {
  /**
   * What a job's tasks need; `undefined` where that is none, or nobody holds the job's program: who does a task finds out.
   *
   * @throws {TaskError} where the program can't be recorded: so would each task be
   */
  of(job: Job): PlanImage | undefined;
  forget(id: ProgramId): void;
}

/** Images that are kept ready: a run uses three to five of a program. */
const MOST_IMAGES = 32;

/** @param programs where jobs' programs are found */
export function createImages(programs: { programOf(id: ProgramId): Program | undefined }): PlanImages {
  const images = createCache<PlanImage>(MOST_IMAGES);
  return {
    of(job) {
      if (job.kind === 'summarize') return undefined;
      const program = programs.programOf(job.program);
      if (program === undefined) return undefined;
      const wishes = required(wishesOf(job));
      try {
        return images.get(`${job.program} ${JSON.stringify(wishes)}`, () => makePlanImage(program, wishes));
      } catch (error) {
        throw TaskError.of(error);
      }
    },
    forget: (id) => images.drop(id),
  };
}
