import { createImages } from './images.js';
import { shapeOf } from './jobs.js';
import { createHeldPrograms } from './programs.js';
import { createExecutor } from './tasks/executor.js';
import { type Engine, EngineClosedError, TaskError, UnknownProgramError } from './types.js';

/** How long tasks are done in a row before whatever else waits has its turn, in milliseconds. */
const TURN = 20;

/** An engine that does tasks in the thread that asks for them. */
export function createInlineEngine(): Engine {
  const programs = createHeldPrograms();
  const images = createImages(programs);
  const executor = createExecutor();
  const closing = new AbortController();
  const bytesOf = async (id: string): Promise<Uint8Array> => {
    const bytes = programs.bytesOf(id);
    if (bytes === undefined) throw new UnknownProgramError(id);
    return bytes;
  };
  return {
    kind: 'inline',
    parallel: 1,
    hold: (program) =>
      programs.hold(program, (id) => {
        executor.forget(id);
        images.forget(id);
      }),
    async submit(job, { signal } = {}) {
      const stopWhereAsked = (): void => {
        closing.signal.throwIfAborted();
        signal?.throwIfAborted();
      };
      stopWhereAsked();
      const { tasks, matrices, counts } = shapeOf(job);
      const into = {
        matrices: matrices.map((length) => new Float64Array(length)),
        counts: counts.map((length) => new Int32Array(length)),
      };
      const handle = await executor.open(job, bytesOf, into, images.of(job)).catch((error: unknown) => {
        throw error instanceof UnknownProgramError ? error : TaskError.of(error);
      });
      let turn = performance.now();
      for (let task = 0; task < tasks; task++) {
        if (performance.now() - turn > TURN) {
          await new Promise((resolve) => setTimeout(resolve, 0));
          turn = performance.now();
        }
        stopWhereAsked();
        try {
          handle(task);
        } catch (error) {
          throw TaskError.of(error);
        }
      }
      return into;
    },
    async close() {
      closing.abort(new EngineClosedError('the engine was closed'));
    },
  };
}
