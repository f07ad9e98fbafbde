import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

// "Optimal" is said of a plan only where its status says so: no other plan is better, by concavity or a bound.
const WORD = /(?<![\p{L}_])(optimal|optimally|أمثل|الأمثل|مثلى|المثلى)(?![\p{L}_])/iu;
/** Where it stands as a word of its own: the status. */
const STATUS = /^\s*optimal: '/;

const SOURCES = ['src/report', 'src/advice', 'src/cli', 'src/planner', 'src/track'];

function stringsWith(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(\/?\*|\/\/)/.test(line))
        // The code that stands for the status is no word that anybody reads.
        .filter((line) => WORD.test(line.replaceAll(/'optimal'/g, '')) && !STATUS.test(line))
        .map((line) => `${join(folder, name)}: ${line.trim()}`),
    );
}

describe('the word "optimal"', () => {
  test.each(SOURCES)('stands for nothing but a certified status: %s', (folder) => {
    expect(stringsWith(folder)).toEqual([]);
  });

  test('is there for it in four languages', () => {
    for (const language of ['en', 'az', 'tr', 'ar']) {
      const text = readFileSync(`src/report/text/${language}-page.ts`, 'utf8');
      expect(text.split('\n').filter((line) => STATUS.test(line))).toHaveLength(1);
    }
  });
});
