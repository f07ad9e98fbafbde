/** What was made ready before, by key, as long as there is room. */
interface Cache<T> {
  /** What is there under the key, or is made for it. */
  get(key: string, make: () => T): T;
  has(key: string): boolean;
  /** Lets go of all whose key begins so. */
  drop(prefix: string): void;
}

/** @param most things cached: the one that waited longest for its use goes first */
export function createCache<T>(most: number): Cache<T> {
  const store = new Map<string, T>();
  return {
    get(key, make) {
      const known = store.get(key) ?? make();
      // The last one used stands last.
      store.delete(key);
      store.set(key, known);
      for (const oldest of store.keys()) {
        if (store.size <= most) break;
        store.delete(oldest);
      }
      return known;
    },
    has: (key) => store.has(key),
    drop(prefix) {
      for (const key of store.keys()) if (key.startsWith(prefix)) store.delete(key);
    },
  };
}
