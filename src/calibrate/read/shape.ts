import { aliasesOf } from './aliases/index.js';
import { readDate } from './dates.js';
import { isFigure } from './fields.js';
import { visible } from './header-name.js';
import { plainName } from './named-dates.js';

/** What a column is called whose cells name figures, and one that has them, as `plainName` leaves it. */
const METRIC =
  /^(?:metrics?|metric[ _]names?|measures?|measure[ _]names?|kpi|gostərici|metrika|metrik|gosterge|показатель|метрика|kennzahl|indicateur|metrique|metrica|indicador|indicatore|wskaznik|miara|指標|指标|المقياس|المؤشر)$/u;
const VALUE =
  /^(?:values?|metric[ _]values?|measure[ _]values?|amount|figure|dəyər|qiymət|deger|значение|wert|valeur|valor|valore|wartosc|値|值|数值|القيمة)$/u;
/** Columns that say what a figure is in: they belong to it, not to the row. */
const UNIT =
  /^(?:units?|currency|currency[ _]code|unit of measure|vahid|birim|valyuta|para birimi|единица|валюта|einheit|wahrung|unite|devise|unidad|moneda|unidade|moeda|unita|valuta|jednostka|waluta|単位|单位|币种|通貨|الوحدة|العملة)$/u;

/** A column of one period: which, as it is written, and the figure that it names; empty: none. */
interface PeriodColumn {
  readonly index: number;
  readonly period: string;
  readonly figure: string;
}

/** How a table is laid out that has no column a figure. */
export interface Shape {
  /** Column whose cells name figures; `null`: the columns' names do, or nothing. */
  readonly metric: number | null;
  /** Column of figures, where a row has one. */
  readonly value: number | null;
  /** Columns of a month, week or day each. */
  readonly periods: readonly PeriodColumn[];
  /** Columns that say what a row is about. */
  readonly labels: readonly number[];
  readonly units: readonly number[];
}

export const isMetricName = (header: string): boolean => METRIC.test(plainName(visible(header)));
/** Whether a text is the name of a figure of exports. */
export const namesFigure = (text: string): boolean => aliasesOf(text).some(({ field }) => isFigure(field));

const isPeriod = (text: string): boolean => /\d/.test(text) && typeof readDate(text, 'year first') === 'object';
/** What stands between a period and a figure: `Spend - Jan 2026`. */
const BETWEEN = /^[\s_|/:()[\]–—-]+|[\s_|/:()[\]–—-]+$/gu;

/** A header that is a period, or one before or behind the name of a figure: `2026-01`, `Jan 2026 Spend`, `Spend (Jan 2026)`. */
function periodColumn(header: string, index: number): PeriodColumn | null {
  const text = visible(header);
  if (isPeriod(text)) return { index, period: text, figure: '' };
  const words = text.split(/\s+/);
  for (let length = 1; length <= 3 && length < words.length; length++) {
    for (const [some, rest] of [
      [words.slice(0, length), words.slice(length)],
      [words.slice(-length), words.slice(0, -length)],
    ] as const) {
      const [period, figure] = [some, rest].map((part) => part.join(' ').replace(BETWEEN, ''));
      if (period !== undefined && figure !== undefined && isPeriod(period) && namesFigure(figure))
        return { index, period, figure };
    }
  }
  return null;
}

/** A sum or an average of periods, beside them. */
const isTotal = (header: string): boolean =>
  /^(?:grand )?(?:total|sum|toplam|genel toplam|cemi|cəmi|gesamt|summe|итого|всего|suma|soma|somme|totale|razem|合計|总计|المجموع|[yqm]td|year to date|average|avg)(?: |$)|^20\d{2}$/u.test(
    plainName(visible(header)),
  );

/** How a table is laid out whose header has no column a figure: one row a figure, or a column a period; `null`: in another way. */
export function shapeOf(headers: readonly string[]): Shape | null {
  const periods = headers.flatMap((header, index) => periodColumn(header, index) ?? []);
  const isOther = (index: number): boolean =>
    headers[index] !== '' && !periods.some((one) => one.index === index) && !isTotal(headers[index] ?? '');
  const others = headers.map((_, index) => index).filter(isOther);
  if (others.some((index) => namesFigure(headers[index] ?? '') && !VALUE.test(plainName(headers[index] ?? ''))))
    return null;
  const metric = others.find((index) => isMetricName(headers[index] ?? '')) ?? null;
  const value = others.find((index) => VALUE.test(plainName(visible(headers[index] ?? '')))) ?? null;
  const isLong = metric !== null && value !== null && periods.length < 2;
  if (!isLong && new Set(periods.map(({ period }) => period)).size < 2) return null;
  const known = others.some(
    (index) => index !== metric && index !== value && aliasesOf(headers[index] ?? '').length > 0,
  );
  if (!known) return null;
  const units =
    isLong || metric !== null ? others.filter((index) => UNIT.test(plainName(visible(headers[index] ?? '')))) : [];
  return {
    metric,
    value: isLong ? value : null,
    periods: isLong ? [] : periods,
    labels: others.filter((index) => index !== metric && !(isLong && index === value) && !units.includes(index)),
    units,
  };
}
