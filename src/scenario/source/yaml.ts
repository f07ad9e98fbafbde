import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { type Said, say } from '../../words/said.js';
import { yamlAsked } from '../../words/yaml-mistakes.js';
import * as messages from '../messages.js';
import { type Fault, type Place, type Problem, problemAt } from '../problem.js';
import type { MapEntry, SourceNode } from './tree.js';

/** Deeper than any scenario; keeps recursion far from the stack's end. */
const MAX_DEPTH = 64;
/** A file of 1 MiB without aliases stays below; aliases of aliases pass it at once. */
const MAX_NODES = 600_000;
const MAX_SYNTAX_PROBLEMS = 3;

/** A file's tree, and the YAML document it came from (comments and all) for writing it back. */
export type YamlReading =
  | { readonly ok: true; readonly root: SourceNode; readonly document: Document }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads YAML 1.2 (or JSON, which is a part of it) into a tree with places. Never throws, whatever the text. */
export function readYaml(text: string, path: string): YamlReading {
  if (text.trim() === '')
    return { ok: false, problems: [problemAt({ path, line: 0, column: 0 }, messages.emptyFile())] };
  const lines = new LineCounter();
  // The library's own check for equal keys compares every pair: a minute for a file of 60,000 keys. `convert` does it.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  if (document.errors.length > 0) return { ok: false, problems: syntaxProblems(document.errors, lines, text, path) };
  const placeAt = (offset: number): Place => ({
    path,
    line: lines.linePos(offset).line,
    column: lines.linePos(offset).col,
  });
  if (document.contents === null) {
    return { ok: false, problems: [problemAt({ path, line: 0, column: 0 }, messages.emptyFile())] };
  }
  const problems: Problem[] = document.warnings
    .slice(0, 1)
    .map((warning) => problemAt(placeAt(warning.pos[0]), messages.unknownTag(tagOf(text, warning.pos))));
  if (problems.length > 0) return { ok: false, problems };
  const root = convert(document.contents, placeAt, problems);
  if (problems.length > 0 || root === null) return { ok: false, problems };
  if (root.kind !== 'map') return { ok: false, problems: [problemAt(root.place, messages.notAMap(describe(root)))] };
  return { ok: true, root, document };
}

function syntaxProblems(errors: readonly YAMLError[], lines: LineCounter, text: string, path: string): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<number>();
  for (const error of errors) {
    const { line, col } = lines.linePos(error.pos[0]);
    // One slip makes the parser stumble several times, on one line or on those right below.
    if (seen.has(line) || seen.has(line - 1) || problems.length === MAX_SYNTAX_PROBLEMS) continue;
    seen.add(line);
    problems.push(problemAt({ path, line, column: col }, syntaxFault(error, lineText(text, error.pos[0]))));
  }
  return problems;
}

function syntaxFault(error: YAMLError, line: string): Fault {
  if (error.code === 'TAB_AS_INDENT') return messages.tabIndentation();
  if (error.code === 'MULTIPLE_DOCS') return messages.severalDocuments();
  if (error.code === 'RESOURCE_EXHAUSTION') return messages.tooDeep(MAX_DEPTH);
  const noColon = error.code === 'MISSING_CHAR' && error.message.startsWith('Implicit map keys');
  // Without its colon a line reads as the beginning of a key that goes on in the next.
  if (noColon || (error.code === 'MULTILINE_IMPLICIT_KEY' && !line.includes(': '))) return messages.missingColon(line);
  return messages.badSyntax(line, yamlAsked(error));
}

function lineText(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end === -1 ? undefined : end);
}

function tagOf(text: string, [start, end]: readonly [number, number]): string {
  return text.slice(start, end).split(/\s/)[0] ?? '';
}

function convert(contents: unknown, placeAt: (offset: number) => Place, problems: Problem[]): SourceNode | null {
  const anchors = new Map<string, SourceNode>();
  const sizes = new Map<SourceNode, number>();
  let nodes = 0;

  const refuse = (place: Place, fault: Fault): null => {
    if (problems.length < 10) problems.push(problemAt(place, fault));
    return null;
  };
  const visit = (node: ParsedNode | null, fallback: Place, depth: number): SourceNode | null => {
    const place = node?.range === undefined || node === null ? fallback : placeAt(node.range[0]);
    if (depth > MAX_DEPTH) return refuse(place, messages.tooDeep(MAX_DEPTH));
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) return refuse(place, messages.unknownAlias(node.source));
      nodes += sizes.get(target) ?? 1;
      return nodes > MAX_NODES ? refuse(place, messages.tooManyAliases()) : target;
    }
    const before = nodes;
    nodes += 1;
    const made = build(node, place, depth);
    if (made !== null && node !== null && 'anchor' in node && node.anchor) {
      anchors.set(node.anchor, made);
      sizes.set(made, nodes - before);
    }
    return made;
  };
  const build = (node: ParsedNode | null, place: Place, depth: number): SourceNode | null => {
    if (isMap(node)) return buildMap(node.items as readonly YamlPair[], place, depth);
    if (isSeq(node)) {
      const items: SourceNode[] = [];
      for (const item of node.items) {
        const made = visit(item as ParsedNode | null, place, depth + 1);
        if (made === null) return null;
        items.push(made);
      }
      return { kind: 'list', items, place };
    }
    const value = isScalar(node) ? node.value : null;
    const text = isScalar(node) && typeof node.source === 'string' ? node.source : String(value ?? '');
    if (typeof value === 'bigint' || typeof value === 'number')
      return { kind: 'scalar', value: Number(value), text, place };
    const plain = typeof value === 'string' || typeof value === 'boolean' ? value : null;
    return { kind: 'scalar', value: plain, text, place };
  };
  const buildMap = (pairs: readonly YamlPair[], place: Place, depth: number): SourceNode | null => {
    const entries = new Map<string, MapEntry>();
    for (const pair of pairs) {
      const keyPlace = pair.key === null ? place : placeAt(pair.key.range[0]);
      if (!isScalar(pair.key)) return refuse(keyPlace, messages.keyNotText());
      const key = pair.key.source ?? String(pair.key.value);
      if (key === '__proto__') return refuse(keyPlace, messages.unknownKey(key, []));
      const first = entries.get(key);
      if (first !== undefined) {
        refuse(keyPlace, messages.duplicateKey(key, first.keyPlace.line));
        continue;
      }
      const made = visit(pair.value, keyPlace, depth + 1);
      if (made === null) return null;
      entries.set(key, { keyPlace, node: made });
    }
    return { kind: 'map', entries, place };
  };
  return visit(contents as ParsedNode | null, placeAt(0), 0);
}

interface YamlPair {
  readonly key: ParsedNode | null;
  readonly value: ParsedNode | null;
}

function describe(node: SourceNode): Said {
  return node.kind === 'list' ? say`a list` : say`the text "${node.kind === 'scalar' ? node.text.slice(0, 40) : ''}"`;
}
