import { describe, expect, it } from 'vitest';
import { hostileInput } from '../hostile/inputs.js';
import { tryHostile } from '../hostile/try.js';

const ALL = 1_200;
const BATCH = 100;
// All of them where there is time, else every twelfth.
const STEP = process.env.HUNI_FULL === '1' ? 1 : 12;

describe('hostile inputs', () => {
  it('are as many as they are said to be, over every command', () => {
    const inputs = Array.from({ length: ALL }, (_, k) => hostileInput(k));
    expect(new Set(inputs.map(({ files, args }) => JSON.stringify([files, args]))).size).toBeGreaterThanOrEqual(800);
    const commands = new Set(inputs.map(({ args }) => args[0]));
    for (const name of 'approve backtest calibrate check compare explain frontier keys ledger new optimize policy reject run submit verify'.split(
      ' ',
    )) {
      expect(commands).toContain(name);
    }
    expect(inputs.filter(({ mustRefuse }) => mustRefuse).length).toBeGreaterThan(ALL / 3);
  });

  it.each(
    Array.from({ length: ALL / BATCH }, (_, k) => k * BATCH),
  )('from %d on get an answer, without a trace, in seconds', async (from) => {
    for (let k = from; k < from + BATCH; k += STEP) await tryHostile(k);
  });
});
