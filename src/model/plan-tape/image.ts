import { type Pass, type Row, shareRows } from '../../kernel/index.js';
import { laySimdImage, type SimdImage } from '../../kernel/simd.js';
import { layoutOf, STRIDE } from '../layout.js';
import type { Program } from '../program.js';
import type { PlanPlaces, PlanWishes } from './record.js';
import { recordPlan } from './record.js';

/**
 * A plan's equations recorded, compiled and laid out, as data: any thread makes a runner of it without recording or compiling
 * again.
 */
export interface PlanImage {
  readonly code: SimdImage;
  readonly places: PlanPlaces;
  readonly hasBackward: boolean;
  readonly hasCounted: boolean;
}

/** A plan's passes and where everything stands, rows that aren't needed at the same time in the same room. */
export interface LaidPlan {
  readonly places: PlanPlaces;
  /** On the way forward, then the way back and what follows from counts, where there are such. */
  readonly passes: readonly Pass[];
  readonly hasBackward: boolean;
  readonly hasCounted: boolean;
}

/** Records a plan, and lays it out. */
export function layPlan(program: Program, wishes: PlanWishes): LaidPlan {
  const tape = recordPlan(program, layoutOf(program), wishes);
  const counted = tape.counted === null ? [] : [tape.counted];
  const shared = shareRows([tape.forward, ...counted], tape.backward === null ? [] : [tape.backward], {
    first: tape.places.layout.size,
    stride: STRIDE,
    seen: seenOf(tape.places),
  });
  const { forward: onwards, back } = shared.passes;
  return {
    places: movedPlaces(tape.places, shared),
    passes: [...onwards.slice(0, 1), ...back, ...onwards.slice(1)],
    hasBackward: tape.backward !== null,
    hasCounted: tape.counted !== null,
  };
}

/** Records a plan, and compiles what it comes to. */
export function makePlanImage(program: Program, wishes: PlanWishes): PlanImage {
  const { places, passes, ...rest } = layPlan(program, wishes);
  return { code: laySimdImage(places.size, places.numbers.size, passes), places, ...rest };
}

/** Rows that are filled in, or looked at, between the passes or after them. */
function seenOf({ values, series, counts, brought, expected, gradient }: PlanPlaces): number[] {
  const both = ({ value, bar }: Row): number[] => [value, bar];
  return [
    ...values.flatMap(both),
    ...series,
    ...counts.flatMap(({ from, to, came }) => (came === null ? [from, to] : [from, to, came])),
    ...[...brought.values()].flatMap((rows) => rows.flatMap(both)),
    ...[...expected.values()].flatMap((rows) => rows.flatMap((of) => [...both(of.clicks), ...both(of.conversions)])),
    ...gradient,
  ];
}

function movedPlaces(
  { values, series, counts, brought, expected, gradient, ...rest }: PlanPlaces,
  { place, size }: { place(row: number): number; readonly size: number },
): PlanPlaces {
  const row = ({ value, bar }: Row): Row => ({ value: place(value), bar: place(bar) });
  const each = <Key, Of>(map: ReadonlyMap<Key, Of>, change: (of: Of) => Of): ReadonlyMap<Key, Of> =>
    new Map([...map].map(([key, of]) => [key, change(of)]));
  return {
    ...rest,
    values: values.map(row),
    series: series.map(place),
    counts: counts.map(({ from, to, came, ...of }) => ({
      ...of,
      from: place(from),
      to: place(to),
      came: came === null ? null : place(came),
    })),
    brought: each(brought, (rows) => rows.map(row)),
    expected: each(expected, (rows) =>
      rows.map(({ clicks, conversions }) => ({ clicks: row(clicks), conversions: row(conversions) })),
    ),
    gradient: gradient.map(place),
    size,
  };
}
