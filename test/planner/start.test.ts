import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SLOW } from '../slow.js';

const ROOT = resolve(import.meta.dirname, '../..');

/** The first address that a command prints; it is stopped by `stop`. */
function served(command: string, args: readonly string[]): Promise<{ readonly address: URL; stop(): Promise<void> }> {
  return new Promise((resolveAddress, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const gone = new Promise<void>((settled) => {
      child.once('close', () => settled());
    });
    let told = '';
    const listen = (chunk: Buffer): void => {
      told += chunk.toString();
      const found = /https?:\/\/\S+/.exec(told);
      if (found === null) return;
      resolveAddress({
        address: new URL(found[0]),
        stop: () => {
          child.kill('SIGINT');
          return gone;
        },
      });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`it ended: ${told}`)));
  });
}

describe("npm start's last words", () => {
  it('open the planner on the plans that were priced', SLOW, async () => {
    const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
    };
    const said = /&& echo 'To open the planner on these plans: node (?<args>[^']+)'$/.exec(scripts.start ?? '');
    const args = said?.groups?.args?.split(' ') ?? [];
    expect(args.slice(0, 2)).toEqual(['bin/huni.js', 'serve']);
    const { address, stop } = await served(process.execPath, [...args, '--port', '0']);
    try {
      const traded = await fetch(address, { redirect: 'manual' });
      const [cookie = ''] = (traded.headers.get('set-cookie') ?? '').split(';');
      const answer = await fetch(new URL('/api/plans', address), { headers: { cookie } });
      const { plans } = (await answer.json()) as { plans: readonly { readonly file: string }[] };
      const priced = (await readdir(join(ROOT, 'scenarios'))).filter((file) => file.endsWith('.yaml')).sort();
      expect(plans.map(({ file }) => file).sort()).toEqual(priced);
    } finally {
      await stop();
    }
  });
});
