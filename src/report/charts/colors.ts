// How all charts look, wherever they are drawn: nothing here needs a font at hand, so that a browser has it, too.

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

export const SMALL_SIZE = 11;
