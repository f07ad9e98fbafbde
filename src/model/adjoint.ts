import { meanFreshness, saturationByRoom } from './delivery.js';
import { type PlanSpend, poolRow } from './forward.js';
import { type Layout, LINE_TOTALS, lineTotalAt, PERIOD_BARS, rowAt, STRIDE, TRACES } from './layout.js';
import type { Program } from './program.js';
import { deliverResponseBar, hasResponse, openResponseBars } from './response/passes.js';
import { type Variables, variablesOf, weightOf } from './variables.js';

/**
 * The adjoint of `forward`: how a function of the line and period totals moves with each line's budget (its spend
 * in each period, where its flighting is free) and each creative share, draw by draw. Reads the trace of a forward pass and the seeds `lineBars` and `periodBars`; writes `gradient`.
 *
 * A bar over a quantity, as in the names here, is the function's derivative with respect to it. Periods run backwards,
 * stages from the last to the first, each equation of sections 3 to 5 turned round.
 *
 * @param data the block's memory, its layout made with `trace: true`
 */
export function adjoint(program: Program, layout: Layout, data: Float64Array, plan: PlanSpend, lanes: number): void {
  const { lines, periods } = program;
  const P = program.platforms.length;
  const variables = variablesOf(program);
  for (const region of [layout.memoryBars, layout.stockBars, layout.poolBar, layout.gradient]) {
    for (let row = 0; row < region.rows; row++) data.fill(0, rowAt(region, row), rowAt(region, row) + lanes);
  }
  seedReach(program, layout, data, lanes);
  openResponseBars(program, layout, data, lanes);
  for (let t = periods - 1; t >= 0; t--) {
    data.fill(0, layout.qualityBar.start, layout.qualityBar.start + lanes);
    closePeriodBar(program, layout, data, t, lanes);
    for (let line = lines.length - 1; line >= 0; line--) deliverBar(program, layout, data, variables, line, t, lanes);
    for (let stock = 0; stock < P + 2; stock++) {
      const bar = rowAt(layout.stockBars, stock);
      const decay = rowAt(layout.decay, stock < P ? 1 : stock - P + 2);
      for (let d = 0; d < lanes; d++) data[bar + d] = data[bar + d]! * data[decay + d]!;
    }
    if (program.hasCreative) qualityBar(program, layout, data, plan, t, lanes);
  }
}

/**
 * Turns each line's reach over the horizon, `R = A (1 − exp(−I / A))` with A its largest audience, into a seed for its
 * impressions, kept in the spare `reach` bar for the period in which A was largest.
 */
function seedReach(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  for (let line = 0; line < program.lines.length; line++) {
    const total = lineTotalAt(layout, line, 'impressions');
    const bars = rowAt(layout.lineBars, line * LINE_TOTALS.length);
    const audience = rowAt(layout.largestAudience, line);
    for (let d = 0; d < lanes; d++) {
      const A = data[audience + d]!;
      const reachBar = data[bars + 3 * STRIDE + d]!;
      const frequency = A > 0 ? data[total + d]! / A : 0;
      const unreached = A > 0 ? Math.exp(-frequency) : 0;
      data[bars + 2 * STRIDE + d] = data[bars + 2 * STRIDE + d]! + reachBar * unreached;
      data[bars + 3 * STRIDE + d] = reachBar * saturationByRoom(frequency);
    }
  }
}

function closePeriodBar(program: Program, layout: Layout, data: Float64Array, t: number, lanes: number): void {
  const months = program.periodDays / 30;
  const buyersBar = rowAt(layout.stockBars, program.platforms.length + 1);
  const repeatRate = rowAt(layout.inputs, program.globals.repeat_rate);
  const referralRate = rowAt(layout.inputs, program.globals.referral_rate);
  const bars = rowAt(layout.periodBars, t * PERIOD_BARS.length);
  for (let d = 0; d < lanes; d++) {
    data[buyersBar + d] =
      data[buyersBar + d]! +
      data[bars + STRIDE + d]! * data[repeatRate + d]! * months +
      data[bars + 2 * STRIDE + d]! * data[referralRate + d]! * months +
      data[bars + 3 * STRIDE + d]!;
  }
}

