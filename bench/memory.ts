import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Peak resident memory of a command that prices `quarter` and reports every figure, in MB. */
export function peakMemory(root: string, draws: number, workers: number): number {
  const probe =
    "import { main } from './dist/cli/main.js';" +
    'const effects = { out: () => {}, err: (text) => process.stderr.write(text), interactive: false, columns: null, color: false,' +
    ' signal: new AbortController().signal, files: await import("node:fs/promises") };' +
    `const code = await main(["run", "bench/quarter.yaml", "--json", "--no-optimize", "--draws", "${draws}", "--workers", "${workers}"], effects);` +
    'console.log(JSON.stringify({ code, kilobytes: process.resourceUsage().maxRSS }));';
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', probe], {
    cwd: resolve(root),
    encoding: 'utf8',
  });
  const { code, kilobytes } = JSON.parse(stdout || '{}') as { code?: number; kilobytes?: number };
  if (code !== 0 || kilobytes === undefined) throw new Error(`pricing ${draws} draws failed: ${stderr}`);
  return kilobytes / 1024;
}
