import * as messages from '../messages.js';
import { type Path, placeOf } from '../source/tree.js';
import { type Build, report } from './context.js';

/** Reports items of a list that have a name which stands there before. */
export function checkNames(build: Build, path: Path, what: string, items: readonly { readonly name: string }[]): void {
  const seen = new Map<string, number>();
  for (const [index, { name }] of items.entries()) {
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, index);
      continue;
    }
    const { path: file, line, column } = placeOf(build.root, [...path, first]);
    report(build, [...path, index, 'name'], messages.nameTwice(what, name, `${file}:${line}:${column}`));
  }
}
