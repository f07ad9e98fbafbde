import { type Said, say, type Translations, translatedBy } from '../words/said.js';

/** Where comments behind a value begin. */
const COLUMN = 26;

/**
 * A commented scenario to start from: valid as it stands, with figures to replace. `name` is any text; it goes into the
 * file quoted.
 *
 * @param reported the language that comments are in and reports are to be in, with its catalogue; English unless given
 */
export function newScenarioText(
  name: string,
  inLanguage: { readonly language: string; readonly translations: Translations } = { language: 'en', translations: {} },
): string {
  const comment = (words: Said): string => translatedBy(inLanguage.translations, words);
  const behind = (value: string, words: Said | string): string =>
    `${value.padEnd(COLUMN)}${typeof words === 'string' ? words : comment(words)}`;
  const named = (words: Said): string => quotedIfNeeded(comment(words));
  const language = inLanguage.language === 'en' ? '' : `language: ${inLanguage.language}\n`;
  return `${comment(say`# A scenario: what you plan to spend, what you know and how sure you are. Price it with: huni run FILE`)}
${comment(say`# A figure can be a number (7), a 90 % interval ("7 to 13"), or { mean: 0.5, sd: 0.15 }. What you leave out is taken from`)}
${comment(say`# built-in benchmarks and defaults; the report lists each of them.`)}
name: ${JSON.stringify(name)}
${language}${behind('currency: USD', say`# ISO 4217`)}
start: 2027-03-01
${behind('horizon: 13 weeks', say`# N days | weeks | months`)}
${behind('budget: 20000', say`# media, for the whole horizon`)}
market: { population: 1.2m }

economics:
${behind('  order_value: 30 to 55', say`# revenue of an order`)}
${behind('  margin: 55%', say`# share of revenue that is gross margin`)}
  repeat_rate: { mean: 0.2, sd: 0.06 }   ${comment(say`# further orders of a buyer in 30 days`)}
${behind('  fee: 10%', say`# of media: agency, platform`)}
  fixed_costs: [{ name: ${named(say`Content production`)}, amount: 1500 }]

${comment(say`# The plan. Line budgets sum to the budget; leave all or some out, and they share what is left as the rules say.`)}
lines:
${behind('  - platform: instagram', '# facebook | instagram | tiktok | youtube | linkedin | x | snapchat | pinterest | reddit | meta | google')}
${behind('    stage: awareness', '# awareness | consideration | conversion | loyalty | advocacy')}
    budget: 9000
    audience: 200k to 400k
${behind('    cpm: 4 to 9', say`# price of 1,000 impressions`)}
  - { platform: tiktok, stage: awareness, budget: 6000, audience: 150k to 350k }
  - { platform: instagram, stage: consideration, budget: 1600 }
  - { platform: facebook, stage: conversion, budget: 3400 }

rules:
${behind('  prospecting: 70-80%', say`# awareness's share of the budget`)}
  retargeting: { ratio: 1:2, tolerance: 20% }   ${comment(say`# consideration : conversion`)}
${behind('  creative: 60-30-10', say`# proven, experiment, moonshot`)}
  lines: { facebook/conversion: { min: 500 } }

goal: { maximize: profit }   ${comment(say`# its mean without the luckiest tenth of futures; risk_aversion: 0 is the plain mean`)}
targets:
  - roas >= 1.5 with 80%
  - profit > 0 with 60%

${comment(say`# The rest of a plan, each part as you need it: take the # off, and put your own figures in. docs/scenario.md has every key.`)}
#
${comment(say`# Creators (influencers): posts fixed, or { max } for huni to choose; paid out of the budget, or outside it.`)}
# creators_from: outside
# creators:
#   - { name: Aysel, platform: instagram, followers: 24k to 31k, authentic: 85%, reach_rate: 15% to 30%, engagement: 4, fee: 120, posts: 3 }
#
${comment(say`# Your own posts: what they cost, and how far sharing carries them.`)}
# organic:
#   - { name: ${named(say`Own feed`)}, platform: instagram, followers: 12k, reach_rate: 3% to 8%, per_week: 3, reproduction: 5% to 20%, hours: 2, hourly: 15 }
#
${comment(say`# What people remember of the brand, and what that does to the lines below awareness.`)}
# brand: { half_life_days: 30 to 80, recall: 3% to 8%, cvr_lift: 0.1 to 0.5 }
#
${comment(say`# What may come over the plan; huni run --robust looks for the plan that minds it least.`)}
# shocks:
#   - { name: ${named(say`Algorithm change`)}, probability: 25%, window: [4, 10], platforms: [instagram], view_rate: -30%, organic: -60% }
#
${comment(say`# A test first, and the rest only if it passes; or phases: 30-60-90.`)}
# phases:
#   - { name: ${named(say`Test`)}, periods: 4, budget: 15%, gate: cpa <= 20, if_failed: stop }
#   - { name: ${named(say`Scale`)}, periods: 9, budget: 85% }
#
${comment(say`# "What if?", for huni compare.`)}
# variants:
#   ${named(say`dear auctions`)}: cpm +30% from week 5
#   ${named(say`no tiktok`)}: tiktok off
`;
}

/** A name as YAML takes it: plain where it is of letters and spaces. */
function quotedIfNeeded(name: string): string {
  return /^[\p{L}\p{M} ]+$/u.test(name) ? name : JSON.stringify(name);
}
