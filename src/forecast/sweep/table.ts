import { required } from '../../required.js';
import type { Point, SharedValue, SweptChoice, SweptVariant, VariantOutcome, Vary, Verdict } from './types.js';

/** Differences of objectives below this share of their size are rounding. */
const SAME = 1e-12;

/** The variants' rows: verdicts, and best and regret among the choices under the same assumptions. */
export function sweptVariants(
  varied: readonly Vary[],
  points: readonly Point[],
  outcomes: readonly VariantOutcome[],
): SweptVariant[] {
  const highest = new Map<string, number>();
  outcomes.forEach((outcome, k) => {
    const objective = contending(outcome);
    if (objective === null) return;
    const group = groupOf(varied, points[k], 'assumption');
    highest.set(group, Math.max(objective, highest.get(group) ?? Number.NEGATIVE_INFINITY));
  });
  const taken = new Set<string>();
  return outcomes.map((outcome, k) => {
    const group = groupOf(varied, points[k], 'assumption');
    const top = highest.get(group);
    const objective = contending(outcome);
    const regret = top === undefined || objective === null ? null : top - objective;
    const near = regret !== null && Math.abs(regret) <= SAME * Math.max(1, Math.abs(required(top)));
    // Of several that are as good, the first.
    const best = near && !taken.has(group);
    if (best) taken.add(group);
    return { values: valuesOf(varied, points[k]), verdict: verdictOf(outcome), outcome, regret, best };
  });
}

/** The objective of a variant that may be the best: it keeps every rule. */
function contending(outcome: VariantOutcome): number | null {
  if (outcome.status !== 'priced' || outcome.rules.held < outcome.rules.of) return null;
  return outcome.objective;
}

function verdictOf(outcome: VariantOutcome): Verdict {
  if (outcome.status !== 'priced') return outcome.status;
  if (outcome.rules.held < outcome.rules.of) return 'breaks rules';
  return outcome.targets.held < outcome.targets.of ? 'misses targets' : 'holds';
}

/** Each set of choices over all assumptions, least largest regret first. */
export function sweptChoices(
  varied: readonly Vary[],
  points: readonly Point[],
  rows: readonly SweptVariant[],
): SweptChoice[] {
  const groups = new Map<string, number[]>();
  points.forEach((point, k) => {
    const group = groupOf(varied, point, 'choice');
    groups.set(group, [...(groups.get(group) ?? []), k]);
  });
  const choices = [...groups.values()].map((members): SweptChoice => {
    const own = members.map((k) => rows[k]);
    const objectives = own.map(({ outcome }) => (outcome.status === 'priced' ? outcome.objective : null));
    const regrets = own.map(({ regret }) => regret);
    return {
      values: Object.fromEntries(
        varied.flatMap(({ key, kind }) => (kind === 'choice' ? [[key, own[0].values[key]]] : [])),
      ),
      tried: own.length,
      best: own.filter(({ best }) => best).length,
      mean_objective: meanOf(objectives),
      mean_regret: meanOf(regrets),
      largest_regret: regrets.some((regret) => regret === null) ? null : Math.max(...(regrets as number[])),
    };
  });
  const last = Number.POSITIVE_INFINITY;
  return choices.sort((a, b) => (a.largest_regret ?? last) - (b.largest_regret ?? last));
}

/** What the tenth of the variants with the least regret have in common, the most telling value first. */
export function sharedValues(varied: readonly Vary[], rows: readonly SweptVariant[]): SharedValue[] {
  const ranked = rows.filter(({ regret }) => regret !== null).sort((a, b) => required(a.regret) - required(b.regret));
  if (ranked.length === 0) return [];
  const top = ranked.slice(0, Math.ceil(ranked.length / 10));
  const share = (among: readonly SweptVariant[], key: string, value: string): number =>
    among.filter(({ values }) => values[key] === value).length / among.length;
  const shared = varied
    .filter(({ kind, range }) => kind === 'choice' && range === undefined)
    .flatMap(({ key, values }) =>
      values.map(({ text }) => ({
        key,
        value: text,
        among_best: share(top, key, text),
        among_all: share(ranked, key, text),
      })),
    );
  return shared
    .filter(({ among_best, among_all }) => among_best > among_all)
    .sort((a, b) => b.among_best - b.among_all - (a.among_best - a.among_all));
}

function valuesOf(varied: readonly Vary[], point: Point): Record<string, string> {
  return Object.fromEntries(varied.map(({ key }, k) => [key, point[k].text]));
}

function groupOf(varied: readonly Vary[], point: Point, kind: Vary['kind']): string {
  return JSON.stringify(varied.flatMap((vary, k) => (vary.kind === kind ? [point[k].text] : [])));
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 || known.length < values.length
    ? null
    : known.reduce((sum, value) => sum + value, 0) / known.length;
}
