import { pow } from '../distributions/elementary.js';
import { normalCdf, normalQuantile } from '../distributions/normal.js';
import { type Layout, rowAt } from './layout.js';
import { prepareInFlight } from './prepare-in-flight.js';
import { preparedOf, restOf } from './prepared.js';
import type { Program } from './program.js';
import type { ProgramShock } from './program-rest.js';

/** Fills what of the prepared rows isn't arithmetic of rows (see `preparationOf`, which comes first). */
export function prepareDrawByDraw(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  restOf(program).shocks.forEach((shock, k) => {
    applyShock(program, layout, data, shock, rowAt(layout.prepared, preparedOf(program).shocks + k), lanes);
  });
  prepareBrand(program, layout, data, lanes);
  prepareInFlight(program, layout, data, lanes);
}

/** Beyond this distance in z no rounding changes on which side of its quantile a score lies. */
const SURE = 1e-9;

/** Section 15: while a shock lasts, it multiplies price, rates and posts' impressions on its platforms. */
function applyShock(
  program: Program,
  layout: Layout,
  data: Float64Array,
  shock: ProgramShock,
  happened: number,
  lanes: number,
): void {
  const { factors, window, lasts, probability, platforms, outage } = shock;
  const T = program.periods;
  const prepared = preparedOf(program).platforms;
  const happens = rowAt(layout.inputs, shock.happens);
  const starts = rowAt(layout.inputs, shock.starts);
  const [first, last] = window;
  const border = normalQuantile(probability);
  for (let d = 0; d < lanes; d++) {
    const score = data[happens + d];
    const comes =
      probability >= 1 || (Math.abs(score - border) > SURE ? score < border : normalCdf(score) < probability);
    data[happened + d] = comes ? 1 : 0;
    if (!comes) continue;
    const from = first + Math.min(last - first, Math.floor(normalCdf(data[starts + d]) * (last - first + 1)));
    for (const p of platforms) {
      const rows = prepared[p];
      for (let t = from; t < Math.min(T, from + lasts); t++) {
        const multiply = (row: number, factor: number): void => {
          if (row < 0) return;
          const at = rowAt(layout.prepared, row + t) + d;
          data[at] = data[at] * factor;
        };
        multiply(rows.price, factors.cpm);
        multiply(rows.views, factors.view_rate);
        multiply(rows.clicks, factors.ctr);
        multiply(rows.orders, factors.cvr);
        multiply(rows.organic, outage ? 0 : factors.organic);
        if (outage) multiply(rows.open, 0);
      }
    }
  }
}

function prepareBrand(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  const { brand, community } = restOf(program);
  const prepared = preparedOf(program);
  const input = (row: number): number => rowAt(layout.inputs, row);
  if (brand !== null) {
    const halfLife = input(brand.half_life_days);
    const decay = rowAt(layout.prepared, prepared.brandDecay);
    let before = Number.NaN;
    for (let d = 0; d < lanes; d++) {
      const life = data[halfLife + d];
      // A half-life is mostly the same in all draws.
      data[decay + d] = life === before ? data[decay + d - 1] : life > 0 ? pow(2, -program.periodDays / life) : 0;
      before = life;
    }
  }
  if (community !== null) {
    const [messages, reply, minutes, hourly] = [
      community.messages,
      community.reply,
      community.minutes,
      community.hourly,
    ].map(input) as [number, number, number, number];
    const cost = rowAt(layout.prepared, prepared.costPerView);
    for (let d = 0; d < lanes; d++) {
      const hours = (data[messages + d] * data[reply + d] * data[minutes + d]) / 60;
      data[cost + d] = hours * data[hourly + d];
    }
  }
}
