import { EVERYTHING } from '../model/everything.js';
import { randomPlan } from '../thorough/advice/random-plans.js';

/** A plan whose figures are to stay, and how it is run. */
export interface GoldenPlan {
  readonly text: string;
  /** Takes seconds. */
  readonly slow?: boolean;
  readonly options?: {
    readonly optimize?: boolean;
    readonly trust?: boolean;
    readonly robust?: boolean;
    readonly exact?: boolean;
  };
}

/** The plan that has everything, with doubt about much of it. */
const DOUBTFUL = EVERYTHING.replace(
  'noise: { cpm: { sd: 0 }, counts: off }',
  'noise: { cpm: { sd: 0.1, rho: 0.4 }, ctr: { sd: 0.05 }, counts: on }',
)
  .replace('population: 900k', 'population: 700k to 1.1m')
  .replace('memory_days: 10', 'memory_days: 7 to 14')
  .replace('order_value: 80, margin: 55%', 'order_value: 60 to 100, margin: 50% to 60%')
  .replace('young: 240k', 'young: 180k to 300k')
  .replaceAll('cpm: 6,', 'cpm: 4 to 8,')
  .replaceAll('cvr: 6%', 'cvr: 4% to 8%')
  .replaceAll('probability: 100%', 'probability: 40%');

const TWO = `
  - { platform: instagram, stage: awareness, budget: 6000, audience: 200k to 400k, cpm: 4 to 8, ctr: "0.8% to 1.4%", view_rate: 20% to 30%, cvr: 1% to 2%, pressure: 0.1 to 0.2, fatigue: 0.04 to 0.08 }
  - { platform: tiktok, stage: awareness, budget: 4000, audience: 300k to 500k, cpm: 3 to 6, ctr: "0.5% to 1.1%", view_rate: 15% to 30%, cvr: "0.6% to 1.6%" }`;
const THREE = `${TWO}
  - { platform: facebook, stage: conversion, budget: 2000, cpm: 6 to 10, ctr: 1.4% to 2.4%, view_rate: 8% to 12%, cvr: 3% to 7% }`;
const FOUR = `${THREE}
  - { platform: instagram, stage: consideration, budget: 1000, cpm: 5 to 9, ctr: 1.2% to 2.2%, view_rate: 15% to 25%, cvr: 2% to 4% }`;

const plan = (budget: string, lines: string, more: string, horizon = '4 weeks'): string =>
  `currency: USD\nhorizon: ${horizon}\nbudget: ${budget}\ndraws: 64\nmarket: { population: 2m }\neconomics: { order_value: 100 to 160, margin: 50% to 60% }\n${more}\nlines:${lines}\n`;

const posts = (count: string): string => `creators:
  - { name: Aysel, platform: instagram, followers: 30k to 40k, authentic: 70% to 90%, reach_rate: 25% to 35%, engagement: 2 to 4, fee: 200, barter: 30, posts: ${count}, upfront: 50% }
  - { name: Rufat, platform: tiktok, stage: consideration, followers: 22k, reach_rate: 20% to 30%, revenue_share: 10%, fee: 20, posts: 2, periods: [2, 4], reproduction: 10% to 20% }`;

