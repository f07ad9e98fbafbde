import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SLOW } from '../slow.js';
import { folderWith, huni, SMALL } from './support.js';

it('a sweep that is stopped says what it keeps', SLOW, async () => {
  const { folder, remove } = await folderWith({ 'small.yaml': SMALL });
  const kept = join(folder, 'reports', 'small', 'sweep', 'outcomes.jsonl');
  try {
    const args = ['sweep', 'small.yaml', '--vary', 'budget=1000..5000 step 1', '--draws', '65536', '--workers', '1'];
    const { code, err } = await huni(folder, args, {
      onStart: (child) => {
        const look = setInterval(() => {
          if (!existsSync(kept) || statSync(kept).size === 0) return;
          clearInterval(look);
          child.kill('SIGINT');
        }, 20);
        child.on('close', () => clearInterval(look));
      },
    });
    expect([code, err.includes('Nothing was written')]).toEqual([130, false]);
    expect(err).toMatch(
      /Stopped\. What was found is kept in reports.small.sweep.outcomes\.jsonl: the same sweep goes on/,
    );
  } finally {
    await remove();
  }
});
