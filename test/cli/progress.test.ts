import { expect, it } from 'vitest';
import type { Effects } from '../../src/cli/effects.js';
import { progressLine } from '../../src/cli/progress.js';
import { translationsOf } from '../../src/words/catalogues/index.js';
import { doing } from '../../src/words/progress.js';
import { say } from '../../src/words/said.js';

const linesOf = async (language: 'en' | 'tr' | 'ar', interactive = true): Promise<string> => {
  let text = '';
  const effects = { err: (more: string) => (text += more), interactive, language } as unknown as Effects;
  const progress = progressLine(effects, 'run', false);
  await translationsOf(language);
  progress.show(doing(say`plan ${3} of ${7}`));
  progress.show({ message: 'pricing the plan' });
  progress.done();
  return text;
};

it('what is going on is said in the language of the command line, on a terminal only', async () => {
  expect(await linesOf('en')).toContain('run: plan 3 of 7 …');
  expect(await linesOf('tr')).toContain('run: plan 3 / 7 …');
  expect(await linesOf('ar')).toContain('run: الخطة 3 من 7 …');
  expect(await linesOf('tr', false)).toBe('');
});
