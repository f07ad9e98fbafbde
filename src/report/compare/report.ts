import type { ComparedScenario } from '../../forecast/compare/types.js';
import { elementAt, firstOf } from '../../required.js';
import { type Block, heading, list, paragraph, present, type Report, section, table } from '../blocks.js';
import type { Chart } from '../charts/types.js';
import { eventsText } from '../text/events/index.js';
import { reportText } from '../text/index.js';
import { type CompareContext, isAnew } from './context.js';
import { differenceTable, postsTable, rankTable } from './tables.js';

/** A comparison: ranks, differences, charts, and what each scenario changes. */
export function compareReport(context: CompareContext, charts: readonly Chart[]): Report {
  const { comparison, text, formats, base, changes } = context;
  const { scenarios } = comparison;
  const withoutRank = comparison.undefined > 0 ? text.rank.undefined(formats.share(comparison.undefined)) : null;
  const difference = text.difference.title(base);
  const posts = postsTable(context);
  const { posts: postsTitle } = eventsText(text.language).creators.columns;
  return {
    title: headingOf(context),
    lead: [],
    sections: [
      section('rank', text.rank.title, [
        table(text.rank.title, rankTable(context)),
        paragraph(text.rank.note(base), 'note'),
        paragraph(withoutRank, 'note'),
        ...(posts === null ? [] : [heading(postsTitle), table(postsTitle, posts)]),
      ]),
      section('difference', difference, [
        table(difference, differenceTable(context)),
        ...charts.map((chart) => ({ kind: 'chart', chart }) as const),
      ]),
      section(
        'changes',
        text.changes.title,
        scenarios.flatMap(({ label }, k) =>
          k === 0
            ? []
            : [
                heading(text.changes.against(label, base)),
                list(elementAt(changes, k).length === 0 ? [text.changes.nothing] : elementAt(changes, k)),
              ],
        ),
      ),
    ],
  };
}

const MOST_RANKS = 5;
/** What holds is left to the files: the other columns fit a terminal. */
const COLUMNS_SHOWN = 6;
/** Lines of a sentence, however long names are. */
const MOST_LINES = 2;

/**
 * What a planner needs of a comparison, a dozen lines at most: the first ranks, how the best alternative stands to the
 * first scenario, and what it changes.
 */
export function compareSummary(context: CompareContext): readonly Block[] {
  const { comparison, text } = context;
  const ranks = rankTable(context);
  const shown = ranks.rows.slice(0, MOST_RANKS);
  const rest = comparison.scenarios.length - shown.length;
  const leader = leadingAlternative(context);
  return present([
    paragraph(headingOf(context), 'lead', MOST_LINES),
    table(text.rank.title, {
      columns: ranks.columns.slice(0, COLUMNS_SHOWN),
      words: [1],
      least: 3,
      rows: shown.map((row) => row.slice(0, COLUMNS_SHOWN)),
    }),
    rest > 0 ? paragraph(text.rank.more(String(rest)), 'note') : null,
    ...(leader === null
      ? []
      : leaderSentences(context, leader).map((words) => paragraph(words, undefined, MOST_LINES))),
    paragraph(postsSentence(context), undefined, MOST_LINES),
  ]);
}

/** Who posts how often in the scenario of the first rank, where anybody posts. */
function postsSentence({ ranked, text, names }: CompareContext): string | null {
  const posting = ranked[0]?.posts?.filter(({ posts }) => posts > 0) ?? [];
  if (posting.length === 0) return null;
  const { withPosts } = reportText(text.language).page.moves;
  const list = posting.map(({ name, posts }) => withPosts(name, posts)).join(names.separator);
  return `${firstOf(ranked).label}: ${list}`;
}

function headingOf({ comparison, text, formats, goal }: CompareContext): string {
  const { scenarios, engine } = comparison;
  return text.heading(String(scenarios.length), formats.whole(engine.draws), goal, isAnew(comparison));
}

/** The best-ranked scenario that isn't the first one given. */
function leadingAlternative({ ranked }: CompareContext): ComparedScenario | null {
  return ranked.find(({ difference }) => difference !== null) ?? null;
}

function leaderSentences(context: CompareContext, leader: ComparedScenario): readonly string[] {
  const { comparison, text, formats, base, figures, changes } = context;
  const figure = figures.find(({ key }) => key === comparison.goal) ?? firstOf(figures);
  const found = leader.difference?.[figure.key] ?? null;
  const own = elementAt(changes, comparison.scenarios.indexOf(leader));
  const scale = found === null ? 0 : Math.max(Math.abs(found.p10), Math.abs(found.p90));
  const { ahead, changed } = text.terminal;
  return [
    ...(found === null
      ? []
      : [
          ahead(
            leader.label,
            figure.change(found.mean),
            figure.name,
            base,
            figure.write(found.p10, scale),
            figure.write(found.p90, scale),
            formats.chance(found.probability_better),
          ),
        ]),
    ...(own.length === 0 ? [] : [changed(leader.label, firstOf(own), String(own.length - 1))]),
  ];
}
