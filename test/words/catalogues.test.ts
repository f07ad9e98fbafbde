import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_LINE_FORMS } from '../../src/cli/help.js';
import { translationsOf } from '../../src/words/catalogues/index.js';
import { progressTranslations } from '../../src/words/catalogues/progress.js';
import { phrase, say, translatedBy } from '../../src/words/said.js';
import { templatesIn, templatesOf } from './templates.js';

const LANGUAGES = ['az', 'tr', 'ar'] as const;

/** Whether there is anything to translate besides holes, signs between them and names of options. */
const isWords = (template: string): boolean => /\p{L}/u.test(template.replace(/\{\d+\}|--[a-z-]+(?: compare)?/g, ''));
const holes = (template: string): readonly string[] => [...new Set(template.match(/\{\d+\}/g) ?? [])].sort();

const QUOTED = /'(?<single>(?:[^'\\]|\\.)*)'|"(?<double>(?:[^"\\]|\\.)*)"/;
const literals = (text: string, before: string): readonly string[] =>
  [...text.matchAll(new RegExp(`${before}\\s*(?:${QUOTED.source})`, 'g'))].map(({ groups }) =>
    (groups!.single ?? groups!.double!).replace(/\\'/g, "'"),
  );

const modules = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

/** What options, arguments and commands say of themselves. */
const HELP = modules('src/cli').flatMap((text) => [
  ...literals(text, String.raw`\.description\(`),
  ...literals(text, String.raw`(?:\.option|\.requiredOption|\.argument|new Option)\(\s*'[^']*',`),
]);

/** What a value is expected to be, where a schema says it. */
const EXPECTED = modules('src/scenario').flatMap((text) => [
  ...literals(text, String.raw`\bchoice(?:<\w+>)?\(`),
  ...literals(text, String.raw`\bswitchLeaf\([^']*,`),
  ...literals(text, String.raw`\b(?:wrongKind|missingKey|readPart)\((?:describe\([\w.]+\)|[\w.]+|'\w+'),`),
  ...literals(text, String.raw`\bunknown\(`),
]);

/** As a module writes them; \u0024 is a dollar sign. */
const MODULE = 'say`no \u0024{a === 1 ? say`one \u0024{b}` : {}} here`; say`plain`';

describe('the collector of templates', () => {
  it('puts a hole where an expression is, and looks into those', () => {
    expect(templatesOf(MODULE)).toEqual(['no {0} here', 'one {0}', 'plain']);
  });
});

describe.each(LANGUAGES)('the catalogue in %s', (language) => {
  it('has every sentence that is said', async () => {
    const translations = await translationsOf(language);
    const said = templatesIn('src').filter(isWords);
    expect(said.length).toBeGreaterThan(350);
    expect([...said, ...COMMAND_LINE_FORMS].filter((template) => !Object.hasOwn(translations, template))).toEqual([]);
  });

  it('has what help says of commands and options, and what values are expected', async () => {
    const translations = await translationsOf(language);
    expect(HELP.length).toBeGreaterThan(100);
    expect(EXPECTED.length).toBeGreaterThan(30);
    const missing = [...HELP, ...EXPECTED].filter((text) => isWords(text) && !Object.hasOwn(translations, text));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('has what long work is at where the page finds it', () => {
    const steps = templatesIn('src', 'doing(').filter(isWords);
    expect(steps.length).toBeGreaterThan(20);
    expect(steps.filter((template) => !Object.hasOwn(progressTranslations[language], template))).toEqual([]);
  });

  it('keeps the holes of every sentence, and ends none in a double stop', async () => {
    for (const [template, text] of Object.entries(await translationsOf(language))) {
      expect(holes(text), template).toEqual(holes(template));
      expect(text, template).not.toMatch(/(?<!\.)\.\.(?!\.)(?!k)(?!1)(?!\])/);
      expect(text.trim(), template).not.toBe('');
    }
  });

  it('is in its own letters', async () => {
    const foreign = language === 'ar' ? /\p{Script=Cyrillic}/u : /[\p{Script=Cyrillic}\p{Script=Arabic}]/u;
    for (const [template, text] of Object.entries(await translationsOf(language)))
      expect(text, template).not.toMatch(foreign);
  });
});

describe('a sentence', () => {
  it('is English as text, and told by a catalogue with its parts', () => {
    const words = say`no ${phrase('line')} ${'"x"'}, ${3} of ${say`a list of ${2}`}`;
    expect(String(words)).toBe('no line "x", 3 of a list of 2');
    const told = { 'no {0} {1}, {2} of {3}': '{3}: {1} {0} yok ({2})', line: 'kalem', 'a list of {0}': 'liste {0}' };
    expect(translatedBy(told, words)).toBe('liste 2: "x" kalem yok (3)');
  });

  it('does not take a part for a hole', () => {
    expect(translatedBy({}, say`found ${'{1}'}, expected ${'b'}`)).toBe('found {1}, expected b');
  });

  it('stays English where a catalogue does not have it, whatever it is called', () => {
    expect(translatedBy({}, phrase('constructor'))).toBe('constructor');
  });
});
