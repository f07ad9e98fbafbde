import { randomStream } from '../../src/calibrate/fit/random.js';
import type { Recording } from '../../src/calibrate/fit/recording.js';
import type { PlanWishes } from '../../src/calibrate/index.js';
import { type Row, successes } from '../calibrate/support.js';

/** Rows of an account, and what is asked for besides. */
export interface Account {
  readonly rows: readonly Row[];
  readonly recording?: Recording | null;
  readonly windowDays?: number;
  readonly leads?: boolean;
  readonly plan?: PlanWishes;
  /** The last four weeks are priced again. */
  readonly checked?: boolean;
  /** Takes a second. */
  readonly slow?: boolean;
}

interface Shape {
  readonly platform?: string;
  readonly stage?: Row['stage'];
  readonly days: number;
  readonly campaigns: number;
  /** Log of the day's spend over the usual. */
  readonly spend?: (day: number, campaign: number) => number | null;
  /** Log of the day's price over the usual. */
  readonly price?: (day: number, campaign: number) => number;
  readonly ctr?: number;
  readonly cvr?: number | null;
  /** Days from one row to the next. */
  readonly every?: number;
  readonly views?: boolean;
  readonly reach?: boolean;
  readonly revenue?: boolean;
}

/** Rows of one shape: price answers to spend a little and has noise; counts are drawn. */
export function rowsOf(seed: string, shape: Shape): Row[] {
  const { platform = 'facebook', stage = 'awareness', days, campaigns, every = 1, ctr = 0.012, cvr = 0.03 } = shape;
  const random = randomStream(`golden ${seed}`, 'account');
  const rows: Row[] = [];
  for (let campaign = 0; campaign < campaigns; campaign++) {
    const level = 0.3 * random.normal();
    for (let day = 0; day < days; day += every) {
      const log = shape.spend === undefined ? 0 : shape.spend(day, campaign);
      const [wiggle, noise] = [0.3 * random.normal(), 0.15 * random.normal()];
      if (log === null) continue;
      const spend = Number((every * 80 * Math.exp(log + wiggle)).toFixed(2));
      const cpm = 6 * Math.exp(level + noise + 0.2 * (log + wiggle) + (shape.price?.(day, campaign) ?? 0));
      const impressions = Math.round((1000 * spend) / cpm);
      const clicks = successes(impressions, ctr * Math.exp(0.1 * random.normal()), random);
      const conversions = cvr === null ? undefined : successes(clicks, cvr, random);
      rows.push({
        platform,
        stage,
        campaign: `${stage} ${campaign + 1}`,
        day: 19_000 + day,
        spend,
        impressions,
        clicks,
        ...(conversions === undefined ? {} : { conversions }),
        ...(shape.views === true ? { views: successes(impressions, 0.2, random) } : {}),
        ...(shape.reach === true ? { reach: Math.round(impressions / (1.2 + 0.3 * random.uniform())) } : {}),
        ...(shape.revenue === true && conversions !== undefined
          ? { revenue: Number((conversions * 45 * Math.exp(0.2 * random.normal())).toFixed(2)) }
          : {}),
      });
    }
  }
  return rows;
}

/** Small accounts of several shapes. */
export const ACCOUNTS = {
  steady: {
    rows: rowsOf('steady', { days: 60, campaigns: 2, views: true, reach: true, revenue: true }),
  },
  growth: {
    rows: rowsOf('growth', { days: 70, campaigns: 1, spend: (day) => day / 60, revenue: true }),
    plan: { budget: 9000, goal: 'revenue', margin: '40%' },
  },
  pauses: {
    rows: rowsOf('pauses', { days: 90, campaigns: 2, spend: (day, c) => ((day + 20 * c) % 35 >= 25 ? null : 0) }),
    recording: { halfLife: 3, pulled: 19_089, restated: null },
  },
  'price steps': {
    rows: rowsOf('steps', { days: 80, campaigns: 3, price: (day) => (day > 50 ? 0.4 : 0), cvr: null }),
  },
  'several campaigns, one after another': {
    rows: rowsOf('several', {
      days: 80,
      campaigns: 6,
      spend: (day, c) => (day >= 10 * c && day < 10 * c + 30 ? 0 : null),
    }),
  },
  retargeting: {
    slow: true,
    rows: [
      ...rowsOf('above', { days: 60, campaigns: 1 }),
      ...rowsOf('below', {
        days: 60,
        campaigns: 1,
        stage: 'conversion',
        ctr: 0.03,
        cvr: 0.08,
        price: () => 0.6,
        revenue: true,
      }),
    ],
    checked: true,
  },
  'two platforms, leads': {
    rows: [
      ...rowsOf('one', { days: 50, campaigns: 1, cvr: 0.1 }),
      ...rowsOf('other', {
        platform: 'linkedin',
        stage: 'consideration',
        days: 50,
        campaigns: 1,
        price: () => 1.5,
        cvr: 0.15,
      }),
    ],
    leads: true,
  },
  'a row a week': { rows: rowsOf('weekly', { days: 210, campaigns: 2, every: 7, reach: true }), windowDays: 7 },
  'few rows': { rows: rowsOf('few', { days: 5, campaigns: 1, cvr: 0.001 }) },
} satisfies Readonly<Record<string, Account>>;
