import { describe, expect, it } from 'vitest';
import {
  correlatedPairs,
  type Joint,
  mostCorrelated,
  onlyPrice,
  outcomeVariance,
  withFigure,
} from '../../../src/calibrate/fit/joint.js';
import { randomStream } from '../../../src/calibrate/fit/random.js';
import { correlateResiduals } from '../../../src/sampling/correlation.js';
import { SLOW } from '../../slow.js';

/**
 * Whether a scenario can draw a line's figures so: as it is asked for, with what each shares with other lines in a factor of its own.
 *
 * @param decimals as many as its file has
 */
async function canBeDrawn({ figures, correlation }: Joint, decimals = 8): Promise<boolean> {
  const n = figures.length;
  const written = (value: number): number => Number(value.toFixed(decimals));
  const loadings = figures.map(({ shared }, i) => figures.map((_, k) => (i === k ? Math.sqrt(written(shared)) : 0)));
  const wanted = figures.flatMap((_, i) =>
    Array.from({ length: i }, (_unused, j) => ({ i, j, rho: written(correlation[i * n + j]!) })),
  );
  return (await correlateResiduals(loadings, wanted)).ok;
}

describe("a line's figures together", () => {
  it('give an outcome the variance that they and their correlation have', () => {
    // Var(r − p) = 0.3² + 0.2² − 2 · 0.5 · 0.3 · 0.2 = 0.07, where dear impressions are clicked more.
    const two = withFigure(onlyPrice(0.2, 0), { name: 'ctr', sd: 0.3, shared: 0 }, { cpm: -1 }, -0.5);
    expect(outcomeVariance(two, { cpm: -1, ctr: 1 })).toBeCloseTo(0.07, 12);
    expect(correlatedPairs(two)).toEqual([{ between: ['cpm', 'ctr'], rho: 0.5 }]);
    // A third by way of their outcome c: Var(c + v) = 0.07 + 0.1² + 2 · 0.4 · √0.07 · 0.1.
    const three = withFigure(two, { name: 'cvr', sd: 0.1, shared: 0 }, { cpm: -1, ctr: 1 }, 0.4);
    expect(outcomeVariance(three, { cpm: -1, ctr: 1, cvr: 1 })).toBeCloseTo(0.08 + 0.08 * Math.sqrt(0.07), 12);
    expect(outcomeVariance(three, { cvr: 1 })).toBeCloseTo(0.01, 12);
  });

  it('are told only where they hang together, and then all of them', () => {
    const apart = withFigure(onlyPrice(0.2, 0.3), { name: 'ctr', sd: 0.3, shared: 0.2 }, { cpm: -1 }, 0.001);
    expect(correlatedPairs(apart)).toEqual([]);
    const three = withFigure(apart, { name: 'cvr', sd: 0.1, shared: 0 }, { cpm: -1, ctr: 1 }, 0.4);
    expect(correlatedPairs(three)).toHaveLength(3);
  });

  it('can be drawn whatever they are and share, up to the largest correlation, and not beyond', SLOW, async () => {
    const random = randomStream('joint', 'test');
    let beyond = 0;
    for (let run = 0; run < 300; run++) {
      const shared = () => 0.9 * random.uniform();
      let joint = onlyPrice(0.05 + random.uniform(), shared());
      for (const [name, outcome] of [
        ['ctr', { cpm: -1 }],
        ['cvr', { cpm: -1, ctr: 1 }],
        ['view_rate', { cpm: -1 }],
      ] as const) {
        const figure = { name, sd: 0.05 + random.uniform(), shared: shared() };
        const most = mostCorrelated(joint, outcome, figure.shared);
        const sign = random.uniform() < 0.5 ? -1 : 1;
        const more = withFigure(joint, figure, outcome, sign * Math.min(1, most + 0.2));
        if (!(await canBeDrawn(more))) beyond += 1;
        joint = withFigure(joint, figure, outcome, sign * most);
        expect(await canBeDrawn(joint)).toBe(true);
      }
    }
    // The bound leaves a fiftieth of the variance; a fifth more is nearly always too much.
    expect(beyond).toBeGreaterThan(600);
  });
});
