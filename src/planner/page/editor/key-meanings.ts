import type { Language } from '../../../units/locale.js';
import { type YamlKey, yamlKeyWords } from '../../words/yaml-keys.js';
import { names } from '../names.js';
import { words } from '../state/preferences.js';

/**
 * What a key of a scenario means, in the page's language: of the top ones a sentence, of figures their name and what it means. The
 * schema's own words, which are English, where that is the page's language.
 */
export function keyMeaning(path: readonly (string | number)[], described: string, language: Language): string {
  const key = String(path.at(-1) ?? '');
  const top = path.length === 1 ? yamlKeyWords[language] : null;
  if (top !== null && Object.hasOwn(top, key)) return top[key as YamlKey];
  const { metrics, quantities, rules } = names();
  const known: Readonly<Record<string, string>> = path[0] === 'rules' ? rules : { ...quantities, ...metrics };
  const { figures } = words().meanings;
  const isFigure = path[0] === 'lines' || path[0] === 'economics' || path[0] === 'market' || path[0] === 'rules';
  const meaning =
    isFigure && path[0] !== 'rules' && Object.hasOwn(figures, key) ? figures[key as keyof typeof figures] : '';
  const own = language === 'en' ? described : '';
  return [isFigure && Object.hasOwn(known, key) ? `${known[key]}.` : '', meaning, own]
    .filter((part) => part !== '')
    .join(' ');
}
