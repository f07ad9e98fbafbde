// @module-tag slow
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Explanation } from '../../../src/forecast/explain/types.js';
import { explainForecast } from '../../../src/forecast/explain.js';
import { explanationSummary, renderExplanation, stringifyExplanation } from '../../../src/report/explain/index.js';
import { isReportWriteError, writeReport } from '../../../src/report/index.js';
import type { Scenario } from '../../../src/scenario/types.js';
import { SMALL } from '../../cli/support.js';
import { scenarioOf } from '../../forecast/support.js';

const TIED = `${SMALL}correlation: { pairs: [{ between: [economics.order_value, instagram/conversion.cvr], rho: -0.4 }] }\n`;
const VARIANTS: Readonly<Record<string, readonly [text: string, kpi: string]>> = {
  profit: [SMALL, 'profit'],
  'a ratio': [SMALL, 'roas'],
  'a share': [SMALL, 'roi'],
  'a count, orders as the goal': [`${SMALL}goal: { maximize: orders }\n`, 'orders'],
  "a KPI of the planner's own, inputs tied": [`${TIED}kpis: { payback: cost / (gross_margin / 3) }\n`, 'payback'],
  'a KPI that never moves': [SMALL, 'spend'],
};

describe.each(Object.entries(VARIANTS))('the report on what drives %s', (name, [text, kpi]) => {
  let scenario: Scenario;
  let explanation: Explanation;
  beforeAll(async () => {
    scenario = await scenarioOf(text);
    explanation = await explainForecast(scenario, { kpi, draws: 512 });
  });

  it('can be read aloud: a dozen lines, every figure with a value', () => {
    for (const width of [60, 100]) {
      const words = explanationSummary(scenario, explanation, { width, color: false });
      const lines = words.trimEnd().split('\n');
      expect(words).not.toMatch(/NaN|undefined|Infinity|null/);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      if (width === 100) expect(lines.length).toBeLessThanOrEqual(12);
    }
  });

  it('has charts that compile, and the same bytes again', async () => {
    const files = await renderExplanation(scenario, explanation, { png: true });
    const charts = kpi === 'spend' ? [] : ['tornado', 'indices'];
    expect([...files.keys()].sort()).toEqual(
      [
        'explain.html',
        'explain.json',
        'summary.md',
        ...charts.flatMap((chart) => ['png', 'svg', 'vl.json'].map((end) => `charts/${chart}.${end}`)),
      ].sort(),
    );
    for (const [path, content] of files) {
      if (path.endsWith('.png')) expect([...content.slice(1, 4)], path).toEqual([...'PNG'].map((c) => c.charCodeAt(0)));
      else expect(content, path).not.toMatch(/NaN|undefined<|Infinity/);
    }
    expect(await renderExplanation(scenario, explanation, { png: true })).toEqual(files);
    expect(JSON.parse(stringifyExplanation(explanation))).toEqual(explanation);
  });

  it.runIf(name === 'profit')('says what to find out, what that is worth, and what it must not cost', () => {
    const information = explanation.information!;
    const [low, high, se] = [120, 310, 58];
    const question = { ...information.questions[0]!, value: 215, low, high, se };
    const about = (questions: typeof information.questions) =>
      explanationSummary(
        scenario,
        { ...explanation, information: { ...information, questions } },
        { width: 200, color: false },
      ).replaceAll('\u00a0', ' ');
    const tiktok = { kind: 'platform-metric', platform: 'tiktok', metric: 'cpm' } as const;
    expect(about([{ ...question, subject: tiktok }])).toContain(
      "Knowing TikTok's CPM before deciding would be worth about ₼215 (90%: ₼120 to ₼310): a test that costs more than that doesn't pay",
    );
    expect(about([{ ...question, low: 0 }])).toContain("testing first isn't worth ₼310");
  });
});

describe('the folder of an explanation', () => {
  const FILES = new Map([
    ['explain.json', '{}\n'],
    ['charts/tornado.svg', '<svg/>'],
  ]);
  const REPORT = new Map([['result.json', '{}\n']]);

  it("lies in the report's, which takes it along when it is replaced, but nothing that a person put there", async () => {
    const root = await mkdtemp(join(tmpdir(), 'huni-explain-'));
    try {
      const report = join(root, 'coffee');
      await writeReport(REPORT, report);
      await writeReport(FILES, join(report, 'explain'));
      await writeReport(FILES, join(report, 'explain'));
      expect((await readdir(report)).sort()).toEqual(['explain', 'manifest.json', 'result.json']);
      await writeReport(REPORT, report);
      expect((await readdir(report)).sort()).toEqual(['manifest.json', 'result.json']);

      await mkdir(join(report, 'explain'));
      await writeFile(join(report, 'explain', 'notes.txt'), 'mine');
      const refused = await writeReport(REPORT, report).catch((error: unknown) => error);
      expect(isReportWriteError(refused) && refused.reason).toBe('not-a-report');
      expect(await readdir(join(report, 'explain'))).toEqual(['notes.txt']);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  });
});
