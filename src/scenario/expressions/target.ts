import { parseNumber } from '../../units/number.js';
import * as messages from '../messages.js';
import type { Target } from '../types.js';
import type { Parsing } from './from-syntax.js';
import { parseExpression } from './parse.js';
import type { Expression } from './types.js';

const TARGET =
  /^(?<left>[^<>]*[^<>=\s])\s*(?<comparison>>=|<=|>|<)\s*(?<threshold>\S+)(?:\s+with\s+(?<probability>\S+(?:\s*%)?))?$/;
const MAX_TARGET = 1_200;

/** Parses `roas >= 1.5 with 80%`: an expression over KPIs, a comparison, a number, and maybe a probability. */
export async function parseTarget(
  text: string,
  custom: ReadonlyMap<string, Expression> = new Map(),
): Promise<Parsing<Target>> {
  const groups = text.length > MAX_TARGET ? undefined : TARGET.exec(text.trim())?.groups;
  if (groups === undefined) return { ok: false, fault: messages.notATarget(text) };
  const { left = '', comparison = '', threshold = '', probability } = groups;
  // "3x", as returns are spoken of.
  const number = parseNumber(threshold.replace(/^([\d._]+)x$/i, '$1'));
  if (!number.ok) return { ok: false, fault: messages.notATarget(text) };
  const chance = probability === undefined ? null : parseNumber(probability);
  if (chance !== null && !(chance.ok && chance.value > 0 && chance.value < 1)) {
    return { ok: false, fault: messages.notAProbability(probability ?? '') };
  }
  const expression = await parseExpression(left, custom);
  if (!expression.ok) return expression;
  return {
    ok: true,
    value: {
      text: text.trim(),
      expression: expression.value,
      comparison: comparison as Target['comparison'],
      threshold: number.value,
      probability: chance?.ok ? chance.value : null,
    },
  };
}