function deliverBar(
  program: Program,
  layout: Layout,
  data: Float64Array,
  variables: Variables,
  index: number,
  t: number,
  lanes: number,
): void {
  const { stage, platform, inputs } = program.lines[index]!;
  const P = program.platforms.length;
  const isAwareness = stage === 'awareness';
  const bringsVisitors = isAwareness || stage === 'consideration';
  const winsBuyers = bringsVisitors || stage === 'conversion';
  const seasonCpm = program.seasonCpm[t] ?? 1;
  const seasonCvr = program.seasonCvr[t] ?? 1;
  const weight = weightOf(program, index, t);
  if (hasResponse(program.lines[index]!)) {
    const gradient = rowAt(layout.gradient, variables.first[index]! + t * variables.step[index]!);
    deliverResponseBar(program, layout, data, { index, t, gradient, weight }, lanes);
    return;
  }

  const cpm = rowAt(layout.inputs, inputs.cpm);
  const ctr = rowAt(layout.inputs, inputs.ctr);
  const viewRate = rowAt(layout.inputs, inputs.view_rate);
  const cvr = rowAt(layout.inputs, inputs.cvr);
  const fatigue = rowAt(layout.inputs, inputs.fatigue);
  const match = rowAt(layout.inputs, inputs.match);
  const closeRate = rowAt(layout.inputs, program.globals.close_rate);
  const landing = rowAt(layout.inputs, program.globals.landing);
  const noise = rowAt(layout.noise, platform * program.periods + t);
  const quality = rowAt(layout.quality, t);
  const lambda = rowAt(layout.decay, 0);
  const largestAudience = rowAt(layout.largestAudience, index);
  const memoryBar = rowAt(layout.memoryBars, index);
  const warmBar = rowAt(layout.stockBars, platform);
  const hotBar = rowAt(layout.stockBars, P);
  const buyersBar = rowAt(layout.stockBars, P + 1);
  const poolBar = rowAt(layout.stockBars, Math.max(0, poolRow(program, index)));
  const bars = rowAt(layout.lineBars, index * LINE_TOTALS.length);
  const kind = winsBuyers ? 0 : stage === 'loyalty' ? 1 : 2;
  const kindBar = rowAt(layout.periodBars, t * PERIOD_BARS.length + kind);
  const qualityBarAt = layout.qualityBar.start;
  const trace = rowAt(layout.trace, (t * program.lines.length + index) * TRACES.length);
  const gradient = rowAt(layout.gradient, variables.first[index]! + t * variables.step[index]!);

  for (let d = 0; d < lanes; d++) {
    const i = data[trace + d]!;
    const A = data[trace + STRIDE + d]!;
    const remembered = data[trace + 2 * STRIDE + d]!;
    const e = data[trace + 3 * STRIDE + d]!;
    const worthBefore = data[trace + 4 * STRIDE + d]!;
    const worthAfter = data[trace + 5 * STRIDE + d]!;
    const r = data[trace + 6 * STRIDE + d]!;
    const views = data[trace + 7 * STRIDE + d]!;
    const kappa = data[fatigue + d]!;
    const q = data[quality + d]!;

    const conversionsBar = data[bars + 6 * STRIDE + d]! + data[kindBar + d]! + (winsBuyers ? data[buyersBar + d]! : 0);
    const clicksBar =
      data[bars + 5 * STRIDE + d]! +
      conversionsBar * data[cvr + d]! * seasonCvr * data[closeRate + d]! +
      (bringsVisitors ? data[hotBar + d]! * data[landing + d]! : 0);
    let viewsBar = data[bars + 4 * STRIDE + d]!;
    let reachBar = 0;
    if (isAwareness && r > 0) {
      // engaged = r (1 − exp(−v / r))
      const engagedBar = data[warmBar + d]!;
      const perPerson = views / r;
      const idle = Math.exp(-perPerson);
      viewsBar += engagedBar * idle;
      reachBar = engagedBar * saturationByRoom(perPerson);
    }
    const rates = data[viewRate + d]! * viewsBar + data[ctr + d]! * clicksBar;
    data[qualityBarAt + d] = data[qualityBarAt + d]! + e * rates;
    const effectiveBar = q * rates;

    const frequency = A > 0 ? i / A : 0;
    const unreached = isAwareness ? Math.exp(-frequency) : 0;
    const impressionsBar =
      data[bars + 2 * STRIDE + d]! + effectiveBar * worthAfter + reachBar * unreached + data[memoryBar + d]!;
    // ∂e/∂(λM) = −(exp(−κ f0) − exp(−κ f1)), written without the difference of two near numbers.
    const steps = kappa * frequency;
    const faded = worthBefore * steps * meanFreshness(steps);
    const rememberedBar = data[memoryBar + d]! - effectiveBar * faded;
    data[memoryBar + d] = data[lambda + d]! * rememberedBar;

    if (A > 0) {
      const f0 = remembered / A;
      const effectiveByAudience = worthBefore > 0 ? (e * (1 + kappa * f0) - i * worthAfter) / A : 0;
      let audienceBar = effectiveBar * effectiveByAudience;
      if (isAwareness) audienceBar += reachBar * (1 - unreached - frequency * unreached);
      if (A === data[largestAudience + d]!) {
        audienceBar += data[bars + 3 * STRIDE + d]!;
        data[bars + 3 * STRIDE + d] = 0;
      }
      if (!isAwareness) data[poolBar + d] = data[poolBar + d]! + data[match + d]! * audienceBar;
    }

    const price = data[cpm + d]! * seasonCpm * data[noise + d]!;
    const spendBar = A > 0 ? (1000 * impressionsBar) / price + data[bars + d]! : data[bars + STRIDE + d]!;
    data[gradient + d] = data[gradient + d]! + weight * spendBar;
  }
}

