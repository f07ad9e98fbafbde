import { INSTAGRAM_ENGAGEMENT, instagramEngagement } from '../benchmarks/posts.js';
import type { Metric, Platform } from '../types.js';

/**
 * `metrics: field`: those of the field's table that are no KPI already and for which a rate is published: engagements, likes
 * and saves on Instagram, as shares of awareness's impressions. Nothing is published on the others by impression or view, and
 * none is invented.
 */
export function fieldMetrics(present: readonly Platform[]): readonly Metric[] {
  if (!present.includes('instagram')) return [];
  return INSTAGRAM_ENGAGEMENT.map((name) => ({
    name,
    of: 'impressions',
    rate: instagramEngagement(name),
    stage: 'awareness',
    platform: 'instagram',
    costPer: name === 'engagements',
  }));
}
