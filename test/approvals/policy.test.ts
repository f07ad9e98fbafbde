import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newKeyPair } from '../../src/approvals/keys.js';
import { readPolicyFile } from '../../src/approvals/policy.js';

const folder = await mkdtemp(join(tmpdir(), 'huni-policy-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const [one, two] = [newKeyPair().publicKey, newKeyPair().publicKey];

async function read(text: string) {
  const path = join(folder, 'policy.yaml');
  await writeFile(path, text);
  return readPolicyFile(path);
}

describe('a policy file', () => {
  it('says who may approve how much', async () => {
    const policy = await read(
      `currency: AZN\nowner: '${two}'\napprovers:\n  - { name: Aysel, key: '${one}', limit: 20k }\n  - { name: Rauf, key: '${two}', limit: unlimited }\n`,
    );
    expect(policy).toMatchObject({
      currency: 'AZN',
      owner: two,
      approvers: [
        { name: 'Aysel', key: one, limit: 20_000 },
        { name: 'Rauf', key: two, limit: null },
      ],
    });
  });

  const approver = (text: string) => `currency: AZN\napprovers: [${text}]\n`;
  it.each([
    ['nothing', '', /policy\.yaml: found nothing, expected a map of currency/],
    ['no YAML', 'currency: [', /policy\.yaml:1:12: found no YAML/],
    ['no currency', approver(`{name: A, key: '${one}', limit: 1}`).replace('AZN', 'AZM'), /currency: found "AZM"/],
    ['no approver', 'currency: AZN\napprovers: []', /approvers: found \[\], expected at least one approver/],
    [
      'a short key',
      approver('{name: A, key: ed25519:abc, limit: 1}'),
      /approvers\.0\.key: found "ed25519:abc", expected a public key/,
    ],
    [
      'no limit',
      approver(`{name: A, key: '${one}'}`),
      /policy\.yaml:2:13: approvers\.0\.limit: found nothing, expected an amount/,
    ],
    ['a limit below nothing', approver(`{name: A, key: '${one}', limit: -1}`), /limit: found -1, expected an amount/],
    ['a limit in words', approver(`{name: A, key: '${one}', limit: plenty}`), /limit: found "plenty"/],
    [
      'a name twice',
      approver(`{name: A, key: '${one}', limit: 1}, {name: A, key: '${two}', limit: 1}`),
      /found A twice/,
    ],
    [
      'a key twice',
      approver(`{name: A, key: '${one}', limit: 1}, {name: B, key: '${one}', limit: 1}`),
      /twice, expected each key once/,
    ],
    [
      'an unknown key',
      `${approver(`{name: A, key: '${one}', limit: 1}`)}colour: red\n`,
      /policy\.yaml:3:1: found "colour", a key that this version does not know, expected one of currency, owner, approvers$/,
    ],
    [
      'a key misspelt',
      approver(`{name: A, key: '${one}', limitt: 1}`),
      /policy\.yaml:2:\d+: found "limitt", .*, expected one of name, key, limit; did you mean limit\?$/,
    ],
  ])('with %s is answered', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it('that is missing is answered', async () => {
    await expect(readPolicyFile(join(folder, 'none.yaml'))).rejects.toThrow(/none\.yaml: found no such file/);
  });
});
