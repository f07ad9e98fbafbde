// @module-tag slow
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../src/forecast/result.js';
import { folderWith, huni, SMALL } from '../../cli/support.js';

describe('huni, as a shell runs it', () => {
  it('runs: a report, whole, and lines that a planner can act on', async () => {
    const { folder, list, remove } = await folderWith({ 'small.yaml': SMALL });
    try {
      const { code, out, err } = await huni(folder, ['run', 'small.yaml']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out.trim().split('\n').length).toBeLessThanOrEqual(14);
      expect(out).not.toMatch(/\d\.\d{5}|NaN|undefined|null/);
      expect((await list()).sort()).toEqual(['reports', 'small.yaml']);
      const report = join(folder, 'reports', 'small');
      expect((await readdir(report)).sort()).toEqual([
        'budget.xlsx',
        'charts',
        'manifest.json',
        'report.html',
        'result.json',
        'scenario',
        'summary.md',
      ]);
      expect(await readdir(join(folder, 'reports'))).toEqual(['small']);
      const charts = await readdir(join(report, 'charts'));
      for (const chart of charts.filter((name) => name.endsWith('.vl.json'))) {
        expect(charts).toContain(chart.replace('vl.json', 'svg'));
      }
      // Orders, profit by period, by draw and by its parts, funnel, response, targets, allocation.
      expect(charts.length).toBe(16);
    } finally {
      await remove();
    }
  });

  it('prints the result as JSON and nothing else, the same as in the report', async () => {
    const { folder, list, remove } = await folderWith({ 'small.yaml': SMALL });
    try {
      const { code, out, err } = await huni(folder, [
        'run',
        'small.yaml',
        '--json',
        '--out',
        'there',
        '--workers',
        '3',
      ]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toBe(await readFile(join(folder, 'there', 'result.json'), 'utf8'));
      const result = JSON.parse(out) as Result;
      expect(result.format).toBe('huni.result/1');
      for (const plan of Object.values(result.plans)) {
        const cents = plan.lines.reduce((sum, { budget }) => sum + Math.round(budget * 100), 0);
        expect(cents).toBe(100_000);
      }
      expect(await list()).toContain('there');
      const priced = await huni(folder, ['run', 'small.yaml', '--json', '--no-optimize', '--workers', '1']);
      expect(Object.keys((JSON.parse(priced.out) as Result).plans)).toEqual(['given']);
    } finally {
      await remove();
    }
  });

  it('optimises and writes the plan back as a scenario with its comments', async () => {
    const { folder, remove } = await folderWith({ 'small.yaml': `# my plan\n${SMALL}` });
    try {
      expect((await huni(folder, ['optimize', 'small.yaml', '--write', 'better.yaml', '--workers', '1'])).code).toBe(0);
      const written = await readFile(join(folder, 'better.yaml'), 'utf8');
      expect(written).toMatch(/^# my plan/);
      expect((await huni(folder, ['check', 'better.yaml', '--workers', '1'])).code).toBe(0);
      expect(await readFile(join(folder, 'small.yaml'), 'utf8')).toBe(`# my plan\n${SMALL}`);
    } finally {
      await remove();
    }
  });

  it('stops within a second of Ctrl-C and leaves nothing behind', async () => {
    const { folder, list, remove } = await folderWith({ 'long.yaml': SMALL.replace('draws: 512', 'draws: 2000000') });
    try {
      // A machine that does more than it has cores for may be late once; one that isn't busy stops in a tenth of a second.
      let soonest = Number.POSITIVE_INFINITY;
      for (let attempt = 0; attempt < 3 && soonest >= 1000; attempt++) {
        let pressed = 0;
        const { code, err } = await huni(folder, ['run', 'long.yaml'], {
          onStart: async (child) => {
            await sleep(1500);
            pressed = performance.now();
            child.kill('SIGINT');
          },
        });
        soonest = Math.min(soonest, performance.now() - pressed);
        expect(code).toBe(130);
        expect(err).toMatch(/nothing was written/i);
        expect(existsSync(join(folder, 'reports'))).toBe(false);
        expect(await list()).toEqual(['long.yaml']);
      }
      expect(soonest).toBeLessThan(1000);
    } finally {
      await remove();
    }
  });
});
