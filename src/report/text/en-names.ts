import type { KpiName } from '../../scenario/expressions/types.js';
import type { ResponseParameter } from '../../scenario/response/types.js';
import {
  type CreativeTier,
  isKnownPlatform,
  type KnownPlatform,
  type LineMetric,
  type PeriodUnit,
  type Platform,
  type Stage,
} from '../../scenario/types.js';

/** Brands go by the same name in every language. */
const platformNames: Readonly<Record<KnownPlatform, string>> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  linkedin: 'LinkedIn',
  x: 'X',
  snapchat: 'Snapchat',
  pinterest: 'Pinterest',
  reddit: 'Reddit',
  meta: 'Meta',
  google: 'Google',
};

/** A platform as its owner writes it; one that nobody knows as the file writes it. */
export function platformName(platform: Platform): string {
  return isKnownPlatform(platform) ? platformNames[platform] : platform;
}

const stages: Readonly<Record<Stage, string>> = {
  awareness: 'Awareness',
  consideration: 'Consideration',
  conversion: 'Conversion',
  loyalty: 'Loyalty',
  advocacy: 'Advocacy',
};

const creative: Readonly<Record<CreativeTier, string>> = {
  proven: 'proven',
  experiment: 'experiments',
  moonshot: 'moonshots',
};

const metrics: Readonly<Record<LineMetric, string>> = {
  audience: 'audience, people',
  cpm: 'price of 1,000 impressions',
  ctr: 'click rate',
  view_rate: 'view rate',
  cvr: 'conversion rate',
  fatigue: 'fatigue per repeated impression',
  match: 'share of people who can be matched',
};

/** Parameters of a fitted response. */
const response: Readonly<Record<ResponseParameter, string>> = {
  maximum: 'most that a period can bring',
  half_saturation: 'spend that brings half of the most',
  gamma: 'half saturation, as a share of the range',
  shape: 'shape of the curve',
  lam: 'pace at which the curve levels off',
  cost: 'cost of a first unit',
  coefficient: 'what a spend of 1 brings',
  exponent: 'exponent of the curve',
  factor: 'factor on the table',
  adstock_alpha: 'share of the effect left a period later',
  adstock_shape: 'shape of the carry-over',
  adstock_scale: 'length of the carry-over, periods',
};

const kpis: Readonly<Record<KpiName, string> & Record<string, string>> = {
  spend: 'Media spend',
  unspent: 'Unspent budget',
  unreached: 'Budget that finds no audience',
  impressions: 'Impressions',
  reach: 'People reached',
  frequency: 'Impressions per person',
  views: 'Views',
  clicks: 'Clicks',
  conversions: 'Conversions',
  new: 'New orders',
  repeat: 'Repeat orders',
  referred: 'Referred orders',
  orders: 'Orders',
  revenue: 'Revenue',
  gross_margin: 'Gross margin',
  cost: 'Cost, all in',
  profit: 'Profit',
  cpm: 'Cost per 1,000 impressions (CPM)',
  ctr: 'Click rate (CTR)',
  cpc: 'Cost per click (CPC)',
  cpv: 'Cost per view (CPV)',
  cvr: 'Conversion rate (CVR)',
  cpa: 'Cost per conversion (CPA)',
  cac: 'Cost per new customer (CAC)',
  roas: 'Revenue per unit of spend (ROAS)',
  roi: 'Return on all costs (ROI)',
  ltv: 'Lifetime value of a customer (LTV)',
  ltv_cac: 'Lifetime value over CAC',
  tail: 'Orders recorded after the horizon',
  future_orders: "Customers' orders after the horizon",
  posts: 'Posts',
  pay: 'Pay for posts',
  reach_3: 'People reached three times or more',
  recall_lift: 'People who recall the brand because of the plan',
  brand_orders: 'Orders from brand recall',
  warm_end: 'Interested people left at the end',
  hot_end: 'People close to an order left at the end',
  messages: 'Messages to answer',
  hours: 'Hours of work',
  leads: 'Leads',
  cpl: 'Cost per lead (CPL)',
};

const quantities: Readonly<Record<string, string>> = {
  population: 'People in the market',
  order_value: 'Order value',
  margin: 'Margin',
  close_rate: 'Leads that become orders',
  repeat_rate: 'Repeat orders a buyer in 30 days',
  referral_rate: 'Referred orders a buyer in 30 days',
  fee: 'Fee on media',
  tax: 'Tax on media',
  baseline: 'Orders a period without any spend',
  delay_days: 'Delay until an order is recorded, days',
  value_days: 'Days after the horizon that customers are counted for',
  ltv_days: 'Days of a lifetime value',
  warm_days: 'Half-life of interest after a view, days',
  hot_days: 'Half-life of interest after a visit, days',
  buyers_days: 'Half-life of a buyer, days',
  landing: 'Clicks that reach the site',
  warm: 'People warm at the start',
  hot: 'Visitors at the start',
  buyers: 'Buyers at the start',
  memory_days: 'Half-life of the memory of an ad, days',
  wear_days: 'Half-life of a creative, days',
  proven: 'Quality of proven creatives',
  experiment: 'Quality of experiments',
  moonshot: 'Quality of moonshots',
  experiment_gain: 'Quality found by experiments in 30 days',
  moonshot_gain: 'Quality found by moonshots in 30 days',
};

const rules: Readonly<Record<string, string>> = {
  budget: 'The whole budget is spent',
  budget_planned: 'All that is planned is spent',
  prospecting: "Awareness's share of the budget",
  retargeting: 'Consideration to conversion',
  creative: 'Split of creative money',
  new_channels: 'Share kept for new channels',
  cpa: 'Ceiling on cost per conversion',
  cpm: 'Ceiling on the price of 1,000 impressions',
  roas: 'Revenue over spend, at least',
  cvar: 'Mean profit of the worst futures, at least',
  change: 'Against the plan given',
  week_change: 'From week to week, at most',
  lock: 'Locked budget',
  min_move: 'Least move',
};

/** Goals by the name of their preset. */
const goals: Readonly<Record<string, string>> = { awareness: 'awareness', leads: 'leads', sales: 'sales' };

/** What things are called. */
export const namesText = {
  /** A platform that isn't a known one goes by the name it was given. */
  platform: platformName,
  stages,
  creative,
  metrics,
  response,
  kpis,
  quantities,
  rules,
  goals,
  line: (platform: string, stage: string, segment: string | null) =>
    `${platform} ${stage.toLowerCase()}${segment === null ? '' : ` (${segment})`}`,
  /** A line under its stage's heading. */
  placement: (platform: string, segment: string | null) => (segment === null ? platform : `${platform} (${segment})`),
  plans: { given: 'As given', optimized: 'Optimised' },
  period: { day: 'Day', week: 'Week', month: 'Month' },
  /** As it follows a verb: something happens in it. */
  inPeriod: (unit: PeriodUnit, number: number) => `in ${unit} ${number}`,
  periods: (count: number, unit: PeriodUnit) => `${count} ${unit}${count === 1 ? '' : 's'}`,
  /** Between the ends of a range, where room is short. */
  dash: '–',
  /** Between two halves of a sentence. */
  clause: '; ',
  /** Where a move takes money from, or puts it, that is on no line. */
  unspent: 'the unspent reserve',
  /** Between the items of a list. */
  separator: ', ',
};