/** Section 5 turned round: one period's quality and the proven pool that carries over to it. */
function qualityBar(
  program: Program,
  layout: Layout,
  data: Float64Array,
  plan: PlanSpend,
  t: number,
  lanes: number,
): void {
  const { globals } = program;
  const months = program.periodDays / 30;
  const [proven, experiment, moonshot] = [0, 1, 2].map((k) => rowAt(layout.gradient, layout.gradient.rows - 3 + k)) as [
    number,
    number,
    number,
  ];
  const mExperiment = rowAt(layout.inputs, globals.m_experiment);
  const mMoonshot = rowAt(layout.inputs, globals.m_moonshot);
  const gExperiment = rowAt(layout.inputs, globals.g_experiment);
  const gMoonshot = rowAt(layout.inputs, globals.g_moonshot);
  const wear = rowAt(layout.decay, 4);
  const pool = rowAt(layout.pool, t);
  const qBar = layout.qualityBar.start;
  const aBar = layout.poolBar.start;
  const yProven = plan.creative[0]!;
  for (let d = 0; d < lanes; d++) {
    const q = data[qBar + d]!;
    // On entry this is the derivative with respect to a_{t+1}.
    const next = data[aBar + d]!;
    data[proven + d] = data[proven + d]! + q * data[pool + d]!;
    data[experiment + d] = data[experiment + d]! + q * data[mExperiment + d]! + next * data[gExperiment + d]! * months;
    data[moonshot + d] = data[moonshot + d]! + q * data[mMoonshot + d]! + next * data[gMoonshot + d]! * months;
    data[aBar + d] = q * yProven + next * data[wear + d]!;
  }
}
