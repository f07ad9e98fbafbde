import type { AxisScale } from '../../../report/charts/axes.js';
import type { BudgetCurve } from '../../../report/charts/budgets.js';
import type { Courses } from '../../../report/charts/course.js';
import type { Density, DensityContext } from '../../../report/charts/density.js';
import type { Swings } from '../../../report/charts/swings.js';

// What charts show: figures and words alone. What draws them comes with the first chart that is shown (`pictures.ts`).

/** One thing in a picture that is pointed at as a whole: a bar, a period, a budget. */
export interface ChartRow {
  /** Its middle and its ends along the x axis; of bars by name, its number. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** What is said of it. */
  readonly says: string;
  readonly [field: string]: unknown;
}

interface Moving {
  readonly rows: readonly ChartRow[];
  readonly x: AxisScale;
  readonly y: AxisScale;
}

/** Profit over the futures. */
export interface DensityContent extends Moving {
  readonly kind: 'density';
  readonly density: Density;
  readonly context: DensityContext;
}

/** Courses over time. */
export interface CourseContent extends Moving {
  readonly kind: 'course';
  readonly courses: Courses;
  readonly periods: number;
}

/** A chart whose figures move while it is looked at. */
export type MovingContent = DensityContent | CourseContent;

/** What budgets would bring. */
interface BudgetsContent {
  readonly kind: 'budgets';
  readonly rows: readonly ChartRow[];
  readonly curve: BudgetCurve;
}

/** Bars by name. */
interface SwingsContent {
  readonly kind: 'swings';
  readonly rows: readonly ChartRow[];
  readonly swings: Swings;
}

/** A chart of an answer, which stays. */
export type StillContent = BudgetsContent | SwingsContent;

/** What a chart shows. */
export type ChartContent = MovingContent | StillContent;

export function isMoving(content: ChartContent): content is MovingContent {
  return content.kind === 'density' || content.kind === 'course';
}

/** What of a chart is compiled: with another, it is made anew. */
export function compiledOf(content: ChartContent): string {
  if (!isMoving(content)) return content.kind;
  const titles = [content.x.title, content.y.title];
  if (content.kind === 'density') return [content.kind, ...titles].join(' ');
  const { courses, periods } = content;
  return [content.kind, ...titles, periods === 1, courses.series.length, courses.zero].join(' ');
}
