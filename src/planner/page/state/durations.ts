/** How long jobs took on this machine: what is left of the next one is estimated from the last one like it. */
const STORE = 'huni.durations';

function stored(): Record<string, number> {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(STORE) ?? '{}');
    return typeof read === 'object' && read !== null ? { ...(read as Record<string, number>) } : {};
  } catch {
    return {};
  }
}

/** Seconds that such a job will take by what is known; `null` where none has been done here. */
export function expectedSeconds(kind: string, file: string): number | null {
  const known = stored();
  const seconds = known[`${kind} ${file}`] ?? known[kind];
  return typeof seconds === 'number' && seconds > 0 ? seconds : null;
}

export function noteSeconds(kind: string, file: string, seconds: number): void {
  try {
    localStorage.setItem(STORE, JSON.stringify({ ...stored(), [`${kind} ${file}`]: seconds, [kind]: seconds }));
  } catch {
    // Without a store nothing is foretold.
  }
}
