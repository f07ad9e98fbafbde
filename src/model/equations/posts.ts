import { add, defineStep, type Expression, multiply, poissonReach, type Step } from '../../kernel/index.js';
import type { Stage } from '../../scenario/types.js';
import { approach } from './delivery.js';
import { partOf } from './line.js';

/** What a source's period has to reckon with (section 7). */
interface SourceOptions {
  readonly stage: Stage;
  /** Shocks or outages multiply what a post reaches. */
  readonly shaken: boolean;
  readonly factors: boolean;
  /** A gate can stop it. */
  readonly stoppable: boolean;
  readonly lifted: boolean;
  readonly remembers: boolean;
  /** It is paid a share of what it sells. */
  readonly shares: boolean;
  /** Whether its posts are counted: a creator's are, the brand's own aren't. */
  readonly counted: boolean;
}

type Slots = { readonly [name: string]: Expression };
const known = new Map<string, Step>();

/** A source's period: posts reach followers, tire them, and sell; what they cost. */
export function sourceStep(options: SourceOptions): Step {
  const key = JSON.stringify(options);
  const step = known.get(key) ?? defineSource(options);
  known.set(key, step);
  return step;
}

function defineSource(options: SourceOptions): Step {
  const { stage, shaken, factors, stoppable, lifted, remembers, shares, counted } = options;
  const isAwareness = stage === 'awareness';
  const brings = isAwareness || stage === 'consideration';
  return defineStep(
    {
      name: `${stage} source`,
      inputs: [
        'audience',
        'per post',
        'fatigue',
        'lambda',
        'view rate',
        'click rate',
        'order rate',
        'pay per post',
        ...(shaken ? ['organic'] : []),
        ...(factors ? ['view factor', 'click factor', 'order factor'] : []),
        ...(stoppable ? ['active'] : []),
        ...(brings ? ['landing'] : []),
        ...(shares ? ['pay per conversion'] : []),
      ],
      reads: lifted ? ['lift'] : [],
      states: ['memory'],
      decisions: ['posts'],
      numbers: ['season orders'],
    },
    (values) => {
      const slots = values as unknown as Slots;
      const at = (name: string): Expression => slots[name];
      const posts = stoppable ? multiply(at('active'), at('posts')) : at('posts');
      const impressions = multiply(posts, at('per post'), shaken ? at('organic') : 1);
      const remembered = multiply(at('lambda'), at('memory'));
      const { audience, alone } = approach(at('audience'), impressions, impressions, remembered, at('fatigue'));
      const views = multiply(at('view rate'), factors ? at('view factor') : 1, alone);
      const clicks = multiply(at('click rate'), factors ? at('click factor') : 1, alone);
      const conversions = multiply(
        at('order rate'),
        at('season orders'),
        factors ? at('order factor') : 1,
        lifted ? at('lift') : 1,
        clicks,
      );
      const reach = poissonReach(impressions, audience);
      const ofPosts = multiply(posts, at('pay per post'));
      const pay = shares ? add(ofPosts, multiply(at('pay per conversion'), conversions)) : ofPosts;
      return {
        states: { memory: add(remembered, alone) },
        raises: { 'largest audience': audience },
        writes: { 'period reach': reach },
        adds: {
          'line impressions': impressions,
          'line views': views,
          'line clicks': clicks,
          'line conversions': conversions,
          'line pay': pay,
          'line posts': posts,
          'period impressions': impressions,
          'period views': views,
          'period clicks': clicks,
          'period conversions': conversions,
          'period pay': pay,
          ...(counted ? { 'period posts': posts } : {}),
          part: conversions,
          ...(isAwareness ? { warm: poissonReach(views, reach) } : {}),
          ...(brings ? { hot: multiply(at('landing'), clicks) } : {}),
          ...(partOf(stage) === 'won' ? { buyers: conversions } : {}),
          ...(remembers && isAwareness ? { reached: reach } : {}),
        },
      };
    },
  );
}

/**
 * Usage rights of one creator: from the period of the first post on, `share · (engagement − 1)` is added to what multiplies
 * the rates of the platform's awareness lines, and the fee is paid once.
 */
export function rightsStep(options: { readonly stoppable: boolean }): Step {
  const key = `rights ${JSON.stringify(options)}`;
  const step =
    known.get(key) ??
    defineStep(
      {
        name: 'usage rights',
        inputs: ['boost', 'rights fee', ...(options.stoppable ? ['active'] : [])],
        states: ['held'],
        decisions: ['opening'],
      },
      (values) => {
        const slots = values as unknown as Slots;
        const opening = options.stoppable ? multiply(slots.active, slots.opening) : slots.opening;
        const held = add(slots.held, opening);
        const fee = multiply(slots['rights fee'], opening);
        return {
          states: { held },
          adds: { rights: multiply(slots.boost, held), 'line pay': fee, 'period pay': fee },
        };
      },
    );
  known.set(key, step);
  return step;
}
