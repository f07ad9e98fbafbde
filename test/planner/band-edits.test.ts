import { describe, expect, it } from 'vitest';
import { bandEdits, movedBand } from '../../src/planner/page/state/band-edits.js';
import type { BandView } from '../../src/planner/protocol.js';

const phase = (name: string, first: number, last: number): BandView => ({
  kind: 'phase',
  name,
  first,
  last,
  chance: null,
  money: null,
  path: ['phases', name],
  written: { budget: 10 },
});
const shock: BandView = {
  kind: 'shock',
  money: null,
  name: 'S',
  first: 2,
  last: 4,
  chance: 0.3,
  path: ['shocks', 'S'],
  written: {},
};
const BANDS = [phase('A', 0, 3), phase('B', 4, 7), phase('C', 8, 9), shock];
const spans = (bands: readonly BandView[]) => bands.map(({ first, last }) => `${first}-${last}`);

describe('movedBand', () => {
  it('moves a border, and gives what one phase loses to the other, of which a period stays', () => {
    expect(spans(movedBand(BANDS, { index: 0, part: 'end', by: 2 }, 10))).toEqual(['0-5', '6-7', '8-9', '2-4']);
    expect(spans(movedBand(BANDS, { index: 0, part: 'end', by: 9 }, 10))).toEqual(['0-6', '7-7', '8-9', '2-4']);
    expect(spans(movedBand(BANDS, { index: 0, part: 'end', by: -9 }, 10))).toEqual(['0-0', '1-7', '8-9', '2-4']);
    expect(spans(movedBand(BANDS, { index: 1, part: 'whole', by: 1 }, 10))).toEqual(['0-4', '5-8', '9-9', '2-4']);
    expect(spans(movedBand(BANDS, { index: 2, part: 'start', by: 9 }, 10))).toEqual(['0-3', '4-8', '9-9', '2-4']);
    // The last phase ends with the plan.
    expect(movedBand(BANDS, { index: 2, part: 'end', by: 1 }, 10)).toBe(BANDS);
  });

  it('moves a shock within the plan', () => {
    expect(spans(movedBand(BANDS, { index: 3, part: 'whole', by: 9 }, 10))[3]).toBe('7-9');
    expect(spans(movedBand(BANDS, { index: 3, part: 'start', by: 9 }, 10))[3]).toBe('4-4');
    expect(spans(movedBand(BANDS, { index: 3, part: 'end', by: -9 }, 10))[3]).toBe('2-2');
  });
});

describe('bandEdits', () => {
  it('writes lengths of the phases that changed, and windows counted from 1', () => {
    expect(bandEdits(BANDS, movedBand(BANDS, { index: 0, part: 'end', by: 1 }, 10))).toEqual([
      { kind: 'set', path: ['phases', 'A', 'periods'], value: 5 },
      { kind: 'set', path: ['phases', 'B', 'periods'], value: 3 },
    ]);
    expect(bandEdits(BANDS, movedBand(BANDS, { index: 3, part: 'whole', by: 1 }, 10))).toEqual([
      { kind: 'set', path: ['shocks', 'S', 'window'], value: [4, 6] },
    ]);
    expect(bandEdits(BANDS, BANDS)).toEqual([]);
  });

  it("writes a preset's phases out as a whole", () => {
    const preset = BANDS.slice(0, 3).map((band) => ({ ...band, path: null }));
    expect(bandEdits(preset, movedBand(preset, { index: 1, part: 'end', by: 1 }, 10))).toEqual([
      {
        kind: 'set',
        path: ['phases'],
        value: [
          { name: 'A', periods: 4, budget: 10 },
          { name: 'B', periods: 5, budget: 10 },
          { name: 'C', periods: 1, budget: 10 },
        ],
      },
    ]);
  });
});
