import { planSpend } from '../../model/block-model.js';
import { compileProgram } from '../../model/compile.js';
import {
  type CountDispersion,
  CREATIVE_TIERS,
  isFunnelLine,
  type LearnedScores,
  LINE_METRICS,
  type RateDrift,
  type Scenario,
} from '../../scenario/types.js';
import type { Dispersion } from './counts.js';
import { estimateDispersion, plannedDispersion } from './dispersion.js';
import { COUNTED_BY, estimateDrift } from './drift.js';
import { createForwardModel, type ForwardModel } from './forward.js';
import { checkGaussian, drawParticles, type ImportanceCheck } from './importance.js';
import { findMode, informedSources, type PosteriorMode } from './mode.js';
import { otherModes, together, type WeightedMode, widened } from './modes.js';
import { createPause, type Pause } from './pause.js';

/** What was learned from what came, and how. */
export interface Learning {
  readonly scores: LearnedScores | null;
  readonly observations: number;
  readonly dispersion: Dispersion;
  /** Random walks of the size that what came speaks of; `null`: nothing drifts. */
  readonly drift: RateDrift | null;
  /** Share of the Gaussian's draws that its importance weights leave; `null` where nothing was learned. */
  readonly effectiveSample: number | null;
  /** `gaussian`, or draws that the weights decided on. */
  readonly by: 'nothing' | 'gaussian' | 'weights';
  /** Share of the proposals that were taken, of draws by weights. */
  readonly accepted: number | null;
  /** Whether even the draws by weights are too much alike to be trusted. */
  readonly unsure: boolean;
}

/** Below this share of effective draws the weights are used. */
const GOOD_GAUSSIAN = 0.5;
/** Chains that take fewer of their steps than this have not been round. */
const LEAST_ACCEPTED = 0.08;
const ROUNDS = 2;

/**
 * Moves the normals behind a scenario's inputs by what came of it.
 *
 * @param scenario under way, with nothing learned yet
 * @param fixed over-dispersion that is known, as the size of random walks then is; left out: both are estimated
 * @param signal stops it; the call rejects with its reason
 * @throws {CorrelationError} see `compileProgram`
 */
export async function learn(scenario: Scenario, fixed?: Dispersion, signal?: AbortSignal): Promise<Learning> {
  const pause = createPause(signal);
  const usual = scenario.inFlight?.drift ?? null;
  const planned = plannedDispersion(scenario);
  // Before a period is over there is nothing to learn from.
  if ((scenario.inFlight?.periods ?? 0) === 0) return nothingLearned(0, fixed ?? planned, usual);
  const program = await compileProgram(scenario);
  const spend = planSpend(
    program,
    Float64Array.from(scenario.lines, ({ budget }) => budget),
    Float64Array.from(CREATIVE_TIERS, (tier) => scenario.creativeSplit[tier]),
  );
  let forward = createForwardModel(program, spend);
  let drift = usual;
  let dispersion = fixed ?? planned;
  const nothing = nothingLearned(forward.observations.length, dispersion, drift);
  if (forward.observations.length === 0) return nothing;
  const chosen = informedSources(forward, dispersion);
  if (chosen.length === 0) return nothing;
  let posterior = await findMode(forward, chosen, dispersion, pause);
  if (fixed === undefined) {
    if (usual !== null && usual.every < scenario.horizon.periods) {
      ({ drift, dispersion } = estimateDrift(scenario, usual, forward, posterior));
      forward = forward.withDrift(drift);
      posterior = await findMode(forward, chosen, dispersion, pause, posterior.mode);
    }
    for (let round = 0; round < ROUNDS; round++) {
      dispersion = estimateDispersion(forward.observations, posterior, dispersion, planned);
      posterior = await findMode(forward, chosen, dispersion, pause, posterior.mode);
    }
  }
  const names = chosen.map((source) => forward.sources[source]);
  const mixtures = mixtureSources(scenario);
  const modes = await otherModes(forward, posterior, dispersion, mixtures, pause);
  const check = await checkGaussian(forward, posterior, dispersion, scenario.seed, pause);
  const summary = { observations: forward.observations.length, dispersion, drift, effectiveSample: check.effective };
  if (check.effective >= GOOD_GAUSSIAN && modes.length === 1) {
    return { ...summary, scores: gaussian(names, posterior), by: 'gaussian', accepted: null, unsure: false };
  }
  // Weights of one mode's draws would send chains to the others, whose share is known.
  const start = modes.length === 1 ? check : null;
  return { ...summary, ...(await byWeights(forward, modes, start, dispersion, names, mixtures, scenario.seed, pause)) };
}

/** A scenario under way that goes on by what was learned: before anything is, it is the plan as it was. */
export function withLearned(scenario: Scenario, { scores, drift, dispersion }: Learning): Scenario {
  const { inFlight } = scenario;
  if (inFlight === undefined) throw new Error('the scenario has not begun');
  const varies: CountDispersion = {
    cpm: dispersion[COUNTED_BY.cpm],
    ctr: dispersion[COUNTED_BY.ctr],
    cvr: dispersion[COUNTED_BY.cvr],
  };
  return {
    ...scenario,
    inFlight: { ...inFlight, drift, dispersion: scores === null ? null : varies, learned: scores },
  };
}

function nothingLearned(observations: number, dispersion: Dispersion, drift: RateDrift | null): Learning {
  return {
    scores: null,
    observations,
    dispersion,
    drift,
    effectiveSample: null,
    by: 'nothing',
    accepted: null,
    unsure: false,
  };
}

function gaussian(names: readonly string[], { mode, scale }: PosteriorMode): LearnedScores {
  return { kind: 'gaussian', names, location: mode, scale };
}

async function byWeights(
  forward: ForwardModel,
  modes: readonly WeightedMode[],
  start: ImportanceCheck | null,
  dispersion: Dispersion,
  names: readonly string[],
  mixtures: readonly string[],
  seed: string,
  pause: Pause,
): Promise<Pick<Learning, 'scores' | 'by' | 'accepted' | 'unsure'>> {
  const drawn = [];
  const places = mixtures.map((name) => names.indexOf(name)).filter((place) => place >= 0);
  // What a check resampled are places in the Gaussian as it was.
  const begins = places.length === 0 ? start : null;
  for (const { posterior, share } of modes) {
    const wide = places.length === 0 ? posterior : widened(posterior, places);
    drawn.push({ ...(await drawParticles(forward, wide, dispersion, begins, seed, pause, places)), share });
  }
  const accepted = Math.min(...drawn.map((one) => one.accepted));
  const values = together(drawn, names.length);
  return {
    scores: { kind: 'particles', names, values },
    by: 'weights',
    accepted,
    unsure: accepted < LEAST_ACCEPTED,
  };
}

/** Names of normals behind quantities that are a mixture: their posterior may have a mode for each part. */
function mixtureSources({ lines }: Scenario): string[] {
  return lines
    .filter(isFunnelLine)
    .flatMap(({ id, quantities }) =>
      LINE_METRICS.flatMap((metric) =>
        quantities[metric].distribution.family === 'mixture' ? [`${id}.${metric}`] : [],
      ),
    );
}
