import type { Sweep, SweptVariant } from '../../forecast/sweep/types.js';
import { formatMoney } from '../../units/money.js';
import { type Block, list, paragraph, present, type Report, section, table } from '../blocks.js';
import { findings, renderFindings } from '../calibration/page.js';
import type { Table } from '../content/table.js';
import { type TerminalOptions, terminalText } from '../terminal/blocks.js';
import type { ReportFiles } from '../write.js';
import { sweepCsv } from './csv.js';
import { heatMap, heatMapSpec } from './heat-map.js';

export type { HeatMap } from './heat-map.js';

/** Rows of the page's table: all of them are in the CSV. */
const MOST_ROWS = 200;
/** Pairs of keys that the page draws. */
const MOST_MAPS = 6;

/** `sweep.json`, as `--json` prints it. Same sweep, same bytes. */
export function stringifySweep(sweep: Sweep): string {
  return `${JSON.stringify(sweep, null, 2)}\n`;
}

/** A sweep's files: `sweep.json`, `sweep.csv`, `sweep.html`, and a heat map of each pair of keys under `charts/`. */
export async function renderSweep(sweep: Sweep, options: { readonly signal?: AbortSignal } = {}): Promise<ReportFiles> {
  const files = await renderFindings(sweepPage(sweep), 'sweep.html', options.signal);
  return new Map<string, string | Uint8Array>([
    ['sweep.json', stringifySweep(sweep)],
    ['sweep.csv', sweepCsv(sweep)],
    ...files,
  ]);
}

/** What the page says. */
function sweepPage(sweep: Sweep): Report {
  const write = writerOf(sweep);
  const pairs = sweep.varied
    .flatMap((_, a) => sweep.varied.slice(a + 1).map((__, b) => [a, a + 1 + b] as const))
    .slice(0, MOST_MAPS);
  const subtitle = [
    `${sweep.optimized ? 'each optimised under its rules' : 'each as given'}`,
    `${sweep.engine.draws.toLocaleString('en')} futures, common to all`,
    `seed ${sweep.engine.seed}`,
  ];
  const [choices, variants] = ['Best choices', 'Variants'];
  return findings(
    `${sweep.scenario.name}: ${sweep.variants.length} variants`,
    subtitle.join(', '),
    [
      section('choices', choices, [list(sentencesOf(sweep)), table(choices, choiceTable(sweep))]),
      section('variants', variants, [list(variantSentences(sweep)), table(variants, variantTable(sweep))]),
    ],
    pairs.map(([across, down], k) => {
      const map = heatMap(sweep, across, down);
      const title = `Objective by ${map.columns.key} and ${map.rows.key}`;
      const note = 'The best among the other choices, averaged over the other assumptions.';
      return {
        name: `heat-map-${k + 1}`,
        title,
        note,
        spec: (layout) => heatMapSpec(map, layout.titled ? title : null, write),
      };
    }),
  );
}

/** The best choices that a terminal shows. */
const MOST_CHOICES = 10;

/** The table for a terminal: findings first, then the best choices. */
export function sweepSummary(sweep: Sweep, options: TerminalOptions): string {
  const draws = sweep.engine.draws.toLocaleString('en');
  const choices = choiceTable(sweep);
  const blocks: readonly (Block | null)[] = [
    paragraph(`${sweep.scenario.name}: ${sweep.variants.length} variants, ${draws} futures common to all`, 'lead'),
    list(sentencesOf(sweep)),
    table('Best choices', { ...choices, rows: choices.rows.slice(0, MOST_CHOICES) }),
    choices.rows.length > MOST_CHOICES ? paragraph(`and ${choices.rows.length - MOST_CHOICES} more`, 'note') : null,
  ];
  return terminalText(present(blocks), options);
}

function sentencesOf(sweep: Sweep): string[] {
  const write = writerOf(sweep);
  const [first] = sweep.choices;
  const sentences: string[] = [];
  if (first !== undefined && first.largest_regret !== null && Object.keys(first.values).length > 0) {
    const words = namesOf(first.values);
    sentences.push(
      first.tried === 1
        ? `${words} is the best choice.`
        : `${words} is the safest choice: at most ${write(first.largest_regret)} short of the best under any of ${first.tried} assumptions, and the best under ${first.best}.`,
    );
  }
  for (const { key, value, among_best, among_all } of sweep.common.slice(0, 3)) {
    sentences.push(
      `${key} ${value}: ${percent(among_best)} of the best tenth of variants, ${percent(among_all)} of all.`,
    );
  }
  const counts = new Map<string, number>();
  for (const { verdict } of sweep.variants) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  sentences.push(`Verdicts: ${[...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ')}.`);
  return sentences;
}

function variantSentences({ variants }: Sweep): string[] {
  return variants.length > MOST_ROWS
    ? [`The first ${MOST_ROWS} of ${variants.length}; all of them are in sweep.csv.`]
    : [];
}

function choiceTable(sweep: Sweep): Table {
  const write = writerOf(sweep);
  const keys = sweep.varied.filter(({ kind }) => kind === 'choice').map(({ key }) => key);
  return {
    columns: [...keys, 'Objective, mean', 'Regret, mean', 'Regret, largest', 'Best under', 'Assumptions'],
    words: keys.map((_, k) => k),
    rows: sweep.choices
      .slice(0, MOST_ROWS)
      .map((choice) => [
        ...keys.map((key) => choice.values[key]!),
        orDash(choice.mean_objective, write),
        orDash(choice.mean_regret, write),
        orDash(choice.largest_regret, write),
        String(choice.best),
        String(choice.tried),
      ]),
  };
}

function variantTable(sweep: Sweep): Table {
  const write = writerOf(sweep);
  const money = (value: number): string => formatMoney(value, sweep.currency, { locale: 'en', precision: 'rounded' });
  const keys = sweep.varied.map(({ key }) => key);
  const figures = ({ outcome, regret }: SweptVariant): string[] => {
    if (outcome.status !== 'priced') return ['', '', '', '', '', outcome.message];
    const { kpis, loss, objective } = outcome;
    const { p10, p50, p90 } = kpis.profit;
    return [
      orDash(objective, write),
      orDash(regret, write),
      orDash(p50, money),
      `${orDash(p10, money)} to ${orDash(p90, money)}`,
      percent(loss),
      '',
    ];
  };
  return {
    columns: [...keys, 'Verdict', 'Objective', 'Regret', 'Profit, P50', 'Profit, P10 to P90', 'Loss', ''],
    words: [...keys.map((_, k) => k), keys.length, keys.length + 6],
    rows: sweep.variants
      .slice(0, MOST_ROWS)
      .map((variant) => [
        ...keys.map((key) => variant.values[key]!),
        variant.best ? `${variant.verdict}, best` : variant.verdict,
        ...figures(variant),
      ]),
  };
}

/** The objective is in money where profit or revenue is what counts, else a figure. */
function writerOf({ goal, currency }: Sweep): (value: number) => string {
  const money = ['profit', 'revenue', 'gross_margin', 'ltv_profit'].includes(goal.maximize);
  return (value) =>
    money ? formatMoney(value, currency, { locale: 'en', precision: 'rounded' }) : String(Number(value.toPrecision(4)));
}

function namesOf(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');
}

function orDash(value: number | null, write: (value: number) => string): string {
  return value === null ? '–' : write(value);
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
