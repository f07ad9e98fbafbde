/** How late conversions are recorded: of a day's the share 1 − 2^(−(age + 1) / half-life) stands in a report that many days later. */
export interface Recording {
  /** Days, above 0. */
  readonly halfLife: number;
  /** Last day of the reports, on which they are taken to have been made. */
  readonly pulled: number;
  /** Conversions that it was estimated from; `null`: it was given. */
  readonly restated: number | null;
}

/** Conversions of one day in two reports, the second made later. */
export interface Restated {
  /** Days from the day on to each report's last. */
  readonly ages: readonly [number, number];
  readonly conversions: readonly [number, number];
}

/** Share of a day's conversions that is in the reports. */
export function recordedShare(recording: Recording | null, day: number): number {
  return recording === null ? 1 : shareAt(Math.max(0, recording.pulled - day), recording.halfLife);
}

const shareAt = (age: number, halfLife: number): number => 1 - 2 ** (-(age + 1) / halfLife);

/** Half-lives that are weighed, days: a quarter of one to two months. */
const HALF_LIVES = Float64Array.from({ length: 56 }, (_, i) => 0.25 * 1.1 ** i);
/** ln of the median before any is seen, and how far off that may be. */
const BELIEF = [Math.log(1), 1.5] as const;
/** Conversions in reports so young that they may be restated, from which on they tell. */
const ENOUGH = 30;
const YOUNG = 28;
/** Less than this is recorded at once. */
const LEAST = 0.3;

/**
 * The half-life that makes what two reports have of the same days likeliest: of the conversions that the later one has, each was in the
 * earlier one with the ratio of the shares recorded by then (a binomial). Corrections downward count as no change.
 * `null`: too few conversions are restated to tell, or they come at once.
 */
export function estimateDelay(
  restated: readonly Restated[],
): { readonly halfLife: number; readonly restated: number } | null {
  const young = restated.filter(
    ({ ages, conversions: [, later] }) => ages[0] <= YOUNG && ages[1] > ages[0] && later > 0,
  );
  const seen = young.reduce((sum, { conversions: [, later] }) => sum + later, 0);
  if (seen < ENOUGH) return null;
  const logs = HALF_LIVES.map((halfLife) => {
    const z = (Math.log(halfLife) - BELIEF[0]) / BELIEF[1];
    return young.reduce(
      (sum, { ages: [first, second], conversions: [earlier, later] }) => {
        const share = Math.min(shareAt(first, halfLife) / shareAt(second, halfLife), 1 - 1e-12);
        const there = Math.min(earlier, later);
        return sum + there * Math.log(share) + (later - there) * Math.log1p(-share);
      },
      -0.5 * z * z,
    );
  });
  const most = Math.max(...logs);
  let [top, bottom] = [0, 0];
  logs.forEach((log, i) => {
    const weight = Math.exp(log - most);
    top += weight * Math.log(HALF_LIVES[i]);
    bottom += weight;
  });
  const halfLife = Math.exp(top / bottom);
  return halfLife < LEAST ? null : { halfLife, restated: Math.round(seen) };
}
