import { elementAt } from '../required.js';
import { LANGUAGES, type Language } from '../units/locale.js';
import { say } from '../words/said.js';
import { InputError } from './exit.js';

/**
 * The language that help and messages are in: `--language`, else the environment's as POSIX orders it (`LC_ALL`,
 * `LC_MESSAGES`, `LANG`), where it is one of those there are; else English.
 *
 * @param argv what follows the program's name
 * @throws {InputError} where `--language` names another.
 */
export function languageOf(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  return typedLanguage(argv) ?? environmentLanguage(environment) ?? 'en';
}

/** What `--language` says, or `null` where it is not there. */
export function typedLanguage(argv: readonly string[]): Language | null {
  // What follows `--` are names of files.
  const options = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const at = options.findLastIndex((word) => word === '--language' || word.startsWith('--language='));
  if (at < 0) return null;
  const option = elementAt(options, at);
  const typed = option.includes('=') ? option.slice(option.indexOf('=') + 1) : options[at + 1];
  const language = LANGUAGES.find((known) => known === typed?.toLowerCase());
  if (language !== undefined) return language;
  throw new InputError(say`--language: found "${typed ?? ''}", expected one of ${LANGUAGES.join(', ')}`);
}

function environmentLanguage(environment: Readonly<Record<string, string | undefined>>): Language | null {
  const named = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find(
    (value) => value !== undefined && value !== '',
  );
  // az_AZ.UTF-8, tr, ar_EG@latin
  const language = named?.split(/[_.@-]/)[0]?.toLowerCase();
  return LANGUAGES.find((known) => known === language) ?? null;
}
