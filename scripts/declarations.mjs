/** Puts the declarations that `tsc -b` made of `src` into `dist/types`; those of files that are gone stay behind. */
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const FROM = '.declarations/src';
const TO = 'dist/types';

rmSync(TO, { recursive: true, force: true });
for (const name of readdirSync(FROM, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts') || !existsSync(join('src', name.replace(/\.d\.ts$/, '.ts')))) continue;
  cpSync(join(FROM, name), join(TO, name));
}
