import { describe, expect, it } from 'vitest';
import { SLOW } from '../slow.js';
import { folderWith, huni, SMALL } from './support.js';

describe('huni run --accuracy', () => {
  it('draws until the figures are exact enough, and says so', SLOW, async () => {
    const { folder, remove } = await folderWith({ 'plan.yaml': SMALL });
    try {
      const args = ['run', 'plan.yaml', '--accuracy', '5%', '--no-optimize', '--json', '--workers', '1'];
      const { code, out, err } = await huni(folder, args);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const { engine } = JSON.parse(out);
      expect(engine.accuracy.asked).toBe(0.05);
      expect(engine.accuracy.reached).toBeLessThanOrEqual(0.05);
    } finally {
      await remove();
    }
  });

  it.each([
    [['--accuracy', '0'], /found "0", expected accuracy above 0/],
    [['--accuracy', 'much'], /found "much", expected accuracy such as 1%/],
    [['--accuracy', '1%', '--draws', '512'], /found --accuracy and --draws, expected one of them/],
  ])('says what is wrong with %j', async (extra, message) => {
    const { folder, list, remove } = await folderWith({ 'plan.yaml': SMALL });
    try {
      const { code, out, err } = await huni(folder, ['run', 'plan.yaml', ...extra]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(message);
      expect(await list()).toEqual(['plan.yaml']);
    } finally {
      await remove();
    }
  });
});
