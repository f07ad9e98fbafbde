import { type Command, InvalidArgumentError, Option } from 'commander';
import { VERDICT_KINDS, type VerdictKind } from '../forecast/advice.js';
import { CHECK_FORMATS } from '../report/check/format-names.js';
import { elementAt } from '../required.js';
import type { Sampler } from '../sampling/types.js';
import type { Overrides, ReadOptions } from '../scenario/index.js';
import type { Language } from '../units/locale.js';
import { parseShare } from '../units/number.js';

/** Options that every command on a scenario has. */
export interface CommonOptions {
  readonly draws?: number;
  readonly seed?: string;
  readonly sampler?: Sampler;
  readonly workers?: number;
  readonly out?: string;
  /** No file that a scenario names is read outside of it. */
  readonly root?: string;
  /** As `--language` says it: of reports on plans that name none. */
  readonly language?: Language;
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** Each chart as a PNG, too, where the command draws any. */
  readonly png?: boolean;
}

/** What the options say otherwise than a scenario's file. */
export function overridesOf({ draws, seed, sampler }: CommonOptions): Overrides {
  return {
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
    ...(sampler === undefined ? {} : { sampler }),
  };
}

/** How a scenario is read by what the options say. */
export function readingOf(options: CommonOptions): ReadOptions {
  const { root, language } = options;
  return {
    overrides: overridesOf(options),
    ...(root === undefined ? {} : { root }),
    ...(language === undefined ? {} : { language }),
  };
}

/** As in a scenario file. */
const LEAST_DRAWS = 16;
const MOST_DRAWS = 16_777_216;
const MOST_WORKERS = 256;

/** Adds the common options to a command; commands that write a report only where one is asked for say so of `--out`. */
export function withCommonOptions(
  command: Command,
  out = 'folder of the report (default: reports/<scenario>)',
): Command {
  return command
    .option('--draws <n>', 'futures to draw', wholeNumber('draws', LEAST_DRAWS, MOST_DRAWS))
    .option('--seed <text>', 'seed: the same one gives the same figures to the last bit')
    .addOption(new Option('--sampler <name>', 'how futures are drawn').choices(['sobol', 'mc', 'antithetic']))
    .option('--workers <n>', 'threads (default: one a core)', wholeNumber('workers', 1, MOST_WORKERS))
    .option('--out <dir>', out)
    .option('--root <dir>', "no file that a scenario names is read outside of it (default: the scenario's own folder)")
    .option('--json', 'print the result as JSON, and nothing else')
    .option('--quiet', 'print nothing but errors');
}

/** What `--engine` is: work that takes long goes there. */
export const QUEUE = 'queue whose workers do the jobs: redis://HOST:PORT (default: threads of this machine)';

/** Adds the common options, and those of commands whose work a queue's workers may do. */
export function withQueueOptions(command: Command, out: string): Command {
  return withCommonOptions(command, out)
    .option('--engine <url>', QUEUE)
    .option('--prefix <name>', 'of the keys in Redis (default: huni)');
}

/** `--out` of a command whose answer is no report. */
export const REPORT_TOO = 'write the report, too, into this folder';

/** Adds the options of the command that holds a plan to its gates. */
export function withCheckOptions(command: Command): Command {
  return withCommonOptions(command, REPORT_TOO)
    .addOption(new Option('--format <name>', 'how the outcome is printed (default: text)').choices([...CHECK_FORMATS]))
    .option(
      '--verdict <kinds>',
      'optimise, and fail where the verdict is none of these: move, test, keep, less, cannot, start',
      verdictKinds,
    )
    .option('--against <file>', 'a result.json that the figures may not drift from')
    .option('--tolerance <share>', 'how far they may move beyond chance (default: 1%)', shareOption('tolerance'));
}

