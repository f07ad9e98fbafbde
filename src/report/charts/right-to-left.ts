import type { TopLevelSpec } from 'vega-lite';
import { ARABIC_FONT_STACK } from '../fonts.js';
import { embedded } from './embedded.js';
import type { ChartSpec } from './types.js';

/** Of a spec that is to be drawn mirrored. */
const FROM_THE_RIGHT = { direction: 'rtl' } as const;

/** The string literals of an axis' label expression. */
const LITERAL = /"(?:[^"\\]|\\.)*"/g;

function turned(value: unknown, key: string): unknown {
  if (typeof value === 'string') {
    return key === 'labelExpr'
      ? value.replace(LITERAL, (literal) => JSON.stringify(embedded(String(JSON.parse(literal)))))
      : embedded(value);
  }
  if (Array.isArray(value)) return value.map((item) => turned(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, turned(item, name)]));
}

/**
 * A chart's spec for a language that is written from right to left: its words run that way, and it is marked to be drawn
 * mirrored (`readsFromTheRight`), names and axes beginning at the right.
 */
export function rightToLeft(spec: ChartSpec): ChartSpec {
  // Strings alone change, so that it stays the kind of spec it is.
  const words = turned(spec, '') as TopLevelSpec;
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
