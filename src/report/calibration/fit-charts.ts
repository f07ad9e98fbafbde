import type { LineFit } from '../../calibrate/fit/calibrate.js';
import { density } from '../../distributions/index.js';
import { normalQuantile } from '../../distributions/normal.js';
import type { Distribution } from '../../distributions/types.js';
import { elementAt, firstOf, lastOf } from '../../required.js';
import type { Language } from '../../units/locale.js';
import { color } from '../charts/colors.js';
import { framed, type Layer, layerOver } from '../charts/theme.js';
import type { Picture } from '../charts/types.js';
import { fitsText } from '../text/fits/index.js';
import { curve, histogram } from './histogram.js';

const WIDTH = 640;
const HEIGHT = 240;
const LAGS = 28;

/** The charts of a line's fits: price and each rate, as histogram, quantile plot and autocorrelation of what is left. */
export function fitCharts({ fit, line }: LineFit, language: Language): Picture[] {
  const { charts: says, quantities } = fitsText(language);
  const id = `${line.platform}-${line.stage}`;
  const name = `${line.platform}/${line.stage}`;
  const charts: Picture[] = [];
  const prices = fit.price.series.flatMap(({ y }) => Array.from(y));
  const { effects, mode } = fit.price;
  const spread: Distribution = {
    family: 'normal',
    mean: firstOf(effects),
    sd: Math.hypot(mode.between, mode.drift, mode.noise),
  };
  charts.push(
    ...present(
      `${id}-cpm-histogram`,
      says.price(name),
      says.priceNote,
      histogramSpec(prices, (x) => density(spread, x), says.priceAxis, says.density),
    ),
    ...residualCharts(id, name, 'cpm', fit.price.series, fit.price.innovations, language),
  );
  for (const metric of ['ctr', 'view_rate', 'cvr'] as const) {
    const rate = fit.rates[metric];
    if (rate === null) continue;
    const observed = rate.series.flatMap(({ trials, hits }) =>
      Array.from(trials, (n, row) => Math.log(elementAt(hits, row) / (n - elementAt(hits, row)))).filter(
        Number.isFinite,
      ),
    );
    const size = rate.mode.between;
    const within = rate.mode.daily / Math.max(1e-9, Math.min(rate.mode.mean, 1 - rate.mode.mean));
    const rho = 1 / (size + 1) + 1 / (within + 1) - 1 / ((size + 1) * (within + 1));
    const both = 1 / rho - 1;
    const whole: Distribution = {
      family: 'beta',
      alpha: rate.mode.mean * both,
      beta: (1 - rate.mode.mean) * both,
    };
    charts.push(
      ...present(
        `${id}-${metric}-histogram`,
        says.rate(name, quantities[metric]),
        says.rateNote,
        histogramSpec(observed, (x) => logOddsDensity(whole, x), says.rateAxis(quantities[metric]), says.density),
      ),
      ...residualCharts(id, name, metric, rate.series, rate.innovations, language),
    );
  }
  return charts;
}

function present(name: string, title: string, note: string, body: ReturnType<typeof histogramSpec>): Picture[] {
  return body === null ? [] : [{ name, title, note, spec: (layout) => framed({ title, note }, layout, body) }];
}

const axis = (field: string, title: string, domain?: readonly [number, number]) => ({
  field,
  type: 'quantitative' as const,
  ...(domain === undefined
    ? { scale: { nice: false, zero: false } }
    : { scale: { domain: [...domain], nice: false, zero: false } }),
  axis: { title, grid: false, ticks: true, domain: true, tickCount: 6 },
});

/** Density of the log odds of what a distribution on [0, 1] gives. */
function logOddsDensity(distribution: Distribution, x: number): number {
  const p = 1 / (1 + Math.exp(-x));
  return density(distribution, p) * p * (1 - p);
}

