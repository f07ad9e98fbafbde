import type { Effects } from '../../src/cli/effects.js';
import { main } from '../../src/cli/main.js';

/** Runs the command line within this process, from the sources, with what it prints caught. */
export async function command(
  args: readonly string[],
  options: { readonly interactive?: boolean; readonly columns?: number; readonly answers?: readonly string[] } = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = '';
  let err = '';
  const answers = [...(options.answers ?? [])];
  const effects: Effects = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    interactive: options.interactive ?? false,
    columns: options.columns ?? null,
    color: false,
    ...(options.answers === undefined ? {} : { ask: async () => answers.shift() ?? null }),
    signal: new AbortController().signal,
  };
  const code = await main(args, effects);
  return { code, out, err };
}
