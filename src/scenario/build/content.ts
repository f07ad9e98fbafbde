import { required } from '../../required.js';
import { NO_COUNTS } from '../expressions/custom.js';
import { FUNCTIONS } from '../expressions/from-syntax.js';
import * as messages from '../messages.js';
import { METRICS_PRESET } from '../schema/content.js';
import {
  type Attribution,
  type Brand,
  CONTENT_KINDS,
  type Community,
  type ContentCalendar,
  type ContentPlan,
  type Format,
  type Metric,
  type NamedAudience,
  type Platform,
} from '../types.js';
import { isReserved } from '../visible.js';
import { type Build, report } from './context.js';
import { BRAND, NOTHING, quantityOf, WHOLE } from './defaults.js';
import { fieldMetrics } from './field-metrics.js';
import { platformNames } from './platforms.js';

/** `audiences` by name. */
export function buildAudiences({ input }: Build): readonly NamedAudience[] {
  return Object.entries(input.audiences ?? {}).map(([name, size]) => ({ name, size: quantityOf(size, NOTHING) }));
}

/** `brand` with its defaults, or `null`. */
export function buildBrand(build: Build): Brand | null {
  const { brand, market } = build.input;
  if (brand === undefined) return null;
  if (market?.population === undefined) report(build, ['brand'], messages.needsPopulation('brand'), true);
  return {
    half_life_days: quantityOf(brand.half_life_days, BRAND.half_life_days),
    recall: quantityOf(brand.recall, BRAND.recall),
    cvr_lift: quantityOf(brand.cvr_lift, BRAND.cvr_lift),
    baseline_lift: quantityOf(brand.baseline_lift, BRAND.baseline_lift),
  };
}

/** A name that an expression can have in it. */
const METRIC_NAME = /^[A-Za-z][A-Za-z0-9_]{0,59}$/;

/** `metrics` by name; those of the field where the file asks for them. `present`: the plan's platforms. */
export function buildMetrics(build: Build, present: readonly Platform[]): readonly Metric[] {
  const { metrics } = build.input;
  if (metrics === undefined) return [];
  if (metrics === METRICS_PRESET) return fieldMetrics(present);
  return Object.entries(metrics).map(([name, { of, rate, stage = null, platform = null, cost_per = false }]) => {
    const taken = Object.entries(metrics).some(
      ([other, { cost_per }]) => cost_per === true && `cost_per_${other}` === name,
    );
    if (taken) report(build, ['metrics', name], messages.metricNameTaken(name), true);
    else if (isReserved(name)) report(build, ['metrics', name], messages.reservedName(name), true);
    else if (NO_COUNTS.has(name)) report(build, ['metrics', name], messages.kpiNameTaken(name), true);
    else if (!METRIC_NAME.test(name) || FUNCTIONS.some((known) => known === name))
      report(build, ['metrics', name], messages.badMetricName(name), true);
    if (platform !== null && !present.includes(platform))
      report(build, ['metrics', name, 'platform'], messages.ruleForNothing('platform', platform, present));
    return { name, of, rate: quantityOf(rate, NOTHING), stage, platform, costPer: cost_per };
  });
}

/** `formats` with factors of 1 and no cost where nothing is said. */
export function buildFormats({ input }: Build): readonly Format[] {
  return Object.entries(input.formats ?? {}).map(
    ([name, { cpm = 1, ctr = 1, view_rate = 1, cost = 0, per_month = 0 }]) => ({
      name,
      cpm,
      ctr,
      view_rate,
      cost,
      perMonth: per_month,
    }),
  );
}

const DAYS_OF_WEEK = 7;

/** `content` with its pieces counted over the horizon, or `null`. */
export function buildContent(build: Build): ContentCalendar | null {
  const { content, horizon } = build.input;
  if (content === undefined) return null;
  const weeks = (horizon.periods * horizon.periodDays) / DAYS_OF_WEEK;
  const plans = CONTENT_KINDS.flatMap((kind): ContentPlan[] => {
    const given = content[kind];
    if (given === undefined) return [];
    const { pieces, per_week, cost = 0, hours = 0 } = given;
    if ((pieces === undefined) === (per_week === undefined))
      report(build, ['content', kind], messages.piecesOrPerWeek(pieces !== undefined), true);
    return [{ kind, pieces: pieces ?? (per_week ?? 0) * weeks, cost, hours }];
  });
  return { hourly: content.hourly ?? 0, plans };
}

/** `community`: every message is answered, and answers take no time, where nothing is said. */
export function buildCommunity({ input: { community } }: Build): Community | null {
  if (community === undefined) return null;
  return {
    messages: quantityOf(community.messages, NOTHING),
    reply: quantityOf(community.reply, WHOLE),
    minutes: quantityOf(community.minutes, NOTHING),
    hourly: quantityOf(community.hourly, NOTHING),
  };
}

/** `attribution`: everything is tracked, and no view counted, where nothing is said. */
export function buildAttribution(build: Build, present: readonly Platform[]): Attribution | null {
  const { attribution, market } = build.input;
  if (attribution === undefined) return null;
  if (market?.population === undefined) report(build, ['attribution'], messages.needsPopulation('attribution'), true);
  const given = attribution.view_through ?? {};
  const names = platformNames(build.input);
  for (const platform of Object.keys(given)) {
    if (names.includes(platform)) continue;
    report(build, ['attribution', 'view_through', platform], messages.unknownPlatform(platform, names), true);
  }
  const viewThrough = present.map((platform): [Platform, number] => [
    platform,
    Object.hasOwn(given, platform) ? required(given[platform]) : 0,
  ]);
  return { tracking: attribution.tracking ?? 1, viewThrough: Object.fromEntries(viewThrough) };
}
