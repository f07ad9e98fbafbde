import { stringify } from 'yaml';
import type { Distribution } from '../../distributions/types.js';
import { type PeriodUnit, periodStarts } from '../../units/period.js';
import type { Calibration, LineFit } from './calibrate.js';
import { dayNumber, isoDay } from './daily.js';
import { type FittedQuantity, NO_DATES } from './line.js';
import { isPlatform } from './priors.js';
import { isPlain, spendAnswer, spendAnswerText } from './spend-answer.js';

/** What a planner may say of a plan made from exports. */
export interface PlanWishes {
  /** Budget of the horizon, in currency; left out: the pace of the last four weeks goes on. */
  readonly budget?: number;
  /** What to maximise, as a scenario's `goal` has it. */
  readonly goal?: string;
  /** `economics`, as scenarios write them. */
  readonly orderValue?: string;
  readonly margin?: string;
}

/** What a scenario needs that exports don't say. */
export interface FragmentOptions {
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Decimals of the currency's smallest unit. */
  readonly digits: number;
  /** ISO date of the first period; left out: the day after the last row. */
  readonly start: string | null;
  readonly horizon: { readonly periods: number; readonly unit: PeriodUnit; readonly periodDays: number };
  /** Days that a row covers: what happens within them isn't seen. */
  readonly windowDays: number;
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
/** A row that covers this many times a period averages its noise away. */
const WIDER = 1.5;

/** Lines whose platform scenarios don't know; they are in the fits, not in the scenario. */
export function linesLeftOut(calibration: Calibration): readonly string[] {
  return calibration.lines
    .filter(({ line }) => !isPlatform(line.platform))
    .map(({ line }) => `${line.platform}/${line.stage}`);
}

/**
 * Sentences on what was fitted but has no key in a scenario: the answer of price to spend (a scenario's price doesn't rise with
 * its own spend), weekdays (its periods are evenly filled), reach below the first stage (the pools make those audiences).
 */
export function notExpressed(calibration: Calibration): readonly string[] {
  return calibration.lines
    .filter(({ line }) => isPlatform(line.platform))
    .flatMap(({ fit, line, reach }) => {
      const name = `${line.platform}/${line.stage}`;
      const answer = spendAnswer(fit);
      return [
        ...(isPlain(answer)
          ? [
              `${name}: ${spendAnswerText(answer)}; a scenario's price stays as it is, so far from the recent pace set cpm by hand`,
            ]
          : []),
        ...(fit.season.weekday.some((effect) => effect !== 0)
          ? [`${name}: prices differ by weekday; a scenario doesn't, so only averages of whole weeks are right`]
          : []),
        ...(line.stage !== 'awareness' && reach.audience !== null
          ? [`${name}: reach was given, but audiences below awareness come from the pools above them; it is left out`]
          : []),
      ];
    });
}

/**
 * A calibration as a scenario that can be run, edited, or taken as a base (`extends`): lines with their distributions,
 * period noise, factor shares and season, budgets at the pace of the last four weeks. Each number's origin stands beside it;
 * what the exports don't tell is left out, and comes from the built-in benchmarks.
 *
 * @returns `null` where no line is on a platform that scenarios know
 */
export function fragmentText(calibration: Calibration, options: FragmentOptions): string | null {
  const lines = calibration.lines.filter(({ line }) => isPlatform(line.platform));
  if (lines.length === 0) return null;
  const { horizon, currency, digits } = options;
  const last = Math.max(...lines.map(({ line }) => line.lastDay));
  const dated = last !== NO_DATES;
  const start = options.start ?? (dated ? isoDay(last + 1) : null);
  const days = horizon.periods * horizon.periodDays;
  const { plan = {} } = options;
  const pace = lines.map(({ line }) => (dated ? line.dailySpend * days : line.spend));
  const { budgets, total } = splitBudget(pace, plan.budget, digits);
  const plural = horizon.periods === 1 ? '' : 's';
  return [
    `# Calibrated from ${options.sources.join(', ')}.`,
    ...options.notes.map((note) => `# ${oneLine(note)}.`),
    ...(plan.budget === undefined ? [] : ['# The budget is as told, split as the last four weeks were.']),
    plan.budget !== undefined
      ? null
      : dated
        ? '# Budgets go on at the pace of the last four weeks: they are where a plan starts, not advice.'
        : '# Budgets are what the rows spent, over how long is not known: they are where a plan starts, not advice.',
    `name: ${stringify(options.name).trim()}`,
    `currency: ${currency}`,
    ...(start === null ? [] : [`start: ${start}`]),
    `horizon: ${horizon.periods} ${horizon.unit}${plural}`,
    `budget: ${total}`,
    '',
    ...economicsText(plan),
    ...(plan.goal === undefined ? [] : [`goal: { maximize: ${stringify(plan.goal).trim()} }`, '']),
    ...noiseText(lines, horizon.unit, options.windowDays > WIDER * horizon.periodDays),
    ...correlationText(calibration),
    ...seasonText(lines, start, horizon),
    'lines:',
    ...lines.flatMap((one, i) => lineText(one, budgets[i]!)),
    '',
  ]
    .filter((line) => line !== null)
    .join('\n');
}

/** A budget split as the pace was, on the currency's grid, that sums to the total exactly. */
function splitBudget(pace: readonly number[], told: number | undefined, digits: number) {
  const all = pace.reduce((sum, x) => sum + x, 0);
  const unit = 10 ** digits;
  const wanted = Math.round((told ?? all) * unit);
  const shares = pace.map((x) => (all > 0 ? x / all : 1 / pace.length));
  const units = shares.map((share) => Math.floor(share * wanted));
  // What rounding leaves goes to the largest line.
  const largest = shares.indexOf(Math.max(...shares));
  units[largest] = units[largest]! + wanted - units.reduce((sum, x) => sum + x, 0);
  return { budgets: units.map((x) => x / unit), total: wanted / unit };
}

function economicsText({ orderValue, margin }: PlanWishes): string[] {
  if (orderValue === undefined && margin === undefined) return [];
  return [
    'economics:',
    ...(orderValue === undefined ? [] : [`  order_value: ${orderValue}`]),
    ...(margin === undefined ? [] : [`  margin: ${margin}`]),
    '',
  ];
}

function noiseText(lines: readonly LineFit[], unit: PeriodUnit, unseen: boolean): string[] {
  if (unseen)
    return [
      `# noise: a row covers more than a ${unit}, so what moves within it isn't seen, and the default stays.`,
      '',
    ];
  const dated = lines.filter(({ line }) => line.firstDay < line.lastDay);
  if (dated.length === 0) return ['# noise: the rows are of one day only, so the default stays.', ''];
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
    `# Day-to-day noise of price, averaged over a ${unit} and the campaigns side by side.`,
    'noise:',
    '  cpm:',
    '    platforms:',
    ...rows.map(
      ({ platform, sd, rho, n }) => `      ${platform}: { sd: ${short(sd)}, rho: ${short(rho)} }  # ${n} rows`,
    ),
    '',
  ];
}

