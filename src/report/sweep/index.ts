import type { VerdictKind } from '../../forecast/advice.js';
import type { Sweep, SweptVariant, Verdict } from '../../forecast/sweep/types.js';
import { required } from '../../required.js';
import type { Language } from '../../units/locale.js';
import { formatMoney } from '../../units/money.js';
import { type Block, list, paragraph, present, type Report, section, table } from '../blocks.js';
import { figuresIn } from '../calibration/figures.js';
import { type FindingsOptions, findings, renderFindings } from '../calibration/page.js';
import type { Table } from '../content/table.js';
import { type TerminalOptions, terminalText } from '../terminal/blocks.js';
import { sweepWords } from '../text/sweep/index.js';
import type { SweepText } from '../text/sweep/types.js';
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

/**
 * A sweep's files: `sweep.json`, `sweep.csv`, `sweep.html`, `summary.md`, and a heat map of each pair of keys under `charts/`.
 *
 * @param options.language of the page, the plan's; English unless given
 */
export async function renderSweep(sweep: Sweep, options: FindingsOptions = {}): Promise<ReportFiles> {
  const { language = 'en' } = options;
  const files = await renderFindings(sweepPage(said(sweep, language)), 'sweep.html', {
    ...options,
    markdown: 'summary.md',
  });
  return new Map<string, string | Uint8Array>([
    ['sweep.json', stringifySweep(sweep)],
    ['sweep.csv', sweepCsv(sweep)],
    ...files,
  ]);
}

/** A sweep with its language's words and figures. */
interface Said {
  readonly sweep: Sweep;
  readonly language: Language;
  readonly words: SweepText;
  readonly whole: (value: number) => string;
  readonly percent: (share: number) => string;
  /** An amount of the plan's currency. */
  readonly money: (value: number) => string;
  /** The objective: in money where profit or revenue is what counts, else a figure. */
  readonly objective: (value: number) => string;
}

function said(sweep: Sweep, language: Language): Said {
  const { whole, percent, figure } = figuresIn(language);
  const money = (value: number): string =>
    formatMoney(value, sweep.currency, { locale: language, precision: 'rounded' });
  const inMoney = ['profit', 'revenue', 'gross_margin', 'ltv_profit'].includes(sweep.goal.maximize);
  return { sweep, language, words: sweepWords(language), whole, percent, money, objective: inMoney ? money : figure };
}

/** What the page says. */
function sweepPage(all: Said): Report {
  const { sweep, words, whole, language } = all;
  const pairs = sweep.varied
    .flatMap((_, a) => sweep.varied.slice(a + 1).map((__, b) => [a, a + 1 + b] as const))
    .slice(0, MOST_MAPS);
  const subtitle = [
    sweep.optimized ? words.optimized : words.given,
    words.futures(whole(sweep.engine.draws)),
    words.seed(sweep.engine.seed),
  ];
  const { choices, variants } = words;
  return findings(
    words.title(sweep.scenario.name, whole(sweep.variants.length)),
    subtitle.join(words.separator),
    [
      section('choices', choices, [list(sentencesOf(all)), table(choices, choiceTable(all))]),
      section('variants', variants, [list(variantSentences(all)), table(variants, variantTable(all))]),
    ],
    pairs.flatMap(([across, down], k) => {
      const map = heatMap(sweep, across, down, words.range);
      // Where every variant breaks a rule or could not be read there is nothing to colour.
      if (map.cells.flat().every((cell) => cell === null)) return [];
      const title = words.map(map.columns.key, map.rows.key);
      return [
        {
          name: `heat-map-${k + 1}`,
          title,
          note: words.mapNote,
          spec: (layout) => heatMapSpec(map, layout.titled ? title : null, all.objective),
        },
      ];
    }),
    language,
  );
}

/** The best choices that a terminal shows. */
const MOST_CHOICES = 10;

/** The table for a terminal: findings first, then the best choices. */
export function sweepSummary(sweep: Sweep, options: TerminalOptions, language: Language = 'en'): string {
  const all = said(sweep, language);
  const { words, whole } = all;
  const choices = choiceTable(all);
  const blocks: readonly (Block | null)[] = [
    paragraph(words.summary(sweep.scenario.name, whole(sweep.variants.length), whole(sweep.engine.draws)), 'lead'),
    list(sentencesOf(all)),
    table(words.choices, { ...choices, rows: choices.rows.slice(0, MOST_CHOICES) }),
    choices.rows.length > MOST_CHOICES
      ? paragraph(words.more(whole(choices.rows.length - MOST_CHOICES)), 'note')
      : null,
  ];
  return terminalText(present(blocks), options);
}

