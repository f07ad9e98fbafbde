import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The templates of all sentences that modules under `folder` make with `say`, in the order they stand in.
 *
 * @param before what stands right before each of them
 */
export function templatesIn(folder: string, before = ''): readonly string[] {
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.ts')) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    if (!text.includes("words/said.js'")) continue;
    for (const template of templatesOf(text, before)) found.add(template);
  }
  return [...found];
}

/** The templates of a module's text: a hole for each `${…}`, the expressions within looked through, too. */
export function templatesOf(text: string, before = ''): readonly string[] {
  const found: string[] = [];
  for (const { index } of text.matchAll(/\bsay`/g)) {
    if (text.slice(0, index).endsWith(before)) found.push(templateAt(text, index + 'say`'.length).template);
  }
  return found;
}

function templateAt(text: string, from: number): { readonly template: string; readonly end: number } {
  let template = '';
  let holes = 0;
  let at = from;
  while (text[at] !== '`') {
    if (text[at] === '\\') {
      template += text[at + 1] === 'n' ? '\n' : text[at + 1];
      at += 2;
    } else if (text.startsWith('${', at)) {
      template += `{${holes}}`;
      holes += 1;
      at = endOfHole(text, at + 2);
    } else {
      template += text[at];
      at += 1;
    }
  }
  return { template, end: at + 1 };
}

/** Where an expression in `${…}` is over; it may hold templates and braces of its own. */
function endOfHole(text: string, from: number): number {
  let depth = 1;
  let at = from;
  while (depth > 0) {
    if (text[at] === '`') at = templateAt(text, at + 1).end;
    else {
      if (text[at] === '{') depth += 1;
      if (text[at] === '}') depth -= 1;
      at += 1;
    }
  }
  return at;
}
