import type { Row } from '../../kernel/index.js';
import { required } from '../../required.js';
import { adstockStep, CURVE_SLOTS, carriedSpendStep, curveStep } from '../equations/response.js';
import { rowAt } from '../layout.js';
import { isOver } from '../program-in-flight.js';
import type { ProgramResponse } from '../response/program.js';
import { variablesOf } from '../variables.js';
import type { Recording } from './recording.js';

/** Spends that one call adds up: few calls of few slots each. */
const MOST_SPENDS = 8;

/** What lines with a response bring. */
export interface ResponseRecorder {
  /**
   * Computes what a line brings in a period, once all that is spent until then is known.
   *
   * @param t of the horizon
   * @param active the line's mask; `null` where it is always on
   * @returns its conversions
   */
  bring(line: number, t: number, active: Row | null): Row;
  /** The same of all periods after the horizon together. */
  bringAfter(): void;
  /** Conversions by line and period, the last one after the horizon. */
  readonly brought: ReadonlyMap<number, readonly Row[]>;
}

export function createResponses(recording: Recording): ResponseRecorder {
  const { program, layout, tape, table, numbers, gradient, input, one } = recording;
  const { periods: T, inFlight } = program;
  const variables = variablesOf(program);
  const nobody = table.row().bar;
  const brought = new Map<number, readonly Row[]>();
  const masks = new Map<number, (Row | null)[]>();
  program.lines.forEach(({ response }, line) => {
    if (response === undefined) return;
    brought.set(
      line,
      Array.from({ length: T + 1 }, () => table.row()),
    );
    masks.set(line, []);
  });

  const weightRow = ({ weightsAt }: ProgramResponse, lag: number): Row => ({
    value: rowAt(layout.responseWeights, weightsAt + lag),
    bar: nobody,
  });

  /** Adds up what works in a period of what was spent before the plan; whether anything does. */
  const carry = (response: ProgramResponse, t: number, rows: { readonly adstocked: Row; readonly earlier: Row }) => {
    const { carryIn, length, spendScale } = response;
    let carries = false;
    for (let lag = t + 1; lag < length && lag <= t + carryIn.length; lag++) {
      const amount = carryIn[lag - t - 1];
      if (amount === 0) continue;
      carries = true;
      tape.call(carriedSpendStep, {
        rows: { ...rows, weight: weightRow(response, lag) },
        numbers: { 'spent before': numbers.constant(amount / spendScale) },
      });
    }
    return carries;
  };

  const adstock = (line: number, response: ProgramResponse, t: number, adstocked: Row): void => {
    const active = required(masks.get(line));
    const first = Math.max(0, t - T + 1);
    const last = Math.min(t, response.length - 1);
    for (let from = first; from <= last; from += MOST_SPENDS) {
      const lags = Array.from({ length: Math.min(MOST_SPENDS, last - from + 1) }, (_, k) => from + k);
      const stoppable = lags.some((lag) => active[t - lag] !== null);
      tape.call(adstockStep(lags.length, stoppable), {
        rows: {
          adstocked,
          ...Object.fromEntries(lags.map((lag, k) => [`weight ${k}`, weightRow(response, lag)])),
          ...(stoppable ? Object.fromEntries(lags.map((lag, k) => [`active ${k}`, active[t - lag] ?? one])) : {}),
        },
        decisions: Object.fromEntries(
          lags.map((lag, k) => {
            const period = t - lag;
            // Money that is spent is nobody's decision.
            const variable = isOver(inFlight, period)
              ? nobody
              : (gradient[variables.first[line] + period * variables.step[line]] ?? -1);
            return [`spend ${k}`, { ...numbers.adstocked(line, period), bar: variable }];
          }),
        ),
      });
    }
  };

  const record = (line: number, t: number): void => {
    const response = required(program.lines[line].response);
    const adstocked = table.row();
    const earlier = table.row();
    const carries = carry(response, t, { adstocked, earlier });
    adstock(line, response, t, adstocked);
    tape.call(curveStep(response, carries), {
      rows: {
        adstocked,
        earlier,
        ...Object.fromEntries(response.parameters.map((row, k) => [CURVE_SLOTS[k], input(row)])),
        'order value': input(program.globals.order_value),
        brought: required(brought.get(line))[Math.min(t, T)],
      },
      numbers: {
        least: numbers.constant(response.least),
        'value scale': numbers.constant(response.valueScale),
        'season orders': t < T ? numbers.season(t).orders : numbers.constant(1),
        'half from': numbers.constant(response.half.from),
        'half times': numbers.constant(response.half.times),
      },
    });
  };

  return {
    brought,
    bring(line, t, active) {
      required(masks.get(line))[t] = active;
      record(line, t);
      return required(brought.get(line))[t];
    },
    bringAfter() {
      program.lines.forEach(({ response }, line) => {
        if (response === undefined) return;
        for (let t = T; t < T + response.length - 1; t++) record(line, t);
      });
    },
  };
}
