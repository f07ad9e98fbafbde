import type { BreakEven } from '../../forecast/advice.js';
import { capital } from '../capital.js';
import type { ReportContext } from '../context.js';
import { targetName } from '../findings/headlines.js';
import { inSentence } from '../text/sentence.js';
import { verdictText } from '../text/verdict/index.js';
import type { Table } from './table.js';
import { lineNamed, reasonOf } from './verdict.js';

/** Inputs that a sentence names. */
const MOST_NAMED = 2;

/** For a plan that loses or misses a target: what single inputs would have to be; `null` where nothing was looked for. */
export function breakEvenTable(context: ReportContext): Table | null {
  const { break_even } = context.forecast.result;
  if (break_even === undefined) return null;
  const words = verdictText(context.text.language).breakEven;
  const { columns } = words;
  // What no value would mend is worth a row only where nothing else would.
  const enough = break_even.filter(({ needed }) => needed !== null);
  return {
    columns: [columns.input, columns.now, columns.needed, columns.chance],
    words: [2, 3],
    rows: (enough.length === 0 ? break_even : enough).map((one) => breakEvenRow(context, one)),
  };
}

/** Values that would do, in one line, the likeliest of them first. */
export function breakEvenInShort(context: ReportContext): string | null {
  const { verdict, break_even = [] } = context.forecast.result;
  if (verdict === undefined || break_even.length === 0) return null;
  const found = break_even
    .filter(({ needed }) => needed !== null)
    .sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0))
    .slice(0, MOST_NAMED);
  const words = verdictText(context.text.language).breakEven;
  const missed = context.plan.result.targets.find(({ holds }) => !holds);
  // Money that finds nobody makes a plan no loss.
  const parks = reasonOf(verdict, 'reached') !== undefined && reasonOf(verdict, 'middle_outcome')?.holds !== false;
  const loses = verdict.kind === 'less' && !parks;
  const what = loses || missed === undefined ? words.toBreakEven : words.forTarget(targetName(context, missed.target));
  if (found.length === 0) return `${what}: ${words.noneAlone}`;
  const inShort = found.map((one) => {
    const [input = '', now = '', needed = '', chance = ''] = breakEvenRow(context, one);
    return { input: inSentence(input, context.text.language), now, needed, chance };
  });
  return inShort
    .map(({ input, now, needed, chance }, k) => words.short(k === 0 ? what : '', input, needed, now, chance))
    .map((sentence) => sentence.replace(/^: /u, ''))
    .join(words.or);
}

function breakEvenRow(context: ReportContext, { input, line, now, needed, probability }: BreakEven): string[] {
  const { formats, text } = context;
  const words = verdictText(text.language).breakEven;
  const money = input === 'order_value' || input === 'cpm';
  const write = (value: number): string => (money ? formats.estimate(value) : formats.share(value));
  const name = input === 'cvr' || input === 'cpm' ? text.names.metrics[input] : (text.names.quantities[input] ?? input);
  // What differs in the third digit alone, or later, would be said to be needed as it is.
  const writers = money ? [write, formats.money] : [write, formats.exactShare, formats.fineShare];
  const writeFine = writers.find((one) => needed !== null && one(needed) !== one(now)) ?? write;
  const shown = capital(line === null ? name : words.rate(name, lineNamed(context, line)), text.language);
  if (needed === null) return [shown, write(now), words.none, ''];
  const bound = input === 'cpm' ? words.atMost(writeFine(needed)) : words.atLeast(writeFine(needed));
  return [shown, writeFine(now), bound, probability === null ? words.typed : formats.chance(probability)];
}
