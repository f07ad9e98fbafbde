import type { VerdictKind } from '../../forecast/advice.js';
import type { Drift } from '../../forecast/drift.js';
import type { Judged } from '../../forecast/judge.js';
import { ruleWords } from '../content/rules.js';
import { type PlanContext, planContext } from '../context.js';
import { targetFigure, targetName } from '../findings/headlines.js';
import { kpiUnit } from '../findings/units.js';
import { type CheckText, checkText as wordsOf } from '../text/check/index.js';

/** A gate and whether the plan passes it. */
export interface CheckItem {
  readonly kind: 'verdict' | 'rule' | 'target' | 'drift' | 'pace';
  /** As in the result: `prospecting`, `roas >= 1.5 with 80%`, `total.profit`. */
  readonly key: string;
  readonly name: string;
  readonly holds: boolean;
  /** What was found and what is asked for. */
  readonly detail: string;
}

/** Drift from a committed result, as the gate has it. */
export interface DriftCheck {
  readonly against: string;
  readonly tolerance: number;
  readonly figures: number;
  readonly drifts: readonly Drift[];
}

/** The verdict, and those that pass. */
interface VerdictCheck {
  readonly kind: VerdictKind;
  readonly allowed: readonly VerdictKind[];
}

function verdictItem(words: CheckText, { kind, allowed }: VerdictCheck, separator: string): CheckItem {
  const verdicts = allowed.map((one) => words.verdicts[one]).join(separator);
  return {
    kind: 'verdict',
    key: kind,
    name: words.kinds.verdict,
    holds: allowed.includes(kind),
    detail: words.verdict(words.verdicts[kind], verdicts),
  };
}

/** Everything that a plan is held to: its rules, its targets, and a committed result where there is one. */
export function checkItems(
  { scenario, result }: Judged,
  drift: DriftCheck | null,
  verdict: VerdictCheck | null = null,
): readonly CheckItem[] {
  const context = planContext(scenario);
  const words = wordsOf(scenario.language);
  const { formats } = context;
  const { given } = result.plans;
  const rules = given.rules.map((rule): CheckItem => {
    const { name, value, allowed } = ruleWords(context, rule);
    return { kind: 'rule', key: rule.rule, name, holds: rule.holds, detail: words.rule(value, allowed) };
  });
  const targets = given.targets.map((target): CheckItem => {
    const { probability, required, value, holds } = target;
    const detail =
      probability === null || required === null
        ? words.mean(value === null ? '—' : targetFigure(context, target.target, value))
        : words.chance(formats.chance(probability), formats.share(required));
    return { kind: 'target', key: target.target, name: targetName(context, target.target), holds, detail };
  });
  return [
    ...(verdict === null ? [] : [verdictItem(words, verdict, context.text.names.separator)]),
    ...rules,
    ...targets,
    ...(drift === null ? [] : driftItems(context, words, drift)),
  ];
}

function driftItems(context: PlanContext, words: CheckText, drift: DriftCheck): readonly CheckItem[] {
  const { formats } = context;
  if (drift.drifts.length === 0) {
    const detail = words.steady(String(drift.figures), formats.exactShare(drift.tolerance));
    return [{ kind: 'drift', key: 'drift', name: words.drift(drift.against), holds: true, detail }];
  }
  return drift.drifts.map(({ figure, was, is, allowed }) => {
    const unit = figure.endsWith('.budget') ? 'money' : kpiUnit(figure.slice(figure.lastIndexOf('.') + 1));
    const scale = Math.max(Math.abs(was ?? 0), Math.abs(is ?? 0));
    const write = (value: number | null): string => (value === null ? '—' : formats.byUnit(unit, value, scale));
    return {
      kind: 'drift',
      key: figure,
      name: figure,
      holds: false,
      detail: words.moved(write(is), write(was), formats.byUnit(unit, allowed)),
    };
  });
}
