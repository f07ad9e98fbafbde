import { defineStep, type Expression, multiply, type Row, type Step } from '../../kernel/index.js';
import type { PlanFunction } from '../../scenario/expressions/types.js';
import { ADDENDS, delayStep, sumStep } from '../equations/totals.js';
import { type BaseFigure, type Formula, formulaOf } from '../kpi/definitions.js';
import { expressionOf } from '../kpi/expression.js';
import type { OwnFigure } from '../kpi/graph.js';
import { preparedOf, restOf } from '../prepared.js';
import type { Recording } from './record.js';
import { type FigureRows, ORDER_PARTS, type OrderPart } from './rows.js';
import { AFTER_PARTS, KIND_PARTS } from './totals.js';

/** Figures of the whole plan on the tape, each recorded when it is first asked for. */
interface WholeFigures {
  row(name: Exclude<BaseFigure, 'production'>): Row;
  own(figure: OwnFigure): Row;
}

/** Figures that no plan changes: they are the draw's. */
const OF_THE_DRAW: ReadonlySet<BaseFigure> = new Set<BaseFigure>([
  'order_value',
  'margin',
  'fee',
  'tax',
  'fixed_cost',
  'ltv',
  'future_orders_per_buyer',
  'messages_per_view',
  'hours_per_view',
  'cost_per_view',
]);

const hoursStep = defineStep(
  { name: 'hours a view takes', inputs: ['messages', 'reply', 'minutes'] },
  ({ messages, reply, minutes }) => ({ writes: { hours: multiply(messages, reply, minutes, 1 / 60) } }),
);
const rateStep = defineStep({ name: 'a metric', inputs: ['rate'], reads: ['base'] }, ({ rate, base }) => ({
  writes: { metric: multiply(rate, base) },
}));

function createWhole(recording: Recording, figures: FigureRows): WholeFigures {
  const { program, tape, table, input, derived, prepared, zero } = recording;
  const { globals } = program;
  const rest = restOf(program);
  const L = program.lines.length;
  const sum = (rows: readonly Row[]): Row => {
    if (rows.length === 1) return rows[0]!;
    if (rows.length === 0) return zero;
    const total = table.row();
    for (let first = 0; first < rows.length; first += ADDENDS) {
      const some = rows.slice(first, first + ADDENDS);
      tape.call(sumStep(some.length), {
        rows: { ...Object.fromEntries(some.map((row, k) => [`row ${k}`, row])), sum: total },
      });
    }
    return total;
  };
  const parts = (names: readonly OrderPart[]): Row[] => [
    ...figures.periods.flatMap((period) => names.map((name) => period.parts[name])),
    ...AFTER_PARTS.flatMap((name) => (names.includes(name) ? [figures.after[name]] : [])),
  ];
  const ofResponses = (total: 'spend' | 'conversions'): Row[] =>
    program.lines.flatMap(({ response }, k) => (response === undefined ? [] : [figures.participants[k]![total]]));
  const tail = (): Row => {
    const pending = table.row();
    let before = zero.value;
    for (const period of figures.periods) {
      tape.call(delayStep(ORDER_PARTS.length), {
        rows: {
          theta: derived(0),
          ...Object.fromEntries(ORDER_PARTS.map((part, k) => [`row ${k}`, period.parts[part]])),
        },
        states: { pending: { before, after: pending.value, bar: pending.bar } },
      });
      before = pending.value;
    }
    return sum([pending, ...AFTER_PARTS.map((part) => figures.after[part])]);
  };
  const hours = (): Row => {
    const { messages, reply, minutes } = rest.community!;
    const row = table.row();
    tape.call(hoursStep, {
      rows: { messages: input(messages), reply: input(reply), minutes: input(minutes), hours: row },
    });
    return row;
  };
  const make = (name: Exclude<BaseFigure, 'production'>): Row => {
    switch (name) {
      case 'spend':
      case 'unspent':
      case 'impressions':
      case 'views':
      case 'clicks':
      case 'conversions':
      case 'pay':
        return sum(figures.participants.map((rows) => rows[name]));
      case 'posts':
        return sum(
          figures.participants.flatMap((rows, k) =>
            k < L || rest.sources[k - L]!.kind === 'creator' ? [rows.posts] : [],
          ),
        );
      case 'response_spend':
        return sum(ofResponses('spend'));
      case 'response_conversions':
        return sum(ofResponses('conversions'));
      case 'new':
      case 'repeat':
      case 'referred':
        return sum(parts(KIND_PARTS[name]));
      case 'brand_orders':
        return sum(parts(['brand']));
      case 'tail':
        return tail();
      case 'buyers_end':
        return figures.buyers;
      case 'reach':
        return figures.reach;
      case 'reach_3':
        return figures.reach3;
      case 'hot_end':
        return figures.hot;
      case 'warm_end':
        return sum(figures.warm);
      case 'recalling':
        return figures.recalling ?? zero;
      case 'order_value':
      case 'margin':
      case 'fee':
      case 'tax':
        return input(globals[name]);
      case 'fixed_cost':
        return derived(1);
      case 'ltv':
        return derived(2);
      case 'future_orders_per_buyer':
        return derived(3);
      case 'messages_per_view':
        return rest.community === null ? zero : input(rest.community.messages);
      case 'cost_per_view':
        return rest.community === null ? zero : prepared(preparedOf(program).costPerView);
      case 'hours_per_view':
        return rest.community === null ? zero : hours();
    }
  };
  const known = new Map<string, Row>();
  const once = (key: string, of: () => Row): Row => {
    const row = known.get(key) ?? of();
    known.set(key, row);
    return row;
  };
  return {
    row: (name) => once(name, () => make(name)),
    own: (figure) =>
      once(JSON.stringify(figure), () => {
        if (figure.kind === 'group') {
          return sum(
            program.lines.flatMap(({ scenarioIndex }, k) =>
              figure.lines.includes(scenarioIndex) ? [figures.participants[k]![figure.name]] : [],
            ),
          );
        }
        const metric = rest.metrics[figure.metric]!;
        const base = sum(
          metric.participants.map((k) => figures.participants[k]![figure.of === 'spend' ? 'spend' : metric.of]),
        );
        if (figure.of === 'spend') return base;
        const row = table.row();
        tape.call(rateStep, { rows: { rate: input(metric.rate), base, metric: row } });
        return row;
      }),
  };
}