function histogramSpec(values: readonly number[], fitted: (x: number) => number, title: string, densityTitle: string) {
  const bars = histogram(values);
  const [low, high] = [bars[0]?.from ?? 0, bars.at(-1)?.to ?? 0];
  if (bars.length === 0) return null;
  const line = curve(fitted, low, high);
  const y = { field: 'density', type: 'quantitative' as const, axis: { title: densityTitle, tickCount: 4 } };
  const x = axis('from', title, [low, high]);
  const layer: Layer[] = [
    ...layerOver(bars, {
      mark: { type: 'bar', color: color('gain'), binSpacing: 1 },
      encoding: { x: { ...x, bin: 'binned' as const }, x2: { field: 'to' }, y },
    }),
    ...layerOver(line, {
      mark: { type: 'line', color: color('ink'), strokeWidth: 2 },
      encoding: { x: { ...x, field: 'x' }, y },
    }),
  ];
  return { width: WIDTH, height: HEIGHT, layer };
}

/** Quantile plot and autocorrelation of one-step-ahead errors, which are independent standard normals where a fit is right. */
function residualCharts(
  id: string,
  line: string,
  metric: 'cpm' | 'ctr' | 'view_rate' | 'cvr',
  series: readonly { readonly day: Int32Array }[],
  innovations: readonly Float64Array[],
  language: Language,
): Picture[] {
  const { charts: says, quantities } = fitsText(language);
  const quantity = quantities[metric];
  const sorted = innovations.flatMap((some) => Array.from(some)).sort((a, b) => a - b);
  const n = sorted.length;
  if (n < 8) return [];
  const stride = Math.max(1, Math.floor(n / 400));
  const points = sorted
    .map((came, i) => ({ expected: normalQuantile((i + 0.5) / n), came }))
    .filter((_, i) => i % stride === 0 || i === n - 1);
  const ends = [firstOf(points).expected, lastOf(points).expected];
  const quantiles = {
    width: WIDTH,
    height: HEIGHT,
    layer: [
      ...layerOver(
        ends.map((z) => ({ expected: z, came: z })),
        {
          mark: { type: 'line', color: color('rule'), strokeDash: [4, 3] },
          encoding: { x: axis('expected', says.expected), y: axis('came', says.errors) },
        },
      ),
      ...layerOver(points, {
        mark: { type: 'point', filled: true, size: 18, color: color('optimized') },
        encoding: { x: axis('expected', says.expected), y: axis('came', says.errors) },
      }),
    ],
  };
  const lags = autocorrelation(series, innovations);
  const correlations = {
    width: WIDTH,
    height: HEIGHT,
    layer: [
      ...layerOver(lags, {
        mark: { type: 'area', color: color('grid'), opacity: 0.8 },
        encoding: {
          x: axis('lag', says.lag),
          y: { ...axis('low', says.correlationAxis), field: 'low' },
          y2: { field: 'high' },
        },
      }),
      ...layerOver(lags, {
        mark: { type: 'bar', color: color('optimized'), width: 6 },
        encoding: { x: axis('lag', says.lag), y: axis('correlation', says.correlationAxis) },
      }),
    ],
  };
  return [
    ...present(`${id}-${metric}-quantiles`, says.quantiles(line, quantity), says.quantilesNote, quantiles),
    ...(lags.length === 0
      ? []
      : present(
          `${id}-${metric}-autocorrelation`,
          says.correlation(line, quantity),
          says.correlationNote,
          correlations,
        )),
  ];
}

/** Correlation of a campaign's errors so many days apart, over all campaigns, with the band of chance. */
function autocorrelation(series: readonly { readonly day: Int32Array }[], innovations: readonly Float64Array[]) {
  const sums = Array.from({ length: LAGS + 1 }, () => ({ xy: 0, xx: 0, yy: 0, n: 0 }));
  series.forEach(({ day }, campaign) => {
    const errors = elementAt(innovations, campaign);
    const at = new Map(Array.from(day, (d, row) => [d, elementAt(errors, row)]));
    for (let row = 0; row < day.length; row++) {
      for (let lag = 1; lag <= LAGS; lag++) {
        const later = at.get(elementAt(day, row) + lag);
        if (later === undefined) continue;
        const sum = elementAt(sums, lag);
        sum.xy += elementAt(errors, row) * later;
        sum.xx += elementAt(errors, row) ** 2;
        sum.yy += later ** 2;
        sum.n++;
      }
    }
  });
  return sums.flatMap(({ xy, xx, yy, n }, lag) => {
    if (n < 8 || !(xx > 0) || !(yy > 0)) return [];
    const chance = 1.96 / Math.sqrt(n);
    return [{ lag, correlation: xy / Math.sqrt(xx * yy), low: -chance, high: chance }];
  });
}
