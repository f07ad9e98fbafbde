import type { TopLevelSpec } from 'vega-lite';
import { FONT_STACK } from '../fonts.js';
import { balanceText, wrapText } from '../text-width.js';
import { axisStyle } from './axes.js';
import { color, LABEL_SIZE, WIDER_FONT } from './colors.js';
import type { Layout } from './types.js';

/** Where a plot begins beside names that are measured as this wide. */
export function besideNames(width: number): number {
  return WIDER_FONT * width + 8;
}

const TITLE_SIZE = 17;
const SUBTITLE_SIZE = 12.5;

/** A layer of a chart, or one of its panels. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];
export type Panel = Extract<TopLevelSpec, { concat: unknown }>['concat'][number];

/** A layer over these rows; none where there are no rows, since Vega-Lite warns of a scale without a domain. */
export function layerOver(rows: readonly object[], layer: Omit<Extract<Layer, { mark: unknown }>, 'data'>): Layer[] {
  return rows.length === 0 ? [] : [{ ...layer, data: { values: [...rows] } }];
}

interface FrameText {
  readonly title: string;
  readonly note: string;
}

type FrameKeys = '$schema' | 'config' | 'title' | 'background' | 'padding';
type Body<T> = T extends TopLevelSpec ? Omit<T, FrameKeys> : never;

/** What all charts share, around a chart's own part: schema, title with the finding, fonts, colours, no chart junk. */
export function framed(text: FrameText, layout: Layout, body: Body<TopLevelSpec>): TopLevelSpec {
  const frame = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: layout.titled ? color('paper') : 'transparent',
    padding: layout.titled ? 24 : 2,
    ...(layout.titled
      ? {
          title: {
            text: balanceText(text.title, layout.width, TITLE_SIZE, 'semibold'),
            subtitle: wrapText(text.note, layout.width, SUBTITLE_SIZE),
            anchor: 'start' as const,
            frame: 'bounds' as const,
            offset: 18,
          },
        }
      : {}),
    config: {
      font: FONT_STACK,
      aria: false,
      view: { stroke: null },
      text: { color: color('ink'), fontSize: LABEL_SIZE, baseline: 'middle' as const },
      title: {
        color: color('ink'),
        fontSize: TITLE_SIZE,
        fontWeight: 600,
        lineHeight: 24,
        subtitleColor: color('muted'),
        subtitleFontSize: SUBTITLE_SIZE,
        subtitleLineHeight: 18,
        subtitlePadding: 8,
      },
      axis: axisStyle({ words: color('muted'), grid: color('grid'), rule: color('rule') }, LABEL_SIZE),
      header: { labelColor: color('ink'), labelFontSize: 13, labelFontWeight: 600 },
    },
  };
  // The body is a spec already; the frame only adds keys that every kind of spec has.
  return { ...frame, ...body } as TopLevelSpec;
}
