import { mean, quantile } from '../../distributions/index.js';
import { RAREST_PRICE } from '../../distributions/support.js';
import type { Distribution } from '../../distributions/types.js';
import { elementAt } from '../../required.js';
import { benchmark } from '../benchmarks/index.js';
import { reachRateBenchmark } from '../benchmarks/posts.js';
import * as messages from '../messages.js';
import type { CreatorInput, OwnPostsInput } from '../schema/posts.js';
import { type Path, placeOf } from '../source/tree.js';
import {
  type Creator,
  type Economics,
  isFunnelLine,
  isKnownPlatform,
  type OwnPosts,
  PLATFORMS,
  type Quantity,
  type RateOfSource,
  SOURCE_RATES,
  type Source,
  type SourceRate,
} from '../types.js';
import { type Build, report } from './context.js';
import { FATIGUE, NOTHING, quantityOf, WHOLE } from './defaults.js';
import type { LineDraft } from './lines.js';
import { outcomeOf, outcomeOfPlan } from './outcome.js';

/** Sources that a plan can have: each is priced like a line. */
const MAX_SOURCES = 500;

/** `creators` and `organic` with their defaults, and the line whose rates each of them takes. */
export function buildSources(build: Build, lines: readonly LineDraft[], economics: Economics): readonly Source[] {
  const { creators = [], organic = [] } = build.input;
  const count = creators.length + organic.length;
  if (count > MAX_SOURCES) {
    report(build, [creators.length > 0 ? 'creators' : 'organic'], messages.tooManyOf('sources', count, MAX_SOURCES));
    return [];
  }
  const seen = new Map<string, Path>();
  const common = (input: CreatorInput | OwnPostsInput, path: Path) => {
    const { name, platform, stage = 'awareness' } = input;
    const id = `${platform}/${stage}/@${name}`;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, path);
    else {
      const { path: file, line, column } = placeOf(build.root, first);
      report(build, path, messages.nameTwice('source', id, `${file}:${line}:${column}`));
    }
    checkReproduction(build, input.reproduction, path);
    return {
      id,
      name,
      platform,
      stage,
      followers: quantityOf(input.followers, NOTHING),
      authentic: quantityOf(input.authentic, WHOLE),
      reach_rate: reachRateOf(build, input, path),
      engagement: quantityOf(input.engagement, WHOLE),
      reproduction: quantityOf(input.reproduction, NOTHING),
      fatigue: quantityOf(input.fatigue, FATIGUE.awareness),
      rates: ratesOf(build, input, lines, economics, path),
    };
  };
  return [
    ...creators.map((input, index): Creator => {
      const path = ['creators', index];
      return {
        ...common(input, path),
        kind: 'creator',
        posts: 'max' in input.posts ? { kind: 'chosen', ...input.posts } : { kind: 'fixed', ...input.posts },
        periods: periodsOf(build, input, path),
        fee: quantityOf(input.fee, NOTHING),
        barter: quantityOf(input.barter, NOTHING),
        revenue_share: quantityOf(input.revenue_share, NOTHING),
        upfront: input.upfront ?? null,
        rights:
          input.rights === undefined
            ? null
            : { share: quantityOf(input.rights.share, NOTHING), fee: quantityOf(input.rights.fee, NOTHING) },
      };
    }),
    ...organic.map(
      (input, index): OwnPosts => ({
        ...common(input, ['organic', index]),
        kind: 'organic',
        perWeek: input.per_week,
        cost: quantityOf(input.cost, NOTHING),
        hours: quantityOf(input.hours, NOTHING),
        hourly: quantityOf(input.hourly, NOTHING),
      }),
    ),
  ];
}

/**
 * A reach rate is required, but of affiliates: paid by their sales alone, they are many and small, and what is published by
 * followers stands in.
 */
function reachRateOf(build: Build, input: CreatorInput | OwnPostsInput, path: Path): Quantity {
  if (input.reach_rate !== undefined) return quantityOf(input.reach_rate, NOTHING);
  if (isAffiliate(input)) {
    const known = reachRateBenchmark(mean(input.followers));
    build.warnings.push({ code: 'assumed_reach_rate', source: input.name });
    return known;
  }
  report(
    build,
    path,
    messages.missingKey('reach_rate', 'the key reach_rate: the share of the followers that a post reaches'),
  );
  return quantityOf(undefined, NOTHING);
}

function isAffiliate(input: CreatorInput | OwnPostsInput): boolean {
  const nothing = (given: Distribution | undefined) =>
    given === undefined || (given.family === 'fixed' && given.value === 0);
  return 'revenue_share' in input && input.revenue_share !== undefined && nothing(input.fee) && nothing(input.barter);
}

function checkReproduction(build: Build, given: Distribution | undefined, path: Path): void {
  if (given === undefined) return;
  const most = given.family === 'fixed' ? given.value : quantile(given, 1 - RAREST_PRICE);
  if (most >= 1)
    report(build, [...path, 'reproduction'], messages.spreadsForever('a reproduction that can be 1 or more'));
}

/** Periods of a creator's posts, from 0; as many as posts at least. */
function periodsOf(build: Build, { periods, posts }: CreatorInput, path: Path): readonly number[] | null {
  if (periods === undefined) return null;
  const last = build.input.horizon.periods;
  const late = periods.findIndex((period) => period > last);
  const most = 'max' in posts ? posts.max : posts.count;
  if (late >= 0) report(build, [...path, 'periods', late], messages.periodAfterEnd(elementAt(periods, late), last));
  else if (periods.length < most) report(build, [...path, 'periods'], messages.tooFewPeriods(periods.length, most));
  return periods.map((period) => period - 1);
}

/** Rates given, those of the platform's first awareness line, or the platform's benchmarks for awareness. */
function ratesOf(
  build: Build,
  input: CreatorInput | OwnPostsInput,
  lines: readonly LineDraft[],
  economics: Economics,
  path: Path,
): Readonly<Record<SourceRate, RateOfSource>> {
  const { platform } = input;
  const line = lines.find((one) => isFunnelLine(one) && one.platform === platform && one.stage === 'awareness');
  const open = SOURCE_RATES.filter((rate) => input[rate] === undefined);
  if (line === undefined && open.length > 0 && !hasBenchmarks(platform)) {
    report(build, [...path, 'platform'], messages.noBenchmarks(platform, open, PLATFORMS));
  }
  const outcome = outcomeOf({ economics, outcome: outcomeOfPlan(build.input) });
  const rateOf = (rate: SourceRate): RateOfSource => {
    const given = input[rate];
    if (given !== undefined) return { from: 'own', quantity: quantityOf(given, NOTHING) };
    if (line !== undefined) return { from: 'line', line: line.id };
    const known = benchmark(platform, 'awareness', rate, build.input.currency, outcome);
    if (!('missing' in known)) return { from: 'own', quantity: known };
    report(build, path, messages.missingRate(rate, known.missing));
    return { from: 'own', quantity: quantityOf(undefined, NOTHING) };
  };
  return { ctr: rateOf('ctr'), view_rate: rateOf('view_rate'), cvr: rateOf('cvr') };
}

function hasBenchmarks(platform: string): boolean {
  return isKnownPlatform(platform);
}
