import { fitMoments } from '../../distributions/fit.js';
import { mean, standardDeviation } from '../../distributions/index.js';
import type { Distribution } from '../../distributions/types.js';
import { benchmark } from '../../scenario/benchmarks/index.js';
import { fitOriginText } from '../words/index.js';
import { fatigueAtPace, lineAudience } from './audience.js';
import type { LineFit } from './calibrate.js';
import { spendByPeriod } from './expected.js';
import { type FittedQuantity, NO_DATES } from './line.js';
import { isPlatform } from './priors.js';
import { spendAnswer, spendAnswerText } from './spend-answer.js';

export interface LineTextOptions {
  /** ISO 4217. */
  readonly currency: string;
  readonly digits: number;
  readonly periodDays: number;
  /** Last day of the exports; `null`: their rows have no dates. */
  readonly until: number | null;
}

/** Days before the plan whose spend is carried in: people remember for weeks, and visitors come back within months. */
const CARRIED_DAYS = 56;

/** A line of a scenario, with where each number is from. @param byPeriod its spend by period, where that isn't even */
export function lineText(
  one: LineFit,
  budget: number,
  byPeriod: readonly number[] | null,
  options: LineTextOptions,
): string[] {
  const { line, reach } = one;
  const { cpm, rates } = line;
  const audience = lineAudience(one);
  const worth = fatigueAtPace(one, audience, options.periodDays);
  const cleaned =
    worth < 0.995 ? `; without the fatigue of ${Math.round(100 * (1 - worth))} % that the model adds` : '';
  const quantity = (key: 'cpm' | 'ctr' | 'view_rate' | 'cvr', fitted: FittedQuantity | null, factor: number) =>
    fitted === null
      ? missingRate(line, key, options.currency)
      : [
          `    ${key}: ${distributionText(scaled(fitted.distribution, factor))}  # ${oneLine(fitOriginText(fitted.origin, 'en'))}${factor === 1 ? '' : cleaned}`,
        ];
  return [
    `  - platform: ${line.platform}`,
    `    stage: ${line.stage}`,
    `    budget: ${budget}`,
    ...(byPeriod === null || !(budget > 0) ? [] : [`    flighting: [${byPeriod.map(short).join(', ')}]`]),
    ...quantity('cpm', cpm, 1),
    ...quantity('ctr', rates.ctr, 1 / worth),
    ...quantity('view_rate', rates.view_rate, 1 / worth),
    ...quantity('cvr', rates.cvr, 1),
    audience === null
      ? '    # audience: no reach above one view a person in the exports, so from the built-in default'
      : `    audience: ${distributionText(audience.distribution)}  # ${audience.because}`,
    reach.fatigue === null
      ? "    # fatigue: click rates beside reach and frequency are too few to tell, so the model's default"
      : `    fatigue: ${distributionText(reach.fatigue.distribution)}  # click rate against frequency, ${reach.fatigue.rows} rows, weighed against the default`,
    ...(rates.cvr === null ? [] : [CLAIMED]),
    ...pressureText(one),
    ...carriedText(one, options),
  ];
}

/** A rate that the exports don't have: of a platform without benchmarks the others' level is written out. */
export function missingRate(
  line: Pick<LineFit['line'], 'platform' | 'stage'>,
  key: 'cpm' | 'ctr' | 'view_rate' | 'cvr',
  currency: string,
): string[] {
  if (isPlatform(line.platform)) return [`    # ${key}: not in the exports, so from the built-in benchmarks`];
  const usual = benchmark(line.platform, line.stage, key, currency);
  if ('missing' in usual) return [`    # ${key}: not in the exports, and ${usual.missing}`];
  return [
    `    ${key}: ${distributionText(usual.distribution)}  # not in the exports, and nothing is published: the other platforms' level`,
  ];
}

/** A rate's distribution with its mean moved by a factor, its relative spread as it was. */
function scaled(distribution: Distribution, factor: number): Distribution {
  if (factor === 1) return distribution;
  const to = Math.min(mean(distribution) * factor, 0.999);
  const sd = (standardDeviation(distribution) / mean(distribution)) * to;
  const fitted = fitMoments('rate', to, Math.min(sd, 0.999 * Math.sqrt(to * (1 - to))));
  return fitted.ok ? fitted.value : distribution;
}

/**
 * What exports count are the platform's claims. No published share stands for accounts in general (tests of retargeting alone have found
 * from a fifth to all of what was claimed), so all of it is taken, and said.
 */
const CLAIMED =
  "    incrementality: 100%  # the platform's own claims, taken whole: some would have come anyway; a holdout test says how many";

/** Price pressure ε (section 11). */
function pressureText({ fit, line: { pressure } }: LineFit): string[] {
  if (pressure === null)
    return [`    # pressure: ${spendAnswerText(spendAnswer(fit))}: none is told from the line's own`];
  const fitted = fitMoments('rate', pressure.mean, pressure.sd);
  if (!fitted.ok) return [];
  return [
    `    pressure: ${distributionText(fitted.value)}  # price changed by ${Math.round(100 * (2 ** pressure.elasticity - 1))} % with each doubling of spend, over ${pressure.changes} changes`,
    `    pressure_at: ${short(pressure.at)}  # a day, as of late`,
  ];
}

function carriedText({ fit, line }: LineFit, { digits, periodDays, until }: LineTextOptions): string[] {
  if (until === null || line.lastDay === NO_DATES) return [];
  const periods = Math.max(1, Math.round(CARRIED_DAYS / periodDays));
  const spend = spendByPeriod(fit.campaigns, until, periodDays, periods);
  const first = spend.findIndex((x) => x > 0);
  if (first === -1) return [];
  const amounts = spend.slice(first).map((x) => Number(x.toFixed(digits)));
  return [`    carry_in: [${amounts.join(', ')}]  # spend of the periods before, oldest first`];
}

/** A distribution as scenarios write it, on one line. */
export function distributionText(distribution: Distribution): string {
  const { family, ...parameters } = distribution;
  const parts = Object.entries(parameters).map(([key, value]) => `${key}: ${short(Number(value))}`);
  return `{ dist: ${family}, ${parts.join(', ')} }`;
}

/** Six significant digits: more than any fit has, and no exponent that YAML would read as text. */
export function short(value: number): string {
  const rounded = Number(value.toPrecision(6));
  return Math.abs(rounded) >= 1e-6 || rounded === 0 ? String(rounded) : rounded.toFixed(12);
}

/** Text of a file must not end a comment and begin a key. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ').replace(/\.$/, '');
}
