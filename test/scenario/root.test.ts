import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatProblem, readScenario } from '../../src/scenario/index.js';
import { readVariants } from '../../src/scenario/variants/read.js';

const SECRET = 'root:x:0:0:s3cret';
const LINES = `currency: USD
horizon: 4 weeks
budget: 1000
lines: [{ platform: instagram, stage: conversion, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }]
`;
const priced = (file: string, column = 'x') =>
  LINES.replace('lines:', `economics: { order_value: { dist: empirical, file: ${file}, column: ${column} } }\nlines:`);
const response = (file: string) =>
  LINES.replace(
    /lines:.*/,
    `lines: [{ platform: instagram, stage: conversion, response: { curve: root, alpha: 1, draws: { file: ${file}, columns: { coefficient: x } } } }]`,
  );

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'huni-root-'));
  const files = {
    'secret.yaml': SECRET,
    'secret.csv': `${SECRET}\n`,
    passwd: `${SECRET}\n${SECRET}\n`,
    'base.yaml': LINES,
    'plans/passwd': `${SECRET}\n${SECRET}\n`,
    'plans/shared/base.yaml': LINES,
    'plans/data/x.csv': 'x\n1\n2\n',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  await symlink(join(root, 'secret.csv'), join(root, 'plans/link.csv'));
  await symlink(join(root, 'base.yaml'), join(root, 'plans/link.yaml'));
  await symlink('passwd', join(root, 'plans/disguised.csv'));
  await symlink('passwd', join(root, 'plans/disguised.yaml'));
  await symlink(root, join(root, 'plans/up'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

let count = 0;
async function read(text: string, options: { readonly root?: string } = {}) {
  const path = join(root, 'plans', `plan-${count++}.yaml`);
  await writeFile(path, text);
  const reading = await readScenario(path, options);
  return reading.ok ? 'read' : reading.problems.map(formatProblem).join('\n');
}

describe('what a scenario names', () => {
  const OUTSIDE: Readonly<Record<string, string>> = {
    'an absolute path to extend': 'extends: /etc/passwd\n',
    'a way up to extend': `extends: ../base.yaml\n`,
    'a link to extend': `extends: link.yaml\n`,
    'a folder that is a link to extend': `extends: up/base.yaml\n`,
    'a path that is not there': 'extends: ../../nothing-there.yaml\n',
    'an environment as data': priced('/proc/self/environ'),
    'a way up to data': priced('../secret.csv'),
    'a link to data': priced('link.csv'),
    'a folder that is a link to data': priced('up/secret.csv'),
    'a way up to draws': response('../secret.csv'),
    'a link to draws': response('link.csv'),
  };
  it.each(Object.entries(OUTSIDE))('is not read out of its folder: %s', async (_, text) => {
    const found = await read(text);
    expect(found).toMatch(/plan-\d+\.yaml:\d+:\d+: .*found a path that leads out of .*plans, expected .*--root DIR/);
    expect(found).not.toMatch(/s3cret|root:x|no such/);
  });

  it.each([
    ['extended', 'extends: passwd\n'],
    ['extended through a link', 'extends: disguised.yaml\n'],
    ['data', priced('passwd')],
    ['data through a link', priced('disguised.csv')],
    ['data with a column', priced('passwd', '"0"')],
    ['draws', response('passwd')],
    ['draws through a link', response('disguised.csv')],
  ])('is not quoted where it is no plan and no data: %s', async (_, text) => {
    const found = await read(text);
    expect(found).toMatch(/plan-\d+\.yaml:\d+:\d+: .*found a/);
    expect(found).not.toMatch(/s3cret|root:x/);
  });

  it.each([
    ['a text', 'root:x:0:0:s3cret\n'],
    ['no YAML', 's3cret: [root:x\n  - {'],
    ['a map of something else', 's3cret: root:x\n'],
    ['a list', '- s3cret\n- root:x\n'],
    ['an environment', 'PATH=/s3cret\0HOME=/root:x\0'],
  ])('nor is a file of another name that somebody names in the place of a plan: %s', async (_, text) => {
    const path = join(root, 'plans', 'shadow');
    await writeFile(path, text);
    for (const read of [readScenario, readVariants]) {
      const reading = await read(path);
      if (reading.ok) throw new Error('it was read');
      const told = reading.problems.map(formatProblem).join('\n');
      expect(told).toMatch(/shadow: found no plan .*, expected a map with budget and lines/);
      expect(told).not.toMatch(/s3cret|root:x/);
    }
  });

  it('a plan by any name, as a pipe has it, is told its mistakes with their words', async () => {
    const path = join(root, 'plans', 'pipe');
    await writeFile(path, LINES.replace('cpm', 'cppm'));
    const reading = await readScenario(path);
    expect(reading.ok ? '' : reading.problems.map(formatProblem).join()).toMatch(/pipe:4:\d+: .*found "cppm"/);
    await writeFile(path, LINES);
    expect((await readScenario(path)).ok).toBe(true);
  });

  it('is read in its folder and below, and above it where a root says so', async () => {
    expect(await read('extends: shared/base.yaml\n')).toBe('read');
    expect(await read(priced('data/x.csv'))).toBe('read');
    expect(await read('extends: ../base.yaml\n', { root })).toBe('read');
    expect(await read('extends: link.yaml\n', { root })).toBe('read');
    expect(await read('extends: ../base.yaml\n', { root: join(root, 'plans') })).toMatch(/leads out of/);
  });

  it('is not read in a variant either', async () => {
    const path = join(root, 'plans', 'varied.yaml');
    await writeFile(
      path,
      `${LINES}variants: { dear: { economics: { order_value: { dist: empirical, file: ../secret.csv, column: x } } } }\n`,
    );
    const reading = await readVariants(path);
    expect(reading.ok ? [] : reading.problems.map(({ found }) => found)).toEqual([
      expect.stringMatching(/a path that leads out of/),
    ]);
  });
});

describe('the scenario itself', () => {
  it('is not read outside of a root that was named, nor through a link to what is no plan', async () => {
    const outside = await readScenario(join(root, 'base.yaml'), { root: join(root, 'plans') });
    expect(outside.ok ? '' : outside.problems[0]!.found).toMatch(/leads out of/);
    const disguised = await readScenario(join(root, 'plans/disguised.yaml'));
    expect(disguised.ok ? '' : disguised.problems.map(formatProblem).join()).toMatch(
      /found a name .* that no plan has/,
    );
    expect((await readScenario(join(root, 'plans/link.yaml'))).ok).toBe(true);
  });
});
