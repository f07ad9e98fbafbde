import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { command } from '../cli/in-process.js';

/** What cells are made of that have no end. */
export const ENDLESS = [
  ['letters', 'x'],
  ['spaces', ' '],
  ['digits', '1'],
  ['stops', '.1'],
  ['brackets', '('],
  ['the letter of a time', 'T'],
  ['dashes', ' - '],
  ['line ends', '\r\n'],
] as const;

// Of the processor: patterns that begin anew at each character took the square of a header's length, 8 s for one of 50,000.
const MOST_SECONDS = 3;
/** What a text without an end may cost beside the same export without it. */
const MOST_SECONDS_MORE = 1.5;

/** Reads exports of which a column's name, or a cell of it, is a text 50,000 characters long: quickly, and without a trace. */
export async function readEndless(folder: string, text: string, columns: readonly number[]): Promise<void> {
  const long = `"${text.repeat(50_000 / text.length)}"`;
  const rows = Array.from(
    { length: 30 },
    (_, k) => `2027-01-${String(k + 1).padStart(2, '0')},Spring ${k % 3},${10 + k},${1000 + k},${20 + k},${k % 5}`,
  );
  const header = 'Day,Campaign name,Amount spent (USD),Impressions,Link clicks,Results';
  const names = header.split(',');
  const file = join(folder, 'export.csv');
  const cells = join(folder, 'cells.csv');
  const read = async (path: string): Promise<{ readonly said: string; readonly seconds: number }> => {
    const before = process.cpuUsage();
    const { out, err } = await command(['calibrate', path, '--map', 'platform=facebook', '--json']);
    const { user, system } = process.cpuUsage(before);
    return { said: out + err, seconds: (user + system) / 1e6 };
  };
  // Once for the code, which is compiled when a process first fits anything: that is no cell's doing.
  await writeFile(file, [header, ...rows].join('\n'));
  await read(file);
  const plain = await read(file);
  for (const column of columns) {
    const replaced = names.map((name, k) => (k === column ? long : name)).join();
    const wrong = rows[0]!.split(',').map((cell, k) => (k === column ? long : cell));
    await writeFile(file, [replaced, ...rows].join('\n'));
    await writeFile(cells, [header, wrong.join(), ...rows.slice(1)].join('\n'));
    for (const path of [file, cells]) {
      const { said, seconds } = await read(path);
      expect(said).not.toMatch(/own mistake|\n\s+at /);
      expect(seconds, `column ${column} of ${path}`).toBeLessThan(MOST_SECONDS);
      expect(seconds - plain.seconds, `column ${column} of ${path}`).toBeLessThan(MOST_SECONDS_MORE);
    }
  }
}
