import { color } from './colors.js';
import { type Layer, layerOver } from './theme.js';

/** What is pointed at and what it says, beside the fields that place it. */
interface Pointed {
  readonly says: string;
}

/** The channel that becomes a mark's title, which a browser shows to the pointer, with or without a script. */
const SAYS = { field: 'says', type: 'nominal' as const };

/**
 * Unseen bands across the picture, one a row: what a pointer or the keyboard reaches. They are over the marks, so that a
 * thin line needs no aiming at.
 *
 * @param place where a band runs, as a rule's encoding
 * @param breadth of a band, in pixels
 */
export function pointedBands(
  rows: readonly Pointed[],
  place: Readonly<Record<string, unknown>>,
  breadth: number,
  yOffset = 0,
): Layer[] {
  return layerOver(rows, {
    mark: { type: 'rule', color: color('ink'), aria: true, opacity: 0, strokeWidth: Math.max(1, breadth), yOffset },
    encoding: { ...place, description: SAYS },
  });
}

/** As `pointedBands`, between two ends of a scale. */
export function pointedBoxes(rows: readonly Pointed[], place: Readonly<Record<string, unknown>>): Layer[] {
  return layerOver(rows, {
    mark: { type: 'rect', color: color('ink'), aria: true, opacity: 0 },
    encoding: { ...place, description: SAYS },
  });
}
