import {
  add,
  defineStep,
  type Expression,
  multiply,
  poissonReach,
  quotient,
  remaining,
  type Step,
  subtract,
} from '../../kernel/index.js';
import type { Stage } from '../../scenario/types.js';
import { approach, impressionsFor, pricePressure, spentOn } from './delivery.js';

/** What a line's period has to reckon with beyond sections 3 and 4; what it hasn't costs it nothing. */
export interface LineOptions {
  readonly stage: Stage;
  /** Its own money moves the price (section 11). */
  readonly pressure: boolean;
  /** Other lines reach the same people (section 12). */
  readonly shared: boolean;
  /** Shocks or noise multiply its rates (sections 15 and 18). */
  readonly factors: boolean;
  /** An outage or a gate can take it off the air (sections 15 and 16). */
  readonly stoppable: boolean;
  /** Creators' posts run as its ads (section 7). */
  readonly rights: boolean;
  /** People who recall the brand buy more (section 13). */
  readonly lifted: boolean;
  /** The reached come to recall the brand. */
  readonly remembers: boolean;
  /** A pool of the funnel is part of its audience. */
  readonly pooled: boolean;
  /** The period is over: which of its figures are what came, and not what follows from the money. */
  readonly came?: ActualsOptions | undefined;
}

/** Figures of a period that is over that are reported. */
export interface ActualsOptions {
  readonly impressions: boolean;
  readonly clicks: boolean;
  readonly conversions: boolean;
}

/** Whose conversions a stage's are: the part of section 14 that they count in. */
export function partOf(stage: Stage): 'won' | 'loyal' | 'advocated' {
  return stage === 'loyalty' ? 'loyal' : stage === 'advocacy' ? 'advocated' : 'won';
}

type Slots = { readonly [name: string]: Expression };
const slotOf = (slots: Slots, name: string): Expression => slots[name];

const known = new Map<string, Step>();

function once(name: string, options: object, make: () => Step): Step {
  const key = `${name} ${JSON.stringify(options)}`;
  const step = known.get(key) ?? make();
  known.set(key, step);
  return step;
}

const PRICE_INPUTS = ['price', 'noise', 'fatigue', 'lambda', 'own audience', 'match'] as const;

function priceSlots({ pressure, stoppable }: LineOptions): readonly string[] {
  return [...PRICE_INPUTS, ...(pressure ? ['pressure', 'usual spend'] : []), ...(stoppable ? ['active'] : [])];
}

function approachOf(slots: Slots, options: LineOptions, memory: Expression) {
  const at = (name: string): Expression => slotOf(slots, name);
  const audience = options.pooled ? add(multiply(at('match'), at('pool')), at('own audience')) : at('own audience');
  const spend = at('spend');
  const remembered = multiply(at('lambda'), memory);
  // What was served found somebody, whoever the plan thought was there.
  if (options.came?.impressions === true) {
    return approach(audience, spend, at('impressions that came'), remembered, at('fatigue'));
  }
  const spent = spentOn(audience, spend, options.stoppable ? at('active') : null);
  const pressed = options.pressure ? pricePressure(spend, at('usual spend'), at('pressure')) : null;
  const seasonal = multiply(at('price'), at('season price'), at('noise'));
  const price = pressed === null ? seasonal : multiply(seasonal, pressed);
  return approach(audience, spent, impressionsFor(spent, price), remembered, at('fatigue'));
}

/** Sections 3 and 4 from what was noticed on: rates, people, pools, totals. */
function outcomeOf(
  slots: Slots,
  options: LineOptions,
  found: {
    readonly audience: Expression;
    readonly spent: Expression;
    readonly impressions: Expression;
    readonly effective: Expression;
  },
) {
  const at = (name: string): Expression => slotOf(slots, name);
  const { stage, factors, rights, lifted, remembers } = options;
  const { audience, spent, impressions, effective } = found;
  const attention = rights
    ? multiply(at('quality'), add(1, at('rights')), effective)
    : multiply(at('quality'), effective);
  const views = multiply(at('view rate'), factors ? at('view factor') : 1, attention);
  const expectedClicks = multiply(at('click rate'), factors ? at('click factor') : 1, attention);
  const clicks = options.came?.clicks === true ? at('clicks that came') : expectedClicks;
  const expectedConversions = multiply(
    at('order rate'),
    at('season orders'),
    factors ? at('order factor') : 1,
    lifted ? at('lift') : 1,
    clicks,
  );
  const conversions = options.came?.conversions === true ? at('conversions that came') : expectedConversions;
  const reach = poissonReach(impressions, audience);
  const unspent = subtract(at('spend'), spent);
  // What was served was on the air.
  const stopped = options.stoppable && options.came?.impressions !== true;
  const idle = stopped ? subtract(at('spend'), multiply(at('active'), at('spend'))) : null;
  const isAwareness = stage === 'awareness';
  return {
    raises: { 'largest audience': audience },
    writes: {
      'period reach': reach,
      // What the draw's inputs would have made of it: what came is held against this.
      ...(options.came === undefined
        ? {}
        : { 'clicks expected': expectedClicks, 'conversions expected': expectedConversions }),
    },
    adds: {
      'line spend': spent,
      'line unspent': unspent,
      ...(idle === null ? {} : { 'line idle': idle }),
      'line impressions': impressions,
      'line views': views,
      'line clicks': clicks,
      'line conversions': conversions,
      'period spend': spent,
      'period unspent': unspent,
      'period impressions': impressions,
      'period views': views,
      'period clicks': clicks,
      'period conversions': conversions,
      part: conversions,
      ...(isAwareness ? { warm: poissonReach(views, reach) } : {}),
      ...(isAwareness || stage === 'consideration' ? { hot: multiply(at('landing'), clicks) } : {}),
      ...(partOf(stage) === 'won' ? { buyers: conversions } : {}),
      ...(remembers && isAwareness ? { reached: reach } : {}),
    },
  };
}

