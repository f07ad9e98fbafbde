import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblem, newScenarioText, parseScenario } from '../../src/scenario/index.js';
import { FULL } from '../sample.js';
import { SLOW } from '../slow.js';

const quarter = readFileSync(join(import.meta.dirname, '../../bench/quarter.yaml'), 'utf8');
/** The rest of a plan, with its # off. */
const rest = newScenarioText('spring').replace(/^# (?=[a-z_]+:| )/gm, '');
const texts = [newScenarioText('spring'), rest, quarter.split('\n').slice(0, 18).join('\n')];

/** Pieces that break things: YAML's signs, numbers at the edge, names of prototypes, keys of the schema in wrong places. */
const pieces = [
  ...[
    '\n',
    '\t',
    ' ',
    ':',
    ': ',
    '-',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '#',
    '&a ',
    '*a',
    '!!x ',
    '|',
    '>',
    '%',
    '@',
    '`',
    ',',
  ],
  ...[
    '-1',
    '0',
    '1e400',
    '.nan',
    '.inf',
    '150%',
    '5 to 2',
    '70-60%',
    '1:0',
    '1_0_0',
    '99999999999999999999',
    '0x10',
    '~',
    'null',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'lines',
    'rules',
    'dist: mixture',
    'on',
    'true',
    '\u0000',
    '\u2028',
    '\ud800',
    'ə',
    '١٢',
  ],
];

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 30 }),
  insert: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })),
});

describe('a valid file, mutated', () => {
  it('is either a scenario or has problems with places; never throws, never takes long', SLOW, async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        async (base, mutations) => {
          const text = mutations.reduce((before, { at, remove, insert }) => {
            const start = Math.floor(at * before.length);
            return before.slice(0, start) + insert + before.slice(start + remove);
          }, base);
          const start = process.cpuUsage();
          const reading = await parseScenario(text, 'x.yaml', {
            readFile: () => Promise.reject(Object.assign(new Error(), { code: 'ENOENT' })),
          });
          // Parsing takes a few milliseconds; the first with an expression also loads the parser.
          expect(process.cpuUsage(start).user).toBeLessThan(8_000_000);
          if (reading.ok) {
            expect(reading.scenario.lines.length).toBeGreaterThan(0);
            return;
          }
          refused += 1;
          expect(reading.problems.length).toBeGreaterThan(0);
          expect(reading.problems.length).toBeLessThanOrEqual(10);
          for (const problem of reading.problems) {
            expect(problem.found).not.toMatch(/\[object|undefined/);
            expect(problem.expected).not.toMatch(/\[object|undefined/);
            expect(formatProblem(problem)).toMatch(/^x\.yaml(:\d+:\d+)?: /);
          }
        },
      ),
      { numRuns: FULL ? 600 : 300 },
    );
    // The mutations do break files; otherwise this test would show nothing.
    expect(refused).toBeGreaterThan(100);
  });
});
