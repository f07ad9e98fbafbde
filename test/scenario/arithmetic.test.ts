import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainArithmetic } from '../../src/scenario/expressions/arithmetic.js';
import { fromSyntax, type Parsing } from '../../src/scenario/expressions/from-syntax.js';
import { parse } from '../../src/scenario/expressions/mathjs.js';
import type { Expression } from '../../src/scenario/expressions/types.js';

/** As mathjs reads a text; `null` where it refuses it. */
function byMathjs(text: string): Parsing<Expression> | null {
  try {
    return fromSyntax(parse(text) as unknown as Parameters<typeof fromSyntax>[0], text, new Map());
  } catch {
    return null;
  }
}

const SIGNS = ['+', '-', '*', '/', '^', '(', ')', ',', ' '];
const NAMES = [
  'cost',
  'roas',
  'min',
  'max',
  'sqrt',
  'log',
  'profit_2',
  'mod',
  'to',
  'end',
  'true',
  'NaN',
  'e',
  'i',
  'pi',
];
const NUMBERS = ['2', '0', '10', '3.5', '007', '1e3', '.5', '4.', '1.2.3', '2x'];

it('reads what it reads as mathjs does, and leaves what mathjs refuses', () => {
  let read = 0;
  const token = fc.oneof(fc.constantFrom(...SIGNS), fc.constantFrom(...NAMES), fc.constantFrom(...NUMBERS));
  fc.assert(
    fc.property(fc.array(token, { minLength: 1, maxLength: 12 }), (tokens) => {
      const text = tokens.join('');
      const plain = plainArithmetic(text);
      if (plain === null) return;
      read++;
      expect(fromSyntax(plain, text, new Map()), text).toEqual(byMathjs(text));
    }),
    { seed: 1127, numRuns: 5000 },
  );
  expect(read).toBeGreaterThan(250);
});

/** Well-formed texts, signs and parentheses of every kind in them. */
const { expression } = fc.letrec<{ expression: string; operand: string }>((tie) => ({
  operand: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('cost', 'roas', 'gross_margin', '2', '0.25', '30'),
    tie('expression').map((inner) => `(${inner})`),
    tie('expression').map((inner) => `sqrt( ${inner} )`),
    fc.tuple(tie('expression'), tie('expression')).map(([left, right]) => `min(${left}, ${right})`),
    tie('operand').map((inner) => `-${inner}`),
    tie('operand').map((inner) => `+ ${inner}`),
  ),
  expression: fc
    .array(fc.tuple(tie('operand'), fc.constantFrom('+', ' - ', '*', ' / ', '^')), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([operand, sign], k) => (k === parts.length - 1 ? operand : operand + sign)).join('')),
}));

it('reads all that is plain, in the order in which mathjs does it', () => {
  fc.assert(
    fc.property(expression, (text) => {
      fc.pre(text.length <= 1000);
      const plain = plainArithmetic(text);
      expect(plain, text).not.toBeNull();
      if (plain !== null) expect(fromSyntax(plain, text, new Map()), text).toEqual(byMathjs(text));
    }),
    { seed: 1127, numRuns: 300 },
  );
});

it('leaves what is nested deep to the parser that tells so', () => {
  for (const deep of ['('.repeat(60) + 'cost' + ')'.repeat(60), `${'-'.repeat(60)}cost`, 'cost^'.repeat(60) + 'cost']) {
    expect(plainArithmetic(deep)).toBeNull();
  }
});
