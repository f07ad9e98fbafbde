import { cdf, quantile } from '../distributions/index.js';
import { scaleDistribution } from '../distributions/scale.js';
import type { Distribution } from '../distributions/types.js';
import type { BreakEven, BreakEvenInput } from '../forecast/advice.js';
import { isFunnelLine, type Line, type Quantity, type Scenario } from '../scenario/types.js';

/** Factors that are looked at: an input that has to be eight times as good is another plan. */
const FURTHEST = 8;
/** Halvings of the factor's range (on the log scale): to about half a percent. */
const HALVINGS = 9;

interface Lever {
  readonly input: BreakEvenInput;
  /** Whether a larger value is better. */
  readonly up: boolean;
  readonly line: string | null;
  readonly distribution: Distribution;
  scaled(factor: number): Scenario | null;
}

/**
 * For each main input alone: the value from which a plan is good enough, beside what is believed now and how likely that is. By
 * bisection on the factor that the input is multiplied by, on common draws.
 *
 * @param reached how far a scenario's plan is above what is asked, below 0 where it isn't there
 */
export async function breakEvens(
  scenario: Scenario,
  budgets: Float64Array,
  reached: (scenario: Scenario) => Promise<number>,
): Promise<BreakEven[]> {
  const found: BreakEven[] = [];
  for (const lever of leversOf(scenario, budgets)) {
    const factor = await factorFor(lever, reached);
    const now = quantile(lever.distribution, 0.5);
    const needed = factor === null ? null : now * factor;
    // A single value leaves no doubt to speak of.
    const sure = lever.distribution.family === 'fixed';
    const below = needed === null || sure ? null : cdf(lever.distribution, needed);
    const { input, line } = lever;
    found.push({ input, line, now, needed, probability: below === null ? null : lever.up ? 1 - below : below });
  }
  return found;
}

async function factorFor(lever: Lever, reached: (scenario: Scenario) => Promise<number>): Promise<number | null> {
  const at = async (power: number): Promise<number> => {
    const scaled = lever.scaled(FURTHEST ** (lever.up ? power : -power));
    return scaled === null ? Number.NEGATIVE_INFINITY : reached(scaled);
  };
  let [low, high] = [0, 1];
  // A share can't go past the whole: the furthest that it can is looked for first.
  while (high > 0.02 && lever.scaled(FURTHEST ** (lever.up ? high : -high)) === null) high *= 0.8;
  if (!((await at(high)) >= 0)) return null;
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    if ((await at(middle)) >= 0) high = middle;
    else low = middle;
  }
  return FURTHEST ** (lever.up ? high : -high);
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
        const scaled = times(quantity, factor, most);
        return scaled === null ? null : { ...scenario, economics: { ...economics, [input]: scaled } };
      },
    });
  };
  economic('order_value', Number.POSITIVE_INFINITY);
  economic('margin', 1);
  const funnel = scenario.lines.flatMap((line, index) => (isFunnelLine(line) ? [{ line, index }] : []));
  const [largest] = [...funnel].sort((a, b) => budgets[b.index]! - budgets[a.index]!);
  for (const input of ['cvr', 'cpm'] as const) {
    if (largest === undefined) continue;
    levers.push({
      input,
      up: input === 'cvr',
      line: largest.line.id,
      distribution: largest.line.quantities[input].distribution,
      scaled: (factor) => {
        const lines: Line[] = [];
        for (const line of scenario.lines) {
          const scaled = isFunnelLine(line)
            ? times(line.quantities[input], factor, input === 'cvr' ? 1 : Number.POSITIVE_INFINITY)
            : null;
          if (isFunnelLine(line) && scaled === null) return null;
          lines.push(isFunnelLine(line) ? { ...line, quantities: { ...line.quantities, [input]: scaled! } } : line);
        }
        return { ...scenario, lines };
      },
    });
  }
  economic('repeat_rate', Number.POSITIVE_INFINITY);
  return levers;
}

/** A quantity times a factor; `null` where its P95 would pass the most that it can be. */
function times(quantity: Quantity, factor: number, most: number): Quantity | null {
  if (quantile(quantity.distribution, 0.95) * factor > most) return null;
  const scaled = scaleDistribution(quantity.distribution, factor);
  return scaled.ok ? { ...quantity, distribution: scaled.value } : null;
}
