import { printable } from '../encoding/visible.js';

/** Everything a command does to the world, handed in so that tests can hand in their own. */
export interface Effects {
  /** Standard output; `workflow-commands` where the lines are such commands, made by huni for a build server. */
  readonly out: (text: string, kind?: 'workflow-commands') => void;
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

/** Effects that print nothing a terminal or a build server would act on, whatever names and messages hold. */
export function printableEffects(effects: Effects): Effects {
  const { color, interactive } = effects;
  return {
    ...effects,
    out: (text, kind) => effects.out(printable(text, { color, commands: kind !== undefined }), kind),
    // Progress clears its line there.
    err: (text) => effects.err(printable(text, { color: interactive })),
  };
}
