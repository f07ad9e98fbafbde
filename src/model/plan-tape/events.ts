import { add, defineStep, divide, multiply, type Row, subtract } from '../../kernel/index.js';
import { preparedOf, restOf } from '../prepared.js';
import { type GroupFigures, recordSum } from './groups.js';
import type { Recording } from './recording.js';
import type { FigureRows } from './rows.js';

/**
 * Section 17's attribution of a platform: what its dashboard would claim, `tracking · (own + v · (R_p / pop) · (conversions −
 * own + brand_orders + baseline · T))`, and by last click.
 */
const claimStep = defineStep(
  {
    name: 'what a dashboard claims',
    inputs: ['population', 'baseline'],
    reads: ['own', 'all', 'brand', 'reach'],
    numbers: ['tracking', 'view through', 'periods'],
  },
  (values) => {
    const { own, all, brand, reach, population, baseline, tracking } = values;
    const others = add(subtract(all, own), brand, multiply(baseline, values.periods));
    const seen = divide(reach, population);
    return {
      writes: {
        claimed: multiply(tracking, add(own, multiply(values['view through'], seen, others))),
        'last click': multiply(tracking, own),
      },
    };
  },
);

/** Gates passed, shocks that come, and what dashboards claim: rows in the order of `seriesOf`. */
export function recordEvents(
  recording: Recording,
  figures: FigureRows,
  whole: GroupFigures,
  reachOf: (participants: readonly number[]) => Row,
): Row[] {
  const { program, tape, table, input, prepared, numbers } = recording;
  const rest = restOf(program);
  const { shocks } = preparedOf(program);
  const rows: Row[] = [...figures.gates, ...rest.shocks.map((_, k) => prepared(shocks + k))];
  if (rest.attribution === null) return rows;
  const { tracking, viewThrough } = rest.attribution;
  const participants = [...program.lines, ...rest.sources];
  program.platforms.forEach((_, p) => {
    const chosen = participants.flatMap(({ platform }, k) => (platform === p ? [k] : []));
    const own = recordSum(
      recording,
      chosen.map((k) => figures.participants[k].conversions),
    );
    const [claimed, clicked] = [table.row(), table.row()];
    tape.call(claimStep, {
      rows: {
        own,
        all: whole.row('conversions'),
        brand: whole.row('brand_orders'),
        reach: reachOf(chosen),
        population: input(program.globals.population),
        baseline: input(rest.baseline),
        claimed,
        'last click': clicked,
      },
      numbers: {
        tracking: numbers.constant(tracking),
        'view through': numbers.constant(viewThrough[p]),
        periods: numbers.constant(program.periods),
      },
    });
    rows.push(claimed, clicked, own);
  });
  return rows;
}
