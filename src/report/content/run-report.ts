import { type Block, heading, list, paragraph, present, type Section, table } from '../blocks.js';
import { type Chart, isDrawn } from '../charts/types.js';
import type { ReportContext } from '../context.js';
import { eventsText } from '../text/events/index.js';
import { verdictText } from '../text/verdict/index.js';
import { aimSentence } from './aim.js';
import { assumptionsTable, originsSentence } from './assumptions.js';
import { breakEvenTable } from './break-even.js';
import { bridgeTable } from './bridge.js';
import { decisionSentences, losesMoney, searchSentence } from './decision.js';
import { figuresTable, highlights, isValued, undefinedKpis } from './figures.js';
import { flightingTable } from './flighting.js';
import { creativeSentence, moveList, planTable } from './plan.js';
import { reproduceTable } from './reproduce.js';
import { robustTable } from './robust.js';
import { costSentences, rulesTable } from './rules.js';
import { targetsTable } from './targets.js';
import { testSentences } from './test-advice.js';
import { trustSection } from './trust.js';
import { verdictReasons } from './verdict.js';
import { warningSentences } from './warnings.js';

/** The chart on the first screen, by the verdict: what moves where that is what to do, else what may come of the plan. */
const FIRST_CHART = { move: 'allocation', start: 'allocation' } as const;
/** Moves that are listed one by one where there are more; the plan's table has all. */
const MOST_MOVES = 4;
const USUAL_CHART = 'profit-distribution';
/** Where nothing is known of what orders are worth: their number, and no chart of profit. */
const COUNTED_CHART = 'orders';
const OF_PROFIT: ReadonlySet<string> = new Set(['profit', 'bridge', USUAL_CHART]);

/** The chart that stands beside the verdict, in a column of its own. */
export function firstChart(context: ReportContext, drawn: readonly Chart[]): Chart | undefined {
  const charts = chartsOf(context, drawn);
  const { verdict } = context.forecast.result;
  const kind = verdict?.kind ?? 'move';
  const wanted =
    kind === 'move' || kind === 'start' ? FIRST_CHART[kind] : isValued(context) ? USUAL_CHART : COUNTED_CHART;
  const found = charts.filter(isDrawn);
  return found.find(({ name }) => name === wanted) ?? found[0];
}

/** Those that say something: none of profit where nothing is known of what orders are worth. */
function chartsOf(context: ReportContext, drawn: readonly Chart[]): readonly Chart[] {
  return isValued(context) ? drawn : drawn.filter(({ name }) => !OF_PROFIT.has(name));
}

/** A run's report: the verdict and all that it takes to act on it first, then details for who asks. */
export function runReport(context: ReportContext, drawn: readonly Chart[]): readonly Section[] {
  const charts = chartsOf(context, drawn);
  const { text } = context;
  const { sections } = text.page;
  const first = firstChart(context, charts);
  const warnings = warningSentences(context);
  const folded = (id: string, title: string, blocks: readonly (Block | null)[]): Section[] => {
    const shown = present(blocks);
    return shown.length === 0 ? [] : [{ id, title, blocks: shown, folded: true }];
  };
  const trust = trustSection(context);
  const words = verdictText(text.language);
  const rest = charts.filter((chart) => chart !== first);
  return [
    decisionSection(context, first),
    ...(warnings.length === 0
      ? []
      : [{ id: 'warnings', title: sections.warnings, blocks: present([list(warnings)]), folded: false }]),
    ...folded('why', words.sections.why, [
      list(verdictReasons(context)),
      paragraph(context.forecast.result.verdict === undefined ? null : aimSentence(context), 'note'),
      paragraph(context.forecast.result.verdict === undefined ? null : searchSentence(context), 'note'),
    ]),
    ...planSections(context),
    ...(trust === null ? [] : [trust]),
    ...folded(
      'charts',
      sections.charts,
      rest.map((chart) => ({ kind: 'chart', chart }) as const),
    ),
    ...folded('assumptions', sections.assumptions, [
      paragraph(`${originsSentence(context)} ${text.page.assumptions.intervalNote}`),
      {
        kind: 'fold',
        words: text.page.assumptions.show,
        blocks: present([table(sections.assumptions, assumptionsTable(context))]),
      },
    ]),
    ...folded('reading', sections.reading, [list(text.page.reading)]),
    ...folded('reproduce', sections.reproduce, [
      table(sections.reproduce, reproduceTable(context)),
      paragraph(text.page.reproduce.note, 'note'),
    ]),
  ];
}

/** What decides: the verdict, its reasons, three figures, the moves, one chart, what would have to be true or the test. */
function decisionSection(context: ReportContext, chart: Chart | undefined): Section {
  const { text, forecast, plan } = context;
  const words = verdictText(text.language);
  const { verdict } = forecast.result;
  const [lead = '', ...reasons] = decisionSentences(context);
  const moves = verdict === undefined || verdict.kind === 'move' ? moveList(context, MOST_MOVES) : [];
  const would = breakEvenTable(context);
  const test = verdict?.kind === 'test' ? [] : testSentences(context);
  const left = present([
    { kind: 'tiles', figures: highlights(context) },
    list(reasons),
    list(moves),
    ...(test.length === 0 || verdict?.kind === 'start' ? [] : [heading(words.sections.test), list(test)]),
  ]);
  const blocks = present([
    paragraph(lead, 'lead'),
    chart === undefined ? null : { kind: 'columns', columns: [left, [{ kind: 'chart', chart }]] },
    ...(chart === undefined ? left : []),
    ...(would === null
      ? []
      : [heading(words.breakEven.title), paragraph(words.breakEven.lead, 'note'), table(words.breakEven.title, would)]),
  ]);
  const loss = verdict === undefined ? losesMoney(plan) : verdict.kind === 'less';
  return {
    id: 'decision',
    title: text.page.sections.decision,
    blocks,
    folded: false,
    tone: loss ? 'loss' : 'decision',
  };
}

/** The plan itself: line by line, in figures, held to its rules and targets. */
function planSections(context: ReportContext): readonly Section[] {
  const { text, plan } = context;
  const { sections, figures } = text.page;
  const missing = undefinedKpis(context);
  const flighting = flightingTable(context);
  const robust = robustTable(context);
  const robustName = eventsText(text.language).shocks.label;
  const targets = targetsTable(context);
  return [
    {
      id: 'moves',
      title: plan.kind === 'optimized' ? sections.moves : sections.plan,
      folded: true,
      blocks: present([
        table(sections.plan, planTable(context)),
        paragraph(creativeSentence(context)),
        ...(flighting === null ? [] : [heading(flighting.heading), table(flighting.heading, flighting.table)]),
        ...(robust === null ? [] : [heading(robustName), table(robustName, robust)]),
      ]),
    },
    {
      id: 'figures',
      title: sections.figures,
      folded: true,
      blocks: present([
        table(sections.figures, figuresTable(context)),
        paragraph(figures.note, 'note'),
        missing.length === 0 ? null : paragraph(figures.undefined(missing.join(text.names.separator)), 'note'),
        ...(isValued(context) ? [heading(sections.bridge), table(sections.bridge, bridgeTable(context))] : []),
      ]),
    },
    {
      id: 'rules',
      title: sections.rules,
      folded: true,
      blocks: present([list(costSentences(context)), table(sections.rules, rulesTable(context))]),
    },
    {
      id: 'targets',
      title: sections.targets,
      folded: true,
      blocks: present([targets === null ? paragraph(text.page.decision.noTargets) : table(sections.targets, targets)]),
    },
  ];
}
