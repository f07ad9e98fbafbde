import alea from 'seedrandom/lib/alea.js';
import { LANES, type Layout, rowAt } from '../../src/model/layout.js';
import { GLOBAL_QUANTITIES, type GlobalQuantity, type Program, type ProgramLine } from '../../src/model/program.js';
import { LINE_METRICS, type LineMetric, PLATFORMS, STAGES, type Stage } from '../../src/scenario/types.js';

/** A program written by hand, its inputs to be filled straight into the block: nothing of the sampling is involved. */
export function handMadeProgram(
  lines: readonly { platform: number; stage: Stage; free?: boolean }[],
  options: { periods: number; periodDays?: number; hasCreative?: boolean; hasPopulation?: boolean; seasons?: boolean },
): Program {
  const globals = Object.fromEntries(GLOBAL_QUANTITIES.map((name, row) => [name, row])) as Record<
    GlobalQuantity,
    number
  >;
  let next = GLOBAL_QUANTITIES.length;
  const ordered = [...lines].sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  const programLines: ProgramLine[] = ordered.map(({ platform, stage, free }, k) => ({
    id: `${PLATFORMS[platform]}/${stage}/${k}`,
    scenarioIndex: k,
    platform,
    stage,
    ...(free === true ? { free } : {}),
    inputs: Object.fromEntries(LINE_METRICS.map((metric) => [metric, next++])) as Record<LineMetric, number>,
  }));
  const platforms = PLATFORMS.slice(0, 1 + Math.max(...lines.map(({ platform }) => platform)));
  const { periods } = options;
  const flighting = new Float64Array(lines.length * periods);
  for (let line = 0; line < lines.length; line++) {
    for (let t = 0; t < periods; t++) flighting[line * periods + t] = (2 * (t + 1)) / (periods * (periods + 1));
  }
  return {
    periods,
    periodDays: options.periodDays ?? 7,
    platforms,
    lines: programLines,
    stageStart: [0, 1, 2, 3, 4, 5].map((stage) => {
      const first = programLines.findIndex((line) => STAGES.indexOf(line.stage) >= stage);
      return first < 0 ? programLines.length : first;
    }),
    inputs: Array.from({ length: next }, (_, row) => ({
      name: `row ${row}`,
      map: { kind: 'constant', value: 0 },
      terms: [],
    })),
    globals,
    fixedCosts: [],
    sources: [],
    noise: platforms.map(() => ({ sd: 0, rho: 0, source: -1 })),
    seasonCpm: Array.from({ length: periods }, (_, t) => (options.seasons ? 1 + 0.1 * t : 1)),
    seasonCvr: Array.from({ length: periods }, (_, t) => (options.seasons ? 1 - 0.03 * t : 1)),
    hasPopulation: options.hasPopulation ?? false,
    hasCreative: options.hasCreative ?? false,
    flighting,
  };
}

/** Plausible figures for every input, different in each lane. */
export function fillPlausibly(program: Program, layout: Layout, data: Float64Array, seed: string): void {
  const random = alea(seed);
  const between = (low: number, high: number): number => low + (high - low) * random();
  const ranges: Record<GlobalQuantity, readonly [number, number]> = {
    order_value: [20, 80],
    margin: [0.3, 0.9],
    close_rate: [0.5, 1],
    repeat_rate: [0.1, 0.6],
    referral_rate: [0, 0.1],
    fee: [0, 0.15],
    tax: [0, 0.2],
    delay_days: [5, 30],
    value_days: [30, 90],
    ltv_days: [365, 365],
    warm_days: [10, 60],
    hot_days: [10, 60],
    buyers_days: [60, 300],
    landing: [0.5, 0.9],
    warm: [0, 2000],
    hot: [0, 800],
    buyers: [0, 400],
    memory_days: [7, 30],
    population: [2e6, 3e6],
    wear_days: [30, 60],
    m_proven: [0.8, 1.2],
    m_experiment: [0.5, 1.2],
    m_moonshot: [0.2, 1.5],
    g_experiment: [0.2, 2],
    g_moonshot: [0, 5],
  };
  const perLine = (stage: Stage): Record<LineMetric, readonly [number, number]> => ({
    audience: stage === 'awareness' ? [2e5, 6e5] : [0, 500],
    cpm: [2, 12],
    ctr: [0.005, 0.03],
    view_rate: [0.15, 0.35],
    cvr: [0.005, 0.06],
    fatigue: [0.01, 0.08],
    match: [0.4, 0.8],
  });
  const fill = (row: number, [low, high]: readonly [number, number]): void => {
    for (let d = 0; d < LANES; d++) data[rowAt(layout.inputs, row) + d] = between(low, high);
  };
  for (const name of GLOBAL_QUANTITIES) fill(program.globals[name], ranges[name]);
  for (const line of program.lines) {
    for (const metric of LINE_METRICS) fill(line.inputs[metric], perLine(line.stage)[metric]);
  }
  for (let row = 0; row < layout.noise.rows; row++) {
    for (let d = 0; d < LANES; d++) data[rowAt(layout.noise, row) + d] = between(0.8, 1.25);
  }
}
