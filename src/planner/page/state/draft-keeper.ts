/** A draft that was not saved, stored in this browser until it is. */
interface StoredDraft {
  readonly text: string;
  /** Of the file that it began from. */
  readonly version: string;
}

/** Each tab keeps its own drafts; those of a tab that is gone, by a crash or closed, are taken over by the next one. */
const TAB = 'huni.tab';
const prefixOf = (file: string): string => `huni.draft.${file}.`;
const lockOf = (tab: string): string => `huni.tab.${tab}`;
/** Milliseconds for a page that is reloaded to be gone. */
const GOING = 500;

let own: Promise<string> | null = null;
let tab = '';

/** This tab's name, held by a lock for as long as the tab lives. A tab that was duplicated has its original's, and takes another. */
function ownTab(): Promise<string> {
  own ??= (async () => {
    const before = stored(sessionStorage, TAB);
    tab = before !== null && (await hold(before, GOING)) ? before : newName();
    if (tab !== before) {
      await hold(tab, GOING);
      keep(sessionStorage, TAB, tab);
    }
    return tab;
  })();
  return own;
}

function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Takes a tab's lock until the page is gone; where a browser has none (plain http from afar) nobody else has it either. */
function hold(name: string, patience: number): Promise<boolean> {
  const { locks } = navigator;
  if (locks === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    locks
      .request(lockOf(name), { signal: AbortSignal.timeout(patience) }, () => {
        resolve(true);
        return new Promise<void>(() => {});
      })
      .catch(() => resolve(false));
  });
}

async function livingTabs(): Promise<ReadonlySet<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.flatMap(({ name }) => (name === undefined ? [] : [name])));
}

export function storeDraft(file: string, draft: StoredDraft): void {
  keep(localStorage, prefixOf(file) + tab, JSON.stringify({ ...draft, at: Date.now() }));
}

export function forgetDraft(file: string): void {
  try {
    localStorage.removeItem(prefixOf(file) + tab);
  } catch {
    // Forbidden: the draft lives in the page only.
  }
}

/** This tab's draft, or the newest of a tab that is gone, which becomes this one's. */
export async function storedDraft(file: string): Promise<StoredDraft | null> {
  const mine = prefixOf(file) + (await ownTab());
  const draft = read(mine);
  if (draft !== null) return draft;
  const living = await livingTabs();
  const left = keys()
    .filter((key) => key.startsWith(prefixOf(file)) && !key.slice(prefixOf(file).length).includes('.'))
    .filter((key) => !living.has(lockOf(key.slice(prefixOf(file).length))))
    .flatMap((key) => {
      const found = read(key);
      return found === null ? [] : [{ key, ...found }];
    })
    .sort((a, b) => b.at - a.at);
  const [newest] = left;
  if (newest === undefined) return null;
  storeDraft(file, { text: newest.text, version: newest.version });
  localStorage.removeItem(newest.key);
  return newest;
}

function keys(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(key: string): (StoredDraft & { readonly at: number }) | null {
  try {
    const found = JSON.parse(stored(localStorage, key) ?? 'null') as Partial<StoredDraft & { at: number }> | null;
    return typeof found?.text === 'string' && typeof found.version === 'string'
      ? { text: found.text, version: found.version, at: Number(found.at ?? 0) }
      : null;
  } catch {
    return null;
  }
}

function stored(storage: Storage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

function keep(storage: Storage, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch {
    // Full or forbidden: it lives in the page only.
  }
}
