import { pow } from '../distributions/elementary.js';
import { cdf, quantile } from '../distributions/index.js';
import { scaleDistribution } from '../distributions/scale.js';
import type { Distribution } from '../distributions/types.js';
import type { BreakEven, BreakEvenInput } from '../forecast/advice.js';
import { LINE_KIND } from '../model/compile.js';
import type { InputChange } from '../model/input-changes.js';
import { isFunnelLine, type Quantity, type Scenario } from '../scenario/types.js';
import { GRID_STEPS, searchGrid } from './grid-search.js';

/** Factors that are looked at: an input that has to be eight times as good is another plan. */
const FURTHEST = 8;
interface Lever {
  readonly input: BreakEvenInput;
  /** Whether a larger value is better. */
  readonly up: boolean;
  readonly line: string | null;
  readonly distribution: Distribution;
  /** The inputs times a factor; `null` where one can't be so large. */
  scaled(factor: number): readonly InputChange[] | null;
}

/** Tells of several changed plans how far each is above what is asked, below 0 where it isn't there; no change: the plan as it is. */
export type Reached = (changes: readonly (readonly InputChange[])[]) => Promise<readonly number[]>;

/** The inputs that `breakEvens` changes. */
export function breakEvenInputs(scenario: Scenario, budgets: Float64Array): ReadonlySet<string> {
  const changes = leversOf(scenario, budgets).flatMap((lever) => lever.scaled(1) ?? []);
  return new Set(changes.map(({ name }) => name));
}

/**
 * For each main input alone: the value from which a plan is good enough, beside what is believed now and how likely that is. On
 * common draws, all inputs at once: a round looks at one factor of each, on the log scale, to about half a percent.
 */
export async function breakEvens(scenario: Scenario, budgets: Float64Array, reached: Reached): Promise<BreakEven[]> {
  const levers = leversOf(scenario, budgets);
  const [asIs] = await reached([[]]);
  const searches = levers.map((lever) => {
    const furthest = furthestOf(lever);
    const factorAt = (step: number): number => pow(FURTHEST, (lever.up ? furthest : -furthest) * (step / GRID_STEPS));
    return { lever, factorAt, search: searchGrid(asIs) };
  });
  for (;;) {
    const open = searches.flatMap(({ lever, factorAt, search }) => {
      const step = search.next();
      return step === null ? [] : [{ search, changes: lever.scaled(factorAt(step)) }];
    });
    if (open.length === 0) break;
    const values = await reached(open.flatMap(({ changes }) => (changes === null ? [] : [changes])));
    let next = 0;
    for (const { search, changes } of open) search.tell(changes === null ? Number.NEGATIVE_INFINITY : values[next++]);
  }
  return searches.map(({ lever, factorAt, search }) => {
    const now = quantile(lever.distribution, 0.5);
    const needed = search.found === null ? null : now * factorAt(search.found);
    // A single value leaves no doubt to speak of.
    const sure = lever.distribution.family === 'fixed';
    const below = needed === null || sure ? null : cdf(lever.distribution, needed);
    const { input, line } = lever;
    return { input, line, now, needed, probability: below === null ? null : lever.up ? 1 - below : below };
  });
}

/** A share can't go past the whole: as a power of `FURTHEST`, how far an input may go. */
function furthestOf(lever: Lever): number {
  let furthest = 1;
  while (furthest > 0.02 && lever.scaled(pow(FURTHEST, lever.up ? furthest : -furthest)) === null) furthest *= 0.8;
  return furthest;
}

function leversOf(scenario: Scenario, budgets: Float64Array): Lever[] {
  const { economics } = scenario;
  const levers: Lever[] = [];
  const economic = (input: 'order_value' | 'margin' | 'repeat_rate', most: number): void => {
    const quantity = economics[input];
    if (!(quantile(quantity.distribution, 0.5) > 0)) return;
    levers.push({
      input,
      up: true,
      line: null,
      distribution: quantity.distribution,
      scaled: (factor) => {
        const distribution = times(quantity, factor, most);
        const kind = input === 'margin' ? 'rate' : 'amount';
        return distribution === null ? null : [{ name: `economics.${input}`, kind, distribution }];
      },
    });
  };
  economic('order_value', Number.POSITIVE_INFINITY);
  economic('margin', 1);
  const funnel = scenario.lines.flatMap((line, index) => (isFunnelLine(line) ? [{ line, index }] : []));
  const [largest] = [...funnel].sort((a, b) => budgets[b.index] - budgets[a.index]);
  for (const input of ['cvr', 'cpm'] as const) {
    if (largest === undefined) continue;
    levers.push({
      input,
      up: input === 'cvr',
      line: largest.line.id,
      distribution: largest.line.quantities[input].distribution,
      scaled: (factor) => {
        const most = input === 'cvr' ? 1 : Number.POSITIVE_INFINITY;
        const scaled = funnel.map(({ line }) => ({
          name: `${line.id}.${input}`,
          kind: LINE_KIND[input],
          distribution: times(line.quantities[input], factor, most),
        }));
        return scaled.every((change): change is InputChange => change.distribution !== null) ? scaled : null;
      },
    });
  }
  economic('repeat_rate', Number.POSITIVE_INFINITY);
  return levers;
}

/** A quantity times a factor; `null` where its P95 would pass the most that it can be. */
function times(quantity: Quantity, factor: number, most: number): Distribution | null {
  if (quantile(quantity.distribution, 0.95) * factor > most) return null;
  const scaled = scaleDistribution(quantity.distribution, factor);
  return scaled.ok ? scaled.value : null;
}
