import { LANES, rowAt } from '../layout.js';
import type { Program } from '../program.js';
import type { PlanTape } from './record.js';
import { ORDER_PARTS, type OrderPart } from './rows.js';

/** Orders as they are recorded, part by part. */
export interface Recorder {
  record(data: Float64Array, lanes: number): void;
  /** Orders of a part that are recorded in a period. */
  part(part: OrderPart, t: number): Float64Array;
}

/** Section 6's recording delay: of what is unrecorded, the share 1 − θ is recorded each period. */
export function createRecorder(program: Program, { figures, layout }: PlanTape): Recorder {
  const T = program.periods;
  const recorded = new Float64Array(ORDER_PARTS.length * T * LANES);
  const pending = new Float64Array(LANES);
  const at = (part: number, t: number): number => (part * T + t) * LANES;
  return {
    record(data, lanes) {
      const theta = rowAt(layout.derived, 0);
      ORDER_PARTS.forEach((name, part) => {
        pending.fill(0);
        for (let t = 0; t < T; t++) {
          const { value } = figures.periods[t]!.parts[name];
          const to = at(part, t);
          for (let d = 0; d < lanes; d++) {
            const unrecorded = pending[d]! + data[value + d]!;
            const later = unrecorded * data[theta + d]!;
            recorded[to + d] = unrecorded - later;
            pending[d] = later;
          }
        }
      });
    },
    part: (part, t) => recorded.subarray(at(ORDER_PARTS.indexOf(part), t), at(ORDER_PARTS.indexOf(part), t) + LANES),
  };
}
