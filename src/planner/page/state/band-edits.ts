import { required } from '../../../required.js';
import type { Edit, EditValue } from '../../edits/edit-text.js';
import type { BandView } from '../../protocol.js';

/** What of a band is taken hold of. */
export type BandPart = 'start' | 'whole' | 'end';

/**
 * Bands after one was moved, or one of its ends. A phase keeps a period at least, and so do those beside it, which give what it takes:
 * phases cover the plan's time. A shock stays within that time.
 *
 * @param by periods, later where above 0; what can't be done is done as far as it can
 */
export function movedBand(
  bands: readonly BandView[],
  { index, part, by }: { readonly index: number; readonly part: BandPart; readonly by: number },
  periods: number,
): readonly BandView[] {
  const band = bands[index];
  if (band === undefined) return bands;
  const put = (changes: ReadonlyMap<number, Partial<BandView>>): readonly BandView[] =>
    bands.map((one, k) => ({ ...one, ...changes.get(k) }));
  if (band.kind === 'shock') {
    const [first, last] = [band.first, band.last];
    if (part === 'start') return put(new Map([[index, { first: within(first + by, 0, last) }]]));
    if (part === 'end') return put(new Map([[index, { last: within(last + by, first, periods - 1) }]]));
    const far = within(by, -first, periods - 1 - last);
    return put(new Map([[index, { first: first + far, last: last + far }]]));
  }
  const before = bands.findIndex(({ kind, last }) => kind === 'phase' && last === band.first - 1);
  const after = bands.findIndex(({ kind, first }) => kind === 'phase' && first === band.last + 1);
  const [previous, next] = [bands[before], bands[after]];
  const start = part !== 'end';
  const end = part !== 'start';
  if ((start && previous === undefined) || (end && next === undefined)) return bands;
  const least = Math.max(
    start ? required(previous).first + 1 - band.first : Number.NEGATIVE_INFINITY,
    end && !start ? band.first - band.last : Number.NEGATIVE_INFINITY,
  );
  const most = Math.min(
    end ? required(next).last - 1 - band.last : Number.POSITIVE_INFINITY,
    start && !end ? band.last - band.first : Number.POSITIVE_INFINITY,
  );
  const far = within(by, least, most);
  return put(
    new Map<number, Partial<BandView>>([
      [index, { first: band.first + (start ? far : 0), last: band.last + (end ? far : 0) }],
      ...(start ? [[before, { last: band.first + far - 1 }] as const] : []),
      ...(end ? [[after, { first: band.last + far + 1 }] as const] : []),
    ]),
  );
}

/** Edits that bring the file's bands to others. Phases of a preset are written out. */
export function bandEdits(before: readonly BandView[], after: readonly BandView[]): readonly Edit[] {
  const changed = after.filter((band, k) => band.first !== before[k]?.first || band.last !== before[k]?.last);
  const length = ({ first, last }: BandView): number => last - first + 1;
  const phases = after.filter(({ kind }) => kind === 'phase');
  const moved = changed.filter(({ kind }) => kind === 'phase').filter((one) => lengthIn(before, one) !== length(one));
  const shocks = changed
    .filter(({ kind }) => kind === 'shock')
    .map(
      (band): Edit => ({ kind: 'set', path: [...(band.path ?? []), 'window'], value: [band.first + 1, band.last + 1] }),
    );
  if (moved.length === 0) return shocks;
  const isPreset = phases.some(({ path }) => path === null);
  const written: readonly Edit[] = isPreset
    ? [
        {
          kind: 'set',
          path: ['phases'],
          value: phases.map((band): EditValue => ({ name: band.name, periods: length(band), ...band.written })),
        },
      ]
    : moved.map((band) => ({ kind: 'set', path: [...required(band.path), 'periods'], value: length(band) }));
  return [...written, ...shocks];
}

function lengthIn(bands: readonly BandView[], { kind, name }: BandView): number {
  const found = bands.find((one) => one.kind === kind && one.name === name);
  return found === undefined ? 0 : found.last - found.first + 1;
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
