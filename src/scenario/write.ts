import { type Document, isAlias, isMap, isNode, isScalar, isSeq, visit, type YAMLMap } from 'yaml';
import { apportion } from '../units/apportion.js';
import { idOf, patchPlan, sourceIdOf } from './patch.js';
import type { SourceNode } from './source/tree.js';
import type { CreativeTier, Platform, Stage } from './types.js';

/** A scenario's YAML document, comments and all, and what writing a plan into it needs to know. */
export interface ScenarioDocument {
  readonly yaml: Document;
  /** Its content, with the files that it extends merged in. */
  readonly root: SourceNode;
  /** The text it was parsed from. */
  readonly text: string;
  /** True where the file is JSON, and has to stay it. */
  readonly json: boolean;
  /** The scenario's lines, in its order. */
  readonly lines: readonly {
    readonly id: string;
    readonly platform: Platform;
    readonly stage: Stage;
    readonly segment: string | null;
  }[];
  /** True where creative shares are free: tiers are on and no rule fixes them. */
  readonly creativeFree: boolean;
}

/**
 * The scenario's text with a plan in it: `budgets` in the scenario's line order, in currency, creative shares, and, for lines
 * whose `flighting` was free, what each period gets as its weight, and `posts` by source of those that were to be chosen, so
 * that the plan is what the file now gives. Comments
 * and everything else stay. A line that stands in an extended file gets an entry with its budget alone. Creative shares are
 * written where no rule is given for them, as a split with a tolerance that binds nothing; a rule is the user's, and stays.
 */
export function writePlanBack(
  document: ScenarioDocument,
  budgets: ArrayLike<number>,
  creative: Readonly<Record<CreativeTier, number>>,
  flighting: ReadonlyMap<string, readonly number[]> = new Map(),
  posts: ReadonlyMap<string, number> = new Map(),
): string {
  const byId = new Map(document.lines.map(({ id }, index) => [id, budgets[index] ?? 0]));
  const rule = document.creativeFree ? { split: splitText(creative), tolerance: '100%' } : null;
  const patched = patchPlan(document.text, document.yaml, byId, flighting, posts);
  if (patched === null) return rewritten(document, byId, flighting, posts, rule);
  if (rule === null) return patched;
  const { contents } = document.yaml;
  if (!isMap(contents) || contents.flow || contents.has('rules'))
    return rewritten(document, byId, flighting, posts, rule);
  const end = patched.endsWith('\n') ? '' : '\n';
  return `${patched}${end}rules: { creative: { split: ${rule.split}, tolerance: ${rule.tolerance} } }\n`;
}

/** The document printed anew: comments stay, but not how the text was laid out. */
function rewritten(
  document: ScenarioDocument,
  budgets: ReadonlyMap<string, number>,
  flighting: ReadonlyMap<string, readonly number[]>,
  posts: ReadonlyMap<string, number>,
  rule: { readonly split: string; readonly tolerance: string } | null,
): string {
  const yaml = withoutAliases(document.yaml.clone());
  const list = yaml.get('lines');
  const known = new Map<string, YAMLMap>();
  for (const item of isSeq(list) ? list.items : []) {
    if (isMap(item)) known.set(idOf(item), item);
  }
  for (const line of document.lines) {
    const budget = budgets.get(line.id) ?? 0;
    const map = known.get(line.id);
    const weights = flighting.get(line.id);
    if (map === undefined) {
      addLine(yaml, line, budget, weights);
      continue;
    }
    setNumber(map, 'budget', budget);
    if (weights !== undefined) map.set('flighting', yaml.createNode(weights, { flow: true }));
  }
  setPosts(yaml, posts);
  if (rule !== null) yaml.setIn(['rules', 'creative'], yaml.createNode(rule, { flow: true }));
  if (document.json) return `${JSON.stringify(yaml.toJS(), null, 2)}\n`;
  return yaml.toString({ lineWidth: 0 });
}

/** An alias would carry one line's budget to wherever else it stands. */
function withoutAliases(yaml: Document): Document {
  visit(yaml, {
    Alias: (_, alias) => {
      const copy = alias.resolve(yaml)?.clone();
      return isNode(copy) && !isAlias(copy) ? copy : undefined;
    },
  });
  visit(yaml, {
    Node: (_, node) => {
      if ('anchor' in node) delete node.anchor;
    },
  });
  return yaml;
}

function setNumber(map: YAMLMap, key: string, value: number): void {
  const node = map.get(key, true);
  if (!isScalar(node)) {
    map.set(key, value);
    return;
  }
  node.value = value;
  // How the old number was written (decimals, quotes) is not how the new one is.
  delete node.minFractionDigits;
  delete node.format;
  delete node.source;
  node.type = 'PLAIN';
}

/** Numbers of posts into `creators`; one that stands in an extended file gets an entry with its number alone. */
function setPosts(yaml: Document, posts: ReadonlyMap<string, number>): void {
  const creators = yaml.get('creators');
  const known = new Map<string, YAMLMap>();
  for (const item of isSeq(creators) ? creators.items : []) if (isMap(item)) known.set(sourceIdOf(item), item);
  for (const [id, count] of posts) {
    const map = known.get(id);
    if (map !== undefined) {
      map.set('posts', count);
      continue;
    }
    const [platform, stage, name = ''] = id.split('/');
    const entry = { name: name.slice(1), platform, stage, posts: count };
    if (isSeq(yaml.get('creators'))) yaml.addIn(['creators'], yaml.createNode(entry, { flow: true }));
    else yaml.set('creators', yaml.createNode([entry]));
  }
}

function addLine(
  yaml: Document,
  line: ScenarioDocument['lines'][number],
  budget: number,
  flighting: readonly number[] | undefined,
): void {
  const { platform, stage, segment } = line;
  const entry = {
    platform,
    stage,
    ...(segment === null ? {} : { segment }),
    budget,
    ...(flighting === undefined ? {} : { flighting }),
  };
  if (isSeq(yaml.get('lines'))) yaml.addIn(['lines'], yaml.createNode(entry, { flow: true }));
  else yaml.set('lines', yaml.createNode([entry]));
}

/** `55.25-34.75-10`: percentages of two decimals that sum to 100 exactly. */
function splitText({ proven, experiment, moonshot }: Readonly<Record<CreativeTier, number>>): string {
  return apportion(10_000, [proven, experiment, moonshot])
    .map((part) => part / 100)
    .join('-');
}
