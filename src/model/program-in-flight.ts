/** What came of a plan that is under way, as the equations need it: see `InFlight` of the scenario. */
export interface ProgramInFlight {
  /** Periods that are over. */
  readonly periods: number;
  readonly tracking: number;
  /** In the program's order of lines. */
  readonly lines: readonly ProgramDelivery[];
  readonly learned: ProgramLearned | null;
  readonly drift: ProgramDrift | null;
  /** Over-dispersion of what is ahead, in logs of factors of mean 1; `null`: there is none. */
  readonly dispersion: { readonly cpm: number; readonly ctr: number; readonly cvr: number } | null;
}

/** Figures by period, as platforms count them; NaN: not reported. */
export interface ProgramDelivery {
  readonly spend: readonly number[];
  readonly impressions: readonly number[];
  readonly clicks: readonly number[];
  readonly conversions: readonly number[];
  /** First rows of the steps of the line's random walks; −1 where it has none. */
  readonly steps: { readonly cpm: number; readonly ctr: number; readonly cvr: number };
  /** How many times the drift's steps the line's are. */
  readonly times: { readonly cpm: number; readonly ctr: number; readonly cvr: number };
  /** First rows of the chance of each period that is not over; −1 where counts have Poisson's alone. */
  readonly chance: { readonly cpm: number; readonly ctr: number; readonly cvr: number };
}

interface ProgramDrift {
  readonly every: number;
  readonly steps: number;
  readonly sd: { readonly cpm: number; readonly ctr: number; readonly cvr: number };
}

/** As `LearnedScores`, with sources by their index. */
export type ProgramLearned =
  | {
      readonly kind: 'gaussian';
      readonly sources: readonly number[];
      readonly location: Float64Array;
      readonly scale: Float64Array;
    }
  | {
      readonly kind: 'particles';
      readonly sources: readonly number[];
      readonly values: Float64Array;
      /** The source that chooses the row. */
      readonly row: number;
    };

/** Name of the normal behind a step of a line's random walk. */
export function driftSource(line: string, metric: 'cpm' | 'ctr' | 'cvr', step: number): string {
  return `${line}.${metric}.drift.${step}`;
}

/** Name of the normal behind what a line's count of a period varies by beyond Poisson's chance. */
export function chanceSource(line: string, metric: 'cpm' | 'ctr' | 'cvr', period: number): string {
  return `${line}.${metric}.chance.${period}`;
}

/** Steps that a walk takes over a horizon: none before its first `every` periods are over. */
export function driftSteps(periods: number, every: number): number {
  return Math.max(0, Math.ceil(periods / every) - 1);
}

/** Whether a line's conversions are reported in a period that is over. */
export function tellsConversions({ lines }: ProgramInFlight, line: number): boolean {
  return lines[line].conversions.some((count) => !Number.isNaN(count));
}

/** Whether a period's figures are facts. */
export function isOver(inFlight: ProgramInFlight | undefined, period: number): boolean {
  return inFlight !== undefined && period >= 0 && period < inFlight.periods;
}

/** What a line has spent in the periods that are over. */
export function spentSoFar({ lines }: ProgramInFlight, line: number): number {
  return lines[line].spend.reduce((sum, amount) => sum + amount, 0);
}
