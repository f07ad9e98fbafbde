import { join, resolve } from 'node:path';
import * as z from 'zod';
import { behindLinks } from '../files/inside.js';
import { isDangling, readPlainText } from '../files/read.js';
import { makeFolder, writeWhole } from '../files/write.js';
import { say, type Words } from '../words/said.js';
import type { Anchor } from './anchor.js';
import { sha256 } from './canonical.js';
import { ApprovalError, mismatch } from './errors.js';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const remembered = z.looseObject({
  format: z.literal('huni.known-ledger/1'),
  ledger: z.string(),
  owner: z.string().nullable(),
  head: z.looseObject({ seq: z.int().positive(), hash: digest }),
});

/** What a person has seen of ledgers, stored outside of them: as `known_hosts` is for servers. */
interface KnownLedgers {
  /**
   * What is known of the ledger of a name, and of the file that the name leads to; empty where neither was ever seen. A ledger has to
   * be all of it: a link put in the place of a known one leads to a file that was never seen, under a name that was.
   *
   * @throws ApprovalError where a note can't be read
   */
  anchorsOf(ledger: string): Promise<readonly Anchor[]>;
  /** Notes what a ledger is. False where the note can't be written. */
  remember(ledger: string, anchor: Anchor): Promise<boolean>;
  /** Where the note on a ledger's name is. */
  pathOf(ledger: string): string;
}

/** Notes in a folder of the person's own, one for a ledger's name and one for the path behind all links. */
export function knownLedgers(folder: string): KnownLedgers {
  const noteOf = (place: string) => join(folder, `${sha256(place).slice(0, 32)}.json`);
  const placesOf = async (ledger: string) => {
    const named = resolve(ledger);
    // Where there is nothing to follow, there is no ledger either, which opening it reports.
    return [...new Set([named, await behindLinks(named).catch(() => named)])];
  };
  return {
    pathOf: (ledger) => noteOf(resolve(ledger)),
    anchorsOf: async (ledger) => {
      const found: Anchor[] = [];
      for (const place of await placesOf(ledger)) {
        const anchor = await readNote(noteOf(place), place);
        if (anchor !== null) found.push(anchor);
      }
      return found;
    },
    remember: async (ledger, anchor) => {
      try {
        await makeFolder(folder, 0o700);
        for (const place of await placesOf(ledger)) {
          const note = `${JSON.stringify({ format: 'huni.known-ledger/1', ledger: place, ...anchor }, null, 2)}\n`;
          await writeWhole(noteOf(place), note, { replace: true, mode: 0o600 });
        }
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** A note is a few hundred bytes. */
const MOST_NOTE_BYTES = 16_384;

/** What was noted of a place. Only where there is no note is it taken for one that was never seen: what else is found there is an alarm. */
async function readNote(path: string, place: string): Promise<Anchor | null> {
  const expected = say`what huni noted of a ledger (${'`huni ledger --trust`'} notes it anew)`;
  const text = await readPlainText(path, MOST_NOTE_BYTES).catch(async (error: NodeJS.ErrnoException) => {
    throw new ApprovalError('not-intact', mismatch(path, await inItsPlace(path, error), expected));
  });
  if (text === null) return null;
  try {
    const read = remembered.safeParse(JSON.parse(text));
    // A note on another ledger, or one without an entry, was not written here.
    if (read.success && read.data.ledger === place) return { owner: read.data.owner, head: read.data.head };
  } catch {
    // Answered below, like any other thing that is no note.
  }
  throw new ApprovalError('not-intact', mismatch(path, say`something else`, expected));
}

/** What is where a note should be. */
async function inItsPlace(path: string, { code, message }: NodeJS.ErrnoException): Promise<Words> {
  if (await isDangling(path)) return say`a link that leads nowhere`;
  if (code === 'EISDIR') return say`a folder`;
  if (code === 'EFTYPE') return say`a pipe or a device`;
  return message;
}