function sentencesOf({ sweep, words, whole, percent, objective }: Said): string[] {
  const [first] = sweep.choices;
  const sentences: string[] = [];
  if (first !== undefined && first.largest_regret !== null && Object.keys(first.values).length > 0) {
    const choice = Object.entries(first.values)
      .map(([key, value]) => `${key} ${value}`)
      .join(words.separator);
    sentences.push(
      first.tried === 1
        ? words.best(choice)
        : words.safest(choice, objective(first.largest_regret), whole(first.tried), whole(first.best)),
    );
  }
  for (const { key, value, among_best, among_all } of sweep.common.slice(0, 3)) {
    sentences.push(words.common(`${key} ${value}`, percent(among_best), percent(among_all)));
  }
  const counts = new Map<Verdict, number>();
  for (const { verdict } of sweep.variants) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const counted = [...counts].map(([verdict, count]) => words.count(whole(count), words.verdicts[verdict]));
  sentences.push(words.counts(counted.join(words.separator)));
  const advised = new Map<VerdictKind, number>();
  for (const { outcome } of sweep.variants) {
    const kind = adviceOf(outcome);
    if (kind !== undefined) advised.set(kind, (advised.get(kind) ?? 0) + 1);
  }
  const kinds = [...advised].map(([kind, count]) => words.count(whole(count), words.advice[kind]));
  if (kinds.length > 0) sentences.push(words.advised(kinds.join(words.separator)));
  return sentences;
}

function variantSentences({ sweep: { variants }, words, whole }: Said): string[] {
  return variants.length > MOST_ROWS ? [words.first(whole(MOST_ROWS), whole(variants.length))] : [];
}

function choiceTable({ sweep, words, objective }: Said): Table {
  const keys = sweep.varied.filter(({ kind }) => kind === 'choice').map(({ key }) => key);
  const { mean, meanRegret, largestRegret, best, tried } = words.columns;
  return {
    columns: [...keys, mean, meanRegret, largestRegret, best, tried],
    words: keys.map((_, k) => k),
    rows: sweep.choices
      .slice(0, MOST_ROWS)
      .map((choice) => [
        ...keys.map((key) => required(choice.values[key])),
        orDash(choice.mean_objective, objective),
        orDash(choice.mean_regret, objective),
        orDash(choice.largest_regret, objective),
        String(choice.best),
        String(choice.tried),
      ]),
  };
}

/** What `huni run` says of a variant, where it was asked for. */
function adviceOf(outcome: SweptVariant['outcome']): VerdictKind | undefined {
  return outcome.status === 'priced' ? outcome.advice : undefined;
}

/** Why a variant has no figures. */
function reasonOf(outcome: Exclude<SweptVariant['outcome'], { readonly status: 'priced' }>, words: SweepText): string {
  return outcome.status === 'contradiction'
    ? words.contradiction(outcome.rules.join(words.separator))
    : outcome.message;
}

function variantTable({ sweep, words, money, percent, objective: write }: Said): Table {
  const keys = sweep.varied.map(({ key }) => key);
  const figures = ({ outcome, regret }: SweptVariant): string[] => {
    if (outcome.status !== 'priced') return ['', '', '', '', '', reasonOf(outcome, words)];
    const { kpis, loss, objective } = outcome;
    const { p10, p50, p90 } = kpis.profit;
    return [
      orDash(objective, write),
      orDash(regret, write),
      orDash(p50, money),
      words.range(orDash(p10, money), orDash(p90, money)),
      percent(loss),
      '',
    ];
  };
  const advised = sweep.variants.some(({ outcome }) => adviceOf(outcome) !== undefined);
  const { verdict, advice, objective, regret, profit, profitRange, loss } = words.columns;
  const last = keys.length + 6 + (advised ? 1 : 0);
  return {
    columns: [...keys, verdict, ...(advised ? [advice] : []), objective, regret, profit, profitRange, loss, ''],
    words: [...keys.map((_, k) => k), keys.length, ...(advised ? [keys.length + 1] : []), last],
    rows: sweep.variants.slice(0, MOST_ROWS).map((variant) => {
      const found = words.verdicts[variant.verdict];
      const kind = adviceOf(variant.outcome);
      return [
        ...keys.map((key) => required(variant.values[key])),
        variant.best ? words.bestVerdict(found) : found,
        ...(advised ? [kind === undefined ? '' : words.advice[kind]] : []),
        ...figures(variant),
      ];
    }),
  };
}

function orDash(value: number | null, write: (value: number) => string): string {
  return value === null ? '–' : write(value);
}
