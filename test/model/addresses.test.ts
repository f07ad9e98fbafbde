import { describe, expect, it } from 'vitest';
import {
  globalDimension,
  lineDimension,
  noiseDimension,
  platformDimension,
  SOBOL_DIMENSIONS,
} from '../../src/model/addresses.js';
import { LINE_METRICS, PLATFORMS, STAGES } from '../../src/scenario/types.js';

describe('Sobol dimensions', () => {
  it('never move: a changed address would change every figure of that seed', () => {
    expect(globalDimension('economics.order_value')).toBe(1);
    expect(globalDimension('market.fatigue')).toBe(16);
    expect(platformDimension('cpm', 'facebook')).toBe(17);
    expect(platformDimension('fatigue', 'reddit')).toBe(121);
    expect(lineDimension('cpm', 'facebook', 'awareness')).toBe(209);
    expect(lineDimension('cvr', 'facebook', 'awareness')).toBe(289);
    expect(lineDimension('fatigue', 'reddit', 'advocacy')).toBe(761);
    expect(globalDimension('economics.referral_rate')).toBe(1169);
    expect(globalDimension('creative.wear_days')).toBe(1186);
    expect(noiseDimension(0, 'facebook')).toBe(1233);
    expect(noiseDimension(50, 'reddit')).toBe(2041);
    expect(noiseDimension(51, 'facebook')).toBe(null);
  });

  it('have one owner each', () => {
    const taken = [
      ...LINE_METRICS.flatMap((metric) => [
        globalDimension(`market.${metric}`),
        ...PLATFORMS.map((platform) => platformDimension(metric, platform)),
        ...PLATFORMS.flatMap((platform) => STAGES.map((stage) => lineDimension(metric, platform, stage))),
      ]),
      ...PLATFORMS.flatMap((platform) =>
        Array.from({ length: 60 }, (_, t) => noiseDimension(t, platform) ?? []),
      ).flat(),
    ];
    expect(new Set(taken).size).toBe(taken.length);
    expect(Math.max(...taken)).toBeLessThanOrEqual(SOBOL_DIMENSIONS);
  });

  it('lie apart for a platform that comes later: each row of platforms has room for sixteen', () => {
    expect(PLATFORMS.length).toBeLessThanOrEqual(16);
    expect(platformDimension('cvr', 'facebook') - platformDimension('cpm', 'facebook')).toBe(16);
    expect(noiseDimension(1, 'facebook')! - noiseDimension(0, 'facebook')!).toBe(16);
    expect(lineDimension('cpm', 'facebook', 'consideration') - lineDimension('cpm', 'facebook', 'awareness')).toBe(16);
  });
});
