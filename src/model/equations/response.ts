import {
  above,
  add,
  defineStep,
  divide,
  type Expression,
  multiply,
  type Step,
  select,
  subtract,
  withoutDerivative,
} from '../../kernel/index.js';
import type { ResponseCurve } from '../../scenario/response/types.js';
import type { Stage } from '../../scenario/types.js';
import { hill, logistic, michaelis, root, table, tanh } from '../response/curves.js';
import type { ProgramResponse } from '../response/program.js';
import { partOf } from './line.js';

/** Steps by what they are made of: each is made once, since its code is found by it. */
const known = new Map<string, Step>();

function once(key: string, make: () => Step): Step {
  const step = known.get(key) ?? make();
  known.set(key, step);
  return step;
}

type Slots = Readonly<Record<string, Expression>>;

const indices = (count: number): number[] => Array.from({ length: count }, (_, k) => k);

/**
 * Spends of so many periods, each with the weight that it works with in this one: the period's adstocked spend grows by
 * them.
 *
 * @param stoppable whether a gate may have stopped the line in any of these periods
 */
export function adstockStep(spends: number, stoppable: boolean): Step {
  return once(`adstock ${spends} ${stoppable}`, () =>
    defineStep(
      {
        name: `adstock of ${spends} periods${stoppable ? ', stoppable' : ''}`,
        inputs: indices(spends).flatMap((k) => [`weight ${k}`, ...(stoppable ? [`active ${k}`] : [])]),
        decisions: indices(spends).map((k) => `spend ${k}`),
      },
      (values) => {
        const slots = values as Slots;
        const works = (k: number): Expression =>
          multiply(slots[`weight ${k}`], slots[`spend ${k}`], ...(stoppable ? [slots[`active ${k}`]] : []));
        return { adds: { adstocked: add(...indices(spends).map(works)) } };
      },
    ),
  );
}

/** What a period before the plan spent works on: in this period's adstocked spend, and in the part of it that nobody decides. */
export const carriedSpendStep = defineStep(
  { name: 'adstock of what was spent before', inputs: ['weight'], numbers: ['spent before'] },
  (values) => {
    const works = multiply(values.weight, values['spent before']);
    return { adds: { adstocked: works, earlier: works } };
  },
);

/** Names of a curve's parameters in its step, in the order of `CURVE_PARAMETERS`. */
export const CURVE_SLOTS = ['first', 'second', 'third'] as const;

/**
 * `f(s) − f(c)` in conversions: what a period brings, with `s` its adstocked spend and `c` the part of it from before the plan,
 * which would have worked anyway.
 *
 * @param carried whether anything that was spent before the plan still works
 */
export function curveStep(response: ProgramResponse, carried: boolean): Step {
  const { curve, ofRevenue, parameters, through } = response;
  return once(`curve ${curve} ${ofRevenue} ${carried} ${JSON.stringify(through)}`, () =>
    defineStep(
      {
        name: `${curve} response${carried ? ', carried in' : ''}`,
        inputs: [
          ...CURVE_SLOTS.slice(0, parameters.length),
          ...(ofRevenue ? ['order value'] : []),
          ...(carried ? ['earlier'] : []),
        ],
        reads: ['adstocked'],
        numbers: ['least', 'value scale', 'season orders', 'half from', 'half times'],
      },
      (values) => {
        const slots = values as Slots;
        const curveAt = (s: Expression): Expression => valueAt(s, response, slots);
        const startsAt = curve === 'table' ? multiply(slots.first, (through?.x ?? [])[0] ?? 0) : 0;
        const anyway = carried
          ? select(above(slots.earlier, 0), curveAt(atLeast(slots.earlier, slots.least)), startsAt)
          : startsAt;
        const gained = subtract(fromNothing(curve, slots, curveAt), anyway);
        const conversions = multiply(gained, slots['value scale'], slots['season orders']);
        return { adds: { brought: ofRevenue ? divide(conversions, slots['order value']) : conversions } };
      },
    ),
  );
}

/** At nothing some curves are infinitely steep: the slope at next to nothing stands for it. The value is that at nothing. */
function fromNothing(
  curve: ResponseCurve,
  { adstocked, least }: Slots,
  curveAt: (s: Expression) => Expression,
): Expression {
  if (curve === 'table') return curveAt(adstocked);
  const value = curveAt(atLeast(adstocked, least));
  return subtract(value, select(above(adstocked, 0), 0, withoutDerivative(value)));
}

/** s, or where it is 0 next to nothing, with the slope of s. */
const atLeast = (s: Expression, least: Expression): Expression => add(s, select(above(s, 0), 0, least));

function valueAt(s: Expression, { curve, through }: ProgramResponse, slots: Slots): Expression {
  const { first, second, third } = slots;
  switch (curve) {
    case 'hill':
      return hill(s, first, add(slots['half from'], multiply(slots['half times'], second)), third);
    case 'logistic':
      return logistic(s, first, second);
    case 'tanh':
      return tanh(s, first, second);
    case 'michaelis':
      return michaelis(s, first, second);
    case 'root':
      return root(s, first, second);
    case 'table':
      if (through === null) throw new RangeError('a table without points');
      return table(s, through, first);
  }
}

/** A period of a line with a fitted curve, in the place of sections 3 and 4; what it brings was computed before. */
export function responseStep(stage: Stage, stoppable: boolean): Step {
  return once(`line ${stage} ${stoppable}`, () =>
    defineStep(
      {
        name: `${stage} line with a response`,
        inputs: stoppable ? ['active'] : [],
        reads: ['brought'],
        decisions: ['spend'],
      },
      (values) => {
        const { active, spend, brought } = values as unknown as Record<'active' | 'spend' | 'brought', Expression>;
        const spent = stoppable ? multiply(active, spend) : spend;
        const unspent = subtract(spend, spent);
        return {
          adds: {
            'line spend': spent,
            'period spend': spent,
            'period response spend': spent,
            ...(stoppable ? { 'line unspent': unspent, 'line idle': unspent, 'period unspent': unspent } : {}),
            'line conversions': brought,
            'period conversions': brought,
            'period response conversions': brought,
            part: brought,
            ...(partOf(stage) === 'won' ? { buyers: brought } : {}),
          },
        };
      },
    ),
  );
}

/** What a response brings after the horizon: in its line's total, and among the orders of no period. */
export const afterHorizonStep = defineStep({ name: 'response after the horizon', reads: ['brought'] }, (values) => ({
  adds: { 'line conversions': values.brought, 'after part': values.brought },
}));
