/** A key to sign with: its private half can be used in this browser and never read. */
export interface SigningKey {
  /** Whose it is, as they wrote it; empty for one from a file. */
  readonly name: string;
  /** `ed25519:…`, as policies have it. */
  readonly publicKey: string;
  sign(statement: string): Promise<string>;
}

const DATABASE = 'huni.keys';
const STORE = 'keys';
const OWN = 'own';
const ALGORITHM = { name: 'Ed25519' };

interface Stored {
  readonly name: string;
  readonly publicKey: string;
  readonly privateKey: CryptoKey;
}

let connection: Promise<IDBDatabase> | null = null;

/** One connection for as long as the page is there: browsers may let go of a database that nobody has open. */
function open(): Promise<IDBDatabase> {
  connection ??= new Promise<IDBDatabase>((resolve, reject) => {
    const forget = () => {
      connection = null;
    };
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = forget;
      database.onversionchange = () => {
        database.close();
        forget();
      };
      resolve(database);
    };
    request.onerror = () => {
      forget();
      reject(request.error);
    };
  });
  return connection;
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    const request = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

function usable({ name, publicKey, privateKey }: Stored): SigningKey {
  return {
    name,
    publicKey,
    sign: async (statement) => {
      const signature = await crypto.subtle.sign(ALGORITHM, privateKey, new TextEncoder().encode(statement));
      return base64url(new Uint8Array(signature));
    },
  };
}

/** This browser's own key; `null` where it has none yet. */
export async function ownKey(): Promise<SigningKey | null> {
  const stored = (await inStore('readonly', (store) => store.get(OWN))) as Stored | undefined;
  return stored === undefined ? null : usable(stored);
}

/**
 * Makes this browser's own key, of which nothing but the public half can ever be read. One that is there stays.
 * @throws where the browser doesn't keep it: who signed with a key that is gone tomorrow could not sign again
 */
export async function makeOwnKey(name: string): Promise<SigningKey> {
  const before = await ownKey();
  if (before !== null) return before;
  const pair = (await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const stored: Stored = { name, publicKey: `ed25519:${base64url(raw)}`, privateKey: pair.privateKey };
  await inStore('readwrite', (store) => store.add(stored, OWN));
  // What is stored by best effort is the first thing to go when a disk is full. Some browsers ask the person: not waited for.
  void navigator.storage?.persist?.().catch(() => false);
  const kept = await ownKey();
  if (kept?.publicKey !== stored.publicKey) throw new Error('this browser does not keep keys');
  return kept;
}

/** A key from a file as `huni keys new` writes it, for as long as the page is open. @throws where it is none */
export async function keyFromFile(file: File): Promise<SigningKey> {
  const pem = await file.text();
  const body = /-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----/.exec(pem)?.[1];
  if (body === undefined || pem.length > 10_000) throw new Error('no private key in this file');
  const bytes = Uint8Array.from(atob(body.replace(/\s/g, '')), (character) => character.charCodeAt(0));
  // Its public half is reported by one that may be read; what signs may not.
  const readable = await crypto.subtle.importKey('pkcs8', bytes, ALGORITHM, true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', readable);
  const privateKey = await crypto.subtle.importKey('pkcs8', bytes, ALGORITHM, false, ['sign']);
  bytes.fill(0);
  return usable({ name: '', publicKey: `ed25519:${x ?? ''}`, privateKey });
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
