import type { TopLevelSpec } from 'vega-lite';
import { FONT_STACK } from '../fonts.js';
import { balanceText, wrapText } from '../text-width.js';
import { axisStyle } from './axes.js';
import type { Layout } from './types.js';

/**
 * The charts' colours on paper and on a dark page. Hues are Okabe and Ito's (blue, vermillion, bluish green), distinguished
 * by colour-blind readers; lightness differs too, so that they survive grey print, and shape or dash says the same again.
 */
export const COLORS = {
  ink: { light: '#1a2330', dark: '#edf1f5' },
  muted: { light: '#566170', dark: '#a7b2c0' },
  grid: { light: '#e5e9ee', dark: '#2b3541' },
  rule: { light: '#97a1ad', dark: '#697584' },
  paper: { light: '#ffffff', dark: '#161c24' },
  given: { light: '#7d8895', dark: '#98a4b1' },
  optimized: { light: '#0072b2', dark: '#5cb6ea' },
  gain: { light: '#79b8de', dark: '#3f86b3' },
  loss: { light: '#bf4b00', dark: '#f28b4a' },
  met: { light: '#007a5a', dark: '#35c196' },
} as const;
export type ColorName = keyof typeof COLORS;

/** A colour in a spec: the one for paper; a page swaps it for a dark theme. */
export function color(name: ColorName): string {
  return COLORS[name].light;
}

export const LABEL_SIZE = 12;
/** A device without the font that is measured shows another: DejaVu Sans is the widest of the usual ones, by so much. */
export const WIDER_FONT = 1.16;

/** Where a plot begins beside names that are measured as this wide. */
export function besideNames(width: number): number {
  return WIDER_FONT * width + 8;
}

export const SMALL_SIZE = 11;
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
