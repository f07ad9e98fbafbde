// Builds what runs in a browser, after `build.mjs`, whose kernels it takes in: the planner's page, and the two programs of `live.html`.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const configOf = (name) => fileURLToPath(new URL(`../src/planner/${name}/vite.config.ts`, import.meta.url));

await build({ configFile: configOf('page') });
for (const mode of ['page', 'worker']) await build({ configFile: configOf('live'), mode });
