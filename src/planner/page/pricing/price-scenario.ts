import { decode, encode } from '../../../engine/codec.js';
import type { Decision } from '../../../engine/evaluation.js';
import { openSession, type Session } from '../../../engine/session.js';
import type { Engine } from '../../../engine/types.js';
import { courseKpi } from '../../../forecast/known-worth.js';
import { decisionGiven, planResult } from '../../../forecast/plan-result.js';
import { priceForReport } from '../../../forecast/price-plan.js';
import { shownCourse, shownFigures } from '../../../forecast/shown-figures.js';
import { isFunnelLine, type Scenario } from '../../../scenario/types.js';
import { pressureOf, withBudgets, withoutBudgets } from '../../../scenario/with-budgets.js';
import type { Priced, PricingRequest } from './priced.js';

/** A scenario that is open, by what of it budgets leave as it is: program and draws serve every plan of it. */
interface Opened {
  readonly key: Uint8Array;
  readonly session: Promise<Session>;
}

/**
 * Prices plans of one scenario after another on an engine: the plan given, at other budgets and draws where these are asked for.
 * Byte for byte what `huni run --no-optimize --json` says of a file with those budgets.
 */
function createPricing(
  engine: Promise<Engine>,
): (request: PricingRequest, signal: AbortSignal) => Promise<Omit<Priced, 'milliseconds'>> {
  let known: { readonly encoded: string; readonly scenario: Scenario; readonly key: Uint8Array } | null = null;
  let opened: Opened | null = null;
  const open = (key: Uint8Array, scenario: Scenario): Promise<Session> => {
    if (opened !== null && isSame(opened.key, key)) return opened.session;
    const before = opened;
    const own: Opened = { key, session: engine.then((one) => openSession(scenario, { engine: one })) };
    opened = own;
    own.session.catch(() => {
      if (opened === own) opened = null;
    });
    void before?.session.then((session) => session.close()).catch(() => {});
    return own.session;
  };
  return async ({ scenario: encoded, budgets, wanted }, signal) => {
    if (known?.encoded !== encoded) {
      const scenario = decode(bytesOf(encoded)) as Scenario;
      known = { encoded, scenario, key: encode(withoutBudgets(scenario)) };
    }
    const scenario = budgets === null ? known.scenario : withBudgets(known.scenario, budgets);
    const isSameProgram = scenario.budget === known.scenario.budget || scenario.lines.every(isFunnelLine);
    const key = isSameProgram ? known.key : encode(withoutBudgets(scenario));
    const session = await open(key, scenario);
    const decision = { ...decisionGiven(scenario), pressureAt: pressureOf(scenario) };
    signal.throwIfAborted();
    switch (wanted.kind) {
      case 'figures':
        return { figures: await shownFigures(session, scenario, decision, wanted.draws, signal), course: null };
      case 'course':
        return {
          figures: null,
          course: await shownCourse(session, scenario, decision, wanted.draws, {
            signal,
            aside: wanted.aside === true,
          }),
        };
      case 'everything':
        return everything(session, scenario, decision, signal);
    }
  };
}

/** All that the command line says of a plan. */
async function everything(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  signal: AbortSignal,
): Promise<Omit<Priced, 'milliseconds'>> {
  const figures = await priceForReport(session, scenario, decision, signal);
  const plan = await planResult(session, scenario, decision, figures, signal);
  const { cumulativeProfit, cumulativeOrders, cumulativeLeads } = figures.details;
  const courses = { profit: cumulativeProfit, orders: cumulativeOrders, leads: cumulativeLeads };
  return {
    // A copy: the draws are handed over, and the engine may keep its own.
    figures: { draws: scenario.draws, plan, profit: figures.details.profit.slice() },
    course: courses[courseKpi(session.program, scenario)],
  };
}

/** The pricing that a worker does for its page: each under a number by which the page may stop it. */
interface PricingService {
  price(number: number, request: PricingRequest): Promise<Priced>;
  stop(number: number): void;
}

/** @param engine runs what is priced */
export function createPricingService(engine: Promise<Engine>): PricingService {
  const price = createPricing(engine);
  const going = new Map<number, AbortController>();
  return {
    async price(number, request) {
      const controller = new AbortController();
      going.set(number, controller);
      try {
        const begun = performance.now();
        const figures = await price(request, controller.signal);
        return { ...figures, milliseconds: performance.now() - begun };
      } finally {
        going.delete(number);
      }
    },
    stop: (number) => going.get(number)?.abort(new Error('stopped')),
  };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one === other || (one.length === other.length && one.every((byte, k) => byte === other[k]));
}

/** Bytes of base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
