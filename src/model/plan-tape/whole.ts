import type { Row } from '../../kernel/index.js';
import type { PlanFunction } from '../../scenario/expressions/types.js';
import { type Formula, formulaOf, type OwnFigure } from '../kpi/definitions.js';
import { formulasStep } from '../kpi/formulas.js';
import { createFigures, type Figure, type GroupFigures } from './groups.js';
import type { Recording } from './recording.js';
import type { FigureRows } from './rows.js';

/** Records functions of the whole plan's figures; gives the rows of their values. */
export function recordFunctions(
  recording: Recording,
  figures: FigureRows,
  functions: readonly PlanFunction[],
): readonly Row[] {
  const whole = createFigures(recording, figures).whole();
  return functions.flatMap((of) => recordFormulas(recording, whole, [formulaOf(of)]));
}

/**
 * Records formulas of a group's figures.
 *
 * @param onto the tape; left out: that of the recording
 */
export function recordFormulas(
  { table, numbers, tape }: Recording,
  group: GroupFigures,
  formulas: readonly Formula[],
  onto = tape,
): readonly Row[] {
  if (formulas.length === 0) return [];
  const step = formulasStep(formulas);
  const values = formulas.map(() => table.row());
  const rows: { [name: string]: Row } = Object.fromEntries(values.map((row, k) => [`value ${k}`, row]));
  for (const [name, kind] of Object.entries(step.slots)) {
    if (kind === 'numbers') continue;
    rows[name] = name.startsWith('{') ? group.own(JSON.parse(name) as OwnFigure) : group.row(name as Figure);
  }
  onto.call(step, {
    rows,
    numbers: { production: numbers.production, 'production share': numbers.constant(group.productionShare) },
  });
  return values;
}
