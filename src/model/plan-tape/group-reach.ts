import { createRowTable, createTape, type Pass, type Row } from '../../kernel/index.js';
import { rowAt, STRIDE } from '../layout.js';
import { restOf } from '../prepared.js';
import type { Program } from '../program.js';
import { reachShape, recordJoint } from './joint-reach.js';
import type { PlanTape } from './record.js';

/** Joint reaches of the groups that are reported: a pass of its own, only made where somebody asks for them. */
export interface GroupReaches {
  readonly pass: Pass;
  readonly platforms: readonly { readonly reach: number; readonly reach3: number }[];
  readonly stages: readonly { readonly reach: number; readonly reach3: number }[];
  readonly periods: readonly number[];
  /** Numbers of a block's memory. */
  readonly size: number;
}

/** @param stages names of the stages that are reported */
export function recordGroupReaches(program: Program, plan: PlanTape, stages: readonly string[]): GroupReaches {
  const tape = createTape();
  const table = createRowTable(STRIDE, { gradients: false, start: plan.size });
  const participants = [...program.lines, ...restOf(program).sources];
  const { figures, layout } = plan;
  const context = {
    program,
    tape,
    table,
    input: (at: number): Row => ({ value: rowAt(layout.inputs, at), bar: -1 }),
  };
  const both = (chosen: (participant: number) => boolean) => {
    const shape = reachShape(program, chosen);
    return {
      reach: recordJoint(context, shape, (k) => figures.participants[k]!.reach).value,
      reach3: recordJoint(context, shape, (k) => figures.participants[k]!.reach3).value,
    };
  };
  const platforms = program.platforms.map((_, p) => both((k) => participants[k]!.platform === p));
  const ofStages = stages.map((stage) => both((k) => participants[k]!.stage === stage));
  const everybody = reachShape(program, () => true);
  const periods = Array.from(
    { length: program.periods },
    (_, t) => recordJoint(context, everybody, (k) => figures.participants[k]!.periodReach[t]!).value,
  );
  return { pass: tape.forward(), platforms, stages: ofStages, periods, size: table.size };
}
