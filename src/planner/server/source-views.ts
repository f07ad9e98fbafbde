import { mean } from '../../distributions/index.js';
import type { Scenario, Source } from '../../scenario/types.js';
import type { SourceView } from '../protocol.js';
import { type FigureSources, quantityView } from './quantity-view.js';

/** What a planner asks of a creator, and of own posts. */
const CREATOR = ['followers', 'authentic', 'reach_rate', 'engagement', 'fee'] as const;
const ORGANIC = ['followers', 'authentic', 'reach_rate', 'engagement', 'cost'] as const;

/** Creators and own posts as the page shows them. */
export function sourceViews({ sources, creatorsFrom }: Scenario, figures: FigureSources): readonly SourceView[] {
  return sources.map((source) => {
    const list = source.kind === 'creator' ? 'creators' : 'organic';
    const path = [list, source.name];
    return {
      id: source.id,
      kind: source.kind,
      name: source.name,
      platform: source.platform,
      postsPath: [...path, source.kind === 'creator' ? 'posts' : 'per_week'],
      ...postsOf(source),
      pay: creatorsFrom === 'budget' ? payOf(source) : null,
      quantities: Object.fromEntries(
        quantitiesOf(source).map(([name, quantity]) => [
          name,
          quantityView(quantity, [...path, name], name === 'fee' ? 'post_fee' : name, figures),
        ]),
      ),
    };
  });
}

function postsOf(source: Source): Pick<SourceView, 'posts' | 'mostPosts'> {
  if (source.kind === 'organic') return { posts: source.perWeek, mostPosts: null };
  return source.posts.kind === 'fixed'
    ? { posts: source.posts.count, mostPosts: null }
    : { posts: null, mostPosts: source.posts.max };
}

/** As it comes out of the budget: with the means of what is uncertain. */
function payOf(source: Source): SourceView['pay'] {
  if (source.kind === 'organic') return null;
  const { fee, barter, rights } = source;
  return {
    each: mean(fee.distribution) + mean(barter.distribution),
    once: rights === null ? 0 : mean(rights.fee.distribution),
  };
}

function quantitiesOf(source: Source) {
  return source.kind === 'creator'
    ? CREATOR.map((name) => [name, source[name]] as const)
    : ORGANIC.map((name) => [name, source[name]] as const);
}
