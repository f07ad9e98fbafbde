import type { ReadonlySignal } from '@preact/signals';
import type { ShownFigures } from '../../../forecast/shown-figures.js';
import { inBand } from '../../../units/in-band.js';
import type { PlanView } from '../../protocol.js';
import type { Formats } from '../formats.js';
import { kpiNames } from '../names.js';
import { dashed } from './dashed.js';
/** What a line brings and costs. By itself: it is drawn anew when figures come, and not while a slider moves. */
export function LineOutcome({
  line,
  plan,
  priced,
  formats,
}: {
  readonly line: string;
  readonly plan: PlanView;
  readonly priced: ReadonlySignal<ShownFigures | null>;
  readonly formats: Formats;
}) {
  const kpis = priced.value?.plan.kpis.lines[line];
  const band = (kpi: string, write: (value: number) => string): string | null => {
    const summary = kpis?.[kpi];
    return summary?.p10 === null || summary?.p10 === undefined || summary.p90 === null
      ? null
      : dashed(...bandOf(summary.p10, summary.p90, write));
  };
  const clicks = band('clicks', formats.count);
  const conversions = band('conversions', formats.count);
  const outcomes = kpiNames(plan);
  const costOf = ['cpa', 'cpc', 'cpm'].find((kpi) => band(kpi, String) !== null);
  const cost = costOf === undefined ? null : band(costOf, formats.estimate);
  return (
    <p class="note outcome">
      {clicks !== null && <span>{`${outcomes.clicks}: ${clicks}`}</span>}
      {conversions !== null && <span>{`${outcomes.conversions}: ${conversions}`}</span>}
      {cost !== null && <span>{`${outcomes[costOf ?? '']}: ${cost}`}</span>}
    </p>
  );
}

/** Both ends to the digits of the larger one, as the report has them. */
function bandOf(low: number, high: number, write: (value: number) => string): [string, string] {
  return [write(inBand(low, low, high)), write(inBand(high, low, high))];
}
