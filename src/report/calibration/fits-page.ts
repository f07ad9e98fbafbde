import type { Calibration, LineFit } from '../../calibrate/fit/calibrate.js';
import { distributionText } from '../../calibrate/fit/line-text.js';
import { fitOriginText } from '../../calibrate/words/index.js';
import { mean, quantile } from '../../distributions/index.js';
import type { Distribution } from '../../distributions/types.js';
import { elementAt } from '../../required.js';
import type { Language } from '../../units/locale.js';
import { list, type Report, section, table } from '../blocks.js';
import type { Table } from '../content/table.js';
import { fitsText } from '../text/fits/index.js';
import { figuresIn } from './figures.js';
import { fitCharts } from './fit-charts.js';
import { findings } from './page.js';

/** Every fitted number: mean, 90 % interval, distribution, and where it came from. */
function fitsTable({ lines }: Calibration, language: Language): Table {
  const words = fitsText(language);
  const { figure, whole } = figuresIn(language);
  const row = (line: string, name: keyof typeof words.quantities, distribution: Distribution, origin: string) => [
    line,
    words.quantities[name],
    figure(mean(distribution)),
    figure(quantile(distribution, 0.05)),
    figure(quantile(distribution, 0.95)),
    distributionText(distribution),
    origin,
  ];
  const { columns } = words;
  return {
    columns: [
      columns.line,
      columns.quantity,
      columns.mean,
      columns.p5,
      columns.p95,
      columns.distribution,
      columns.origin,
    ],
    words: [1, 5, 6],
    rows: lines.flatMap(({ line, reach }) => {
      const id = `${line.platform}/${line.stage}`;
      const { cpm, rates } = line;
      return [
        row(id, 'cpm', cpm.distribution, fitOriginText(cpm.origin, language)),
        ...(['ctr', 'view_rate', 'cvr'] as const).flatMap((metric) => {
          const fitted = rates[metric];
          return fitted === null ? [] : [row(id, metric, fitted.distribution, fitOriginText(fitted.origin, language))];
        }),
        ...(reach.audience === null
          ? []
          : [row(id, 'audience', reach.audience.distribution, words.reachOf(whole(reach.audience.rows)))]),
        ...(reach.fatigue === null
          ? []
          : [row(id, 'fatigue', reach.fatigue.distribution, words.frequencyOf(whole(reach.fatigue.rows)))]),
      ];
    }),
  };
}

/** What a line's fit found, in sentences. */
function fitSentence({ fit, line }: LineFit, language: Language): string {
  const words = fitsText(language);
  const { percent, signed, whole, decimals } = figuresIn(language);
  const { mode, effects } = fit.price;
  const { priceWithClicks, pairs } = fit.dependence;
  return [
    words.size(`${line.platform}/${line.stage}`, whole(line.rows), whole(line.campaigns), decimals(line.side, 1)),
    words.price(
      percent(Math.expm1(mode.between)),
      percent(Math.expm1(Math.hypot(mode.drift, mode.noise))),
      percent(mode.persistence),
    ),
    words.scale(signed(2 ** elementAt(effects, 2) - 1)),
    words.together(decimals(priceWithClicks, 2), whole(pairs.priceWithClicks)),
  ].join(' ');
}

/**
 * A calibration as a page of findings: numbers, their origins, and the charts that the fits are judged by.
 *
 * @param notes in the page's language already
 */
export function fitsPage(
  calibration: Calibration,
  sources: readonly string[],
  notes: readonly string[],
  language: Language = 'en',
): Report {
  const words = fitsText(language);
  return findings(
    words.title,
    sources.join(', '),
    [
      section('fits', words.fitted, [list([...notes, ...calibration.lines.map((one) => fitSentence(one, language))])]),
      section('numbers', words.numbers, [table(words.numbers, fitsTable(calibration, language))]),
    ],
    calibration.lines.flatMap((one) => fitCharts(one, language)),
    language,
  );
}
