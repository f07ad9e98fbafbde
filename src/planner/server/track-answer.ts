import { fanNote } from '../../report/charts/fan.js';
import type { Table } from '../../report/content/table.js';
import { headingOf, trackContext, unmatchedSentences, workingSentences } from '../../report/track/sentences.js';
import { BARS, bridgeChange, linesTable, targetsTable } from '../../report/track/tables.js';
import type { ScenarioDocument } from '../../scenario/index.js';
import { replannedText, type Track } from '../../track/index.js';
import type { Language } from '../../units/locale.js';
import type { TableView, TrackAnswer } from '../protocol.js';

/** A plan held against what came, as the page shows it: the command line's sentences and figures in the reader's words. */
export function trackAnswer(track: Track, document: ScenarioDocument, language: Language): TrackAnswer {
  const { forecast, result } = track;
  const all = trackContext({ ...track, forecast: { ...forecast, scenario: { ...forecast.scenario, language } } });
  const { words } = all;
  const targets = targetsTable(all);
  return {
    holds: result.holds,
    heading: headingOf(all),
    approvedOn: result.approval?.on ?? null,
    first: unmatchedSentences(all),
    sentences: workingSentences(all),
    chart: {
      title: words.chartTitle,
      note: fanNote(all.context, words.approvedCourse),
      approved: words.approved,
      now: words.now,
      rows: result.chart,
    },
    bridge: {
      title: words.bridgeTitle,
      approved: result.bridge.approved,
      bars: BARS.map((bar) => ({
        name: words.bars[bar],
        change: result.bridge[bar],
        written: bridgeChange(all, result.bridge[bar]),
      })),
    },
    targets: targets === null ? null : view(words.targetsTitle, targets),
    lines: view(words.lines, linesTable(all)),
    match: result.match.map(({ platform, campaign, line }) => ({ platform, campaign, line })),
    replanned: result.spend.unmatched > 0 ? null : replannedText(document, track),
  };
}

function view(title: string, { columns, rows, total }: Table): TableView {
  return { title, columns, rows, total: total ?? null };
}
