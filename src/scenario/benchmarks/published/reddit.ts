import type { Figure } from '../figure.js';

/** Published figures of Reddit. */
export const reddit: readonly Figure[] = [
  {
    metric: 'cpm',
    statistic: 'typical',
    low: 1,
    mid: null,
    high: 4,
    unit: 'USD',
    period: '2025',
    year: 2025,
    grade: 'C',
    source: 'knowledge page',
    page: 'https://talkshubh.com/knowledge-base/how-do-promoted-posts-work-and-how-are-they-targeted',
  },
  {
    metric: 'ctr',
    statistic: 'single campaign n1',
    low: null,
    mid: 0.00298,
    high: null,
    unit: 'ratio',
    period: '~2014-15',
    year: 2015,
    grade: 'C',
    source: 'one $2 test: not a benchmark',
    page: 'http://forums.webfictionguide.com/topic/marketing-stats-web-advertisement-on-reddit',
    unused: 'one $2 campaign, not a benchmark',
  },
];
