import type { ReportFiles } from '../../src/report/write.js';

/** A report of a dozen files, each of which tells its round. */
export function roundOf(round: number): ReportFiles {
  const paths = ['result.json', 'report.html', 'budget.xlsx', 'summary.md', 'scenario/plan.yaml'];
  const charts = Array.from({ length: 7 }, (_, k) => `charts/chart-${k}.svg`);
  return new Map([...paths, ...charts].map((path, k) => [path, `${round} ${'x'.repeat(4000 * k)}`] as const));
}
