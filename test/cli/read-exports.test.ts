import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processEffects } from '../../src/cli/effects.js';
import { readEach } from '../../src/cli/read-exports.js';

describe('--map with several exports', () => {
  let folder: string;
  const file = (name: string) => join(folder, name);
  const conversions = async (...map: string[]) => {
    const readings = await readEach(
      [file('meta.csv'), file('tiktok.csv')],
      { map },
      processEffects(new AbortController().signal),
    );
    return readings.map((one) =>
      one.status === 'read' ? [...(one.rows.measures.conversions ?? [])] : one.findings[0]?.code,
    );
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huni-map-'));
    const meta =
      'Day,Campaign name,Amount spent (USD),Impressions,Link clicks,Results\n2026-10-05,Sale,20.5,3000,40,3\n';
    await writeFile(file('meta.csv'), meta);
    const tiktok =
      'Date,Campaign,Cost,Impressions,Clicks (destination),Purchases made,Currency\n2026-10-05,Sale,12.5,2000,20,2,USD\n';
    await writeFile(file('tiktok.csv'), tiktok);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('says of all of them what one of them has', async () => {
    expect(await conversions('Results=conversions', 'Purchases made=conversions')).toEqual([[3], [2]]);
  });

  it('refuses every file where none has the column', async () => {
    expect(await conversions('Results=conversions', 'Outcomes=conversions')).toEqual([
      'unknown-mapping',
      'unknown-mapping',
    ]);
  });

  it('refuses a file whose own column is not there', async () => {
    expect(await conversions('tiktok.csv:Results=conversions')).toEqual([[], 'unknown-mapping']);
  });
});
