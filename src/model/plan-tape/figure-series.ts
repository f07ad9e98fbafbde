import { createTape, type Pass, type Row, type Tape } from '../../kernel/index.js';
import { required } from '../../required.js';
import {
  countsOf,
  cumulativeKpis,
  everySeries,
  expectedOf,
  type FigureSelection,
  groupKpis,
  isStored,
  metricFormulas,
  periodKpis,
  stagesOf,
  totalFormulas,
} from '../figures.js';
import { BRIDGE_PARTS, type Formula, GROUP_FORMULAS, KPI_FORMULAS, PERIOD_FORMULAS } from '../kpi/definitions.js';
import { restOf } from '../prepared.js';
import type { Program } from '../program.js';
import { recordEvents } from './events.js';
import { createFigures, type Figure, type GroupFigures, recordSum } from './groups.js';
import { reachShape, recordJoint } from './joint-reach.js';
import type { Recording } from './recording.js';
import { CONVERSION_PARTS, type FigureRows, KIND_PARTS, type OrderPart } from './rows.js';
import { recordFormulas, recordFunctions } from './whole.js';

/** Orders of a part of a group that become whole numbers between the two tapes. */
export interface CountJob {
  readonly group: string;
  readonly part: OrderPart;
  /** Start of the row of what is expected, and of the row of counts. */
  readonly from: number;
  readonly to: number;
  /** Start of the row of orders that are facts already: chance is about the others. `null`: there are none. */
  readonly came: number | null;
}

/** What a selection comes to on the tape: all that it computes, and what of it is stored. */
interface FigureSeries {
  readonly every: StoredRows;
  /** The same as `every` where all is stored. */
  readonly stored: StoredRows;
}

export interface StoredRows {
  /** The series' rows, in the order of `everySeries`, or of `seriesOf`. */
  readonly series: readonly number[];
  readonly counts: readonly CountJob[];
  /** What follows from counts; runs after they are drawn. */
  readonly counted: Tape;
}

/** Figures that hold counts where the plan has counts on. */
const COUNTED: readonly string[] = ['new', 'repeat', 'referred', 'conversions', 'brand_orders'];

function restsOnCounts(formula: Formula): boolean {
  switch (formula.kind) {
    case 'figure':
      return COUNTED.includes(formula.name);
    case 'negate':
      return restsOnCounts(formula.of);
    case 'binary':
      return restsOnCounts(formula.left) || restsOnCounts(formula.right);
    case 'call':
      return formula.arguments.some(restsOnCounts);
    default:
      return false;
  }
}

