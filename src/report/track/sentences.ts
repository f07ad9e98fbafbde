import { basename } from 'node:path';
import { dayNumber } from '../../calibrate/index.js';
import { elementAt, required } from '../../required.js';
import { matchPath } from '../../track/match/file.js';
import type { Track } from '../../track/track.js';
import { capital } from '../capital.js';
import { type ReportContext, reportContext } from '../context.js';
import { targetFigure, targetName } from '../findings/headlines.js';
import { type TrackText, trackText } from '../text/track/index.js';

/** What every part of a report on a plan that is under way needs. */
export interface TrackContext {
  readonly track: Track;
  readonly words: TrackText;
  readonly context: ReportContext;
  /** A line's name by its id. */
  name(line: string): string;
}

export function trackContext(track: Track): TrackContext {
  const context = reportContext(track.forecast);
  const names = new Map(track.forecast.scenario.lines.map((line) => [line.id, context.lineName(line)]));
  return { track, context, words: trackText(track.forecast.scenario.language), name: (id) => names.get(id) ?? id };
}

/** What the answer begins with. */
export function headingOf({ track, words, context }: TrackContext): string {
  const { scenario, periods, as_of, approval } = track.result;
  const { formats } = context;
  const heading = words.heading(scenario.name, String(periods.whole), String(periods.all), formats.date(as_of));
  return approval?.changed === true ? `${heading}${words.changed(formats.date(approval.on))}` : heading;
}

/** Lines off their pace, targets, and alarms that are reported one by one where room is short. */
const MOST = 2;
const MOST_NAMES = 3;
/** Days without spend that a line behind its plan is let pass in silence. */
const MOST_SILENT = 3;
/** Lines of the answer, its heading left out. */
const MOST_SENTENCES = 9;

/**
 * The answer in sentences: spend of no line first, then gates, pace, landing, targets, why, alarms, what to do. Where there are more than a
 * screen's ten lines have room for, of each kind one is reported with how many more there are, and what was learned from is left to the report.
 */
export function sentencesOf(all: TrackContext): string[] {
  const first = unmatchedSentences(all);
  const room = MOST_SENTENCES - first.length;
  const wide = workingSentences(all);
  if (wide.length <= room) return [...first, ...wide];
  const narrow = workingSentences(all, 1);
  const short = narrow.length <= room ? narrow : workingSentences(all, 1, false);
  return [...first, ...short];
}

/** Those of what is in the plan's lines. */
export function workingSentences(all: TrackContext, most = MOST, sources = true): string[] {
  return [
    ...gateSentences(all),
    ...shockSentences(all),
    spendSentence(all),
    ...paceSentences(all, most),
    ...landingSentences(all),
    ...targetSentences(all, most),
    bridgeSentence(all),
    ...alarmSentences(all, most),
    replanSentence(all),
    ...wornSentences(all),
    ...learningSentences(all, sources),
  ];
}

/** The shock that has most likely begun, where one has. */
function shockSentences({ track, words, context: { formats } }: TrackContext): string[] {
  const begun = track.result.shocks.filter(({ begun: chance, since }) => chance >= 0.5 && since !== null);
  const likeliest = [...begun].sort((a, b) => b.begun - a.begun)[0];
  if (likeliest === undefined) return [];
  return [words.shock(likeliest.name, formats.date(required(likeliest.since)), formats.chance(likeliest.begun))];
}

/** The last gate that is behind the plan, where not every future passes it. */
function gateSentences({ track, words, context: { formats } }: TrackContext): string[] {
  const last = track.result.gates.findLast(({ passed }) => passed < 1);
  if (last === undefined) return [];
  return [words.gate(last.phase, last.gate, formats.share(last.passed), last.passed === 0, last.stops)];
}

/** Spend that is in no line, or in no figure. */
export function unmatchedSentences({ track, words, context: { formats } }: TrackContext): string[] {
  const { unmatched, spend } = track.result;
  const names = unmatched.slice(0, MOST_NAMES).map(({ campaign }) => campaign);
  if (unmatched.length > MOST_NAMES) names.push(words.more(String(unmatched.length - MOST_NAMES)));
  const file = basename(matchPath(track.forecast.scenario.path));
  return [
    ...(unmatched.length === 0
      ? []
      : [words.unmatched(formats.money(spend.unmatched), String(unmatched.length), names.join(words.separator), file)]),
    ...(spend.before > 0 ? [words.before(formats.money(spend.before))] : []),
  ];
}

function spendSentence({ track, words, context: { formats } }: TrackContext): string {
  const { spent, budget, planned, at_pace, over } = track.result.spend;
  const { as_of, spent_until } = track.result;
  // What was spent counts at once, figures only when platforms no longer restate them.
  const until = spent_until === as_of ? '' : formats.date(spent_until);
  if (over > 0) return words.over(formats.money(over));
  return words.spent(
    formats.money(spent),
    formats.money(budget),
    formats.estimate(planned, budget),
    formats.estimate(at_pace, budget),
    until,
  );
}

