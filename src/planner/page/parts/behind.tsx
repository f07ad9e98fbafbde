import type { BehindView, QuantityView } from '../../protocol.js';
import { words } from '../state/preferences.js';
import { densityShape } from './density-shape.js';

/** The picture's size, in units of its own. */
const [WIDTH, HEIGHT] = [300, 56];

/** Three points of an uncertain value, as they stand in the editor. */
interface Points {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** What is published and what was measured, behind the three points that somebody is about to choose; either is taken by a button. */
export function Behind({
  quantity,
  points,
  write,
  onUse,
}: {
  readonly quantity: QuantityView;
  readonly points: Points;
  readonly write: (value: number) => string;
  readonly onUse: (behind: BehindView) => void;
}) {
  const text = words().editor;
  const { behind } = quantity;
  if (behind.length === 0) return null;
  const ends = [points, ...behind].flatMap(({ p5, p95 }) => [p5, p95]);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const margin = 0.1 * (most - least || Math.abs(most) || 1);
  const [low, high] = [least - margin, most + margin];
  const x = (value: number): number => (WIDTH * (value - low)) / (high - low);
  return (
    <div class="behind">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" preserveAspectRatio="none">
        {behind.map((one) =>
          one.quantiles.length > 0 ? (
            <path
              key={one.kind}
              class={one.kind}
              d={`M0 ${HEIGHT}${densityShape(one.quantiles, low, high, 60)
                .map((share, bin) => `L${((bin + 0.5) * WIDTH) / 60} ${HEIGHT - (HEIGHT - 6) * share}`)
                .join('')}L${WIDTH} ${HEIGHT}Z`}
            />
          ) : (
            <rect
              key={one.kind}
              class={one.kind}
              x={x(one.p5)}
              width={x(one.p95) - x(one.p5)}
              y={HEIGHT / 2}
              height={HEIGHT / 2}
            />
          ),
        )}
        {[points.p5, points.p50, points.p95].map((value, k) => (
          <path key={k} class="now" d={`M${x(value)} ${k === 1 ? 0 : 12}V${HEIGHT}`} />
        ))}
      </svg>
      <ul>
        {behind.map((one) => (
          <li key={one.kind}>
            <span class={`swatch ${one.kind}`} aria-hidden="true" />
            <span>
              <strong>{text.origins[one.kind]}</strong>: {write(one.p5)} – {write(one.p95)}
              {one.source !== null && (
                <span class="note" dir="auto">
                  {' '}
                  {one.source}
                </span>
              )}
            </span>
            <button type="button" onClick={() => onUse(one)} aria-label={text.useOf(text.origins[one.kind])}>
              {text.use}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
