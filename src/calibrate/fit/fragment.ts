import { stringify } from 'yaml';
import type { Language } from '../../units/locale.js';
import { type PeriodUnit, periodStarts } from '../../units/period.js';
import type { ExportNote, LineLeftOut } from '../facts.js';
import { sayIn } from '../words/index.js';
import { scenarioWords } from '../words/scenario/index.js';
import type { Calibration, LineFit } from './calibrate.js';
import { correlationText } from './correlation-text.js';
import { dayNumber, isoDay } from './daily.js';
import { UNKNOWN } from './from-export.js';
import { NO_DATES } from './line.js';
import { sharedNoise, VARYING } from './line-noise.js';
import { distributionText, lineText, oneLine, short } from './line-text.js';
import type { Recording } from './recording.js';

/** What a planner may say of a plan made from exports. */
export interface PlanWishes {
  /** Budget of the horizon, in currency; left out: the pace of the last four weeks goes on. */
  readonly budget?: number;
  /** Spend by line (`platform/stage`) and period, in place of a budget; lines it doesn't name get nothing. */
  readonly spend?: ReadonlyMap<string, readonly number[]>;
  /** What to maximise, as a scenario's `goal` has it. */
  readonly goal?: string;
  /** `economics`, as scenarios write them. */
  readonly orderValue?: string;
  readonly margin?: string;
}

/** What a scenario needs that exports don't say. */
export interface FragmentOptions {
  readonly name: string;
  /** Of its reports, and of what is said beside the numbers; left out: English. */
  readonly language?: Language;
  /** ISO 4217. */
  readonly currency: string;
  /** Decimals of the currency's smallest unit. */
  readonly digits: number;
  /** ISO date of the first period; left out: the day after the last row. */
  readonly start: string | null;
  readonly horizon: { readonly periods: number; readonly unit: PeriodUnit; readonly periodDays: number };
  /** Days that a row covers: what happens within them isn't seen. */
  readonly windowDays: number;
  /** Last day whose spend is carried in; left out: the last of the rows. */
  readonly carriedUntil?: number;
  /** Whether conversions are leads. */
  readonly leads?: boolean;
  /** How late conversions are recorded; left out: at once. */
  readonly recording?: Recording | null;
  /** What the planner says beside the exports. */
  readonly plan?: PlanWishes;
  /** Files that were read, for the header. */
  readonly sources: readonly string[];
  /** Sentences for the header. */
  readonly notes: readonly string[];
}

/** Bounds of a scenario's `noise`: prices that never move would have 1. */
const MOST_RHO = 0.99;
const MOST_SD = 5;
/** What lines vary by alone is written from this on: what is less is what chance in counts is believed to be anyway. */
const LEAST_ALONE = 0.03;
/** A row that covers this many times a period averages its noise away. */
const WIDER = 1.5;

/** Lines that are in the fits and not in the scenario: on no platform that is known, or without spend for four weeks. */
export function linesLeftOut(calibration: Calibration): readonly LineLeftOut[] {
  const usable = new Set(usableLines(calibration));
  return calibration.lines
    .filter((one) => !usable.has(one))
    .map(({ line }) => ({
      line: `${line.platform}/${line.stage}`,
      spendUntil: line.platform === UNKNOWN ? null : isoDay(line.lastDay),
    }));
}

/** Lines with a platform that ran in the last four weeks, or that spend is given for; all of them where none did. */
function usableLines({ lines }: Calibration, spend?: PlanWishes['spend']): readonly LineFit[] {
  const named = lines.filter(({ line }) => line.platform !== UNKNOWN);
  if (spend !== undefined) {
    const given = named.filter(({ line }) => spend.get(`${line.platform}/${line.stage}`)?.some((x) => x > 0));
    if (given.length > 0) return given;
  }
  const alive = named.filter(({ line }) => line.dailySpend > 0);
  return alive.length > 0 ? alive : named;
}

/** Weekdays that differ by less than half a percent aren't worth a line. */
const LEAST_WEEKDAY = 0.005;

/** What was fitted but isn't in the scenario: weekdays in plans by week or month, where whole weeks are right. */
export function notExpressed(calibration: Calibration, periodDays = 7): readonly ExportNote[] {
  if (periodDays === 1) return [];
  return usableLines(calibration)
    .filter(({ fit }) => fit.season.weekday.some((effect) => Math.abs(effect) >= LEAST_WEEKDAY))
    .map(({ line }) => ({ code: 'weekday-prices', parameters: { line: `${line.platform}/${line.stage}` } }));
}

