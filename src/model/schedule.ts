import { postingPeriod } from '../scenario/posting.js';
import { restOf } from './prepared.js';
import type { Program } from './program.js';
import type { ProgramSource } from './program-rest.js';

/** What a source posts in each period, and how that moves with its number of posts. */
interface PostSchedule {
  /** Posts by period. */
  readonly posts: Float64Array;
  readonly slopes: Float64Array;
  /** What becomes of usage rights in each period: 1 in the period of the first post, shares of it for a part of a post. */
  readonly openings: Float64Array;
  readonly openingSlopes: Float64Array;
}

/**
 * Section 7: a creator's n posts go one by one into period `floor((j + ½) · T / n)`, or into the periods that are named; the
 * brand's own are the same in every period. Between two whole numbers the schedule is their mean by distance, so that it
 * is continuous in n; its slope is that to the next whole number.
 */
export function scheduleOf(source: ProgramSource, periods: number, count: number): PostSchedule {
  if (source.kind === 'organic') {
    const none = new Float64Array(periods);
    return { posts: new Float64Array(periods).fill(count), slopes: none, openings: none, openingSlopes: none };
  }
  const below = Math.floor(count);
  const part = count - below;
  const low = whole(source, periods, below);
  const high = whole(source, periods, below + 1);
  const mix = (of: 'posts' | 'openings'): Float64Array =>
    low[of].map((value, t) => (part === 0 ? value : value + part * (high[of][t] - value)));
  const slope = (of: 'posts' | 'openings'): Float64Array => low[of].map((value, t) => high[of][t] - value);
  return {
    posts: mix('posts'),
    slopes: slope('posts'),
    openings: mix('openings'),
    openingSlopes: slope('openings'),
  };
}

function whole(source: ProgramSource, T: number, count: number) {
  const posts = new Float64Array(T);
  const openings = new Float64Array(T);
  let first = T;
  for (let j = 0; j < count; j++) {
    const t = postingPeriod(source, j, count, T);
    posts[t] = posts[t] + 1;
    first = Math.min(first, t);
  }
  if (first < T) openings[first] = 1;
  return { posts, openings };
}

/** Numbers of posts of the plan given, by source. */
export function givenPosts(program: Program): Float64Array {
  return Float64Array.from(restOf(program).sources, ({ posts }) => posts);
}
