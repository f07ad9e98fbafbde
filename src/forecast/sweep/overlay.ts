import { posix } from 'node:path';
import type { Point, Vary } from './types.js';

type Tree = { [key: string]: unknown };

/**
 * The variant of a plan as a file of its own: it extends the plan and sets the varied keys, so that it is read, merged and
 * refused like any other file. The budget is not in it: it scales the lines' budgets once they are known.
 *
 * @param main path of the plan
 */
export function overlayText(main: string, varied: readonly Vary[], point: Point): string {
  const overlay: Tree = { extends: posix.basename(main) };
  varied.forEach(({ key }, k) => {
    if (key !== 'budget') put(overlay, key.split('.'), point[k].value);
  });
  return JSON.stringify(overlay);
}

/** `lines.PLATFORM/STAGE[/SEGMENT].KEY` means the line of that id, every other path a map in a map. */
function put(tree: Tree, path: readonly string[], value: unknown): void {
  const [first, ...rest] = path;
  if (first === 'lines' && rest.length > 1) {
    const lines = (tree.lines ?? []) as Tree[];
    tree.lines = lines;
    const [platform, stage, segment] = rest[0].split('/');
    const same = lines.find((one) => one.platform === platform && one.stage === stage && one.segment === segment);
    const line: Tree = same ?? { platform, stage, ...(segment === undefined ? {} : { segment }) };
    if (same === undefined) lines.push(line);
    put(line, rest.slice(1), value);
  } else if (rest.length === 0) {
    tree[first] = value;
  } else {
    tree[first] = { ...(tree[first] as Tree | undefined) };
    put(tree[first] as Tree, rest, value);
  }
}
