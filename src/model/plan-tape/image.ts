import { type Pass, type Row, shareRows } from '../../kernel/index.js';
import { type BlockRows, CHUNK, laySimdImage, type SimdImage } from '../../kernel/simd.js';
import { LANES, layoutOf, STRIDE } from '../layout.js';
import type { Program } from '../program.js';
import { type Range, rangesOf } from '../sampled-ranges.js';
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
  /** Draws that go forward, and back, before the next ones do: a chunk, or a whole block. */
  readonly together: number;
}

/** A plan's passes and where everything stands, rows that aren't needed at the same time in the same room. */
interface LaidPlan {
  readonly places: PlanPlaces;
  /** On the way forward, then the way back and what follows from counts, where there are such. */
  readonly passes: readonly Pass[];
  readonly hasBackward: boolean;
  readonly hasCounted: boolean;
  /** Which rows hold a whole block's draws; left out: all do. */
  readonly block?: BlockRows;
}

/** Rows that calls name beyond which they are named once for all chunks, and all rows hold a whole block: lists of each chunk took more memory than they saved. */
const MOST_NAMED = 400_000;
/** Numbers from a chunk's row to the next one: rows a power of two apart push each other out of the cache. */
const CHUNK_STRIDE = CHUNK + 8;

/** Records a plan, and lays it out. */
export function layPlan(program: Program, wishes: PlanWishes): LaidPlan {
  const tape = recordPlan(program, layoutOf(program), wishes);
  const counted = tape.counted === null ? [] : [tape.counted];
  const backward = tape.backward === null ? [] : [tape.backward];
  const all = [tape.forward, ...counted, ...backward];
  const byChunk = namedBy(all) <= MOST_NAMED;
  const shared = shareRows([tape.forward, ...counted], backward, {
    first: tape.places.layout.size,
    stride: STRIDE,
    seen: seenOf(tape.places),
    copied: { rows: tape.places.series, stride: LANES },
    ...(byChunk ? { chunks: { stride: CHUNK_STRIDE, together: 1 } } : {}),
  });
  const { forward: onwards, back } = shared.passes;
  return {
    ...(byChunk ? { block: { wide: shared.wide, chunks: LANES / CHUNK } } : {}),
    places: { ...movedPlaces(tape.places, shared), sampled: sampledRows(all, tape.places) },
    passes: [...onwards.slice(0, 1), ...back, ...onwards.slice(1)],
    hasBackward: tape.backward !== null,
    hasCounted: tape.counted !== null,
  };
}

/** Records a plan, and compiles what it comes to. */
export function makePlanImage(program: Program, wishes: PlanWishes): PlanImage {
  const { places, passes, block, ...rest } = layPlan(program, wishes);
  const code = laySimdImage(places.size, places.numbers.size, passes, block);
  return { code, places, together: block === undefined ? LANES : CHUNK, ...rest };
}

/** How many rows and numbers the calls of some passes name. */
function namedBy(passes: readonly Pass[]): number {
  let named = 0;
  for (const { calls } of passes) for (const { places } of calls) named += places.loads.length + places.stores.length;
  return named;
}

/** Sampled rows that calls read, or others look at. */
function sampledRows(passes: readonly Pass[], places: PlanPlaces): readonly Range[] {
  const { size } = places.layout;
  const rows = new Set<number>();
  const look = (row: number): void => {
    if (row >= 0 && row < size) rows.add(row);
  };
  for (const { calls } of passes) {
    for (const { routine, places: slots } of calls) {
      routine.loads.forEach(({ kind }, k) => {
        if (kind !== 'numbers' && kind !== 'decisions') look(slots.loads[k]);
      });
    }
  }
  for (const row of seenOf(places)) look(row);
  return rangesOf(rows);
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
