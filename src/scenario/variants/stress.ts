import { elementAt, required } from '../../required.js';
import { parseNumber } from '../../units/number.js';
import * as messages from '../messages.js';
import { describe, no, ok, type Reading } from '../schema/leaf.js';
import { LINE_METRICS, type LineMetric, type PeriodUnit } from '../types.js';

/** Economics that a stress can change. */
export const STRESSED_ECONOMICS = [
  'order_value',
  'margin',
  'close_rate',
  'repeat_rate',
  'referral_rate',
  'fee',
  'tax',
  'baseline',
] as const;
type StressedEconomics = (typeof STRESSED_ECONOMICS)[number];

/** Periods from `first` to `last`, counted from 1; `last: null` is the end of the plan. */
export interface Span {
  readonly unit: PeriodUnit;
  readonly first: number;
  readonly last: number | null;
}

/** One change to a scenario: `cpm +30% from week 5`, `tiktok off`, `cvr -20%`. */
export interface Stress {
  readonly text: string;
  readonly what: LineMetric | StressedEconomics | 'budget';
  /** A platform, a stage or a line; `null` for all lines. */
  readonly scope: string | null;
  /** 1.3 for +30%, 0 for off. */
  readonly factor: number;
  readonly span: Span | null;
}

const SUBJECTS: readonly string[] = [...LINE_METRICS, 'budget', ...STRESSED_ECONOMICS];
const SPAN = /\s+(from|until|in)\s+(day|week|month)s?\s+(\d{1,6})(?:\s*(?:to|-|–)\s*(\d{1,6}))?$/i;
const CHANGE = /^(.+?)\s+([+\-−]\s*[\d._]+\s*%)$/;
const OFF = /^(.+?)\s+off$/i;

/** Reads one or several changes, with commas between them. */
export function readStresses(value: unknown): Reading<readonly Stress[]> {
  if (typeof value !== 'string' || value.trim() === '') return no(messages.notAStress(describe(value)));
  const stresses: Stress[] = [];
  for (const part of value.split(',')) {
    const stress = readStress(part.trim());
    if (!stress.ok) return stress;
    stresses.push(stress.value);
  }
  return ok(stresses);
}

function readStress(text: string): Reading<Stress> {
  const spanned = SPAN.exec(text);
  const body = spanned === null ? text : text.slice(0, spanned.index);
  const span = spanned === null ? null : readSpan(spanned, text);
  if (span !== null && !span.ok) return span;
  const when = span?.value ?? null;
  const off = OFF.exec(body);
  if (off !== null) return ok({ text, what: 'budget', scope: elementAt(off, 1).trim(), factor: 0, span: when });
  const change = CHANGE.exec(body);
  const points = change === null ? null : parseNumber(elementAt(change, 2).replace('−', '-').replace(/\s+/g, ''));
  if (change === null || points === null || !points.ok) return no(messages.notAStress(`"${text.slice(0, 60)}"`));
  const words = elementAt(change, 1).trim().split(/\s+/);
  const what = required(words.pop()).toLowerCase();
  if (!isSubject(what)) return no(messages.unknownStress(what, SUBJECTS));
  const scope = words.length === 0 ? null : words.join(' ');
  if (scope !== null && isEconomics(what)) return no(messages.stressNotOfLines(what, scope));
  if (when !== null && what !== 'budget' && (scope !== null || (what !== 'cpm' && what !== 'cvr'))) {
    return no(messages.stressNotByPeriod(scope === null ? what : `${scope} ${what}`));
  }
  const factor = 1 + points.value;
  if (factor < 0 || (factor === 0 && what !== 'budget')) return no(messages.stressTooLow(elementAt(change, 2)));
  return ok({ text, what, scope, factor, span: when });
}

function readSpan([, word = '', unit = '', one = '', other]: RegExpExecArray, text: string): Reading<Span> {
  const first = Number(one);
  const named = other === undefined ? null : Number(other);
  const kind = word.toLowerCase();
  const wrong = first === 0 || (named !== null && (named < first || kind === 'until'));
  if (wrong) return no(messages.notAStress(`"${text.slice(0, 60)}"`));
  const periods = { unit: unit.toLowerCase() as PeriodUnit };
  if (kind === 'until') return ok({ ...periods, first: 1, last: first });
  return ok({ ...periods, first, last: kind === 'in' ? (named ?? first) : named });
}

function isSubject(word: string): word is Stress['what'] {
  return SUBJECTS.includes(word);
}

/** Whether a stress is of the economics and not of lines. */
export function isEconomics(what: string): what is StressedEconomics {
  return STRESSED_ECONOMICS.some((name) => name === what);
}
