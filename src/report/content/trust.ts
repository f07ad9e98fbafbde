import type { ReportContext } from '../context.js';
import { kpiUnit } from '../findings/units.js';
import { trustText } from '../text/trust/index.js';
import type { Table } from './table.js';

/** What there is to say for an optimum: sentences, what each line may have, and other plans as good. */
export interface TrustContent {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly ranges: { readonly heading: string; readonly table: Table };
  /** `null` where no other plan was found within 1 %. */
  readonly alternatives: { readonly heading: string; readonly table: Table } | null;
}

/** How many searches agree, how far the plan is from certified, and how much of it was luck; none where nothing was optimised. */
export function trustSentences({ forecast, text, formats }: ReportContext): readonly string[] {
  const { optimizer } = forecast.result;
  if (optimizer === undefined) return [];
  const words = trustText(text.language);
  const unit = kpiUnit(forecast.scenario.goal.text);
  const write = (value: number) => formats.byUnit(unit, value);
  const { starts, searches = 0, spread = 0, optimism, kkt } = optimizer;
  return [
    words.starts(String(starts), String(searches), write(spread)),
    (optimism >= 0 ? words.lower : words.higher)(kkt === 0 ? '0' : kkt.toExponential(1), write(Math.abs(optimism))),
  ];
}

/** The trust section; `null` where a run wasn't asked for it. */
export function trustContent(context: ReportContext): TrustContent | null {
  const { forecast, text, formats, lineName, plan } = context;
  const { flat, alternatives = [] } = forecast.result.optimizer ?? {};
  if (flat === undefined) return null;
  const words = trustText(text.language);
  const { columns } = text.page.moves;
  const { lines } = forecast.scenario;
  const budgets = new Map(plan.result.lines.map(({ id, budget }) => [id, budget]));
  const ranges = new Map(flat.map((range) => [range.line, range]));
  const unit = kpiUnit(forecast.scenario.goal.text);
  const trimmed = (sentence: string) => sentence.replace(/:$/, '');
  return {
    title: words.title,
    sentences: trustSentences(context),
    ranges: {
      heading: trimmed(words.flat),
      table: {
        columns: [columns.line, columns.planned, words.least, words.most],
        rows: lines.map((line) => {
          const range = ranges.get(line.id);
          const cells = [budgets.get(line.id) ?? 0, range?.min ?? 0, range?.max ?? 0];
          return [lineName(line), ...cells.map((amount) => formats.estimate(amount, Math.max(...cells)))];
        }),
      },
    },
    alternatives:
      alternatives.length === 0
        ? null
        : {
            heading: trimmed(words.alternatives),
            table: {
              columns: [columns.line, columns.planned, ...alternatives.map((_, k) => words.plan(String(k + 1)))],
              rows: [
                ...lines.map((line) => [
                  lineName(line),
                  formats.money(budgets.get(line.id) ?? 0),
                  ...alternatives.map((other) =>
                    formats.money(other.lines.find(({ id }) => id === line.id)?.budget ?? 0),
                  ),
                ]),
                [words.moved, '', ...alternatives.map(({ moved }) => formats.share(moved))],
                [
                  words.objective,
                  ...[forecast.result.optimizer?.objective ?? 0, ...alternatives.map(({ objective }) => objective)].map(
                    (value) => formats.byUnit(unit, value),
                  ),
                ],
              ],
            },
          },
  };
}
