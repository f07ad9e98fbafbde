import { createHash } from 'node:crypto';
import * as z from 'zod';

/** What huni wrote into a folder: nothing else in it is ever replaced or removed. */
export const MANIFEST = 'manifest.json';

const manifest = z.looseObject({
  format: z.literal('huni.manifest/1'),
  files: z.array(z.looseObject({ path: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

/** Hashes by path relative to the folder, with `/`; a file that is being replaced has two. */
export type Listed = ReadonlyMap<string, ReadonlySet<string>>;

/** SHA-256 in lower-case hex. */
export function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The manifest of files; `before` are hashes that a file may still have, until it is replaced. */
export function manifestText(files: ReadonlyMap<string, string | Uint8Array>, before: Listed = new Map()): string {
  const now = [...files].map(([path, data]) => ({ path, sha256: hashOf(data) }));
  const earlier = [...before].flatMap(([path, hashes]) => [...hashes].map((sha256) => ({ path, sha256 })));
  const all = [...now, ...earlier].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return `${JSON.stringify({ format: 'huni.manifest/1', files: all }, null, 2)}\n`;
}

/** What a manifest lists; `null` where the text is none. */
export function readManifest(text: string): Listed | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const read = manifest.safeParse(value);
  if (!read.success) return null;
  const listed = new Map<string, Set<string>>();
  for (const { path, sha256 } of read.data.files) listed.set(path, (listed.get(path) ?? new Set()).add(sha256));
  return listed;
}
