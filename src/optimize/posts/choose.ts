import { planSpace } from '../../plan/space.js';
import { givenCounts, withPosts } from '../../scenario/pay.js';
import type { Scenario } from '../../scenario/types.js';
import { searchDiscrete } from '../discrete.js';
import { nearestPlan } from '../feasible.js';
import { type Point, type SampledProblem, sampledProblem } from '../problem.js';
import type { ProgramSolver } from '../program.js';
import { constraintsOf } from '../rules.js';
import { goalScale, looksConcave, startingCurvature } from '../starts.js';
import type { PlanEvaluator } from '../types.js';
import {
  beats,
  brokenBy,
  chosenCreators,
  countsAt,
  expectedGain,
  type Leaf,
  type Node,
  type NodeSearch,
  neighboursOf,
  searchWithin,
  withCounts,
} from './leaves.js';
import type { PostBounds } from './paid.js';

/** So few combinations are tried one by one. */
const FEW = 12;
/** Nodes of the tree that are solved; beyond it the best numbers found so far stand. */
const MOST_NODES = 40;
/** A number this near to a whole one is that one. */
const WHOLE = 0.01;
/** Share of the goal's size by which a node must promise more than the best plan found. */
const WORTH = 1e-6;
/** Numbers beside the best ones that are tried, at a time and over all. */
const NEIGHBOURS = { atOnce: 24, rounds: 4 };
/** Choices that are followed up on the fit draws, and by how much of the goal's size they may lie behind. */
const FOLLOWED = 3;
const CLOSE = 0.005;

interface PostChoices {
  /** Numbers of posts by source, best first; none where no plan was found. */
  readonly choices: readonly Float64Array[];
  /** The goal looked concave and the tree was searched to its end: no other numbers can be better. */
  readonly proven: boolean;
}

interface PostsRequest {
  readonly solve: ProgramSolver;
  readonly evaluator: PlanEvaluator;
  /** With numbers of posts to choose; a line a period where flighting is free. */
  readonly scenario: Scenario;
  /** Lines' money and creative shares of the plan given. */
  readonly given: Float64Array;
  readonly signal?: AbortSignal | undefined;
}

/**
 * How many posts of whom: branch and bound over whole numbers on the coarse draws, bounded by plans in which the numbers are
 * not whole (their schedules are means by distance, with slopes), then the numbers beside the best ones, then the best few on
 * the fit draws. The bound is exact for a goal that is concave; for others it is what the local search attains.
 */
export async function choosePosts(request: PostsRequest): Promise<PostChoices> {
  const { solve, scenario, evaluator, signal } = request;
  const problem = sampledProblem(scenario, evaluator, { signal });
  const points = await startingPoints(request, problem);
  const [first] = points;
  if (first === undefined) return { choices: [], proven: false };
  const search: NodeSearch = { solve, problem, scale: goalScale(points) };
  const from = { hessian: startingCurvature(points, search.scale), radius: 0.25 };
  const creators = chosenCreators(scenario);
  const found = await searchTree(search, { ...from, v: first.v }, points);
  await searchBeside(search, found.leaves);
  const ranked = [...found.leaves.values()].filter((leaf) => leaf !== null).sort((a, b) => order(a.point, b.point));
  const lead = ranked[0]?.point.value ?? 0;
  const followed: Leaf[] = [];
  for (const leaf of ranked.slice(0, FOLLOWED)) {
    if (followed.length > 0 && lead - leaf.point.value > CLOSE * search.scale) break;
    const fit = await searchWithin(search, leaf.bounds, { ...leaf, v: leaf.point.v }, 'fit');
    if (fit !== null) followed.push({ ...fit, counts: leaf.counts });
  }
  followed.sort((a, b) => order(a.point, b.point));
  const choices = followed.map(({ counts }) => {
    const posts = givenCounts(scenario);
    creators.forEach(({ id }, k) => {
      posts[scenario.sources.findIndex((source) => source.id === id)] = counts[k];
    });
    return posts;
  });
  return { choices, proven: found.complete && looksConcave(points) };
}

function order(a: Point, b: Point): number {
  return beats(a, b) ? -1 : beats(b, a) ? 1 : 0;
}

/** Plans that a search with open numbers begins from, best first: the best without posts, with half of them, with all, and with those that pay by their slopes. */
async function startingPoints(request: PostsRequest, problem: SampledProblem): Promise<Point[]> {
  const { solve, scenario, evaluator, given, signal } = request;
  const without = withPosts(scenario, undefined);
  const alone = await searchDiscrete(
    solve,
    sampledProblem(without, evaluator, { signal }),
    constraintsOf(without),
    given,
  );
  const rules = { ...constraintsOf(scenario), onOff: [] };
  const lines = alone?.[0]?.optimum.point.v ?? given;
  const { variables, posts } = planSpace(scenario);
  const points: Point[] = [];
  const add = async (share: (k: number) => number): Promise<Point | null> => {
    const wanted = new Float64Array(variables.length);
    wanted.set(lines);
    for (let j = posts.from; j < posts.to; j++) wanted[j] = share(j - posts.from);
    const v = nearestPlan(solve, rules, wanted)?.v ?? null;
    const point = v === null ? null : await problem.at(v, 'coarse');
    if (point !== null) points.push(point);
    return point;
  };
  const none = await add(() => 0);
  await add(() => 0.5);
  await add(() => 1);
  if (none !== null) {
    const creators = chosenCreators(scenario);
    const leaf = { point: none, counts: creators.map(() => 0) } as unknown as Leaf;
    const pays = creators.map(({ most }, k) => {
      const next = creators.map((_, other) => (other === k ? most : 0));
      return expectedGain(scenario, leaf, next) > 0;
    });
    if (pays.includes(true) && pays.includes(false)) await add((k) => (pays[k] ? 1 : 0));
  }
  return points.sort(order);
}

