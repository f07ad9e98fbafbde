import { dailyNoteText } from '../../calibrate/words/index.js';
import type { Track } from '../../track/track.js';
import { type Block, list, paragraph, present, type Report, section, table } from '../blocks.js';
import { directed } from '../chart-files.js';
import type { CheckFormat } from '../check/format-names.js';
import { printCheck } from '../check/formats.js';
import type { Table } from '../content/table.js';
import { productFiles } from '../product-files.js';
import type { ReportFiles } from '../write.js';
import { trackChart } from './chart.js';
import { trackItems } from './items.js';
import { headingOf, sentencesOf, type TrackContext, trackContext } from './sentences.js';

/** `track.json`, as `--json` prints it. Same input, same bytes. */
export function stringifyTrack({ result }: Pick<Track, 'result'>): string {
  const finite = (_key: string, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? null : value;
  return `${JSON.stringify(result, finite, 2)}\n`;
}

/** The answer in a format; ends with a newline. */
export function printTrack(track: Track, format: CheckFormat): string {
  if (format === 'json') return stringifyTrack(track);
  const context = trackContext(track);
  if (format === 'text') {
    const lines = [headingOf(context), ...sentencesOf(context)];
    return `${lines.map((line) => line.replace(/\p{Cc}/gu, ' ').trimEnd()).join('\n')}\n`;
  }
  return printCheck(track.forecast.scenario, trackItems(context), format);
}

/**
 * The files of a report: `track.html`, `track.json`, and the chart as `charts/track.vl.json`, `.svg` and `.png`.
 *
 * @throws where the signal aborts (its reason), or the chart does not compile
 */
export async function renderTrack(track: Track, options: { readonly signal?: AbortSignal } = {}): Promise<ReportFiles> {
  const all = trackContext(track);
  const { words } = all;
  const [chart] = directed([trackChart(all)], all.context.text.direction);
  const blocks = present([
    ...sentencesOf(all).map((sentence, k) => paragraph(sentence, k === 0 ? 'lead' : undefined)),
    { kind: 'chart', chart: chart! } as Block,
    table(all.words.lines, linesTable(all)),
    table(all.words.bridgeTitle, bridgeTable(all)),
    table(all.words.matchTitle, matchTable(all)),
    list(track.result.notes.map((note) => dailyNoteText(note, words.language))),
  ]);
  const { text } = all.context;
  const report: Report = {
    title: track.result.scenario.name,
    lead: present([paragraph(headingOf(all))]),
    sections: [section('track', words.chartTitle, blocks)],
  };
  const { engine, scenario } = track.result;
  const origin = { version: engine.version, draws: engine.draws, seed: engine.seed, sha256: scenario.sha256 };
  const pages = await productFiles(report, {
    page: 'track.html',
    text,
    origin,
    markdown: false,
    signal: options.signal,
  });
  return new Map([...pages, ['track.json', stringifyTrack(track)]]);
}

function linesTable({ track, words, name, context: { formats } }: TrackContext): Table {
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
      off(spend.planned > 0 ? spend.spent / spend.planned - 1 : null),
      '',
      '',
      '',
      '',
      '',
    ],
  };
}

function bridgeTable({ track, words, context: { formats } }: TrackContext): Table {
  const { bridge } = track.result;
  const scale = Math.max(bridge.approved, bridge.now) / 10;
  const change = (value: number): string => formats.countChange(value, scale);
  const bars = ['price', 'click_rate', 'conversion_rate', 'volume'] as const;
  return {
    columns: [words.bridgeColumns.bar, words.bridgeColumns.conversions],
    rows: bars.map((bar) => [words.bars[bar], change(bridge[bar])]),
    total: [words.bars.all, change(bridge.now - bridge.approved)],
  };
}

function matchTable({ track, words, name }: TrackContext): Table {
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
