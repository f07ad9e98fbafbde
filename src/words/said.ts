import { required } from '../required.js';

/**
 * A sentence with its parts apart, so that it can be reported in another language: the template is the English text with `{0}`,
 * `{1}`, … where parts stand, and is what catalogues are looked up by, as gettext does. As text it is the English sentence.
 */
export class Said {
  constructor(
    readonly template: string,
    readonly parts: readonly Words[] = [],
  ) {}

  /** The sentence in English. */
  toString(): string {
    return filled(this.template, this.parts.map(String));
  }
}

/** A part of a sentence: somebody's own words or a figure, left as they are, or a sentence that is translated, too. */
export type Words = string | number | Said;

/** Makes a sentence of a template literal: ``say`no line ${name}` ``. */
export function say(pieces: TemplateStringsArray, ...parts: readonly Words[]): Said {
  return new Said(
    pieces.reduce((text, piece, k) => `${text}{${k - 1}}${piece}`),
    parts,
  );
}

/** A text that is no user's own, to be looked up as a whole; one that is a sentence already stays that. */
export function phrase(text: string | Said): Said {
  return typeof text === 'string' ? new Said(text) : text;
}

/** A sentence without its class: what JSON and messages between threads carry. */
export interface PlainSaid {
  readonly template: string;
  readonly parts: readonly (string | number | PlainSaid)[];
}

/** A sentence to be sent, and translated at the other end into whatever language is read there. */
export function plainOf({ template, parts }: Said): PlainSaid {
  return { template, parts: parts.map((part) => (part instanceof Said ? plainOf(part) : part)) };
}

/** What was sent is a sentence again. */
export function saidFrom({ template, parts }: PlainSaid): Said {
  return new Said(
    template,
    parts.map((part) => (typeof part === 'object' ? saidFrom(part) : part)),
  );
}

/** A catalogue: what English templates are in another language. */
export type Translations = Readonly<Record<string, string>>;

/** A catalogue with every sentence of another, and no more: the compiler holds languages to each other. */
export type SameSentences<Other extends Translations> = { readonly [Template in keyof Other]: string };

/** The sentence by a catalogue; a template that is not in it stays English. */
export function translatedBy(translations: Translations, words: Words): string {
  if (!(words instanceof Said)) return String(words);
  const { template } = words;
  const text = Object.hasOwn(translations, template) ? required(translations[template]) : template;
  return filled(
    text,
    words.parts.map((part) => translatedBy(translations, part)),
  );
}

function filled(template: string, parts: readonly string[]): string {
  return parts.length === 0 ? template : template.replace(/\{(\d+)\}/g, (hole, k: string) => parts[Number(k)] ?? hole);
}
