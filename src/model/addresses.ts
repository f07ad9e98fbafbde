import { type LineMetric, PLATFORMS, type Platform, STAGES, type Stage } from '../scenario/types.js';

/**
 * Which Sobol dimension an input gets. The map is fixed, so that adding an input never moves another one's draws. Low
 * dimensions are the best spread, so what usually drives a plan's profit comes first: value of an order, price and
 * conversion of the market, then each platform's share of those, each line's own, and the noise of each period last.
 */
const GLOBAL_INPUTS_FIRST = [
  'economics.order_value',
  'market.cpm',
  'market.cvr',
  'economics.margin',
  'economics.repeat_rate',
  'market.ctr',
  'market.view_rate',
  'creative.proven',
  'creative.moonshot_gain',
  'creative.experiment_gain',
  'creative.experiment',
  'creative.moonshot',
  'economics.close_rate',
  'market.audience',
  'market.match',
  'market.fatigue',
] as const;

const GLOBAL_INPUTS_LAST = [
  'economics.referral_rate',
  'economics.fee',
  'economics.tax',
  'economics.fixed_costs',
  'economics.baseline',
  'economics.delay_days',
  'economics.value_days',
  'economics.ltv_days',
  'stocks.warm_days',
  'stocks.hot_days',
  'stocks.buyers_days',
  'stocks.landing',
  'stocks.warm',
  'stocks.hot',
  'stocks.buyers',
  'memory_days',
  'market.population',
  'creative.wear_days',
  'audiences',
  'brand.half_life_days',
  'brand.recall',
  'brand.cvr_lift',
  'brand.baseline_lift',
  'shocks',
  'metrics',
  'community.messages',
  'community.reply',
  'community.minutes',
  'community.hourly',
] as const;

/** Metrics by how much of a plan's spread they usually carry; a new one goes to the end. */
const METRICS_BY_WEIGHT = [
  'cpm',
  'cvr',
  'ctr',
  'view_rate',
  'audience',
  'match',
  'fatigue',
  'incrementality',
  'pressure',
  'pressure_at',
] as const satisfies readonly (LineMetric | LineExtra)[];

/** A line's quantities that no correlation speaks of. */
export type LineExtra = 'incrementality' | 'pressure' | 'pressure_at';

/**
 * How much room each part of the map has, whatever of it is in use: a tenth platform, a metric or an input of the whole
 * scenario takes a place that was free, and every other draw stays as it was. These numbers never change.
 */
const ROOM = { firstGlobals: 16, metrics: 12, platforms: 16, stages: 5, lastGlobals: 64 } as const;

const PLATFORM_FACTORS_FROM = ROOM.firstGlobals + 1;
const LINES_FROM = PLATFORM_FACTORS_FROM + ROOM.metrics * ROOM.platforms;
const GLOBALS_LAST_FROM = LINES_FROM + ROOM.metrics * ROOM.stages * ROOM.platforms;
const NOISE_FROM = GLOBALS_LAST_FROM + ROOM.lastGlobals;

/** A platform's place in the map; those without one of their own share the first, and must be drawn shuffled. */
function slotOf(platform: Platform): number {
  return Math.max(0, (PLATFORMS as readonly string[]).indexOf(platform));
}

/** Dimensions in the Joe–Kuo table. */
export const SOBOL_DIMENSIONS = 2048;

const globalDimensions = new Map<string, number>([
  ...GLOBAL_INPUTS_FIRST.map((name, k) => [name, k + 1] as const),
  ...GLOBAL_INPUTS_LAST.map((name, k) => [name, GLOBALS_LAST_FROM + k] as const),
]);

/** Dimension of a scenario-wide input or of a market factor (`market.cpm`); throws on a name that has none. */
export function globalDimension(name: string): number {
  const dimension = globalDimensions.get(name);
  if (dimension === undefined) throw new Error(`no Sobol dimension is set aside for "${name}"`);
  return dimension;
}

/** Dimension of what a platform's lines have in common in one metric. */
export function platformDimension(metric: LineMetric, platform: Platform): number {
  return PLATFORM_FACTORS_FROM + METRICS_BY_WEIGHT.indexOf(metric) * ROOM.platforms + slotOf(platform);
}

/** Dimension of a line's own share of a metric; segments of one platform and stage share it, shuffled. */
export function lineDimension(metric: LineMetric | LineExtra, platform: Platform, stage: Stage): number {
  return cellDimension(METRICS_BY_WEIGHT.indexOf(metric), platform, stage);
}

function cellDimension(metric: number, platform: Platform, stage: Stage): number {
  return LINES_FROM + (metric * ROOM.stages + STAGES.indexOf(stage)) * ROOM.platforms + slotOf(platform);
}

/** Dimension of a source's k-th quantity of its own: those of a line's metrics, always shuffled. */
export function sourceDimension(k: number, platform: Platform, stage: Stage): number {
  return cellDimension(k % ROOM.metrics, platform, stage);
}

/** Dimension of a response's k-th parameter: those of the line's rates, which a line with a response hasn't. */
export function responseDimension(k: number, platform: Platform, stage: Stage): number {
  return lineDimension(METRICS_BY_WEIGHT[k], platform, stage);
}

/**
 * Dimension of the rows of posterior draws. A good one that has an owner already: the order is shuffled, and a row is a row
 * in any order.
 */
export const ROWS_DIMENSION = globalDimension('market.cvr');

/** Dimension of a platform's price noise in a period, or `null` past the end of the table. */
export function noiseDimension(period: number, platform: Platform): number | null {
  const dimension = NOISE_FROM + period * ROOM.platforms + slotOf(platform);
  return dimension <= SOBOL_DIMENSIONS ? dimension : null;
}
