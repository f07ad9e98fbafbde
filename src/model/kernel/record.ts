import type { BareExports, KernelInstance } from './instance.js';

/** What a field holds: a place in the kernel's memory, a whole number, or a double. */
export interface Field {
  readonly holds: 'address' | 'count' | 'double';
  /** Said above the field in the kernel's source. */
  readonly says?: string;
}

/** Fields in the order in which they lie in memory. */
type RecordLayout = Readonly<Record<string, Field>>;

/** Everything that a kernel and what writes its memory have to agree on. */
export interface MemoryLayout {
  readonly records: Readonly<Record<string, RecordLayout>>;
  /** Offsets and sizes that aren't a record's, in bytes. */
  readonly constants: Readonly<Record<string, number>>;
}

export const address = (says?: string): Field => ({ holds: 'address', ...(says === undefined ? {} : { says }) });
export const count = (says?: string): Field => ({ holds: 'count', ...(says === undefined ? {} : { says }) });
export const double = (says?: string): Field => ({ holds: 'double', ...(says === undefined ? {} : { says }) });

const TYPES: Readonly<Record<Field['holds'], string>> = { address: 'usize', count: 'i32', double: 'f64' };
const WORD = Uint32Array.BYTES_PER_ELEMENT;
const DOUBLE = Float64Array.BYTES_PER_ELEMENT;

/** Bytes of a record; it has words only, or doubles only, so that nothing lies between fields. */
export function bytesOf(record: RecordLayout): number {
  return Object.values(record).reduce((sum, { holds }) => sum + (holds === 'double' ? DOUBLE : WORD), 0);
}

/** Which of a record's fields a field is, from 0. */
export function placesOf<Layout extends RecordLayout>(record: Layout): Readonly<Record<keyof Layout, number>> {
  return Object.fromEntries(Object.keys(record).map((field, place) => [field, place])) as Record<keyof Layout, number>;
}

/** Writes a record of words: each field by its name, in the order of the layout. */
export function writeRecord<Layout extends RecordLayout, Exports extends BareExports>(
  kernel: KernelInstance<Exports>,
  record: Layout,
  at: number,
  values: Readonly<Record<keyof Layout, number>>,
): void {
  const fields = Object.keys(record) as (keyof Layout)[];
  kernel.words(at, fields.length).set(fields.map((field) => values[field]));
}

/** The layout as the kernel's source has it: classes of AssemblyScript, constants, and the number of the layout. */
export function sourceOf(layout: MemoryLayout): string {
  const classes = Object.entries(layout.records).map(([name, record]) => {
    const fields = Object.entries(record).map(
      ([field, { holds, says }]) => `${says === undefined ? '' : `  /** ${says} */\n`}  ${field}: ${TYPES[holds]};\n`,
    );
    return `@unmanaged\nexport class ${name} {\n${fields.join('')}}\n`;
  });
  const constants = Object.entries(layout.constants).map(
    ([name, bytes]) => `export const ${name}: usize = ${bytes};\n`,
  );
  return [
    '// Made by `npm run bundle` from the records of the folder above: change those.\n\n',
    constants.join(''),
    constants.length === 0 ? '' : '\n',
    classes.join('\n'),
    '\n/** The number of this layout: what writes the records has to have been made for the same one. */\n',
    `export const LAYOUT: i32 = ${layoutNumber(layout)};\n`,
  ].join('');
}

/**
 * A number of the layout by its names, kinds, order and constants.
 * FNV-1a with 32 bits: Fowler, Noll and Vo, draft-eastlake-fnv.
 */
export function layoutNumber({ records, constants }: MemoryLayout): number {
  const fields = Object.entries(records).map(([name, record]) => [
    name,
    Object.entries(record).map(([field, { holds }]) => [field, holds]),
  ]);
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify([fields, Object.entries(constants)]))) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash;
}

/** @throws where the kernel was built for another layout */
export function checkLayout(found: number, layout: MemoryLayout): void {
  const expected = layoutNumber(layout);
  if (found !== expected) {
    throw new Error(`the kernel was built for other records (${found} instead of ${expected}): npm run bundle`);
  }
}
