import { SWEPT_KPIS, type Sweep } from '../../forecast/sweep/types.js';
import { required } from '../../required.js';

/** A row a variant: its values, verdict, objective, regret, figures, and what each line gets. RFC 4180, numbers with a point. */
export function sweepCsv({ varied, variants }: Sweep): string {
  const lines = [
    ...new Set(variants.flatMap(({ outcome }) => (outcome.status === 'priced' ? Object.keys(outcome.budgets) : []))),
  ];
  const creators = [
    ...new Set(
      variants.flatMap(({ outcome }) => (outcome.status === 'priced' ? Object.keys(outcome.posts ?? {}) : [])),
    ),
  ];
  const figures = SWEPT_KPIS.flatMap((kpi) =>
    (['mean', 'p10', 'p50', 'p90'] as const).map((figure) => ({ kpi, figure })),
  );
  const advised = variants.some(({ outcome }) => outcome.status === 'priced' && outcome.advice !== undefined);
  const header = [
    ...varied.map(({ key }) => key),
    'verdict',
    ...(advised ? ['advice'] : []),
    'best',
    'objective',
    'objective_se',
    'regret',
    'loss_probability',
    ...figures.map(({ kpi, figure }) => `${kpi}_${figure}`),
    'rules_held',
    'rules',
    'targets_held',
    'targets',
    ...lines.map((id) => `budget ${id}`),
    ...creators.map((id) => `posts ${id}`),
    'message',
  ];
  const rows = variants.map(({ values, verdict, best, outcome, regret }) => {
    const advice = outcome.status === 'priced' ? (outcome.advice ?? null) : null;
    const head = [
      ...varied.map(({ key }) => required(values[key])),
      verdict,
      ...(advised ? [advice] : []),
      best ? 'yes' : '',
    ];
    if (outcome.status !== 'priced') {
      return [...head, ...Array.from({ length: header.length - head.length - 1 }, () => null), outcome.message];
    }
    const { objective, se, loss, kpis, rules, targets, budgets, posts = {} } = outcome;
    const priced = figures.map(({ kpi, figure }) => kpis[kpi][figure]);
    const held = [rules.held, rules.of, targets.held, targets.of];
    const decided = [...lines.map((id) => budgets[id] ?? null), ...creators.map((id) => posts[id] ?? null)];
    return [...head, objective, se, regret, loss, ...priced, ...held, ...decided, ''];
  });
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  // A spreadsheet takes what begins so for a formula; a number is one.
  const guarded = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
