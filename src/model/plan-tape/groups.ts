import { defineStep, multiply, type Row, type Tape } from '../../kernel/index.js';
import { required } from '../../required.js';
import type { GroupFigure } from '../../scenario/expressions/types.js';
import { ADDENDS, delayStep, recordStep, sumStep } from '../equations/totals.js';
import type { BaseFigure, OwnFigure } from '../kpi/definitions.js';
import { preparedOf, restOf } from '../prepared.js';
import { isOver } from '../program-in-flight.js';
import type { Recording } from './recording.js';
import { CONVERSION_PARTS, type FigureRows, KIND_PARTS, ORDER_PARTS, type OrderPart, type PeriodRows } from './rows.js';

/** The figures that formulas are made of, of the whole plan or a part of it: each recorded when it is first asked for. */
export interface GroupFigures {
  row(name: Figure): Row;
  own(figure: OwnFigure): Row;
  /** What is expected of a part of its orders; `null` where it has none of it. */
  part(part: OrderPart): Row | null;
  /** Of these, what is recorded already; `null`: nothing. */
  came(part: OrderPart): Row | null;
  /** Of the plan's production it bears this share. */
  readonly productionShare: number;
}

/** Figures that are rows. */
export type Figure = Exclude<BaseFigure, 'production'>;

const hoursStep = defineStep(
  { name: 'hours a view takes', inputs: ['messages', 'reply', 'minutes'] },
  ({ messages, reply, minutes }) => ({ writes: { hours: multiply(messages, reply, minutes, 1 / 60) } }),
);
const rateStep = defineStep({ name: 'a metric', inputs: ['rate'], reads: ['base'] }, ({ rate, base }) => ({
  writes: { metric: multiply(rate, base) },
}));
const shareStep = defineStep({ name: 'a share', inputs: ['whole'], numbers: ['share'] }, ({ whole, share }) => ({
  writes: { part: multiply(whole, share) },
}));

/** Makes figures of groups, on the tape that a plan is recorded on. */
interface FigureMaker {
  /** Of the whole plan. */
  whole(): GroupFigures;
  /** Of some lines and sources; `reach` gives their joint reaches. */
  chosen(participants: readonly number[], reach: () => Row, reach3: () => Row): GroupFigures;
  /**
   * Of a period.
   *
   * @param asRecorded whether its conversions are those that are recorded in it, as counts are
   */
  period(t: number, reach: () => Row, asRecorded: boolean): GroupFigures;
}

/**
 * Records a sum of rows.
 *
 * @param onto the tape; left out: that of the recording
 */
export function recordSum({ tape, table, zero }: Recording, rows: readonly Row[], onto: Tape = tape): Row {
  if (rows.length === 1) return rows[0];
  if (rows.length === 0) return zero;
  const total = table.row();
  for (let first = 0; first < rows.length; first += ADDENDS) {
    const some = rows.slice(first, first + ADDENDS);
    onto.call(sumStep(some.length), {
      rows: { ...Object.fromEntries(some.map((row, k) => [`row ${k}`, row])), sum: total },
    });
  }
  return total;
}

