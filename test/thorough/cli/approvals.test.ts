// @module-tag slow
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandIn } from '../../cli/in-process.js';
import { folderWith, SMALL } from '../../cli/support.js';

const REPORT = join('reports', 'small');

/** A folder with a report, keys of its own, and commands run in it. */
async function office() {
  const { folder, remove } = await folderWith({ 'small.yaml': SMALL });
  // As a person's own would be: outside the project, here in a folder of the test.
  const env = { XDG_CONFIG_HOME: join(folder, 'home'), APPDATA: join(folder, 'home') };
  const run = (...args: string[]) => commandIn(folder, args, env);
  const newKey = async (name: string) => (await run('keys', 'new', name)).out.trim();
  return { folder, remove, run, newKey, keyOf: (name: string) => join(folder, 'home', 'huni', 'keys', `${name}.key`) };
}

describe('approvals on the command line', () => {
  it('go from a run to a verified approval, and end where anything was touched', async () => {
    const { folder, remove, run, newKey, keyOf } = await office();
    try {
      const early = await run('ledger');
      expect(early).toMatchObject({ code: 2, out: '' });
      expect(early.err).toMatch(/approvals.ledger\.db: found nothing that can be opened, expected huni's ledger/);

      const nowhere = await run('submit', REPORT);
      expect(nowhere.code).toBe(2);
      expect(nowhere.err).toMatch(/small.result\.json: found no such file, expected a result that `huni run` wrote/);
      expect(await readdir(folder)).toEqual(['small.yaml']);

      expect((await run('run', 'small.yaml', '--draws', '64', '--no-optimize', '--quiet')).code).toBe(0);
      const [owner, aysel] = [await newKey('owner'), await newKey('Aysel')];
      expect(aysel).toMatch(/^ed25519:[\w-]{43}$/);
      expect((await stat(keyOf('Aysel'))).mode & 0o777).toBe(0o600);
      expect((await run('keys', 'new', 'Aysel')).code).toBe(2);
      expect((await run('keys', 'new', '../Aysel')).code).toBe(2);
      expect(owner).not.toBe(aysel);

      await writeFile(
        join(folder, 'policy.yaml'),
        `currency: AZN\napprovers:\n  - { name: Aysel, key: '${aysel}', limit: 1500 }\n`,
      );
      expect((await run('policy', 'policy.yaml', '--key', keyOf('owner'))).code).toBe(0);
      expect((await run('policy')).out).toMatch(/Aysel: up to ₼1,500\.00/);

      const submitted = await run('submit', REPORT, '--workers', '1');
      expect({ code: submitted.code, err: submitted.err }).toEqual({ code: 0, err: '' });
      expect(submitted.out).toMatch(
        /^Submission 2: Small, given plan, ₼1,000\.00 all in at P95\.\nNext: huni approve 2/,
      );

      const waiting = await run('verify', REPORT, '--json', '--workers', '1');
      expect(waiting.code).toBe(1);
      expect(JSON.parse(waiting.out)).toMatchObject({ state: 'waiting', reproduced: true, faults: [], holds: false });

      const above = await run('approve', '2', '--by', 'Aysel', '--limit', '2k');
      expect({ code: above.code, out: above.out }).toEqual({ code: 1, out: '' });
      expect(above.err).toMatch(/^limit of Aysel: found ₼2,000\.00, expected at most ₼1,500\.00/);
      const stranger = await run('approve', '2', '--by', 'Aysel', '--key', keyOf('owner'));
      expect(stranger.code).toBe(1);
      expect(stranger.err).toMatch(/^key of Aysel: found ed25519:/);
      expect((await run('approve', '2', '--by', 'Kamran')).code).toBe(2);
      expect((await run('approve', 'two', '--by', 'Aysel')).code).toBe(2);

      const approved = await run('approve', '2', '--by', 'Aysel', '--limit', '1200');
      expect(approved.code).toBe(0);
      expect(approved.out).toMatch(
        /Submission 2 \(Small\) approved up to ₼1,200\.00 by Aysel\.\nLedger head: \w{64}\n$/,
      );
      const head = /head: (\w+)/.exec(approved.out)?.[1] ?? '';

      const verified = await run('verify', REPORT, '--workers', '1');
      expect({ code: verified.code, err: verified.err }).toEqual({ code: 0, err: '' });
      expect(verified.out).toMatch(
        /: submission 2, given plan, ₼1,000\.00 all in at P95, approved by Aysel up to ₼1,200\.00; unchanged; a new run gives the same figures to the last digit\.\n$/,
      );
      expect((await run('ledger', '--head', head)).code).toBe(0);
      expect((await run('ledger', '--head', 'f'.repeat(64))).code).toBe(1);
      // As somebody typed it; what can be no hash is a mistake, and no alarm.
      expect((await run('ledger', '--head', head.slice(0, 12).toUpperCase())).code).toBe(0);
      for (const none of ['', head.slice(0, 11), `${head}0`, 'the last one']) {
        expect((await run('ledger', '--head', none)).code).toBe(2);
      }
      const listed = JSON.parse((await run('ledger', '--json')).out);
      expect(listed).toMatchObject({ format: 'huni.ledger/1', intact: true, faults: [] });
      expect(listed.entries.map(({ body }: { body: { kind: string } }) => body.kind)).toEqual([
        'policy',
        'submit',
        'approve',
      ]);
      const ledger = await readFile(join(folder, 'approvals', 'ledger.db'), 'latin1');
      expect(ledger).not.toContain('PRIVATE');
      expect(ledger).not.toContain((await readFile(keyOf('Aysel'), 'utf8')).split('\n')[1]);

      const again = await run('run', 'small.yaml', '--draws', '64', '--no-optimize', '--quiet');
      expect(again.code).toBe(2);
      expect(again.err).toMatch(
        /reports.small was submitted for approval and is not written over; --out names another/,
      );

      const path = join(folder, REPORT, 'result.json');
      await writeFile(path, (await readFile(path, 'utf8')).replace('"budget": 750', '"budget": 700'));
      const touched = await run('verify', REPORT, '--workers', '1');
      expect(touched.code).toBe(1);
      expect(touched.err).toMatch(/result\.json: found contents of hash \w{12}, expected \w{12}, as submitted/);
      expect(touched.err).toMatch(/plans\.given\.lines\.0\.budget: found 700, expected 750 from a new run/);
      expect(touched.out).toMatch(/are not as submitted; its figures were not reproduced/);
    } finally {
      await remove();
    }
  });

  it('are rejected with a reason, signed', async () => {
    const { folder, remove, run, newKey, keyOf } = await office();
    try {
      await run('run', 'small.yaml', '--draws', '64', '--quiet');
      const rauf = await newKey('Rauf');
      await writeFile(
        join(folder, 'policy.yaml'),
        `currency: AZN\napprovers: [{ name: Rauf, key: '${rauf}', limit: 0 }]\n`,
      );
      await run('policy', 'policy.yaml', '--key', keyOf('Rauf'));
      await run('submit', REPORT, '--quiet', '--workers', '1');
      expect((await run('reject', '2', '--by', 'Rauf', '--reason', 'too early')).code).toBe(0);
      expect((await run('ledger')).out).toMatch(
        /^2 {2}\d{4}-\d\d-\d\d {2}Small, optimized plan: .*, rejected by Rauf \(too early\)\n/,
      );
      const late = await run('approve', '2', '--by', 'Rauf');
      expect({ code: late.code, err: late.err }).toEqual({
        code: 1,
        err: 'submission 2 is rejected; submit it again to reopen it. Nothing was recorded.\n',
      });
      expect((await run('submit', REPORT, '--json', '--workers', '1')).out).toMatch(/^\{"submission":4,"new":true/);
    } finally {
      await remove();
    }
  });
});
