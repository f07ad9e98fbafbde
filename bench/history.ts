import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TopLevelSpec } from 'vega-lite';
import { renderSvg } from '../src/report/render.js';
import type { Measurement } from './measure.js';

export interface BenchRun {
  readonly at: string;
  readonly commit: string;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string; readonly platform: string };
  readonly versions: Readonly<Record<string, string>>;
  readonly figures: readonly Measurement[];
  /** Peak MB by number of draws. */
  readonly memory: Readonly<Record<string, number>>;
}

/** Writes `latest.json`, adds the run to the history, and draws that as a Vega-Lite chart. */
export async function saveRun(folder: string, run: BenchRun): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'latest.json'), `${JSON.stringify(run, null, 2)}\n`);
  const history = join(folder, 'history.jsonl');
  await appendFile(history, `${JSON.stringify(run)}\n`);
  const runs = (await readFile(history, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as BenchRun);
  const spec = historySpec(runs);
  await writeFile(join(folder, 'history.vl.json'), `${JSON.stringify(spec, null, 2)}\n`);
  await writeFile(join(folder, 'history.svg'), await renderSvg(spec));
}

function historySpec(runs: readonly BenchRun[]): TopLevelSpec {
  const values = runs.flatMap(({ figures, commit }, run) =>
    figures.map(({ name, ratio, spread }) => ({
      run: run + 1,
      commit: commit.slice(0, 7),
      name,
      ratio,
      low: spread[0],
      high: spread[1],
    })),
  );
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {
      text: 'Time of each task, in runs of the reference loop',
      subtitle: 'Median, smallest and largest of a run',
    },
    data: { values },
    facet: { field: 'name', type: 'nominal', title: null, header: { labelAnchor: 'start' } },
    columns: 2,
    resolve: { scale: { y: 'independent' } },
    spec: {
      width: 320,
      height: 90,
      layer: [
        {
          mark: { type: 'rule', color: '#9aa5b1' },
          encoding: {
            x: { field: 'run', type: 'ordinal', title: 'run' },
            y: { field: 'low', type: 'quantitative', title: 'ratio', scale: { zero: true } },
            y2: { field: 'high' },
          },
        },
        {
          mark: { type: 'line', point: true, color: '#0072b2' },
          encoding: {
            x: { field: 'run', type: 'ordinal', title: 'run' },
            y: { field: 'ratio', type: 'quantitative', title: 'ratio' },
          },
        },
      ],
    },
  };
}
