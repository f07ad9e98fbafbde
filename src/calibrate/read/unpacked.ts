import { fromBufferPromise, type ZipFile } from 'yauzl';
import { EXPORT_LIMITS } from './limits.js';
import * as messages from './messages.js';
import { isRefusal, refuse } from './refusal.js';
import type { StoredFile } from './source.js';

/**
 * Refuses a workbook that is too large, or would be once unpacked. It is unpacked once for that, piece by piece, and nothing of it
 * stored: what it says of its own size is not believed.
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

/** A sheet as its workbook lists it. */
interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
}

/** A workbook's sheets in their order; those that are none (charts) among them. */
export async function listedSheets(file: StoredFile): Promise<readonly ListedSheet[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of file.open() as AsyncIterable<Buffer>) chunks.push(chunk);
  const zip = await fromBufferPromise(Buffer.concat(chunks), { lazyEntries: true, validateEntrySizes: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'xl/workbook.xml') continue;
    const parts: Buffer[] = [];
    for await (const part of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) parts.push(part);
    const xml = Buffer.concat(parts).toString('utf8');
    return [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"[^>]*/g)].map(([tag, name]) => ({
      name: unescaped(name ?? ''),
      hidden: /\bstate="(?:veryHidden|hidden)"/.test(tag),
    }));
  }
  return [];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');

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
