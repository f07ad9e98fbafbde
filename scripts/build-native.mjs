// Builds dist/native/model.node: the model's equations as native code, for whoever has a C compiler. Optional: without it
// WebAssembly computes the same bytes. `npm run build:native [PLAN…]`: routines of scenarios/, of bench/quarter.yaml and of the plans named.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleSettings } from './bundle-settings.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}dist/native`;

/** Without fused multiply-add, whose results differ; square roots needn't say what went wrong. */
export const FLAGS = [
  '-O2',
  '-march=native',
  '-ffp-contract=off',
  '-fno-math-errno',
  '-fPIC',
  '-shared',
  '-fvisibility=hidden',
];

export const compilers = () =>
  [process.env.CC, 'cc', 'gcc', 'clang'].filter((name) => name && spawnSync(name, ['--version']).status === 0);

export function compile(compiler, source, to, more = []) {
  const flags = [
    ...FLAGS,
    `-I${root}src/kernel/native`,
    ...more,
    ...(process.platform === 'darwin' ? ['-undefined', 'dynamic_lookup'] : []),
  ];
  const { status, stderr } = spawnSync(compiler, [...flags, '-w', '-o', to, source], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${compiler} doesn't compile ${source}: ${stderr}`);
}

/** Sampling, which is the same for all plans. @param records the text of `records.h` @param to a file of the folder */
export function compileKernel(compiler, records, folder, to) {
  writeFileSync(`${folder}/records.h`, records);
  compile(compiler, `${root}src/model/kernel/native/kernel.c`, `${folder}/${to}`, [`-I${folder}`]);
}

async function main(plans) {
  const [compiler] = compilers();
  if (compiler === undefined) {
    console.log(
      'No C compiler was found (cc, gcc, clang, or what CC names): huni runs by WebAssembly, with the same figures.',
    );
    return;
  }
  await mkdir(folder, { recursive: true });
  const script = `${folder}/gather.mjs`;
  await build({
    stdin: {
      contents: `export { nativeSourceFor } from './src/forecast/native.ts'; export { nativeRecords } from './src/model/kernel/native-kernel.ts'; export { parseScenario } from './src/scenario/index.ts';`,
      resolveDir: root,
    },
    absWorkingDir: root,
    outfile: script,
    ...bundleSettings,
  });
  const { nativeSourceFor, nativeRecords, parseScenario } = await import(pathToFileURL(script));
  compileKernel(compiler, nativeRecords(), folder, 'kernel.new');
  const own = (await readdir(`${root}scenarios`))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${root}scenarios/${name}`);
  const scenarios = [];
  for (const file of [...own, `${root}bench/quarter.yaml`, ...plans]) {
    const reading = await parseScenario(await readFile(file, 'utf8'), file);
    if (reading.ok) scenarios.push(reading.scenario);
    else console.log(`left out: ${file} can't be read by itself`);
  }
  await writeFile(`${folder}/model.c`, await nativeSourceFor(scenarios));
  compile(compiler, `${folder}/model.c`, `${folder}/model.new`);
  // Made for this processor's own instructions: on another one it would end the process.
  await writeFile(`${folder}/processor`, cpus()[0]?.model ?? '');
  await rename(`${folder}/model.new`, `${folder}/model.node`);
  await rename(`${folder}/kernel.new`, `${folder}/kernel.node`);
  await rm(script);
  console.log(`dist/native/model.node: made by ${compiler} from the routines of ${scenarios.length} plans`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
