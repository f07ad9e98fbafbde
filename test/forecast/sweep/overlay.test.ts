import { expect, it } from 'vitest';
import { overlayText } from '../../../src/forecast/sweep/overlay.js';
import type { Point, Vary } from '../../../src/forecast/sweep/types.js';

it('a variant has an entry a line that is varied, whatever other lines are of its platform or stage', () => {
  const values = {
    'lines.tiktok/awareness.cpm': 2,
    'lines.tiktok/conversion.cpm': 9,
    'lines.instagram/awareness.cpm': 4,
    'lines.tiktok/awareness/Baku.cpm': 3,
    'lines.tiktok/awareness.ctr': 0.01,
    budget: 500,
  };
  const varied = Object.keys(values).map((key) => ({ key })) as unknown as readonly Vary[];
  const point = Object.values(values).map((value) => ({ value })) as unknown as Point;
  expect(JSON.parse(overlayText('plans/plan.yaml', varied, point))).toEqual({
    extends: 'plan.yaml',
    lines: [
      { platform: 'tiktok', stage: 'awareness', cpm: 2, ctr: 0.01 },
      { platform: 'tiktok', stage: 'conversion', cpm: 9 },
      { platform: 'instagram', stage: 'awareness', cpm: 4 },
      { platform: 'tiktok', stage: 'awareness', segment: 'Baku', cpm: 3 },
    ],
  });
});
