import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main } from '../../src/cli/main.js';

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const BIN = resolve(import.meta.dirname, '../../bin/huni.js');

/** Runs the built command as a shell would, in a folder of its own. */
export function huni(
  folder: string,
  args: readonly string[],
  options: { readonly onStart?: (child: ReturnType<typeof spawn>) => void; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: folder,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => settle({ code, out, err }));
    options.onStart?.(child);
  });
}

/** The command in this process, without a terminal: quicker than a process, for what needn't be one. */
export function huniHere(...args: string[]): Promise<Outcome> {
  return huniOn(undefined, ...args);
}

/** The same on a day, `YYYY-MM-DD`; `undefined`: no day is known. */
export async function huniOn(today: string | undefined, ...args: string[]): Promise<Outcome> {
  let [out, err] = ['', ''];
  const code = await main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    interactive: false,
    columns: 100,
    color: false,
    signal: new AbortController().signal,
    ...(today === undefined ? {} : { today }),
  });
  return { code, out, err };
}

/** A new folder with some files in it, and what to call when done. */
export async function folderWith(files: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'huni-cli-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return { folder, list: () => readdir(folder), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A small scenario that is right. */
export const SMALL = `name: Small
currency: AZN
start: 2027-03-01
horizon: 4 weeks
budget: 1000
draws: 512
economics: { order_value: 20 to 40, margin: 60% }
lines:
  - { platform: instagram, stage: awareness, budget: 750, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: instagram, stage: conversion, budget: 250, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
rules: { prospecting: 70-80% }
targets: [roas >= 0.01 with 80%]
`;
