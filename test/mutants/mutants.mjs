// Which small mistakes there are, which of them are tried, and a tree that holds all of those at once, each asleep until the
// environment of a process names it: nothing is built anew for a mutant but what is made of the code while building.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonTokens } from '@stryker-mutator/api/plugin';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import seedrandom from 'seedrandom';
import { files, ROOT } from './tree.mjs';

export const FOLDERS = ['model', 'engine', 'optimize', 'forecast', 'calibrate', 'approvals'];
/** Words have their own tests (catalogues, completeness by types); codes among them are unions, so that most don't compile. */
const LEFT_OUT = ['StringLiteral'];
/** At least so many of each folder. */
const LEAST = 20;

/** Which mutant is awake in a process and those that it starts. */
export const AWAKE = 'HUNI_MUTANT';
/** A folder in which processes write down the mutants whose code they come to, by the test that started them. */
export const SEEN = 'HUNI_MUTANTS_SEEN';
/** The test that a process runs for. */
export const SEEN_BY = 'HUNI_MUTANTS_TEST';

/** What instrumented code calls, in the names that StrykerJS gives it. A page in a browser has no process, and no mutants. */
const HEADER = `
function stryMutAct_9fa48(id) {
  const awake = String(globalThis.process?.env?.${AWAKE} ?? '');
  stryMutAct_9fa48 = (one) => one === awake;
  return id === awake;
}
function stryCov_9fa48(...ids) {
  const process = globalThis.process;
  const folder = process?.env?.${SEEN};
  if (!folder) {
    stryCov_9fa48 = () => {};
    return;
  }
  const seen = (globalThis.mutantsSeen ??= new Set());
  stryCov_9fa48 = (...some) => {
    for (const one of some) {
      if (seen.has(one)) continue;
      seen.add(one);
      process.getBuiltinModule('node:fs').appendFileSync(folder + '/' + (process.env.${SEEN_BY} ?? 'build'), one + '\\n');
    }
  };
  stryCov_9fa48(...ids);
}
`;

function instrumenter() {
  const logger = { debug() {}, info() {}, warn() {}, error: console.error, trace() {}, isDebugEnabled: () => false };
  const known = { [commonTokens.logger]: logger };
  const injector = {
    injectClass: (Class) => new Class(...(Class.inject ?? []).map((one) => known[one])),
    provideValue: (token, value) => {
      known[token] = value;
      return injector;
    },
    resolve: (token) => known[token],
  };
  return createInstrumenter(injector);
}

async function instrumented(described) {
  const options = { plugins: null, excludedMutations: LEFT_OUT, ignorers: [], noHeader: true };
  const { files: written, mutants } = await instrumenter().instrument(described, options);
  return { written, mutants: mutants.filter((one) => one.status === undefined) };
}

/** @returns what names a mutant for people and in files of results */
export function keyOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  const place = [start, end].map(({ line, column }) => `${line + 1}:${column + 1}`).join('-');
  return `${fileName}:${place} ${mutatorName} ${replacement.slice(0, 80)}`;
}

/** @returns how many mutants there are, and a seeded sample of them, by folder in proportion, in the order in which they are tried */
export async function chosenMutants(count, seed) {
  const random = seedrandom(seed);
  const shuffled = (some) =>
    some
      .map((one) => ({ one, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
  const all = [];
  for (const folder of FOLDERS) {
    const described = files(`src/${folder}`, '.ts')
      .filter((name) => !name.endsWith('.d.ts'))
      .map((name) => ({ name, mutate: true, content: readFileSync(join(ROOT, name), 'utf8') }));
    all.push((await instrumented(described)).mutants);
  }
  const most = all.reduce((sum, one) => sum + one.length, 0);
  const chosen = all.flatMap((some) =>
    shuffled(some).slice(0, Math.max(LEAST, Math.round((count * some.length) / most))),
  );
  return { most, chosen: shuffled(chosen) };
}

/** Writes the chosen mutants into a copy of the tree. @returns the id of each in there, by its key */
export async function putInto(copy, chosen) {
  const ids = new Map();
  for (const name of new Set(chosen.map((one) => one.fileName))) {
    const ours = new Set(chosen.filter((one) => one.fileName === name).map(keyOf));
    const ranges = chosen.filter((one) => one.fileName === name).map((one) => one.location);
    const content = readFileSync(join(ROOT, name), 'utf8');
    const { written, mutants } = await instrumented([{ name, mutate: ranges, content }]);
    for (const one of mutants) {
      if (ours.has(keyOf(one))) ids.set(keyOf(one), `${name}#${one.id}`);
    }
    // Ids count from 0 in each file: the file's name makes them the tree's.
    const named = written[0].content.replace(
      /stry(MutAct|Cov)_9fa48\(([^()]*)\)/g,
      (_, what, some) => `stry${what}_9fa48(${some.replace(/"(\d+)"/g, `"${name}#$1"`)})`,
    );
    writeFileSync(join(copy, name), `${named}\n${HEADER}`);
  }
  const missing = chosen.map(keyOf).filter((one) => !ids.has(one));
  if (missing.length > 0) throw new Error(`mutants that were drawn but not placed: ${missing.join('; ')}`);
  return ids;
}
