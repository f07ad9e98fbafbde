import { ln, pow } from '../../distributions/elementary.js';
import { LANES, rowAt } from '../../model/layout.js';
import type { PlanSpend } from '../../model/plan.js';
import { createRunner } from '../../model/plan-tape/runner.js';
import { factorRow } from '../../model/platform-factors.js';
import { preparedOf } from '../../model/prepared.js';
import type { Program } from '../../model/program.js';
import { createScoreMapper } from '../../model/sample-block.js';
import { required } from '../../required.js';
import type { Drifting, RateDrift } from '../../scenario/types.js';
import { type Observation, observationsOf } from './observations.js';

/** The model from normals to what platforms would have been expected to count, many sets of normals at once. */
export interface ForwardModel {
  readonly observations: readonly Observation[];
  /** Names of the normals that may be set, in the program's order. */
  readonly sources: readonly string[];
  /** Lines that observations are of, in the program's order, and how many times the drift's steps theirs are. */
  readonly lines: readonly { readonly platform: string; readonly times: Readonly<Record<Drifting, number>> }[];
  /** Room for expected counts of all lanes: what is in it lasts until somebody else needs it. */
  readonly room: Float64Array;
  /**
   * Expected counts, above 0.
   *
   * @param chosen which normals are set, by their index; the others are 0
   * @param scores `[normal * LANES + lane]`
   * @param out `[observation * LANES + lane]`
   */
  means(chosen: readonly number[], scores: Float64Array, lanes: number, out: Float64Array): void;
  /** Their logarithms. */
  logMeans(chosen: readonly number[], scores: Float64Array, lanes: number, out: Float64Array): void;
  /** The same model whose random walks take steps of another size; both share one memory. */
  withDrift(drift: RateDrift): ForwardModel;
}

/** A count below this is none: its logarithm stays finite. */
const NOTHING = 1e-12;

/**
 * Sections 2 to 6 of the model given the money that was spent: impressions for the money, clicks for the impressions that
 * came, conversions for the clicks that came, as platforms count them (thinned by tracking, late by `delay_days`).
 *
 * @param counted left out: what the program says came
 */
export function createForwardModel(program: Program, plan: PlanSpend, counted?: readonly Observation[]): ForwardModel {
  const { inFlight } = program;
  if (inFlight === undefined) throw new Error('the program is of a plan that has not begun');
  const observations = counted ?? observationsOf(program, inFlight);
  const runner = createRunner(program, { gradients: false, functions: [], expectations: true });
  const { data } = runner;
  const { layout, brought: outcomes, expected } = runner.places;
  const normals = new Float64Array(program.sources.length * LANES);
  const prepared = preparedOf(program);
  const input = (row: number): number => rowAt(layout.inputs, row);
  const closeRate = input(program.globals.close_rate);
  const theta = rowAt(layout.derived, 0);
  const { tracking, periods } = inFlight;

  /** `1000 x / c`, less what pressure on the price takes. */
  const impressions = ({ line, period }: Observation, lanes: number, out: Float64Array, at: number): void => {
    const its = required(prepared.lines[line]);
    const { platform } = program.lines[line];
    const price = rowAt(layout.prepared, its.price);
    const noise =
      its.own !== null
        ? rowAt(layout.prepared, its.own.price + period)
        : factorRow(program, layout, platform, 'price', period);
    const spend = inFlight.lines[line].spend[period];
    const bought = (1000 * spend) / (program.seasonCpm[period] ?? 1);
    const pressure = its.pressure < 0 ? -1 : rowAt(layout.prepared, its.pressure);
    const usual = its.pressure < 0 ? -1 : rowAt(layout.prepared, its.usualSpend);
    for (let d = 0; d < lanes; d++) out[at + d] = bought / (data[price + d] * data[noise + d]);
    if (pressure < 0) return;
    for (let d = 0; d < lanes; d++) {
      out[at + d] = out[at + d] * pow((1 + spend / data[usual + d]) / 2, -data[pressure + d]);
    }
  };

  const rowsOf = (line: number) => required(expected.get(line));

  /** Conversions of a period by the model, before anybody counts them. */
  const conversionRow = (line: number, period: number): number => {
    const brought = outcomes.get(line);
    return (brought?.[period] ?? rowsOf(line)[period].conversions).value;
  };

  /** Orders are late by section 6: of period j's the share `(1 − θ) θ^(t − j)` is counted in period t. */
  const conversions = ({ line, period }: Observation, lanes: number, out: Float64Array, at: number): void => {
    const { more } = program.lines[line];
    const incrementality = more === undefined ? -1 : input(more.incrementality);
    const own = conversionRow(line, period);
    for (let d = 0; d < lanes; d++) {
      const late = data[theta + d];
      let counted = (1 - late) * data[own + d];
      for (let j = 0; late > 0 && j < period; j++) {
        counted += (1 - late) * pow(late, period - j) * data[conversionRow(line, j) + d];
      }
      const real = data[closeRate + d] * (incrementality < 0 ? 1 : data[incrementality + d]);
      out[at + d] = Math.max(NOTHING, real > 0 ? (counted * tracking) / real : 0);
    }
  };

  const room = new Float64Array(observations.length * LANES);
  const sources = program.sources.map(({ name }) => name);
  const lines = program.lines.map(({ platform }, index) => ({
    platform: program.platforms[platform],
    times: inFlight.lines[index].times,
  }));
  const of = (map: ReturnType<typeof createScoreMapper>): ForwardModel => ({
    observations,
    sources,
    lines,
    room,
    logMeans(chosen, scores, lanes, out) {
      this.means(chosen, scores, lanes, out);
      for (let i = 0; i < observations.length; i++) {
        for (let d = 0; d < lanes; d++) out[i * LANES + d] = ln(out[i * LANES + d]);
      }
    },
    withDrift({ sd }) {
      const { drift } = inFlight;
      if (drift === null) throw new Error('the program has no random walks');
      return of(createScoreMapper({ ...program, inFlight: { ...inFlight, drift: { ...drift, sd } } }, layout));
    },
    means(chosen, scores, lanes, out) {
      normals.fill(0);
      chosen.forEach((source, k) => {
        const [to, from] = [source * LANES, k * LANES];
        for (let d = 0; d < lanes; d++) normals[to + d] = scores[from + d];
      });
      map(normals, data, lanes);
      if (periods > 0) runner.forward(plan, lanes);
      observations.forEach((observation, i) => {
        const at = i * LANES;
        if (observation.of === 'impressions') {
          impressions(observation, lanes, out, at);
          return;
        }
        if (observation.of === 'conversions') {
          conversions(observation, lanes, out, at);
          return;
        }
        const row = rowsOf(observation.line)[observation.period].clicks.value;
        for (let d = 0; d < lanes; d++) out[at + d] = Math.max(NOTHING, data[row + d]);
      });
    },
  });
  return of(createScoreMapper(program, layout));
}
