import { createRowTable, createTape, type Pass, type Row, type RowTable } from '../../kernel/index.js';
import type { PlanFunction } from '../../scenario/expressions/types.js';
import { partOf } from '../equations/line.js';
import { customersStep, decayStep, qualityStep } from '../equations/pools.js';
import { participantReachStep } from '../equations/reach.js';
import { afterHorizonStep } from '../equations/response.js';
import type { FigureSelection } from '../figures.js';
import { type Layout, rowAt, STRIDE } from '../layout.js';
import { factorRow } from '../platform-factors.js';
import { preparedOf, restOf } from '../prepared.js';
import type { Program } from '../program.js';
import type { Range } from '../sampled-ranges.js';
import { variablesOf } from '../variables.js';
import { createBrand } from './brand.js';
import { type CountJob, recordSeries, rowsRead, type StoredRows } from './figure-series.js';
import { createGates } from './gates.js';
import { joinAll } from './joint-reach.js';
import { createLines } from './lines.js';
import { createNumbers, type NumberPlaces } from './numbers.js';
import type { Recording } from './recording.js';
import { createResponses } from './responses.js';
import {
  type FigureRows,
  ORDER_PARTS,
  PARTICIPANT_TOTALS,
  type ParticipantRows,
  PERIOD_SUMS,
  type PeriodRows,
} from './rows.js';
import { createSources } from './sources.js';
import { recordFunctions } from './whole.js';

/** A plan's equations in the order in which they are computed, and where everything stands. */
interface PlanTape {
  readonly forward: Pass;
  /** The way back; `null` where no gradients are wanted. */
  readonly backward: Pass | null;
  /** What follows from counts, once they are drawn; `null` without a selection. */
  readonly counted: Pass | null;
  readonly places: PlanPlaces;
}

/** Where everything of a recorded plan stands: data only, so that it can be handed to other threads. */
export interface PlanPlaces {
  readonly numbers: NumberPlaces;
  /** Rows of the functions that it was recorded for. */
  readonly values: readonly Row[];
  /** Rows of the selection's series that it was recorded for, in the order of `seriesOf`, and the counts among them. */
  readonly series: readonly number[];
  readonly counts: readonly CountJob[];
  /** Conversions that a response brings, by line and period, the last one after the horizon. */
  readonly brought: FigureRows['brought'];
  /** What a draw's inputs would have made of each period that is over, by line that buys impressions. */
  readonly expected: FigureRows['expected'];
  /** Rows of the gradient, as `variablesOf` has them. */
  readonly gradient: readonly number[];
  /** Layout of what is sampled before. */
  readonly layout: Layout;
  /** Sampled rows that are looked at. */
  readonly sampled: readonly Range[];
  /** Numbers of a block's memory. */
  readonly size: number;
}

/** What a plan's equations are recorded for; where nothing is named, everything is computed. */
export interface PlanWishes {
  readonly gradients: boolean;
  readonly functions?: readonly PlanFunction[];
  readonly selection?: FigureSelection;
  /** What was to be expected of the periods that are over; default false. */
  readonly expectations?: boolean;
}

/**
 * Records a program's equations; only what its wishes depend on. Periods −n … −1 of section 18 run as the others do, but nothing of them is added up.
 *
 * @param layout of what is sampled; the rows of the tape stand after it
 */
