import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from '../../src/scenario/expressions/types.js';
import { KPI_NAMES } from '../../src/scenario/expressions/types.js';
import { parseCustomKpis, parseExpression, parseTarget } from '../../src/scenario/index.js';
import * as messages from '../../src/scenario/messages.js';

const kpi = (name: (typeof KPI_NAMES)[number]): Expression => ({ kind: 'kpi', name });
const number = (value: number): Expression => ({ kind: 'number', value });
const binary = (left: Expression, operator: '+' | '-' | '*' | '/' | '^', right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
});

async function tree(text: string): Promise<Expression> {
  const parsed = await parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.fault.found);
  return parsed.value;
}

describe('an expression', () => {
  it.each([
    ['profit', kpi('profit')],
    ['cost / (gross_margin / 3)', binary(kpi('cost'), '/', binary(kpi('gross_margin'), '/', number(3)))],
    ['-roas ^ 2', { kind: 'negate', of: binary(kpi('roas'), '^', number(2)) }],
    ['+2 ^ 3 ^ 2', binary(number(2), '^', binary(number(3), '^', number(2)))],
    ['1e3 - 2 - cost', binary(binary(number(1000), '-', number(2)), '-', kpi('cost'))],
    ['min(roas, 2, roi)', { kind: 'call', name: 'min', arguments: [kpi('roas'), number(2), kpi('roi')] }],
    [
      'sqrt(abs(profit))',
      { kind: 'call', name: 'sqrt', arguments: [{ kind: 'call', name: 'abs', arguments: [kpi('profit')] }] },
    ],
  ] as const)('%s is its tree', async (text, expected) => {
    expect(await tree(text)).toEqual(expected);
  });

  it.each([
    ['profit = 3', 8],
    ['f(x) = x', 6],
    ['"cost"', 1],
    ["'cost'", 1],
    ['cost.constructor', 1],
    ['cost["constructor"]', 5],
    ['[cost, 1]', 1],
    ['{a: 1}', 1],
    ['cost; roas', 5],
    ['cost\nroas', 5],
    ['1:3', 2],
    ['roas > 1', 6],
    ['roas ? 1 : 2', 6],
    ['cost!', 5],
    ["cost'", 5],
    ['2 roas', 1],
    ['cost mod 2', 6],
    ['cost to roas', 6],
    ['not cost', 1],
    ['cost and roas', 6],
    ['10% + cost', 3],
    ['cost # all of it', 6],
    ['import(cost)', 1],
    ['cost(3)', 1],
    ['sqrt(cost, 2)', 1],
    ['min(cost)', 1],
    ['true', 1],
    ['1e999', 1],
    ['cost +', 7],
    ['(cost', 6],
    ['', 1],
  ])('%j is refused at character %i', async (text, column) => {
    const parsed = await parseExpression(text);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.fault.found).toContain(`at its character ${column} (`);
  });

  it.each([
    'pi',
    'e',
    'i',
    'end',
    'constructor',
    '__proto__',
    'toString',
    'Infinity',
    'NaN',
    'null',
    'kg',
  ])('%s is no KPI', async (name) => {
    expect((await parseExpression(`${name} + 1`)).ok).toBe(false);
    expect((await parseExpression(name)).ok).toBe(false);
  });

  it('names an unknown KPI, where it stands and the nearest one', async () => {
    expect(await parseExpression('cost + revenu')).toEqual({
      ok: false,
      fault: messages.unknownKpi('revenu', 8, KPI_NAMES),
    });
  });

  it('ends at 1,000 characters and 100 levels', async () => {
    const nested = (depth: number) => `${'('.repeat(depth)}cost${')'.repeat(depth)}`;
    expect((await parseExpression(nested(99))).ok).toBe(true);
    expect((await parseExpression(nested(100))).ok).toBe(false);
    expect((await parseExpression(nested(400))).ok).toBe(false);
    expect((await parseExpression(`${'-'.repeat(900)}cost`)).ok).toBe(false);
    expect((await parseExpression(`cost${' '.repeat(995)}+1`)).ok).toBe(false);
  });

  it('is never anything but a tree of the listed kinds, whatever the text', async () => {
    const words = [
      ...KPI_NAMES,
      'min',
      'sqrt',
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      '^',
      ',',
      '1',
      '.5',
      'i',
      '=',
      '[',
      '"',
      ':',
      '.',
    ];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(' '));
    const kinds = ['number', 'kpi', 'negate', 'binary', 'call'];
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, fc.string({ maxLength: 40 })), async (written) => {
        const parsed = await parseExpression(written);
        if (!parsed.ok) return;
        JSON.stringify(parsed.value, (key, value: unknown) => {
          if (key === 'kind') expect(kinds).toContain(value);
          return value;
        });
        expect(structuredClone(parsed.value)).toEqual(parsed.value);
      }),
      { numRuns: 500 },
    );
  });
});

describe("KPIs of one's own", () => {
  it('use each other in any order', async () => {
    const { kpis, faults } = await parseCustomKpis({ double: '2 * half', half: 'profit / 2' });
    expect(faults).toEqual([]);
    expect(kpis[0]?.expression).toEqual(binary(number(2), '*', binary(kpi('profit'), '/', number(2))));
  });

  it('report a circle once, and not what rests on it', async () => {
    const { faults } = await parseCustomKpis({ a: 'b + 1', b: 'c + 1', c: 'a + 1', d: 'a * 2' });
    expect(faults).toEqual([{ name: 'a', fault: messages.kpiCycle(['a', 'b', 'c', 'a']) }]);
  });

  it('do not grow beyond bounds by doubling', async () => {
    const texts = Object.fromEntries(
      Array.from({ length: 40 }, (_, k) => [`k${k}`, k === 0 ? 'cost + 1' : `k${k - 1} * k${k - 1}`]),
    );
    const { faults } = await parseCustomKpis(texts);
    // 2^k · 4 − 1 nodes pass 2,000 at k = 9.
    expect(faults.map(({ name }) => name)).toEqual(['k9']);
  });
});

describe('a target', () => {
  it.each([
    ['roas >= 1.5 with 80%', '>=', 1.5, 0.8],
    ['cpa <= 9', '<=', 9, null],
    ['profit > 0 with 90 %', '>', 0, 0.9],
    ['profit > -5k with 0.95', '>', -5000, 0.95],
    ['reach>=1.2m with 50%', '>=', 1_200_000, 0.5],
    ['min(roas, roi) < 70%', '<', 0.7, null],
  ])('%s', async (text, comparison, threshold, probability) => {
    expect(await parseTarget(text)).toMatchObject({ ok: true, value: { text, comparison, threshold, probability } });
  });

  it.each([
    'roas',
    'roas >=',
    '>= 3',
    'roas >= 1 >= 2',
    'roas == 1',
    'roas >= cost',
    'roas >= 1 with',
    'roas => 1',
  ])('%s is refused', async (text) => {
    expect((await parseTarget(text)).ok).toBe(false);
  });

  it('with signs that are no comparison is answered by a target as it is written', async () => {
    for (const text of ['roas => 1', 'roas = 1', 'roas == 1', 'roas =< 1 with 80%']) {
      expect(await parseTarget(text)).toEqual({ ok: false, fault: messages.notATarget(text) });
    }
  });

  it.each(['0%', '100%', '120%', 'luck'])('with %s is no probability', async (chance) => {
    expect(await parseTarget(`roas >= 1 with ${chance}`)).toEqual({
      ok: false,
      fault: messages.notAProbability(chance),
    });
  });
});
