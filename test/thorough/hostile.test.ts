// @module-tag slow
import { describe, expect, it } from 'vitest';
import { command } from '../cli/in-process.js';
import { hostileInput } from '../hostile/inputs.js';
import { tryHostile } from '../hostile/try.js';

/** Every command that there is, as the command line itself tells them. */
const HELP = await command(['--help']);
const COMMANDS = [...HELP.out.matchAll(/^ {2}([a-z]+)\b.*$/gm)]
  .map(([, name]) => name!)
  .filter((name) => name !== 'help');

const ALL = 2_000;
const BATCH = 100;
// All of them where there is time, else every twenty-third, which comes to each of their ten kinds.
const STEP = process.env.HUNI_FULL === '1' ? 1 : 23;

describe('hostile inputs', () => {
  it('are as many as they are said to be, over every command', () => {
    const inputs = Array.from({ length: ALL }, (_, k) => hostileInput(k));
    expect(new Set(inputs.map(({ files, args }) => JSON.stringify([files, args]))).size).toBeGreaterThanOrEqual(1_000);
    const commands = new Set(inputs.map(({ args }) => args[0]));
    expect(COMMANDS.length).toBeGreaterThanOrEqual(22);
    for (const name of COMMANDS) {
      expect(commands).toContain(name);
    }
    expect(inputs.filter(({ mustRefuse }) => mustRefuse).length).toBeGreaterThan(ALL / 3);
  });

  it.each(
    Array.from({ length: ALL / BATCH }, (_, k) => k * BATCH),
  )('from %d on get an answer, without a trace, in seconds', async (from) => {
    const wrong: string[] = [];
    for (let k = Math.ceil(from / STEP) * STEP; k < from + BATCH; k += STEP) wrong.push(...(await tryHostile(k)));
    expect(wrong).toEqual([]);
  });
});