function correlationText({ shares }: Calibration): string[] {
  const known = (['cpm', 'ctr', 'cvr'] as const).flatMap((metric) => {
    const fitted = shares[metric];
    return fitted === null ? [] : [{ metric, ...fitted }];
  });
  if (known.length === 0) return ['# correlation: one campaign tells nothing of it, so the defaults stay.', ''];
  return [
    "# Shares of variance in common, from campaigns' surprises in the same period, weighed against the defaults.",
    'correlation:',
    ...known.map(
      ({ metric, market, platform, pairs }) =>
        `  ${metric}: { market: ${short(market)}, platform: ${short(platform)} }  # ${pairs} pairs`,
    ),
    '',
  ];
}

function seasonText(
  lines: readonly LineFit[],
  start: string | null,
  { periods, unit, periodDays }: FragmentOptions['horizon'],
) {
  const seasonal = lines.filter(({ fit }) => fit.season.monthYears > 0);
  if (seasonal.length === 0 || start === null) return ['# season: less than two years of rows, so none.', ''];
  const weight = seasonal.reduce((sum, { line }) => sum + line.spend, 0);
  const factors = periodStarts(start, unit, periods).map((first) => {
    const middle = new Date((dayNumber(first) + Math.floor(periodDays / 2)) * 86_400_000).getUTCMonth();
    const log = seasonal.reduce((sum, { fit, line }) => sum + fit.season.month[middle]! * (line.spend / weight), 0);
    return short(Math.exp(log));
  });
  const years = seasonal.reduce((sum, { fit }) => sum + fit.season.monthYears, 0);
  return [
    `# Months against their year, from ${years} campaign-years.`,
    'season:',
    `  cpm: [${factors.join(', ')}]`,
    '',
  ];
}

function lineText({ fit, line, reach }: LineFit, budget: number): string[] {
  const { cpm, rates } = line;
  const quantity = (key: string, fitted: FittedQuantity | null): string[] =>
    fitted === null
      ? [`    # ${key}: not in the exports, so from the built-in benchmarks`]
      : [`    ${key}: ${distributionText(fitted.distribution)}  # ${oneLine(fitted.origin)}`];
  const audience =
    line.stage === 'awareness' && reach.audience !== null
      ? [
          `    audience: ${distributionText(reach.audience.distribution)}  # people within reach of a row, from reach and impressions of ${reach.audience.rows} rows`,
        ]
      : line.stage === 'awareness'
        ? ['    # audience: no reach above one view a person in the exports, so from the built-in default']
        : [];
  const fatigue =
    reach.fatigue === null
      ? ["    # fatigue: click rates beside reach and frequency are too few to tell, so the model's default"]
      : [
          `    fatigue: ${distributionText(reach.fatigue.distribution)}  # click rate against frequency, ${reach.fatigue.rows} rows, weighed against the default`,
        ];
  const answer = spendAnswer(fit);
  return [
    `  - platform: ${line.platform}`,
    `    stage: ${line.stage}`,
    `    budget: ${budget}`,
    ...quantity('cpm', cpm),
    ...quantity('ctr', rates.ctr),
    ...quantity('view_rate', rates.view_rate),
    ...quantity('cvr', rates.cvr),
    ...audience,
    ...fatigue,
    `    # ${spendAnswerText(answer)}${isPlain(answer) ? '' : ': not told apart from none'}; there is no key for it`,
  ];
}

/** A distribution as scenarios write it, on one line. */
export function distributionText(distribution: Distribution): string {
  const { family, ...parameters } = distribution;
  const parts = Object.entries(parameters).map(([key, value]) => `${key}: ${short(Number(value))}`);
  return `{ dist: ${family}, ${parts.join(', ')} }`;
}

/** Six significant digits: more than any fit has, and no exponent that YAML would read as text. */
function short(value: number): string {
  const rounded = Number(value.toPrecision(6));
  return Math.abs(rounded) >= 1e-6 || rounded === 0 ? String(rounded) : rounded.toFixed(12);
}

/** Text of a file must not end a comment and begin a key. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ').replace(/\.$/, '');
}