/**
 * A calibration as a scenario that can be run, edited, or taken as a base (`extends`): lines with their distributions,
 * period noise, factor shares and season, budgets at the pace of the last four weeks. Each number's origin stands beside it;
 * what the exports don't tell is left out, and comes from the built-in benchmarks.
 *
 * @returns `null` where no line is on a platform that scenarios know
 */
export function fragmentText(calibration: Calibration, options: FragmentOptions): string | null {
  const lines = usableLines(calibration, options.plan?.spend);
  if (lines.length === 0) return null;
  const { horizon, currency, digits, language = 'en' } = options;
  const { sentences } = scenarioWords(language);
  const last = Math.max(...lines.map(({ line }) => line.lastDay));
  const dated = last !== NO_DATES;
  const start = options.start ?? (dated ? isoDay(last + 1) : null);
  const days = horizon.periods * horizon.periodDays;
  const { plan = {} } = options;
  const pace = lines.map(({ line }) => (dated ? line.dailySpend * days : line.spend));
  const byPeriod = lines.map(({ line }) => plan.spend?.get(`${line.platform}/${line.stage}`) ?? []);
  const { budgets, total } =
    plan.spend === undefined ? splitBudget(pace, plan.budget, digits) : spendGiven(byPeriod, digits);
  const plural = horizon.periods === 1 ? '' : 's';
  return [
    `# ${sentences.calibratedFrom(oneLine(options.sources.join(', ')))}`,
    ...options.notes.map((note) => `# ${oneLine(note)}.`),
    ...(plan.budget === undefined ? [] : [`# ${sentences.budgetGiven()}`]),
    plan.budget !== undefined ? null : dated ? `# ${sentences.budgetAtPace()}` : `# ${sentences.budgetOfUnknownTime()}`,
    `name: ${stringify(options.name).trim()}`,
    ...(language === 'en' ? [] : [`language: ${language}`]),
    `currency: ${currency}`,
    ...(start === null ? [] : [`start: ${start}`]),
    `horizon: ${horizon.periods} ${horizon.unit}${plural}`,
    `budget: ${total}`,
    '',
    ...economicsText(calibration, options),
    `# ${sentences.creativeOff()}`,
    'creative: off',
    '',
    ...(plan.goal === undefined ? [] : [`goal: { maximize: ${stringify(plan.goal).trim()} }`, '']),
    ...changeText(lines, plan, language),
    ...noiseText(lines, horizon.unit, options.windowDays > WIDER * horizon.periodDays, language),
    ...correlationText(calibration, lines, language),
    ...seasonText(lines, start, horizon, language),
    'lines:',
    ...lines.flatMap((one, i) =>
      lineText(one, budgets[i], plan.spend === undefined ? null : byPeriod[i], {
        currency,
        digits,
        periodDays: horizon.periodDays,
        until: dated ? (options.carriedUntil ?? calibration.until) : null,
        language,
      }),
    ),
    '',
  ]
    .filter((line) => line !== null)
    .join('\n');
}

/**
 * How far the optimiser may go from where the account has been: what was fitted there says little of several times the
 * spend. Others hold channels within 30 % (Meridian's budget optimisation) or 20 to 50 % (Robyn's `channel_constr_up`).
 */
const MOST_CHANGE = '±50%';

function changeText(lines: readonly LineFit[], { spend }: PlanWishes, language: Language): string[] {
  if (lines.length < 2 || spend !== undefined) return [];
  return [`# ${scenarioWords(language).sentences.change()}`, `rules: { change: ${MOST_CHANGE} }`, ''];
}

/** Budgets of lines whose spend is given period by period, on the currency's grid. */
function spendGiven(byPeriod: readonly (readonly number[])[], digits: number) {
  const unit = 10 ** digits;
  const units = byPeriod.map((list) => Math.round(list.reduce((sum, x) => sum + x, 0) * unit));
  return { budgets: units.map((x) => x / unit), total: units.reduce((sum, x) => sum + x, 0) / unit };
}

/** A budget of so many times the pace is beyond what prices and rates were measured at. */
const FAR_ABOVE_PACE = 3;

/**
 * That a budget is far above what the last four weeks would spend in as many days; `null` where it isn't, or nobody knows how long
 * the exports' time was.
 */
