import * as messages from '../messages.js';
import type { Fault } from '../problem.js';
import type { CustomKpi, Metric } from '../types.js';
import { isReserved } from '../visible.js';
import { FUNCTIONS } from './from-syntax.js';
import { parseExpression } from './parse.js';
import { type Expression, KPI_NAMES, type KpiName } from './types.js';

/** KPIs that came after files with own ones of that name were written: there the file's own stands in its place. */
const LATER_KPIS: ReadonlySet<string> = new Set([
  'posts',
  'pay',
  'reach_3',
  'recall_lift',
  'brand_orders',
  'warm_end',
  'hot_end',
  'messages',
  'hours',
  'leads',
  'cpl',
  'customers',
  'unreached',
]);

/** Names that a KPI of one's own can't have. */
const RESERVED: readonly string[] = [...KPI_NAMES.filter((name) => !LATER_KPIS.has(name)), ...FUNCTIONS];

/**
 * Built-in sums of money and quotients, which plans are judged and approved by. A metric is a count: in the place of one of these it
 * would stand on every page as what the plan costs or earns.
 */
export const NO_COUNTS: ReadonlySet<string> = new Set<KpiName>([
  'spend',
  'unspent',
  'frequency',
  'revenue',
  'gross_margin',
  'cost',
  'profit',
  'cpm',
  'ctr',
  'cpc',
  'cpv',
  'cvr',
  'cpa',
  'cac',
  'roas',
  'roi',
  'ltv',
  'ltv_cac',
  'tail',
]);

interface CustomKpis {
  readonly kpis: readonly CustomKpi[];
  /** Name to tree, for the expressions that use them. */
  readonly byName: ReadonlyMap<string, Expression>;
  readonly faults: readonly { readonly name: string; readonly fault: Fault }[];
}

/**
 * Trees of a plan's metrics by the names that expressions have for them: a metric by its own, what one costs in media as
 * `cost_per_<name>`.
 */
export function metricExpressions(metrics: readonly Metric[]): ReadonlyMap<string, Expression> {
  return new Map(
    metrics.flatMap(({ name, costPer }, metric): [string, Expression][] => {
      const amount: Expression = { kind: 'metric figure', metric, of: 'amount' };
      const spend: Expression = { kind: 'metric figure', metric, of: 'spend' };
      const cost: Expression = { kind: 'binary', operator: '/', left: spend, right: amount };
      return [[name, amount], ...(costPer ? [[`cost_per_${name}`, cost] as [string, Expression]] : [])];
    }),
  );
}

/**
 * Parses a scenario's own KPIs, in whatever order they use each other; each is a tree over built-in KPIs in the end. `counted`
 * are other names of built-in KPIs, which a KPI or metric of that name takes.
 */
export async function parseCustomKpis(
  texts: Readonly<Record<string, string>>,
  metrics: ReadonlyMap<string, Expression> = new Map(),
  counted: ReadonlyMap<string, Expression> = new Map(),
): Promise<CustomKpis> {
  const names = Object.keys(texts);
  const others = [...counted].filter(([name]) => !names.includes(name) && !metrics.has(name));
  const given: ReadonlyMap<string, Expression> = new Map([...others, ...metrics]);
  const byName = new Map<string, Expression>(given);
  const faults: { name: string; fault: Fault }[] = [];
  const bad = new Set<string>();
  const refuse = (name: string, fault: Fault): void => {
    faults.push({ name, fault });
    bad.add(name);
  };
  for (const name of names) {
    if (isReserved(name)) refuse(name, messages.reservedName(name));
    else if (metrics.has(name)) refuse(name, messages.metricNameTaken(name));
    else if (RESERVED.includes(name)) refuse(name, messages.kpiNameTaken(name));
    else if (!/^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(name)) refuse(name, messages.badKpiName(name));
  }

  const uses = new Map(names.map((name) => [name, namesIn(texts[name] ?? '', names)]));
  const visit = async (name: string, chain: readonly string[]): Promise<void> => {
    if ((byName.has(name) && !given.has(name)) || bad.has(name)) return;
    if (chain.includes(name)) {
      const circle = [...chain.slice(chain.indexOf(name)), name];
      refuse(name, messages.kpiCycle(circle));
      for (const member of circle) bad.add(member);
      return;
    }
    const parts = uses.get(name) ?? [];
    for (const part of parts) await visit(part, [...chain, name]);
    // What rests on a faulty KPI is not reported again.
    if (bad.has(name) || parts.some((part) => bad.has(part))) {
      bad.add(name);
      return;
    }
    const parsed = await parseExpression(texts[name] ?? '', byName);
    if (parsed.ok) byName.set(name, parsed.value);
    else refuse(name, parsed.fault);
  };
  for (const name of names) await visit(name, []);
  const kpis = names.flatMap((name) => {
    const expression = bad.has(name) ? undefined : byName.get(name);
    return expression === undefined ? [] : [{ name, text: texts[name] ?? '', expression }];
  });
  return { kpis, byName, faults };
}

function namesIn(text: string, names: readonly string[]): string[] {
  const words = new Set(text.slice(0, 2_000).match(/[A-Za-z_]\w*/g));
  return names.filter((name) => words.has(name));
}
