import { test } from 'vitest';
import { holdAgainstEveryCount } from './every-count.js';
import { randomPosts } from './posts-cases.js';

test.each([randomPosts(3), randomPosts(14)])(
  '$name: no other numbers of posts are better by 0.2 %',
  holdAgainstEveryCount,
);
