import type { PlannerProblem } from '../protocol.js';
import { preferences } from './state/preferences.js';

/** A refusal of the server's, in its words. */
export class ServerProblem extends Error {
  override readonly name = 'ServerProblem';
  constructor(
    readonly status: number,
    readonly problem: string,
    message: string,
  ) {
    super(message);
  }
}

let csrf: Promise<string> | null = null;

function csrfToken(): Promise<string> {
  csrf ??= fetch('/api/session').then(async (response) => {
    if (!response.ok) throw await problemOf(response);
    return ((await response.json()) as { csrf: string }).csrf;
  });
  csrf.catch(() => {
    csrf = null;
  });
  return csrf;
}

async function problemOf(response: Response): Promise<ServerProblem> {
  const body = (await response.json().catch(() => null)) as PlannerProblem | null;
  return new ServerProblem(response.status, body?.problem ?? 'failed', body?.message ?? response.statusText);
}

/** What is said back is in the page's language. */
const inLanguage = (): { readonly 'accept-language': string } => ({
  'accept-language': preferences.peek().language,
});

/** Asks the server for something. @throws {ServerProblem}, or TypeError where it doesn't answer */
export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answerOf(fetch(path, { headers: inLanguage(), ...(signal === undefined ? {} : { signal }) }));
}

/** What the server says to something that was asked. Throws as `ask` does. */
export async function answerOf<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked;
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

/** Sends something to the server, with the header that only our page knows. Throws as `ask` does. */
export async function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const headers = {
    ...inLanguage(),
    'x-huni-csrf': await csrfToken(),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const response = await fetch(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Sends a file as it is. Throws as `ask` does. */
export async function upload<T>(path: string, file: Blob, method: 'POST' | 'PUT' = 'PUT'): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: { ...inLanguage(), 'x-huni-csrf': await csrfToken(), 'content-type': 'application/octet-stream' },
    body: file,
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}
