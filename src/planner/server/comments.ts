import { type Document, isMap, isNode, isSeq, parseDocument } from 'yaml';
import { scenarioWords } from '../../calibrate/words/scenario/index.js';
import { firstOf } from '../../required.js';
import { LANGUAGES } from '../../units/locale.js';
import { positionsOf } from '../edits/positions.js';

/** What a scenario's file says beside its figures. */
export interface FileComments {
  /** Whether its figures come from exports (`huni calibrate`, `huni plan`). */
  readonly calibrated: boolean;
  /** The lines at its head, where it was made from exports: what was read, how well it holds. */
  readonly notes: readonly string[];
  /** The comment beside a value; `null` where there is none. */
  beside(path: readonly (string | number)[]): string | null;
}

/** How a file made from exports begins, in whatever language it was made. */
const HEADS = LANGUAGES.map((language) => firstOf(scenarioWords(language).sentences.calibratedFrom('\n').split('\n')));

/** Reads a file's comments; a file that is no YAML has none. */
export function fileComments(text: string): FileComments {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
  const head = document.errors.length > 0 ? '' : headOf(document);
  const calibrated = HEADS.some((begins) => head.trimStart().startsWith(begins));
  return {
    calibrated,
    notes: calibrated
      ? head
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
      : [],
    beside: (path) => {
      if (document.errors.length > 0 || !isMap(document.contents)) return null;
      const positions = positionsOf(document, path);
      const node = positions === null ? null : document.getIn(positions, true);
      return isNode(node) && !isSeq(node) && typeof node.comment === 'string' ? node.comment.trim() : null;
    },
  };
}

/** The library puts a file's first lines before the document, or before its first key where no blank line parts them. */
function headOf({ commentBefore, contents }: Document): string {
  if (typeof commentBefore === 'string') return commentBefore;
  if (!isMap(contents)) return '';
  if (typeof contents.commentBefore === 'string') return contents.commentBefore;
  const first = contents.items[0]?.key;
  return isNode(first) && typeof first.commentBefore === 'string' ? first.commentBefore : '';
}
