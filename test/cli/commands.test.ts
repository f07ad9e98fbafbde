import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.js';
import { SLOW } from '../slow.js';
import { folderWith, huni, huniHere, SMALL } from './support.js';

describe('huni', () => {
  it('has the version of its package', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(VERSION).toBe(version);
  });

  it('writes a scenario that runs as it stands, and never over another', SLOW, async () => {
    const { folder, list, remove } = await folderWith();
    try {
      expect(await huni(folder, ['new', 'spring'])).toMatchObject({ code: 0, err: '' });
      expect(await list()).toEqual(['spring.yaml']);
      expect(
        (await huni(folder, ['check', 'spring.yaml', '--draws', '256', '--workers', '1'])).code,
      ).toBeLessThanOrEqual(1);
      const before = await readFile(join(folder, 'spring.yaml'), 'utf8');
      const again = await huni(folder, ['new', 'spring']);
      expect(again.code).toBe(2);
      expect(again.err).toMatch(/spring\.yaml/);
      expect(await readFile(join(folder, 'spring.yaml'), 'utf8')).toBe(before);
    } finally {
      await remove();
    }
  });

  it('checks: 0 where all holds, 1 where a target or a rule does not', async () => {
    const { folder, remove } = await folderWith({
      'holds.yaml': SMALL,
      'target.yaml': SMALL.replace('roas >= 0.01', 'roas >= 1000'),
      'rule.yaml': SMALL.replace('prospecting: 70-80%', 'prospecting: 80-90%'),
    });
    try {
      const at = (name: string): string => join(folder, name);
      expect((await huniHere('check', at('holds.yaml'), '--workers', '1')).code).toBe(0);
      const target = await huni(folder, ['check', 'target.yaml', '--workers', '1']);
      expect(target.code).toBe(1);
      expect(target.out).toMatch(/roas/i);
      const rule = await huniHere('check', at('rule.yaml'), '--quiet', '--workers', '1');
      expect(rule).toMatchObject({ code: 1, out: '' });
    } finally {
      await remove();
    }
  });

  it('prints a JSON Schema', SLOW, async () => {
    const { folder, remove } = await folderWith();
    try {
      const { code, out } = await huni(folder, ['schema']);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ type: 'object', properties: { lines: {}, budget: {}, horizon: {} } });
    } finally {
      await remove();
    }
  });

  it('says which rules contradict each other, and what would do', SLOW, async () => {
    const { folder, list, remove } = await folderWith({
      'no.yaml': SMALL.replace('platform: instagram, stage: conversion', 'platform: tiktok, stage: conversion').replace(
        'prospecting: 70-80%',
        'prospecting: 70-80%, platforms: { instagram: { max: 60% } }',
      ),
    });
    try {
      const { code, err } = await huni(folder, ['run', 'no.yaml']);
      expect(code).toBe(2);
      expect(err).toMatch(/no\.yaml.*(prospecting.*platforms\.instagram|platforms\.instagram.*prospecting)/);
      expect(err).toMatch(/\n {2}- .*70/);
      const json = await huni(folder, ['run', 'no.yaml', '--json', '--workers', '1']);
      expect(json.code).toBe(2);
      expect(json.err).toBe(err);
      const { kind, conflict } = JSON.parse(json.out).verdict;
      expect(kind).toBe('cannot');
      expect(conflict.rules.sort()).toEqual(['platforms.instagram', 'prospecting']);
      expect(conflict.relaxations.length).toBeGreaterThan(0);
      expect(await list()).toEqual(['no.yaml']);
    } finally {
      await remove();
    }
  });
});