export function farAbovePace(
  { lines }: { readonly lines: readonly { readonly line: Pick<LineFit['line'], 'lastDay' | 'dailySpend'> }[] },
  days: number,
  budget: number,
): ExportNote | null {
  const known = lines.filter(({ line }) => line.lastDay !== NO_DATES);
  const pace = known.reduce((sum, { line }) => sum + line.dailySpend * days, 0);
  if (known.length < lines.length || !(budget > FAR_ABOVE_PACE * pace)) return null;
  return pace > 0 ? { code: 'far-above-pace', parameters: { times: budget / pace } } : null;
}

/** A budget split as the pace was, on the currency's grid, that sums to the total exactly. */
function splitBudget(pace: readonly number[], given: number | undefined, digits: number) {
  const all = pace.reduce((sum, x) => sum + x, 0);
  const unit = 10 ** digits;
  const wanted = Math.round((given ?? all) * unit);
  const shares = pace.map((x) => (all > 0 ? x / all : 1 / pace.length));
  const units = shares.map((share) => Math.floor(share * wanted));
  // What rounding leaves goes to the largest line.
  const largest = shares.indexOf(Math.max(...shares));
  units[largest] = units[largest] + wanted - units.reduce((sum, x) => sum + x, 0);
  return { budgets: units.map((x) => x / unit), total: wanted / unit };
}

function economicsText(
  { orderValue }: Calibration,
  { plan = {}, leads, recording, language = 'en' }: FragmentOptions,
): string[] {
  const { notes } = scenarioWords(language);
  const say = sayIn(language);
  const given = plan.orderValue;
  const value =
    given !== undefined
      ? [`  order_value: ${given}`]
      : orderValue !== null
        ? [
            `  order_value: ${distributionText(orderValue.distribution)}  # ${notes.orderValue(Math.round(orderValue.orders), say)}`,
          ]
        : [];
  const lines = [
    ...value,
    ...(plan.margin === undefined ? [] : [`  margin: ${plan.margin}`]),
    ...(recording === undefined || recording === null
      ? []
      : [`  delay_days: ${short(recording.halfLife)}  # ${notes.delay(recording.restated, say)}`]),
    ...(leads === true ? [`  outcome: leads  # ${notes.leads()}`] : []),
  ];
  return lines.length === 0 ? [] : ['economics:', ...lines, ''];
}

function noiseText(lines: readonly LineFit[], unit: PeriodUnit, unseen: boolean, language: Language): string[] {
  const { sentences, notes } = scenarioWords(language);
  if (unseen) return [`# ${sentences.noiseUnseen(unit)}`, ''];
  const dated = lines.filter(({ line }) => line.firstDay < line.lastDay);
  if (dated.length === 0) return [`# ${sentences.noiseOfOneDay()}`, ''];
  const platforms = [...new Set(dated.map(({ line }) => line.platform))];
  const rows = platforms.map((platform) => {
    // A platform has one noise: its lines' by spend.
    const own = dated.filter(({ line }) => line.platform === platform);
    const weight = own.reduce((sum, { line }) => sum + line.spend, 0);
    const average = (of: (one: LineFit) => number) =>
      own.reduce((sum, one) => sum + of(one) * (one.line.spend / weight), 0);
    const sd = Math.min(
      average(({ line }) => line.noise.sd),
      MOST_SD,
    );
    return {
      platform,
      sd,
      rho: Math.min(
        average(({ line }) => line.noise.rho),
        MOST_RHO,
      ),
      n: own.reduce((sum, o) => sum + o.line.rows, 0),
    };
  });
  return [
    `# ${sentences.priceNoise(unit)}`,
    'noise:',
    '  cpm:',
    '    platforms:',
    ...rows.map(
      ({ platform, sd, rho, n }) =>
        `      ${platform}: { sd: ${short(sd)}, rho: ${short(rho)} }  # ${notes.rows(n, sayIn(language))}`,
    ),
    ...RATE_NAMES.flatMap((metric) => rateNoiseText(dated, platforms, metric)),
    ...lineNoiseText(dated, platforms, language),
    '',
  ];
}

