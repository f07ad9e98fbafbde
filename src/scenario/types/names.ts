export const PLATFORMS = [
  'facebook',
  'instagram',
  'tiktok',
  'youtube',
  'linkedin',
  'x',
  'snapchat',
  'pinterest',
  'reddit',
  // Facebook and Instagram as one auction, where a plan doesn't tell them apart. New ones go to the end: draws hang on the order.
  'meta',
  // Search at consideration and conversion, the display network elsewhere: benchmarks of its own, and lent to nobody.
  'google',
] as const;
/** A platform with built-in benchmarks. */
export type KnownPlatform = (typeof PLATFORMS)[number];
/** A known platform, or another one by its name: then the scenario gives its rates itself. */
export type Platform = string;

export function isKnownPlatform(platform: Platform): platform is KnownPlatform {
  return (PLATFORMS as readonly string[]).includes(platform);
}

/** In funnel order. */
export const STAGES = ['awareness', 'consideration', 'conversion', 'loyalty', 'advocacy'] as const;
export type Stage = (typeof STAGES)[number];

export const CREATIVE_TIERS = ['proven', 'experiment', 'moonshot'] as const;
export type CreativeTier = (typeof CREATIVE_TIERS)[number];

/** A line's uncertain quantities; also the names that `correlation` speaks of. */
export const LINE_METRICS = ['audience', 'cpm', 'ctr', 'view_rate', 'cvr', 'fatigue', 'match'] as const;
export type LineMetric = (typeof LINE_METRICS)[number];

export const GOAL_PRESETS = ['awareness', 'leads', 'sales'] as const;
export type GoalPreset = (typeof GOAL_PRESETS)[number];