/** Records functions of the whole plan's figures; gives the rows of their values. */
export function recordFunctions(
  recording: Recording,
  figures: FigureRows,
  functions: readonly PlanFunction[],
): readonly Row[] {
  const whole = createWhole(recording, figures);
  return functions.map((of) => {
    const formula = formulaOf(of);
    const step = formulaStep(formula);
    const value = recording.table.row();
    const rows: { [name: string]: Row } = { value };
    for (const [name, kind] of Object.entries(step.slots)) {
      if (kind !== 'numbers') {
        rows[name] = name.startsWith('{')
          ? whole.own(JSON.parse(name) as OwnFigure)
          : whole.row(name as Exclude<BaseFigure, 'production'>);
      }
    }
    recording.tape.call(step, { rows, numbers: { production: recording.numbers.production } });
    return value;
  });
}

const steps = new Map<string, Step>();

/** A formula as a step: its figures are slots of their names, those of its own groups of lines by their description. */
function formulaStep(formula: Formula): Step {
  const key = JSON.stringify(formula);
  const step = steps.get(key) ?? defineFormula(formula);
  steps.set(key, step);
  return step;
}

function defineFormula(formula: Formula): Step {
  const names = new Set<string>();
  const slot = (name: string): Expression => {
    names.add(name);
    return { kind: 'slot', name };
  };
  const value = expressionOf(formula, slot, (figure) => slot(JSON.stringify(figure)));
  const inputs = [...names].filter((name) => OF_THE_DRAW.has(name as BaseFigure));
  const numbers = [...names].filter((name) => name === 'production');
  const reads = [...names].filter((name) => !inputs.includes(name) && name !== 'production');
  return defineStep({ name: 'a function of the plan', inputs, numbers, reads }, () => ({ writes: { value } }));
}
