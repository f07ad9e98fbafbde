import { parse as parseYaml } from 'yaml';
import { required } from '../../required.js';
import { parseNumber } from '../../units/number.js';
import type { Vary, VaryKind, VaryValue } from './types.js';

type VaryReading =
  | { readonly ok: true; readonly vary: Vary }
  | { readonly ok: false; readonly found: string; readonly expected: string };

/** More values than anybody looks at. */
const MOST_VALUES = 10_000;

const RANGE = /^(?<low>.+?)\.\.(?<high>.+?)(?:\s+step\s+(?<step>\S+))?$/;

/**
 * Reads `KEY=VALUES`: values between commas, each as a scenario file may hold it, or a range `10k..100k step 5k`. A range
 * without steps is for designs that place their points themselves.
 */
export function parseVary(text: string): VaryReading {
  const at = text.indexOf('=');
  const key = text.slice(0, at).trim();
  const given = text.slice(at + 1).trim();
  // Set on a map, that name would change what the map is, and be gone.
  if (at < 1 || !/^[^\s.=]+(\.[^\s.=]+)*$/.test(key) || key.split('.').includes('__proto__')) {
    return { ok: false, found: `"${text}"`, expected: 'KEY=VALUES, such as budget=10k..100k step 5k' };
  }
  if (given === '') return { ok: false, found: `no values for ${key}`, expected: 'values between commas, or a range' };
  const shared = { key, kind: kindOf(key) };
  const range = RANGE.exec(given);
  if (range?.groups !== undefined) return readRange(shared, range.groups);
  const parts = splitAtCommas(given);
  if (parts.some((part) => part === '')) {
    return { ok: false, found: `"${given}" for ${key}`, expected: 'a value between any two commas' };
  }
  const values: VaryValue[] = [];
  for (const part of parts) {
    const value = yamlValue(part);
    if (value === undefined) {
      return { ok: false, found: `"${part}" for ${key}`, expected: 'a value as a scenario file may hold it' };
    }
    values.push({ text: part, value });
  }
  const twice = values.find(({ text: one }, k) => values.findIndex((other) => other.text === one) !== k);
  if (twice !== undefined) return { ok: false, found: `${twice.text} twice for ${key}`, expected: 'each value once' };
  return { ok: true, vary: { ...shared, values } };
}

function readRange(
  shared: { readonly key: string; readonly kind: VaryKind },
  groups: Readonly<Record<string, string | undefined>>,
): VaryReading {
  const [low, high] = [parseNumber(required(groups.low)), parseNumber(required(groups.high))];
  const wrong = (found: string, expected: string): VaryReading => ({ ok: false, found, expected });
  if (!low.ok) return wrong(`"${groups.low}" as the start of ${shared.key}`, 'a number such as 10k');
  if (!high.ok) return wrong(`"${groups.high}" as the end of ${shared.key}`, 'a number such as 100k');
  if (!(high.value > low.value)) {
    return wrong(`${shared.key} from ${groups.low} to ${groups.high}`, 'an end above the start');
  }
  const percent = required(groups.low).includes('%') || required(groups.high).includes('%');
  if (groups.step === undefined) {
    return { ok: true, vary: { ...shared, values: [], range: { low: low.value, high: high.value, percent } } };
  }
  const step = parseNumber(groups.step);
  if (!step.ok || !(step.value > 0)) return wrong(`"${groups.step}" as a step of ${shared.key}`, 'a number above 0');
  const count = Math.floor((high.value - low.value) / step.value + 1e-9) + 1;
  if (count > MOST_VALUES) return wrong(`${count} values for ${shared.key}`, `at most ${MOST_VALUES}`);
  const values = Array.from({ length: count }, (_, k) => numberValue(low.value + k * step.value, percent));
  return { ok: true, vary: { ...shared, values } };
}

/** A number of a range: twelve digits are what is meant, the rest is rounding. */
export function numberValue(exact: number, percent: boolean): VaryValue {
  const value = Number(exact.toPrecision(12));
  return { text: percent ? `${Number((100 * value).toPrecision(10))}%` : String(value), value };
}

/** Keys of a line that are decided, not believed. */
const LINE_CHOICES = ['budget', 'flighting', 'min', 'max', 'fixed', 'min_daily'];
const CHOICES = ['budget', 'rules', 'goal', 'horizon', 'start'];

/** Budgets, rules and what lines get are choices; prices, rates and everything else are assumptions. */
export function kindOf(key: string): VaryKind {
  const parts = key.split('.');
  if (parts[0] === 'lines') return LINE_CHOICES.includes(parts[2] ?? '') ? 'choice' : 'assumption';
  return CHOICES.includes(parts[0]) ? 'choice' : 'assumption';
}

/** Parts between commas that stand in no brackets and no quotes. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  for (let k = 0; k < text.length; k++) {
    const character = text[k];
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if ('[{('.includes(character)) depth++;
    else if (']})'.includes(character)) depth--;
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(from, k).trim());
      from = k + 1;
    }
  }
  return [...parts, text.slice(from).trim()];
}

/** A flow value; a bare number keeps its writing (`10k`, `60-70%`) as text, for the scenario to judge. */
function yamlValue(text: string): unknown {
  try {
    return parseYaml(text, { maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}
