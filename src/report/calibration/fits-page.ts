import type { Calibration, LineFit } from '../../calibrate/fit/calibrate.js';
import { distributionText } from '../../calibrate/fit/line-text.js';
import { mean, quantile } from '../../distributions/index.js';
import type { Distribution } from '../../distributions/types.js';
import { list, type Report, section, table } from '../blocks.js';
import type { Table } from '../content/table.js';
import { fitCharts } from './fit-charts.js';
import { findings } from './page.js';

const figure = (value: number) => new Intl.NumberFormat('en', { maximumSignificantDigits: 4 }).format(value);

/** Every fitted number: mean, 90 % interval, distribution, and where it came from. */
function fitsTable({ lines }: Calibration): Table {
  const row = (line: string, name: string, distribution: Distribution, origin: string) => [
    line,
    name,
    figure(mean(distribution)),
    figure(quantile(distribution, 0.05)),
    figure(quantile(distribution, 0.95)),
    distributionText(distribution),
    origin,
  ];
  return {
    columns: ['line', 'quantity', 'mean', 'p5', 'p95', 'distribution', 'origin'],
    words: [1, 5, 6],
    rows: lines.flatMap(({ line, reach }) => {
      const id = `${line.platform}/${line.stage}`;
      const { cpm, rates } = line;
      return [
        row(id, 'cpm', cpm.distribution, cpm.origin),
        ...(['ctr', 'view_rate', 'cvr'] as const).flatMap((metric) => {
          const fitted = rates[metric];
          return fitted === null ? [] : [row(id, metric, fitted.distribution, fitted.origin)];
        }),
        ...(reach.audience === null
          ? []
          : [row(id, 'audience', reach.audience.distribution, `reach of ${reach.audience.rows} rows`)]),
        ...(reach.fatigue === null
          ? []
          : [
              row(
                id,
                'fatigue',
                reach.fatigue.distribution,
                `click rate against frequency, ${reach.fatigue.rows} rows`,
              ),
            ]),
      ];
    }),
  };
}

/** What a line's fit found, in sentences. */
function fitSentences({ fit, line }: LineFit): string[] {
  const { mode, effects } = fit.price;
  const percent = (logs: number) => `${Math.round(100 * Math.expm1(logs))} %`;
  const scale = (2 ** effects[2]! - 1) * 100;
  const { priceWithClicks } = fit.dependence;
  return [
    `${line.platform}/${line.stage}: ${line.rows} rows of ${line.campaigns} campaigns, about ${line.side.toFixed(1)} side by side. ` +
      `Price varies by a factor of ${percent(mode.between)} between campaigns and ${percent(Math.hypot(mode.drift, mode.noise))} from day to day (one standard deviation); ` +
      `a day's slow part keeps ${Math.round(100 * mode.persistence)} % of itself to the next. Doubling spend for good changes price by ${scale.toFixed(0)} %. ` +
      `Surprises in price and click rate on a day correlate at ${priceWithClicks.toFixed(2)} (${fit.dependence.pairs.priceWithClicks} days).`,
  ];
}

/** A calibration as a page of findings: numbers, their origins, and the charts that the fits are judged by. */
export function fitsPage(calibration: Calibration, sources: readonly string[], notes: readonly string[]): Report {
  const numbers = 'Numbers and their origin';
  return findings(
    'Fits from your exports',
    sources.join(', '),
    [
      section('fits', 'What was fitted', [list([...notes, ...calibration.lines.flatMap(fitSentences)])]),
      section('numbers', numbers, [table(numbers, fitsTable(calibration))]),
    ],
    calibration.lines.flatMap(fitCharts),
  );
}
