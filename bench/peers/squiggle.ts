import { accuracyOf, type Ladder } from './ladder.js';

type Interval = readonly [number, number];

/** A plan's arithmetic; 90 % intervals are lognormal. */
export interface PlainPlan {
  readonly lines: readonly {
    readonly budget: number;
    readonly cpm: Interval;
    readonly ctr: Interval;
    readonly cvr: Interval;
  }[];
  readonly order_value: Interval;
  readonly margin: number;
  readonly fee: number;
}

/** The part of Squiggle's library that runs a program. */
interface Squiggle {
  run(
    code: string,
    options: {
      readonly environment: { readonly sampleCount: number; readonly xyPointLength: number; readonly seed: string };
    },
  ): Promise<{ readonly result: { readonly ok: boolean; readonly value: unknown } }>;
}

/** The plan as a Squiggle program whose result is a list of profit's samples. */
export function squiggleProgram({ lines, order_value, margin, fee }: PlainPlan): string {
  const between = ([low, high]: Interval): string => `SampleSet.fromDist(${low} to ${high})`;
  const terms = lines.map(
    ({ budget, cpm, ctr, cvr }) =>
      `${budget * 1000} / ${between(cpm)} * ${between(ctr)} * ${between(cvr)} * value - ${budget * (1 + fee)}`,
  );
  return `value = ${between(order_value)} * ${margin}\nprofit = ${terms.join('\n  + ')}\nSampleSet.toList(profit)`;
}

/** Draws to an accuracy by Squiggle, or why there are none. */
export async function ladderOfSquiggle(
  plan: PlainPlan,
  accuracy: number,
  most: number,
  replicates: number,
): Promise<Ladder | string> {
  // No dependency of ours: found only where somebody installed it.
  const name = '@quri/squiggle-lang';
  let squiggle: Squiggle;
  try {
    squiggle = (await import(name)) as Squiggle;
  } catch {
    return `skipped: ${name} is not installed`;
  }
  const code = squiggleProgram(plan);
  return accuracyOf(accuracy, most, replicates, async (draws, replicate) => {
    const environment = { sampleCount: draws, xyPointLength: 1000, seed: `peers ${replicate}` };
    const { result } = await squiggle.run(code, { environment });
    if (!result.ok) throw new Error(`Squiggle: ${String(result.value)}`);
    return numbersOf(result.value);
  });
}

/** The numbers of a list as Squiggle hands it over: a module's result, whose value is an array of numbers or of values of numbers. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (Array.isArray(value)) return value.flatMap(numbersOf);
  const inner = value as { result?: unknown; value?: unknown; asJS?: () => unknown } | null;
  if (inner?.asJS !== undefined) return numbersOf(inner.asJS());
  return numbersOf(inner?.result ?? inner?.value);
}
