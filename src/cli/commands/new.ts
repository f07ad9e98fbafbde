import { newScenarioText } from '../../scenario/index.js';
import { translationsOf } from '../../words/catalogues/index.js';
import { say, translatedBy } from '../../words/said.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { writeFileWhole } from '../write-file.js';

/** `huni new [NAME]`: a commented scenario in NAME.yaml, never over a file that is there. */
export async function newCommand(name: string, effects: Effects): Promise<ExitCode> {
  const title = name.replace(/\.ya?ml$/i, '').trim();
  if (title === '' || /[/\\\0]/.test(title) || title.startsWith('.')) {
    throw new InputError(say`found "${name}", expected a plain name such as "spring-launch"`);
  }
  const path = `${title}.yaml`;
  const language = effects.language ?? 'en';
  const inLanguage = { language, translations: await translationsOf(language) };
  await writeFileWhole(path, newScenarioText(title, inLanguage), { replace: false });
  const next = say`Wrote ${path}. Next: huni run ${/\s/.test(path) ? `"${path}"` : path}`;
  effects.out(`${translatedBy(inLanguage.translations, next)}\n`);
  return EXIT.ok;
}
