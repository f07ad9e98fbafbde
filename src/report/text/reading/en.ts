import type { ReadingText } from './types.js';

/** What is said in English of an export that was read. */
export const readingEn: ReadingText = {
  standardInput: 'standard input',
  notRead: (name) => `${name}: not read`,
  rows: (name, read, accepted, leftOut) =>
    `${name}: ${read} rows read, ${accepted} kept${leftOut === '' ? '' : `; left out: ${leftOut}`}`,
  leftOut: (count, reason) => `${count} ${reason}`,
  kinds: { total: 'total', footer: 'footer', blank: 'blank', 'repeated header': 'repeated header' },
  labels: { platform: 'platform', period: 'period', currency: 'currency', spend: 'spend', totals: 'totals' },
  unknown: 'unknown',
  noDates: 'no dates',
  period: (first, last, by) => `${first} to ${last}, by ${by}`,
  by: { hour: 'hour', day: 'day', week: 'week', month: 'month', window: 'window', none: 'none' },
  none: 'none',
  total: (count, measure) => `${count} ${measure}`,
  measures: {
    spend: 'spend',
    impressions: 'impressions',
    reach: 'reach',
    frequency: 'frequency',
    clicks: 'clicks',
    clicks_all: 'clicks all',
    views: 'views',
    engagements: 'engagements',
    landing_page_views: 'landing page views',
    conversions: 'conversions',
    purchases: 'purchases',
    leads: 'leads',
    results: 'results',
    revenue: 'revenue',
  },
  separator: ', ',
  evidenced: (what, evidence) => `${what} (${evidence})`,
};