/** Small plans that together use every part of a scenario, every kind of rule and every kind of goal. */
export const PLANS: Readonly<Record<string, GoldenPlan>> = {
  everything: { text: `${DOUBTFUL}draws: 64\n`, options: { optimize: false }, slow: true },
  'shares and ceilings': {
    slow: true,
    text: plan(
      '13000',
      FOUR,
      'rules: { prospecting: 60-85%, stages: { conversion: { min: 8%, cpa: 30 } }, retargeting: { ratio: 1:2, tolerance: 30% }, platforms: { tiktok: { max: 45%, cpm: { max: 9, probability: 60% } } }, cpm: 12, new_channels: { platforms: [tiktok], min: 10% } }',
    ),
  },
  'money and days': {
    text: plan(
      '13000',
      FOUR,
      'start: 2027-03-01\nseason: { cpm: [1, 1.1, 0.9, 1.2], weekday: { cvr: [1, 1, 1, 1, 1.2, 1.4, 0.9] } }\nrules: { lines: { facebook/conversion: { min: 500, cpa: 40 }, instagram/consideration: { min_daily: 20 }, tiktok/awareness: { fixed: 3500 } }, change: "±40%", min_move: 2% }\ngoal: { maximize: revenue, risk_aversion: 0.4, tail: 20% }',
    ),
    options: { exact: true },
  },
  'chances and worst futures': {
    slow: true,
    text: plan(
      '{ max: 12000 }',
      THREE,
      'rules: { roas: { min: 1.05, probability: 55% }, cpa: { max: 40, probability: 60% }, cvar: { min: -6000, tail: 10% } }\ngoal: { maximize: profit, risk_aversion: 0.5 }\ntargets: [roas >= 1.2 with 50%, orders >= 200, "cpa <= 30 with 70%"]\nkpis: { payback: cost / (gross_margin / 3), own: "max(orders, 10) ^ 0.5 + log(reach)" }',
    ),
  },
  'figures held': {
    text: plan(
      '12000',
      THREE,
      'rules: { hold: [frequency <= 3 a week, clicks >= 9000 with 60%], lines: { facebook/conversion: { hold: [conversions >= 4 a week while on] } } }\ngoal: { maximize: reach }\nnoise: { cpm: { sd: 0.2, platforms: { tiktok: { sd: 0.3, rho: 0.2 } } }, cvr: { sd: 0.1 }, counts: off }\ncorrelation: { cpm: { market: 0.5 }, pairs: [{ between: [economics.order_value, instagram/awareness.cvr], rho: -0.3 }] }',
    ),
  },
  'cheapest that keeps its rules': {
    text: plan(
      '{ max: 12000 }',
      TWO.replace('budget: 6000', 'budget: 5000'),
      'rules: { hold: [orders >= 90] }\ngoal: { minimize: spend }\nsampler: mc\nseed: 7',
    ),
  },
  'free weeks': {
    slow: true,
    text: plan(
      '12000',
      THREE.replace('fatigue: 0.04 to 0.08', 'fatigue: 0.05, flighting: free').replace(
        'cvr: 3% to 7%',
        'cvr: 3% to 7%, flighting: [1, 2, 2, 1]',
      ),
      'season: { cpm: [1, 1.4, 0.9, 1.5] }\nrules: { week_change: 40%, lines: { instagram/awareness: { min_daily: 30 } } }\nsampler: antithetic',
    ),
  },
  'posts to choose, a brand': {
    text: plan(
      '12040',
      THREE,
      `${posts('{ max: 4 }')}\norganic:\n  - { name: Feed, platform: instagram, followers: 8k, reach_rate: 8% to 14%, per_week: 2, cost: 15, hours: 1.5, hourly: 8 }\nbrand: { half_life_days: 40 to 60, recall: 4% to 8%, cvr_lift: 0.3, baseline_lift: 0.5 }\nrules: { cpa: 60, creative: { split: 60-30-10, tolerance: 10% } }\ncreative: on`,
    ).replace('margin: 50% to 60%', 'margin: 50% to 60%, baseline: 8, fee: 8%, tax: 5%, repeat_rate: 0.1 to 0.3'),
  },
  'shocks, claims, a robust plan': {
    slow: true,
    text: plan(
      '12000',
      THREE,
      'shocks:\n  - { name: Dear, probability: 30%, window: [2, 4], lasts: 2, platforms: [instagram], cpm: +40%, ctr: -10% }\n  - { name: Outage, probability: 15%, lasts: 1, platforms: [tiktok], outage: true }\nattribution: { tracking: 80%, view_through: { instagram: 10% } }\nmetrics: { saves: { of: views, rate: 0.5% to 1%, stage: awareness, cost_per: true } }\ncommunity: { messages: 1% to 2%, minutes: 4, hourly: 6 }',
    ),
    options: { robust: true },
  },
  'gates, segments, formats': {
    text: plan(
      '12000',
      `
  - { platform: instagram, stage: awareness, segment: young, budget: 5000, audience: "@people", match: 60% to 80%, cpm: 4 to 8, formats: { reels: 60%, stories: 40% }, carry_in: [500, 300] }
  - { platform: tiktok, stage: awareness, budget: 4000, audience: "@people", flighting: back, incrementality: 60% to 90% }
  - { platform: instagram, stage: loyalty, budget: 3000, cpm: 6 to 9 }`,
      'audiences: { people: 200k to 400k }\nstocks: { overlap: 0.5, hot: 1500, warm: 4000, buyers: 600 to 900 }\nformats: { reels: { cpm: 1.1, ctr: 1.2, view_rate: 1.3, cost: 50, per_month: 4 }, stories: { cpm: 0.8, cost: 10, per_month: 12 } }\ncontent: { hourly: 8, hero: { pieces: 2, cost: 100 }, help: { per_week: 2, hours: 1 } }\nphases:\n  - { name: Test, periods: 1, budget: 25%, gate: roas >= 0.5, if_failed: stop }\n  - { name: Grow, periods: 1, budget: 35%, gate: tiktok/awareness.cpa <= 90, if_failed: { stop: [tiktok/awareness] } }\n  - { name: Scale, periods: 2, budget: 40% }',
    ),
  },
  'responses beside lines': {
    text: plan(
      '14000',
      `${TWO}
  - { platform: tv, stage: awareness, budget: 3000, response: { curve: hill, of: revenue, maximum: 3000 to 5000, half_saturation: 900, shape: 2.2, adstock: { type: weibull_pdf, shape: 2, scale: 3, l_max: 4 }, carry_in: [600, 700] } }
  - { platform: search, stage: conversion, budget: 1000, response: { curve: michaelis, maximum: 20 to 30, half_saturation: 400, adstock: { type: geometric, alpha: 0.4, l_max: 4 } } }`,
      'rules: { roas: 0.8 }\ngoal: { maximize: orders }',
    ),
  },
  'rules that contradict each other': {
    slow: true,
    text: plan(
      '12000',
      THREE,
      'rules: { hold: [orders >= 900, cpa <= 20], lines: { tiktok/awareness: { min: 30% } } }',
    ),
  },
  'a ratio out of reach': { text: plan('{ max: 12000 }', TWO, 'rules: { roas: { min: 30, probability: 90% } }') },
  'leads, a preset, derived budgets': {
    text: `currency: AZN\nhorizon: 30 days\nbudget: 1800\ndraws: 64\nstart: 2027-05-03\neconomics: { order_value: 90, close_rate: 20% to 40%, delay_days: 4, value_days: 60, fixed_costs: [{ name: studio, amount: 100, upfront: 50% }] }\ngoal: { preset: leads }\nmetrics: field\nlines:\n  - { platform: facebook, stage: awareness }\n  - { platform: instagram, stage: awareness }\n  - { platform: linkedin, stage: consideration }\n  - { platform: google, stage: conversion }\ntargets: [leads >= 30 with 60%, cpl <= 40]\n`,
  },
  ...Object.fromEntries(
    [2, 7, 11, 16].map((number) => [
      `random ${number}`,
      { slow: number === 7 || number === 11, text: randomPlan(number).text.replace('{', '{"draws":64,') },
    ]),
  ),
};
