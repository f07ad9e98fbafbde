/** A plan that has every key of sections 7 and 11 to 18 of docs/model.md, and is right as it stands. */
export const EVERY_KEY = `name: Every key
currency: USD
start: 2027-03-01
horizon: 6 weeks
budget: 9000
market:
  population: 900k
economics:
  order_value: 40 to 60
  margin: 60%
audiences:
  young: 180k to 260k
creators_from: outside
creators:
  - name: Aysel
    platform: instagram
    stage: awareness
    followers: 24k to 31k
    authentic: 80% to 90%
    reach_rate: 25% to 45%
    engagement: 4
    reproduction: 20%
    ctr: 1%
    view_rate: 20%
    cvr: 2%
    fatigue: 0.05
    fee: 120
    barter: 15
    revenue_share: 5%
    upfront: 50%
    posts: 2
    periods: [2, 4]
    rights:
      share: 30%
      fee: 100
  - name: Rufat
    platform: instagram
    followers: 9k
    reach_rate: 30%
    posts:
      max: 6
organic:
  - name: Feed
    platform: instagram
    stage: consideration
    followers: 12k
    authentic: 95%
    reach_rate: 8% to 15%
    engagement: 2
    reproduction: 10% to 30%
    ctr: 1%
    view_rate: 20%
    cvr: 2%
    fatigue: 0.04
    per_week: 3
    cost: 12
    hours: 2
    hourly: 8
brand:
  half_life_days: 60
  recall: 4% to 9%
  cvr_lift: 0.2 to 0.8
  baseline_lift: 0.1
noise:
  lines:
    cpm: 0.1
    ctr: 0.05
    cvr: 0.1
  cpm:
    sd: 0.1
    rho: 0.5
    platforms:
      instagram:
        sd: 0.2
        rho: 0.4
  ctr:
    sd: 0.1
    rho: 0.5
    platforms:
      instagram:
        sd: 0.2
        rho: 0.4
  view_rate:
    sd: 0.1
    rho: 0.5
    platforms:
      instagram:
        sd: 0.2
        rho: 0.4
  cvr:
    sd: 0.1
    rho: 0.5
    platforms:
      instagram:
        sd: 0.2
        rho: 0.4
  counts: on
stocks:
  overlap: 0.8
  warm: 500
  hot: 300
  buyers: 100
  landing: 70%
  warm_days: 30
  hot_days: 30
  buyers_days: 180
season:
  weekday:
    cpm: [1, 1, 1, 1, 1.1, 1.2, 1.1]
    cvr: [1, 1, 1, 1, 1.1, 1.2, 1.1]
shocks:
  - name: Algorithm change
    probability: 25%
    window: [2, 5]
    lasts: 3
    platforms: [instagram]
    cpm: +20%
    ctr: -10%
    view_rate: -30%
    cvr: -5%
    organic: -60%
    outage: off
phases:
  - name: Test
    periods: 2
    budget: 30%
    gate: cpa <= 20
    if_failed:
      stop: [instagram/awareness]
  - name: Scale
    periods: 4
    budget: 70%
    gate: roas >= 1
    if_failed: stop
metrics:
  saves:
    of: views
    rate: 0.5% to 1%
    stage: awareness
    platform: instagram
    cost_per: on
formats:
  reels:
    cpm: 0.9
    ctr: 1.1
    view_rate: 1.3
    cost: 120
    per_month: 4
content:
  hourly: 8
  hero:
    pieces: 2
    cost: 800
  help:
    per_week: 3
    hours: 1
community:
  messages: 2%
  reply: 90%
  minutes: 4
  hourly: 6
attribution:
  tracking: 85%
  view_through:
    instagram: 10%
lines:
  - platform: instagram
    stage: awareness
    segment: young
    budget: 5000
    audience: "@young"
    match: 70%
    pressure: 0.05 to 0.2
    pressure_at: 60
    formats:
      reels: 100%
    carry_in: [400, 350]
    drift:
      cpm: 0.02
      ctr: 0.02
      cvr: 0.03
    incrementality: 90%
  - platform: instagram
    stage: awareness
    budget: 1000
    audience: 90k
  - platform: instagram
    stage: conversion
    budget: 3000
`;
