import { wishesOf } from '../engine/images.js';
import { createInlineEngine } from '../engine/inline.js';
import type { Engine } from '../engine/types.js';
import { nativeSource } from '../kernel/native/source.js';
import type { Routine } from '../kernel/routine.js';
import { layPlan } from '../model/plan-tape/image.js';
import type { Program } from '../model/program.js';
import type { Scenario } from '../scenario/types.js';
import { runForecast } from './run.js';

/** Enough for a run to ask for everything that it asks for. */
const DRAWS = 512;

/**
 * The source of native code for all that runs of some scenarios, optimised, evaluate: other plans of the same kinds of line and
 * options are made of the same routines.
 */
export async function nativeSourceFor(scenarios: readonly Scenario[]): Promise<string> {
  const routines = new Set<Routine>();
  const engine = gathering(createInlineEngine(), routines);
  for (const scenario of scenarios) await runForecast({ ...scenario, draws: DRAWS }, { engine, charts: false });
  await engine.close();
  return nativeSource(routines);
}

/** An engine that takes down what routines its jobs are made of. */
function gathering(engine: Engine, routines: Set<Routine>): Engine {
  const programs = new Map<string, Program>();
  const seen = new Set<string>();
  return {
    ...engine,
    async hold(program) {
      const held = await engine.hold(program);
      programs.set(held.id, program);
      return held;
    },
    async submit(job, options) {
      const wishes = wishesOf(job);
      const program = job.kind === 'summarize' ? undefined : programs.get(job.program);
      const key = job.kind === 'summarize' ? '' : `${job.program} ${JSON.stringify(wishes)}`;
      if (wishes !== null && program !== undefined && !seen.has(key)) {
        seen.add(key);
        for (const { calls } of layPlan(program, wishes).passes) for (const { routine } of calls) routines.add(routine);
      }
      return engine.submit(job, options);
    },
  };
}
