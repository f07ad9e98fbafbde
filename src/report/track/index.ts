import { exportNoteText } from '../../calibrate/words/index.js';
import { required } from '../../required.js';
import type { Track } from '../../track/track.js';
import { list, paragraph, type Report, section, table } from '../blocks.js';
import { directed } from '../chart-files.js';
import type { CheckFormat } from '../check/format-names.js';
import { printCheck } from '../check/formats.js';
import { productFiles } from '../product-files.js';
import type { ReportFiles } from '../write.js';
import { trackChart } from './chart.js';
import { trackItems } from './items.js';
import { headingOf, sentencesOf, trackContext } from './sentences.js';
import { bridgeTable, linesTable, matchTable, targetsTable } from './tables.js';

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
  const { text } = all.context;
  const notes = list(track.result.notes.map((note) => exportNoteText(note, words.language)));
  const report: Report = {
    title: track.result.scenario.name,
    lead: [],
    sections: [
      section('track', headingOf(all), [
        ...sentencesOf(all).map((sentence, k) => paragraph(sentence, k === 0 ? 'lead' : undefined)),
        { kind: 'chart', chart: required(chart) },
        notes,
      ]),
      section('lines', words.lines, [
        table(words.targetsTitle, targetsTable(all)),
        table(words.lines, linesTable(all)),
      ]),
      section('why', words.bridgeTitle, [table(words.bridgeTitle, bridgeTable(all))]),
      section('match', words.matchTitle, [table(words.matchTitle, matchTable(all))]),
    ],
  };
  const { engine, scenario } = track.result;
  const origin = { version: engine.version, draws: engine.draws, seed: engine.seed, sha256: scenario.sha256 };
  const pages = await productFiles(report, {
    page: 'track.html',
    text,
    origin,
    markdown: null,
    signal: options.signal,
  });
  return new Map([...pages, ['track.json', stringifyTrack(track)]]);
}
