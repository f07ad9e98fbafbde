import type { ReportContext } from '../context.js';
import { figure } from '../findings/plans.js';
import { textWidth } from '../text-width.js';
import { alongFoot, fixedAxis, upSide } from './axes.js';
import { LABEL_SIZE } from './colors.js';
import { type CourseContext, type Courses, courseAmounts, coursePeriods, courseRows, courseTable } from './course.js';
import { courseSets, endsRoom, fanLayers } from './course-layers.js';
import { paper } from './paper.js';
import { pointedBands } from './pointed.js';
import { written } from './sheet.js';
import { framed } from './theme.js';
import type { Chart, Layout } from './types.js';

/** Courses that a report shows. */
interface Fan extends Courses {
  readonly name: string;
  readonly title: string;
  readonly note: string;
}

/** What the course behind the other one is, in a line's words and in a single point's. */
interface Behind {
  readonly dashed: string;
  readonly diamond: string;
}

/**
 * How to read a fan, and what it leaves out.
 *
 * @param behind of a fan whose courses aren't those of the plan given and the one followed
 */
export function fanNote({ forecast, text, formats, shown, plan }: ReportContext, behind?: Behind): string {
  const words = text.charts.fan;
  const single = forecast.scenario.horizon.periods === 1;
  const [alone, both] = single ? [words.noteSingle, words.noteSingleBoth] : [words.note, words.noteBoth];
  const other = shown.length > 1 ? both : alone;
  const reading = behind === undefined ? other : `${alone} ${single ? behind.diamond : behind.dashed}`;
  const tail = figure(plan.result.kpis.total, 'tail');
  return tail !== null && tail.mean >= 0.5 ? `${reading} ${words.tail(formats.count(tail.mean))}` : reading;
}

/** A fan with its figures behind it. */
export function fanChart({ text, formats, forecast }: ReportContext, fan: Fan): Chart {
  const context = { text, formats, horizon: forecast.scenario.horizon };
  return {
    name: fan.name,
    title: fan.title,
    note: fan.note,
    table: courseTable(context, fan),
    spec: (layout) => fanSpec(context, fan, layout),
  };
}

function fanSpec(context: CourseContext, fan: Fan, layout: Layout) {
  const sheet = paper(layout);
  const { narrow } = sheet;
  const { periods } = context.horizon;
  const single = periods === 1;
  const height = narrow ? 230 : 340;
  const amounts = courseAmounts(fan, narrow ? 4 : 6);
  const axisWidth = Math.max(...Object.values(amounts.labels).map((label) => textWidth(label, LABEL_SIZE)));
  const width = Math.max(120, layout.width - axisWidth - endsRoom(fan, sheet) - 14);
  const ends = coursePeriods(context, Math.max(2, Math.floor(width / (narrow ? 62 : 76))));
  const axes = {
    x: alongFoot(fixedAxis(ends), false, { labelBound: false }),
    y: upSide(fixedAxis(amounts), false, -axisWidth - 6),
  };
  const rows = courseRows(context, fan);
  const below = fan.zero && amounts.low < 0;
  const pointed = pointedBands(
    rows.map(({ at, says }) => ({ at, says })),
    { x: single ? { value: width / 2 } : axes.x('at'), y: { value: 0 }, y2: { value: height } },
    single ? width : width / (periods - 1),
  );
  return framed(fan, layout, {
    width,
    height,
    data: { values: [...rows] },
    layer: [
      ...fanLayers(axes, { ...fan, zero: below }, periods, sheet, written(courseSets(fan, amounts, { width, height }))),
      ...pointed,
    ],
  });
}
