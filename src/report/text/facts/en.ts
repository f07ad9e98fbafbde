import type { FactsText } from './words.js';

const RATES = {
  cpm: 'the price of 1,000 impressions',
  ctr: 'click rates',
  view_rate: 'view rates',
  orders_per_click: 'orders per click',
  leads_per_click: 'leads per click',
};
const RATES_TYPED = { ctr: 'a click rate', view_rate: 'a view rate', cvr: 'a conversion rate' };
const BOUNDS = { min: 'minimum', max: 'maximum', fixed: 'fixed amount' };

/** "a, b and c". */
const listed = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);

/** What facts are called in English. */
export const factsEn: FactsText = {
  warnings: {
    no_order_value: (_, say) =>
      `No order_value is given: revenue and profit count as 0, and the plan is optimised for ${say.aim()}.`,
    no_margin: () => 'No margin is given: all revenue counts as gross margin.',
    assumed_audience: ({ line, ground }, say) =>
      `The audience of ${say.line(line)} is assumed (${say.grounds([ground])}): give audience: LO to HI.`,
    nothing_above: ({ line }, say) =>
      `${say.line(line)} has nobody to reach: no line above it fills its pool, and it has no audience of its own.`,
    idle_rule: ({ rule, of }, say) => `${rule} changes nothing: no line is of ${say.subject(of)}.`,
    idle_week_change: () =>
      'rules.week_change changes nothing: it limits the weeks of lines with flighting: free, and no line has that.',
    no_ceiling: ({ preset, because }, say) =>
      `The preset ${say.goal(preset)} sets no ceiling here: ${because === 'no_cpm' ? 'no benchmark of its CPM is built in' : 'no order_value is given'}.`,
    no_daily: ({ preset, currency }, say) =>
      `What is usual a day for ${say.goal(preset)} can't be said in ${currency}: no exchange rate is built in for it.`,
    beyond_table: ({ line }, say) =>
      `${say.line(line)} spends more a period than its response's table goes to: beyond the last point it counts as bringing no more.`,
    idle_shock: ({ shock, platform }, say) =>
      `The shock ${shock} changes nothing on ${say.platform(platform)}: the plan has nothing there.`,
    assumed_reach_rate: ({ source }) =>
      `No reach_rate is given for ${source}: what is published for accounts of that size stands in.`,
    one_audience: ({ lines, name }, say) =>
      `${listed(lines.map(say.line))} have the same audience: if these are the same people, name them once, audiences: { ${name}: … }, and give these lines audience: "@${name}".`,
    orders_above_reach: ({ orders, reach }, say) =>
      `The plan brings ${say.count(orders)} ${say.counted()} from ${say.count(reach)} people: more than people.`,
    impressions_a_person: ({ value }, say) =>
      `Everybody reached sees ${say.count(value)} ads: that many are not looked at.`,
    frequency_a_week: ({ line, value }, say) =>
      `${say.line(line)} shows everybody ${say.count(value)} ads a week, above the 10 from which an audience wears out.`,
    return_hard_to_believe: ({ value, most }, say) =>
      `Revenue comes to ${say.count(value)} times spend; above ${say.plain(most)} times it is rarely true: look at order value and rates again.`,
    below_least_spend: ({ line, platform, value, min, source }, say) =>
      `${say.line(line)} spends ${say.estimate(value)} a day; ${say.platform(platform)} takes no less than about ${say.estimate(min)} (${source}): spend it in fewer days, or leave the line out.`,
    learning: ({ lines, min, sources }, say) =>
      `${lines.length === 1 ? 'This line gets' : 'These lines get'} fewer results a week than the ${say.plain(min)} or so that delivery learns from (${sources.join(', ')}): ${lines.map(({ line, value }) => `${say.line(line)} ${say.count(value)}`).join(', ')}. Expect unsteady prices, or let it look for a step before the order.`,
    rate_outside_published: ({ line, rate, value, low, high }, say) =>
      `${say.line(line)}: ${RATES_TYPED[rate]} of ${say.share(value)} is far from all that was published (${say.share(low)} to ${say.share(high)}).`,
    adequacy: ({ line, value, min }, say) =>
      `${say.line(line)} expects ${say.count(value)} conversions a week, below the ${say.plain(min)} it needs to learn: give it more, or leave it out.`,
    daily_spend: ({ preset, value, min, max }, say) =>
      `The plan spends ${say.estimate(value)} a day; usual for a goal of ${say.goal(preset)} is ${say.estimate(min)} to ${say.estimate(max)}.`,
  },
  grounds: {
    audience_people: ({ low, high }, say) =>
      `${say.count(low)} to ${say.count(high)} people, as no population is given`,
    audience_share: ({ low, high }, say) => `${say.share(low)} to ${say.share(high)} of the population`,
    other_platforms: ({ rate, platform }, say) =>
      `nothing sound is published on ${RATES[rate]} for ${say.platform(platform)}: the other platforms' level`,
    by_stage: ({ rate, stage, change }, say) =>
      `nothing is published on ${RATES[rate]} by stage: ${change === 0 ? 'unchanged' : say.change(change)} for ${say.stage(stage).toLowerCase()}`,
    price_level: ({ currency, factor }, say) =>
      `prices in ${currency} markets taken as ${say.plain(factor)} of the published ones`,
    published: ({ figure, page }) =>
      `${figure.source}, ${figure.period}, grade ${figure.grade}${page === null ? '' : `, ${page}`}`,
    more_figures: ({ count, first, last }) =>
      `and ${count} more ${count === 1 ? 'figure' : 'figures'} (${first} to ${last})`,
    retargeting: ({ change, figure }, say) =>
      `${change === 0 ? 'unchanged' : say.change(change)} for retargeting (${figure.source}, ${figure.period}, grade ${figure.grade})`,
    converted: ({ currency, perDollar, year, pegged }, say) =>
      `converted at about ${say.plain(perDollar)} ${currency} for 1 USD (${year}${pegged ? ', pegged' : ''})`,
  },
  relaxations: {
    bound: ({ rule, bound, way, unit, to, by }, say) => {
      const side = way === 'lower' ? 'below' : 'above';
      const far = by === null ? '' : `: ${say.bound(unit, by)} ${side} the one asked for`;
      return `${way === 'lower' ? 'Lower' : 'Raise'} ${rule}'s ${BOUNDS[bound]} to ${say.bound(unit, to)}${far}`;
    },
    tolerance: ({ rule, to }, say) =>
      `Widen the tolerance of ${rule} to ${rule === 'creative' ? '± ' : ''}${say.exactShare(to)}`,
    ratio: ({ to }, say) =>
      to === null
        ? 'Let retargeting be 0 : 1, or leave the rule out'
        : `Let retargeting (consideration : conversion) be 1 : ${say.bound('ratio', to)}`,
    daily: ({ rule, to }, say) => `Lower ${rule} to ${say.money(to)} a day`,
    budget: ({ way, to }, say) => `${way === 'raise' ? 'Raise' : 'Lower'} the budget to ${say.money(to)}`,
    chance: ({ rule, to }, say) => `Ask for ${rule} with ${say.exactShare(to)} at most`,
    together: ({ changes }, say) => changes.map((change) => say.relaxation(change)).join('; and at once: '),
    drop: ({ rules }) => `Loosening one rule is not enough: drop one of ${rules.join(', ')}, then look again`,
  },
  asks: {
    range: ({ unit, min, max, probability }, say) => {
      const chance = probability === null ? '' : ` with ${say.exactShare(probability)}`;
      if (min !== null && min === max) return `${say.bound(unit, min)}${chance}`;
      if (min !== null && max !== null) return `${say.bound(unit, min)} to ${say.bound(unit, max)}${chance}`;
      return max === null
        ? `at least ${say.bound(unit, min ?? 0)}${chance}`
        : `at most ${say.bound(unit, max)}${chance}`;
    },
    ratio: ({ consideration, conversion, tolerance }, say) =>
      `${say.plain(consideration)} : ${say.plain(conversion)}${tolerance > 0 ? `, within ${say.exactShare(tolerance)}` : ''}`,
    split: ({ split, tolerance }, say) =>
      `${[split.proven, split.experiment, split.moonshot].map(say.exactShare).join(' / ')}${tolerance > 0 ? ` ± ${say.exactShare(tolerance)}` : ''}`,
    daily: ({ min }, say) => `${say.money(min)} a day`,
  },
  contradiction: (rules) => `these rules can't hold together: ${rules}`,
  anyWouldDo: 'Any of these would do:',
  thisWouldDo: 'This would do:',
};
