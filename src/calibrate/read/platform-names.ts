/** Words that name a platform, in headers, cells, campaign names and file names; its name as scenarios write it. */
const WORDS: Readonly<Record<string, string>> = {
  facebook: 'facebook',
  fb: 'facebook',
  instagram: 'instagram',
  ig: 'instagram',
  meta: 'meta',
  adwords: 'google',
  google: 'google',
  youtube: 'youtube',
  ctv: 'ctv',
  yahoo: 'yahoo',
  tiktok: 'tiktok',
  linkedin: 'linkedin',
  snapchat: 'snapchat',
  snap: 'snapchat',
  pinterest: 'pinterest',
  reddit: 'reddit',
  googleads: 'google',
  facebookads: 'facebook',
  metaads: 'meta',
  twitter: 'x',
  bing: 'microsoft',
  microsoft: 'microsoft',
  // As they are written in Arabic, each word by itself.
  فيسبوك: 'facebook',
  انستغرام: 'instagram',
  انستجرام: 'instagram',
  انستقرام: 'instagram',
  إنستغرام: 'instagram',
  إنستجرام: 'instagram',
  ميتا: 'meta',
  غوغل: 'google',
  جوجل: 'google',
  يوتيوب: 'youtube',
  تيك: 'tiktok',
  تيكتوك: 'tiktok',
  سناب: 'snapchat',
  سنابشات: 'snapchat',
  لينكدإن: 'linkedin',
  لينكدان: 'linkedin',
  بنترست: 'pinterest',
  بينتريست: 'pinterest',
  ريديت: 'reddit',
  تويتر: 'x',
  إكس: 'x',
};

const wordsOf = (text: string): string[] =>
  text
    // A Turkish capital of "LİNKEDİN" would become an i with a dot of its own.
    .replaceAll('İ', 'i')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** `AwarenessVideo` as two words. */
const parted = (text: string): string => text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');

/** The one platform that a text names, and the word it does it with; `null` for none or several. */
export function platformIn(text: string): { readonly platform: string; readonly word: string } | null {
  let found: { platform: string; word: string } | null = null;
  for (const word of [...wordsOf(text), ...wordsOf(parted(text))]) {
    const platform = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
    if (platform === undefined) continue;
    if (found !== null && found.platform !== platform) return null;
    found ??= { platform, word };
  }
  return found;
}

/** Whether a name is that of a platform whose exports and plans are known here. */
export function isAdPlatform(name: string): boolean {
  return Object.values(WORDS).includes(name) || name === 'x';
}

/** What Google Analytics calls the medium of visits that nobody paid for: `google / organic`. */
const UNPAID = /\/\s*\(?(?:organic|referral|none|email|not set)\)?\s*$/i;

/** A cell of a platform column: `Meta Ads` is meta, `Facebook` facebook; `x` and unknown ones in lower case. */
export function platformOfCell(cell: string): string {
  if (UNPAID.test(cell)) return wordsOf(cell).join(' ');
  return (
    platformIn(cell)?.platform ??
    oneAuction(cell) ??
    wordsOf(cell)
      .filter((word) => word !== 'ads')
      .join(' ')
  );
}

const META: readonly (string | undefined)[] = ['facebook', 'instagram', 'meta'];

/** `Facebook & Instagram` is meta: one auction under two names. */
function oneAuction(cell: string): 'meta' | null {
  const words = wordsOf(cell).filter((word) => word !== 'ads' && word !== 'and');
  return words.length > 1 && words.every((word) => META.includes(WORDS[word])) ? 'meta' : null;
}

/** Platforms that one export has the ads of: Meta's both, Google's with those on YouTube. */
const TOGETHER = [
  ['meta', 'facebook', 'instagram'],
  ['google', 'youtube'],
];

/** Whether a platform's own export can't be of another. */
export function isElsewhere(platform: string, other: string): boolean {
  return platform !== other && !TOGETHER.some((names) => names.includes(platform) && names.includes(other));
}

/** Google's word for video campaigns, which run on YouTube, in the languages of its exports. */
const VIDEO = /^(?:video|vídeo|vidéo|wideo|видео|فيديو|動画|视频)$/iu;

/** The platform of a campaign by Google's name of its type. */
export function platformOfType(type: string): 'youtube' | 'google' {
  return VIDEO.test(type.trim()) ? 'youtube' : 'google';
}
