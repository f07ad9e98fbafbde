import type { BandView } from '../../protocol.js';
import type { Formats } from '../formats.js';
import { words } from '../state/preferences.js';

/** Phases, and when shocks may begin, above the periods: a row each. */
export function CalendarBands({
  bands,
  periods,
  formats,
}: {
  readonly bands: readonly BandView[];
  readonly periods: number;
  readonly formats: Formats;
}) {
  const text = words();
  const phases = bands.filter(({ kind }) => kind === 'phase');
  const rows = [
    ...(phases.length > 0 ? [{ name: text.calendar.phases, parts: phases }] : []),
    ...bands.filter(({ kind }) => kind === 'shock').map((shock) => ({ name: text.calendar.shock, parts: [shock] })),
  ];
  return (
    <>
      {rows.map(({ name, parts }, k) => (
        <tr key={`${name} ${k}`} class="bands">
          <th scope="row" colSpan={2}>
            {name}
          </th>
          {cellsOf(parts, periods).map(({ band, span, first }) => (
            <td key={first} colSpan={span} class={band === null ? '' : `band ${band.kind}`}>
              {band === null
                ? ''
                : band.chance === null
                  ? band.name
                  : text.calendar.chance(band.name, formats.share(band.chance))}
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

interface BandCell {
  readonly band: BandView | null;
  readonly first: number;
  readonly span: number;
}

/** Bands one after another, with what is free between them. */
function cellsOf(bands: readonly BandView[], periods: number): readonly BandCell[] {
  const cells: BandCell[] = [];
  let at = 0;
  for (const band of [...bands].sort((a, b) => a.first - b.first)) {
    const [first, last] = [Math.max(at, band.first), Math.min(band.last, periods - 1)];
    if (first > last) continue;
    if (first > at) cells.push({ band: null, first: at, span: first - at });
    cells.push({ band, first, span: last - first + 1 });
    at = last + 1;
  }
  if (at < periods) cells.push({ band: null, first: at, span: periods - at });
  return cells;
}
