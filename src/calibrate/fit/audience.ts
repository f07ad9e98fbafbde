import { mean } from '../../distributions/index.js';
import type { Distribution } from '../../distributions/types.js';
import { FATIGUE } from '../../scenario/build/defaults.js';
import type { LineFit } from './calibrate.js';
import { logPriceAt } from './pressure.js';

/** What an audience rests on: reach that rows have, or so many impressions a person, assumed. */
type AudienceSource =
  | { readonly kind: 'reach'; readonly rows: number }
  | { readonly kind: 'assumed'; readonly seen: number };

/** People whom a line can reach, and what says so. */
interface LineAudience {
  readonly distribution: Distribution;
  readonly because: AudienceSource;
}

/** Days that people are counted over where no export has reach, and impressions that each saw in them. */
const WINDOW = 28;
const SEEN = 2;
/** Log units of doubt in that. */
const GUESS_SIGMA = 0.5;
/** What the built-in default of an awareness line has in the middle. */
const DEFAULT_PEOPLE = 700_000;

/**
 * The audience that a line is written with: from reach; else so many people that what was delivered could be, where the
 * default would be too few (prospecting), or since nobody is in a pool that only other lines fill (below it): a
 * sales-only account sells to someone.
 */
export function lineAudience({ line, reach }: LineFit): LineAudience | null {
  if (reach.audience !== null) {
    const { distribution, rows } = reach.audience;
    return { distribution, because: { kind: 'reach', rows } };
  }
  const impressions = impressionsPerDay(line) * WINDOW;
  const people = impressions / SEEN;
  if (!(people > 1) || (line.stage === 'awareness' && people < DEFAULT_PEOPLE)) return null;
  return {
    distribution: { family: 'lognormal', mu: Math.log(people), sigma: GUESS_SIGMA },
    because: { kind: 'assumed', seen: SEEN },
  };
}

/** Impressions a day at the recent pace. */
function impressionsPerDay(line: LineFit['line']): number {
  const atPace = line.pressure === null ? 1 : Math.exp(-logPriceAt(line.pressure));
  return (1000 * line.dailySpend) / (mean(line.cpm.distribution) * atPace);
}

/** Days in which half of what was noticed is forgotten (section 3). */
const MEMORY_DAYS = 14;

/**
 * Effective impressions over impressions (section 3) at the recent pace, once memory no longer grows: what the model takes
 * off for fatigue, and measured rates have taken off already.
 */
export function fatigueAtPace(one: LineFit, audience: LineAudience | null, periodDays: number): number {
  const fatigue = mean(
    one.reach.fatigue?.distribution ?? (one.line.stage === 'awareness' ? FATIGUE.awareness : FATIGUE.other),
  );
  const people = audience === null ? DEFAULT_PEOPLE : mean(audience.distribution);
  const impressions = impressionsPerDay(one.line) * periodDays;
  if (!(fatigue > 0) || !(impressions > 0)) return 1;
  const retained = 2 ** (-periodDays / MEMORY_DAYS);
  let [memory, effective] = [0, impressions];
  for (let period = 0; period < 100; period++) {
    const remembered = (retained * memory) / people;
    effective = (-people * Math.exp(-fatigue * remembered) * Math.expm1((-fatigue * impressions) / people)) / fatigue;
    memory = retained * memory + effective;
  }
  return effective / impressions;
}
