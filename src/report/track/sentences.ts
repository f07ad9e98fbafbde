import { basename } from 'node:path';
import { matchPath } from '../../track/match/file.js';
import type { Track } from '../../track/track.js';
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
  const { scenario, periods, as_of } = track.result;
  return words.heading(scenario.name, String(periods.whole), String(periods.all), context.formats.date(as_of));
}

/** Lines off their pace, and targets, that are reported one by one where room is short. */
const MOST_LINES = 2;
const MOST_TARGETS = 2;
const MOST_NAMES = 3;

/** The answer in sentences: spend of no line first, then pace, landing, targets, why, alarms, what to do. */
export function sentencesOf(all: TrackContext): string[] {
  return [
    ...unmatchedSentences(all),
    spendSentence(all),
    ...paceSentences(all),
    ...landingSentences(all),
    ...targetSentences(all),
    bridgeSentence(all),
    ...alarmSentences(all),
    replanSentence(all),
    ...learningSentences(all),
  ];
}

function unmatchedSentences({ track, words, context: { formats } }: TrackContext): string[] {
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
  if (over > 0) return words.over(formats.money(over));
  return words.spent(
    formats.money(spent),
    formats.money(budget),
    formats.estimate(planned, budget),
    formats.estimate(at_pace, budget),
  );
}

function paceSentences({ track, words, name, context: { formats } }: TrackContext, most = MOST_LINES): string[] {
  const off = track.result.lines
    .filter((line) => line.offPace || (line.off === null && line.spent > 0))
    .sort((a, b) => Math.abs(b.spent - b.planned) - Math.abs(a.spent - a.planned));
  if (off.length === 0) return [words.paced(formats.share(track.result.tolerance))];
  const sentences = off.slice(0, most).map((line) => {
    const [daily, needed] = [formats.estimate(line.daily), formats.estimate(line.needed ?? 0, line.daily)];
    if (line.off === null) return words.unplanned(name(line.id), formats.money(line.spent));
    const say = line.off > 0 ? words.ahead : words.behind;
    return say(name(line.id), formats.share(Math.abs(line.off)), daily, needed);
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
function targetSentences({ track, words, context }: TrackContext, most = MOST_TARGETS): string[] {
  const targets = [...track.result.targets].sort((a, b) => Number(a.holds) - Number(b.holds));
  const sentences = targets.slice(0, most).map(({ target, required, approved, now, holds }) => {
    const write = (one: typeof now): string =>
      one.probability !== null
        ? context.formats.share(one.probability)
        : one.value === null
          ? '—'
          : targetFigure(context, target, one.value);
    const needed = required === null ? '' : words.needed(context.formats.share(required), holds);
    return `${words.target(targetName(context, target), write(now), write(approved))}${needed}`;
  });
  if (targets.length > most)
    sentences[sentences.length - 1] += `${words.separator}${words.more(String(targets.length - most))}`;
  return sentences;
}

function bridgeSentence({ track, words, context: { formats } }: TrackContext): string {
  const { approved, now, price, click_rate, conversion_rate, volume } = track.result.bridge;
  const change = (value: number): string => formats.countChange(value, Math.max(approved, now) / 10);
  return words.bridge(
    change(now - approved),
    change(price),
    change(click_rate),
    change(conversion_rate),
    change(volume),
  );
}

function alarmSentences({ track, words, name, context: { formats } }: TrackContext): string[] {
  return track.result.alarms.map(({ of, line, change, since }) =>
    words.alarm(
      words.figures[of],
      name(line),
      (change > 0 ? words.up : words.down)(formats.share(Math.abs(change))),
      formats.date(track.result.chart[since]!.start),
    ),
  );
}

function replanSentence({ track, words, name, context: { formats, text } }: TrackContext): string {
  const { replan } = track.result;
  switch (replan.kind) {
    case 'nothing left':
      return words.nothingLeft;
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
          : words.gain(formats.change(replan.gain.mean), formats.share(replan.gain.probability));
      return `${words.change(moves.join(text.names.separator))}${gain}`;
    }
  }
}

function learningSentences({ track, words, context: { formats } }: TrackContext): string[] {
  const { observations, effective_sample, by, unsure } = track.result.learning;
  if (by === 'nothing' || effective_sample === null) return [];
  return [
    words.learned(formats.whole(observations), formats.exactShare(effective_sample), by === 'weights'),
    ...(unsure ? [words.unsure] : []),
  ];
}
