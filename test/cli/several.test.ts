import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Effects } from '../../src/cli/effects.js';
import { main } from '../../src/cli/main.js';
import { SLOW } from '../slow.js';
import { SMALL } from './support.js';

const CLEAR = '\r\u001b[2K';

/** `huni run` of plans by their texts: its exit code and all that it printed, in the order in which it did. */
async function runAll(plans: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'huni-several-'));
  const files = Object.entries(plans).map(([name, text]) => {
    const file = join(folder, `${name}.yaml`);
    writeFileSync(file, text);
    return file;
  });
  let printed = '';
  const print = (text: string): void => {
    printed += text;
  };
  const effects: Effects = {
    out: print,
    err: print,
    interactive: true,
    columns: 80,
    color: false,
    signal: new AbortController().signal,
  };
  const options = ['--draws', '256', '--workers', '1', '--out', join(folder, 'out')];
  const code = await main(['run', ...files, ...options], effects);
  return { code, printed, isWritten: (name: string) => existsSync(join(folder, 'out', name, 'report.html')) };
}

const named = (name: string, rules = '{ prospecting: 70-80% }'): string =>
  SMALL.replace('name: Small', `name: ${name}`).replace('{ prospecting: 70-80% }', rules);

it('a plan is priced while the report before it is drawn, and told when its turn has come', SLOW, async () => {
  const { code, printed, isWritten } = await runAll({ first: named('first'), second: named('second') });
  expect(code).toBe(0);
  const drawing = printed.indexOf('first: drawing the report');
  const pricing = printed.indexOf('second: pricing the plan');
  const told = printed.indexOf(join('out', 'first', 'report.html'));
  const toldNext = printed.indexOf(join('out', 'second', 'report.html'));
  expect([drawing, pricing, told, toldNext].every((at) => at >= 0)).toBe(true);
  expect(pricing).toBeLessThan(told);
  expect(told).toBeLessThan(toldNext);
  // No progress stands on a line that a summary begins on.
  for (const line of printed.split('\n')) expect(line.split(CLEAR).slice(0, -1).join('')).not.toContain('report.html');
  expect([isWritten('first'), isWritten('second')]).toEqual([true, true]);
});

it('where a plan can’t be run the one before it is told and written, and none after it is begun', SLOW, async () => {
  const { code, printed, isWritten } = await runAll({
    first: named('first'),
    second: named('second', '{ prospecting: 70-80%, hold: [cost <= 1] }'),
    third: named('third'),
  });
  expect(code).not.toBe(0);
  expect(isWritten('first')).toBe(true);
  expect(isWritten('second')).toBe(false);
  expect(printed.indexOf(join('out', 'first', 'report.html'))).toBeGreaterThanOrEqual(0);
  expect(printed).not.toContain('third: ');
});
