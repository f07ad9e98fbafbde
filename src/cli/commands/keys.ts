import { dirname } from 'node:path';
import { newKeyPair, writePrivateKey } from '../../approvals/keys.js';
import { makeFolder } from '../../files/write.js';
import { say } from '../../words/said.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { keyFile } from '../key-files.js';
import { linesFor } from '../translated.js';

/** `huni keys new NAME`: the private key to a file, the public one to standard output. */
export async function newKeyCommand(
  name: string,
  options: { readonly out?: string },
  effects: Effects,
): Promise<ExitCode> {
  const path = options.out ?? keyFile(name);
  try {
    await makeFolder(dirname(path), 0o700);
  } catch (error) {
    throw new InputError(say`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { privatePem, publicKey } = newKeyPair();
  await writePrivateKey(path, privatePem);
  effects.out(`${publicKey}\n`);
  effects.err(
    await linesFor(effects, [say`Private key: ${path} (keep it to yourself; the line above goes into the policy)`]),
  );
  return EXIT.ok;
}
