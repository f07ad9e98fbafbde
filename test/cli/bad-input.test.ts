import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SLOW } from '../slow.js';
import { folderWith, huni, huniHere, type Outcome, SMALL } from './support.js';

const swap = (from: string, to: string): string => {
  if (!SMALL.includes(from)) throw new Error(`the small scenario has no "${from}"`);
  return SMALL.replace(from, to);
};
const instagram =
  '  - { platform: instagram, stage: conversion, budget: 250, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }';

/** What a person gets wrong, and what the message must name. */
const BAD: Readonly<Record<string, readonly [text: string, named: RegExp]>> = {
  'tabs in YAML': [swap('economics: {', 'economics:\n\torder_value: 3\nx: {'), /plan\.yaml:\d+:\d+: .*tab/i],
  'a missing colon': [swap('budget: 1000', 'budget 1000'), /plan\.yaml:\d+:\d+/],
  'a negative budget': [swap('budget: 1000', 'budget: -5'), /plan\.yaml:5:9: budget: .*-5/],
  'shares over 100 %': [swap('prospecting: 70-80%', 'prospecting: 70-130%'), /plan\.yaml:\d+:\d+: .*130/],
  'a range the wrong way round': [swap('prospecting: 70-80%', 'prospecting: 70-60%'), /plan\.yaml:\d+:\d+: .*70-60%/],
  'a rate of 150 %': [swap('margin: 60%', 'margin: 150%'), /plan\.yaml:\d+:\d+: .*150%/],
  'an interval the wrong way round': [swap('20 to 40', '"5 to 2"'), /plan\.yaml:\d+:\d+: .*5 to 2/],
  'not a number': [swap('20 to 40', '.nan'), /plan\.yaml:\d+:\d+: .*order_value/],
  'a number beyond all numbers': [swap('budget: 1000', 'budget: 1e400'), /plan\.yaml:\d+:\d+: budget/],
  'an unknown platform': [
    swap('platform: instagram, stage: awareness', 'platform: instagrm, stage: awareness'),
    /plan\.yaml:\d+:\d+: .*instagrm.*instagram/,
  ],
  'an unknown key': [
    swap('horizon: 4 weeks', 'horizon: 4 weeks\nhorzion: 5 weeks'),
    /plan\.yaml:\d+:\d+: .*horzion.*horizon/,
  ],
  'a rule that comes later': [
    swap('prospecting: 70-80%', 'prospecting: 70-80%, creators: 3'),
    /plan\.yaml:\d+:\d+: .*creators/,
  ],
  'a duplicated line': [swap(instagram, `${instagram}\n${instagram}`), /plan\.yaml:1[01]:\d+: .*instagram\/conversion/],
  'prospecting without an awareness line': [
    swap('stage: awareness', 'stage: consideration'),
    /plan\.yaml:\d+:\d+: .*prospecting/,
  ],
  'minimums above the budget': [
    swap('prospecting: 70-80%', 'lines: { instagram/awareness: { min: 900 }, instagram/conversion: { min: 300 } }'),
    /plan\.yaml:\d+:\d+: .*1[,. ]?200/,
  ],
  'budgets that do not add up': [swap('budget: 250', 'budget: 249.99'), /999\.99|999,99/],
  'no time at all': [swap('4 weeks', '0 weeks'), /plan\.yaml:\d+:\d+: horizon/],
  'ten thousand lines': [
    swap(
      instagram,
      Array.from({ length: 10_000 }, (_, k) => instagram.replace('conversion,', `conversion, segment: s${k},`)).join(
        '\n',
      ),
    ),
    /plan\.yaml:(\d+:\d+: .*(lines|10,?00\d)|.*1 MiB)/,
  ],
  'aliases that multiply': [
    `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((name, k) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[k]}`).join(',')}]`).join('\n')}\n${SMALL}`,
    /plan\.yaml:\d+:\d+: .*alias/i,
  ],
  'an empty file': ['', /plan\.yaml:/],
  'a list instead of a map': ['- 1\n- 2\n', /plan\.yaml:\d+:\d+/],
};

/** The command as in a folder, without the process: dozens of them take longer to start than all that they do. */
async function huniIn(folder: string, args: readonly string[]): Promise<Outcome> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await huniHere(...args);
  } finally {
    process.chdir(before);
  }
}

