import { pow } from '../distributions/elementary.js';
import { normalCdf } from '../distributions/normal.js';
import { type Layout, rowAt } from './layout.js';
import { prepareInFlight } from './prepare-in-flight.js';
import { preparedOf, restOf } from './prepared.js';
import type { Program } from './program.js';
import type { ProgramShock } from './program-rest.js';

/** Fills a block's prepared rows from its sampled ones. */
export function prepareRest(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  const prepared = preparedOf(program);
  const to = (row: number): number => rowAt(layout.prepared, row);
  data.fill(1, to(prepared.one), to(prepared.one) + lanes);
  prepareLines(program, layout, data, lanes);
  prepareSources(program, layout, data, lanes);
  openPlatforms(program, layout, data, lanes);
  rateNoise(program, layout, data, lanes);
  restOf(program).shocks.forEach((shock, k) => {
    applyShock(program, layout, data, shock, to(prepared.shocks + k), lanes);
  });
  prepareBrand(program, layout, data, lanes);
  prepareInFlight(program, layout, data, lanes);
}

function prepareLines(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  const input = (row: number): number => rowAt(layout.inputs, row);
  const closeRate = input(program.globals.close_rate);
  preparedOf(program).lines.forEach((prepared, index) => {
    if (prepared === null) return;
    const { inputs, more } = program.lines[index];
    const { price, ctr, view_rate } = more?.formats ?? { price: 1, ctr: 1, view_rate: 1 };
    const to = (row: number): number => rowAt(layout.prepared, row);
    const scale = (row: number, from: number, factor: number): void => {
      for (let d = 0; d < lanes; d++) data[row + d] = data[from + d] * factor;
    };
    scale(to(prepared.price), input(inputs.cpm), price);
    scale(to(prepared.clickRate), input(inputs.ctr), ctr);
    scale(to(prepared.viewRate), input(inputs.view_rate), view_rate);
    const orderRate = to(prepared.orderRate);
    const cvr = input(inputs.cvr);
    for (let d = 0; d < lanes; d++) data[orderRate + d] = data[cvr + d] * data[closeRate + d];
    if (more === undefined) return;
    const incrementality = input(more.incrementality);
    for (let d = 0; d < lanes; d++) data[orderRate + d] = data[orderRate + d] * data[incrementality + d];
    if (more.pressure !== null) {
      const exponent = input(more.pressure.exponent);
      const pressure = to(prepared.pressure);
      for (let d = 0; d < lanes; d++) data[pressure + d] = Math.min(1, data[exponent + d]);
      scale(to(prepared.usualSpend), input(more.pressure.at), program.periodDays);
    }
    if (more.audience >= 0) {
      const size = input(restOf(program).audiences[more.audience].size);
      const match = input(inputs.match);
      const audience = to(prepared.audience);
      for (let d = 0; d < lanes; d++) data[audience + d] = data[match + d] * data[size + d];
    }
  });
}

function prepareSources(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  const input = (row: number): number => rowAt(layout.inputs, row);
  const closeRate = input(program.globals.close_rate);
  const orderValue = input(program.globals.order_value);
  const prepared = preparedOf(program).sources;
  restOf(program).sources.forEach(({ inputs, pay, rights }, k) => {
    const to = (row: number): number => rowAt(layout.prepared, row);
    const rows = prepared[k];
    const at = (row: number, d: number): number => data[input(row) + d];
    for (let d = 0; d < lanes; d++) {
      const audience = at(inputs.followers, d) * at(inputs.authentic, d);
      const engagement = at(inputs.engagement, d);
      data[to(rows.audience) + d] = audience;
      data[to(rows.perPost) + d] = (audience * at(inputs.reach_rate, d)) / (1 - at(inputs.reproduction, d));
      data[to(rows.viewRate) + d] = Math.min(1, engagement * at(inputs.view_rate, d));
      data[to(rows.clickRate) + d] = Math.min(1, engagement * at(inputs.ctr, d));
      data[to(rows.orderRate) + d] = at(inputs.cvr, d) * data[closeRate + d];
      if (pay.kind === 'creator') {
        data[to(rows.payPerPost) + d] = at(pay.fee, d) + at(pay.barter, d);
        data[to(rows.payPerConversion) + d] = at(pay.share, d) * data[orderValue + d];
      } else data[to(rows.payPerPost) + d] = at(pay.cost, d) + at(pay.hours, d) * at(pay.hourly, d);
      if (rights !== null) {
        data[to(rows.boost) + d] = at(rights.share, d) * (engagement - 1);
        data[to(rows.rightsFee) + d] = at(rights.fee, d);
      }
    }
  });
}

function openPlatforms(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  const T = program.periods;
  preparedOf(program).platforms.forEach(({ price, ...rows }, p) => {
    for (const first of Object.values(rows)) {
      for (let t = 0; t < (first < 0 ? 0 : T); t++) {
        const to = rowAt(layout.prepared, first + t);
        data.fill(1, to, to + lanes);
      }
    }
    for (let t = 0; t < (price < 0 ? 0 : T); t++) {
      const from = rowAt(layout.noise, p * T + t);
      data.copyWithin(rowAt(layout.prepared, price + t), from, from + lanes);
    }
  });
}

/** Section 18: noise of rates is where the factors start from. */
function rateNoise(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  const { platforms } = preparedOf(program);
  const T = program.periods;
  restOf(program).rateNoise.forEach(({ rate, platform }, process) => {
    const rows = platforms[platform];
    const to = rate === 'ctr' ? rows.clicks : rate === 'view_rate' ? rows.views : rows.orders;
    for (let t = 0; t < T; t++) {
      const from = rowAt(layout.rateNoise, process * T + t);
      data.copyWithin(rowAt(layout.prepared, to + t), from, from + lanes);
    }
  });
}

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
  for (let d = 0; d < lanes; d++) {
    const comes = probability >= 1 || normalCdf(data[happens + d]) < probability;
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
  const { brand, baseline, community } = restOf(program);
  const prepared = preparedOf(program);
  const input = (row: number): number => rowAt(layout.inputs, row);
  if (brand !== null) {
    const halfLife = input(brand.half_life_days);
    const lift = input(brand.baseline_lift);
    const orders = input(baseline);
    const decay = rowAt(layout.prepared, prepared.brandDecay);
    const most = rowAt(layout.prepared, prepared.brandOrders);
    for (let d = 0; d < lanes; d++) {
      const life = data[halfLife + d];
      data[decay + d] = life > 0 ? pow(2, -program.periodDays / life) : 0;
      data[most + d] = data[orders + d] * data[lift + d];
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
