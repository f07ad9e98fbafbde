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
  };
}
