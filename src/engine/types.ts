import type { Program } from '../model/program.js';
import type { Job, ProgramId } from './jobs.js';

export type { ProgramId } from './jobs.js';

/** A program that an engine holds ready for jobs that name it. */
export interface HeldProgram {
  readonly id: ProgramId;
  /** Lets it go; whoever else holds the same program keeps it. */
  release(): void;
}

/** What a job's tasks came to, in the order of the job's outputs: doubles of matrices, whole numbers of counts. */
export interface JobResult {
  readonly matrices: readonly Float64Array[];
  readonly counts: readonly Int32Array[];
}

export interface SubmitOptions {
  /** Stops this job, and no other. */
  readonly signal?: AbortSignal;
  /** Gives way to jobs that aren't aside, where the engine can tell; what comes of it is the same. */
  readonly aside?: boolean;
  /**
   * What an earlier job came to, which nobody reads any more: where the engine can, a matrix of the same length is written over it. Memory
   * that is touched for the first time costs as much as what is written there.
   */
  readonly over?: Float64Array;
}

/**
 * Runs programs. Any number of callers may share one: jobs of different programs and runs go side by side, and what comes
 * back depends on a job alone, never on the engine, on how many tasks go at once, or on what else is going on.
 */
export interface Engine {
  readonly kind: 'inline' | 'threads' | 'web' | 'queue';
  /** Tasks that go at once. */
  readonly parallel: number;
  /** Makes a program known, so that jobs may name it. */
  hold(program: Program): Promise<HeldProgram>;
  /**
   * Does a job's tasks, and collects what they come to in the order of the tasks.
   *
   * @throws {TaskError} where a task failed; {EngineClosedError}; or the signal's reason, within a task's time
   */
  submit(job: Job, options?: SubmitOptions): Promise<JobResult>;
  /** Stops whatever is going on. */
  close(): Promise<void>;
}

/** A task of a job failed: carries the name, message and stack of what it threw, wherever that was. */
export class TaskError extends Error {
  override readonly name = 'TaskError';
  constructor(
    /** Name of the error that was thrown. */
    readonly thrown: string,
    message: string,
    stack: string,
  ) {
    super(message);
    this.stack = stack;
  }

  /** What something thrown comes to. */
  static of(error: unknown): TaskError {
    if (error instanceof TaskError) return error;
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return new TaskError(name, message, stack ?? message);
  }
}

/** A job was submitted to an engine that was closed, or whose threads are no more. */
export class EngineClosedError extends Error {
  override readonly name = 'EngineClosedError';
}

/** A job names a program that nobody holds. */
export class UnknownProgramError extends Error {
  override readonly name = 'UnknownProgramError';
  constructor(readonly id: ProgramId) {
    super(`no program goes by ${id === '' ? 'an empty id' : id}: it was never held, or was let go`);
  }
}
