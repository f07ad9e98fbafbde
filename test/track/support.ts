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
import { COUNTED, type Counted, type Observation } from '../../src/track/learn/observations.js';

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
      dispersion: null,
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

/** A world drawn from a plan's own prior, drift and price noise included: what any schedule of money is expected to bring in it. */
export interface World {
  /** What comes after it in the world's stream of numbers. */
  readonly uniform: () => number;
  /**
   * Expected counts by line and period, in the scenario's order.
   *
   * @param spend currency, by line and period
   */
  expected(spend: readonly (readonly number[])[]): Promise<readonly Readonly<Record<Counted, readonly number[]>>[]>;
}

export async function drawWorld(scenario: Scenario, seed: string, drift: InFlight['drift']): Promise<World> {
  const T = scenario.horizon.periods;
  const uniform = uniforms(seed);
  let drawn: Float64Array | null = null;
  const expected: World['expected'] = async (spend) => {
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
      Array.from({ length: T }, (_, period) =>
        COUNTED.map((of): Observation => ({ line, period, of, count: 0 })),
      ).flat(),
    );
    const forward = createForwardModel(program, plan, all);
    if (drawn === null) {
      drawn = new Float64Array(program.sources.length * LANES);
      for (let k = 0; k < program.sources.length; k++) drawn[k * LANES] = normalQuantile(uniform());
    }
    const out = new Float64Array(all.length * LANES);
    forward.means(
      program.sources.map((_, k) => k),
      drawn,
      1,
      out,
    );
    return scenario.lines.map((_, index) => {
      const line = program.lines.findIndex(({ scenarioIndex }) => scenarioIndex === index);
      const series = (of: Counted): readonly number[] =>
        Array.from({ length: T }, (_, t) =>
          spend[index]![t]! > 0 ? out[((line * T + t) * COUNTED.length + COUNTED.indexOf(of)) * LANES]! : 0,
        );
      return { impressions: series('impressions'), clicks: series('clicks'), conversions: series('conversions') };
    });
  };
  return { uniform, expected };
}

/** What a plan spends by line and period. */
export function spendOf({ lines }: Pick<Scenario, 'lines'>): readonly (readonly number[])[] {
  return lines.map(({ budget, flighting }) => flighting.map((weight) => budget * weight));
}

/** What platforms count in a world at the plan's own spend. */
export async function simulateCampaign(
  scenario: Scenario,
  seed: string,
  dispersion: Dispersion,
  drift: InFlight['drift'],
): Promise<Campaign> {
  return campaignIn(await drawWorld(scenario, seed, drift), scenario, dispersion);
}

export async function campaignIn(world: World, scenario: Scenario, dispersion: Dispersion): Promise<Campaign> {
  const spend = spendOf(scenario);
  const expected = await world.expected(spend);
  const lines = expected.map((means, index): DeliveredLine => {
    const counts = { impressions: [] as number[], clicks: [] as number[], conversions: [] as number[] };
    for (let t = 0; t < scenario.horizon.periods; t++) {
      let scale = 1;
      for (const of of COUNTED) {
        const mean = means[of][t]!;
        const given = mean * scale;
        const count = given > 0 ? countOf(given, dispersion[of], world.uniform) : 0;
        counts[of].push(count);
        scale = mean > 0 ? count / mean : 0;
      }
    }
    return { spend: spend[index]!, ...counts, running: 0 };
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
