import { fitText, textWidth } from '../text-width.js';
import { type ColorName, color, LABEL_SIZE, SMALL_SIZE } from './colors.js';
import { pointedBands } from './pointed.js';
import { besideNames, framed, layerOver } from './theme.js';
import { labelLookup, niceTicks } from './ticks.js';
import { isNarrow, type Layout } from './types.js';

/** A row of bars that begin at zero, what each comes to in words, and a remark at the row's end. */
interface BarGroup {
  readonly key: string;
  readonly label: string;
  readonly bars: readonly { readonly value: number; readonly shade: ColorName; readonly words: string }[];
  readonly remark?: string;
}

const BAR = { height: 13, step: 17 };
/** Share of the longest bar. */
const UNSEEN = 0.003;
/** Room above a row for its label on a phone, and between rows. */
const LABEL_ROOM = 20;
const GAP = 12;

/** Horizontal bars in groups, labels to the left (on a phone above), remarks at the right edge. */
export function groupedBars(
  frame: { readonly title: string; readonly note: string },
  layout: Layout,
  given: readonly BarGroup[],
  writeTick: (value: number, scale: number) => string,
  /** The axis' end; left out: the longest bar's. */
  end?: number,
) {
  const groups = given.map((group) => ({ ...group, bars: group.bars.map((bar) => ({ ...bar })) }));
  const longest = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value }) => Math.abs(value))));
  // What can't be seen isn't drawn: a hair below zero would have its words on the other side.
  for (const { bars } of groups) for (const bar of bars) if (Math.abs(bar.value) < UNSEEN * longest) bar.value = 0;
  const narrow = isNarrow(layout);
  const widest = (texts: readonly string[], size: number): number =>
    Math.max(0, ...texts.map((text) => textWidth(text, size)));
  const nameWidth = narrow
    ? 0
    : Math.min(
        0.3 * layout.width,
        widest(
          groups.map(({ label }) => label),
          LABEL_SIZE,
        ),
      );
  const wordWidth =
    widest(
      groups.flatMap(({ bars }) => bars.map(({ words }) => words)),
      SMALL_SIZE,
    ) + 10;
  const remarkWidth = narrow
    ? 0
    : widest(
        groups.map(({ remark = '' }) => remark),
        LABEL_SIZE,
      );
  const values = groups.flatMap(({ bars }) => bars.map(({ value }) => value));
  const [lowest, highest] = [Math.min(0, ...values), end ?? Math.max(0, ...values)];
  const left = (narrow ? 0 : besideNames(nameWidth)) + (lowest < 0 ? wordWidth : 0);
  const right = layout.width - (remarkWidth === 0 ? 0 : remarkWidth + 14) - wordWidth;
  const ticks = niceTicks(lowest, highest, narrow ? 3 : 5).filter((tick) => tick >= lowest && tick <= highest);
  const scale = Math.max(...ticks.map(Math.abs));
  const most = Math.max(1, ...groups.map(({ bars }) => bars.length));
  const shift = narrow ? LABEL_ROOM / 2 : 0;
  const y = { field: 'key', type: 'nominal' as const, scale: { domain: groups.map(({ key }) => key) }, axis: null };
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    // All zero is a domain of its own.
    scale: { domain: [lowest, highest > lowest ? highest : 1], range: [left, right], nice: false },
    axis: { values: ticks, labelExpr: labelLookup(ticks, (tick) => writeTick(tick, scale)), title: null },
  });
  const rows = groups.map(({ key, label, remark = '' }) => ({
    key,
    name: narrow ? label : fitText(label, nameWidth, LABEL_SIZE),
    remark,
  }));
  const bars = Array.from({ length: most }, (_, k) => {
    const yOffset = shift + (k - (most - 1) / 2) * BAR.step;
    const own = groups.flatMap(({ key, bars: all }) => {
      const bar = all[k];
      return bar === undefined ? [] : [{ key, zero: 0, ...bar }];
    });
    return [...new Set(own.map(({ shade }) => shade))].flatMap((shade) => {
      const shaded = own.filter((bar) => bar.shade === shade);
      const [below, above] = [shaded.filter(({ value }) => value < 0), shaded.filter(({ value }) => value >= 0)];
      const words = (of: typeof shaded, align: 'left' | 'right', xOffset: number) =>
        layerOver(of, {
          mark: { type: 'text' as const, align, fontSize: SMALL_SIZE, xOffset, yOffset, color: color('muted') },
          encoding: { y, x: x('value'), text: { field: 'words', type: 'nominal' as const } },
        });
      return [
        ...layerOver(shaded, {
          mark: { type: 'bar' as const, height: BAR.height, yOffset, color: color(shade) },
          encoding: { y, x: x('zero'), x2: { field: 'value' } },
        }),
        ...words(above, 'left', 5),
        ...words(below, 'right', -5),
      ];
    });
  });
  const words = (field: 'name' | 'remark', align: 'left' | 'right', at: number, yOffset: number) =>
    layerOver(rows, {
      mark: { type: 'text' as const, align, yOffset, color: color(field === 'name' ? 'ink' : 'muted') },
      encoding: { y, x: { value: at }, text: { field, type: 'nominal' as const } },
    });
  const step = most * BAR.step + GAP + (narrow ? LABEL_ROOM : 0);
  const above = narrow ? -(most * BAR.step) / 2 : 0;
  const pointed = pointedBands(
    groups.map(({ key, label, bars: own, remark = '' }) => ({
      key,
      says: [label, ...own.map(({ words }) => words), remark].filter((part) => part !== '').join(' · '),
    })),
    { y, x: { value: 0 }, x2: { value: layout.width } },
    step,
  );
  const layers = [
    ...bars.flat(),
    ...words('name', 'left', 0, above),
    ...words('remark', 'right', layout.width, above),
    ...pointed,
  ];
  return framed(frame, layout, { width: layout.width, height: { step }, layer: layers });
}