function paceSentences({ track, words, name, context: { formats } }: TrackContext, most: number): string[] {
  const off = track.result.lines
    .filter((line) => line.offPace || (line.off === null && line.spent > 0))
    .sort((a, b) => Math.abs(b.spent - b.planned) - Math.abs(a.spent - a.planned));
  // Another line's last days say nothing of one whose file was not fetched.
  const isSilent = ({ off: by, last_spend }: (typeof off)[number]): boolean =>
    by !== null &&
    by < 0 &&
    last_spend !== null &&
    dayNumber(track.result.spent_until) - dayNumber(last_spend) > MOST_SILENT;
  if (off.length === 0) return [words.paced(formats.share(track.result.tolerance))];
  const sentences = off.slice(0, most).map((line) => {
    const [daily, needed] = [formats.estimate(line.daily), formats.estimate(line.needed ?? 0, line.daily)];
    if (line.off === null) return words.unplanned(name(line.id), formats.money(line.spent));
    const say = line.off > 0 ? words.ahead : words.behind;
    const said = say(name(line.id), formats.share(Math.abs(line.off)), daily, needed);
    return isSilent(line) ? `${said}${words.silent(formats.date(required(line.last_spend)))}` : said;
  });
  if (off.length > most)
    sentences[sentences.length - 1] += `${words.separator}${words.more(String(off.length - most))}`;
  return sentences;
}

function landingSentences({ track, words, context: { formats, text } }: TrackContext): string[] {
  const { approved, now } = track.result.kpis;
  const [then, today] = [approved.orders, now.orders];
  if (then === undefined || today === undefined || today.p90 === null) return [];
  const count = (value: number | null): string => formats.count(value ?? 0, today.p90 ?? 0);
  return [
    words.lands(
      text.names.kpis.orders ?? 'orders',
      count(today.p10),
      count(today.p90),
      count(today.p50),
      count(then.p10),
      count(then.p90),
      count(then.p50),
    ),
  ];
}

/** Failing targets first. */
function targetSentences({ track, words, context }: TrackContext, most: number): string[] {
  const targets = [...track.result.targets].sort((a, b) => Number(a.holds) - Number(b.holds));
  const sentences = targets.slice(0, most).map(({ target, required, approved, now, holds }) => {
    const write = (one: typeof now): string =>
      one.probability !== null
        ? context.formats.chance(one.probability)
        : one.value === null
          ? '—'
          : targetFigure(context, target, one.value);
    const needed = required === null ? '' : words.needed(context.formats.share(required), holds);
    const name = capital(targetName(context, target), context.text.language);
    return `${words.target(name, write(now), write(approved))}${needed}`;
  });
  if (targets.length > most)
    sentences[sentences.length - 1] += `${words.separator}${words.more(String(targets.length - most))}`;
  return sentences;
}

function bridgeSentence({ track, words, context: { formats } }: TrackContext): string {
  const { approved, now, price, click_rate, conversion_rate, volume } = track.result.bridge;
  const change = (value: number): string => formats.countChange(value, Math.max(approved, now) / 10);
  const count = (value: number): string => formats.count(value, Math.max(approved, now));
  return words.bridge(
    change(now - approved),
    count(approved),
    count(now),
    change(price),
    change(click_rate),
    change(conversion_rate),
    change(volume),
  );
}

function alarmSentences({ track, words, name, context: { formats } }: TrackContext, most: number): string[] {
  const { alarms, chart } = track.result;
  // The surest first.
  const sorted = [...alarms].sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
  const sentences = sorted
    .slice(0, most)
    .map(({ of, line, change, since }) =>
      words.alarm(
        words.figures[of],
        name(line),
        (change > 0 ? words.up : words.down)(formats.share(Math.abs(change))),
        formats.date(elementAt(chart, since).start),
      ),
    );
  if (alarms.length > most)
    sentences[sentences.length - 1] += `${words.separator}${words.more(String(alarms.length - most))}`;
  return sentences;
}

function replanSentence({ track, words, name, context: { formats, text } }: TrackContext): string {
  const { replan } = track.result;
  switch (replan.kind) {
    case 'nothing left':
      return replan.locked_until === undefined ? words.nothingLeft : words.locked(formats.date(replan.locked_until));
    case 'contradiction':
      return words.contradiction(replan.rules.join(words.separator));
    case 'planned': {
      if (replan.moves.length === 0) return words.nothing;
      const moves = replan.moves.map(({ line, dailyFrom, dailyTo }) =>
        words.move(name(line), formats.money(dailyTo), formats.money(dailyFrom)),
      );
      const gain =
        replan.gain === null
          ? ''
          : words.gain(formats.change(replan.gain.mean), formats.chance(replan.gain.probability));
      return `${words.change(moves.join(text.names.separator))}${gain}`;
    }
  }
}

/** A line that the re-plan gives more, though its audience wears out of what it is shown: the worst of them. */
function wornSentences({ track, context: { facts } }: TrackContext): string[] {
  const { replan } = track.result;
  const moves = replan.kind === 'planned' ? replan.moves : [];
  const raised = new Set(moves.flatMap(({ line, from, to }) => (to > from ? [line] : [])));
  const worn = (track.forecast.result.warnings ?? []).flatMap((warning) =>
    warning.code === 'frequency_a_week' && raised.has(warning.line) ? [warning] : [],
  );
  const [worst] = worn.sort((a, b) => b.value - a.value);
  return worst === undefined ? [] : [facts.warning(worst).replace(/\.$/, '')];
}

function learningSentences({ track, words, context: { formats } }: TrackContext, sources: boolean): string[] {
  const { observations, effective_sample, by, unsure } = track.result.learning;
  if (by === 'nothing' || effective_sample === null) return [];
  const learned = words.learned(formats.whole(observations), formats.exactShare(effective_sample), by === 'weights');
  return [...(sources ? [learned] : []), ...(unsure ? [words.unsure] : [])];
}
