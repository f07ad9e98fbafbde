import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';

interface PlanFile {
  readonly lines: readonly Record<string, unknown>[];
  readonly budget: number;
  readonly [key: string]: unknown;
}

/**
 * A plan with so many lines, the same ones again for other segments, over another horizon; its budget is its lines'.
 *
 * @returns the scenario as text
 */
export function grownPlan(file: string, lines: number, horizon: string): string {
  const plan = parse(readFileSync(file, 'utf8')) as PlanFile;
  const repeated = Array.from({ length: lines }, (_, k) => {
    const round = Math.floor(k / plan.lines.length);
    const line = plan.lines[k % plan.lines.length]!;
    return round === 0 ? line : { ...line, segment: `again-${round}` };
  });
  const budget = repeated.reduce((sum, line) => sum + Number(line.budget), 0);
  return stringify({ ...plan, lines: repeated, budget, horizon });
}
