import type { CountedSentences } from './types.js';

/** Sentences about what a plan brings, in English; `what` within a sentence, `What` at its beginning: leads, Leads. */
export const sentencesEn = (what: string, What: string): CountedSentences => ({
  tail: (count) => `A further ${count} ${what} are recorded after the horizon and not drawn.`,
  course: {
    likely: (middle, when, low, high) => `Expect about ${middle} ${what} ${when} (${low} to ${high})`,
    none: `No ${what} are expected from this plan, so there is no course of them to draw.`,
    axis: `${what}, cumulative`,
  },
  withTail: (total) => `; with what is recorded later, ${total}`,
  bridge: {
    noteFuture: 'What customers bring after the horizon is in no other figure.',
    noteBaseline: (count) =>
      `Grey: ${count} ${what} that are expected without any spend; they are in no other figure either.`,
    noteBaselineAlone: (count) =>
      `Grey: ${count} ${what} that are expected without any spend; they are in no other figure.`,
  },
  parts: { future: 'What customers bring later', profit_future: 'Profit and what comes later' },
  response: {
    best: (amount, best, more, worst, fewer) =>
      `At today's spend the next ${amount} brings ${more} ${what} on ${best}, ${fewer} on ${worst}`,
    single: (amount, platform, more) => `At today's spend the next ${amount} on ${platform} brings ${more} ${what}`,
    none: `More spend brings no more ${what} on any platform`,
    absentOrders: `More spend brings no ${what} on any platform, so there are no response curves to draw.`,
    note: `${What} more than at no spend against the platform's spend, all else as given. Band: P10 to P90. All panels share one scale: steeper is better.`,
    y: `extra ${what}`,
  },
  later: (amount) => `with what comes after the plan it earns ${amount} in the middle outcome`,
  added: `${What} are those the plan adds; what would have come without it is not in them.`,
  whatIf: {
    close: (plans, middle, most, off) =>
      `How close: on ${plans} random budgets, each line between half and one and a half times its own, the mean profit is off by ${middle} in the middle and by ${most} at most in 9 of 10; ${what} by ${off} in 9 of 10.`,
    orders: `${What}, change`,
    ordersNow: `Mean ${what} at these budgets`,
    ordersAt: `${What} of the plan`,
  },
});
