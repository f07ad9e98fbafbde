import { hypotenuse, ln } from '../../distributions/elementary.js';
import { isKnownPlatform, type Platform, type Stage } from '../types.js';
import { centreOf } from './evidence.js';
import type { BenchmarkMetric, Figure, Outcome } from './figure.js';
import { PUBLISHED } from './published/index.js';
import { meta } from './published/meta.js';

/** What a stage adds to a platform's level, on the log scale. */
interface StageEffect {
  readonly shift: number;
  readonly sd: number;
  /** The figure that the shift rests on; `null`: assumed. */
  readonly published: Figure | null;
}

/** Added width of a stage for which nothing is published. */
const ASSUMED_SD = 0.3;

/** A split with one uncited source is believed for half of its log ratio; the other half is width. */
const BELIEVED = 0.5;

/**
 * Orders per click against those of prospecting clicks. Nothing sound is published: warmer people buy more, buyers
 * most; how much more is assumed, and `CVR_SD` wide.
 */
const CVR_FACTOR: Readonly<Record<Stage, number>> = {
  awareness: 1,
  consideration: 1.5,
  conversion: 2.5,
  loyalty: 3,
  advocacy: 1.5,
};
const CVR_SD = 0.4;

function metaFigure(metric: BenchmarkMetric, audience: 'prospecting' | 'retargeting'): Figure {
  const found = meta.find((figure) => figure.metric === metric && figure.audience === audience);
  if (found === undefined) throw new RangeError(`No ${audience} figure for ${metric}`);
  return found;
}

/** Whether a platform's figures are of that very stage already. */
function isOfItsStage(platform: Platform, stage: Stage, metric: BenchmarkMetric): boolean {
  const held = isKnownPlatform(platform) ? PUBLISHED[platform] : [];
  return held.some(({ figure }) => figure.metric === metric && figure.stages?.includes(stage) && stage !== 'awareness');
}

/**
 * The effect of a stage on a metric. Platform-wide figures are of campaigns that are mostly prospecting, so awareness
 * takes them as they are. The one published split, Meta's prospecting against retargeting (cpm, ctr), shifts the other
 * stages: published for consideration and conversion on Facebook and Instagram, carried over (assumed, wider) elsewhere.
 */
export function stageEffect(
  platform: Platform,
  stage: Stage,
  metric: BenchmarkMetric,
  outcome: Outcome,
): StageEffect | null {
  if (stage === 'awareness' || isOfItsStage(platform, stage, metric)) return null;
  if (metric === 'view_rate') return { shift: 0, sd: ASSUMED_SD, published: null };
  if (metric === 'cvr') {
    // A lead form is filled in by who opened it: its published rates know no stage.
    const factor = outcome === 'lead' ? 1 : CVR_FACTOR[stage];
    return { shift: ln(factor), sd: CVR_SD, published: null };
  }
  const retargeting = metaFigure(metric, 'retargeting');
  const ratio = centreOf(retargeting) - centreOf(metaFigure(metric, 'prospecting'));
  const shift = BELIEVED * ratio;
  const unbelieved = (1 - BELIEVED) * Math.abs(ratio);
  const measured =
    (platform === 'facebook' || platform === 'instagram') && (stage === 'consideration' || stage === 'conversion');
  return measured
    ? { shift, sd: unbelieved, published: retargeting }
    : { shift, sd: hypotenuse(unbelieved, ASSUMED_SD), published: null };
}