export function createFigures(recording: Recording, figures: FigureRows): FigureMaker {
  const { program, tape, table, numbers, input, derived, prepared, zero } = recording;
  const { globals } = program;
  const rest = restOf(program);
  const L = program.lines.length;
  const T = program.periods;

  const sum = (rows: readonly Row[]): Row => recordSum(recording, rows);

  const known = new Map<string, Row>();
  const once = (key: string, make: () => Row): Row => {
    const row = known.get(key) ?? make();
    known.set(key, row);
    return row;
  };

  /** Figures of the draw, and those that only the whole plan has. */
  const shared = (name: Figure): Row => {
    switch (name) {
      case 'order_value':
      case 'margin':
      case 'fee':
      case 'tax':
      case 'close_rate':
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
        return rest.community === null ? zero : once('hours', hours);
      case 'buyers_end':
        return figures.buyers;
      case 'hot_end':
        return figures.hot;
      case 'warm_end':
        return once('warm', () => sum(figures.warm));
      case 'recalling':
        return figures.recalling ?? zero;
      case 'tail':
        return once('tail', tail);
      default:
        throw new Error(`"${name}" is no figure of every group`);
    }
  };
  const hours = (): Row => {
    const { messages, reply, minutes } = required(rest.community);
    const row = table.row();
    tape.call(hoursStep, {
      rows: { messages: input(messages), reply: input(reply), minutes: input(minutes), hours: row },
    });
    return row;
  };
  const tail = (): Row => {
    const pending = table.row();
    let before = zero.value;
    for (const { parts } of figures.periods) {
      tape.call(delayStep(ORDER_PARTS.length), {
        rows: {
          theta: derived(0),
          ...Object.fromEntries(ORDER_PARTS.map((part, k) => [`row ${k}`, parts[part]])),
        },
        states: { pending: { before, after: pending.value, bar: pending.bar } },
      });
      before = pending.value;
    }
    return sum([pending, ...CONVERSION_PARTS.map((part) => figures.after[part])]);
  };

  const chosen: FigureMaker['chosen'] = (participants, reach, reach3) => {
    const own = new Map<Figure, Row>();
    const rows = participants.map((k) => figures.participants[k]);
    const make = (name: Figure): Row => {
      switch (name) {
        case 'spend':
        case 'unspent':
        case 'idle':
        case 'impressions':
        case 'views':
        case 'clicks':
        case 'conversions':
        case 'pay':
          return sum(rows.map((of) => of[name]));
        case 'posts':
          return sum(
            participants.flatMap((k) =>
              k < L || rest.sources[k - L].kind === 'creator' ? [figures.participants[k].posts] : [],
            ),
          );
        case 'response_spend':
          return sum(ofResponses(participants, 'spend'));
        case 'response_conversions':
          return sum(ofResponses(participants, 'conversions'));
        case 'reach':
          return reach();
        case 'reach_3':
          return reach3();
        default:
          return shared(name);
      }
    };
    const stageParts = new Map<OrderPart, Row | null>();
    return {
      productionShare: 0,
      row: (name) => {
        const row = own.get(name) ?? make(name);
        own.set(name, row);
        return row;
      },
      own: ownFigure,
      part(part) {
        const known = stageParts.get(part);
        if (known !== undefined) return known;
        const of = participants.filter((k) => partOfParticipant(k) === part);
        const row = of.length === 0 ? null : sum(of.map((k) => figures.participants[k].conversions));
        stageParts.set(part, row);
        return row;
      },
      came: (part) => actualsOf(participants.filter((k) => partOfParticipant(k) === part)),
    };
  };
  const actualsOf = (participants: readonly number[]): Row | null => {
    const rows = participants.flatMap((k) => {
      const recorded = preparedOf(program).came[k]?.recorded ?? -1;
      return recorded < 0 ? [] : [prepared(recorded)];
    });
    return rows.length === 0 ? null : once(`came of ${participants.join(' ')}`, () => sum(rows));
  };
  const partOfParticipant = (k: number): OrderPart => {
    const { stage } = k < L ? program.lines[k] : rest.sources[k - L];
    return stage === 'loyalty' ? 'loyal' : stage === 'advocacy' ? 'advocated' : 'won';
  };
  const ofResponses = (participants: readonly number[], total: 'spend' | 'conversions'): Row[] =>
    participants.flatMap((k) =>
      k < L && program.lines[k].response !== undefined ? [figures.participants[k][total]] : [],
    );
  const ofLines = ({ name }: GroupFigure, lines: readonly number[]): Row => {
    switch (name) {
      case 'response_spend':
        return sum(ofResponses(lines, 'spend'));
      case 'response_conversions':
        return sum(ofResponses(lines, 'conversions'));
      case 'reach':
      case 'reach_3': {
        if (lines.length > 1) throw new RangeError(`${name} is of one line, not of several`);
        return sum(lines.map((k) => figures.participants[k][name === 'reach' ? 'reach' : 'reach3']));
      }
      default:
        return sum(lines.map((k) => figures.participants[k][name]));
    }
  };
  const ownFigure = (figure: OwnFigure): Row =>
    once(JSON.stringify(figure), () => {
      if (figure.kind === 'group') {
        return ofLines(
          figure,
          program.lines.flatMap(({ scenarioIndex }, k) => (figure.lines.includes(scenarioIndex) ? [k] : [])),
        );
      }
      const metric = rest.metrics[figure.metric];
      const total = figure.of === 'spend' ? 'spend' : metric.of;
      const base = sum(metric.participants.map((k) => figures.participants[k][total]));
      if (figure.of === 'spend') return base;
      const row = table.row();
      tape.call(rateStep, { rows: { rate: input(metric.rate), base, metric: row } });
      return row;
    });

  const kindRow = (name: 'new' | 'repeat' | 'referred', part: (part: OrderPart) => Row | null): Row =>
    sum(KIND_PARTS[name].flatMap((of) => part(of) ?? []));

  /** Whether the plan has orders of a part at all: of no brand, and of a stage without lines and sources, there are none. */
  const hasPart = (part: OrderPart): boolean => {
    if (part === 'repeated' || part === 'referred') return true;
    if (part === 'brand') return rest.brand !== null;
    return figures.participants.some((_, k) => partOfParticipant(k) === part);
  };

  return {
    chosen,
    whole() {
      const all = chosen(
        figures.participants.map((_, k) => k),
        () => figures.reach,
        () => figures.reach3,
      );
      const part = (name: OrderPart): Row | null =>
        hasPart(name)
          ? once(`orders of the part ${name}`, () =>
              sum([
                ...figures.periods.map(({ parts }) => parts[name]),
                ...CONVERSION_PARTS.flatMap((own) => (own === name ? [figures.after[own]] : [])),
              ]),
            )
          : null;
      return {
        ...all,
        productionShare: 1,
        part,
        row(name) {
          switch (name) {
            case 'new':
            case 'repeat':
            case 'referred':
              return once(`orders of the kind ${name}`, () => kindRow(name, part));
            case 'brand_orders':
              return part('brand') ?? zero;
            default:
              return all.row(name);
          }
        },
      };
    },
    period(t, reach, asRecorded) {
      const period = figures.periods[t];
      const part = (name: OrderPart): Row | null => (hasPart(name) ? recorded(name, t) : null);
      const make = (name: Figure): Row => {
        switch (name) {
          case 'spend':
          case 'unspent':
          case 'impressions':
          case 'views':
          case 'clicks':
          case 'pay':
          case 'posts':
            return period[name];
          case 'conversions':
            return asRecorded ? sum(CONVERSION_PARTS.flatMap((of) => part(of) ?? [])) : period.conversions;
          case 'response_spend':
            return period.responseSpend;
          case 'response_conversions':
            return period.responseConversions;
          case 'new':
          case 'repeat':
          case 'referred':
            return kindRow(name, part);
          case 'brand_orders':
            return part('brand') ?? zero;
          case 'fixed_cost':
            return once('fixed cost of a period', () => {
              const row = table.row();
              tape.call(shareStep, {
                rows: { whole: derived(1), part: row },
                numbers: { share: numbers.constant(1 / T) },
              });
              return row;
            });
          case 'reach':
            return reach();
          default:
            return shared(name);
        }
      };
      return {
        productionShare: 1 / T,
        part,
        // What a period that is over brought is no matter of chance.
        came: (name) => (isOver(program.inFlight, t) ? part(name) : null),
        own: ownFigure,
        row: (name) => once(`${name} in ${t}`, () => make(name)),
      };
    },
  };

  /** Orders of a part that are recorded in a period: section 6's delay. */
  function recorded(part: keyof PeriodRows['parts'], t: number): Row {
    return once(`${part} recorded in ${t}`, () => {
      const row = table.row();
      if (t > 0) recorded(part, t - 1);
      const pending = once(`${part} pending`, () => table.row());
      tape.call(recordStep, {
        rows: { theta: derived(0), orders: figures.periods[t].parts[part], recorded: row },
        states: { pending: { before: t === 0 ? zero.value : pending.value, after: pending.value, bar: pending.bar } },
      });
      return row;
    });
  }
}
