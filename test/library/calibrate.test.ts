import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dailyRowsOf, readExport } from '../../src/library/calibrate.js';

const EXPORT = `Day,Campaign name,Impressions,Amount spent,Link clicks,Results
2026-01-01,Awareness,10000,50,120,3
2026-01-02,Awareness,11000,55,130,4
`;

it('answers in the one style of the library: a failure by its kind, and what stands against the exports', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huni-exports-'));
  try {
    const path = join(folder, 'export.csv');
    await writeFile(path, EXPORT);
    const [dollars, euros] = [await readExport(path, { currency: 'USD' }), await readExport(path, { currency: 'EUR' })];
    expect(dailyRowsOf([dollars])).toMatchObject({ ok: true, value: { currency: 'USD' } });
    expect(dailyRowsOf([dollars, euros])).toEqual({
      ok: false,
      failure: { kind: 'export', message: expect.stringMatching(/USD.*EUR|EUR.*USD/) },
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});
