import type { Layout } from './layout.js';
import { rowAt } from './layout.js';
import { noiseRow } from './platform-factors.js';
import { preparedOf, restOf } from './prepared.js';
import type { Program } from './program.js';
import { createRowOperations, type RowOperation, type RowOperations } from './row-operations.js';

interface Place {
  readonly program: Program;
  readonly input: (row: number) => number;
  readonly to: (row: number) => number;
  readonly rows: RowOperations;
}

/** What of the prepared rows is arithmetic of rows, written once for the kernel and for the reference. */
export function preparationOf(program: Program, layout: Layout): readonly RowOperation[] {
  const rows = createRowOperations();
  const place = {
    program,
    input: (row: number): number => rowAt(layout.inputs, row),
    to: (row: number): number => rowAt(layout.prepared, row),
    rows,
  };
  rows.fill(place.to(preparedOf(program).one), 1);
  prepareLines(place);
  prepareSources(place);
  openPlatforms(place, layout);
  const { brand, baseline } = restOf(program);
  if (brand !== null) {
    rows.multiply(place.to(preparedOf(program).brandOrders), place.input(baseline), place.input(brand.baseline_lift));
  }
  return rows.list;
}

function prepareLines({ program, input, to, rows }: Place): void {
  const closeRate = input(program.globals.close_rate);
  preparedOf(program).lines.forEach((prepared, index) => {
    if (prepared === null) return;
    const { inputs, more } = program.lines[index];
    const { price, ctr, view_rate } = more?.formats ?? { price: 1, ctr: 1, view_rate: 1 };
    rows.scale(to(prepared.price), input(inputs.cpm), price);
    rows.scale(to(prepared.clickRate), input(inputs.ctr), ctr);
    rows.scale(to(prepared.viewRate), input(inputs.view_rate), view_rate);
    const orderRate = to(prepared.orderRate);
    rows.multiply(orderRate, input(inputs.cvr), closeRate);
    if (more === undefined) return;
    rows.multiply(orderRate, orderRate, input(more.incrementality));
    if (more.pressure !== null) {
      rows.atMost(to(prepared.pressure), input(more.pressure.exponent), 1);
      rows.scale(to(prepared.usualSpend), input(more.pressure.at), program.periodDays);
    }
    if (more.audience >= 0) {
      const { size } = restOf(program).audiences[more.audience];
      rows.multiply(to(prepared.audience), input(inputs.match), input(size));
    }
  });
}

function prepareSources({ program, input, to, rows }: Place): void {
  const { close_rate, order_value } = program.globals;
  const prepared = preparedOf(program).sources;
  restOf(program).sources.forEach(({ inputs, pay, rights }, k) => {
    const own = prepared[k];
    const engagement = input(inputs.engagement);
    rows.multiply(to(own.audience), input(inputs.followers), input(inputs.authentic));
    // A post is passed on: of each impression follow R, and R of each of these, and so on.
    rows.multiply(to(own.perPost), to(own.audience), input(inputs.reach_rate));
    rows.overRest(to(own.perPost), to(own.perPost), input(inputs.reproduction));
    rows.multiply(to(own.viewRate), engagement, input(inputs.view_rate));
    rows.atMost(to(own.viewRate), to(own.viewRate), 1);
    rows.multiply(to(own.clickRate), engagement, input(inputs.ctr));
    rows.atMost(to(own.clickRate), to(own.clickRate), 1);
    rows.multiply(to(own.orderRate), input(inputs.cvr), input(close_rate));
    if (pay.kind === 'creator') {
      rows.add(to(own.payPerPost), input(pay.fee), input(pay.barter));
      rows.multiply(to(own.payPerConversion), input(pay.share), input(order_value));
    } else {
      rows.multiply(to(own.payPerPost), input(pay.hours), input(pay.hourly));
      rows.add(to(own.payPerPost), input(pay.cost), to(own.payPerPost));
    }
    if (rights !== null) {
      rows.timesExcess(to(own.boost), input(rights.share), engagement);
      rows.scale(to(own.rightsFee), input(rights.fee), 1);
    }
  });
}

const FACTORS = ['price', 'views', 'clicks', 'orders'] as const;

/** Factors that shocks move begin as their noise, or as 1. */
function openPlatforms({ program, to, rows }: Place, layout: Layout): void {
  const periods = Array.from({ length: program.periods }, (_, t) => t);
  preparedOf(program).platforms.forEach((platform, p) => {
    for (const factor of FACTORS) {
      if (platform[factor] < 0) continue;
      for (const t of periods) {
        const noise = noiseRow(program, layout, p, factor, t);
        if (noise === null) rows.fill(to(platform[factor] + t), 1);
        else rows.scale(to(platform[factor] + t), noise, 1);
      }
    }
    for (const first of [platform.open, platform.organic]) {
      for (const t of first < 0 ? [] : periods) rows.fill(to(first + t), 1);
    }
  });
}
