import { join } from 'node:path';
import { encode } from '../../engine/codec.js';
import { parseScenario } from '../../scenario/index.js';
import type { ScenarioReading } from '../../scenario/read.js';
import type { ReadingView } from '../protocol.js';
import type { PlanFolder } from './plan-folder.js';
import { planView } from './plan-view.js';

/** Reads a draft as if it stood in the folder under that name; files that it names are looked for there. */
export function readDraft(folder: PlanFolder, file: string, text: string): Promise<ScenarioReading> {
  return parseScenario(text, join(folder.root, file));
}

/** A draft as the page shows it. */
export async function readingView(folder: PlanFolder, file: string, text: string): Promise<ReadingView> {
  const reading = await readDraft(folder, file, text);
  if (reading.ok) {
    const scenario = Buffer.from(encode(reading.scenario)).toString('base64');
    return { ok: true, plan: planView(reading.scenario, text), scenario };
  }
  return {
    ok: false,
    // Of another file (a base that is extended) the place is reported in words.
    problems: reading.problems.map(({ path, line, column, message }) =>
      path.endsWith(file)
        ? { line, column, message }
        : { line: 0, column: 0, message: `${path.slice(folder.root.length + 1)}:${line}: ${message}` },
    ),
  };
}
