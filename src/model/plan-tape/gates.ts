import type { Row } from '../../kernel/index.js';
import { required } from '../../required.js';
import { bothStep, countsLeads, figureSlot, GATE_FIGURES, type GateFigure, gateStep } from '../equations/gate.js';
import { preparedOf, restOf } from '../prepared.js';
import type { ProgramGate } from '../program-rest.js';
import type { Recording } from './recording.js';

/** Sections 15 and 16 on the tape: who is on the air. */
export interface GateRecorder {
  /** A participant's mask in a period: 0 in an outage of its platform and where a gate has stopped it; `null`: always on. */
  active(participant: number, platform: number, t: number): Row | null;
  /** As `active`, but for outages: posts are made and paid in one. */
  alive(participant: number): Row | null;
  /** Judges the gate of a phase that ends with this period. */
  close(t: number): void;
  readonly passed: readonly Row[];
}

export function createGates(recording: Recording): GateRecorder {
  const { program, tape, table, prepared } = recording;
  const rest = restOf(program);
  const { platforms } = preparedOf(program);
  const alive: (Row | null)[] = [...program.lines, ...rest.sources].map(() => null);
  const passed: Row[] = [];
  let goingOn: Row | null = null;
  const products = new Map<string, Row>();

  /** Both of two masks, made once. */
  const both = (one: Row | null, other: Row | null): Row | null => {
    if (one === null || other === null) return one ?? other;
    const key = `${one.value} ${other.value}`;
    const product = products.get(key) ?? table.row();
    if (!products.has(key)) {
      tape.call(bothStep, { rows: { one, other, both: product } });
      products.set(key, product);
    }
    return product;
  };

  return {
    passed,
    alive: (participant) => alive[participant],
    active(participant, platform, t) {
      const { open } = platforms[platform];
      return both(open < 0 || t < 0 ? null : prepared(open + t), t < 0 ? null : alive[participant]);
    },
    close(t) {
      for (const gate of rest.gates) {
        if (gate.period !== t) continue;
        const passes = judge(recording, gate);
        passed.push(required(both(passes, goingOn)));
        if (gate.stops === 'all') goingOn = both(goingOn, passes);
        const stopped = gate.stops === 'all' ? alive.map((_, participant) => participant) : gate.stops;
        for (const participant of stopped) alive[participant] = both(alive[participant], passes);
      }
    },
  };
}

/** The rows of a gate's figures: a participant's totals so far, or those of all periods so far. */
function figuresOf(
  { participants, periods }: Recording,
  { of, period }: ProgramGate,
): Record<GateFigure, readonly Row[]> {
  if (of >= 0) {
    const own = participants[of];
    return {
      spend: [own.spend],
      impressions: [own.impressions],
      clicks: [own.clicks],
      views: [own.views],
      conversions: [own.conversions],
      new: [own.conversions],
      later: [],
      pay: [own.pay],
    };
  }
  const past = periods.slice(0, period + 1);
  return {
    spend: past.map(({ spend }) => spend),
    impressions: past.map(({ impressions }) => impressions),
    clicks: past.map(({ clicks }) => clicks),
    views: past.map(({ views }) => views),
    conversions: past.map(({ conversions }) => conversions),
    new: past.flatMap(({ parts }) => [parts.won, parts.brand]),
    later: past.flatMap(({ parts }) => [parts.loyal, parts.repeated, parts.advocated, parts.referred]),
    pay: past.map(({ pay }) => pay),
  };
}

function judge(recording: Recording, gate: ProgramGate): Row {
  const { program, tape, table, numbers, input, derived, prepared } = recording;
  const { globals } = program;
  const { costPerView } = preparedOf(program);
  const figures = figuresOf(recording, gate);
  const whole = gate.of < 0;
  const community = whole && costPerView >= 0;
  const step = gateStep({
    kpi: gate.kpi,
    comparison: gate.comparison,
    rows: Object.fromEntries(GATE_FIGURES.map((figure) => [figure, figures[figure].length])) as Record<
      GateFigure,
      number
    >,
    whole,
    community,
  });
  const passed = table.row();
  const named: { [name: string]: Row } = {};
  for (const figure of GATE_FIGURES) {
    figures[figure].forEach((row, k) => {
      named[figureSlot(figure, k)] = row;
    });
  }
  tape.call(step, {
    rows: {
      ...named,
      'order value': input(globals.order_value),
      margin: input(globals.margin),
      fee: input(globals.fee),
      tax: input(globals.tax),
      'fixed cost': derived(1),
      ...(community ? { 'cost per view': prepared(costPerView) } : {}),
      ...(countsLeads(gate.kpi) ? { 'close rate': input(globals.close_rate) } : {}),
      passed,
    },
    numbers: {
      threshold: numbers.constant(gate.threshold),
      production: numbers.production,
      gone: numbers.constant((gate.period + 1) / program.periods),
    },
  });
  return passed;
}
