import { normalize } from 'node:path';
import { required } from '../../required.js';
import { MAX_PROBLEMS } from '../build/context.js';
import * as messages from '../messages.js';
import { type Place, type Problem, problemAt } from '../problem.js';
import { buildTree, overrideProblems, type ReadOptions } from '../read.js';
import { MAX_SCENARIO_BYTES, readText } from '../source/file.js';
import { loadText, sha256 } from '../source/load.js';
import { mergeTrees } from '../source/merge.js';
import { accessOf, refuseMain } from '../source/root.js';
import { child, keyPlaceOf, type MapNode, type SourceNode } from '../source/tree.js';
import type { Scenario } from '../types.js';
import { madeVisible } from '../visible.js';
import { applyStresses } from './apply.js';

/** More than anybody compares; each is a plan to be priced. */
const MAX_VARIANTS = 1_000;

export interface Variant {
  readonly name: string;
  readonly scenario: Scenario;
}

/** A scenario with its variants, or everything that is wrong, at most ten problems. */
export type VariantsReading =
  | { readonly ok: true; readonly base: Scenario; readonly variants: readonly Variant[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a scenario file and builds each of its `variants`: stresses are put on the scenario as built, other values are
 * merged into the file as `extends` merges them. No variants is a problem, too. Never throws for what a file holds.
 */
export async function readVariants(path: string, options: ReadOptions = {}): Promise<VariantsReading> {
  const refused = await refuseMain(path, options.root);
  if (refused !== null) return { ok: false, problems: [problemAt({ path, line: 0, column: 0 }, refused)] };
  const file = await readText(path, MAX_SCENARIO_BYTES, options.readFile);
  if (!file.ok) return { ok: false, problems: [problemAt({ path, line: 0, column: 0 }, file.fault)] };
  return parseVariants(file.text, path, options);
}

/** As `readVariants`, from a text; `path` names it in messages. */
export async function parseVariants(text: string, path: string, options: ReadOptions = {}): Promise<VariantsReading> {
  const overridden = overrideProblems(options.overrides ?? {});
  if (overridden.length > 0) return { ok: false, problems: overridden };
  const loading = await loadText(text, normalize(path), accessOf(path, options.root), options.readFile);
  if (!loading.ok) return loading;
  const { root, digests } = loading;
  const building = await buildTree(root, digests, path, options);
  if (!building.ok) return building;
  const base = building.scenario;
  const inputs = Object.entries(building.input.variants ?? {});
  const refuse = (fault: Parameters<typeof problemAt>[1]): VariantsReading => ({
    ok: false,
    problems: [problemAt(keyPlaceOf(root, ['variants']), fault, 'variants')],
  });
  if (inputs.length === 0) return refuse(messages.noVariants());
  if (inputs.length > MAX_VARIANTS) return refuse(messages.tooManyOf('variants', inputs.length, MAX_VARIANTS));

  const plan = withoutVariants(root);
  const problems: Problem[] = [];
  const variants: Variant[] = [];
  for (const [name, input] of inputs) {
    const node = required(child(required(child(root, 'variants')), name));
    const identity = { sha256: sha256(`${base.sha256}\n${name}`), name: `${base.name}: ${name}` };
    if (input.kind === 'stress') {
      const stressed = applyStresses(base, input.stresses);
      if (stressed.ok) variants.push({ name, scenario: { ...stressed.scenario, ...identity } });
      else problems.push(problemAt(node.place, stressed.fault, name));
    } else {
      const variant = await buildTree(mergeTrees(plan, node), digests, path, options);
      if (variant.ok) variants.push({ name, scenario: { ...variant.scenario, ...identity } });
      else problems.push(...variant.problems.map((problem) => ofVariant(problem, name, root, node)));
    }
  }
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
  return { ok: true, base, variants };
}

/**
 * A problem of a variant, with its name: where it stands if that is within the variant, else at the variant itself, for the
 * file without it is right.
 */
function ofVariant(problem: Problem, name: string, root: SourceNode, node: SourceNode): Problem {
  const message = `variants.${madeVisible(name)}: ${problem.message}`;
  // What is printed in any language is made from what it is about.
  const subject = problem.subject === '' ? `variants.${name}` : `variants.${name}: ${problem.subject}`;
  if (hasPlace(node, problem)) return { ...problem, message, subject };
  const { path, line, column } = keyPlaceOf(root, ['variants', name]);
  return { ...problem, message, subject, path, line, column };
}

function hasPlace(node: SourceNode, problem: Problem): boolean {
  const is = ({ path, line, column }: Place): boolean =>
    path === problem.path && line === problem.line && column === problem.column;
  if (is(node.place)) return true;
  if (node.kind === 'list') return node.items.some((item) => hasPlace(item, problem));
  if (node.kind !== 'map') return false;
  return [...node.entries.values()].some((entry) => is(entry.keyPlace) || hasPlace(entry.node, problem));
}

function withoutVariants(root: SourceNode): SourceNode {
  if (root.kind !== 'map') return root;
  const plan: MapNode = { ...root, entries: new Map([...root.entries].filter(([key]) => key !== 'variants')) };
  return plan;
}
