import type { PlanScore } from '../../calibrate/backtest/plan-verdict.js';
import type { PlanBacktest } from '../../forecast/plan-backtest.js';

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const signed = (share: number): string => `${share < 0 ? '−' : '+'}${Math.round(Math.abs(100 * share))} %`;

/** A score's verdict in words, its intervals always with it. */
function planVerdictText({
  verdict,
  coverage,
  low,
  high,
  bias,
  biasLow,
  biasHigh,
  origins,
  independent,
}: PlanScore): string {
  const words =
    verdict.kind === "can't tell yet"
      ? `can't tell yet: about ${verdict.moreWeeks} more weeks would`
      : verdict.kind === 'misses'
        ? `misses (${verdict.because})`
        : verdict.kind;
  return (
    `${words}; ${percent(coverage)} within the 80 % band (90 %: ${percent(low)} to ${percent(high)}), ` +
    `mean ${signed(bias)} (${signed(biasLow)} to ${signed(biasHigh)}); ` +
    `${origins} origins, worth ${independent.toFixed(1)} side by side`
  );
}

/** The plan held against what came, in all and by platform. */
export function planBacktestText(backtests: readonly PlanBacktest[]): string {
  if (backtests.length === 0) return 'Plans: the rows cover too short a time to hold a plan against what came\n';
  const lines = ['Plans made as of a day (calibrate, then run with the spend that was made), totals against what came'];
  for (const { weeks, total, platforms } of backtests) {
    const groups = [['in all', total] as const, ...Object.entries(platforms)];
    // One platform says nothing that the total doesn't.
    for (const [group, scores] of groups.length === 2 ? groups.slice(0, 1) : groups) {
      for (const [name, score] of Object.entries(scores)) {
        lines.push(`  ${weeks} week${weeks === 1 ? '' : 's'}, ${group}, ${name}: ${planVerdictText(score)}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}
