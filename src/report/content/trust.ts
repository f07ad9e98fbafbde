import type { AlternativePlan } from '../../optimize/report.js';
import { lastOf } from '../../required.js';
import { heading, list, present, type Section, table } from '../blocks.js';
import type { ReportContext } from '../context.js';
import { goalName } from '../findings/headlines.js';
import { kpiUnit } from '../findings/units.js';
import { trustText } from '../text/trust/index.js';
import type { Table } from './table.js';

/** Changes of another plan that are reported: the largest. */
const MOST_CHANGES = 3;

/** How many searches agree, how far the plan is from certified, and how much of it was luck; none where nothing was optimised. */
function trustSentences({ forecast, text, formats }: ReportContext): readonly string[] {
  const { optimizer } = forecast.result;
  if (optimizer === undefined) return [];
  const words = trustText(text.language);
  const unit = kpiUnit(goalName(forecast.scenario.goal));
  const write = (value: number) => formats.byUnit(unit, value);
  const { starts, searches = 0, spread = 0, optimism, kkt } = optimizer;
  return [
    words.starts(String(starts), String(searches), write(spread)),
    (optimism >= 0 ? words.lower : words.higher)(kkt === 0 ? '0' : kkt.toExponential(1), write(Math.abs(optimism))),
  ];
}

/** What another plan within 1 % gives and takes, largest first, a sentence a plan. */
function alternativeSentences(context: ReportContext, alternatives: readonly AlternativePlan[]): readonly string[] {
  const { forecast, text, formats, lineName, plans } = context;
  const words = trustText(text.language);
  const unit = kpiUnit(goalName(forecast.scenario.goal));
  const names = new Map(forecast.scenario.lines.map((line) => [line.id, lineName(line)]));
  const budgets = new Map(lastOf(plans).result.lines.map(({ id, budget }) => [id, budget]));
  return alternatives.map(({ lines, moved, objective }) => {
    const changes = lines
      .map(({ id, budget }) => ({ id, change: budget - (budgets.get(id) ?? 0) }))
      .filter(({ change }) => change !== 0)
      .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
      .slice(0, MOST_CHANGES)
      .map(({ id, change }) => `${names.get(id) ?? id} ${formats.change(change)}`);
    const listed = changes.join(text.names.separator);
    return words.alternative(formats.share(moved), formats.byUnit(unit, objective), listed);
  });
}

/**
 * How far an optimum can be trusted: sentences, what each line may have while the goal stays within 1 %, and other plans as
 * good; `null` where a run wasn't asked for it.
 */
export function trustSection(context: ReportContext): Section | null {
  const { forecast, text, formats, lineName, plans } = context;
  const { flat, alternatives = [] } = forecast.result.optimizer ?? {};
  if (flat === undefined) return null;
  const words = trustText(text.language);
  const { columns } = text.page.moves;
  const { lines } = forecast.scenario;
  const budgets = new Map(lastOf(plans).result.lines.map(({ id, budget }) => [id, budget]));
  const ranges = new Map(flat.map((range) => [range.line, range]));
  const unit = kpiUnit(goalName(forecast.scenario.goal));
  const objectives = [forecast.result.optimizer?.objective ?? 0, ...alternatives.map(({ objective }) => objective)];
  const rangesTable: Table = {
    columns: [columns.line, columns.planned, words.least, words.most],
    rows: lines.map((line) => {
      const range = ranges.get(line.id);
      const cells = [budgets.get(line.id) ?? 0, range?.min ?? 0, range?.max ?? 0];
      return [lineName(line), ...cells.map((amount) => formats.estimate(amount, Math.max(...cells)))];
    }),
  };
  const alternativesTable: Table = {
    least: 3,
    columns: [columns.line, columns.planned, ...alternatives.map((_, k) => words.plan(String(k + 1)))],
    rows: [
      ...lines.map((line) => [
        lineName(line),
        formats.money(budgets.get(line.id) ?? 0),
        ...alternatives.map((other) => formats.money(other.lines.find(({ id }) => id === line.id)?.budget ?? 0)),
      ]),
      [words.moved, '', ...alternatives.map(({ moved }) => formats.share(moved))],
      [words.objective, ...objectives.map((value) => formats.byUnit(unit, value))],
    ],
  };
  const blocks = present([
    list(trustSentences(context)),
    heading(words.flat),
    table(words.flat, rangesTable),
    ...(alternatives.length === 0
      ? []
      : [
          heading(words.alternatives),
          list(alternativeSentences(context, alternatives)),
          table(words.alternatives, alternativesTable),
        ]),
  ]);
  return { id: 'trust', title: words.title, blocks, folded: true };
}
