import { describe, expect, it } from 'vitest';
import { inTurn } from '../turn.js';

const FILES = Array.from({ length: 101 }, (_, k) => `test/thorough/${k}.test.ts`);
const of = (turn: string) => inTurn(FILES, 1 / 2, (path) => path, turn);

describe('what takes long takes turns', () => {
  it('is all of it where no turn is named', () => {
    expect(of('')).toEqual(FILES);
  });

  it('is the same half for the same commit, in the order it had', () => {
    expect(of('a')).toHaveLength(51);
    expect(of('a')).toEqual(of('a'));
    expect(of('a')).toEqual(FILES.filter((path) => of('a').includes(path)));
  });

  it('leaves nothing out of all of some commits', () => {
    const seen = new Set(Array.from({ length: 30 }, (_, k) => of(`commit ${k}`)).flat());
    expect(seen.size).toBe(FILES.length);
  });
});
