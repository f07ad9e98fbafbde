import type { PeriodUnit } from '../../../units/period.js';
import type { StageEvidence } from '../../facts.js';
import type { Say } from '../types.js';

/** By how much price changed with each doubling of spend, in whole percent: median and 90 % interval. */
interface DoublingPercent {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** What stands beside the numbers of a scenario, or of its mapping of stages, that is made from files. */
export interface ScenarioWords {
  /** Whole sentences, on lines of their own. */
  readonly sentences: {
    calibratedFrom(sources: string): string;
    budgetGiven(): string;
    budgetAtPace(): string;
    budgetOfUnknownTime(): string;
    creativeOff(): string;
    change(): string;
    priceNoise(unit: PeriodUnit): string;
    noiseUnseen(unit: PeriodUnit): string;
    noiseOfOneDay(): string;
    nothingShared(): string;
    shared(): string;
    pairs(): string;
    noDates(): string;
    noSeason(): string;
    months(years: number, say: Say): string;
    weekdays(): string;
    stages(): string;
    skip(): string;
    mediaPlan(source: string): string;
    mediaPlanPrices(): string;
  };
  /** Behind a number, or in its place. */
  readonly notes: {
    orderValue(orders: number, say: Say): string;
    /** @param restated conversions that two reports have; `null`: as given */
    delay(restated: number | null, say: Say): string;
    leads(): string;
    rows(count: number, say: Say): string;
    pairsOfFigures(count: number, say: Say): string;
    withoutFatigue(percent: number): string;
    ofBenchmarks(): string;
    ofOtherPlatforms(): string;
    noExchangeRate(currency: string): string;
    audienceOfReach(rows: number, say: Say): string;
    audienceAssumed(seen: number): string;
    audienceDefault(): string;
    fatigue(rows: number, say: Say): string;
    fatigueDefault(): string;
    claimed(): string;
    noPressure(change: DoublingPercent): string;
    pressure(percent: number, changes: number, say: Say): string;
    pressureAt(): string;
    drift(): string;
    alone(): string;
    carriedIn(): string;
    /** Rows of a media plan. */
    ofRows(rows: readonly number[]): string;
  };
  readonly stageEvidence: {
    readonly [Kind in StageEvidence['kind']]: (evidence: Extract<StageEvidence, { readonly kind: Kind }>) => string;
  };
}