describe('bad input', () => {
  it(
    'is refused by the process as by the command in it: the same words, exit code and nothing on standard output',
    SLOW,
    async () => {
      const { folder, list, remove } = await folderWith({ 'plan.yaml': BAD['a negative budget']![0] });
      try {
        for (const args of [['run', 'plan.yaml'], ['check', 'plan.yaml'], ['rnu', 'plan.yaml'], ['run']]) {
          const outside = await huni(folder, args);
          expect(outside).toEqual(await huniIn(folder, args));
          expect(outside.code).toBe(2);
        }
        expect(await list()).toEqual(['plan.yaml']);
      } finally {
        await remove();
      }
    },
  );

  it.each(Object.entries(BAD))('%s: one clear message, exit 2, nothing written', async (_, [text, named]) => {
    const { folder, list, remove } = await folderWith({ 'plan.yaml': text });
    try {
      for (const command of ['run', 'check']) {
        const { code, out, err } = await huniIn(folder, [command, 'plan.yaml']);
        expect(err).toMatch(named);
        expect(err.trim().split('\n').length).toBeLessThanOrEqual(3);
        expect(err).not.toMatch(/\bat .*\(|undefined|\[object/);
        expect(code).toBe(2);
        expect(out).toBe('');
      }
      expect(await list()).toEqual(['plan.yaml']);
    } finally {
      await remove();
    }
  });

  it('a goal that has no value in some futures is the file’s mistake', async () => {
    const text = `${SMALL}kpis: { root: sqrt(profit) }\ngoal: { maximize: root }\n`;
    const [line, column] = [text.trim().split('\n').length, 'goal: { maximize: '.length + 1];
    const { folder, remove } = await folderWith({ 'plan.yaml': text });
    const message = async (language: string): Promise<string> => {
      const args = ['--language', language, 'run', 'plan.yaml', '--draws', '64', '--workers', '1'];
      const { code, out, err } = await huniIn(folder, args);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err.startsWith(`plan.yaml:${line}:${column}: goal: `)).toBe(true);
      return err;
    };
    try {
      expect(await message('en')).toMatch(/the goal root has no value in \d+ of \d+ draws/);
      for (const language of ['az', 'tr', 'ar']) expect(await message(language)).not.toMatch(/has no value|choose/);
    } finally {
      await remove();
    }
  });

  it('correlations that contradict each other are named where they stand, in the reader’s language', async () => {
    const [first, second] = ['instagram/awareness', 'instagram/conversion'];
    const pair = (one: string, other: string, rho: number) => `{ between: [${one}, ${other}], rho: ${rho} }`;
    const pairs = [
      pair(`${first}.cpm`, `${first}.ctr`, 0.99),
      pair(`${first}.cpm`, `${second}.ctr`, -0.99),
      pair(`${first}.ctr`, `${second}.ctr`, 0.99),
    ];
    const text = `${SMALL}correlation: { pairs: [${pairs.join(', ')}] }\n`;
    const { folder, remove } = await folderWith({ 'plan.yaml': text });
    try {
      for (const language of ['en', 'az', 'tr', 'ar']) {
        const { code, err } = await huniIn(folder, ['--language', language, 'check', 'plan.yaml', '--draws', '64']);
        expect(code).toBe(2);
        expect(err.startsWith(`plan.yaml:${text.trim().split('\n').length}:23: correlation.pairs: `)).toBe(true);
        expect(err.includes("can't hold together")).toBe(language === 'en');
      }
    } finally {
      await remove();
    }
  });

  it('a directory, a missing file, a file too large', async () => {
    const { folder, list, remove } = await folderWith({ 'large.yaml': `# ${'x'.repeat(1_100_000)}\n${SMALL}` });
    await mkdir(join(folder, 'directory'));
    try {
      for (const [name, reason] of [
        ['directory', /directory/],
        ['missing.yaml', /missing\.yaml.*(no such|not found|is not there|not exist)/i],
        ['large.yaml', /1 MiB/],
      ] as const) {
        const { code, out, err } = await huniIn(folder, ['run', name]);
        expect(err).toMatch(reason);
        expect(code).toBe(2);
        expect(out).toBe('');
      }
      expect((await list()).sort()).toEqual(['directory', 'large.yaml']);
    } finally {
      await remove();
    }
  });

  it.each([
    [['run', 'plan.yaml', '--draws', '0'], /draws/],
    [['run', 'plan.yaml', '--draws', 'many'], /draws/],
    [['run', 'plan.yaml', '--workers', '-1'], /workers/],
    [['run', 'plan.yaml', '--sampler', 'dice'], /sobol/],
    [['run', 'plan.yaml', '--colour'], /colour/],
    [['rnu', 'plan.yaml'], /run/],
    [['run'], /file/],
    [['new', '../up'], /plain name/],
  ])('options: %j', async (args, named) => {
    const { folder, list, remove } = await folderWith({ 'plan.yaml': SMALL });
    try {
      const { code, out, err } = await huniIn(folder, args);
      expect(err).toMatch(named);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(await list()).toEqual(['plan.yaml']);
    } finally {
      await remove();
    }
  });

  it('a folder that a report cannot be written to leaves nothing behind', SLOW, async () => {
    const { folder, remove } = await folderWith({ 'plan.yaml': SMALL, 'occupied/file': 'x' });
    try {
      const { code, err } = await huniIn(folder, [
        'run',
        'plan.yaml',
        '--no-optimize',
        '--out',
        'occupied/file/report',
      ]);
      expect(err).toMatch(/occupied\/file/);
      expect(code).toBe(2);
      // Root writes where permissions forbid it, so that case is for everyone else.
      if (process.getuid?.() !== 0) {
        await chmod(join(folder, 'occupied'), 0o555);
        expect((await huniIn(folder, ['run', 'plan.yaml', '--no-optimize', '--out', 'occupied/report'])).code).toBe(2);
        await chmod(join(folder, 'occupied'), 0o755);
      }
    } finally {
      await remove();
    }
  });
});
