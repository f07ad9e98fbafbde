import { createPrivateKey } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '../../src/approvals/canonical.js';
import {
  isPublicKey,
  isSignedBy,
  newKeyPair,
  publicKeyText,
  readPrivateKey,
  signText,
  writePrivateKey,
} from '../../src/approvals/keys.js';

const folder = await mkdtemp(join(tmpdir(), 'huni-keys-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const bytes = (hex: string) => Buffer.from(hex, 'hex');

describe('canonical JSON', () => {
  it('writes the sample of RFC 8785, section 3.2.3, in its order', () => {
    // Keys as there; the order is by UTF-16 code units.
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, null])));
    const order = [...text.matchAll(/"((?:[^"\\]|\\.)*)":/g)].map(([, key]) => JSON.parse(`"${key}"`) as string);
    expect(order).toEqual(['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']);
  });

  it('is JSON, and the same for any order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value as Json);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
          const turned = Object.fromEntries(Object.entries(value).reverse());
          expect(canonicalJson(turned as Json)).toBe(text);
        }
      }),
      { numRuns: 300 },
    );
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError);
  });
});

describe('keys', () => {
  it('sign as in RFC 8032, section 7.1, test 2', () => {
    const d = bytes('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb').toString('base64url');
    const x = bytes('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c').toString('base64url');
    const key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' });
    const signature = bytes(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ).toString('base64url');
    expect(publicKeyText(key)).toBe(`ed25519:${x}`);
    // The message is the one byte 72.
    expect(signText('r', key)).toBe(signature);
    expect(isSignedBy('r', signature, `ed25519:${x}`)).toBe(true);
    expect(isSignedBy('s', signature, `ed25519:${x}`)).toBe(false);
    expect(isSignedBy('r', signature, newKeyPair().publicKey)).toBe(false);
    expect(isSignedBy('r', '', `ed25519:${x}`)).toBe(false);
    expect(isPublicKey(`ed25519:${x}A`)).toBe(false);
    // A key that is none signs nothing, rather than being an error.
    expect(isSignedBy('r', signature, 'ed25519:abc')).toBe(false);
    expect(isPublicKey(`key ed25519:${x}`)).toBe(false);
  });

  it('are written for their owner alone, once, and read back', async () => {
    const path = join(folder, 'aysel.key');
    const { privatePem, publicKey } = newKeyPair();
    await writePrivateKey(path, privatePem);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(publicKeyText(await readPrivateKey(path))).toBe(publicKey);
    await expect(writePrivateKey(path, newKeyPair().privatePem)).rejects.toThrow(
      /aysel\.key: found .*never written over/,
    );
    expect(await readFile(path, 'utf8')).toBe(privatePem);
  });

  it('that have no place to be written to are refused for that, and for nothing else', async () => {
    const nowhere = join(folder, 'missing', 'aysel.key');
    await expect(writePrivateKey(nowhere, newKeyPair().privatePem)).rejects.toThrow(
      /aysel\.key: found ENOENT.*, expected a place for a new key/,
    );
  });

  it('are refused where others can use them, or where they are something else', async () => {
    const path = join(folder, 'open.key');
    await writePrivateKey(path, newKeyPair().privatePem);
    for (const mode of [0o640, 0o604, 0o620]) {
      await chmod(path, mode);
      await expect(readPrivateKey(path)).rejects.toThrow(`found mode ${mode.toString(8)}, which others can use`);
    }
    await chmod(path, 0o600);
    await writeFile(path, 'no key');
    await expect(readPrivateKey(path)).rejects.toThrow(/open\.key: found something else, expected an Ed25519/);
    await expect(readPrivateKey(join(folder, 'missing'))).rejects.toThrow(/missing: found no such file/);
    await expect(readPrivateKey(folder)).rejects.toThrow(/expected an Ed25519|mode/);
  });
});
