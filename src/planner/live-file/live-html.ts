import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escapeHtml } from '../../encoding/html.js';
import { encode } from '../../engine/codec.js';
import { kernelFile } from '../../model/kernel/kernel-file.js';
import type { Scenario } from '../../scenario/types.js';
import { type LivePayload, PAYLOAD_ID } from '../live/payload.js';
import { planView } from '../server/plan-view.js';

/**
 * A plan as one file that reprices itself wherever it is opened: program, kernels, and the scenario are inside, nothing is
 * asked of any other place, and the policy names its own script and style by their hashes.
 *
 * @param text the scenario's file, which the page hands back with other budgets
 */
export function liveHtml(scenario: Scenario, text: string): string {
  const program = readBuilt('page.js');
  const style = readBuilt('page.css');
  const file = basename(scenario.path);
  const payload: LivePayload = {
    file,
    text,
    plan: planView(scenario, text),
    // Where the plan lay is nobody's business, and not the same wherever the page is made again.
    scenario: Buffer.from(encode({ ...scenario, path: file })).toString('base64'),
    kernels: { model: kernel('model'), summary: kernel('summary') },
    worker: readBuilt('worker.js'),
  };
  const direction = scenario.language === 'ar' ? 'rtl' : 'ltr';
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(program)}' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${scenario.language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(scenario.name)}</title>
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<script type="application/json" id="${PAYLOAD_ID}">${inScript(JSON.stringify(payload))}</script>
<script>${program}</script>
</body>
</html>
`;
}

/** JSON that can't end the element it stands in. */
function inScript(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function kernel(part: 'model' | 'summary'): string {
  const file = kernelFile(part);
  return file === null ? '' : readFileSync(file).toString('base64');
}

/** A built part of the page, from `dist` or, where code runs from `src`, from the tree's. */
function readBuilt(name: string): string {
  const folders = ['../planner/live', '../../../dist/planner/live'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const folder = folders.find((one) => existsSync(join(one, name)));
  if (folder === undefined) throw new Error('dist/planner/live is missing: run `npm run build`');
  // A script must not hold what ends its element.
  return readFileSync(join(folder, name), 'utf8')
    .replaceAll('</script', '<\\/script')
    .replaceAll('</style', '<\\/style');
}
