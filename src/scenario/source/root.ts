import { dirname, extname } from 'node:path';
import { behindLinks, isInside } from '../../files/inside.js';
import * as messages from '../messages.js';
import type { Fault } from '../problem.js';

/** Where a scenario may read what it names: other people's plans are run, too, and read nothing but what lies with them. */
export interface Access {
  /** No file outside it is read, by whatever links. */
  readonly root: string;
}

/** The folder that a scenario's files are looked for in, unless somebody says otherwise: its own. */
export function accessOf(path: string, root: string | undefined): Access {
  return { root: root ?? dirname(path) };
}

const PLAN = ['.yaml', '.yml', '.json'];
const DATA = ['.csv', '.tsv', '.txt'];

/** Whether a file may be quoted in a message: what is named as data, by its own name and by the one behind links. */
export async function isNamedAsData(path: string): Promise<boolean> {
  return isNamed(path, DATA);
}

async function isNamed(path: string, endings: readonly string[]): Promise<boolean> {
  const names = [path, await behindLinks(path).catch(() => path)];
  return names.every((name) => endings.includes(extname(name).toLowerCase()));
}

const PLAN_KEYS = /(^|[{,])\s*["']?(lines|budget|extends)["']?\s*:/m;

/**
 * Whether a text may be quoted where it is no valid plan: by the file's name, or, of one by another name (a pipe has none), since it
 * has a key that every plan has. Whoever names a file of the machine by mistake doesn't find it in a log.
 */
export function mayBeAPlan(text: string, path: string): boolean {
  return PLAN.includes(extname(path).toLowerCase()) || PLAN_KEYS.test(text);
}

/** Why a scenario must not read a file that it extends; `null` where it may. */
export async function refusePlan(path: string, { root }: Access): Promise<Fault | null> {
  if (!(await isInside(root, path))) return messages.outsideRoot(root);
  return (await isNamed(path, PLAN)) ? null : messages.notAPlanFile();
}

/** Why a scenario must not read a data file; `null` where it may. */
export async function refuseData(path: string, { root }: Access): Promise<Fault | null> {
  return (await isInside(root, path)) ? null : messages.outsideRoot(root);
}

/** Why the scenario itself is not read: it lies outside of the root that was named, or is a link to what is no plan. */
export async function refuseMain(path: string, root: string | undefined): Promise<Fault | null> {
  if (root !== undefined && !(await isInside(root, path))) return messages.outsideRoot(root);
  const looksLikePlan = PLAN.includes(extname(path).toLowerCase());
  return !looksLikePlan || (await isNamed(path, PLAN)) ? null : messages.notAPlanFile();
}
