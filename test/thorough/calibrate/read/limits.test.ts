// @module-tag slow
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORT_LIMITS, withinLimits } from '../../../../src/calibrate/read/limits.js';
import { readExport } from '../../../../src/calibrate/read/read-export.js';
import { refusalOf } from '../../../../src/calibrate/read/refusal.js';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'huni-limits-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const HEADER = 'Day,Campaign name,Amount spent (USD),Impressions,Link clicks\n';
const codes = async (input: string | Readable) => {
  const { status, findings } = await readExport(input);
  return [status, findings[0]?.code];
};

/** A ZIP archive with its parts deflated; `says` is the size that it gives of each part. */
function zip(parts: Readonly<Record<string, Buffer>>, says?: number): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of Object.entries(parts)) {
    const packed = deflateRawSync(data);
    const tail = Buffer.alloc(22);
    tail.writeUInt16LE(20, 0);
    tail.writeUInt16LE(8, 4);
    tail.writeUInt32LE(packed.length, 14);
    tail.writeUInt32LE(says ?? data.length, 18);
    const names = Buffer.alloc(4);
    names.writeUInt16LE(name.length, 0);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), tail, names, Buffer.from(name), packed]);
    const after = Buffer.alloc(18);
    after.writeUInt16LE(name.length, 0);
    after.writeUInt32LE(offset, 14);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), tail, after, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(centrals.length, 4);
  end.writeUInt16LE(centrals.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end]);
}

describe('an export that would stop a machine', () => {
  const zeros = (mebibytes: number) => Buffer.alloc(mebibytes * 1024 ** 2, 0x20);
  it.each([
    ['a sheet', { 'xl/worksheets/sheet1.xml': zeros(257) }, undefined, 'too-large'],
    ['its texts', { 'xl/sharedStrings.xml': zeros(65) }, undefined, 'too-large'],
    ['a part that gives another size', { 'xl/sharedStrings.xml': zeros(8) }, 10, 'broken-workbook'],
    [
      'too many parts',
      Object.fromEntries(Array.from({ length: 4097 }, (_, k) => [`p${k}`, zeros(0)])),
      undefined,
      'too-many',
    ],
  ] as const)('is refused as a workbook that unpacks to too much: %s', async (_, parts, says, code) => {
    const path = join(root, 'bomb.xlsx');
    await writeFile(path, zip(parts, says));
    expect(await codes(path)).toEqual(['refused', code]);
  });

  it('is refused for a row of too many cells', async () => {
    const path = join(root, 'wide.csv');
    await writeFile(path, `${HEADER}${`2027-01-01,a,1,1,1${','.repeat(900_000)}\n`.repeat(20)}`);
    expect(await codes(path)).toEqual(['refused', 'too-many-columns']);
    await writeFile(path, `${HEADER.trim()}${','.repeat(100_000)}\n2027-01-01,a,1,1,1\n`);
    expect(await codes(path)).toEqual(['refused', 'too-many-columns']);
  });

  it('is refused for too many rows, too many cells, too much time', async () => {
    const refused = (drained: Promise<void>) => drained.then(() => null, refusalOf);
    const rows = async function* (count: number, from: number, cells: number) {
      for (let row = from; row < from + count; row++) yield { row, cells: new Array<string>(cells).fill('') };
    };
    const drain = async (source: ReturnType<typeof rows>, now?: () => number) => {
      for await (const _ of withinLimits(source, now));
    };
    await expect(drain(rows(2, EXPORT_LIMITS.rows - 1, 1))).resolves.toBeUndefined();
    const tooMany = { what: 'rows', most: 3_000_000 };
    expect(await refused(drain(rows(2, EXPORT_LIMITS.rows, 1)))).toMatchObject({
      code: 'too-many',
      parameters: tooMany,
    });
    const wide = EXPORT_LIMITS.columns;
    expect(await refused(drain(rows(Math.ceil(EXPORT_LIMITS.cells / wide), 1, wide)))).toMatchObject({
      code: 'too-many',
      parameters: { what: 'cells', most: 60_000_000 },
    });
    let time = 0;
    const clock = () => (time++ === 0 ? 0 : 1000 * EXPORT_LIMITS.seconds + 1);
    expect(await refused(drain(rows(5000, 1, 1), clock))).toMatchObject({
      code: 'too-slow',
      parameters: { seconds: 300 },
    });
  });

  it('is refused for texts without end', async () => {
    // A cell is cut at 1,024 characters before anything is made of it, so it takes some 33,000 names to fill 32 MiB.
    const long = 'x'.repeat(1_000);
    const lines = function* () {
      yield HEADER;
      for (let k = 0; k < 40_000; k++) yield `2027-01-01,${k}${long},1,1,1\n`;
    };
    expect(await codes(Readable.from(lines()))).toEqual(['refused', 'too-large']);
  });
});

describe.skipIf(process.platform === 'win32')('an export that is no file', () => {
  it('is read where it is a pipe, and given up where nobody writes to it', async () => {
    const path = join(root, 'pipe.csv');
    execFileSync('mkfifo', [path]);
    const rows = Array.from({ length: 5 }, (_, k) => `2027-01-0${k + 1},a,${k + 1},100,2\n`).join('');
    const writing = writeFile(path, HEADER + rows);
    const { status, counts } = await readExport(path);
    await writing;
    expect({ status, kept: counts.kept }).toEqual({ status: 'read', kept: 5 });
    const { findings } = await readExport(path);
    expect(findings[0]).toMatchObject({
      code: 'unreadable',
      parameters: { fault: 'nobody wrote to this pipe for 5 seconds' },
    });
    expect((await readExport('/dev/null')).findings[0]?.code).toBe('empty-file');
  });
});
