import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Whether LibreOffice is there to open a workbook with. */
export const hasOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** A workbook as LibreOffice prints it: how many pages, and all that was said. */
export async function printed(workbook: Uint8Array): Promise<{ pages: number; said: string }> {
  const { bytes, said } = await converted(workbook, 'pdf', 'pdf');
  return { pages: [...bytes.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length, said };
}

/** Opens a workbook in LibreOffice, recalculates it and saves it again: the new file's bytes, and all that was said. */
export function recalculated(workbook: Uint8Array): Promise<{ bytes: Buffer; said: string }> {
  return converted(workbook, 'xlsx:Calc MS Excel 2007 XML', 'xlsx');
}

async function converted(workbook: Uint8Array, to: string, ending: string): Promise<{ bytes: Buffer; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'huni-office-'));
  try {
    await writeFile(join(folder, 'budget.xlsx'), workbook);
    const { stdout, stderr } = await promisify(execFile)('soffice', [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      join(folder, 'out'),
      join(folder, 'budget.xlsx'),
    ]);
    // Without a Java it says so each time; no workbook needs one.
    const said = `${stdout}${stderr}`.split('\n').filter((line) => !line.includes('javaldx'));
    return { bytes: await readFile(join(folder, 'out', `budget.${ending}`)), said: said.join('\n') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
