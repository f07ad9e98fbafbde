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
interface PlanRunner {
  readonly places: PlanPlaces;
  /** The block's memory: sampled rows first. */
  readonly data: Float64Array;
  /**
   * Evaluates a plan.
   *
   * @param then what is done with some of the draws before the others are evaluated: from there one can go back
   */
  forward(plan: PlanSpend, lanes: number, then?: (draws: Draws) => void): void;
  /** What follows from counts, once they are drawn. */
  count(lanes: number): void;
  /** Clears the derivatives; `backward` goes back from those that are set then. */
  clear(draws: Draws): void;
  backward(draws: Draws): void;
}

/** Some of a block's draws. */
interface Draws {
  readonly first: number;
  readonly end: number;
}

/** How a plan is evaluated. */
export interface RunnerMeans {
  /** Evaluate node by node, as the readable reference does; default false: by SIMD code. */
  readonly reference?: boolean;
  /** What was made of the same program and wishes before; left out: it is made now. */
  readonly image?: PlanImage | undefined;
}

type RunnerOptions = PlanWishes & RunnerMeans;

/** Runs one pass for some of a block's draws. */
interface Executable {
  clear(draws: Draws): void;
  run(draws: Draws): void;
}

interface Opened {
  readonly places: PlanPlaces;
  readonly data: Float64Array;
  readonly numbers: Float64Array;
  readonly forward: Executable;
  readonly back: Executable | null;
  readonly counted: Executable | null;
  /** Draws that go through all passes before the next ones do. */
  readonly together: number;
}

export function createRunner(program: Program, options: RunnerOptions): PlanRunner {
  const opened = options.reference
    ? openReference(program, options)
    : openImage(options.image ?? makePlanImage(program, options));
  const { places, data, numbers, forward, back, counted, together } = opened;

  return {
    places,
    data,
    forward(plan, lanes, then) {
      fillNumbers(program, places.numbers, plan, numbers);
      for (let first = 0; first < lanes; first += together) {
        const draws = { first, end: Math.min(lanes, first + together) };
        forward.clear(draws);
        forward.run(draws);
        then?.(draws);
      }
    },
    count(lanes) {
      const pass = required(counted);
      for (let first = 0; first < lanes; first += together) {
        const draws = { first, end: Math.min(lanes, first + together) };
        pass.clear(draws);
        pass.run(draws);
      }
    },
    clear(draws) {
      required(back).clear(draws);
    },
    backward(draws) {
      required(back).run(draws);
    },
  };
}

function openReference(program: Program, wishes: PlanWishes): Opened {
  const tape = recordPlan(program, layoutOf(program), wishes);
  const rows = new Float64Array(tape.places.size);
  const numbers = new Float64Array(tape.places.numbers.size);
  const executable = (pass: Pass): Executable => ({
    clear: ({ end }) => {
      for (const row of pass.cleared) rows.fill(0, row, row + end);
    },
    run: ({ end }) => runCalls(pass, { rows, numbers }, LANES, end),
  });
  return {
    places: tape.places,
    data: rows,
    numbers,
    forward: executable(tape.forward),
    back: tape.backward === null ? null : executable(tape.backward),
    counted: tape.counted === null ? null : executable(tape.counted),
    together: LANES,
  };
}

function openImage({ code, places, hasBackward, hasCounted, together }: PlanImage): Opened {
  const { rows, numbers, passes } = openSimdImage(code);
  const each = ({ first, end }: Draws, act: (first: number) => void): void => {
    for (let at = first; at < end; at += CHUNK) act(at);
  };
  const executables = passes.map(
    (pass): Executable => ({ clear: (draws) => each(draws, pass.clear), run: (draws) => each(draws, pass.run) }),
  );
  return {
    places,
    data: rows,
    numbers,
    forward: firstOf(executables),
    back: hasBackward ? executables[1] : null,
    counted: hasCounted ? lastOf(executables) : null,
    together,
  };
}
