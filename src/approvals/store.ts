import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { type Said, say } from '../words/said.js';
import { BEGINNING, type Body, type Entry, makeEntry, type Position } from './entries.js';
import { ApprovalError, mismatch } from './errors.js';

/** "huni" in ASCII: tells this database from any other (SQLite's file format, offset 68). */
const APPLICATION = 0x68756e69;
const WAIT_MS = 10_000;
const LEDGER = say`huni's ledger`;

const SCHEMA: Readonly<Record<string, string>> = {
  entries: `CREATE TABLE entries (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  body TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT`,
  entries_are_not_changed: `CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: no entry is changed'); END`,
  entries_are_not_removed: `CREATE TRIGGER entries_are_not_removed BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: no entry is removed'); END`,
  // Also keeps INSERT OR REPLACE from removing a row, which fires no DELETE trigger.
  entries_follow_each_other: `CREATE TRIGGER entries_follow_each_other BEFORE INSERT ON entries
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entries)
  OR NEW.previous IS NOT (SELECT coalesce((SELECT hash FROM entries ORDER BY seq DESC LIMIT 1), '${BEGINNING}'))
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: an entry follows the last one'); END`,
};

/** The entry of a body; `null` for none. */
type Appended<B extends Body | null> = Entry | (null extends B ? null : never);

export interface Ledger {
  readonly path: string;
  entries(): readonly Entry[];
  /** What is wrong with the database itself: its pages, its table, its triggers. */
  faults(): readonly Said[];
  /**
   * Adds an entry as a whole or not at all, alone: `build` sees the entries that it will follow, and nobody else writes until
   * it is done. What `build` throws leaves the ledger as it was; so does `null`, for nothing to add.
   */
  append<B extends Body | null>(at: string, build: (entries: readonly Entry[], position: Position) => B): Appended<B>;
  close(): void;
}

/**
 * Opens a ledger: an SQLite database with a rollback journal, synced to the disk at every commit (also the folder, where the
 * journal's removal is what commits). A process that is killed loses nothing that was recorded, and its locks with it.
 *
 * @param options.create make it where there is none
 * @throws ApprovalError with the file and what is wrong with it
 */
export function openLedger(path: string, options: { readonly create: boolean; readonly waitMs?: number }): Ledger {
  const database = explained(path, () => {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there !== undefined && !there.isFile()) {
      const found = there.isDirectory() ? say`a folder` : say`a pipe or a device`;
      throw new ApprovalError('wrong-input', mismatch(path, found, LEDGER));
    }
    if (options.create) mkdirSync(dirname(path), { recursive: true });
    const location = `${pathToFileURL(resolve(path)).href}?mode=${options.create ? 'rwc' : 'rw'}`;
    const opened = new DatabaseSync(location, { timeout: options.waitMs ?? WAIT_MS });
    try {
      opened.exec('PRAGMA synchronous = EXTRA; PRAGMA trusted_schema = OFF');
      prepare(opened, path, options.create);
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  });
  const entries = () => explained(path, () => readEntries(database));
  return {
    path,
    entries,
    faults: () => explained(path, () => faultsOf(database, path)),
    append: (at, build) => explained(path, () => append(database, at, build) as Appended<ReturnType<typeof build>>),
    close: () => database.close(),
  };
}

function prepare(database: DatabaseSyncInstance, path: string, create: boolean): void {
  // Counted first: another process may make the ledger, whole, between these two.
  const objects = countOf(database, 'SELECT count(*) AS value FROM sqlite_schema');
  if (applicationOf(database) === APPLICATION) return;
  if (objects > 0 || !create) {
    const found = objects > 0 ? say`another database` : say`an empty database`;
    throw new ApprovalError('wrong-input', mismatch(path, found, LEDGER));
  }
  transaction(database, () => {
    // Another process may have been first.
    if (applicationOf(database) === APPLICATION) return;
    for (const statement of Object.values(SCHEMA)) database.exec(statement);
    database.exec(`PRAGMA application_id = ${APPLICATION}`);
  });
}

function applicationOf(database: DatabaseSyncInstance): number {
  return Number((database.prepare('PRAGMA application_id').get() as { application_id: number }).application_id);
}

function countOf(database: DatabaseSyncInstance, query: string): number {
  return Number((database.prepare(query).get() as { value: number }).value);
}

function readEntries(database: DatabaseSyncInstance): readonly Entry[] {
  // As text: a number that JavaScript can't hold would otherwise stop the reading.
  const query = 'SELECT CAST(seq AS TEXT) AS number, at, body, previous, hash FROM entries ORDER BY seq';
  const rows = database.prepare(query).all() as (Omit<Entry, 'seq'> & { number: string })[];
  return rows.map(({ number, ...row }) => {
    const seq = Number(number);
    if (Number.isSafeInteger(seq)) return { seq, ...row };
    throw new ApprovalError(
      'not-intact',
      mismatch(say`ledger`, say`an entry ${number}`, say`numbers from 1 on, one after the other`),
    );
  });
}

