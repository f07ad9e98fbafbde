import { type Pass, runCalls } from '../../kernel/index.js';
import { CHUNK, openSimdImage } from '../../kernel/simd.js';
import { lastOf, required } from '../../required.js';
import { LANES, layoutOf } from '../layout.js';
import type { PlanSpend } from '../plan.js';
import type { Program } from '../program.js';
import { respond } from '../response/outcome.js';
import { respondBack } from '../response/passes.js';
import { forwardPasses, hasResponses, makePlanImage, type PlanImage } from './image.js';
import { fillNumbers } from './numbers.js';
import { type PlanPlaces, type PlanWishes, recordPlan } from './record.js';

/** A program's equations with the memory of one block: evaluated for plan after plan. */
export interface PlanRunner {
  readonly places: PlanPlaces;
  /** The block's memory: sampled rows first. */
  readonly data: Float64Array;
  forward(plan: PlanSpend, lanes: number): void;
  /** What follows from counts, once they are drawn. */
  count(lanes: number): void;
  /** Clears the derivatives; `backward` goes back from those that are set then. */
  clear(lanes: number): void;
  backward(lanes: number): void;
}

/** How a plan is evaluated. */
export interface RunnerMeans {
  /** Evaluate node by node, as the readable reference does; default false: by SIMD code. */
  readonly reference?: boolean;
  /** What was made of the same program and wishes before; left out: it is made now. */
  readonly image?: PlanImage | undefined;
}

export type RunnerOptions = PlanWishes & RunnerMeans;

/** Runs one pass. */
interface Executable {
  clear(lanes: number): void;
  run(lanes: number): void;
}

interface Opened {
  readonly places: PlanPlaces;
  readonly data: Float64Array;
  readonly numbers: Float64Array;
  readonly forward: readonly Executable[];
  readonly back: Executable | null;
  readonly counted: Executable | null;
}

export function createRunner(program: Program, options: RunnerOptions): PlanRunner {
  const opened = options.reference
    ? openReference(program, options)
    : openImage(options.image ?? makePlanImage(program, options));
  const { places, data, numbers, forward, back, counted } = opened;
  const responds = hasResponses(program);
  const activeOf = (line: number, period: number): number => places.masks.get(`${line} ${period}`) ?? -1;

  return {
    places,
    data,
    forward(plan, lanes) {
      fillNumbers(program, places.numbers, plan, numbers);
      for (const segment of forward) segment.clear(lanes);
      if (!responds) forward[0].run(lanes);
      else {
        // The first segment is what comes before period 0; each other one is a period, the last all that follows.
        forward[0].run(lanes);
        for (let t = 0; t <= program.periods; t++) {
          respond(program, places.layout, data, plan, { t, activeOf }, lanes);
          forward[t + 1].run(lanes);
        }
      }
    },
    count(lanes) {
      required(counted).clear(lanes);
      required(counted).run(lanes);
    },
    clear(lanes) {
      required(back).clear(lanes);
      // What no call of the tape adds to (spend that a function doesn't look at) is still added to by responses.
      if (responds) for (const row of places.gradient) if (row >= 0) data.fill(0, row, row + lanes);
    },
    backward(lanes) {
      required(back).run(lanes);
      if (responds) respondBack(program, places, activeOf, data, lanes);
    },
  };
}

function openReference(program: Program, wishes: PlanWishes): Opened {
  const tape = recordPlan(program, layoutOf(program, { trace: false }), wishes);
  const rows = new Float64Array(tape.places.size);
  const numbers = new Float64Array(tape.places.numbers.size);
  const executable = (pass: Pass): Executable => ({
    clear: (lanes) => {
      for (const row of pass.cleared) rows.fill(0, row, row + lanes);
    },
    run: (lanes) => runCalls(pass, { rows, numbers }, LANES, lanes),
  });
  return {
    places: tape.places,
    data: rows,
    numbers,
    forward: forwardPasses(tape, program).map(executable),
    back: tape.backward === null ? null : executable(tape.backward),
    counted: tape.counted === null ? null : executable(tape.counted),
  };
}

function openImage({ code, places, segments, hasBackward, hasCounted }: PlanImage): Opened {
  const { rows, numbers, passes } = openSimdImage(code);
  const each = (lanes: number, act: (first: number) => void): void => {
    for (let first = 0; first < lanes; first += CHUNK) act(first);
  };
  const executables = passes.map(
    (pass): Executable => ({ clear: (lanes) => each(lanes, pass.clear), run: (lanes) => each(lanes, pass.run) }),
  );
  return {
    places,
    data: rows,
    numbers,
    forward: executables.slice(0, segments),
    back: hasBackward ? executables[segments] : null,
    counted: hasCounted ? lastOf(executables) : null,
  };
}
