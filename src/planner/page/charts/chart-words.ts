import { figureFormats } from '../../../report/figure-formats.js';
import type { TitleContext } from '../../../report/findings/course-titles.js';
import { chartsText as ar } from '../../../report/text/ar-charts.js';
import { chartsText as az } from '../../../report/text/az-charts.js';
import { chartsText as en } from '../../../report/text/en-charts.js';
import { EVEN_SPLIT } from '../../../report/text/even-split-name.js';
import { namedCourses } from '../../../report/text/outcomes/index.js';
import { chartsText as tr } from '../../../report/text/tr-charts.js';
import type { ReportText } from '../../../report/text/types.js';
import type { Language } from '../../../units/locale.js';
import type { PlanView } from '../../protocol.js';
import { currencyDisplay } from '../formats.js';
import { names } from '../names.js';
import { preferences } from '../state/preferences.js';

const CHARTS = { en, az, tr, ar };

/** What charts of a plan are written by. */
export interface ChartContext extends TitleContext {
  readonly text: TitleContext['text'] & {
    readonly names: Pick<ReportText['names'], 'kpis' | 'period' | 'plans' | 'separator'>;
    readonly charts: TitleContext['text']['charts'] & Pick<ReportText['charts'], 'fan'>;
  };
}

const known = new Map<string, ChartContext>();

/** The report's words and number forms for a plan's charts, in the page's language: the same object for as long as they stay. */
export function chartContext(
  plan: Pick<PlanView, 'currency' | 'currencyDigits' | 'start' | 'unit' | 'periods' | 'outcome' | 'isEvenSplit'>,
): ChartContext {
  const { language } = preferences.value;
  const { currency, start, unit, periods, outcome, isEvenSplit } = plan;
  const key = [currency, language, start, unit, periods, outcome, isEvenSplit].join(' ');
  const context = known.get(key) ?? contextOf(plan, language);
  known.set(key, context);
  return context;
}

function contextOf(
  { outcome, isEvenSplit, ...plan }: Parameters<typeof chartContext>[0],
  language: Language,
): ChartContext {
  const { plans } = names();
  const given = isEvenSplit ? EVEN_SPLIT[language] : plans.given;
  const text = { language, names: { ...names(), plans: { ...plans, given } }, charts: CHARTS[language] };
  return {
    text: outcome === null ? text : { ...text, charts: namedCourses(text, outcome) },
    formats: figureFormats({ ...plan, horizon: plan }, language, currencyDisplay(plan.currency, language)),
    horizon: plan,
  };
}
