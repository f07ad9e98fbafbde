import type { ErrorCode, YAMLError } from 'yaml';
import { type Said, say } from './said.js';

/** What each kind of mistake that the YAML library knows asks for. */
const ASKED: Readonly<Record<ErrorCode, Said>> = {
  ALIAS_PROPS: say`an alias (*name) without anchor or tag`,
  BAD_ALIAS: say`a name of letters and digits behind * or &`,
  BAD_COLLECTION_TYPE: say`plain values without tags`,
  BAD_DIRECTIVE: say`no line that begins with %`,
  BAD_DQ_ESCAPE: say`within "…", \\ before a sign that it may stand before, or '…' in place of it`,
  BAD_INDENT: say`the indentation of the lines above`,
  BAD_PROP_ORDER: say`an anchor or tag right before its value`,
  BAD_SCALAR_START: say`quotes round a text that begins with such a sign`,
  BLOCK_AS_IMPLICIT_KEY: say`one "key: value" a line, a value with ": " in it in quotes`,
  BLOCK_IN_FLOW: say`values with commas between them within { } and [ ]`,
  DUPLICATE_KEY: say`each key once`,
  IMPOSSIBLE: say`nothing behind this`,
  KEY_OVER_1024_CHARS: say`a shorter key`,
  MISSING_CHAR: say`a sign that is missing here`,
  MULTILINE_IMPLICIT_KEY: say`a key on one line, with a colon and a space after it`,
  MULTIPLE_ANCHORS: say`one anchor a value`,
  MULTIPLE_DOCS: say`one document a file`,
  MULTIPLE_TAGS: say`plain values without tags`,
  NON_STRING_KEY: say`a word as a key`,
  RESOURCE_EXHAUSTION: say`values nested less deeply`,
  TAB_AS_INDENT: say`spaces: YAML is indented with spaces only`,
  TAG_RESOLVE_FAILED: say`plain values without tags`,
  UNEXPECTED_TOKEN: say`no such sign or word here`,
};

/** Which sign is missing: the library's sentence alone says it. One that isn't here gets its code's sentence. */
const MISSING: readonly (readonly [RegExp, Said])[] = [
  [/closing ["']quote/, say`a quote at the end`],
  [/Missing , (?:or : )?between/, say`a comma between values`],
  [/space after :/, say`a space after the colon`],
  [/Implicit map keys/, say`a colon and a space after the key`],
  [/end with a [}\]]/, say`} or ] at the end`],
  [/Comments must/, say`a space before #`],
  [/without - indicator/, say`"- " before each item of a list`],
  [/Tags and anchors/, say`a space after an anchor or tag`],
];

/** What is asked for where YAML can't be read, in words that catalogues have. */
export function yamlAsked({ code, message }: Pick<YAMLError, 'code' | 'message'>): Said {
  const missing = code === 'MISSING_CHAR' || code === 'BAD_INDENT';
  return (missing ? MISSING.find(([words]) => words.test(message))?.[1] : undefined) ?? ASKED[code];
}
