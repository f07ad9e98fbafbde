import { elementAt, required } from '../../../required.js';

/** Where a position in a scenario's text is: within which map or list, and what stands there. */
interface YamlPlace {
  /** Keys and positions in lists, from the outside; of a value its own key last. */
  readonly path: readonly (string | number)[];
  readonly kind: 'key' | 'value';
  /** What of the word is before the position, and where it begins. */
  readonly typed: string;
  readonly from: number;
  /** Keys that the map has already, this one aside. */
  readonly others: readonly string[];
}

interface Level {
  readonly indent: number;
  readonly step: string | number;
}

const KEY = /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#:{}[\],&*!|>'"%@`-][^:#]*?)\s*:(?=\s|$)/;

/** Stands for a comment, of which no schema says anything. */
const COMMENT = '#';

/**
 * Reads as much of YAML as tells where a position is, in a text that may be wrong anywhere: it is being typed. Block maps and lists by
 * their indentation, flow ones by their brackets.
 */
export function yamlPlace(text: string, position: number): YamlPlace {
  const keys = new Map<string, string[]>();
  const note = (path: readonly (string | number)[], key: string): void => {
    const name = JSON.stringify(path);
    keys.set(name, [...(keys.get(name) ?? []), key]);
  };
  let levels: Level[] = [];
  let found: YamlPlace | null = null;
  let at = 0;
  while (at <= text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const here = position >= at && position <= end;
    const own = here ? line.slice(0, position - at) : withoutComment(line);
    if (here && /(^|\s)#/.test(own)) return { path: [COMMENT], kind: 'value', typed: '', from: position, others: [] };
    const read = readLine(own, levels);
    // An empty line ends nothing, but where somebody begins to type in it.
    if (here || own.trim() !== '') ({ levels } = read);
    const path = levels.map(({ step }) => step);
    if (read.key !== null && !(here && read.value === null)) note(path.slice(0, -1), read.key);
    const flowStart = read.value !== null && /^[{[]/.test(read.value.text) ? at + read.value.column : null;
    let next = end + 1;
    if (flowStart !== null) {
      // A flow map or list may go on over lines.
      const closes = flowEnd(text, flowStart);
      if (position > flowStart && position <= closes)
        found ??= inFlow(text.slice(flowStart, position), path, flowStart);
      next = Math.max(next, lineEnd(text, Math.min(closes, text.length)) + 1);
    } else if (here) {
      found ??=
        read.value === null
          ? { path: parentOf(read), kind: 'key', typed: read.rest.text, from: at + read.rest.column, others: [] }
          : { path, kind: 'value', typed: read.value.text, from: at + read.value.column, others: [] };
    } else if (read.value !== null && /^[|>][-+\d]*$/.test(read.value.text)) {
      next = afterBlockText(text, next, levels.at(-1)?.indent ?? 0);
    }
    at = next;
  }
  const place = found ?? { path: [], kind: 'key', typed: '', from: position, others: [] };
  const others = keys.get(JSON.stringify(place.path)) ?? [];
  return place.kind === 'key' && place.others.length === 0 ? { ...place, others } : place;
}

interface Piece {
  readonly text: string;
  /** Within its line. */
  readonly column: number;
}

interface ReadLine {
  readonly levels: Level[];
  readonly key: string | null;
  /** What stands behind a key or a dash; `null`: a key is being typed. */
  readonly value: Piece | null;
  readonly rest: Piece;
}

/** One line after those before it: which map it is in, its key, what follows. */
function readLine(line: string, before: readonly Level[]): ReadLine {
  let column = required(/^ */.exec(line))[0].length;
  let content = line.slice(column);
  let levels = [...before];
  if (content === '') {
    levels = levels.filter(({ indent }) => indent < column);
    return { levels, key: null, value: null, rest: { text: '', column } };
  }
  for (let dash = /^-(\s+|$)/.exec(content); dash !== null; dash = /^-(\s+|$)/.exec(content)) {
    const own = column;
    const last = levels.find(({ indent, step }) => indent === own && typeof step === 'number');
    levels = levels.filter(({ indent, step }) => indent < own || (indent === own && typeof step === 'string'));
    levels.push({ indent: own, step: last === undefined ? 0 : Number(last.step) + 1 });
    column += dash[0].length;
    content = content.slice(dash[0].length);
  }
  const own = column;
  levels = levels.filter(({ indent }) => indent < own);
  const key = KEY.exec(content);
  if (key === null) {
    // `- {…}`: an item that is no map of its own lines.
    const isValue = /^[{["'&*]/.test(content) && typeof levels.at(-1)?.step === 'number';
    const piece = { text: content, column };
    return { levels, key: null, value: isValue ? piece : null, rest: piece };
  }
  const name = unquoted(elementAt(key, 1));
  const gap = required(/^\s*/.exec(content.slice(key[0].length)))[0].length;
  const start = key[0].length + gap;
  levels.push({ indent: own, step: name });
  return {
    levels,
    key: name,
    value: { text: content.slice(start), column: column + start },
    rest: { text: content, column },
  };
}

const parentOf = ({ levels }: ReadLine): readonly (string | number)[] => levels.map(({ step }) => step);

/** Where a position within brackets is. @param written from the first bracket to the position */
function inFlow(written: string, path: readonly (string | number)[], start: number): YamlPlace {
  interface Frame {
    readonly isMap: boolean;
    key: string | null;
    index: number;
    readonly keys: string[];
  }
  const frames: Frame[] = [];
  let token = 0;
  let quote = '';
  for (let k = 0; k < written.length; k++) {
    const character = elementAt(written, k);
    const top = frames.at(-1);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '{' || character === '[') {
      frames.push({ isMap: character === '{', key: null, index: 0, keys: [] });
      token = k + 1;
    } else if (character === '}' || character === ']') {
      frames.pop();
      token = k + 1;
    } else if (character === ',' && top !== undefined) {
      top.key = null;
      top.index++;
      token = k + 1;
    } else if (character === ':' && top?.isMap === true && top.key === null && /[\s]|^$/.test(written[k + 1] ?? '')) {
      top.key = unquoted(written.slice(token, k).trim());
      top.keys.push(top.key);
      token = k + 1;
    }
  }
  const gap = required(/^\s*/.exec(written.slice(token)))[0].length;
  const inner = frames.slice(0, -1).map((frame) => (frame.isMap ? (frame.key ?? '') : frame.index));
  const top = frames.at(-1);
  const isKey = top?.isMap === true && top.key === null;
  return {
    path: [...path, ...inner, ...(top === undefined || isKey ? [] : [top.isMap ? (top.key ?? '') : top.index])],
    kind: isKey ? 'key' : 'value',
    typed: written.slice(token + gap),
    from: start + token + gap,
    others: isKey ? (top?.keys ?? []) : [],
  };
}

/** Where a bracket is closed, or the text's end. */
function flowEnd(text: string, start: number): number {
  let depth = 0;
  let quote = '';
  for (let k = start; k < text.length; k++) {
    const character = elementAt(text, k);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '#' && /\s/.test(text[k - 1] ?? '')) k = lineEnd(text, k);
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return k;
    // A bracket that was never closed ends where the next key at the margin begins.
    else if (character === '\n' && /^[A-Za-z_]+:(\s|$)/.test(text.slice(k + 1, k + 80))) return k;
  }
  return text.length;
}

function afterBlockText(text: string, from: number, indent: number): number {
  let at = from;
  while (at < text.length) {
    const line = text.slice(at, lineEnd(text, at));
    if (line.trim() !== '' && required(/^ */.exec(line))[0].length <= indent) break;
    at += line.length + 1;
  }
  return at;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function withoutComment(line: string): string {
  const comment = /(^|\s)#.*$/.exec(line);
  // One within quotes is none, and rare enough: the line is then read shorter than it is.
  return comment === null ? line : line.slice(0, comment.index).trimEnd();
}

function unquoted(key: string): string {
  return /^(".*"|'.*')$/.test(key) ? key.slice(1, -1) : key.trim();
}
