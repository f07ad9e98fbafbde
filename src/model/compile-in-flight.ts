import { log1p } from '../distributions/elementary.js';
import { cholesky } from '../numerics/cholesky.js';
import { DRIFTING, type Drifting, isKnownPlatform, type Quantity, type Scenario } from '../scenario/types.js';
import { lineDimension, ROWS_DIMENSION } from './addresses.js';
import type { InputTables } from './compile-rest.js';
import type { ProgramLine } from './program.js';
import {
  chanceSource,
  driftSource,
  driftSteps,
  type ProgramInFlight,
  type ProgramLearned,
} from './program-in-flight.js';

const STANDARD_NORMAL: Quantity = {
  distribution: { family: 'normal', mean: 0, sd: 1 },
  origin: { kind: 'default' },
};

/** Name of the normal that chooses among particles. */
const PARTICLE = 'in flight.particle';

const ONCE = { cpm: 1, ctr: 1, cvr: 1 } as const;

/** Compiles what came of a plan so far; `lines` are in the program's order. `null`: it hasn't begun. */
export function compileInFlight(
  tables: InputTables & { sourceIndex(name: string): number | undefined },
  scenario: Scenario,
  lines: readonly ProgramLine[],
): ProgramInFlight | null {
  const { inFlight, horizon } = scenario;
  if (inFlight === undefined) return null;
  const { drift, dispersion } = inFlight;
  const steps = drift === null ? 0 : driftSteps(horizon.periods, drift.every);
  const delivered = lines.map(({ id, scenarioIndex, response }) => {
    const { platform, stage } = scenario.lines[scenarioIndex];
    const walk = (metric: Drifting): number => {
      if (response !== undefined || steps === 0) return -1;
      const rows = Array.from({ length: steps }, (_, step) => {
        const name = driftSource(id, metric, step);
        const dimension = isKnownPlatform(platform) ? lineDimension(metric, platform, stage) : null;
        return tables.addInput(name, STANDARD_NORMAL, 'any', () => [
          { source: tables.addSource(name, dimension, dimension !== null), weight: 1 },
        ]);
      });
      return rows[0];
    };
    const chance = (metric: Drifting): number => {
      if (response !== undefined || dispersion === null || inFlight.periods === horizon.periods) return -1;
      const rows = Array.from({ length: horizon.periods - inFlight.periods }, (_, k) => {
        const name = chanceSource(id, metric, inFlight.periods + k);
        // A scrambled sequence is drawn in a fraction of the time that random numbers take, which open a stream a block.
        const dimension = isKnownPlatform(platform) ? lineDimension(metric, platform, stage) : null;
        return tables.addInput(name, STANDARD_NORMAL, 'any', () => [
          { source: tables.addSource(name, dimension, dimension !== null), weight: 1 },
        ]);
      });
      return rows[0];
    };
    const { spend, impressions, clicks, conversions } = inFlight.lines[scenarioIndex];
    const times = drift?.times?.[scenarioIndex] ?? ONCE;
    return { spend, impressions, clicks, conversions, steps: by(walk), times, chance: by(chance) };
  });
  return {
    periods: inFlight.periods,
    tracking: inFlight.tracking,
    lines: delivered,
    drift: drift === null || steps === 0 ? null : { every: drift.every, steps, sd: drift.sd },
    dispersion: dispersion === null ? null : by((metric) => inLogs(dispersion[metric])),
    learned: compileLearned(tables, scenario),
  };
}

const by = (of: (metric: Drifting) => number): Record<Drifting, number> => {
  const [cpm, ctr, cvr] = DRIFTING.map(of) as [number, number, number];
  return { cpm, ctr, cvr };
};

/** Standard deviation of the logarithm of a lognormal factor whose coefficient of variation is known. */
function inLogs(variation: number): number {
  return Math.sqrt(log1p(variation * variation));
}

function compileLearned(
  tables: InputTables & { sourceIndex(name: string): number | undefined },
  { inFlight }: Scenario,
): ProgramLearned | null {
  const learned = inFlight?.learned ?? null;
  if (learned === null) return null;
  // An input that somebody has fixed since has no normal any more: the others are as they are together.
  const known = learned.names.flatMap((name, place) => {
    const source = tables.sourceIndex(name);
    return source === undefined ? [] : [{ source, place }];
  });
  const sources = known.map(({ source }) => source);
  if (sources.length === 0) return null;
  const places = known.map(({ place }) => place);
  if (learned.kind === 'particles') {
    const values = columnsOf(learned.values, learned.names.length, places);
    return { kind: 'particles', sources, values, row: tables.addSource(PARTICLE, ROWS_DIMENSION, true) };
  }
  return { kind: 'gaussian', sources, ...marginal(learned.location, learned.scale, places) };
}

function columnsOf(values: Float64Array, width: number, columns: readonly number[]): Float64Array {
  if (columns.length === width) return values;
  const rows = values.length / width;
  const chosen = new Float64Array(rows * columns.length);
  for (let row = 0; row < rows; row++) {
    columns.forEach((column, k) => {
      chosen[row * columns.length + k] = values[row * width + column];
    });
  }
  return chosen;
}

/** Location and scale of some of a Gaussian's numbers. */
function marginal(
  location: Float64Array,
  scale: Float64Array,
  places: readonly number[],
): { readonly location: Float64Array; readonly scale: Float64Array } {
  const all = location.length;
  const n = places.length;
  if (n === all) return { location, scale };
  const covariance = new Float64Array(n * n);
  places.forEach((a, i) => {
    places.forEach((b, j) => {
      let sum = 0;
      for (let k = 0; k <= Math.min(a, b); k++) sum += scale[a * all + k] * scale[b * all + k];
      covariance[i * n + j] = sum;
    });
  });
  const factor = cholesky(covariance, n);
  if (factor === null)
    throw new RangeError('what was learned is no distribution: its covariance is not positive definite');
  return { location: Float64Array.from(places, (place) => location[place]), scale: factor };
}
