import { required } from '../../required.js';
import { parseNumber } from '../../units/number.js';
import * as messages from '../messages.js';
import type { Comparison, HoldRule } from '../types.js';
import type { Parsing } from './from-syntax.js';
import { parseExpression } from './parse.js';
import { type Expression, kpisIn, LINE_KPIS } from './types.js';

const HOLD =
  /^(?<left>[^<>]*[^<>=\s])\s*(?<comparison>>=|<=|>|<)\s*(?<threshold>\S+)(?<weekly>\s+a\s+week)?(?<on>\s+while\s+on)?(?:\s+with\s+(?<probability>\S+(?:\s*%)?))?$/;
const MAX_HOLD = 1_200;

/**
 * Parses a rule on a figure: `revenue >= 30000 with 80%`, `frequency <= 4 a week`, `conversions >= 50 a week while on`. The
 * expression is over KPIs, of the plan or of the line that the rule is for.
 */
export async function parseHold(
  text: string,
  scope: 'plan' | 'line',
  custom: ReadonlyMap<string, Expression> = new Map(),
): Promise<Parsing<HoldRule>> {
  const groups = text.length > MAX_HOLD ? undefined : HOLD.exec(text.trim())?.groups;
  const threshold = groups === undefined ? null : parseNumber(required(groups.threshold));
  if (groups === undefined || threshold === null || !threshold.ok) return { ok: false, fault: messages.notAHold(text) };
  const { left = '', comparison = '', weekly, on, probability } = groups;
  const chance = probability === undefined ? null : parseNumber(probability);
  if (chance !== null && !(chance.ok && chance.value > 0 && chance.value < 1)) {
    return { ok: false, fault: messages.notAProbability(probability ?? '') };
  }
  if (on !== undefined && scope === 'plan') return { ok: false, fault: messages.whileOnOfPlan() };
  const expression = await parseExpression(left, custom);
  if (!expression.ok) return expression;
  if (scope === 'line' && hasMetric(expression.value))
    return { ok: false, fault: messages.metricOutsideKpis(left.trim()) };
  const foreign = kpisIn(expression.value).find((name) => !(LINE_KPIS as readonly string[]).includes(name));
  if (scope === 'line' && foreign !== undefined) return { ok: false, fault: messages.notOfALine(foreign, LINE_KPIS) };
  return {
    ok: true,
    value: {
      text: text.trim(),
      expression: expression.value,
      comparison: comparison as Comparison,
      threshold: threshold.value,
      perWeek: weekly !== undefined,
      whileOn: on !== undefined,
      probability: chance?.ok ? chance.value : null,
    },
  };
}

/** Whether a tree has a metric of the plan's own in it: those are of the plan, not of a line. */
function hasMetric(expression: Expression): boolean {
  switch (expression.kind) {
    case 'metric figure':
      return true;
    case 'number':
    case 'kpi':
      return false;
    case 'negate':
      return hasMetric(expression.of);
    case 'binary':
      return hasMetric(expression.left) || hasMetric(expression.right);
    case 'call':
      return (expression.arguments as readonly Expression[]).some(hasMetric);
  }
}
