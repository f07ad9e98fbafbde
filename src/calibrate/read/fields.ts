/** What a column can be. Left of the colon the name that alias tables and `--map` use, right of it how it is read. */
export const FIELDS = {
  // What a row is about.
  date: 'date',
  start: 'date',
  end: 'date',
  week: 'date',
  month: 'date',
  hour: 'label',
  account: 'label',
  campaign: 'label',
  campaign_id: 'label',
  adset: 'label',
  adset_id: 'label',
  ad: 'label',
  ad_id: 'label',
  objective: 'label',
  platform: 'label',
  /** What kind of campaign the platform takes it for: search, video, sponsored messages. */
  campaign_type: 'label',
  country: 'label',
  currency: 'label',
  result_indicator: 'label',
  /** Splits a campaign's figures further (age, placement, device): part of what tells rows apart. */
  breakdown: 'label',
  /** Says something of a campaign that may change between two exports (status, budget): tells nothing apart. */
  attribute: 'ignored',

  // Money and counts.
  spend: 'money',
  revenue: 'money',
  impressions: 'count',
  reach: 'count',
  clicks_link: 'count',
  clicks_destination: 'count',
  clicks_outbound: 'count',
  clicks: 'count',
  clicks_all: 'count',
  views_thruplay: 'count',
  views_6s: 'count',
  views_3s: 'count',
  views_2s: 'count',
  views: 'count',
  engagements: 'count',
  landing_page_views: 'count',
  // Attributed: fractions of one are shared between touches.
  conversions: 'attributed',
  purchases: 'attributed',
  leads: 'attributed',
  results: 'attributed',

  // Rates: never used as figures, only to check the counts.
  frequency: 'rate',
  ctr: 'rate',
  ctr_link: 'rate',
  ctr_all: 'rate',
  cpm: 'rate',
  cpc: 'rate',
  cpc_link: 'rate',
  cpc_all: 'rate',
  /** Spend over the days of a row's window. */
  spend_daily: 'rate',
  /** Known, of no use here: ranks, quartiles, costs per result. */
  metric: 'ignored',
} as const satisfies Record<string, FieldKind>;

type FieldKind = 'date' | 'label' | 'money' | 'count' | 'attributed' | 'rate' | 'ignored';
export type Field = keyof typeof FIELDS;

export function isField(name: string): name is Field {
  return Object.hasOwn(FIELDS, name);
}

/** Fields that make a table of figures: without any of them there is nothing to read. */
export function isFigure(field: Field): boolean {
  const kind = FIELDS[field];
  return kind === 'money' || kind === 'count' || kind === 'attributed';
}
