import type { Outcome } from '../benchmarks/index.js';
import type { Expression } from '../expressions/types.js';
import type { DocumentInput } from '../schema/document.js';
import type { Economics, Scenario } from '../types.js';

/** Whether what is counted first (a lead, a booking, an install) only becomes a customer later. */
export function isClosedLater({ close_rate }: Economics): boolean {
  const { distribution } = close_rate;
  return distribution.family !== 'fixed' || distribution.value !== 1;
}

/** The KPI of what a plan counts first: leads where they are closed later. */
export function countedFirst({ economics }: Pick<Scenario, 'economics'>): 'orders' | 'leads' {
  return isClosedLater(economics) ? 'leads' : 'orders';
}

/** What a conversion is, as far as benchmarks tell them apart: an order, or a lead. */
export function outcomeOf({ economics, outcome }: Pick<Scenario, 'economics' | 'outcome'>): Outcome {
  return outcome === 'leads' || isClosedLater(economics) ? 'lead' : 'order';
}

const LEADS = /\b(?:leads|cpl)\b/;

/** What a plan counts: as it says, or leads where it aims at leads or at their cost without a word on what it counts. */
export function outcomeOfPlan(input: DocumentInput): Scenario['outcome'] {
  const said = input.economics?.outcome;
  if (said !== undefined) return said;
  const { goal, targets = [], kpis = {} } = input;
  const aims = [goal?.maximize ?? '', goal?.minimize ?? '', ...targets].join(' ');
  const own =
    Object.hasOwn(kpis, 'leads') || Object.hasOwn(kpis, 'cpl') || Object.hasOwn(Object(input.metrics ?? {}), 'leads');
  return goal?.preset === 'leads' || (!own && LEADS.test(aims)) ? 'leads' : 'orders';
}

const kpi = (name: 'leads' | 'cpl'): Expression => ({ kind: 'kpi', name });

/** Names for what comes before it is closed: who says `installs` of a plan in which some of them pay means all of them. */
export function namesBeforeClosing(
  economics: Economics,
  outcome: Scenario['outcome'],
): ReadonlyMap<string, Expression> {
  if (!isClosedLater(economics)) return new Map();
  if (outcome === 'bookings') return new Map([['bookings', kpi('leads')]]);
  if (outcome === 'installs') {
    return new Map([
      ['installs', kpi('leads')],
      ['cpi', kpi('cpl')],
    ]);
  }
  return new Map();
}
