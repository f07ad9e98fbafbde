import { capital } from '../capital.js';
import type { Table } from '../content/table.js';
import { targetFigure, targetName } from '../findings/headlines.js';
import type { TrackContext } from './sentences.js';

/** Bars of the bridge, in the order that they are reported in. */
export const BARS = ['price', 'click_rate', 'conversion_rate', 'volume'] as const;

/** Each target as it was approved, as it is now, and at the present pace; `null`: the plan has none. */
export function targetsTable({ track, words, context }: TrackContext): Table | null {
  const { targets } = track.result;
  if (targets.length === 0) return null;
  const { formats } = context;
  const columns = words.targetColumns;
  return {
    columns: [columns.target, columns.needed, columns.approved, columns.now, columns.atPace],
    rows: targets.map(({ target, required, approved, now, atPace }) => {
      const write = (one: typeof now | null): string =>
        one === null
          ? '—'
          : one.probability !== null
            ? formats.chance(one.probability)
            : one.value === null
              ? '—'
              : targetFigure(context, target, one.value);
      const needed = required === null ? '—' : formats.share(required);
      return [
        capital(targetName(context, target), context.text.language),
        needed,
        write(approved),
        write(now),
        write(atPace),
      ];
    }),
  };
}

/** A row a line: pace, and what it brings by the end. */
export function linesTable({ track, words, name, context: { formats } }: TrackContext): Table {
  const { columns } = words;
  const { lines, spend } = track.result;
  const count = (value: number | null): string => (value === null ? '—' : formats.count(value));
  const off = (value: number | null): string => (value === null ? '—' : formats.exactShare(value));
  return {
    columns: [
      columns.line,
      columns.budget,
      columns.planned,
      columns.spent,
      columns.off,
      columns.daily,
      columns.needed,
      columns.conversions,
      columns.approved,
      columns.lands,
    ],
    rows: lines.map((line) => [
      name(line.id),
      formats.money(line.budget),
      formats.estimate(line.planned, line.budget),
      formats.money(line.spent),
      off(line.off),
      formats.estimate(line.daily),
      line.needed === null ? '—' : formats.estimate(line.needed),
      line.came.conversions === null ? '—' : formats.whole(line.came.conversions),
      count(line.conversions.approved),
      count(line.conversions.now),
    ]),
    total: [
      words.bars.all,
      formats.money(spend.budget),
      formats.estimate(spend.planned, spend.budget),
      formats.money(spend.spent),
      off(spend.off),
      '',
      '',
      '',
      '',
      '',
    ],
  };
}

/** A bar of the bridge, or all of them, in conversions. */
export function bridgeChange({ track, context: { formats } }: TrackContext, change: number): string {
  const { approved, now } = track.result.bridge;
  return formats.countChange(change, Math.max(approved, now) / 10);
}

/** Why conversions come out otherwise than approved; the bars add up. */
export function bridgeTable(all: TrackContext): Table {
  const { bridge } = all.track.result;
  const { words } = all;
  return {
    columns: [words.bridgeColumns.bar, words.bridgeColumns.conversions],
    rows: BARS.map((bar) => [words.bars[bar], bridgeChange(all, bridge[bar])]),
    total: [words.bars.all, bridgeChange(all, bridge.now - bridge.approved)],
  };
}

/** Which line each campaign is for. */
export function matchTable({ track, words, name }: TrackContext): Table {
  const { matchColumns } = words;
  return {
    columns: [matchColumns.campaign, matchColumns.platform, matchColumns.line],
    words: [1, 2],
    rows: track.result.match.map(({ campaign, platform, line }) => [
      campaign,
      platform,
      line === null ? words.none : name(line),
    ]),
  };
}
