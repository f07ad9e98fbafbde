import type { Argument, Command, Option } from 'commander';
import { elementAt } from '../required.js';
import { Said, type Translations, translatedBy } from '../words/said.js';

/**
 * Has a program and the commands made of it from here on tell help and mistakes by a catalogue, in which English
 * descriptions are looked up as they are written.
 */
export function tellBy(program: Command, translations: Translations): Command {
  const translated = (text: string): string => translatedBy(translations, new Said(text));
  const described = ({ description }: Option | Argument, extras: readonly string[]): string =>
    [translated(description), ...(extras.length === 0 ? [] : [`(${extras.join(', ')})`])]
      .filter((part) => part !== '')
      .join(' ');
  const standard = (value: unknown): string =>
    translatedBy(translations, new Said('default: {0}', [JSON.stringify(value)]));
  const choices = (values: readonly string[] | undefined): readonly string[] =>
    values === undefined
      ? []
      : [translatedBy(translations, new Said('choices: {0}', [values.map((one) => JSON.stringify(one)).join(', ')]))];
  return program.configureHelp({
    styleTitle: translated,
    commandDescription: (command) => translated(command.description()),
    subcommandDescription: (command) => translated(command.description()),
    optionDescription: (option) => {
      const shown = option.defaultValue !== undefined && (option.required || option.optional);
      return described(option, [...choices(option.argChoices), ...(shown ? [standard(option.defaultValue)] : [])]);
    },
    argumentDescription: (argument) =>
      described(argument, [
        ...choices(argument.argChoices),
        ...(argument.defaultValue === undefined ? [] : [standard(argument.defaultValue)]),
      ]),
  });
}

/** Mistakes on the command line as Commander and the readers of options write them, in English. */
export const COMMAND_LINE_FORMS: readonly string[] = [
  "option '{0}' argument '{1}' is invalid. {2}",
  "command-argument value '{1}' is invalid for argument '{0}'. {2}",
  "option '{0}' argument missing",
  "missing required argument '{0}'",
  "required option '{0}' not specified",
  "unknown option '{0}'\n(Did you mean {1}?)",
  "unknown option '{0}'",
  "unknown command '{0}'\n(Did you mean {1}?)",
  "unknown command '{0}'",
  "too many arguments for '{0}'. Expected {1} but got {2}.",
  'Allowed choices are {0}.',
  'found "{0}", expected {1} as a whole number from {2} to {3}',
  'found "{0}", expected an amount such as 12000 or 12k',
  'found "{0}", expected an amount like 20000 or 20k',
  'found "{0}", expected a public key as `huni keys new` prints it, ed25519:…',
  'found "{0}", expected the hash that `huni ledger` prints last, or its first 12 digits at least',
  'found "{0}", expected a day, such as 2026-03-31',
  'found "{0}", expected days such as "3 days"',
  'found "{0}", expected verdicts of {1}',
  'found "{0}", expected accuracy above 0 and below 100%, such as 1%',
  'found "{0}", expected {1} such as 1% or 0.01',
  'found "{0}", expected {1} of {2}',
  '{0} arguments',
  '{0} argument',
];

/** A message of Commander's by a catalogue: its parts are found by the English forms, which is all that it hands out. */
export function commandLineMistake(message: string, translations: Translations): string {
  const text = message.trimEnd();
  const body = text.startsWith('error: ') ? text.slice('error: '.length) : text;
  return `${translatedBy(translations, new Said('error: {0}', [recognised(body)]))}\n`;
}

function recognised(text: string): Said | string {
  for (const form of COMMAND_LINE_FORMS) {
    const holes: number[] = [];
    const pattern = form
      .split(/(\{\d+\})/)
      .map((piece) => {
        const hole = /^\{(\d+)\}$/.exec(piece);
        if (hole === null) return piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        holes.push(Number(hole[1]));
        return '(.*?)';
      })
      .join('');
    const found = new RegExp(`^${pattern}$`, 's').exec(text);
    if (found === null) continue;
    const parts: (Said | string)[] = [];
    holes.forEach((hole, k) => {
      parts[hole] = recognised(elementAt(found, k + 1));
    });
    return new Said(form, parts);
  }
  return text;
}
