import { dirname } from 'node:path';
import type { MakeExtras } from '../approvals/reproduce.js';
import { LIVE, livePage } from './live-page.js';
import type { RunPart } from './part-names.js';
import { makeParts, PART_FILES } from './report-parts.js';

/**
 * Makes a report's extras anew, for approvals to hold them against those that are there: the page that reprices itself, and the
 * sections of `--with`, which left their figures beside the page. Of a comparison these are a file's own variants: other files
 * that it was compared with aren't in its folder.
 */
export const makeExtras: MakeExtras = async (there, { scenario, bytes }, { workers, signal, onProgress }) => {
  const names = (Object.keys(PART_FILES) as (keyof typeof PART_FILES)[]).filter((name) => there.has(PART_FILES[name]));
  const { seed, draws, sampler, path, language, languageAsked } = scenario;
  const { parts, files } = await makeParts(
    names satisfies readonly RunPart[],
    scenario,
    [path],
    { seed, draws, sampler, root: dirname(path), ...(languageAsked === true ? { language } : {}) },
    { workers, signal, onProgress: onProgress ?? (() => undefined) },
  );
  return {
    parts,
    files: new Map([...files, ...(there.has(LIVE) ? [[LIVE, await livePage(scenario, bytes)] as const] : [])]),
  };
};
