/**
 * A plan that has everything and in which nothing is uncertain, and its figures by a NumPy program written from
 * docs/model.md alone (no code in common with the engine).
 */
export const EVERYTHING = `name: Everything, nothing uncertain
currency: USD
horizon: 6 weeks
budget: 21400
market: { population: 900k }
noise: { cpm: { sd: 0 }, counts: off }
creators_from: outside
memory_days: 10
economics: { order_value: 80, margin: 55%, close_rate: 60%, repeat_rate: 0.2, referral_rate: 0.05, fee: 8%, tax: 5%, baseline: 12, delay_days: 6, value_days: 60, fixed_costs: [{ name: studio, amount: 700 }] }
audiences: { young: 240k }
stocks: { overlap: 0.8, hot: 1500, warm: 4000, buyers: 600 }
season: { cpm: [1, 1.1, 0.9, 1, 1.2, 1], cvr: [1, 1, 1.1, 0.9, 1, 1.2] }
creative: { proven: 1.1, experiment: 0.8, moonshot: 0.5, experiment_gain: 0.9, moonshot_gain: 1.4, wear_days: 40 }
brand: { half_life_days: 50, recall: 6%, cvr_lift: 0.5, baseline_lift: 0.8 }
lines:
  - { platform: instagram, stage: awareness, budget: 6000, audience: "@young", match: 70%, cpm: 6, ctr: 1.1%, view_rate: 24%, cvr: 1.2%, pressure: 0.2, pressure_at: 90, fatigue: 0.06, carry_in: [500, 300], formats: { reels: 60%, stories: 40% } }
  - { platform: tiktok, stage: awareness, budget: 5000, audience: "@young", cpm: 4, ctr: 0.9%, view_rate: 22%, cvr: 0.9%, flighting: back, carry_in: [400] }
  - { platform: tiktok, stage: awareness, segment: old, budget: 2000, audience: 90k, cpm: 5, ctr: 0.8%, view_rate: 18%, cvr: 1% }
  - { platform: instagram, stage: consideration, budget: 1500, cpm: 7, ctr: 1.6%, view_rate: 20%, cvr: 2.5% }
  - { platform: instagram, stage: consideration, segment: b, budget: 900, cpm: 8, ctr: 1.4%, view_rate: 20%, cvr: 3%, match: 40%, incrementality: 70% }
  - { platform: facebook, stage: conversion, budget: 2600, cpm: 9, ctr: 2%, view_rate: 10%, cvr: 6%, pressure: 0.1 }
  - { platform: instagram, stage: conversion, budget: 1800, cpm: 10, ctr: 2.2%, view_rate: 10%, cvr: 5%, audience: 3000, fatigue: 0.1 }
  - { platform: facebook, stage: loyalty, budget: 900, cpm: 8, ctr: 2.5%, view_rate: 10%, cvr: 7% }
  - { platform: facebook, stage: advocacy, budget: 700, cpm: 8, ctr: 1.5%, view_rate: 10%, cvr: 4%, audience: 800 }
creators:
  - { name: Aysel, platform: instagram, followers: 30k, authentic: 80%, reach_rate: 35%, engagement: 4, fee: 200, barter: 30, posts: 4, rights: { share: 25%, fee: 150 } }
  - { name: Rufat, platform: tiktok, stage: consideration, followers: 12k, reach_rate: 30%, engagement: 2, fee: 0, revenue_share: 10%, posts: 2, periods: [2, 5], fatigue: 0.09, reproduction: 20% }
organic:
  - { name: Feed, platform: youtube, followers: 8k, reach_rate: 12%, per_week: 2, ctr: 1%, view_rate: 30%, cvr: 1%, cost: 15, hours: 1.5, hourly: 8 }
shocks:
  - { name: Change, probability: 100%, window: [3, 3], lasts: 2, platforms: [instagram], view_rate: -30%, ctr: -10%, cpm: +20%, organic: -40% }
  - { name: Outage, probability: 100%, window: [5, 5], lasts: 1, platforms: [tiktok], outage: true }
phases:
  - { name: Test, periods: 2, budget: 25%, gate: roas >= 0.5, if_failed: stop }
  - { name: Grow, periods: 2, budget: 35%, gate: tiktok/awareness.cpa <= 50, if_failed: { stop: [tiktok/awareness] } }
  - { name: Scale, periods: 2, budget: 40% }
metrics:
  saves: { of: views, rate: 0.8% }
  mql: { of: conversions, rate: 40%, stage: conversion, cost_per: true }
formats:
  reels: { cpm: 1.1, ctr: 1.2, view_rate: 1.3, cost: 50, per_month: 4 }
  stories: { cpm: 0.8, ctr: 0.7, cost: 10, per_month: 12 }
content: { hourly: 8, hero: { pieces: 2, cost: 100 }, hub: { per_week: 1, cost: 20 }, help: { per_week: 2, hours: 1 } }
community: { messages: 1%, reply: 90%, minutes: 4, hourly: 6 }
attribution: { tracking: 85%, view_through: { instagram: 10%, tiktok: 5% } }
`;

