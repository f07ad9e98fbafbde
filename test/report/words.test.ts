import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SLOW } from '../slow.js';
import { moneyText } from './words-support.js';

type Language = 'en' | 'az' | 'tr' | 'ar';

/** A line of a catalogue in a language. */
interface Line {
  readonly language: Language;
  readonly place: string;
  readonly words: string;
}

/** Every line of the catalogues of reports, planner and messages that is no comment. */
const LINES: readonly Line[] = ['src/report/text', 'src/planner/words', 'src/words/catalogues'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name): Line[] => {
    const language = /(?:^|\/)(en|az|tr|ar)(?=[-./])/.exec(name)?.[1] as Language | undefined;
    if (language === undefined || !name.endsWith('.ts')) return [];
    return readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .map((words, k) => ({ language, place: `${folder}/${name}:${k + 1}`, words }))
      .filter(({ words }) => !/^\s*(?:\/?\*|\/\/|import\b)/.test(words));
  }),
);

const placesOf = (language: Language | null, wrong: RegExp): readonly string[] =>
  LINES.filter((line) => (language === null || line.language === language) && wrong.test(line.words)).map(
    ({ place, words }) => `${place} ${words.trim()}`,
  );

describe('the words of reports, planner and messages', () => {
  it('are looked through in four languages', () => {
    for (const language of ['en', 'az', 'tr', 'ar'])
      expect(LINES.filter((line) => line.language === language).length).toBeGreaterThan(300);
  });

  it.each([
    ['az', 'futures that are drawn are no filming or lottery', /çəkiliş/i],
    ['az', 'a seed of figures is none of a plant, slack no discount', /toxum|güzəşt/i],
    ['tr', 'futures that are drawn are no raffle, a seed none of a plant', /çekiliş|tohum/i],
    ['ar', 'futures that are drawn are no raffle, and creatives have no luck', /سحوبات|حظ المواد/],
    ['en', 'one of one is not all 1', /\ball 1\b|\bAll 2 targets are missed\b/],
    ['en', 'subjects and verbs go together', /all lines matters|from to the end/],
  ] as const)('%s: %s', (language, _, wrong) => {
    expect(placesOf(language, wrong)).toEqual([]);
  });

  it('put no case on a figure or a name that comes in', () => {
    for (const language of ['az', 'tr'] as const) expect(placesOf(language, /\$\{[^}]*\}['’-]?\p{Ll}/u)).toEqual([]);
  });

  it('say eight of ten with the ending of "eight of them", and by the vowels of the number', () => {
    expect(placesOf('az', /dan (?:8-(?:ni|nin|də|dən)|9-(?:nu|nun|da|dan|i))(?!\p{L})/u)).toEqual([]);
    expect(placesOf('tr', /['’](?:ında|ını|ının)(?!\p{L})/u).filter((line) => /[2-8]['’]/.test(line))).toEqual([]);
  });

  it('put no counted noun right after a figure in Arabic, whose form hangs on the figure, but by its six forms', () => {
    const noun =
      'طلب|شخص|إعلان|نقطة|نقاط|تحويل|رقم|منشور|عميل|أسبوع|شهر|صف|سطر|بند|خطة|هدف|قاعدة|محاكاة|عمود|حملة|فترة|خطأ|ملف|ميزانية';
    const after = new RegExp(`\\$\\{(?!counted)[^}]*\\} (?:${noun})(?:ًا|ات|ين|ان)?(?![\\u0600-\\u06FF])`, 'u');
    expect(placesOf('ar', after)).toEqual([]);
  });

  it('have terms of the method in the fold of the method only', () => {
    const method = /kkt:|text\/trust\//;
    expect(placesOf(null, /KKT/).filter((line) => !method.test(line))).toEqual([]);
  });

  it('end no sentence in two stops, where a currency has one of its own', SLOW, () => {
    for (const currency of ['AED', 'SAR', 'KWD']) {
      for (const text of moneyText(currency)) expect(text).not.toMatch(/(?<!\.)\.[\u200e\u200f\u061c]*\.(?!\.)/u);
    }
  });
});
