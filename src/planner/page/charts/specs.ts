import type { TopLevelSpec } from 'vega-lite';
import { alongFoot, axisSignals, axisStyle, followingAxis, upSide } from '../../../report/charts/axes.js';
import { embedded } from '../../../report/charts/embedded.js';
import { interactive, type Pointed } from '../../../report/charts/interactive.js';
import type { UnitLayer } from '../../../report/charts/layers.js';
import type { Sheet, Still } from '../../../report/charts/sheet.js';
import type { ChartRow, MovingContent } from './content.js';
import { layersOf, pointedIn, roomsOf } from './pictures.js';

/** Room that words take at a course's end: a signal. */
export const ENDS_ROOM = 'endsRoom';
/** Where an upright axis's title begins: over its labels. */
export const TITLE_AT = 'titleAt';

/** What of a chart follows its figures without being compiled anew: axes and their labels, by the name of a signal. */
export function signalsOf({ x, y }: Pick<MovingContent, 'x' | 'y'>): Readonly<Record<string, unknown>> {
  const inOrder = (labels: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(labels).map(([tick, label]) => [tick, embedded(label)]));
  return {
    ...axisSignals('x', { ...x, labels: inOrder(x.labels) }),
    ...axisSignals('y', { ...y, labels: inOrder(y.labels) }),
  };
}

/** Rows for Vega, which keeps the objects that it is given and changes them in place. */
export const copiesOf = (rows: readonly ChartRow[]): ChartRow[] => rows.map((row) => ({ ...row }));

/**
 * A chart that moves: the report's layers, made to answer as the report's module does it. Two things differ from the report's picture, both since
 * figures change sixty times a second. Axes are signals, since a spec that has them written in is compiled anew for each figure; and Vega lays the
 * plot out in its container, with room kept by unseen marks, since the report's arithmetic would jump with each longer label. The data `rows` are
 * named, so that new figures are put in.
 */
export function movingSpec(content: MovingContent, font: string, sheet: Sheet, labelsRoom: number): TopLevelSpec {
  const { mirrored } = sheet;
  const { height, above, ends } = roomsOf(content, sheet);
  const title = (words: string | undefined): string | null =>
    words === undefined || words === '' ? null : embedded(words);
  const axes = {
    x: alongFoot(followingAxis('x', title(content.x.title)), mirrored, { labelOverlap: true }),
    y: upSide(followingAxis('y', title(content.y.title)), mirrored, { expr: TITLE_AT }, { labelOverlap: true }),
  };
  const signals = {
    ...signalsOf(content),
    [ENDS_ROOM]: ends,
    [TITLE_AT]: titleAt(labelsRoom, mirrored),
  };
  const beyond = mirrored ? `-${ENDS_ROOM}` : `width + ${ENDS_ROOM}`;
  const spec = {
    ...base(font, sheet),
    width: 'container' as const,
    autosize: { type: 'fit' as const, contains: 'padding' as const },
    params: Object.entries(signals).map(([name, value]) => ({ name, value })),
    height,
    data: { name: 'rows', values: copiesOf(content.rows) },
    layer: [
      ...layersOf(content, axes, sheet),
      ...(above === 0 ? [] : [room({ x: { value: 0 }, y: { value: 0 }, y2: { value: -above } })]),
      ...(content.kind === 'density'
        ? []
        : [
            room({
              x: { value: { expr: mirrored ? '0' : 'width' } },
              x2: { value: { expr: beyond } },
              y: { value: 0 },
            }),
          ]),
    ],
  };
  return interactive(spec, axes, pointedIn(content, sheet), { ink: sheet.paint('ink'), muted: sheet.paint('muted') });
}

/** A chart that stays: the report's picture, made to answer. */
export function stillSpec({ axes, ...drawn }: Still, pointed: Pointed, font: string, sheet: Sheet): TopLevelSpec {
  const spec = { ...base(font, sheet), ...drawn };
  return interactive(spec, axes, pointed, { ink: sheet.paint('ink'), muted: sheet.paint('muted') });
}

/** @param labelsRoom pixels */
export function titleAt(labelsRoom: number, fromTheRight: boolean): number {
  return (fromTheRight ? 1 : -1) * (labelsRoom + 6);
}

/** Nothing that is seen: room beside the plot for what is put there later, which a picture is laid out by. */
function room(encoding: NonNullable<UnitLayer['encoding']>): UnitLayer {
  return { data: { values: [{}] }, mark: { type: 'rule', opacity: 0 }, encoding };
}

function base(font: string, { paint, small }: Sheet) {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: 'transparent',
    padding: 2,
    config: {
      font,
      aria: false,
      view: { stroke: null },
      axis: axisStyle({ words: paint('muted'), grid: paint('grid'), rule: paint('rule') }, small),
    },
  };
}
