import { say } from '../../words/said.js';
import * as messages from '../messages.js';
import type { Fault } from '../problem.js';
import { fromSyntax, kpiNamed, MAX_DEPTH, type Parsing } from './from-syntax.js';
import type { MathNode } from './mathjs.js';
import type { Expression } from './types.js';

/** Longer texts are no KPI; the limit keeps parsing bounded. */
const MAX_LENGTH = 1_000;

/** A bare KPI name needs no parser. */
export function bareKpi(text: string): Expression | null {
  const name = kpiNamed(text.trim());
  return name === null ? null : { kind: 'kpi', name };
}

/**
 * Parses arithmetic over KPI names to a tree of our own. mathjs makes the syntax tree, every node and name of which is then
 * checked against a list; nothing of the text is evaluated, by mathjs or as JavaScript.
 *
 * `custom` are the KPIs defined earlier: their trees are put in the place of their names.
 */
export async function parseExpression(
  text: string,
  custom: ReadonlyMap<string, Expression> = new Map(),
): Promise<Parsing<Expression>> {
  const bare = custom.get(text.trim()) ?? bareKpi(text);
  if (bare !== null) return { ok: true, value: bare };
  const refused = refuseText(text);
  if (refused !== null) return { ok: false, fault: refused };
  const { parse } = await import('./mathjs.js');
  let node: MathNode;
  try {
    node = parse(text);
  } catch (error) {
    const column = error instanceof Error && 'char' in error && typeof error.char === 'number' ? error.char : 1;
    return {
      ok: false,
      fault: messages.notAnExpression(text, column, say`the expression breaks off or has a stray sign`),
    };
  }
  return fromSyntax(node, text, custom);
}

/** What can be refused before parsing; characters outside the list would only reach constructs that are refused anyway. */
function refuseText(text: string): Fault | null {
  if (text.length > MAX_LENGTH) {
    return messages.notAnExpression(text, MAX_LENGTH + 1, say`more than ${MAX_LENGTH} characters`);
  }
  if (text.trim() === '') return messages.notAnExpression(text, 1, say`nothing there`);
  const strange = /[^\sA-Za-z0-9_.,()+\-*/^]|[\n\r]/u.exec(text);
  if (strange !== null)
    return messages.notAnExpression(text, strange.index + 1, say`"${strange[0]}" has no place here`);
  const depth = parenthesesDepth(text);
  return depth > MAX_DEPTH ? messages.notAnExpression(text, 1, say`nested more than ${MAX_DEPTH} deep`) : null;
}

function parenthesesDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
