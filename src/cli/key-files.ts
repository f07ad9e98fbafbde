import type { KeyObject } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { newKeyPair, readPrivateKey, writePrivateKey } from '../approvals/keys.js';
import { visibleText } from '../encoding/visible.js';
import { isThere } from '../files/read.js';
import { makeFolder } from '../files/write.js';
import { say } from '../words/said.js';
import { InputError } from './exit.js';
import { orInputError } from './write-file.js';

const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,62}[\p{L}\p{N}])?$/u;

/** Where a person's private key lies unless they say otherwise: outside every project. @throws {InputError} */
export function keyFile(name: string): string {
  if (!NAME.test(name)) {
    throw new InputError(
      say`name: found "${visibleText(name.slice(0, 80))}", expected letters and digits, with spaces or . _ - between`,
    );
  }
  return join(configurationFolder(), 'keys', `${name}.key`);
}

/** Where what this person has seen of ledgers is noted. */
export function knownLedgersFolder(): string {
  return join(configurationFolder(), 'known-ledgers');
}

/** The key that this person submits with, made where there is none yet. @throws {InputError} */
export async function ownKey(
  path: string | undefined,
): Promise<{ readonly key: KeyObject; readonly path: string; readonly isNew: boolean }> {
  const own = path ?? join(configurationFolder(), 'submitter.key');
  const isNew = path === undefined && !(await isThere(own));
  if (isNew) {
    await orInputError(own, () => makeFolder(dirname(own), 0o700));
    await writePrivateKey(own, newKeyPair().privatePem);
  }
  return { key: await readPrivateKey(own), path: own, isNew };
}

function configurationFolder(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env;
  const configuration =
    process.platform === 'win32' && APPDATA ? APPDATA : XDG_CONFIG_HOME || join(homedir(), '.config');
  return join(configuration, 'huni');
}
