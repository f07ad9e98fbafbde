import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { command } from '../cli/in-process.js';
import { hostileInput } from './inputs.js';

/** Of the processor, over all threads: how long anybody waits depends on who else is at work. */
const MOST_SECONDS = 10;
const MOST_BYTES = 1024 ** 3;
/** Of a program's mistake, or a value that nobody meant to print. */
const TRACE = /\n\s+at |own mistake|\[object |: undefined|\bundefined,/;
/** Their exit 1 also says that something isn't as it was recorded. */
const GATES = ['verify', 'ledger', 'approve', 'reject', 'submit', 'policy'];
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** Gives a command one of the hostile inputs. @returns what is wrong with its answer; nothing where it is a clean one */
export async function tryHostile(k: number): Promise<readonly string[]> {
  const { name, files, args, mustRefuse } = hostileInput(k);
  const folder = await mkdtemp(join(tmpdir(), 'huni-hostile-'));
  const before = process.cwd();
  const home = process.env.XDG_CONFIG_HOME;
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    process.chdir(folder);
    process.env.XDG_CONFIG_HOME = join(folder, 'home');
    const [cpu, memory] = [process.cpuUsage(), process.memoryUsage().rss];
    const { code, out, err } = await command(args);
    const { user, system } = process.cpuUsage(cpu);
    const said = out + err;
    const wrong: string[] = [];
    const hold = (holds: boolean, what: string) => {
      if (!holds) wrong.push(`${k}, ${name}: ${what} (exit ${code}: ${JSON.stringify(err.slice(0, 300))})`);
    };
    hold([0, 1, 2].includes(code), 'another exit code');
    hold(!mustRefuse || code === 2 || (code === 1 && GATES.includes(args[0]!)), 'it was taken in silence');
    hold(code !== 2 || err.trim() !== '', 'it was refused in silence');
    hold(!TRACE.test(said), `"${TRACE.exec(said)?.[0].trim()}" was printed`);
    const isGiven = [...Object.values(files), ...args].some((one) => Buffer.from(one).includes('NaN'));
    hold(isGiven || !/\bNaN\b/.test(said), 'a figure that is none was printed');
    hold(!CONTROLS.test(said), 'a control character was printed');
    const lines = (args.includes('github') ? err : said).split('\n');
    hold(!lines.some((line) => line.trimStart().startsWith('::')), 'a workflow command was printed');
    hold(!/root:x:|PATH=/.test(said), 'the machine was quoted');
    hold((user + system) / 1e6 < MOST_SECONDS, `it took ${(user + system) / 1e6} s`);
    hold(process.memoryUsage().rss - memory < MOST_BYTES, 'it took more than 1 GiB');
    return wrong;
  } finally {
    process.chdir(before);
    if (home === undefined) delete process.env.XDG_CONFIG_HOME;
    else process.env.XDG_CONFIG_HOME = home;
    await rm(folder, { recursive: true, force: true });
  }
}
