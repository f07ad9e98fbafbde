// Which of the report's pictures a chart's content is drawn by.
import { budgetsOn } from '../../../report/charts/budgets.js';
import { courseSets, endsRoom, fanLayers } from '../../../report/charts/course-layers.js';
import { DENSITY_ROOM, densityLayers, densitySets } from '../../../report/charts/density-layers.js';
import type { Pointed } from '../../../report/charts/interactive.js';
import type { Axes } from '../../../report/charts/layers.js';
import { byName, type Plot, type Sheet, type Still } from '../../../report/charts/sheet.js';
import { swingBar, swingsOn } from '../../../report/charts/swings.js';
import type { Layer } from '../../../report/charts/theme.js';
import type { ChartContent, MovingContent, StillContent } from './content.js';

/** What of a picture is pointed at as a whole. */
export function pointedIn({ kind }: ChartContent, { narrow }: Sheet): Pointed {
  switch (kind) {
    case 'density':
      return { kind: 'bin', from: 'from', to: 'to' };
    case 'course':
      return { kind: 'course', at: 'at', figures: ['p10', 'p50', 'p90'] };
    case 'budgets':
      return { kind: 'course', at: 'at', figures: ['p10', 'mean', 'p90'] };
    case 'swings':
      return { kind: 'bar', name: 'key', low: 'least', high: 'most', ...swingBar(narrow) };
  }
}

/** A picture that stays, as wide as there is room. */
export function stillOf(content: StillContent, sheet: Sheet, width: number): Still {
  return content.kind === 'budgets' ? budgetsOn(content.curve, sheet, width) : swingsOn(content.swings, sheet, width);
}

/** Pixels of a plot that moves, of the words over it, and of those at its end. */
export function roomsOf(content: MovingContent, sheet: Sheet) {
  return content.kind === 'density'
    ? { height: 220, above: DENSITY_ROOM, ends: 0 }
    : { height: 200, above: 0, ends: endsRoom(content.courses, sheet) };
}

export function layersOf(content: MovingContent, axes: Axes, sheet: Sheet): Layer[] {
  if (content.kind === 'course') return fanLayers(axes, content.courses, content.periods, sheet, byName);
  // Nothing is held against the plan: no outline.
  return densityLayers(axes, sheet, (set) => (set === 'outline' ? null : byName(set)));
}

/** Sets that are put in beside the rows, and where all in them stands. */
export function setsOf(content: MovingContent, sheet: Sheet, plot: Plot): Readonly<Record<string, readonly object[]>> {
  if (content.kind === 'course') return courseSets(content.courses, content.y, plot);
  const { outline: _, ...sets } = densitySets(content.density, content.context, sheet, plot);
  return sets;
}
