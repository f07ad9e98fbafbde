import { laySimdImage, type SimdImage } from '../../kernel/simd.js';
import { layoutOf } from '../layout.js';
import type { Program } from '../program.js';
import type { PlanPlaces, PlanTape, PlanWishes } from './record.js';
import { recordPlan } from './record.js';

/**
 * A plan's equations recorded, compiled and laid out, as data: any thread makes a runner of it without recording or compiling
 * again.
 */
export interface PlanImage {
  readonly code: SimdImage;
  readonly places: PlanPlaces;
  /** Passes on the way forward: one, or one a period where responses are computed between. */
  readonly segments: number;
  readonly hasBackward: boolean;
  readonly hasCounted: boolean;
}

/** Passes of a tape, in the order in which an image has them. */
export function passesOf(tape: PlanTape, program: Program) {
  // Responses are computed period by period between the calls: a period's gate may have stopped what the next would spend.
  const forward = hasResponses(program) ? segmentsOf(tape) : [tape.forward];
  return {
    forward,
    all: [
      ...forward,
      ...(tape.backward === null ? [] : [tape.backward]),
      ...(tape.counted === null ? [] : [tape.counted]),
    ],
  };
}

export const hasResponses = ({ lines }: Program): boolean => lines.some(({ response }) => response !== undefined);

/** Records a plan, and compiles what it comes to. */
export function makePlanImage(program: Program, wishes: PlanWishes): PlanImage {
  const tape = recordPlan(program, layoutOf(program, { trace: false }), wishes);
  const { forward, all } = passesOf(tape, program);
  return {
    code: laySimdImage(tape.places.size, tape.places.numbers.size, all),
    places: tape.places,
    segments: forward.length,
    hasBackward: tape.backward !== null,
    hasCounted: tape.counted !== null,
  };
}

function segmentsOf({ forward, periodStarts }: PlanTape) {
  const bounds = [0, ...periodStarts, forward.calls.length];
  return bounds.slice(1).map((end, k) => ({
    cleared: k === 0 ? forward.cleared : [],
    calls: forward.calls.slice(bounds[k], end),
  }));
}