/** Adds the options of commands that read platforms' exports. */
export function withExportOptions(command: Command): Command {
  return command
    .option(
      '--map <pair>',
      'HEADER=field for a column that is not recognised, platform=NAME for all rows, FILE:… for one file; may be given again',
      repeated,
    )
    .option('--currency <code>', 'currency of the amounts, where the file names none')
    .option('--day-first', 'dates are day/month, where the file leaves it open')
    .option('--month-first', 'dates are month/day, where the file leaves it open')
    .addOption(new Option('--decimal <mark>', 'decimal mark, where the file leaves it open').choices(['.', ',']))
    .option('--today <date>', 'rows of later days are set aside as not yet spent (default: the day it is)', day)
    .option('--seed <text>', 'seed: the same one gives the same figures to the last bit')
    .option('--json', 'print the result as JSON, and nothing else')
    .option('--quiet', 'print nothing but errors');
}

/** Reads an option that is a day. */
function day(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text) || Number.isNaN(time) || !new Date(time).toISOString().startsWith(text))
    throw new InvalidArgumentError(`found "${text}", expected a day, such as 2026-03-31`);
  return text;
}

/** Reads an option that is a whole number within bounds. */
export function wholeNumber(name: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text.replaceAll('_', ''));
    if (!/^[\d_]+$/.test(text) || !Number.isInteger(value) || value < least || value > most) {
      throw new InvalidArgumentError(`found "${text}", expected ${name} as a whole number from ${least} to ${most}`);
    }
    return value;
  };
}

/** Reads an option that is an amount above 0: 12000, 12_000, 12k, 1.5m. */
export function amount(text: string): number {
  const parts = /^([\d_]+(?:\.\d+)?)\s*([kKmM]?)$/.exec(text.trim());
  const value = parts === null ? Number.NaN : Number(elementAt(parts, 1).replaceAll('_', ''));
  const unit = { '': 1, k: 1e3, m: 1e6 }[(parts?.[2] ?? '').toLowerCase()] ?? 1;
  if (!(value * unit > 0)) throw new InvalidArgumentError(`found "${text}", expected an amount such as 12000 or 12k`);
  return value * unit;
}

/** Reads an option that may be given again. */
export function repeated(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** Reads an option that is a number of days: 3, 3 days, 1 day, 2 weeks. */
export function days(text: string): number {
  const parts = /^\s*(\d{1,3})\s*(days?|weeks?|)\s*$/i.exec(text);
  if (parts === null) throw new InvalidArgumentError(`found "${text}", expected days such as "3 days"`);
  return Number(parts[1]) * (elementAt(parts, 2).toLowerCase().startsWith('week') ? 7 : 1);
}

/** Reads a list of verdicts: move,keep. */
function verdictKinds(text: string): readonly VerdictKind[] {
  return text.split(',').map((part) => {
    const kind = VERDICT_KINDS.find((known) => known === part.trim().toLowerCase());
    if (kind === undefined) {
      throw new InvalidArgumentError(`found "${part.trim()}", expected verdicts of ${VERDICT_KINDS.join(', ')}`);
    }
    return kind;
  });
}

/** Reads an option that is a share above 0 and below 1. */
export function accuracy(text: string): number {
  const value = shareOption('accuracy')(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError(`found "${text}", expected accuracy above 0 and below 100%, such as 1%`);
}

/** Reads an option that is a share: 1% or 0.01. */
export function shareOption(name: string): (text: string) => number {
  return (text) => {
    const parsed = parseShare(text);
    if (!parsed.ok) throw new InvalidArgumentError(`found "${text}", expected ${name} such as 1% or 0.01`);
    return parsed.value;
  };
}

/** Reads names apart by commas, each one of a list. */
export function listOf<T extends string>(option: string, names: readonly T[]): (text: string) => readonly T[] {
  return (text) =>
    text.split(',').map((part) => {
      const found = names.find((name) => name === part.trim());
      if (found === undefined) {
        throw new InvalidArgumentError(`found "${part.trim()}", expected ${option} of ${names.join(', ')}`);
      }
      return found;
    });
}
