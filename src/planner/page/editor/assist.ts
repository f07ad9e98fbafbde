import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { yamlLanguage } from '@codemirror/lang-yaml';
import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';
import { required } from '../../../required.js';
import { describedBy, keysOf, nodesAt, type SchemaNode, takesOwnKeys, valuesOf } from './schema-search.js';
import { yamlPlace } from './yaml-place.js';

/** What the editor knows of a file besides its schema. */
export interface Assistance {
  readonly schema: SchemaNode;
  readonly platforms: readonly string[];
  /** Ids of the plan's lines. */
  lines(): readonly string[];
  /** What a key means, in the page's language; empty where nobody has said. */
  meaning(path: readonly (string | number)[], described: string): string;
  /** What goes before values that may stand there. */
  readonly oneOf: string;
  /** What an example is called. */
  readonly example: string;
}

type Path = readonly (string | number)[];

/** Completion of keys and values, and their documentation where a pointer rests. */
export function assist(assistance: Assistance) {
  return [
    yamlLanguage.data.of({ autocomplete: (context: CompletionContext) => complete(assistance, context) }),
    hoverTooltip((view, position) => explain(assistance, view, position)),
  ];
}

function complete(assistance: Assistance, { state, pos, explicit }: CompletionContext): CompletionResult | null {
  const place = yamlPlace(state.doc.toString(), pos);
  if (place.typed === '' && !explicit) return null;
  const options =
    place.kind === 'key'
      ? keyOptions(assistance, place.path, place.others)
      : valueOptions(assistance, place.path, place.typed === '');
  // A list of scalars offers on its dash what its items may be.
  return options.length === 0 ? null : { from: place.from, options, validFor: /^[\w/@.%-]*$/ };
}

function keyOptions(assistance: Assistance, path: Path, others: readonly string[]): readonly Completion[] {
  const { schema } = assistance;
  const nodes = nodesAt(schema, path);
  const known = [...keysOf(nodes).keys()].map((key): Completion => {
    const own = nodesAt(schema, [...path, key]);
    const info = assistance.meaning([...path, key], describedBy(own));
    return { label: key, type: 'property', apply: `${key}: `, ...(info === '' ? {} : { info }) };
  });
  const named = takesOwnKeys(nodes)
    ? (path.at(-1) === 'lines' ? assistance.lines() : assistance.platforms).map(
        (name): Completion => ({ label: name, type: 'variable', apply: `${name}: ` }),
      )
    : [];
  return [...known, ...named].filter(({ label }) => !others.includes(label));
}

/** @param withExamples what only shows how something is written, and would take the place of what somebody types */
function valueOptions(assistance: Assistance, path: Path, withExamples: boolean): readonly Completion[] {
  const nodes = nodesAt(assistance.schema, path);
  const platforms = isPlatform(path) ? assistance.platforms.map((text) => ({ text, isExample: false })) : [];
  const own = valuesOf(nodes).filter(
    ({ text, isExample }) => (withExamples || !isExample) && !platforms.some((one) => one.text === text),
  );
  return [...platforms, ...own].map(({ text, isExample }) => ({
    label: text,
    type: isExample ? 'text' : 'enum',
    ...(isExample ? { detail: assistance.example, boost: -1 } : {}),
  }));
}

/** `platform: …`, and items of `platforms: […]`. */
function isPlatform(path: Path): boolean {
  return path.at(-1) === 'platform' || (typeof path.at(-1) === 'number' && path.at(-2) === 'platforms');
}

function explain(assistance: Assistance, { state }: EditorView, position: number): Tooltip | null {
  const text = state.doc.toString();
  const word = wordAt(text, position);
  if (word === null) return null;
  const place = yamlPlace(text, word.to);
  const path = place.kind === 'key' ? [...place.path, text.slice(word.from, word.to)] : place.path;
  const nodes = nodesAt(assistance.schema, path);
  if (nodes.length === 0) return null;
  const meaning = assistance.meaning(path, describedBy(nodes));
  const values = valuesOf(nodes).map((one) => one.text);
  if (meaning === '' && values.length === 0) return null;
  return {
    pos: word.from,
    end: word.to,
    above: true,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'doc';
      dom.setAttribute('role', 'tooltip');
      const name = document.createElement('strong');
      name.textContent = path.filter((step) => typeof step === 'string').join(' › ');
      const says = document.createElement('p');
      says.textContent = meaning;
      dom.append(name, says);
      if (values.length > 0) {
        const list = document.createElement('p');
        list.textContent = `${assistance.oneOf} ${values.join(', ')}`;
        dom.append(list);
      }
      return { dom };
    },
  };
}

function wordAt(text: string, position: number): { readonly from: number; readonly to: number } | null {
  const before = required(/[\w]*$/.exec(text.slice(Math.max(0, position - 80), position)))[0];
  const after = required(/^[\w]*/.exec(text.slice(position, position + 80)))[0];
  return before === '' && after === '' ? null : { from: position - before.length, to: position + after.length };
}
