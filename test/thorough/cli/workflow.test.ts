// @module-tag slow
import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderWith, huni, SMALL } from '../../cli/support.js';

const ROOT = resolve(import.meta.dirname, '../../..');

interface Step {
  readonly name?: string;
  readonly run?: string;
}

/** The commands of the workflow's own step, as they stand in the file. */
async function stepOf(name: string): Promise<string> {
  const workflow = parse(await readFile(join(ROOT, 'docs/ci/huni-check.yml'), 'utf8')) as {
    readonly jobs: { readonly check: { readonly steps: readonly Step[] } };
  };
  const step = workflow.jobs.check.steps.find((one) => one.name === name);
  if (step?.run === undefined) throw new Error(`the workflow has no step "${name}" that runs anything`);
  return step.run;
}

interface Run {
  readonly code: number;
  readonly said: string;
  readonly summary: string;
}

/** The step as the runner starts it: bash in the checked-out plans, huni beside them. */
async function check(folder: string, env: Readonly<Record<string, string>>): Promise<Run> {
  const script = await stepOf('Check the plans');
  const summary = join(folder, 'summary.md');
  await writeFile(summary, '');
  const { code, said } = await new Promise<{ code: number; said: string }>((settle) => {
    execFile(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
      {
        cwd: join(folder, 'plans'),
        env: { ...process.env, RESULTS: '', TOLERANCE: '1%', ...env, GITHUB_STEP_SUMMARY: summary },
      },
      (error, out, err) => settle({ code: typeof error?.code === 'number' ? error.code : 0, said: `${out}${err}` }),
    );
  });
  return { code, said, summary: await readFile(summary, 'utf8') };
}

describe('the reusable workflow', () => {
  it('pins what it runs: actions by commit, huni by version', async () => {
    const text = await readFile(join(ROOT, 'docs/ci/huni-check.yml'), 'utf8');
    const uses = [...text.matchAll(/^\s*- uses: (\S+)/gm)].map(([, action]) => action);
    expect(uses.length).toBeGreaterThan(2);
    expect(uses.filter((action) => !/^[\w./-]+@[0-9a-f]{40}$/.test(action!))).toEqual([]);
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    expect(text).toContain(`default: v${version}\n`);
  });

  it("lets no file's name speak to the runner", async () => {
    const { folder, remove } = await folderWith({});
    try {
      await symlink(ROOT, join(folder, 'huni'));
      await mkdir(join(folder, 'plans'));
      await writeFile(join(folder, 'plans', 'a\n::add-mask::b.yaml'), 'currency: 1');
      const { code, said } = await check(folder, { PLANS: '*.yaml' });
      expect(code).toBe(2);
      expect(said).not.toMatch(/^::add-mask/m);
      expect(said).toContain('::error file=a%0A%3A%3Aadd-mask%3A%3Ab.yaml::');
    } finally {
      await remove();
    }
  });

  it('passes plans that hold, marks those that fail or drift, and goes on to the last one', async () => {
    const { folder, remove } = await folderWith({});
    try {
      await symlink(ROOT, join(folder, 'huni'));
      const plans = join(folder, 'plans');
      await mkdir(join(plans, 'a b'), { recursive: true });
      await mkdir(join(plans, 'results'));
      await writeFile(join(plans, 'good.yaml'), SMALL);
      const good = await check(folder, { PLANS: '*.yaml' });
      expect(good.code, good.said).toBe(0);
      expect(good.said).toMatch(/^::notice file=good\.yaml::Small: all 3 checks hold$/m);
      expect(good.summary).toMatch(/^### Small: all 3 checks hold$/m);

      // A result of lower prices: the plan holds its rules, and its figures have moved.
      await writeFile(join(plans, 'dearer.yaml'), SMALL.replace('cpm: 4 to 8', 'cpm: 5 to 10'));
      await writeFile(join(plans, 'results/dearer.json'), (await huni(plans, ['check', 'good.yaml', '--json'])).out);
      const drifted = await check(folder, { PLANS: 'dearer.yaml', RESULTS: 'results' });
      expect(drifted.code).toBe(1);
      expect(drifted.said).toMatch(/^::error file=dearer\.yaml,title=Drift%3A /m);
      expect((await check(folder, { PLANS: 'dearer.yaml', RESULTS: 'results', TOLERANCE: '100%' })).code).toBe(0);
      // Nothing is agreed on for this one.
      expect((await check(folder, { PLANS: 'good.yaml', RESULTS: 'results' })).code).toBe(0);

      await writeFile(join(plans, 'a b/broken.yaml'), SMALL.replace('margin: 60%', 'margin: 600%'));
      await writeFile(join(plans, 'missed.yaml'), SMALL.replace('roas >= 0.01', 'roas >= 900'));
      const all = await check(folder, { PLANS: '*.yaml a?b/*.yaml' });
      expect(all.code).toBe(2);
      expect(all.said).toMatch(/^::error file=missed\.yaml,title=Target%3A /m);
      expect(all.said).toContain('margin: found 600%');
      expect(all.said).toMatch(/^::error file=a b\/broken\.yaml::/m);
      expect(all.summary.match(/^### /gm)).toHaveLength(4);

      const none = await check(folder, { PLANS: 'nowhere/*.yaml' });
      expect(none.code).toBe(2);
      expect(none.said).toMatch(/No plan matches/);
    } finally {
      await remove();
    }
  });
});
