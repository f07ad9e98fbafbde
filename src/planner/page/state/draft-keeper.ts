/** A draft that was not saved, kept in this browser until it is. */
export interface StoredDraft {
  readonly text: string;
  /** Of the file that it began from. */
  readonly version: string;
}

const keyOf = (file: string): string => `huni.draft.${file}`;

export function storeDraft(file: string, draft: StoredDraft): void {
  try {
    localStorage.setItem(keyOf(file), JSON.stringify(draft));
  } catch {
    // Full or forbidden: the draft lives in the page only.
  }
}

export function forgetDraft(file: string): void {
  try {
    localStorage.removeItem(keyOf(file));
  } catch {
    // As above.
  }
}

export function storedDraft(file: string): StoredDraft | null {
  try {
    const read = JSON.parse(localStorage.getItem(keyOf(file)) ?? 'null') as Partial<StoredDraft> | null;
    return typeof read?.text === 'string' && typeof read.version === 'string'
      ? { text: read.text, version: read.version }
      : null;
  } catch {
    return null;
  }
}
