import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startKernel } from '../../../src/model/kernel/instance.js';
import { kernelModule } from '../../../src/model/kernel/load.js';
import {
  address,
  checkLayout,
  count,
  double,
  layoutNumber,
  type MemoryLayout,
  sourceOf,
} from '../../../src/model/kernel/record.js';
import { LAYOUT as MODEL } from '../../../src/model/kernel/records.js';
import { LAYOUT as SUMMARY } from '../../../src/summary/kernel/layout.js';
import type { SummaryExports } from '../../../src/summary/kernel/records.js';

describe('layouts of the kernels’ memory', () => {
  it.each([
    ['model', MODEL],
    ['summary', SUMMARY],
  ])('of the %s are what its kernel was compiled from', (part, layout) => {
    expect(readFileSync(`src/${part}/kernel/assembly/records.ts`, 'utf8')).toBe(sourceOf(layout));
  });

  it('have the number that kernels which are built tell at the start', () => {
    expect(startKernel(kernelModule('model')!).exports.layout()).toBe(layoutNumber(MODEL));
    expect(startKernel<SummaryExports>(kernelModule('summary')!).exports.layout()).toBe(layoutNumber(SUMMARY));
  });

  const layout: MemoryLayout = {
    records: { Pair: { first: address(), second: address(), many: count() }, Other: { x: double() } },
    constants: { ROW: 1088 },
  };
  it.each([
    ['two fields the other way round', { Pair: { second: address(), first: address(), many: count() } }, {}],
    ['a field by another name', { Pair: { first: address(), next: address(), many: count() } }, {}],
    ['a field of another kind', { Pair: { first: address(), second: count(), many: count() } }, {}],
    ['one field more', { Pair: { first: address(), second: address(), many: count(), more: count() } }, {}],
    ['a row of another size', {}, { ROW: 1024 }],
  ])('are another with %s, and refused', (_, records, constants) => {
    const other: MemoryLayout = {
      records: { ...layout.records, ...records },
      constants: { ...layout.constants, ...constants },
    };
    expect(() => checkLayout(layoutNumber(layout), layout)).not.toThrow();
    expect(() => checkLayout(layoutNumber(layout), other)).toThrow('built for other records');
  });
});
