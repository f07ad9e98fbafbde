import type { Engine, HeldProgram } from './types.js';

/**
 * An engine that lets go of a program only once `most` others were let go after it: what was made ready for one session
 * (draws, code, layout) serves the next of a plan that differs in its budgets alone, whose program is the same.
 *
 * @param most programs that nobody holds any more and that are cached all the same
 */
export function keepPrograms(engine: Engine, most: number): Engine {
  const kept = new Map<string, HeldProgram>();
  const keep = (held: HeldProgram): void => {
    kept.get(held.id)?.release();
    kept.delete(held.id);
    kept.set(held.id, held);
    for (const [id, oldest] of kept) {
      if (kept.size <= most) break;
      kept.delete(id);
      oldest.release();
    }
  };
  return {
    ...engine,
    async hold(program) {
      const held = await engine.hold(program);
      let holding = true;
      return {
        id: held.id,
        release() {
          if (holding) keep(held);
          holding = false;
        },
      };
    },
    async close() {
      kept.clear();
      await engine.close();
    },
  };
}
