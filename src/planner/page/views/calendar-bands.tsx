import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { BandView } from '../../protocol.js';
import type { Formats } from '../formats.js';
import { BandHandle } from '../parts/band-handle.js';
import { type BandPart, bandEdits, movedBand } from '../state/band-edits.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';

interface Grip {
  readonly index: number;
  readonly part: BandPart;
  readonly by: number;
}

/** Phases, and when shocks may begin, above the periods: a row each, to be dragged or moved by the arrow keys. */
export function CalendarBands({ store, formats }: { readonly store: PlanStore; readonly formats: Formats }) {
  const text = words();
  const { bands: own, periods, starts } = store.plan.value;
  const dragged = useSignal<Grip | null>(null);
  /** The handle to go on with once the plan is read again. */
  const follow = useRef('');
  useEffect(() => {
    if (follow.current === '') return;
    document.getElementById(follow.current)?.focus();
    follow.current = '';
  }, [own]);
  const bands = dragged.value === null ? own : movedBand(own, dragged.value, periods);
  const numbered = bands.map((band, index) => ({ band, index }));
  const phases = numbered.filter(({ band }) => band.kind === 'phase');
  const rows = [
    ...(phases.length > 0 ? [{ name: text.calendar.phases, parts: phases }] : []),
    ...numbered
      .filter(({ band }) => band.kind === 'shock')
      .map((shock) => ({ name: text.calendar.shock, parts: [shock] })),
  ];
  const rightToLeft = preferences.value.language === 'ar';
  const day = (period: number): string => formats.period(starts[period] ?? '');
  const handle = (index: number, part: BandPart, label: string, sign: string) => {
    const id = `band-${index}-${part}`;
    return (
      <BandHandle
        id={id}
        label={label}
        kind={part}
        rightToLeft={rightToLeft}
        onDrag={(by) => {
          dragged.value = by === null ? null : { index, part, by };
        }}
        onDrop={(by) => {
          const edits = bandEdits(own, movedBand(own, { index, part, by }, periods));
          if (edits.length === 0) return;
          follow.current = id;
          void store.edit(edits);
        }}
      >
        {sign}
      </BandHandle>
    );
  };
  const described = ({ name, chance }: BandView): string =>
    chance === null ? name : text.calendar.chance(name, formats.share(chance));
  const content = ({ band, index }: Numbered) => {
    const [isFirst, isLast] = [band.first === 0, band.last === periods - 1];
    const isShock = band.kind === 'shock';
    const movable = isShock ? !(isFirst && isLast) : !isFirst && !isLast;
    return (
      <div class="band-parts">
        {movable ? (
          handle(
            index,
            'whole',
            text.calendar.moveBand(described(band), day(band.first), day(band.last)),
            described(band),
          )
        ) : (
          <span class="fixed">{described(band)}</span>
        )}
        <span class="ends">
          {isShock ? handle(index, 'start', text.calendar.bandStart(band.name, day(band.first)), '⇤') : <span />}
          {(isShock || !isLast) && handle(index, 'end', text.calendar.bandEnd(band.name, day(band.last)), '⇥')}
        </span>
      </div>
    );
  };
  return (
    <>
      {rows.map(({ name, parts }, k) => (
        <tr key={`${name} ${k}`} class="bands">
          <th scope="row" colSpan={2}>
            {name}
          </th>
          {cellsOf(parts, periods).map(({ part, span, first }) => (
            <td
              key={part === null ? `free ${first}` : part.index}
              colSpan={span}
              class={part === null ? '' : `band ${part.band.kind}`}
            >
              {part === null ? '' : content(part)}
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

interface Numbered {
  readonly band: BandView;
  /** Among the plan's bands. */
  readonly index: number;
}

interface BandCell {
  readonly part: Numbered | null;
  readonly first: number;
  readonly span: number;
}

/** Bands one after another, with what is free between them. */
function cellsOf(parts: readonly Numbered[], periods: number): readonly BandCell[] {
  const cells: BandCell[] = [];
  let at = 0;
  for (const part of [...parts].sort((a, b) => a.band.first - b.band.first)) {
    const [first, last] = [Math.max(at, part.band.first), Math.min(part.band.last, periods - 1)];
    if (first > last) continue;
    if (first > at) cells.push({ part: null, first: at, span: first - at });
    cells.push({ part, first, span: last - first + 1 });
    at = last + 1;
  }
  if (at < periods) cells.push({ part: null, first: at, span: periods - at });
  return cells;
}
