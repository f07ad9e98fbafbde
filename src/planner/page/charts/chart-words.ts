import type { TitleContext } from '../../../report/findings/course-titles.js';
import { chartsText as ar } from '../../../report/text/ar-charts.js';
import { chartsText as az } from '../../../report/text/az-charts.js';
import { chartsText as en } from '../../../report/text/en-charts.js';
import { namedCourses } from '../../../report/text/outcomes/index.js';
import { chartsText as tr } from '../../../report/text/tr-charts.js';
import type { PlanView } from '../../protocol.js';
import { figuresOf } from '../formats.js';
import { names } from '../names.js';
import { preferences } from '../state/preferences.js';

const CHARTS = { en, az, tr, ar };

/** What the report's charts of a plan are written by, in the page's language. */
export function chartContext(
  plan: Pick<PlanView, 'currency' | 'currencyDigits' | 'start' | 'unit' | 'periods' | 'outcome'>,
): TitleContext {
  const { language } = preferences.value;
  const text = { language, names: names(), charts: CHARTS[language] };
  return {
    text: plan.outcome === null ? text : { ...text, charts: namedCourses(text, plan.outcome) },
    formats: figuresOf(plan, language),
    horizon: plan,
  };
}