export function recordPlan(
  program: Program,
  layout: Layout,
  { gradients, functions, selection, expectations = false }: PlanWishes,
): PlanTape {
  const T = program.periods;
  const rest = restOf(program);
  const table = createRowTable(STRIDE, { gradients, start: layout.size });
  const sink = table.row().bar;
  const row = (value: number): Row => ({ value, bar: sink });
  const zero = table.row();
  const participants = [...program.lines, ...rest.sources].map(() => participantRows(table, T));
  const periods = Array.from({ length: T }, () => periodRows(table));
  const gradient = Array.from({ length: gradients ? variablesOf(program).count : 0 }, () => table.row().value);
  const tape = createTape({ back: gradients });
  const numbers = createNumbers(program);
  const prepared = preparedOf(program);
  const recording: Recording = {
    program,
    layout,
    tape,
    table,
    numbers,
    gradient,
    input: (at) => row(rowAt(layout.inputs, at)),
    prepared: (at) => row(rowAt(layout.prepared, at)),
    decay: (at) => row(rowAt(layout.decay, at)),
    factor: (platform, factor, t) => row(factorRow(program, layout, platform, factor, t)),
    derived: (at) => row(rowAt(layout.derived, at)),
    one: row(rowAt(layout.prepared, prepared.one)),
    zero,
    participants,
    periods,
  };
  const quality = recordQuality(recording);
  const gates = createGates(recording);
  const brand = createBrand(recording);
  const responses = createResponses(recording);
  const lines = createLines(recording, { gates, brand, quality, responses });
  const sources = createSources(recording, { gates, brand });
  const P = program.platforms.length;
  let warm: Row[] = program.platforms.map(() => recording.input(program.globals.warm));
  let hot = recording.input(program.globals.hot);
  let buyers = recording.input(program.globals.buyers);
  const decayed = (before: Row, decay: number): Row => {
    const stock = table.row();
    tape.call(decayStep, { rows: { decay: recording.decay(decay), before, stock } });
    return stock;
  };
  for (let t = -rest.carryIn; t < T; t++) {
    warm = warm.map((before) => decayed(before, 1));
    hot = decayed(hot, 2);
    const stock = decayed(buyers, 3);
    const pools = { warm, hot, buyers: stock };
    brand.open(t);
    sources.openRights(t);
    lines.deliver(t, pools, sources);
    buyers = brand.close(t, stock);
    if (t >= 0) {
      const { repeated, referred } = periods[t].parts;
      tape.call(customersStep, {
        rows: {
          'repeat rate': recording.input(program.globals.repeat_rate),
          'referral rate': recording.input(program.globals.referral_rate),
          buyers,
          repeated,
          referred,
        },
        numbers: { months: numbers.constant(program.periodDays / 30) },
      });
      gates.close(t);
    }
  }
  responses.bringAfter();
  const after = { won: table.row(), loyal: table.row(), advocated: table.row() };
  for (const [line, rows] of responses.brought) {
    tape.call(afterHorizonStep, {
      rows: {
        brought: rows[T],
        'line conversions': participants[line].conversions,
        'after part': after[partOf(program.lines[line].stage)],
      },
    });
  }
  for (const { impressions, largestAudience, reach, reach3 } of participants) {
    tape.call(participantReachStep, {
      rows: { impressions, audience: largestAudience, reach, 'reach 3': reach3 },
    });
  }
  const figures: FigureRows = {
    participants,
    periods,
    after,
    ...joinAll(recording),
    warm: warm.slice(0, P),
    hot,
    buyers,
    recalling: brand.recalling(),
    gates: gates.passed,
    brought: responses.brought,
    expected: lines.expected,
  };
  const values = functions === undefined ? [] : recordFunctions(recording, figures, functions);
  const recorded = selection === undefined ? null : recordSeries(recording, figures, selection);
  const series = recorded?.stored ?? null;
  const counted = series === null ? null : series.counted.forward();
  const wantedFor = (rows: StoredRows | null): readonly number[] => [
    ...values.map(({ value }) => value),
    ...(rows === null ? [] : neededBy(rows)),
    ...(expectations
      ? [
          ...[...lines.expected.values()].flatMap((of) =>
            of.flatMap((row) => [row.clicks.value, row.conversions.value]),
          ),
          ...[...responses.brought.values()].flatMap((rows) => rows.map(({ value }) => value)),
        ]
      : []),
  ];
  const computed =
    functions === undefined && recorded === null ? tape : tape.needing(wantedFor(recorded?.every ?? null));
  // Of what everything would need whole calls are left out only: those that stay are the same code.
  const needed = selection?.stored === undefined ? computed : computed.neededWhole(wantedFor(series));
  return {
    forward: needed.forward(),
    backward: gradients ? needed.backward() : null,
    counted,
    places: {
      numbers: numbers.places(),
      values,
      series: series?.series ?? [],
      counts: series?.counts ?? [],
      brought: responses.brought,
      expected: lines.expected,
      gradient,
      layout,
      sampled: [{ start: layout.inputs.start, end: layout.size }],
      size: table.size,
    },
  };
}

/** Rows that have to be there before counts are drawn, and after. */
function neededBy({ series, counts, counted }: StoredRows): readonly number[] {
  return [
    ...series,
    ...counts.flatMap(({ from, came }) => (came === null ? [from] : [from, came])),
    ...rowsRead(counted.forward()),
  ];
}

function participantRows(table: RowTable, periods: number): ParticipantRows {
  const totals = Object.fromEntries(PARTICIPANT_TOTALS.map((total) => [total, table.row()])) as {
    [total in (typeof PARTICIPANT_TOTALS)[number]]: Row;
  };
  return {
    ...totals,
    largestAudience: table.row(),
    reach: table.row(),
    reach3: table.row(),
    periodReach: Array.from({ length: periods }, () => table.row()),
  };
}

function periodRows(table: RowTable): PeriodRows {
  const sums = Object.fromEntries(PERIOD_SUMS.map((sum) => [sum, table.row()])) as {
    [sum in (typeof PERIOD_SUMS)[number]]: Row;
  };
  const parts = Object.fromEntries(ORDER_PARTS.map((part) => [part, table.row()])) as PeriodRows['parts'];
  return { ...sums, parts };
}

/** Quality of each period; periods before the first have that of the first. */
function recordQuality(recording: Recording): readonly Row[] {
  const { program, tape, table, numbers, gradient, input, decay, one } = recording;
  if (!program.hasCreative) return Array.from({ length: program.periods }, () => one);
  const { globals } = program;
  const first = variablesOf(program).creative;
  const share = (tier: number) => ({ ...numbers.creative(tier), bar: gradient[first + tier] ?? -1 });
  let pool = input(globals.m_proven);
  return Array.from({ length: program.periods }, () => {
    const quality = table.row();
    const next = table.row();
    tape.call(qualityStep, {
      rows: {
        pool,
        quality,
        'next pool': next,
        experiment: input(globals.m_experiment),
        moonshot: input(globals.m_moonshot),
        'experiment gain': input(globals.g_experiment),
        'moonshot gain': input(globals.g_moonshot),
        wear: decay(4),
      },
      decisions: { 'proven share': share(0), 'experiment share': share(1), 'moonshot share': share(2) },
      numbers: { months: numbers.constant(program.periodDays / 30) },
    });
    pool = next;
    return quality;
  });
}
