import { basename, extname, normalize } from 'node:path';
import { firstOf } from '../required.js';
import type { Sampler } from '../sampling/types.js';
import type { Language } from '../units/locale.js';
import { MAX_PROBLEMS, report } from './build/context.js';
import { buildScenario } from './build/scenario.js';
import { attachColumns } from './data/columns.js';
import { attachDraws } from './data/draws.js';
import * as messages from './messages.js';
import { type Problem, problemAt } from './problem.js';
import { type DocumentInput, DRAWS, documentSchema, SAMPLERS } from './schema/document.js';
import { validate } from './schema/leaf.js';
import { readNumberIn } from './schema/number.js';
import { type FileReader, MAX_SCENARIO_BYTES, readText } from './source/file.js';
import { loadText, sha256 } from './source/load.js';
import { withoutOwnCurrency } from './source/own-currency.js';
import { accessOf, refuseMain } from './source/root.js';
import { type SourceNode, toPlain } from './source/tree.js';
import type { Scenario } from './types.js';
import type { ScenarioWarning } from './warnings.js';
import type { ScenarioDocument } from './write.js';

/** What a command line may say otherwise than the file. */
export interface Overrides {
  readonly draws?: number;
  readonly seed?: string;
  readonly sampler?: Sampler;
}

export interface ReadOptions {
  readonly overrides?: Overrides;
  /** In place of the file system; rejects with a Node error (`code: 'ENOENT'`, …). */
  readonly readFile?: FileReader;
  /** Language of messages on a scenario whose files name none; English unless given. */
  readonly language?: Language;
  /** The folder that no file which the scenario names may lie outside of; its own unless given. */
  readonly root?: string;
}

/** A scenario and the document it came from, or everything that is wrong, at most ten problems. */
export type ScenarioReading =
  | { readonly ok: true; readonly scenario: Scenario; readonly document: ScenarioDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a scenario file, with the files it extends and the data files it names. Never throws for what a file holds. */
export async function readScenario(path: string, options: ReadOptions = {}): Promise<ScenarioReading> {
  const refused = await refuseMain(path, options.root);
  if (refused !== null) return refuse([problemAt({ path, line: 0, column: 0 }, refused)]);
  const file = await readText(path, MAX_SCENARIO_BYTES, options.readFile);
  if (!file.ok) return refuse([problemAt({ path, line: 0, column: 0 }, file.fault)]);
  return parseScenario(file.text, path, options);
}

/** As `readScenario`, from a text; `path` names it in messages, and its folder is where other files are looked for. */
export async function parseScenario(text: string, path: string, options: ReadOptions = {}): Promise<ScenarioReading> {
  const overridden = overrideProblems(options.overrides ?? {});
  if (overridden.length > 0) return refuse(overridden);
  const loading = await loadText(text, normalize(path), accessOf(path, options.root), options.readFile);
  if (!loading.ok) return refuse(loading.problems);
  const { root, document } = loading;
  const building = await buildTree(root, loading.digests, path, options);
  if (!building.ok) return building;
  const { scenario } = building;
  const lines = scenario.lines.map(({ id, platform, stage, segment }) => ({ id, platform, stage, segment }));
  return {
    ok: true,
    scenario,
    document: {
      yaml: document,
      root,
      text,
      json: extname(path).toLowerCase() === '.json',
      lines,
      creativeFree: scenario.creativeFree,
    },
  };
}

/** A scenario from a tree, and the valid document it was built from; or at most ten problems. */
type TreeBuilding =
  | { readonly ok: true; readonly scenario: Scenario; readonly input: DocumentInput }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Validates a tree, reads the data files it names, and fills in every default.
 *
 * @param textDigests of the texts that the tree was read from
 */
export async function buildTree(
  root: SourceNode,
  textDigests: readonly string[],
  path: string,
  options: ReadOptions,
): Promise<TreeBuilding> {
  const plain = withoutOwnCurrency(toPlain(root));
  const access = accessOf(path, options.root);
  const data = await attachColumns(plain, root, access, options.readFile);
  const draws = await attachDraws(plain, root, access, options.readFile);
  if (data.problems.length + draws.problems.length > 0) return refuse([...data.problems, ...draws.problems]);

  const build = { root, problems: [] as Problem[], warnings: [] as ScenarioWarning[] };
  const validation = validate(documentSchema, plain);
  if (!validation.ok) {
    for (const { at, fault, onKey } of validation.faults) report(build, at, fault, onKey);
    return refuse(build.problems);
  }
  const digests = [...textDigests, ...data.digests, ...draws.digests];
  const identity = {
    path,
    sha256: digests.length === 1 ? firstOf(digests) : sha256(digests.join('\n')),
    stem: basename(path, extname(path)),
  };
  const scenario = await buildScenario({ ...build, input: validation.value }, identity);
  if (scenario === null) return refuse(build.problems);
  const { language } = options;
  const asked =
    language === undefined || validation.value.language !== undefined ? {} : { language, languageAsked: true as const };
  return { ok: true, scenario: { ...scenario, ...options.overrides, ...asked }, input: validation.value };
}

/** What is wrong with what a command line says. */
export function overrideProblems({ draws, seed, sampler }: Overrides): Problem[] {
  const place = { path: 'command line', line: 0, column: 0 };
  const problems: Problem[] = [];
  const number = draws === undefined ? null : readNumberIn(draws, DRAWS);
  if (number !== null && !number.ok) problems.push(problemAt(place, number.fault, 'draws'));
  if (seed !== undefined && (seed === '' || seed.length > 200)) {
    problems.push(
      problemAt(place, messages.wrongKind(`"${seed.slice(0, 40)}"`, 'text of at most 200 characters'), 'seed'),
    );
  }
  if (sampler !== undefined && !SAMPLERS.includes(sampler)) {
    problems.push(problemAt(place, messages.notOneOf(String(sampler), SAMPLERS), 'sampler'));
  }
  return problems;
}

function refuse(problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
}
