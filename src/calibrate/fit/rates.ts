/** The rates that may be fitted, and the counts that each is a share of. */
export const RATES = {
  ctr: { hits: 'clicks', trials: 'impressions' },
  view_rate: { hits: 'views', trials: 'impressions' },
  cvr: { hits: 'conversions', trials: 'clicks' },
} as const;
export type RateName = keyof typeof RATES;
