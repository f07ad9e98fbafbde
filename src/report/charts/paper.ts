import { fitText, textWidth } from '../text-width.js';
import { color, LABEL_SIZE, SMALL_SIZE, WIDER_FONT } from './colors.js';
import type { Sheet } from './sheet.js';
import { isNarrow, type Layout } from './types.js';

/** A report's picture as what charts are drawn on. */
export function paper(layout: Layout): Sheet {
  return {
    narrow: isNarrow(layout),
    mirrored: false,
    paint: color,
    label: LABEL_SIZE,
    small: SMALL_SIZE,
    widthOf: (text, size, strong = false) => textWidth(text, size, strong ? 'semibold' : 'regular'),
    fitted: (text, width, size) => fitText(text, width, size),
    wider: WIDER_FONT,
  };
}
