import { basename } from 'node:path';
import type { ExportReading, FindingCode } from '../calibrate/types.js';
import { findingText } from '../calibrate/words/index.js';
import type { Language } from '../units/locale.js';
import { isCurrency } from '../units/money.js';
import { translationsOf } from '../words/catalogues/index.js';
import { type Said, say, type Translations, translatedBy } from '../words/said.js';
import type { Effects } from './effects.js';
import { InputError } from './exit.js';
import type { ExportOptions } from './read-exports.js';

/** Something that exports leave open, and how it is answered. */
export interface Question {
  readonly about: 'currency' | 'platform' | 'dates' | 'decimals' | 'columns' | 'worth';
  /** Name of the file that it is about; `null`: all of them. */
  readonly file: string | null;
  /** One line, as it is asked. */
  readonly text: Said;
  /** The flag that answers it, for a message. */
  readonly flag: string;
  /** The options with an answer; `null`: the answer is none. */
  readonly answered: (options: ExportOptions, answer: string) => ExportOptions | null;
}

const withMap = (options: ExportOptions, pair: string): ExportOptions => ({
  ...options,
  map: [...(options.map ?? []), pair],
});

const named = ({ source }: ExportReading): string => (source.path === null ? 'the export' : basename(source.path));

/** Refusals that an answer helps with, and the question each asks. */
const BY_CODE: Readonly<Partial<Record<FindingCode, (reading: ExportReading, message: string) => Question>>> = {
  'ambiguous-dates': dateOrder,
  'mixed-date-orders': dateOrder,
  'ambiguous-decimal-mark': decimalMark,
  'mixed-decimal-marks': decimalMark,
  'no-header': columns,
  'no-figures': columns,
  'same-field': columns,
  'unknown-breakdown': columns,
};

function dateOrder(reading: ExportReading, message: string): Question {
  return {
    about: 'dates',
    file: null,
    text: say`${named(reading)}: ${message} (day or month)`,
    flag: '--day-first or --month-first',
    answered: (options, answer) => {
      const first = answer.toLowerCase();
      if (first.startsWith('d')) return { ...options, dayFirst: true };
      return first.startsWith('m') ? { ...options, monthFirst: true } : null;
    },
  };
}

function decimalMark(reading: ExportReading, message: string): Question {
  return {
    about: 'decimals',
    file: null,
    text: say`${named(reading)}: ${message} (. or ,)`,
    flag: "--decimal . or --decimal ','",
    answered: (options, answer) => (answer === '.' || answer === ',' ? { ...options, decimal: answer } : null),
  };
}

function columns(reading: ExportReading, message: string): Question {
  const file = named(reading);
  return {
    about: 'columns',
    file,
    text: say`${file}: ${message} (HEADER=field, several parted by ;)`,
    flag: `--map '${file}:HEADER=field'`,
    answered: (options, answer) => {
      const pairs = answer.split(';').map((pair) => pair.trim());
      if (!pairs.every((pair) => /.=./.test(pair))) return null;
      return pairs.reduce((sum, pair) => withMap(sum, `${file}:${pair}`), options);
    },
  };
}

/** Asked of a file without what was spent or shown, since a plan is fitted to both; `null`: it has both. */
function unknownFigures(reading: ExportReading): Question | null {
  const { columns: all, totals } = reading;
  const [spend, impressions] = [totals.spend.length > 0, totals.counts.impressions !== undefined];
  if (spend && impressions) return null;
  const what = [...(spend ? [] : ['spend']), ...(impressions ? [] : ['impressions'])].join(', ');
  const unread = all.filter(({ field, header }) => field === null && header !== '').map(({ header }) => `"${header}"`);
  const asked = columns(reading, '');
  const file = named(reading);
  return {
    ...asked,
    text: say`${file}: no column is known for ${what}; not recognised: ${unread.join(', ') || '–'} (HEADER=field, several parted by ;)`,
    flag: `--map '${file}:HEADER=${spend ? 'impressions' : 'spend'}'`,
  };
}

/** Everything that the files leave open; other refusals stand for themselves. */
export function openQuestions(
  readings: readonly ExportReading[],
  language: Language = 'en',
): {
  readonly questions: readonly Question[];
  readonly refusals: readonly string[];
} {
  const questions: Question[] = [];
  const refusals: string[] = [];
  for (const reading of readings) {
    const refusal = reading.findings.find(({ level }) => level === 'refusal');
    if (refusal === undefined) continue;
    const ask = BY_CODE[refusal.code];
    // A question names its own option.
    const message = findingText(refusal, language, { onPage: ask !== undefined });
    if (ask === undefined) refusals.push(`${named(reading)}: ${message}`);
    else if (!questions.some(({ flag }) => flag === ask(reading, message).flag)) {
      questions.push(ask(reading, message));
    }
  }
  const read = readings.filter(({ status }) => status === 'read');
  for (const reading of read) {
    const unknown = unknownFigures(reading);
    if (unknown !== null) questions.push(unknown);
  }
  const silent = read.filter(({ currency }) => currency.codes.length === 0);
  if (silent.length > 0) {
    questions.push({
      about: 'currency',
      file: null,
      text: say`${silent.map(named).join(', ')}: which currency are the amounts in? (a code such as AZN)`,
      flag: '--currency CODE',
      answered: (options, answer) => {
        const code = answer.toUpperCase();
        return isCurrency(code) ? { ...options, currency: code } : null;
      },
    });
  }
  for (const reading of read.filter(({ platform }) => platform === null)) {
    const file = named(reading);
    questions.push({
      about: 'platform',
      file,
      text: say`${file}: which platform are the rows from? (facebook, instagram, tiktok, google, …)`,
      flag: `--map ${file}:platform=NAME`,
      answered: (options, answer) => (answer === '' ? null : withMap(options, `${file}:platform=${answer}`)),
    });
  }
  return { questions, refusals };
}

/** Tries at a question before it is given up. */
const TRIES = 3;

/**
 * Has everything that is open answered: asked once, one question after the other, where someone sits at a terminal;
 * elsewhere one message with every missing answer and its flag.
 *
 * @throws {InputError} where answers are missing
 */
export async function answerAll(
  questions: readonly Question[],
  options: ExportOptions,
  effects: Effects,
): Promise<ExportOptions> {
  const { ask } = effects;
  const translations = await translationsOf(effects.language ?? 'en');
  if (ask === undefined || options.json === true) throw new InputError(missing(questions, translations));
  let answered = options;
  for (const question of questions) {
    const asked = translatedBy(translations, question.text);
    let next: ExportOptions | null = null;
    for (let tries = 0; tries < TRIES && next === null; tries++) {
      const answer = await ask(`${asked}: `);
      if (answer === null) throw new InputError(missing(questions, translations));
      next = question.answered(answered, answer.trim());
    }
    if (next === null) throw new InputError(say`no answer to: ${asked}\nIts flag: ${question.flag}`);
    answered = next;
  }
  return answered;
}

function missing(questions: readonly Question[], translations: Translations): Said {
  const lines = questions.map(({ text, flag }) => `  ${translatedBy(translations, text)}\n    ${flag}`).join('\n');
  return questions.length === 1
    ? say`One answer is missing; give it with its flag:\n${lines}`
    : say`${questions.length} answers are missing; give each with its flag:\n${lines}`;
}
