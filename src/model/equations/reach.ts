import {
  add,
  defineStep,
  divide,
  type Expression,
  maximum,
  minimum,
  missedShare,
  multiply,
  number,
  poissonReach,
  quotient,
  remaining,
  type Step,
  saturate,
  subtract,
} from '../../kernel/index.js';

/** People reached by a participant over the horizon, and those who saw three or more (sections 3 and 17). */
export const participantReachStep = defineStep(
  { name: 'reach over the horizon', reads: ['impressions', 'audience'] },
  ({ impressions, audience }) => {
    const g = quotient(impressions, audience);
    const fewerThanThree = multiply(remaining(g), add(g, divide(multiply(g, g), 2)));
    return {
      writes: {
        reach: poissonReach(impressions, audience),
        'reach 3': multiply(audience, subtract(saturate(g), fewerThanThree)),
      },
    };
  },
);

/** Whose reaches are joined, as indices of slots. */
export interface ReachShape {
  readonly platforms: readonly {
    /** Awareness lines that share an audience: an index of the audience, and its lines. */
    readonly audiences: readonly { readonly audience: number; readonly lines: readonly number[] }[];
    /** Awareness lines with people of their own. */
    readonly own: readonly number[];
    /** Lines of all other stages: they reach people from the pools. */
    readonly others: readonly number[];
  }[];
  readonly sources: readonly number[];
  readonly population: boolean;
}

const known = new Map<string, Step>();

/**
 * Section 3's joint reach: lines of an audience overlap as chance has it, a platform's other awareness lines add up, its
 * largest other line stands beside them, and platforms and sources are joined in the population (Sainsbury).
 */
export function joinReachStep(shape: ReachShape): Step {
  const key = JSON.stringify(shape);
  const step = known.get(key) ?? define(shape);
  known.set(key, step);
  return step;
}

function define({ platforms, sources, population }: ReachShape): Step {
  const lines = platforms.flatMap(({ audiences, own, others }) => [
    ...audiences.flatMap((audience) => audience.lines),
    ...own,
    ...others,
  ]);
  const audiences = [...new Set(platforms.flatMap((platform) => platform.audiences.map(({ audience }) => audience)))];
  return defineStep(
    {
      name: 'joint reach',
      inputs: [...audiences.map((k) => `audience ${k}`), ...(population ? ['population'] : [])],
      reads: [...lines, ...sources].map((k) => `reach ${k}`),
    },
    (values) => {
      const slots = values as unknown as { readonly [name: string]: Expression };
      const reach = (k: number): Expression => slots[`reach ${k}`];
      const people = population ? slots.population : null;
      const ofAudience = (size: Expression, members: readonly number[]): Expression =>
        multiply(size, subtract(1, multiply(...members.map((k) => missedShare(reach(k), size)))));
      const ofPlatforms = platforms.map((platform) => {
        const awareness = add(
          ...platform.audiences.map(({ audience, lines: members }) =>
            ofAudience(slots[`audience ${audience}`], members),
          ),
          ...platform.own.map(reach),
        );
        const within = people === null || platform.own.length === 0 ? awareness : minimum(awareness, people);
        return platform.others.reduce((largest: Expression, k) => maximum(largest, reach(k)), within);
      });
      const all = [...ofPlatforms, ...sources.map(reach)];
      if (people === null || all.length === 0) return { writes: { joint: all.length === 0 ? number(0) : add(...all) } };
      const missed = multiply(...all.map((one) => missedShare(one, people)));
      return { writes: { joint: multiply(people, subtract(1, missed)) } };
    },
  );
}
