// @module-tag slow
import { test } from 'vitest';
import { holdAgainstEveryCount } from '../../optimize/every-count.js';
import { randomPosts } from '../../optimize/posts-cases.js';
import { sampled } from '../../sample.js';

const cases = Array.from({ length: 100 }, (_, number) => randomPosts(number));

test.each(sampled(cases, 8))('$name: no other numbers of posts are better by 0.2 %', holdAgainstEveryCount);
