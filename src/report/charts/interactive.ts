import type { TopLevelSpec } from 'vega-lite';
import type { Axes, UnitLayer } from './layers.js';
import type { Layer } from './theme.js';

/**
 * Sets of data that an interactive chart has besides its figures: whoever shows it puts in what is pointed at, and the part that was chosen.
 * The cursor's row has one set a layer, since a named set belongs to one.
 */
export const BRUSH = 'brush';
export const cursorSets = (pointed: Pointed): readonly string[] => [
  'cursor',
  ...(pointed.kind === 'course' ? pointed.figures.map((_, k) => `cursor${k}`) : []),
];

/** What is pointed at as a whole. */
export type Pointed =
  /** A period or a budget: a rule, with a point on each of its figures. */
  | { readonly kind: 'course'; readonly at: string; readonly figures: readonly string[] }
  /** A bin, from one end to the other. */
  | { readonly kind: 'bin'; readonly from: string; readonly to: string }
  /** A bar of its name, over its whole length. */
  | {
      readonly kind: 'bar';
      readonly name: string;
      readonly low: string;
      readonly high: string;
      readonly height: number;
      readonly yOffset: number;
    };

interface InteractiveInk {
  readonly ink: string;
  readonly muted: string;
}

/**
 * Makes a chart answer to whoever looks at it: what is pointed at is marked over its layers, and below them the part of the x axis that was
 * chosen. Bars by name have no part that could be.
 */
export function interactive<Spec extends Extract<TopLevelSpec, { layer: unknown }>>(
  spec: Spec,
  axes: Axes,
  pointed: Pointed,
  ink: InteractiveInk,
): Spec {
  return { ...spec, layer: [...brush(axes, pointed, ink), ...spec.layer, ...cursor(axes, pointed, ink)] };
}

const none = (name: string) => ({ name, values: [] });

function brush({ x }: Axes, { kind }: Pointed, { muted }: InteractiveInk): Layer[] {
  if (kind === 'bar') return [];
  return [
    {
      data: none(BRUSH),
      mark: { type: 'rect', color: muted, opacity: 0.22 },
      encoding: { x: x('from'), x2: { field: 'to' } },
    },
  ];
}

function cursor({ x, y }: Axes, pointed: Pointed, { ink }: InteractiveInk): UnitLayer[] {
  const data = none('cursor');
  switch (pointed.kind) {
    case 'course':
      return [
        { data, mark: { type: 'rule', color: ink, strokeWidth: 1 }, encoding: { x: x(pointed.at) } },
        ...pointed.figures.map(
          (field, k): UnitLayer => ({
            data: none(`cursor${k}`),
            mark: { type: 'point', filled: true, size: 70, color: ink },
            encoding: { x: x(pointed.at), y: y(field) },
          }),
        ),
      ];
    case 'bin':
      return [
        {
          data,
          mark: { type: 'rect', color: ink, opacity: 0.25 },
          encoding: { x: x(pointed.from), x2: { field: pointed.to } },
        },
      ];
    case 'bar':
      return [
        {
          data,
          mark: { type: 'bar', height: pointed.height, yOffset: pointed.yOffset, color: ink, opacity: 0.3 },
          encoding: { y: y(pointed.name), x: x(pointed.low), x2: { field: pointed.high } },
        },
      ];
  }
}
