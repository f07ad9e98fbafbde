import { describe, expect, it } from 'vitest';
import { farAbovePace } from '../../../src/calibrate/index.js';

const lines = [100, 300].map((dailySpend) => ({ line: { lastDay: 20_000, dailySpend } }));

describe('a budget far above the pace of the exports', () => {
  it('is told with how many times it is', () => {
    expect(farAbovePace({ lines }, 28, 28 * 400 * 43)).toEqual({ code: 'far-above-pace', parameters: { times: 43 } });
  });

  it('is none up to three times, nor where nobody knows the pace', () => {
    expect(farAbovePace({ lines }, 28, 28 * 400 * 3)).toBeNull();
    expect(farAbovePace({ lines: [...lines, { line: { lastDay: 0, dailySpend: 0 } }] }, 28, 1e9)).toBeNull();
    expect(farAbovePace({ lines: [] }, 28, 1e9)).toBeNull();
  });
});
