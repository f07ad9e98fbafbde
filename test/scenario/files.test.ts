import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatProblem, parseScenario, readScenario } from '../../src/scenario/index.js';
import * as messages from '../../src/scenario/messages.js';
import { describeFault, type Fault } from '../../src/scenario/problem.js';
import { say } from '../../src/words/said.js';
import { quickFirst, SLOW } from '../slow.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huni-scenario-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function sentence(path: string, content?: string | Uint8Array): Promise<string[]> {
  if (content !== undefined) await writeFile(path, content);
  const reading = await readScenario(path);
  return reading.ok ? [] : reading.problems.map(formatProblem);
}
const whole = (path: string, fault: Fault) => [`${path}: ${describeFault(fault)}`];

const PLAN = 'currency: AZN\nhorizon: 4 weeks\nbudget: 1000\nlines: [{ platform: tiktok, stage: awareness }]\n';

describe('a file that is no scenario', () => {
  it('is missing', async () => {
    const path = join(folder, 'no-such.yaml');
    expect(await sentence(path)).toEqual(whole(path, messages.missingFile()));
  });

  it('is a directory', async () => {
    expect(await sentence(folder)).toEqual(whole(folder, messages.isDirectory()));
  });

  it('is over 1 MiB, also where the path has no end', async () => {
    const path = join(folder, 'large.yaml');
    const fault = messages.fileTooLarge(1024 * 1024);
    expect(await sentence(path, `${PLAN}#${'x'.repeat(1024 * 1024)}`)).toEqual(whole(path, fault));
    expect(await sentence('/dev/zero')).toEqual(whole('/dev/zero', fault));
  });

  it('is not UTF-8', async () => {
    const path = join(folder, 'latin.yaml');
    expect(await sentence(path, Buffer.from('name: caf\xe9', 'latin1'))).toEqual(whole(path, messages.notUtf8()));
  });

  it('may not be read', async () => {
    const reading = await readScenario('locked.yaml', {
      readFile: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })),
    });
    expect(reading.ok ? [] : reading.problems.map(formatProblem)).toEqual(
      whole('locked.yaml', messages.notReadable('EACCES')),
    );
  });
});

describe('a file at the edge', () => {
  it('begins with a byte order mark and ends lines as Windows does', async () => {
    const reading = await parseScenario(`\ufeff${PLAN.replaceAll('\n', '\r\n')}`, 'bom.yaml');
    expect(reading).toMatchObject({ ok: true, scenario: { budget: 1000, name: 'bom' } });
  });

  it('is JSON, indented with tabs', async () => {
    const lines = [{ platform: 'tiktok', stage: 'awareness' }];
    const text = JSON.stringify({ currency: 'AZN', horizon: '4 weeks', budget: 1000, lines }, null, '\t');
    expect(await parseScenario(text, 'plan.json')).toMatchObject({ ok: true, scenario: { budget: 1000 } });
  });

  for (const [cases, options] of quickFirst([501, 10_000], 1))
    it.each(cases)('has %d lines: one message', options, async (count) => {
      const line = '  - { platform: tiktok, stage: awareness, segment: s }\n';
      const reading = await parseScenario(PLAN.replace(/lines: .*\n/, `lines:\n${line.repeat(count)}`), 'many.yaml');
      if (reading.ok) expect.unreachable('accepted');
      expect(reading.problems).toEqual([expect.objectContaining(messages.tooManyLines(count, 500))]);
    });

  it('has 30,000 unknown keys: ten messages, and not a minute', SLOW, async () => {
    const keys = Array.from({ length: 30_000 }, (_, k) => `key${k}: 1\n`).join('');
    const start = process.cpuUsage();
    const reading = await parseScenario(PLAN + keys, 'keys.yaml');
    expect(reading.ok ? [] : reading.problems).toHaveLength(10);
    // Of the processor: other work beside makes no text slow to read.
    expect(process.cpuUsage(start).user).toBeLessThan(10_000_000);
  });

  it('lists independent mistakes together, each once', async () => {
    const text = PLAN.replace('AZN', 'AZM').replace('4 weeks', '0 weeks').replace('tiktok', 'tiktk');
    const reading = await parseScenario(text, 'three.yaml');
    expect(reading.ok ? [] : reading.problems.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it('may not change any prototype', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      await parseScenario(`${PLAN}rules: { lines: { ${key}: { polluted: 1 } } }\n${key}: { polluted: 1 }\n`, 'x.yaml');
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    }
  });
});

describe('overrides', () => {
  it('replace what the file says', async () => {
    const overrides = { draws: 64, seed: '7', sampler: 'mc' } as const;
    const reading = await parseScenario(`${PLAN}draws: 128\nseed: spring\n`, 'x.yaml', { overrides });
    expect(reading).toMatchObject({ ok: true, scenario: overrides });
  });

  it('are held to the same limits', async () => {
    const reading = await parseScenario(PLAN, 'x.yaml', { overrides: { draws: 2.5 } });
    expect(reading).toMatchObject({ ok: false, problems: [messages.notWhole('2.5', say`from ${16} to ${16777216}`)] });
  });
});
