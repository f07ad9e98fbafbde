import { type Pass, runCalls } from '../../kernel/index.js';
import { CHUNK, openSimdImage } from '../../kernel/simd.js';
import { firstOf, lastOf, required } from '../../required.js';
import { LANES, layoutOf } from '../layout.js';
import type { PlanSpend } from '../plan.js';
import type { Program } from '../program.js';
import { makePlanImage, type PlanImage } from './image.js';
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
  readonly forward: Executable;
  readonly back: Executable | null;
  readonly counted: Executable | null;
}

export function createRunner(program: Program, options: RunnerOptions): PlanRunner {
  const opened = options.reference
    ? openReference(program, options)
    : openImage(options.image ?? makePlanImage(program, options));
  const { places, data, numbers, forward, back, counted } = opened;

  return {
    places,
    data,
    forward(plan, lanes) {
      fillNumbers(program, places.numbers, plan, numbers);
      forward.clear(lanes);
      forward.run(lanes);
    },
    count(lanes) {
      required(counted).clear(lanes);
      required(counted).run(lanes);
    },
    clear(lanes) {
      required(back).clear(lanes);
    },
    backward(lanes) {
      required(back).run(lanes);
    },
  };
}

function openReference(program: Program, wishes: PlanWishes): Opened {
  const tape = recordPlan(program, layoutOf(program), wishes);
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
    forward: executable(tape.forward),
    back: tape.backward === null ? null : executable(tape.backward),
    counted: tape.counted === null ? null : executable(tape.counted),
  };
}

function openImage({ code, places, hasBackward, hasCounted }: PlanImage): Opened {
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
    forward: firstOf(executables),
    back: hasBackward ? executables[1] : null,
    counted: hasCounted ? lastOf(executables) : null,
  };
}