function append(
  database: DatabaseSyncInstance,
  at: string,
  build: (entries: readonly Entry[], position: Position) => Body | null,
): Entry | null {
  return transaction(database, () => {
    const before = readEntries(database);
    const last = before.at(-1);
    const position = { seq: (last?.seq ?? 0) + 1, at: instantAfter(last, at), previous: last?.hash ?? BEGINNING };
    const body = build(before, position);
    if (body === null) return null;
    const entry = makeEntry(position, body);
    database
      .prepare('INSERT INTO entries (seq, at, body, previous, hash) VALUES (?, ?, ?, ?, ?)')
      .run(entry.seq, entry.at, entry.body, entry.previous, entry.hash);
    return entry;
  });
}

/** Clocks of several machines may differ by so much. */
const MOST_SKEW_MS = 5 * 60_000;

/** The time of a new entry: never before that of the last one. @throws ApprovalError where the clock went back further than clocks differ */
function instantAfter(last: Entry | undefined, at: string): string {
  if (last === undefined || at >= last.at) return at;
  if (Date.parse(last.at) - Date.parse(at) <= MOST_SKEW_MS) return last.at;
  const expected = say`one not before ${last.at}, when entry ${last.seq} was made; nothing was recorded`;
  throw new ApprovalError('wrong-input', mismatch(say`this machine's clock`, at, expected));
}

/** Takes the one writer's place at once, so that what was read still holds when it is written. */
function transaction<T>(database: DatabaseSyncInstance, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const done = work();
    database.exec('COMMIT');
    return done;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function faultsOf(database: DatabaseSyncInstance, path: string): readonly Said[] {
  const pages = database.prepare('PRAGMA integrity_check(3)').all() as { integrity_check: string }[];
  const damage = pages.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok');
  const rows = database.prepare('SELECT name, sql FROM sqlite_schema').all() as { name: string; sql: string | null }[];
  const found = new Map(rows.map(({ name, sql }) => [name, sql ?? '']));
  const kind = (name: string) => (name === 'entries' ? say`table` : say`trigger`);
  return [
    ...damage.map((line) => mismatch(path, line, say`a sound database`)),
    ...Object.entries(SCHEMA)
      .filter(([name, sql]) => found.get(name) !== sql)
      .map(([name]) =>
        mismatch(
          path,
          found.has(name) ? say`another ${kind(name)} ${name}` : say`no ${kind(name)} ${name}`,
          say`the one that huni made`,
        ),
      ),
    ...[...found.keys()]
      .filter((name) => !(name in SCHEMA))
      .map((name) => mismatch(path, say`${name}, which huni did not make`, say`nothing but the ledger`)),
  ];
}

const noSpace = (path: string): Said => say`${path}: no space is left on the disk; nothing was recorded`;

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const SENTENCES: Readonly<Record<number, (path: string) => Said>> = {
  5: (path) => say`${path}: another process has been writing to the ledger all this time; nothing was recorded`,
  8: (path) => say`${path}: the ledger can't be written to (it is read-only); nothing was recorded`,
  10: (path) => say`${path}: the disk failed to read or write; nothing was recorded`,
  11: (path) => mismatch(path, say`a damaged database`, LEDGER),
  13: noSpace,
  14: (path) => mismatch(path, say`nothing that can be opened`, say`huni's ledger (\`huni submit\` makes one)`),
  26: (path) => mismatch(path, say`a file that is no database`, LEDGER),
};
const DAMAGED = 11;

/** The library leaves the code out where a row is being read; SQLite's own words (sqlite3_errstr) stand for it there. */
const CODES: Readonly<Record<string, number>> = {
  'database is locked': 5,
  'attempt to write a readonly database': 8,
  'disk I/O error': 10,
  'database disk image is malformed': DAMAGED,
  'database or disk is full': 13,
  'unable to open database file': 14,
  'file is not a database': 26,
};

function explained<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApprovalError || !(error instanceof Error)) throw error;
    const { code, errcode = CODES[error.message] } = error as Error & { errcode?: number; code?: string };
    if (code === 'ENOSPC') throw new ApprovalError('wrong-input', noSpace(path));
    // Of the file system, before there is a database: no permission, a loop of links, a name too long.
    if (errcode === undefined && code !== undefined && /^E[A-Z]+$/.test(code)) {
      throw new ApprovalError('wrong-input', mismatch(path, error.message, say`a place for the ledger`));
    }
    if (errcode === undefined) throw error;
    const primary = errcode & 0xff;
    const sentence = SENTENCES[primary]?.(path) ?? say`${path}: ${error.message}; nothing was recorded`;
    throw new ApprovalError(primary === DAMAGED ? 'not-intact' : 'wrong-input', sentence);
  }
}
