import { fromBufferPromise, type ZipFile } from 'yauzl';
import { EXPORT_LIMITS } from './limits.js';
import * as messages from './messages.js';
import { isRefusal, refuse } from './refusal.js';
import type { StoredFile } from './source.js';

/**
 * Refuses a workbook that is too large, or would be once unpacked. It is unpacked once for that, piece by piece, and nothing of it
 * kept: what it says of its own size is not believed.
 */
export async function refuseBomb(file: StoredFile): Promise<void> {
  const { packedBytes } = EXPORT_LIMITS;
  if (file.bytes > packedBytes) refuse(messages.tooLarge('the workbook', packedBytes));
  const chunks: Buffer[] = [];
  for await (const chunk of file.open() as AsyncIterable<Buffer>) chunks.push(chunk);
  try {
    await unpackAll(await fromBufferPromise(Buffer.concat(chunks), { lazyEntries: true, validateEntrySizes: true }));
  } catch (error) {
    if (isRefusal(error)) throw error;
    refuse(messages.brokenWorkbook(error instanceof Error ? error.message : String(error)));
  }
}

async function unpackAll(zip: ZipFile): Promise<void> {
  const { unpackedBytes, partBytes, parts } = EXPORT_LIMITS;
  if (zip.entryCount > parts) refuse(messages.tooMany('parts of the workbook', parts));
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const isSheet = /(^|\/)worksheets\//.test(entry.fileName);
    let size = 0;
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      total += chunk.byteLength;
      if (total > unpackedBytes) refuse(messages.tooLarge('the unpacked workbook', unpackedBytes));
      if (!isSheet && size > partBytes) refuse(messages.tooLarge('an unpacked part of the workbook', partBytes));
    }
  }
}
