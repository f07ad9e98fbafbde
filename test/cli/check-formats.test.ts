import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SLOW } from '../slow.js';
import { command } from './in-process.js';
import { folderWith, SMALL } from './support.js';

/** One rule and two targets, of which the second can't be met; a name that every format has to escape. */
const PLAN = SMALL.replace('name: Small', 'name: \'A & "B" <c>: 50%, |d|\'').replace(
  'targets: [roas >= 0.01 with 80%]',
  'targets: [roas >= 0.01 with 80%, roas >= 900 with 80%]',
);

async function withFiles<T>(
  files: Readonly<Record<string, string>>,
  work: (at: (name: string) => string) => Promise<T>,
) {
  const { folder, remove } = await folderWith(files);
  try {
    return await work((name) => join(folder, name));
  } finally {
    await remove();
  }
}

describe('huni check --format', () => {
  it('prints each form of the same outcome, and fails for a target that does not hold', SLOW, async () => {
    await withFiles({ 'plan.yaml': PLAN }, async (at) => {
      const print = async (format: string) => {
        const { code, out, err } = await command(['check', at('plan.yaml'), '--format', format]);
        expect({ code, err }).toEqual({ code: 1, err: '' });
        return out;
      };
      const text = (await print('text')).trimEnd().split('\n');
      expect(text.map((line) => line.slice(0, 6))).toEqual(['holds ', 'holds ', 'holds ', 'fails ']);

      const json = JSON.parse(await print('json'));
      expect(json).toMatchObject({ format: 'huni.check/1', scenario: { name: 'A & "B" <c>: 50%, |d|' }, holds: false });
      expect(json.checks.map((one: { kind: string; holds: boolean }) => [one.kind, one.holds])).toEqual([
        ['rule', true],
        ['rule', true],
        ['target', true],
        ['target', false],
      ]);
      expect(json.checks[3].check).toBe('roas >= 900 with 80%');

      const junit = await print('junit');
      expect(junit).toMatch(
        /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="huni check" tests="4" failures="1"/,
      );
      expect(junit).toContain('<testsuite name="A &amp; &quot;B&quot; &lt;c&gt;: 50%, |d|"');
      expect(junit).toContain(
        '<testcase classname="huni.target" name="roas &gt;= 900 with 80%">\n      <failure type="target"',
      );
      // Every element that opens is closed, and nothing stands outside of elements.
      const open: string[] = [];
      for (const [, close, name, self] of junit.matchAll(
        /<(\/?)([a-z]+)(?:\s+[a-z]+="[^"<&]*(?:&\w+;[^"<&]*)*")*\s*(\/?)>/g,
      )) {
        if (close === '/') expect(open.pop()).toBe(name);
        else if (self !== '/') open.push(name!);
      }
      expect(open).toEqual([]);
      expect(junit.replace(/<[^>]*>/g, '').trim()).toBe('');

      // Elements and their attributes, as Jenkins' junit-10.xsd has them (xunit-plugin, src/main/resources/…/xsd).
      const SCHEMA: Readonly<Record<string, readonly string[]>> = {
        testsuites: ['name', 'time', 'tests', 'failures', 'errors'],
        testsuite: ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'timestamp', 'hostname', 'id', 'package'],
        testcase: ['name', 'classname', 'time', 'group'],
        failure: ['type', 'message'],
      };
      const NEEDED: Readonly<Record<string, readonly string[]>> = {
        testsuite: ['name', 'tests', 'failures', 'errors'],
        testcase: ['name'],
      };
      for (const [, name, attributes] of junit.matchAll(/<([a-z]+)((?:\s+[a-z]+="[^"]*")*)\s*\/?>/g)) {
        const given = [...attributes!.matchAll(/([a-z]+)="/g)].map(([, attribute]) => attribute!);
        expect(SCHEMA[name!], name).toBeDefined();
        for (const attribute of given) expect(SCHEMA[name!], name).toContain(attribute);
        for (const attribute of NEEDED[name!] ?? []) expect(given, name).toContain(attribute);
      }

      const github = (await print('github')).trimEnd().split('\n');
      expect(github).toHaveLength(2);
      expect(github[0]).toMatch(/^::error file=[^:,]*plan\.yaml,title=Target%3A [^:,]*::.*80%25 required$/);
      expect(github[1]).toMatch(/^::notice file=[^:,]*::A & "B" <c>: 50%25, \|d\|: 1 of 4 checks fail$/);

      const markdown = await print('markdown');
      expect(markdown).toMatch(/^### A &amp; "B" &lt;c&gt;: 50%, \\\|d\\\|: 1 of 4 checks fail\n/);
      const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
      expect(rows).toHaveLength(6);
      expect(rows[2]).toMatch(/^\| no \| Target \|/);
    });
  });

  it('prints what holds with exit code 0, and nothing with --quiet', async () => {
    await withFiles({ 'plan.yaml': SMALL }, async (at) => {
      const github = await command(['check', at('plan.yaml'), '--format', 'github']);
      expect(github.code).toBe(0);
      expect(github.out).toMatch(/^::notice file=.*::Small: all 3 checks hold\n$/);
      expect(await command(['check', at('plan.yaml'), '--format', 'junit', '--quiet'])).toEqual({
        code: 0,
        out: '',
        err: '',
      });
    });
  });

  it.each([
    [['--format', 'xml'], /Allowed choices are text, json, junit, github, markdown/],
    [['--json', '--format', 'json'], /take one of them/],
    [['--tolerance', '1%'], /needs --against/],
    [['--against', 'x.json', '--tolerance', '5'], /found "5", expected tolerance such as 1%/],
  ])('refuses %j', async (extra, message) => {
    await withFiles({ 'plan.yaml': SMALL }, async (at) => {
      const { code, out, err } = await command(['check', at('plan.yaml'), ...extra]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(message);
    });
  });
});

describe('huni check --against', () => {
  it('passes the same plan, also with another seed, and names what moved with another price', SLOW, async () => {
    const plan = `${SMALL}sampler: mc\n`.replace('draws: 512', 'draws: 4096');
    const dearer = plan.replace('cpm: 4 to 8', 'cpm: 8 to 16');
    await withFiles({ 'plan.yaml': plan, 'dearer.yaml': dearer }, async (at) => {
      await writeFile(at('result.json'), (await command(['check', at('plan.yaml'), '--json'])).out);
      const against = ['--against', at('result.json')];
      const same = await command(['check', at('plan.yaml'), ...against, '--tolerance', '0%']);
      expect(same.code).toBe(0);
      expect(same.out).toMatch(/holds {2}Drift from .*result\.json: none of \d+ figures moved/);
      expect((await command(['check', at('plan.yaml'), ...against, '--seed', 'another'])).code).toBe(0);
      const moved = await command(['check', at('dearer.yaml'), ...against, '--format', 'json']);
      expect(moved.code).toBe(1);
      const drifts = JSON.parse(moved.out).checks.filter(({ kind }: { kind: string }) => kind === 'drift');
      const names = drifts.map(({ check }: { check: string }) => check);
      expect(names).toContain('lines.instagram/conversion.impressions');
      expect(names).toContain('lines.instagram/conversion.cpm');
      // The awareness line comes before it in the funnel: no price below touches it.
      expect(names.filter((name: string) => name.startsWith('lines.instagram/awareness'))).toEqual([]);
      // A tolerance beyond all of it lets it pass.
      expect((await command(['check', at('dearer.yaml'), ...against, '--tolerance', '100%', '--quiet'])).code).toBe(0);
    });
  });

  it('is wrong input where the result is missing, foreign or a folder', async () => {
    await withFiles({ 'plan.yaml': SMALL, 'foreign.json': '{"format":"other/1"}', 'broken.json': '{' }, async (at) => {
      for (const [name, message] of [
        ['missing.json', /missing\.json: found no such file/],
        ['foreign.json', /foreign\.json: found the format "other\/1", expected a result\.json/],
        ['broken.json', /broken\.json: found no JSON/],
        ['.', /found a directory/],
      ] as const) {
        const { code, out, err } = await command(['check', at('plan.yaml'), '--against', at(name)]);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toMatch(message);
      }
    });
  });
});
