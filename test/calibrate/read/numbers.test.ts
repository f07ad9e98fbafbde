import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addExactly, exactSum, exactText, roundedText } from '../../../src/calibrate/read/exact-sum.js';
import { bareNumber, noShapes, observeNumber, readNumber } from '../../../src/calibrate/read/numbers.js';

describe('readNumber', () => {
  it.each([
    ['1234.5', '.', 1234.5],
    ['1,234.56', '.', 1234.56],
    ['12,34,567.8', '.', 1234567.8],
    ['1.234,56', ',', 1234.56],
    ['18.415', ',', 18415],
    ['18.415', '.', 18.415],
    ['1 234,50', ',', 1234.5],
    ['1\u202f234,50', ',', 1234.5],
    ['1\u2009234\u2009567,5', ',', 1234567.5],
    ["1'234.50", '.', 1234.5],
    ['$1,892', '.', 1892],
    ['US$ 12.30', '.', 12.3],
    ['R$ 12,30', ',', 12.3],
    ['12,30 €', ',', 12.3],
    ['₼10.00', '.', 10],
    ['USD 10.00', '.', 10],
    ['Rp 1.617.715', ',', 1617715],
    ['95,769%', ',', 0.95769],
    ['1.32%', '.', 0.0132],
    ['1.426697e+06', '.', 1426697],
    ['(5.00)', '.', -5],
    ['-5', '.', -5],
    ['−5', '.', -5],
    ['-$5.00', '.', -5],
    ['5-', '.', -5],
    ['.5', '.', 0.5],
    ['٤٥٤٫٠٦', '.', 454.06],
    ['١٬٢٣٤', '.', 1234],
  ] as const)('%s with decimal mark %s is %d', (cell, mark, value) => {
    expect(readNumber(cell, mark)).toBe(value);
  });

  it.each(['', ' ', '-', '--', ' --', '—', 'n/a', 'N/A', 'null', 'NaN'])('%j is missing', (cell) => {
    expect(readNumber(cell, '.')).toBeNaN();
  });

  it.each([
    ['12,5', '.'],
    ['1,2345', '.'],
    ['1.234,5', '.'],
    ['1,234.5', ','],
    ['1.2.3', '.'],
    ['12 34', '.'],
    ['twelve', '.'],
    ['1.2K', '.'],
    ['2026-01-01', '.'],
    ['$ €5', '.'],
    ['5 XYZ', '.'],
    ['--5', '.'],
    ['1e999', '.'],
  ] as const)('%s is no number where the mark is %s', (cell, mark) => {
    expect(readNumber(cell, mark)).toBeNull();
  });

  it('reads back whatever Intl writes', () => {
    const written = fc.tuple(
      fc.integer({ min: 0, max: 10 ** 12 }),
      fc.constantFrom(['en', '.'], ['de', ','], ['fr', ','], ['hi', '.'], ['tr', ','], ['az', ','], ['id', ',']),
    );
    fc.assert(
      fc.property(written, ([cents, [locale = 'en', mark = '.']]) => {
        const value = Number(`${cents}e-2`);
        const cell = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value);
        expect(readNumber(cell, mark as '.' | ',')).toBe(value);
      }),
    );
  });

  it('never reads a cell without a digit', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = readNumber(text, '.');
        if (value !== null && !Number.isNaN(value)) expect(text).toMatch(/\d|[٠-٩۰-۹]/);
      }),
    );
  });
});

describe('observeNumber', () => {
  it('tells what can be read one way only from what cannot', () => {
    const shapes = noShapes();
    for (const cell of ['500', '12.5', '1,5', '1.234', '1,234', '1.234.567', '--', 'x', '1.32%', '$5', '0.123']) {
      observeNumber(shapes, cell);
    }
    expect(shapes).toMatchObject({
      plain: 2,
      point: 3,
      comma: 2,
      threeAfterPoint: 1,
      threeAfterComma: 1,
      missing: 1,
      text: 1,
    });
    expect([...shapes.currencies]).toEqual([['$', 1]]);
  });
});

describe('bareNumber', () => {
  it('knows signs of one currency, and that a dollar sign is shared', () => {
    expect(bareNumber('₺5')?.currency).toBe('TRY');
    expect(bareNumber('5 zł')?.currency).toBe('PLN');
    expect(bareNumber('$5')?.currency).toBe('$');
    expect(bareNumber('CA$5')?.currency).toBe('CAD');
  });
});

describe('exact sums', () => {
  it('has no drift where doubles have it', () => {
    const sum = exactSum();
    for (let count = 0; count < 100_000; count++) addExactly(sum, 0.1);
    expect(exactText(sum)).toBe('10000');
  });

  it('equals integer arithmetic for any amounts of up to 9 decimals', () => {
    const amounts = fc.array(
      fc.tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 9 })),
    );
    fc.assert(
      fc.property(amounts, (parts) => {
        const sum = exactSum();
        let billionths = 0n;
        for (const [digits, decimals] of parts) {
          addExactly(sum, Number(`${digits}e-${decimals}`));
          billionths += digits * 10n ** BigInt(9 - decimals);
        }
        expect(BigInt(roundedText(sum, 9).replace('.', ''))).toBe(billionths);
      }),
    );
  });

  it('rounds halves away from zero', () => {
    const sum = exactSum();
    addExactly(sum, 1.005);
    expect(roundedText(sum, 2)).toBe('1.01');
    addExactly(sum, -2.01);
    expect(roundedText(sum, 2)).toBe('-1.01');
    expect(roundedText(sum, 0)).toBe('-1');
  });
});