/** Records everything that a selection asks for. */
export function recordSeries(recording: Recording, figures: FigureRows, selection: FigureSelection): FigureSeries {
  const { program } = recording;
  const rest = restOf(program);
  const L = program.lines.length;
  const participants = [...program.lines, ...rest.sources];
  const hasCounts = countsOf(program, selection);
  const maker = createFigures(recording, figures);
  const counted = createTape({ back: false });
  const series: Row[] = [];
  const counts: CountJob[] = [];

  const countsFor = (group: GroupFigures, name: string): GroupFigures => {
    const rows = new Map<OrderPart, Row | null>();
    const part = (of: OrderPart): Row | null => {
      const known = rows.get(of);
      if (known !== undefined) return known;
      const mean = group.part(of);
      const row = mean === null ? null : recording.table.row();
      if (mean !== null) {
        counts.push({
          group: name,
          part: of,
          from: mean.value,
          to: required(row).value,
          came: group.came(of)?.value ?? null,
        });
      }
      rows.set(of, row);
      return row;
    };
    const sums = new Map<Figure, Row>();
    const sum = (figure: Figure, parts: readonly OrderPart[]): Row => {
      const known = sums.get(figure);
      if (known !== undefined) return known;
      const row = recordSum(
        recording,
        parts.flatMap((of) => part(of) ?? []),
        counted,
      );
      sums.set(figure, row);
      return row;
    };
    return {
      ...group,
      part,
      row(figure) {
        switch (figure) {
          case 'conversions':
            return sum(figure, CONVERSION_PARTS);
          case 'new':
          case 'repeat':
          case 'referred':
            return sum(figure, KIND_PARTS[figure]);
          case 'brand_orders':
            return sum(figure, ['brand']);
          default:
            return group.row(figure);
        }
      },
    };
  };

  /** Values of a group's KPIs: those that rest on counts by them; and what is expected of the sums among these. */
  const both = (
    group: GroupFigures,
    counting: GroupFigures | null,
    kpis: readonly string[],
    formulas: readonly Formula[],
  ) => {
    const expects = new Set(counting === null ? kpis : expectedOf(kpis));
    const isCounted = formulas.map((formula) => counting !== null && restsOnCounts(formula));
    const first = kpis.flatMap((kpi, k) => (!isCounted[k] || expects.has(kpi) ? [k] : []));
    const second = kpis.flatMap((_, k) => (isCounted[k] ? [k] : []));
    const expected = new Map<number, Row>();
    recordFormulas(
      recording,
      group,
      first.map((k) => formulas[k]),
    ).forEach((row, at) => {
      expected.set(first[at], row);
    });
    const values = new Map(expected);
    if (counting !== null) {
      recordFormulas(
        recording,
        counting,
        second.map((k) => formulas[k]),
        counted,
      ).forEach((row, at) => {
        values.set(second[at], row);
      });
    }
    return {
      values: kpis.map((_, k) => required(values.get(k))),
      expected:
        counting === null ? [] : kpis.flatMap((kpi, k) => (expects.has(kpi) ? [required(expected.get(k))] : [])),
    };
  };
  const push = (group: GroupFigures, name: string, kpis: readonly string[], formulas: readonly Formula[]): void => {
    const { values, expected } = both(group, hasCounts ? countsFor(group, name) : null, kpis, formulas);
    series.push(...values, ...expected);
  };

  const whole = maker.whole();
  const names = selection.total.map(({ name }) => name);
  const total = totalFormulas(selection);
  push(whole, 'total', names, total.slice(0, names.length));
  if (selection.bridge === true) {
    series.push(...recordFormulas(recording, whole, total.slice(names.length, names.length + BRIDGE_PARTS.length)));
  }
  const reaches = jointReaches(recording, figures);
  if (selection.groups) {
    series.push(
      ...recordFormulas(
        recording,
        whole,
        metricFormulas(program).map(({ formula }) => formula),
      ),
    );
    const kpis = groupKpis(program);
    const formulas = formulasOf(GROUP_FORMULAS, kpis);
    const one = (k: number): void => {
      const { reach, reach3 } = figures.participants[k];
      push(
        maker.chosen(
          [k],
          () => reach,
          () => reach3,
        ),
        participants[k].id,
        kpis,
        formulas,
      );
    };
    const several = (name: string, isIn: (participant: (typeof participants)[number]) => boolean): void => {
      const chosen = participants.flatMap((participant, k) => (isIn(participant) ? [k] : []));
      push(
        maker.chosen(
          chosen,
          () => reaches.of(chosen, 'reach'),
          () => reaches.of(chosen, 'reach3'),
        ),
        name,
        kpis,
        formulas,
      );
    };
    for (let index = 0; index < L; index++) one(program.lines.findIndex((line) => line.scenarioIndex === index));
    for (let k = 0; k < rest.sources.length; k++) one(L + k);
    program.platforms.forEach((platform, p) => {
      several(`platform ${platform}`, (of) => of.platform === p);
    });
    for (const stage of stagesOf(program)) several(`stage ${stage}`, (of) => of.stage === stage);
  }
  const periods = Array.from({ length: program.periods }, (_, t) => {
    const group = maker.period(t, () => reaches.inPeriod(t), hasCounts);
    return { group, counting: hasCounts ? countsFor(group, `period ${t}`) : null };
  });
  if (selection.groups) {
    const kpis = periodKpis(program);
    const formulas = formulasOf(PERIOD_FORMULAS, kpis);
    for (const { group, counting } of periods) {
      const { values, expected } = both(group, counting, kpis, formulas);
      series.push(...values, ...expected);
    }
  }
  if (selection.cumulative) {
    const kpis = cumulativeKpis(program);
    const formulas = kpis.map((name) => KPI_FORMULAS[name]);
    const expected = new Set(expectedOf(kpis));
    let before: readonly Row[] | null = null;
    let countedBefore: readonly Row[] | null = null;
    const addUp = (rows: readonly Row[], earlier: readonly Row[] | null, onto: Tape): readonly Row[] =>
      earlier === null ? rows : rows.map((row, k) => recordSum(recording, [earlier[k], row], onto));
    for (const { group, counting } of periods) {
      before = addUp(recordFormulas(recording, group, formulas), before, recording.tape);
      if (counting === null) series.push(...before);
      else {
        countedBefore = addUp(recordFormulas(recording, counting, formulas, counted), countedBefore, counted);
        series.push(...countedBefore, ...before.filter((_, k) => expected.has(kpis[k])));
      }
    }
  }
  if (selection.events === true) {
    series.push(...recordEvents(recording, figures, whole, (chosen) => reaches.of(chosen, 'reach')));
  }
  series.push(...recordFunctions(recording, figures, selection.functions ?? []));
  const every = { series: series.map(({ value }) => value), counts, counted };
  return { every, stored: storedOf(every, program, selection) };
}

/** Of all series those that are stored, and of the counts those that they rest on. */
function storedOf(every: StoredRows, program: Program, selection: FigureSelection): StoredRows {
  if (selection.stored === undefined) return every;
  const keys = everySeries(program, selection);
  const series = every.series.filter((_, k) => isStored(keys[k], selection));
  const counted = every.counted.neededWhole(series);
  const read = new Set([...series, ...rowsRead(counted.forward())]);
  return { series, counts: every.counts.filter(({ to }) => read.has(to)), counted };
}

/** Rows that a pass reads. */
export function rowsRead({ calls }: Pass): number[] {
  return calls.flatMap(({ routine, places }) =>
    routine.loads.flatMap(({ kind }, k) => (kind === 'numbers' || kind === 'decisions' ? [] : [places.loads[k]])),
  );
}

/** Joint reaches, each recorded when it is first asked for. */
function jointReaches(recording: Recording, figures: FigureRows) {
  const known = new Map<string, Row>();
  const once = (key: string, make: () => Row): Row => {
    const row = known.get(key) ?? make();
    known.set(key, row);
    return row;
  };
  return {
    of: (chosen: readonly number[], which: 'reach' | 'reach3'): Row =>
      once(`${which} ${chosen.join(' ')}`, () =>
        recordJoint(
          recording,
          reachShape(recording.program, (k) => chosen.includes(k)),
          (k) => figures.participants[k][which],
        ),
      ),
    inPeriod: (t: number): Row =>
      once(`period ${t}`, () =>
        recordJoint(
          recording,
          reachShape(recording.program, () => true),
          (k) => figures.participants[k].periodReach[t],
        ),
      ),
  };
}

function formulasOf(all: Readonly<Partial<Record<string, Formula>>>, kpis: readonly string[]): Formula[] {
  return kpis.map((kpi) => {
    const formula = all[kpi];
    if (formula === undefined) throw new RangeError(`${kpi} has no formula`);
    return formula;
  });
}
