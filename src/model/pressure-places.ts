import { layoutOf, rowAt } from './layout.js';
import type { PlanSpend } from './plan.js';
import { preparedOf } from './prepared.js';
import type { Program } from './program.js';

/** Where the daily spend at which prices were seen stands in a block's memory. */
interface PressurePlaces {
  /** Fills in a plan's own over the program's. */
  fill(plan: PlanSpend, data: Float64Array, lanes: number): void;
}

/** Section 11: the rows of `pressure_at`, and of what is spent in a period at that rate, as `prepareRest` makes them. */
export function createPressurePlaces(program: Program): PressurePlaces {
  const layout = layoutOf(program);
  const prepared = preparedOf(program);
  return {
    fill({ pressureAt }, data, lanes) {
      if (pressureAt === undefined) return;
      program.lines.forEach(({ more }, line) => {
        const daily = pressureAt[line];
        const rows = prepared.lines[line];
        if (Number.isNaN(daily) || rows == null || more == null || more.pressure === null) return;
        const given = rowAt(layout.inputs, more.pressure.at);
        const usual = rowAt(layout.prepared, rows.usualSpend);
        data.fill(daily, given, given + lanes);
        data.fill(daily * program.periodDays, usual, usual + lanes);
      });
    },
  };
}
