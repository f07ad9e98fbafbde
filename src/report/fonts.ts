import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export type FontWeight = 'regular' | 'semibold';

/** Paths of the fonts that charts are drawn with: Latin with the letters of Azerbaijani and Turkish and ₼, and Arabic. */
const LATIN: Readonly<Record<FontWeight, string>> = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  semibold: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
};
const ARABIC: Readonly<Record<FontWeight, string>> = {
  regular: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  semibold: '@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf',
};
/** An Arabic font that has the letters of Azerbaijani, and signs of currencies, as well. */
const BOTH: Readonly<Record<FontWeight, string>> = {
  regular: '@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
  semibold: '@expo-google-fonts/vazirmatn/600SemiBold/Vazirmatn_600SemiBold.ttf',
};
const ARABIC_LETTER = /\p{Script=Arabic}/u;
/** What the Arabic font has no shapes for, of what names and amounts are written with. */
const NOT_IN_ARABIC = /[²³¹µ¼½¾ĝĥĵŝŭŨũĨĩŢţƏəƠơƯưǾǿ‒―†‡‰′″₣₤₦-₫₱₹₺₼₽]/;

export const FONT_FAMILY = 'Noto Sans';
/** What an SVG names: the fonts bundled, then what a reader's machine has. */
export const FONT_STACK = 'Noto Sans, Noto Sans Arabic, Segoe UI, system-ui, sans-serif';
/**
 * What an SVG in Arabic names. The Arabic font first: it has Latin letters, too, and resvg, where it has to fall back to a
 * second font within a text, takes the wrong weight and loses letters that join.
 */
export const ARABIC_FONT_STACK = 'Noto Sans Arabic, Noto Sans, Segoe UI, system-ui, sans-serif';

/** @throws where the font packages are not installed. */
export function fontPath(weight: FontWeight, script: 'latin' | 'arabic' = 'latin'): string {
  return require.resolve((script === 'latin' ? LATIN : ARABIC)[weight]);
}

/**
 * An SVG whose texts of Arabic with other letters among it that the Arabic font lacks are set in a font that has both: resvg falls back to one other
 * font a text, and draws boxes for what that lacks.
 */
export function withEveryLetter(svg: string): string {
  return svg.replace(/<text\b[\s\S]*?<\/text>/g, (text) =>
    ARABIC_LETTER.test(text) && NOT_IN_ARABIC.test(text)
      ? text.replaceAll(/(?<=font-family=")[^"]*/g, `Vazirmatn, ${ARABIC_FONT_STACK}`)
      : text,
  );
}

/** The font files that a text needs; Arabic ones only where there is Arabic, since each costs milliseconds to load. */
export function fontFilesFor(text: string): string[] {
  const files = [
    ...Object.values(LATIN),
    ...(ARABIC_LETTER.test(text) ? Object.values(ARABIC) : []),
    ...(text.includes('Vazirmatn') ? Object.values(BOTH) : []),
  ];
  return files.map((file) => require.resolve(file));
}
