// @module-tag slow
import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unnamedTypes } from '../library/public-types.js';
import { sampled } from '../sample.js';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

/** What somebody would write first, every type by its name. */
const PROGRAM = `
import {
  createEngine, formatProblem, readScenario, readVariants, stringifyResult, VERSION,
  type Comparison, type Explanation, type Failure, type Forecast, type ForecastEngine, type Frontier, type Line,
  type Outcome, type PlanResult, type Problem, type Result, type Scenario, type ScenarioReading, type Summary,
} from 'huni';
import { dailyRowsOf, readExport, type DailyExport, type Outcome as Taken } from 'huni/calibrate';
import { renderReport, type Block, type Report, type ReportFiles, type Table } from 'huni/report';

const reading: ScenarioReading = await readScenario('plan.yaml', { overrides: { draws: 512 } });
if (!reading.ok) throw new Error(reading.problems.map((problem: Problem) => formatProblem(problem)).join('\\n'));
const scenario: Scenario = reading.scenario;
const line: Line = scenario.lines[0]!;
const engine: ForecastEngine = createEngine({ threads: 2 });
const [run, explained, frontier, compared] = await Promise.all([
  engine.run(scenario, { signal: AbortSignal.timeout(300_000), onProgress: ({ message }) => message.length }),
  engine.explain(scenario, { draws: 512, information: false }),
  engine.frontier(scenario, { by: 'risk', points: 2 }),
  engine.compare([{ label: 'a', scenario }, { label: 'b', scenario: { ...scenario, budget: scenario.budget } }]),
] satisfies readonly [
  Promise<Outcome<Forecast>>, Promise<Outcome<Explanation>>, Promise<Outcome<Frontier>>, Promise<Outcome<Comparison>>,
]);
if (!run.ok) {
  const failure: Failure = run.failure;
  throw new Error(failure.message);
}
const result: Result = run.value.result;
const given: PlanResult = result.plans.given;
const profit: Summary | undefined = given.kpis.total.profit;
const files: ReportFiles = await renderReport(run.value, { includeCharts: true });
const blocks: readonly Block[] = [{ kind: 'table', title: 'a', table: { columns: ['a'], rows: [] } satisfies Table }];
const report: Report = { title: 'a', lead: blocks, sections: [] };
const wrong = await readScenario('nothing.yaml');
const fails = await engine.explain(scenario, { kpi: 'nothing' });
const exported = await readExport('export.csv', { currency: 'USD' });
const taken: Taken<DailyExport> = dailyRowsOf([exported]);
const daily: DailyExport | null = taken.ok ? taken.value : null;
await engine.close();
console.log(JSON.stringify({
  version: VERSION,
  line: line.id,
  profit: typeof profit?.p50,
  same: files.get('result.json') === stringifyResult(result),
  charts: [...files.keys()].filter((name) => name.endsWith('.svg')).length,
  inputs: explained.ok && explained.value.inputs.length > 0,
  points: frontier.ok && (frontier.value.risk?.length ?? 0) > 0,
  ranks: compared.ok && compared.value.scenarios.map(({ rank }) => rank).length,
  wrong: wrong.ok ? null : wrong.problems[0]?.message,
  fails: fails.ok ? null : fails.failure.kind,
  variants: (await readVariants('plan.yaml')).ok,
  currency: daily?.currency,
  blocks: report.lead.length,
}));
`;

const PROJECT = {
  compilerOptions: {
    target: 'ES2022',
    module: 'NodeNext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    types: ['node'],
    outDir: 'out',
  },
  include: ['main.ts'],
};

const EXPORT = `Day,Campaign name,Impressions,Amount spent (USD),Link clicks,Results
2026-01-01,Awareness,10000,50,120,3
2026-01-02,Awareness,11000,55,130,4
`;

