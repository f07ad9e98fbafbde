import { fitMoments } from '../../distributions/fit.js';
import { mean, standardDeviation } from '../../distributions/index.js';
import type { Distribution } from '../../distributions/types.js';
import { benchmark } from '../../scenario/benchmarks/index.js';
import type { Language } from '../../units/locale.js';
import { fitOriginText, sayIn } from '../words/index.js';
import { scenarioWords } from '../words/scenario/index.js';
import { fatigueAtPace, lineAudience } from './audience.js';
import type { LineFit } from './calibrate.js';
import { spendByPeriod } from './expected.js';
import { type FittedQuantity, NO_DATES } from './line.js';
import { VARYING } from './line-noise.js';
import { isPlatform } from './priors.js';
import { inPercent, spendAnswer } from './spend-answer.js';

interface LineTextOptions {
  /** ISO 4217. */
  readonly currency: string;
  readonly digits: number;
  readonly periodDays: number;
  /** Last day of the exports; `null`: their rows have no dates. */
  readonly until: number | null;
  /** Of what is said beside the numbers. */
  readonly language: Language;
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
  const { language } = options;
  const { notes } = scenarioWords(language);
  const say = sayIn(language);
  const { cpm, rates } = line;
  const audience = lineAudience(one);
  const worth = fatigueAtPace(one, audience, options.periodDays);
  const cleaned = worth < 0.995 ? `; ${notes.withoutFatigue(Math.round(100 * (1 - worth)))}` : '';
  const quantity = (key: 'cpm' | 'ctr' | 'view_rate' | 'cvr', fitted: FittedQuantity | null, factor: number) =>
    fitted === null
      ? missingRate(line, key, options.currency, language)
      : [
          `    ${key}: ${distributionText(scaled(fitted.distribution, factor))}  # ${oneLine(fitOriginText(fitted.origin, language))}${factor === 1 ? '' : cleaned}`,
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
      ? `    # audience: ${notes.audienceDefault()}`
      : `    audience: ${distributionText(audience.distribution)}  # ${audience.because.kind === 'reach' ? notes.audienceOfReach(audience.because.rows, say) : notes.audienceAssumed(audience.because.seen)}`,
    reach.fatigue === null
      ? `    # fatigue: ${notes.fatigueDefault()}`
      : `    fatigue: ${distributionText(reach.fatigue.distribution)}  # ${notes.fatigue(reach.fatigue.rows, say)}`,
    // No published share stands for accounts in general (tests of retargeting alone have found from a fifth to all of what was claimed).
    ...(rates.cvr === null ? [] : [`    incrementality: 100%  # ${notes.claimed()}`]),
    ...pressureText(one, language),
    ...driftText(line, language),
    ...carriedText(one, options),
  ];
}

/** A rate that the exports don't have: of a platform without benchmarks the others' level is written out. */
export function missingRate(
  line: Pick<LineFit['line'], 'platform' | 'stage'>,
  key: 'cpm' | 'ctr' | 'view_rate' | 'cvr',
  currency: string,
  language: Language,
): string[] {
  const { notes } = scenarioWords(language);
  if (isPlatform(line.platform)) return [`    # ${key}: ${notes.ofBenchmarks()}`];
  const usual = benchmark(line.platform, line.stage, key, currency);
  if ('missing' in usual) return [`    # ${key}: ${notes.noExchangeRate(currency)}`];
  return [`    ${key}: ${distributionText(usual.distribution)}  # ${notes.ofOtherPlatforms()}`];
}

/** A rate's distribution with its mean moved by a factor, its relative spread as it was. */
function scaled(distribution: Distribution, factor: number): Distribution {
  if (factor === 1) return distribution;
  const to = Math.min(mean(distribution) * factor, 0.999);
  const sd = (standardDeviation(distribution) / mean(distribution)) * to;
  const fitted = fitMoments('rate', to, Math.min(sd, 0.999 * Math.sqrt(to * (1 - to))));
  return fitted.ok ? fitted.value : distribution;
}

/** Price pressure ε (section 11). */
function pressureText({ fit, line: { pressure } }: LineFit, language: Language): string[] {
  const { notes } = scenarioWords(language);
  if (pressure === null) return [`    # pressure: ${notes.noPressure(inPercent(spendAnswer(fit)))}`];
  const fitted = fitMoments('rate', pressure.mean, pressure.sd);
  if (!fitted.ok) return [];
  return [
    `    pressure: ${distributionText(fitted.value)}  # ${notes.pressure(Math.round(100 * (2 ** pressure.elasticity - 1)), pressure.changes, sayIn(language))}`,
    `    pressure_at: ${short(pressure.at)}  # ${notes.pressureAt()}`,
  ];
}

/** How far price and rates walk by themselves in a week. */
function driftText({ walks }: LineFit['line'], language: Language): string[] {
  const found = VARYING.flatMap((name) => (walks[name] === null ? [] : [`${name}: ${short(walks[name])}`]));
  return found.length === 0 ? [] : [`    drift: { ${found.join(', ')} }  # ${scenarioWords(language).notes.drift()}`];
}

function carriedText({ fit, line }: LineFit, { digits, periodDays, until, language }: LineTextOptions): string[] {
  if (until === null || line.lastDay === NO_DATES) return [];
  const periods = Math.max(1, Math.round(CARRIED_DAYS / periodDays));
  const spend = spendByPeriod(fit.campaigns, until, periodDays, periods);
  const first = spend.findIndex((x) => x > 0);
  if (first === -1) return [];
  const amounts = spend.slice(first).map((x) => Number(x.toFixed(digits)));
  return [`    carry_in: [${amounts.join(', ')}]  # ${scenarioWords(language).notes.carriedIn()}`];
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
