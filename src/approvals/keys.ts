import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { Point } from '@noble/ed25519';
import { chunksOf, openToRead } from '../files/read.js';
import { writeWhole } from '../files/write.js';
import { say } from '../words/said.js';
import { ApprovalError, mismatch } from './errors.js';

const PREFIX = 'ed25519:';
/** 32 bytes in base64url. */
const PUBLIC_KEY = /^ed25519:[A-Za-z0-9_-]{43}$/;
/** Far above any key. */
const MAX_KEY_BYTES = 65_536;
/** Whatever others may do with a file. */
const OTHERS = 0o077;

/** Whether a text is a public key as huni writes them: a point of the curve's main group, in its one encoding. */
export function isPublicKey(text: string): boolean {
  if (!PUBLIC_KEY.test(text)) return false;
  try {
    // A point of small order verifies signatures that nobody made; others outside the main group are no honest key's either.
    const point = Point.fromBytes(Buffer.from(text.slice(PREFIX.length), 'base64url'), false);
    return !point.isSmallOrder() && point.isTorsionFree() && publicKeyOf(text).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

/** A new Ed25519 key pair (RFC 8032): the private key in PKCS #8 PEM, the public one as `ed25519:<base64url>`. */
export function newKeyPair(): { readonly privatePem: string; readonly publicKey: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKeyText(privateKey),
  };
}

/** The public half of a key, as text. */
export function publicKeyText(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('not an Ed25519 key');
  return PREFIX + x;
}

function publicKeyOf(text: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text.slice(PREFIX.length) }, format: 'jwk' });
}

/**
 * Writes a private key where there is no file yet, for its owner's eyes only (mode 600 from its first byte on).
 *
 * @throws ApprovalError where a file is there already, or can't be written
 */
export async function writePrivateKey(path: string, privatePem: string): Promise<void> {
  try {
    await writeWhole(path, privatePem, { replace: false, mode: 0o600 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const found = code === 'EEXIST' ? say`a file that is there already: a key is never written over` : message;
    throw new ApprovalError('wrong-input', mismatch(path, found, say`a place for a new key`));
  }
}

/**
 * Reads a private key, and refuses one that others can read.
 *
 * @throws ApprovalError with what was found
 */
export async function readPrivateKey(path: string): Promise<KeyObject> {
  const expected = say`an Ed25519 private key made by \`huni keys new\``;
  let pem: string;
  try {
    const file = await openToRead(path);
    try {
      const { mode } = await file.stat();
      if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
        const found = say`mode ${(mode & 0o777).toString(8)}, which others can use`;
        throw new ApprovalError('wrong-input', mismatch(path, found, say`mode 600`));
      }
      const chunks: Buffer[] = [];
      for await (const chunk of chunksOf(file, { limit: MAX_KEY_BYTES })) chunks.push(chunk);
      pem = Buffer.concat(chunks).toString('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof ApprovalError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ApprovalError('wrong-input', mismatch(path, code === 'ENOENT' ? say`no such file` : message, expected));
  }
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
    throw new ApprovalError(
      'wrong-input',
      mismatch(path, say`a key of type ${key.asymmetricKeyType ?? 'unknown'}`, expected),
    );
  } catch (error) {
    if (error instanceof ApprovalError) throw error;
    throw new ApprovalError('wrong-input', mismatch(path, say`something else`, expected));
  }
}

/** Ed25519 signature over a text's UTF-8 bytes, in base64url. */
export function signText(text: string, key: KeyObject): string {
  return sign(null, Buffer.from(text), key).toString('base64url');
}

/** Whether a signature over a text was made with the private half of a public key. */
export function isSignedBy(text: string, signature: string, publicKey: string): boolean {
  if (!isPublicKey(publicKey)) return false;
  return verify(null, Buffer.from(text), publicKeyOf(publicKey), Buffer.from(signature, 'base64url'));
}