describe('the package, installed into an empty TypeScript project', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huni-package-'));
    // Built in a copy of the tree: tests beside this one run what stands in `dist`.
    const tree = join(folder, 'tree');
    for (const name of (await readdir(root)).filter(
      (one) => !['.git', 'dist', 'node_modules', 'reports'].includes(one),
    )) {
      await cp(join(root, name), join(tree, name), { recursive: true });
    }
    await symlink(join(root, 'node_modules'), join(tree, 'node_modules'));
    await run('npm', ['run', '--silent', 'build'], { cwd: tree });
    await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: tree });
    const packed = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'empty', private: true, type: 'module' }));
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(PROJECT));
    await writeFile(join(folder, 'main.ts'), PROGRAM);
    await writeFile(join(folder, 'export.csv'), EXPORT);
    await copyFile(resolve(root, 'scenarios/first-test-600.yaml'), join(folder, 'plan.yaml'));
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${packed!}`], { cwd: folder });
    await mkdir(join(folder, 'node_modules/@types'), { recursive: true });
    const types = join(folder, 'node_modules/@types/node');
    await rm(types, { recursive: true, force: true });
    await symlink(resolve(root, 'node_modules/@types/node'), types);
  }, 600_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('compiles strictly, its own declarations included, and runs', async () => {
    const { stdout: compiled } = await run(resolve(root, 'node_modules/.bin/tsc'), ['-p', '.'], { cwd: folder }).catch(
      (error: { stdout: string }) => error,
    );
    // What other packages' declarations say of one another is not ours to mend.
    const ours = compiled.split('\n').filter((line) => /^\S/.test(line) && !/^node_modules\/(?!huni\/)/.test(line));
    expect(ours).toEqual([]);
    const { stdout } = await run(process.execPath, ['out/main.js'], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({
      profit: 'number',
      same: true,
      inputs: true,
      points: true,
      ranks: 2,
      fails: 'option',
      variants: false,
      currency: 'USD',
      blocks: 1,
    });
    const { charts, wrong, version } = JSON.parse(stdout);
    expect(charts).toBeGreaterThan(3);
    expect(wrong).toContain('no such file');
    expect(version).toBe('0.1.0');
  });

  it('exports every type that a caller meets', () => {
    const types = join(folder, 'node_modules/huni/dist/types');
    const doors = ['index', 'library/calibrate', 'library/report'].map((name) => join(types, `${name}.d.ts`));
    expect(unnamedTypes(doors, types)).toEqual([]);
    // What a report needs alone: types of the scenario that it is on are then nobody's.
    expect(unnamedTypes(doors.slice(2), types).map(({ type }) => type)).toContain('Scenario');
  });

  it('brings with it what it names, and nothing that is in its bundles already', async () => {
    const manifest = JSON.parse(await readFile(resolve(root, 'package.json'), 'utf8'));
    const modules = join(folder, 'node_modules');
    const listed = await readdir(modules);
    const scoped = await Promise.all(
      listed
        .filter((name) => name.startsWith('@'))
        .map(async (scope) => {
          const inside = await readdir(join(modules, scope));
          return inside.map((name) => `${scope}/${name}`);
        }),
    );
    const installed = new Set([...listed, ...scoped.flat()]);
    for (const name of Object.keys(manifest.dependencies)) expect(installed).toContain(name);
    // The types of Node are put there above, for the compiler.
    const bundled = Object.keys(manifest.devDependencies).filter((name) => name !== '@types/node');
    expect(bundled.filter((name) => installed.has(name))).toEqual([]);
    expect(await readdir(join(modules, 'huni'))).not.toContain('node_modules');
  });

  it('brings its command', async () => {
    const bin = join(folder, 'node_modules/.bin/huni');
    const { stdout } = await run(bin, ['run', 'plan.yaml', '--draws', '256', '--no-optimize', '--json'], {
      cwd: folder,
    });
    expect(JSON.parse(stdout)).toMatchObject({ format: 'huni.result/1' });
  });

  it('binds what was submitted to its own files: with one byte more in any of them, nothing is verified', async () => {
    const bin = join(folder, 'node_modules/.bin/huni');
    const huni = async (...args: readonly string[]) => {
      const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'home') };
      return run(bin, args, { cwd: folder, env }).then(
        ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
        ({ code, stdout, stderr }) => ({ code, said: stdout + stderr }),
      );
    };
    const { stdout } = await run(bin, ['keys', 'new', 'Aysel', '--out', 'aysel.key'], { cwd: folder });
    const approvers = [{ name: 'Aysel', key: stdout.trim(), limit: 'unlimited' }];
    await writeFile(join(folder, 'policy.yaml'), JSON.stringify({ currency: 'AZN', approvers }));
    for (const args of [
      ['policy', 'policy.yaml', '--key', 'aysel.key'],
      ['run', 'plan.yaml', '--draws', '256', '--no-optimize', '--out', 'report'],
      ['submit', 'report'],
      ['approve', '2', '--by', 'Aysel', '--key', 'aysel.key'],
      ['verify', 'report'],
    ]) {
      expect(await huni(...args)).toMatchObject({ code: 0 });
    }
    const own = join(folder, 'node_modules/huni');
    const files = await readdir(join(own, 'dist'), { recursive: true });
    const chunk = files.find((name) => /^chunks\/.*\.js$/.test(name))!;
    const style = files.find((name) => /^planner\/page\/.*\.css$/.test(name))!;
    for (const path of sampled(['bin/huni.js', join('dist', chunk), join('dist', style), 'package.json'], 2)) {
      const before = await readFile(join(own, path));
      await writeFile(join(own, path), Buffer.concat([before, Buffer.from('\n')]));
      const { code, said } = await huni('verify', 'report');
      expect([path, code]).toEqual([path, 1]);
      expect(said).toMatch(
        /huni: found a program of hash \w{12}, expected \w{12}, which the report was submitted with/,
      );
      await writeFile(join(own, path), before);
    }
    expect(await huni('verify', 'report')).toMatchObject({ code: 0 });
  });
});
