import { preferences } from '../state/preferences.js';

/** Keeps a range's lower end first for who reads from right to left, where figures bring marks of the other direction with them. */
const RIGHT_TO_LEFT = '\u200f';

/** A range of two written figures. */
export function dashed(low: string, high: string): string {
  const mark = preferences.value.language === 'ar' ? RIGHT_TO_LEFT : '';
  return `${low}${mark} – ${mark}${high}`;
}
