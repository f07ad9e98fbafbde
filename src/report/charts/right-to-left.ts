import type { TopLevelSpec } from 'vega-lite';
import { ARABIC_FONT_STACK } from '../fonts.js';
import { embeddedIn } from './embedded.js';
import type { ChartSpec } from './types.js';

/** Of a spec that is to be drawn mirrored. */
const FROM_THE_RIGHT = { direction: 'rtl' } as const;

/**
 * A chart's spec for a language that is written from right to left: its words run that way, and it is marked to be drawn
 * mirrored (`readsFromTheRight`), names and axes beginning at the right.
 */
export function rightToLeft(spec: ChartSpec): ChartSpec {
  // Strings alone change, so that it stays the kind of spec it is.
  const words = embeddedIn(spec) as TopLevelSpec;
  return {
    ...words,
    config: { ...words.config, font: ARABIC_FONT_STACK },
    usermeta: { ...words.usermeta, ...FROM_THE_RIGHT },
  };
}

/** Whether a spec is to be drawn mirrored. */
export function readsFromTheRight({ usermeta }: Pick<TopLevelSpec, 'usermeta'>): boolean {
  return usermeta?.direction === FROM_THE_RIGHT.direction;
}
