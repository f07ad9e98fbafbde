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

/** {@link command} as a shell would run it in a folder, with variables of its own: of one process one command at a time. */
export async function commandIn(
  folder: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const [directory, environment] = [process.cwd(), { ...process.env }];
  process.chdir(folder);
  Object.assign(process.env, variables);
  try {
    return await command(args);
  } finally {
    process.chdir(directory);
    for (const name of Object.keys(variables)) {
      if (environment[name] === undefined) delete process.env[name];
      else process.env[name] = environment[name];
    }
  }
}