/** What lines vary by alone: of a platform with several, what they don't have in common. A line by itself has its platform's. */
function lineNoiseText(lines: readonly LineFit[], platforms: readonly string[], language: Language): string[] {
  const several = platforms.map((platform) => lines.filter(({ line }) => line.platform === platform));
  const weight = lines.reduce((sum, { line }) => sum + line.spend, 0);
  const found = VARYING.flatMap((metric) => {
    if (!several.some((own) => own.length > 1)) return [];
    const squares = several.flatMap((own) => {
      const alone =
        1 -
        sharedNoise(
          own.map(({ line }) => line),
          metric,
        );
      return own.map(({ line }) => {
        const sd = metric === 'cpm' ? line.noise.sd : (line.rateNoise[metric]?.sd ?? 0);
        return (line.spend / weight) * alone * sd ** 2;
      });
    });
    const sd = Math.sqrt(squares.reduce((sum, x) => sum + x, 0));
    return sd > LEAST_ALONE ? [`${metric}: ${short(Math.min(sd, MOST_SD))}`] : [];
  });
  return found.length === 0 ? [] : [`  lines: { ${found.join(', ')} }  # ${scenarioWords(language).notes.alone()}`];
}

const RATE_NAMES = ['ctr', 'view_rate', 'cvr'] as const;

function rateNoiseText(lines: readonly LineFit[], platforms: readonly string[], metric: (typeof RATE_NAMES)[number]) {
  const rows = platforms.flatMap((platform) => {
    const own = lines.flatMap(({ line }) => {
      const noise = line.rateNoise[metric];
      return line.platform === platform && noise !== null ? [{ sd: noise.sd, spend: line.spend }] : [];
    });
    const weight = own.reduce((sum, { spend }) => sum + spend, 0);
    if (!(weight > 0)) return [];
    const sd = Math.sqrt(own.reduce((sum, one) => sum + (one.spend / weight) * one.sd ** 2, 0));
    return [`      ${platform}: { sd: ${short(sd)}, rho: 0 }`];
  });
  return rows.length === 0 ? [] : [`  ${metric}:`, '    platforms:', ...rows];
}

function seasonText(
  lines: readonly LineFit[],
  start: string | null,
  horizon: FragmentOptions['horizon'],
  language: Language,
): string[] {
  const { sentences } = scenarioWords(language);
  if (start === null) return [`# ${sentences.noDates()}`, ''];
  const found = [...monthsText(lines, start, horizon, language), ...weekdaysText(lines, language)];
  return found.length === 0 ? [`# ${sentences.noSeason()}`, ''] : ['season:', ...found, ''];
}

/** Yearly season of price, from two years on. */
function monthsText(
  lines: readonly LineFit[],
  start: string,
  { periods, unit, periodDays }: FragmentOptions['horizon'],
  language: Language,
): string[] {
  const seasonal = lines.filter(({ fit }) => fit.season.monthYears > 0);
  if (seasonal.length === 0) return [];
  const factors = periodStarts(start, unit, periods).map((first) => {
    const middle = new Date((dayNumber(first) + Math.floor(periodDays / 2)) * 86_400_000).getUTCMonth();
    return short(Math.exp(bySpend(seasonal, ({ fit }) => fit.season.month[middle])));
  });
  const years = seasonal.reduce((sum, { fit }) => sum + fit.season.monthYears, 0);
  return [`  # ${scenarioWords(language).sentences.months(years, sayIn(language))}`, `  cpm: [${factors.join(', ')}]`];
}

/** Weekdays of price and of orders a click: plans by day have them, longer periods average them out. */
function weekdaysText(lines: readonly LineFit[], language: Language): string[] {
  const factors = (of: (one: LineFit) => readonly number[]): string | null => {
    const logs = Array.from({ length: 7 }, (_, day) => bySpend(lines, (one) => of(one)[day]));
    return logs.every((log) => Math.abs(log) < LEAST_WEEKDAY)
      ? null
      : `[${logs.map((log) => short(Math.exp(log))).join(', ')}]`;
  };
  const [price, orders] = [factors(({ fit }) => fit.season.weekday), factors(({ fit }) => fit.orderWeekday)];
  if (price === null && orders === null) return [];
  const parts = [...(price === null ? [] : [`cpm: ${price}`]), ...(orders === null ? [] : [`cvr: ${orders}`])];
  return [`  # ${scenarioWords(language).sentences.weekdays()}`, `  weekday: { ${parts.join(', ')} }`];
}

/** Mean of some lines' figures, by what they spent. */
function bySpend(lines: readonly LineFit[], of: (one: LineFit) => number): number {
  const weight = lines.reduce((sum, { line }) => sum + line.spend, 0);
  return lines.reduce((sum, one) => sum + of(one) * (one.line.spend / weight), 0);
}
