import { homedir } from 'node:os';
import { join } from 'node:path';
import { InputError } from './exit.js';

const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,62}[\p{L}\p{N}])?$/u;

/** Where a person's private key lies unless they say otherwise: outside every project. @throws {InputError} */
export function keyFile(name: string): string {
  if (!NAME.test(name)) {
    throw new InputError(
      `name: found "${name.slice(0, 80)}", expected letters and digits, with spaces or . _ - between`,
    );
  }
  const { APPDATA, XDG_CONFIG_HOME } = process.env;
  const configuration =
    process.platform === 'win32' && APPDATA ? APPDATA : XDG_CONFIG_HOME || join(homedir(), '.config');
  return join(configuration, 'huni', 'keys', `${name}.key`);
}
