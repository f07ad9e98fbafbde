import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { behindLinks } from '../files/inside.js';
import { makeFolder, writeWhole } from '../files/write.js';
import type { Anchor } from './anchor.js';
import { sha256 } from './canonical.js';
import { ApprovalError, mismatch } from './errors.js';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const remembered = z.looseObject({
  format: z.literal('huni.known-ledger/1'),
  ledger: z.string(),
  owner: z.string().nullable(),
  head: z.looseObject({ seq: z.int().positive(), hash: digest }).nullable(),
});

/** What a person has seen of ledgers, kept outside of them: as `known_hosts` is for servers. */
export interface KnownLedgers {
  /** What is known of a ledger; `null` for one that was never seen. @throws ApprovalError where the note can't be read */
  anchorOf(ledger: string): Promise<Anchor | null>;
  /** Notes what a ledger is. False where the note can't be written. */
  remember(ledger: string, anchor: Anchor): Promise<boolean>;
  /** Where the note on a ledger is. */
  pathOf(ledger: string): Promise<string>;
}

/** Notes in a folder of the person's own, one a ledger, by the path behind all links. */
export function knownLedgers(folder: string): KnownLedgers {
  const place = async (ledger: string) => behindLinks(resolve(ledger));
  const pathOf = async (ledger: string) => join(folder, `${sha256(await place(ledger)).slice(0, 32)}.json`);
  return {
    pathOf,
    anchorOf: async (ledger) => {
      const path = await pathOf(ledger);
      const expected = 'what huni noted of a ledger (`huni ledger --trust` notes it anew)';
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
        throw new ApprovalError('not-intact', mismatch(path, error.message, expected));
      });
      if (text === null) return null;
      try {
        const read = remembered.safeParse(JSON.parse(text));
        if (read.success) return { owner: read.data.owner, head: read.data.head };
      } catch {
        // Answered below, like any other thing that is no note.
      }
      throw new ApprovalError('not-intact', mismatch(path, 'something else', expected));
    },
    remember: async (ledger, anchor) => {
      const note = { format: 'huni.known-ledger/1', ledger: await place(ledger), ...anchor };
      try {
        await makeFolder(folder, 0o700);
        await writeWhole(await pathOf(ledger), `${JSON.stringify(note, null, 2)}\n`, { replace: true, mode: 0o600 });
        return true;
      } catch {
        return false;
      }
    },
  };
}
