import { expect, it } from 'vitest';
import { reportWriteError, type WriteFailure } from '../../src/report/errors.js';
import { translationsOf } from '../../src/words/catalogues/index.js';
import { translatedBy } from '../../src/words/said.js';

const FAILURES: readonly WriteFailure[] = [
  'no-space',
  'no-permission',
  'read-only',
  'not-a-directory',
  'not-a-report',
  'changed',
  'submitted',
  'aborted',
  'failed',
];

it.each(['az', 'tr', 'ar'] as const)('why a report could not be written is told in %s', async (language) => {
  const translations = await translationsOf(language);
  for (const reason of FAILURES) {
    const { said, message } = reportWriteError(reason, 'PATH/x', new Error('EIO'));
    const told = translatedBy(translations, said);
    expect(told).toContain('PATH/x');
    expect(told).not.toMatch(/\b(the|is|was|report|file)\b/i);
    expect(String(said)).toBe(message);
    expect(told.includes('(EIO)')).toBe(reason === 'failed');
  }
});
