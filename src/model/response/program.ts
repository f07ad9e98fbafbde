import type { HermiteSegments } from '../../distributions/monotone-cubic.js';
import type { AdstockKind, LineResponse, ResponseCurve } from '../../scenario/response/types.js';
import { tableThrough } from './curves.js';

/** A line's response compiled: rows of the inputs, and where its own rows stand in their regions. */
export interface ProgramResponse {
  readonly curve: ResponseCurve;
  /** Rows of the curve's parameters, in the order of `CURVE_PARAMETERS`. */
  readonly parameters: readonly number[];
  /** Whether the curve tells revenue, which the order value turns into conversions. */
  readonly ofRevenue: boolean;
  /** Half saturation is `from + times · row`: Robyn's gamma is a share of a range. */
  readonly half: { readonly from: number; readonly times: number };
  /** Of a table. */
  readonly through: HermiteSegments | null;
  readonly spendScale: number;
  readonly valueScale: number;
  /** `null`: all of a spend's effect falls into its own period. */
  readonly adstock: {
    readonly kind: AdstockKind;
    readonly parameters: readonly number[];
    readonly normalised: boolean;
  } | null;
  /** Periods that a spend works in, its own included. */
  readonly length: number;
  /** Spend of the periods before the first, the latest first. */
  readonly carryIn: readonly number[];
  /**
   * Adstocked spend at which the slope at nothing is taken: some curves are infinitely steep at 0. A millionth of a period's
   * even share of the whole budget.
   */
  readonly least: number;
  /** First of its `length` rows in `responseWeights`. */
  readonly weightsAt: number;
}

/** Share of a period's even share of the budget that stands for nothing where a slope at 0 would be infinite. */
const NEXT_TO_NOTHING = 1e-6;

/**
 * Compiles a response; the inputs' rows are known.
 *
 * @param weightsAt its first row in `responseWeights`
 */
export function compileResponse(
  response: LineResponse,
  rows: { readonly curve: readonly number[]; readonly adstock: readonly number[] },
  plan: { readonly periods: number; readonly budget: number },
  weightsAt: number,
): ProgramResponse {
  const { curve, of, points, range, spendScale, valueScale, adstock, carryIn } = response;
  const length = adstock?.length ?? 1;
  const [low, high] = range ?? [0, 1];
  return {
    curve,
    parameters: rows.curve,
    ofRevenue: of === 'revenue',
    half: { from: low, times: high - low },
    through: curve === 'table' ? tableThrough(points) : null,
    spendScale,
    valueScale,
    adstock: adstock === null ? null : { kind: adstock.kind, parameters: rows.adstock, normalised: adstock.normalised },
    length,
    carryIn,
    least: (NEXT_TO_NOTHING * plan.budget) / plan.periods / spendScale,
    weightsAt,
  };
}
