// Builds what runs in a browser, after `build.mjs`, whose kernels it takes in: the planner's page, and the two programs of `live.html`.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';

const configOf = (name) => fileURLToPath(new URL(`../src/planner/${name}/vite.config.ts`, import.meta.url));

await build({ configFile: configOf('page') });
for (const mode of ['page', 'worker']) await build({ configFile: configOf('live'), mode });

// What the server sends compressed where the browser takes it, beside each file.
const page = fileURLToPath(new URL('../dist/planner/page/', import.meta.url));
const names = await readdir(page, { recursive: true });
for (const name of names.filter((one) => /\.(html|js|css|svg|wasm)$/.test(one))) {
  const bytes = await readFile(join(page, name));
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  await writeFile(join(page, `${name}.br`), brotliCompressSync(bytes, options));
}