export const EXPECTED_TOTAL: Readonly<Record<string, number>> = {
  reach: 324479.53461150767,
  reach_3: 263094.3557677632,
  spend: 19000.0,
  unspent: 2400.0000000000005,
  impressions: 2961627.747758152,
  views: 618917.3827940949,
  clicks: 33533.8136134258,
  conversions: 477.498971828068,
  frequency: 9.127317540392939,
  tail: 111.54956974635519,
  future_orders: 319.3739340467709,
  ltv: 101.49388291614618,
  messages: 6189.173827940948,
  hours: 371.3504296764569,
  cost: 26653.144807117194,
  pay: 1397.481654109786,
  posts: 6.0,
  new: 423.70339730751004,
  repeat: 249.88234626386657,
  referred: 71.35911986265027,
  orders: 744.9448634340268,
  revenue: 59595.58907472215,
  gross_margin: 32777.57399109718,
  profit: 6124.429183979988,
  brand_orders: 2.3963590188700525,
  roas: 3.136609951301166,
  roi: 0.22978261020607896,
  cpa: 39.79066159506054,
  cac: 62.90519494648568,
  ltv_cac: 1.6134419900055699,
  warm_end: 313440.3716229736,
  hot_end: 15434.941952012065,
  recall_lift: 67236.01326284422,
  saves: 4951.339062352759,
  mql: 83.73500728318679,
  cost_per_mql: 52.54672021606761,
};

export const EXPECTED_LINES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'instagram/awareness': {
    spend: 6000.0,
    unspent: 0.0,
    impressions: 904616.3113525023,
    views: 317018.22352366155,
    clicks: 12959.478865875322,
    conversions: 97.46807864654492,
    reach: 167229.4547682286,
  },
  'tiktok/awareness': {
    spend: 3000.0,
    unspent: 2000.0000000000005,
    impressions: 751893.9393939393,
    views: 139772.4784957521,
    clicks: 5717.965029371677,
    conversions: 30.74273384282514,
    reach: 229538.02234417005,
  },
  'tiktok/awareness/old': {
    spend: 1600.0,
    unspent: 400.0,
    impressions: 323232.3232323233,
    views: 50783.39646026488,
    clicks: 2257.039842678439,
    conversions: 14.223935544529294,
    reach: 87519.79947889305,
  },
  'instagram/consideration': {
    spend: 1500.0,
    unspent: 0.0,
    impressions: 195680.01443001442,
    views: 31279.69371526456,
    clicks: 2690.0816748756883,
    conversions: 43.140447651510385,
    reach: 95524.53415528685,
  },
  'instagram/consideration/b': {
    spend: 900.0,
    unspent: 0.0,
    impressions: 102732.00757575758,
    views: 16418.206757339205,
    clicks: 1235.480579592455,
    conversions: 16.643092734568746,
    reach: 57353.43352355611,
  },
  'facebook/conversion': {
    spend: 2600.0,
    unspent: 0.0,
    impressions: 281252.44470290805,
    views: 19461.123758263162,
    clicks: 3892.2247516526318,
    conversions: 148.9819273972239,
    reach: 9260.96517120664,
  },
  'instagram/conversion': {
    spend: 1800.0,
    unspent: 0.0,
    impressions: 164371.21212121213,
    views: 8014.7147239552,
    clicks: 1891.142827058597,
    conversions: 60.355590810743045,
    reach: 12260.946706280964,
  },
  'facebook/loyalty': {
    spend: 900.0,
    unspent: 0.0,
    impressions: 109659.09090909091,
    views: 3410.387503845571,
    clicks: 852.5968759613927,
    conversions: 37.842720194195536,
    reach: 536.166744824962,
  },
  'facebook/advocacy': {
    spend: 700.0,
    unspent: 0.0,
    impressions: 85290.40404040404,
    views: 4808.655604068115,
    clicks: 721.2983406102171,
    conversions: 18.349213345232517,
    reach: 1336.166744824962,
  },
  'instagram/awareness/@Aysel': {
    spend: 0.0,
    unspent: 0.0,
    impressions: 26880.0,
    views: 22606.305699546407,
    clicks: 1123.6152418878132,
    conversions: 8.614034809055322,
    reach: 16169.284929047053,
  },
  'tiktok/consideration/@Rufat': {
    spend: 0.0,
    unspent: 0.0,
    impressions: 4500.0,
    views: 1946.9602403361548,
    clicks: 79.64837346829725,
    conversions: 0.43520676372324446,
    reach: 3752.528654508334,
  },
  'youtube/awareness/@Feed': {
    spend: 0.0,
    unspent: 0.0,
    impressions: 11520.0,
    views: 3397.236311798003,
    clicks: 113.24121039326677,
    conversions: 0.7019900879159771,
    reach: 6104.577930543026,
  },
};

export const EXPECTED_CLAIMS: Readonly<Record<string, Readonly<Record<'claimed' | 'last_click', number>>>> = {
  instagram: { claimed: 197.8366458553908, last_click: 192.28805795455906 },
  tiktok: { claimed: 46.233036931301875, last_click: 38.59159472841602 },
  facebook: { claimed: 174.39778179615416, last_click: 174.39778179615416 },
  youtube: { claimed: 0.5966915747285805, last_click: 0.5966915747285805 },
};
