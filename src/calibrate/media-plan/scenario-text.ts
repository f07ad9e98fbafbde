import { stringify } from 'yaml';
import { STAGES, type Stage } from '../../scenario/types.js';
import { apportion } from '../../units/apportion.js';
import type { Language } from '../../units/locale.js';
import { fromMinorUnits } from '../../units/money.js';
import { type PeriodUnit, periodStarts } from '../../units/period.js';
import { dayNumber, isoDay } from '../fit/daily.js';
import type { PlanWishes } from '../fit/fragment.js';
import { missingRate, oneLine } from '../fit/line-text.js';
import { isPlatform } from '../fit/priors.js';
import { scenarioWords, stageEvidenceText } from '../words/scenario/index.js';
import type { Placement } from './read.js';

export interface MediaPlanText {
  readonly name: string;
  /** Of its reports; left out: English. */
  readonly language?: Language;
  /** File name, for the header. */
  readonly source: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly placements: readonly Placement[];
  /** Weeks to plan, where the plan doesn't say when. */
  readonly weeks: number;
  readonly wishes: Pick<PlanWishes, 'goal' | 'orderValue' | 'margin'>;
  readonly notes: readonly string[];
}

/** Periods of a plan, and the day that each begins on; `null`: no date is reported. */
interface Calendar {
  readonly unit: PeriodUnit;
  readonly periods: number;
  readonly starts: readonly number[] | null;
  readonly end: number;
}

/**
 * A media plan as a scenario: a line a platform and stage with its budget to the smallest unit and its spend by period as
 * flighting; prices and rates are the built-in benchmarks', until exports or you say better.
 */
export function mediaPlanText(plan: MediaPlanText): string {
  const { currency, placements, wishes, language = 'en' } = plan;
  const { sentences, notes } = scenarioWords(language);
  const calendar = calendarOf(plan);
  const lines = grouped(placements);
  const amount = (units: number) => fromMinorUnits(units, currency);
  const whole = lines.reduce((sum, line) => sum + unitsOf(line.placements), 0);
  const { starts, unit, periods } = calendar;
  return [
    `# ${sentences.mediaPlan(oneLine(plan.source))}`,
    `# ${sentences.mediaPlanPrices()}`,
    ...plan.notes.map((note) => `# ${oneLine(note)}.`),
    `name: ${stringify(plan.name).trim()}`,
    ...(language === 'en' ? [] : [`language: ${language}`]),
    `currency: ${currency}`,
    ...(starts === null ? [] : [`start: ${isoDay(starts[0])}`]),
    `horizon: ${periods} ${unit}${periods === 1 ? '' : 's'}`,
    `budget: ${amount(whole)}`,
    '',
    ...(wishes.orderValue === undefined && wishes.margin === undefined
      ? []
      : [
          'economics:',
          ...(wishes.orderValue === undefined ? [] : [`  order_value: ${wishes.orderValue}`]),
          ...(wishes.margin === undefined ? [] : [`  margin: ${wishes.margin}`]),
          '',
        ]),
    ...(wishes.goal === undefined ? [] : [`goal: { maximize: ${stringify(wishes.goal).trim()} }`, '']),
    'lines:',
    ...lines.flatMap((line) => {
      const units = unitsOf(line.placements);
      const byPeriod = apportion(units, weightsOf(line.placements, calendar)).map(amount);
      const even = new Set(byPeriod).size === 1;
      const rows = line.placements.map(({ row }) => row);
      return [
        `  - platform: ${line.platform}`,
        `    stage: ${line.stage}  # ${oneLine([...new Set(line.placements.map(({ evidence }) => stageEvidenceText(evidence, language)))].join('; '))}`,
        `    budget: ${amount(units)}  # ${notes.ofRows(rows)}`,
        ...(even ? [] : [`    flighting: [${byPeriod.join(', ')}]`]),
        ...(isPlatform(line.platform)
          ? []
          : (['cpm', 'ctr', 'view_rate', 'cvr'] as const).flatMap((key) => missingRate(line, key, currency, language))),
      ];
    }),
    '',
  ].join('\n');
}

interface GroupedLine {
  readonly platform: string;
  readonly stage: Stage;
  readonly placements: readonly Placement[];
}

/** Rows of one platform and stage are one line; platforms in the plan's order, stages in the funnel's. */
function grouped(placements: readonly Placement[]): readonly GroupedLine[] {
  const platforms = [...new Set(placements.map(({ platform }) => platform))];
  return platforms.flatMap((platform) =>
    STAGES.flatMap((stage): GroupedLine[] => {
      const own = placements.filter((one) => one.platform === platform && one.stage === stage);
      return own.length === 0 ? [] : [{ platform, stage, placements: own }];
    }),
  );
}

const unitsOf = (placements: readonly Placement[]): number =>
  placements.reduce((sum, { spend }) => sum + spend.reduce((own, { units }) => own + units, 0), 0);

/** Months where all of the plan is in whole months, else weeks from its first day on. */
function calendarOf({ placements, weeks }: MediaPlanText): Calendar {
  const times = placements.flatMap(({ spend }) => spend.map(({ when }) => when));
  const numbered = times.flatMap((when) => (when?.kind === 'number' ? [when] : []));
  if (numbered.length > 0) {
    return { unit: numbered[0].unit, periods: Math.max(...numbered.map(({ at }) => at)) + 1, starts: null, end: 0 };
  }
  const spans = times.flatMap((when) => (when?.kind === 'days' ? [when] : []));
  if (spans.length < times.length) return { unit: 'week', periods: weeks, starts: null, end: 0 };
  const start = Math.min(...spans.map(({ first }) => first));
  const end = Math.max(...spans.map(({ last }) => last));
  const monthly = spans.every(({ first, last }) => isFirstOfMonth(first) && isFirstOfMonth(last + 1));
  const unit = monthly ? 'month' : 'week';
  const periods = monthly ? monthsBetween(start, end) : Math.ceil((end - start + 1) / 7);
  const starts = periodStarts(isoDay(start), unit, periods + 1).map(dayNumber);
  return { unit, periods, starts: starts.slice(0, periods), end: starts[periods] - 1 };
}

const isFirstOfMonth = (day: number): boolean => isoDay(day).endsWith('-01');

function monthsBetween(first: number, last: number): number {
  const [from, to] = [new Date(first * 86_400_000), new Date(last * 86_400_000)];
  return 12 * (to.getUTCFullYear() - from.getUTCFullYear()) + to.getUTCMonth() - from.getUTCMonth() + 1;
}

/** Money by period: each span's evenly over its days. */
function weightsOf(placements: readonly Placement[], { starts, periods, end }: Calendar): readonly number[] {
  const weights = new Array<number>(periods).fill(0);
  for (const { when, units } of placements.flatMap(({ spend }) => spend)) {
    if (when?.kind === 'number') weights[when.at] += units;
    else if (when === null || starts === null) for (let t = 0; t < periods; t++) weights[t] += units / periods;
    else {
      for (let t = 0; t < periods; t++) {
        const [from, to] = [starts[t], (starts[t + 1] ?? end + 1) - 1];
        const days = Math.min(when.last, to) - Math.max(when.first, from) + 1;
        if (days > 0) weights[t] += (units * days) / (when.last - when.first + 1);
      }
    }
  }
  return weights;
}
