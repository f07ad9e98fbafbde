import { COLORS, type ColorName } from '../../../report/charts/colors.js';
import { embedded } from '../../../report/charts/embedded.js';
import type { Sheet } from '../../../report/charts/sheet.js';
import { isNarrow } from '../../../report/charts/types.js';

/** Pixels of words in a picture as wide as a column. */
const WORDS = 11;

/** An element of the page as what the report's charts are drawn on: its font, and the theme that it has by now. */
export function screen(element: HTMLElement, mirrored: boolean): Sheet {
  const pen = document.createElement('canvas').getContext('2d');
  const style = getComputedStyle(element);
  const widthOf = (text: string, size: number, strong = false): number => {
    if (pen === null) return 0;
    pen.font = `${strong ? 600 : 400} ${size}px ${style.fontFamily}`;
    return pen.measureText(embedded(text)).width;
  };
  return {
    narrow: isNarrow({ width: element.clientWidth }),
    mirrored,
    paint: (name) => paintOf(name, style),
    label: WORDS,
    small: WORDS,
    widthOf,
    fitted: (text, width, size) => {
      if (widthOf(text, size) <= width) return text;
      let end = text.length;
      while (end > 0 && widthOf(`${text.slice(0, end).trimEnd()}…`, size) > width) end--;
      return `${text.slice(0, end).trimEnd()}…`;
    },
    // Measured in the very font that it is drawn in.
    wider: 1,
  };
}

/** The report's colours; axes are as strong as the page's other edges. */
function paintOf(name: ColorName, style: CSSStyleDeclaration): string {
  const { light, dark } = COLORS[name];
  return name === 'rule' ? style.getPropertyValue('--edge').trim() : `light-dark(${light}, ${dark})`;
}
