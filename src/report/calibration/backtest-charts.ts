import { isoDay } from '../../calibrate/fit/daily.js';
import { type Backtest, type ScoredFigure, type ScoreRow, TOTAL } from '../../forecast/backtest/types.js';
import type { Language } from '../../units/locale.js';
import { color } from '../charts/colors.js';
import { framed, layerOver } from '../charts/theme.js';
import type { Picture } from '../charts/types.js';
import { backtestWords } from '../text/backtest/index.js';

const WIDTH = 640;
const HEIGHT = 240;

/** For each group and outcome: bands of the horizon's days and of its totals against what came, and the histogram of the transforms. */
export function backtestCharts({ report, scored }: Backtest, language: Language): Picture[] {
  return report.scores
    .filter(({ span }) => span.days === report.horizon)
    .flatMap((row) => {
      const own = scored.filter(
        (one) =>
          one.group === row.group &&
          one.outcome === row.outcome &&
          one.span.kind === row.span.kind &&
          one.span.days === row.span.days,
      );
      return [bandsChart(row, own, language), transformsChart(row, language)];
    });
}

function bandsChart({ group, outcome, span }: ScoreRow, own: readonly ScoredFigure[], language: Language): Picture {
  const words = backtestWords(language);
  const { charts: says } = words;
  const [whose, what] = [group === TOTAL ? words.all : group, words.outcomes[outcome]];
  const data = own.map(({ day, origin, band, score }) => ({
    day: isoDay(day),
    origin: isoDay(origin),
    low: band.p10,
    high: band.p90,
    median: band.p50,
    actual: score.actual,
  }));
  const [title, note, width] =
    span.kind === 'days'
      ? [says.days(whose, what), says.daysNote, 2]
      : [says.total(whose, what, String(span.days)), says.totalNote, 6];
  return chart(`${slug(group)}-${outcome}-${span.kind}-bands`, title, note, {
    width: WIDTH,
    height: HEIGHT,
    layer: [
      ...layerOver(data, {
        mark: { type: 'bar', color: color('gain'), opacity: 0.35, width },
        encoding: { x: dayAxis, y: { ...countAxis(what), field: 'low' }, y2: { field: 'high' } },
      }),
      ...layerOver(data, {
        mark: { type: 'tick', color: color('optimized'), thickness: 1.5, width: width + 1 },
        encoding: { x: dayAxis, y: { ...countAxis(what), field: 'median' } },
      }),
      ...layerOver(data, {
        mark: { type: 'point', filled: true, size: span.kind === 'days' ? 9 : 25, color: color('ink') },
        encoding: { x: dayAxis, y: { ...countAxis(what), field: 'actual' } },
      }),
    ],
  });
}

function transformsChart({ group, outcome, span, pit }: ScoreRow, language: Language): Picture {
  const words = backtestWords(language);
  const { charts: says } = words;
  const [whose, counted] = [group === TOTAL ? words.all : group, words.outcomes[outcome]];
  const tenths = pit.map((share, i) => ({ from: i / 10, to: (i + 1) / 10, share }));
  const what = span.kind === 'days' ? says.ofDays(counted) : says.ofTotal(counted, String(span.days));
  return chart(`${slug(group)}-${outcome}-${span.kind}-pit`, says.transforms(whose, what), says.transformsNote, {
    width: WIDTH,
    height: HEIGHT,
    layer: [
      ...layerOver(tenths, {
        mark: { type: 'bar', color: color('gain'), binSpacing: 1 },
        encoding: {
          x: {
            field: 'from',
            type: 'quantitative',
            bin: 'binned',
            scale: { domain: [0, 1] },
            axis: { title: says.below, format: '.0%', grid: false },
          },
          x2: { field: 'to' },
          y: { field: 'share', type: 'quantitative', axis: { title: says.share, format: '.0%' } },
        },
      }),
      ...layerOver([{ share: 0.1 }], {
        mark: { type: 'rule', color: color('ink'), strokeDash: [4, 3] },
        encoding: { y: { field: 'share', type: 'quantitative' } },
      }),
    ],
  });
}

const dayAxis = {
  field: 'day',
  type: 'temporal' as const,
  timeUnit: 'utcyearmonthdate' as const,
  axis: { title: null, grid: false, format: '%b %Y', tickCount: 8, labelOverlap: true as const },
};
const countAxis = (outcome: string) => ({
  type: 'quantitative' as const,
  axis: { title: outcome, format: '~s', tickCount: 5 },
});

function chart(name: string, title: string, note: string, body: Parameters<typeof framed>[2]): Picture {
  return { name, title, note, spec: (layout) => framed({ title, note }, layout, body) };
}

/** A platform's name as part of a file's name. */
function slug(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'all'
  );
}
