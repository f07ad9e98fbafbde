import { directed } from '../chart-files.js';
import type { ReportContext } from '../context.js';
import { allocationChart } from './allocation.js';
import { bridgeChart } from './bridge.js';
import { claimsChart } from './claims.js';
import { creatorsChart } from './creators.js';
import { distributionChart } from './distribution.js';
import { funnelChart } from './funnel.js';
import { gatesChart } from './gates.js';
import { ordersChart } from './orders.js';
import { profitChart } from './profit.js';
import { responseChart } from './response.js';
import { shocksChart } from './shocks.js';
import { targetsChart } from './targets.js';
import type { Chart } from './types.js';

const CHARTS = [
  allocationChart,
  profitChart,
  bridgeChart,
  distributionChart,
  ordersChart,
  funnelChart,
  responseChart,
  targetsChart,
];

/** Of what only some plans have; a plan without it has no word about it. */
const EVENTS = [creatorsChart, shocksChart, gatesChart, claimsChart];

/** All charts of a report, in reading order; one that there is nothing to draw for says so in a sentence. */
export function makeCharts(context: ReportContext): readonly Chart[] {
  return directed(
    [...CHARTS.map((make) => make(context)), ...EVENTS.flatMap((make) => make(context) ?? [])],
    context.text.direction,
  );
}
