import type { Backtest } from '../../calibrate/backtest/backtest.js';
import { isoDay } from '../../calibrate/fit/daily.js';
import { sortedQuantile } from '../../numerics/sorted-quantile.js';
import { color, framed, layerOver } from '../charts/theme.js';
import type { Picture } from '../charts/types.js';

const WIDTH = 640;
const HEIGHT = 240;

/** For each series and outcome: bands against what came, and the histogram of the transforms. */
export function backtestCharts({ report, scored }: Backtest): Picture[] {
  return report.verdicts.flatMap(({ series, outcome }) => {
    const own = scored.filter(
      (one) => one.forecaster === 'huni' && one.series === series && one.outcome === outcome && one.draws !== null,
    );
    const days = own.map((one) => ({
      day: isoDay(one.day),
      origin: isoDay(one.origin),
      low: sortedQuantile(one.draws!, 0.1),
      high: sortedQuantile(one.draws!, 0.9),
      median: one.score.median,
      actual: one.score.actual,
    }));
    const row = report.table.find(
      (one) => one.forecaster === 'huni' && one.series === series && one.outcome === outcome,
    );
    const tenths = row?.pit.map((share, i) => ({ from: i / 10, to: (i + 1) / 10, share })) ?? [];
    const name = `${slug(series)}-${outcome}`;
    return [
      chart(
        `${name}-bands`,
        `${series}: ${outcome} a day, forecast and what came`,
        'Band: 80 % of each forecast, made on the day it begins from what was known then. Points: what came.',
        {
          width: WIDTH,
          height: HEIGHT,
          layer: [
            ...layerOver(days, {
              mark: { type: 'bar', color: color('gain'), opacity: 0.35, width: 2 },
              encoding: { x: dayAxis, y: { ...countAxis(outcome), field: 'low' }, y2: { field: 'high' } },
            }),
            ...layerOver(days, {
              mark: { type: 'tick', color: color('optimized'), thickness: 1.5, width: 3 },
              encoding: { x: dayAxis, y: { ...countAxis(outcome), field: 'median' } },
            }),
            ...layerOver(days, {
              mark: { type: 'point', filled: true, size: 9, color: color('ink') },
              encoding: { x: dayAxis, y: { ...countAxis(outcome), field: 'actual' } },
            }),
          ],
        },
      ),
      chart(
        `${name}-pit`,
        `${series}: where ${outcome} fell in their forecast`,
        'A tenth of the days in each tenth of the forecast where bands are right; high ends: too narrow; high middle: too wide.',
        {
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
                  axis: { title: 'probability forecast to be below what came', format: '.0%', grid: false },
                },
                x2: { field: 'to' },
                y: { field: 'share', type: 'quantitative', axis: { title: 'share of days', format: '.0%' } },
              },
            }),
            ...layerOver([{ share: 0.1 }], {
              mark: { type: 'rule', color: color('ink'), strokeDash: [4, 3] },
              encoding: { y: { field: 'share', type: 'quantitative' } },
            }),
          ],
        },
      ),
    ];
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
