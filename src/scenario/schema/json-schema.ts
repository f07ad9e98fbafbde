import { documentSchema } from './document.js';
import { DEFINITIONS } from './families.js';
import { type JsonSchema, toJsonSchema } from './leaf.js';

/** What the keys at the top of a file mean; shown by editors. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  name: "Name of the scenario; left out, the file's name.",
  language: 'Language of the report: en, az, tr or ar.',
  currency: 'ISO 4217: AZN, USD, TRY, …',
  start: 'First day, such as 2027-03-01.',
  horizon: 'N days, N weeks or N months.',
  budget: 'Media budget of the whole horizon, in currency; { max } where less may be spent.',
  seed: 'Any text or number; the same seed gives the same figures.',
  draws: 'Number of futures drawn.',
  sampler: 'How draws are made: scrambled Sobol points, pseudo-random numbers, or these with their mirror images.',
  market: 'The market that the audiences are part of.',
  economics: 'What an order is worth, and what it costs besides media.',
  stocks: 'Pools of people that the lower stages reach: half-lives in days, and who is there at the start.',
  memory_days: 'Half-life of remembered impressions, in days.',
  noise: 'Period noise of price, or off.',
  correlation: 'Shares of variance in common, by metric; and pairs of inputs by name.',
  season: 'One factor a period on price and on conversion; empty: none.',
  creative: 'Creative tiers that wear out and are refilled: on, off, or their figures.',
  lines: 'What gets a budget: a platform, a stage, maybe a segment.',
  audiences: 'People that several awareness lines share, by name: audience: "@name" on each of them.',
  creators_from: 'Whether posts are paid out of the budget, or outside it.',
  creators: 'Creators (influencers) and affiliates: their followers, posts and pay.',
  organic: "The brand's own posts.",
  brand: 'People who recall the brand, and what that does; needs market.population.',
  shocks: 'What may come over the plan: an algorithm change, a dear season, an outage.',
  phases: 'Parts of the horizon with their budgets and gates, or 30-60-90.',
  metrics: 'Metrics of your own, or field: a rate of impressions, views, clicks, conversions or spend.',
  formats: 'Content formats: factors on price and rates, and what making them costs.',
  content: 'The content calendar: hero, hub and help pieces, and what they cost.',
  community: 'Messages that come in, and what answering them costs.',
  attribution: "What platforms' dashboards would claim; needs market.population.",
  rules: 'What a plan is held to.',
  goal: 'What the optimiser maximises, and how much it shies from bad futures.',
  kpis: 'Your own KPIs: expressions over those of the result.',
  variants:
    'Named changes to compare: "cpm +30% from week 5", "tiktok off", a list of them, or other values for a part.',
  targets: 'Checked against the draws: "roas >= 1.5 with 80%".',
};

/** The JSON Schema (draft 2020-12) of a scenario file, made from the same schema that files are validated with. */
export function scenarioJsonSchema(): JsonSchema {
  const { properties, ...schema } = toJsonSchema(documentSchema);
  const described = Object.entries(properties as Record<string, JsonSchema>).map(([key, value]) => [
    key,
    { ...value, ...(DESCRIPTIONS[key] === undefined ? {} : { description: DESCRIPTIONS[key] }) },
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'huni scenario',
    ...schema,
    properties: {
      extends: {
        type: 'string',
        description: 'Another scenario that this one changes; maps merge, lines merge by id.',
      },
      ...Object.fromEntries(described),
    },
    // A file that extends another may leave out what that one has.
    if: { required: ['extends'] },
    else: { required: schema.required },
    required: [],
    $defs: DEFINITIONS,
  };
}
