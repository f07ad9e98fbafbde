import { expect, it } from 'vitest';
import { valid } from './helpers.js';

const plan = (posts: string): string => `
currency: EUR
horizon: 6 weeks
budget: 4000
economics: { order_value: 20 to 40 }
creators:
  - { name: Mia, platform: instagram, followers: 20k, reach_rate: 30%, posts: ${posts} }
lines:
  - { platform: instagram, stage: awareness, budget: 4000 }
`;

it('says that a number of posts that is left open is priced at none', async () => {
  expect((await valid(plan('{ max: 4 }'), 'plan.yaml')).warnings).toContainEqual({
    code: 'posts_not_chosen',
    creators: ['Mia'],
  });
  expect((await valid(plan('3'), 'plan.yaml')).warnings.map(({ code }) => code)).not.toContain('posts_not_chosen');
});
