import type { ReportContext } from '../context.js';
import { kpiInSentence } from '../findings/headlines.js';

/** How exact the figures are, where draws were made until they were exact enough. */
export function accuracySentence({ forecast, text, formats }: ReportContext): string | null {
  const { accuracy } = forecast.result.engine;
  if (accuracy === undefined) return null;
  const { kpi, figure, reached, asked } = accuracy;
  const words = text.page.reproduce;
  const name = text.names.kpis[kpi] === undefined ? kpi : kpiInSentence(text, kpi);
  const line = words.accuracyLine(
    name,
    text.page.figures.columns[figure],
    formats.share(reached),
    formats.share(asked),
  );
  return reached <= asked ? line : `${line}. ${words.mostDraws}`;
}
