import { type Said, say } from '../words/said.js';

/** Why a report could not be written. */
export type WriteFailure =
  | 'no-space'
  | 'no-permission'
  | 'read-only'
  | 'not-a-directory'
  | 'not-a-report'
  | 'changed'
  | 'submitted'
  | 'aborted'
  | 'failed';

/** A report that could not be written; nothing of it is left behind, and an older one is still in place. */
export interface ReportWriteError extends Error {
  readonly name: 'ReportWriteError';
  readonly reason: WriteFailure;
  /** The report's folder, or the file in the way. */
  readonly path: string;
  /** Its message, for other languages. */
  readonly said: Said;
}

const REASONS: Readonly<Record<string, WriteFailure>> = {
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'read-only',
  ENOTDIR: 'not-a-directory',
  EEXIST: 'not-a-directory',
};

const SENTENCES: Readonly<Record<WriteFailure, (path: string) => Said>> = {
  'no-space': (path) => say`No space is left on the disk for the report in ${path}; nothing was written.`,
  'no-permission': (path) => say`The report can't be written to ${path}: permission denied.`,
  'read-only': (path) => say`The report can't be written to ${path}: the disk is read-only.`,
  'not-a-directory': (path) => say`The report can't be written to ${path}: a file is in the way.`,
  'not-a-report': (path) =>
    say`The report can't replace ${path}: it isn't one of huni's files (no manifest.json there lists it); --out names another folder.`,
  changed: (path) =>
    say`The report can't replace ${path}: it was changed since huni wrote it; --out names another folder.`,
  submitted: (path) =>
    say`The report in ${path} was submitted for approval and is not written over; --out names another folder.`,
  aborted: (path) => say`Writing the report to ${path} was stopped; nothing was written.`,
  failed: (path) => say`The report can't be written to ${path}.`,
};

/** A `ReportWriteError` with its one-sentence message; `cause` keeps what the system said. */
export function reportWriteError(reason: WriteFailure, path: string, cause?: unknown): ReportWriteError {
  const detail = reason === 'failed' && cause instanceof Error ? ` (${cause.message})` : '';
  const said = detail === '' ? SENTENCES[reason](path) : say`${SENTENCES[reason](path)}${detail}`;
  const error = new Error(String(said), cause === undefined ? undefined : { cause });
  return Object.assign(error, { name: 'ReportWriteError' as const, reason, path, said });
}

/** The reason behind a file system error. */
export function writeFailureOf(error: unknown): WriteFailure {
  if (error instanceof Error && error.name === 'AbortError') return 'aborted';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? 'failed';
}

export function isReportWriteError(error: unknown): error is ReportWriteError {
  return error instanceof Error && error.name === 'ReportWriteError';
}
