import { isVisible, printable, visibleText } from '../encoding/visible.js';
import type { Language } from '../units/locale.js';

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
  /** Asks someone at a terminal; `null`: no answer came. Left out where nobody sits there. */
  readonly ask?: (question: string) => Promise<string | null>;
  /** The process's environment variables; none unless given. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Of help and messages, as `main` found it; English unless given. */
  readonly language?: Language;
  /** The day, `YYYY-MM-DD`: exports have no spend made after it. Left out: any day may be past. */
  readonly today?: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** The process's own effects. */
export function processEffects(signal: AbortSignal): Effects {
  const { stdin, stdout, stderr, env } = process;
  return {
    ...(stdin.isTTY === true && stderr.isTTY === true ? { ask: (question) => askTerminal(question, signal) } : {}),
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    interactive: stderr.isTTY === true,
    columns: stdout.isTTY ? stdout.columns : null,
    color: stdout.isTTY === true && env.NO_COLOR === undefined && env.TERM !== 'dumb',
    environment: env,
    today: new Date().toISOString().slice(0, 10),
    signal,
  };
}

async function askTerminal(question: string, signal: AbortSignal): Promise<string | null> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question, { signal });
  } catch {
    return null;
  } finally {
    terminal.close();
  }
}

/**
 * Effects that print nothing a terminal or a build server would act on, whatever names, messages and arguments hold.
 *
 * @param argv the command line: what a branch or a file is called comes that way, line ends included, and is quoted in messages
 */
export function printableEffects(effects: Effects, argv: readonly string[] = []): Effects {
  const { color, interactive } = effects;
  const strange = argv
    .flatMap((argument) => [argument, argument.slice(argument.indexOf('=') + 1)])
    .flatMap((argument) => [argument, argument.trim()])
    .filter(isBroken);
  const inOneLine = (text: string): string =>
    strange.reduce((said, argument) => said.replaceAll(argument, visibleText(argument)), text);
  return {
    ...effects,
    out: (text, kind) => effects.out(printable(text, { color, commands: kind !== undefined }), kind),
    // Progress clears its line there.
    err: (text) => effects.err(printable(inOneLine(text), { color: interactive })),
  };
}

/** Whether a text runs over several lines, with something on them. */
function isBroken(text: string): boolean {
  return !isVisible(text) && /\S\s*\n\s*\S/.test(text);
}