type Leaves = Map<string, Leaf | null>;

/** Branch and bound; with few combinations all of them. */
async function searchTree(
  search: NodeSearch,
  from: Parameters<typeof searchWithin>[2],
  points: readonly Point[],
): Promise<{ readonly leaves: Leaves; readonly complete: boolean }> {
  const { scenario } = search.problem;
  const leaves: Leaves = new Map();
  const most = chosenCreators(scenario).map((creator) => creator.most);
  const combinations = most.reduce((product, count) => product * (count + 1), 1);
  if (combinations <= FEW) {
    for (let index = 0; index < combinations; index++) {
      let left = index;
      const counts = most.map((count) => {
        const own = left % (count + 1);
        left = Math.floor(left / (count + 1));
        return own;
      });
      await addLeaf(search, leaves, counts, from);
    }
    return { leaves, complete: true };
  }
  const all = most.map((count): PostBounds => ({ least: 0, most: count }));
  let root: Node | null = null;
  for (const { v } of points.slice(0, 2)) {
    const node = await searchWithin(search, all, { ...from, v });
    if (node !== null && (root === null || beats(node.point, root.point))) root = node;
  }
  let nodes = 0;
  let complete = true;
  const visit = async (node: Node): Promise<void> => {
    const counts = countsAt(scenario, node.point.v);
    const wanted = counts.map((count, k) => {
      const { least, most } = node.bounds[k];
      return Math.min(most, Math.max(least, Math.round(count)));
    });
    await addLeaf(search, leaves, wanted, { ...node, v: node.point.v });
    if (!promises(search, node, leaves)) return;
    const k = furthestFromWhole(counts);
    if (k === null) return;
    const below = Math.floor(counts[k]);
    const sides: readonly PostBounds[] = [
      { least: node.bounds[k].least, most: below },
      { least: below + 1, most: node.bounds[k].most },
    ];
    // The nearer side first: a good plan found early prunes the other.
    for (const side of counts[k] - below > 0.5 ? [...sides].reverse() : sides) {
      if (nodes >= MOST_NODES) {
        complete = false;
        return;
      }
      nodes += 1;
      const bounds = node.bounds.map((own, index) => (index === k ? side : own));
      const solved = await searchWithin(search, bounds, { ...node, v: node.point.v });
      if (solved !== null && promises(search, solved, leaves)) await visit(solved);
    }
  };
  if (root !== null) await visit(root);
  return { leaves, complete };
}

/** Whether a node may hold a better plan than the best leaf. */
function promises({ scale }: NodeSearch, { point }: Node, leaves: Leaves): boolean {
  const best = bestOf(leaves);
  if (best === null) return true;
  const broken = brokenBy(best.point);
  return brokenBy(point) < broken || (brokenBy(point) === broken && point.value > best.point.value + WORTH * scale);
}

function bestOf(leaves: Leaves): Leaf | null {
  let best: Leaf | null = null;
  for (const leaf of leaves.values()) {
    if (leaf !== null && (best === null || beats(leaf.point, best.point))) best = leaf;
  }
  return best;
}

function furthestFromWhole(counts: readonly number[]): number | null {
  const off = counts.map((count) => Math.abs(count - Math.round(count)));
  const worst = Math.max(...off);
  return worst > WHOLE ? off.indexOf(worst) : null;
}

async function addLeaf(
  search: NodeSearch,
  leaves: Leaves,
  counts: readonly number[],
  from: Parameters<typeof searchWithin>[2],
): Promise<void> {
  if (leaves.has(counts.join())) return;
  const bounds = counts.map((count): PostBounds => ({ least: count, most: count }));
  const v = withCounts(search.problem.scenario, from.v, counts);
  const node = await searchWithin(search, bounds, { ...from, v });
  leaves.set(counts.join(), node === null ? null : { ...node, counts });
}

/** Numbers beside the best ones, the likeliest first, until none of them is better. */
async function searchBeside(search: NodeSearch, leaves: Leaves): Promise<void> {
  const { scenario } = search.problem;
  for (let round = 0; round < NEIGHBOURS.rounds; round++) {
    const best = bestOf(leaves);
    if (best === null) return;
    const gain = (counts: readonly number[]): number => expectedGain(scenario, best, counts);
    const beside = neighboursOf(scenario, best.counts)
      .map((counts) => ({ counts, gain: gain(counts) }))
      .sort((a, b) => b.gain - a.gain)
      .slice(0, NEIGHBOURS.atOnce);
    for (const { counts } of beside) await addLeaf(search, leaves, counts, { ...best, v: best.point.v });
    if (bestOf(leaves) === best) return;
  }
}
