import { quantile } from '../../src/distributions/index.js';
import { normalQuantile } from '../../src/distributions/normal.js';
import { planSpend } from '../../src/model/block-model.js';
import { compileProgram } from '../../src/model/compile.js';
import { LANES } from '../../src/model/layout.js';
import { poissonQuantile } from '../../src/sampling/poisson.js';
import { openStream, streamKey } from '../../src/sampling/pseudo-random.js';
import { parseScenario } from '../../src/scenario/index.js';
import { CREATIVE_TIERS, type DeliveredLine, type InFlight, type Scenario } from '../../src/scenario/types.js';
import type { Dispersion } from '../../src/track/learn/counts.js';
import { createForwardModel } from '../../src/track/learn/forward.js';
import { COUNTED, type Observation } from '../../src/track/learn/observations.js';

export async function scenarioOf(text: string): Promise<Scenario> {
  const reading = await parseScenario(text, 'plan.yaml');
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('\n'));
  return reading.scenario;
}

/** A plan under way with nothing learned, from what each line brought. */
export function withCame(
  scenario: Scenario,
  lines: readonly Partial<DeliveredLine>[],
  more: Partial<InFlight> = {},
): Scenario {
  const periods = lines[0]!.spend!.length;
  const undefinedShare = new Array<number>(periods).fill(Number.NaN);
  return {
    ...scenario,
    inFlight: {
      periods,
      days: Math.round(periods * scenario.horizon.periodDays),
      tracking: 1,
      drift: null,
      learned: null,
      lines: lines.map((line) => ({
        spend: undefinedShare.map(() => 0),
        impressions: undefinedShare,
        clicks: undefinedShare,
        conversions: undefinedShare,
        running: 0,
        ...line,
      })),
      ...more,
    },
  };
}

/** Uniform numbers strictly between 0 and 1. */
export function uniforms(seed: string): () => number {
  const next = openStream(streamKey(seed, 'draws', 'test'), 0);
  return () => (next() + 0.5) * 2 ** -32;
}

/** A count with variance `μ + τ² μ²`. */
export function countOf(mean: number, dispersion: number, uniform: () => number): number {
  const shape = dispersion > 0 ? 1 / dispersion ** 2 : Number.POSITIVE_INFINITY;
  // One number is taken either way, so that what follows is the same world.
  const share = uniform();
  const rate = Number.isFinite(shape) ? quantile({ family: 'gamma', shape, scale: mean / shape }, share) : mean;
  return poissonQuantile(rate, uniform());
}

/** A campaign of which everything is known: what each line brings in every period of the horizon, at the plan's spend. */
export interface Campaign {
  readonly lines: readonly DeliveredLine[];
}

/**
 * Draws a world from a plan's own prior (drift and price noise included), and what platforms count in it.
 */
export async function simulateCampaign(
  scenario: Scenario,
  seed: string,
  dispersion: Dispersion,
  drift: InFlight['drift'],
): Promise<Campaign> {
  const T = scenario.horizon.periods;
  const spend = scenario.lines.map(({ budget, flighting }) => flighting.map((weight) => budget * weight));
  const blank = withCame(
    scenario,
    spend.map((amounts) => ({ spend: amounts })),
    { drift },
  );
  const program = await compileProgram(blank);
  const plan = planSpend(
    program,
    Float64Array.from(scenario.lines, ({ budget }) => budget),
    Float64Array.from(CREATIVE_TIERS, (tier) => scenario.creativeSplit[tier]),
  );
  const all: Observation[] = program.lines.flatMap((_, line) =>
    Array.from({ length: T }, (_, period) => COUNTED.map((of): Observation => ({ line, period, of, count: 0 }))).flat(),
  );
  const forward = createForwardModel(program, plan, all);
  const uniform = uniforms(seed);
  const scores = new Float64Array(program.sources.length * LANES);
  program.sources.forEach((_, k) => {
    scores[k * LANES] = normalQuantile(uniform());
  });
  const out = new Float64Array(all.length * LANES);
  forward.logMeans(
    program.sources.map((_, k) => k),
    scores,
    1,
    out,
  );
  const brought = program.lines.map((_, line) => {
    const counts = { impressions: [] as number[], clicks: [] as number[], conversions: [] as number[] };
    for (let t = 0; t < T; t++) {
      let scale = 1;
      COUNTED.forEach((of, k) => {
        const mean = Math.exp(out[((line * T + t) * COUNTED.length + k) * LANES]!);
        const expected = spend[program.lines[line]!.scenarioIndex]![t]! > 0 ? mean * scale : 0;
        const count = expected > 0 ? countOf(expected, dispersion[of], uniform) : 0;
        counts[of].push(count);
        scale = mean > 0 ? count / mean : 0;
      });
    }
    return counts;
  });
  const lines = scenario.lines.map((_, index): DeliveredLine => {
    const at = program.lines.findIndex(({ scenarioIndex }) => scenarioIndex === index);
    return { spend: spend[index]!, ...brought[at]!, running: 0 };
  });
  return { lines };
}

/** What came of a campaign by the end of a period. */
export function cutAt({ lines }: Campaign, periods: number): DeliveredLine[] {
  return lines.map((line) => ({
    spend: line.spend.slice(0, periods),
    impressions: line.impressions.slice(0, periods),
    clicks: line.clicks.slice(0, periods),
    conversions: line.conversions.slice(0, periods),
    running: 0,
  }));
}

/** A campaign's days as an export: each period's figures go to its days as evenly as whole counts do. */
export function exportText(
  scenario: Scenario,
  { lines }: Campaign,
  periods: number,
  until = Number.POSITIVE_INFINITY,
): string {
  const { horizon, start, currency } = scenario;
  const first = Date.parse(`${start}T00:00:00Z`) / 86_400_000;
  const rows = scenario.lines.flatMap(({ platform, stage }, index) => {
    const line = lines[index]!;
    return Array.from({ length: periods * horizon.periodDays }, (_, day) => {
      const t = Math.floor(day / horizon.periodDays);
      const k = day % horizon.periodDays;
      const D = horizon.periodDays;
      if (day >= until || line.spend[t] === 0) return [];
      const part = (total: number): number => Math.floor((total * (k + 1)) / D) - Math.floor((total * k) / D);
      const cents = part(Math.round(line.spend[t]! * 100)) / 100;
      const date = new Date((first + day) * 86_400_000).toISOString().slice(0, 10);
      return [
        [
          date,
          platform,
          `${platform} ${stage}`,
          cents,
          currency,
          part(line.impressions[t]!),
          part(line.clicks[t]!),
          part(line.conversions[t]!),
        ].join(','),
      ];
    }).flat();
  });
  return `Date,Platform,Campaign name,Amount spent,Currency,Impressions,Link clicks,Conversions\n${rows.join('\n')}\n`;
}
