import { describe, expect, it } from 'vitest';
import { stringifyResult } from '../../src/report/result-json.js';
import { syntheticForecast } from './synthetic.js';

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe('result.json', () => {
  const { result } = syntheticForecast({ draws: 50 });
  const text = stringifyResult(result);

  it('has the keys in the order of the contract and ends with a newline', () => {
    const document = JSON.parse(text);
    expect(Object.keys(document)).toEqual(['format', 'scenario', 'engine', 'plans', 'difference', 'optimizer']);
    expect(Object.keys(document.plans.optimized)).toEqual([
      'lines',
      'creative',
      'kpis',
      'bridge',
      'rules',
      'targets',
      'price',
    ]);
    expect(Object.keys(document.plans.given.kpis)).toEqual(['total', 'lines', 'platforms', 'stages', 'periods']);
    expect(Object.keys(document.plans.given.kpis.total.roas)).toEqual([
      'mean',
      'sd',
      'se',
      'p5',
      'p10',
      'p25',
      'p50',
      'p75',
      'p90',
      'p95',
      'undefined',
    ]);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('says what the result says', () => {
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(result)));
  });

  it('orders the fields of the contract whatever order they were made in', () => {
    const document = JSON.parse(stringifyResult(reversed(result) as typeof result));
    expect(Object.keys(document)).toEqual(['format', 'scenario', 'engine', 'plans', 'difference', 'optimizer']);
    expect(Object.keys(document.engine)).toEqual(['version', 'seed', 'draws', 'sampler']);
    expect(Object.keys(document.plans.given.lines[0])).toEqual(['id', 'budget', 'share', 'daily']);
    expect(Object.keys(document.difference.profit)[0]).toBe('mean');
  });

  it('prints what has no value as null', () => {
    const broken = { ...result, optimizer: { ...result.optimizer!, kkt: Number.NaN } };
    expect(JSON.parse(stringifyResult(broken)).optimizer.kkt).toBeNull();
  });
});
