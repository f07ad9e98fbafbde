import { test } from 'vitest';
import { FULL } from '../sample.js';
import { holdAgainstEveryCount } from './every-count.js';
import { randomPosts } from './posts-cases.js';

// The second one has many more numbers to try.
test.each(FULL ? [randomPosts(3), randomPosts(14)] : [randomPosts(3)])(
  '$name: no other numbers of posts are better by 0.2 %',
  holdAgainstEveryCount,
);