function actualNumbers({ came }: LineOptions): readonly string[] {
  return [
    ...(came?.impressions === true ? ['impressions that came'] : []),
    ...(came?.clicks === true ? ['clicks that came'] : []),
  ];
}

function outcomeInputs({ stage, factors, came }: LineOptions): readonly string[] {
  const brings = stage === 'awareness' || stage === 'consideration';
  return [
    'view rate',
    'click rate',
    'order rate',
    ...(factors ? ['view factor', 'click factor', 'order factor'] : []),
    ...(brings ? ['landing'] : []),
    ...(came?.conversions === true ? ['conversions that came'] : []),
  ];
}

function outcomeReads({ rights, lifted }: LineOptions): readonly string[] {
  return ['quality', ...(rights ? ['rights'] : []), ...(lifted ? ['lift'] : [])];
}

/** A line's period where nobody else has its pool: sections 3 and 4 in one step. */
export function lineStep(options: LineOptions): Step {
  return once('line', options, () =>
    defineStep(
      {
        name: `${options.stage} line`,
        inputs: [...priceSlots(options), ...outcomeInputs(options)],
        reads: [...(options.pooled ? ['pool'] : []), ...outcomeReads(options)],
        states: ['memory'],
        decisions: ['spend'],
        numbers: ['season price', 'season orders', ...actualNumbers(options)],
      },
      (values) => {
        const slots = values as unknown as Slots;
        const found = approachOf(slots, options, slotOf(slots, 'memory'));
        return {
          states: { memory: add(found.remembered, found.alone) },
          ...outcomeOf(slots, options, { ...found, effective: found.alone }),
        };
      },
    ),
  );
}

/**
 * Section 12, first half: what a line would do alone, and how much of it the pool's people bear:
 * `match · (λ M + ẽ / 2) / A`, added up over the lines of the pool.
 */
export function approachStep(options: LineOptions): Step {
  return once('approach', options, () =>
    defineStep(
      {
        name: `${options.stage} line, alone`,
        inputs: priceSlots(options),
        reads: ['memory', ...(options.pooled ? ['pool'] : [])],
        decisions: ['spend'],
        numbers: ['season price', ...actualNumbers(options)],
      },
      (values) => {
        const slots = values as unknown as Slots;
        const found = approachOf(slots, options, slotOf(slots, 'memory'));
        const borne = multiply(
          slotOf(slots, 'match'),
          quotient(add(found.remembered, multiply(0.5, found.alone)), found.audience),
        );
        return {
          writes: { impressions: found.impressions, spent: found.spent, alone: found.alone, presence: borne },
          adds: { crowd: borne },
        };
      },
    ),
  );
}

/** Section 12, second half: what is left of it when the pool's other lines have been there, and what follows. */
export function sharedLineStep(options: LineOptions): Step {
  return once('shared', options, () =>
    defineStep(
      {
        name: `${options.stage} line that shares its people`,
        inputs: [
          'fatigue',
          'lambda',
          'own audience',
          'match',
          ...(options.stoppable ? ['active'] : []),
          ...outcomeInputs(options),
        ],
        reads: [
          'impressions',
          'spent',
          'alone',
          'presence',
          'crowd',
          ...(options.pooled ? ['pool'] : []),
          ...outcomeReads(options),
        ],
        states: ['memory'],
        decisions: ['spend'],
        numbers: ['season orders', 'overlap', ...actualNumbers(options)],
      },
      (values) => {
        const slots = values as unknown as Slots;
        const at = (name: string): Expression => slotOf(slots, name);
        const ofPool = options.pooled ? multiply(at('match'), at('pool')) : at('own audience');
        const audience = options.pooled ? add(ofPool, at('own audience')) : at('own audience');
        const share = options.pooled ? quotient(ofPool, audience) : 1;
        const others = multiply(at('overlap'), share, subtract(at('crowd'), at('presence')));
        const effective = multiply(at('alone'), remaining(multiply(at('fatigue'), others)));
        return {
          states: { memory: add(multiply(at('lambda'), at('memory')), effective) },
          ...outcomeOf(slots, options, {
            audience,
            spent: at('spent'),
            impressions: at('impressions'),
            effective,
          }),
        };
      },
    ),
  );
}
