// @module-tag slow
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, huni } from '../../cli/support.js';

/** Two lines of the same median price; one is known, of the other nobody knows much, and it looks a little better. */
const GUESS = `# A plan with a guess in it
currency: USD
horizon: 8 weeks
budget: 20000 # to be spent
draws: 4096
economics: { order_value: 50, margin: 60% }
lines:
  - { platform: instagram, stage: awareness, segment: known, budget: 19000, audience: 900k, cpm: 5 to 7.2, ctr: 1.2%, cvr: 2%, view_rate: 25% }
  - { platform: x, stage: awareness, segment: unknown, budget: 1000, audience: 900k, cpm: 0.8 to 40, ctr: 1.2%, cvr: 2%, view_rate: 25% }
`;

describe('huni test', () => {
  it('tells the test in four languages and as JSON', async () => {
    const files = Object.fromEntries(
      ['en', 'az', 'tr', 'ar'].map((one) => [`${one}.yaml`, `${GUESS}language: ${one}\n`]),
    );
    const { folder, remove } = await folderWith(files);
    try {
      const told = new Set<string>();
      for (const file of Object.keys(files)) {
        const { code, out, err } = await huni(folder, ['test', file]);
        expect({ code, err }).toEqual({ code: 0, err: '' });
        expect(out).not.toMatch(/NaN|undefined|null|\.\./);
        told.add(out.split('\n')[0]!);
      }
      expect(told.size).toBe(4);
      const { out } = await huni(folder, ['test', 'en.yaml', '--json']);
      const { format, test } = JSON.parse(out);
      expect(format).toBe('huni.test/1');
      expect(test).toMatchObject({ line: 'x/awareness/unknown' });
      expect(test.value).toBe(Math.max(...test.sizes.map(({ value }: { readonly value: number }) => value)));
    } finally {
      await remove();
    }
  });

  it('writes the plan with its test as a phase with a gate, and leaves every other character', async () => {
    const { folder, remove } = await folderWith({ 'guess.yaml': `\ufeff${GUESS.replaceAll('\n', '\r\n')}` });
    try {
      const { code } = await huni(folder, ['test', 'guess.yaml', '--write', '--quiet']);
      expect(code).toBe(0);
      const written = await readFile(join(folder, 'guess.yaml'), 'utf8');
      expect(written.startsWith('\ufeff# A plan with a guess in it\r\n')).toBe(true);
      expect(written).toContain('budget: 20000 # to be spent\r\n');
      expect(written.split('\n').every((line) => line === '' || line.endsWith('\r'))).toBe(true);
      expect(written).toMatch(
        /gate: "x\/awareness\/unknown\.cpa <= [\d.]+", if_failed: \{ stop: \["x\/awareness\/unknown"\] \}/,
      );
      const again = await huni(folder, ['test', 'guess.yaml', '--write']);
      expect(again.code).toBe(2);
      expect(again.err).toContain('phases already');
      const priced = await huni(folder, ['run', 'guess.yaml', '--no-optimize', '--json']);
      expect(JSON.parse(priced.out).plans.given.phases[0].name).toBe('Test');
    } finally {
      await remove();
    }
  });
});
