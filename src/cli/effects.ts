import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';

/** Everything a command does to the world, handed in so that tests can hand in their own. */
export interface Effects {
  /** Standard output, as it is. */
  readonly out: (text: string) => void;
  /** Standard error, as it is. */
  readonly err: (text: string) => void;
  /** Whether standard error is a terminal: progress goes nowhere else. */
  readonly interactive: boolean;
  /** Columns of the terminal on standard output, or `null` where it isn't one. */
  readonly columns: number | null;
  readonly color: boolean;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly files: {
    readonly readFile: typeof readFile;
    readonly writeFile: typeof writeFile;
    readonly rename: typeof rename;
    readonly rm: typeof rm;
    readonly mkdir: typeof mkdir;
  };
}

/** The process's own effects. */
export function processEffects(signal: AbortSignal): Effects {
  const { stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    interactive: stderr.isTTY === true,
    columns: stdout.isTTY ? stdout.columns : null,
    color: stdout.isTTY === true && env.NO_COLOR === undefined && env.TERM !== 'dumb',
    signal,
    files: { readFile, writeFile, rename, rm, mkdir },
  };
}
