import { createHash } from 'node:crypto';
import { chunksOf, openToRead } from './read.js';

/** No file that huni writes is as large; one that somebody put beside them may be of any size, and take as long to read. */
export const MOST_REPORT_BYTES = 256 * 1024 * 1024;

/** SHA-256 of a file in lower-case hex, read piece by piece; `null` where it is larger than any of huni's. */
export async function hashOfFile(path: string, limit = MOST_REPORT_BYTES): Promise<string | null> {
  const handle = await openToRead(path);
  try {
    if ((await handle.stat()).size > limit) return null;
    const hash = createHash('sha256');
    let total = 0;
    for await (const chunk of chunksOf(handle, { limit: limit + 1 })) {
      hash.update(chunk);
      total += chunk.byteLength;
    }
    return total > limit ? null : hash.digest('hex');
  } finally {
    await handle.close();
  }
}
