import type { ComparedScenario } from '../../forecast/compare/types.js';
import type { Table } from '../content/table.js';
import { eventsText } from '../text/events/index.js';
import type { CompareContext } from './context.js';

/** The goal's mean and P10 to P90 of a scenario, as they are printed. */
function goalWords(
  { text, writeGoal }: CompareContext,
  { goal }: ComparedScenario,
): { readonly mean: string; readonly range: string } {
  const { mean, p10, p90 } = goal;
  if (mean === null || p10 === null || p90 === null) return { mean: text.none, range: text.none };
  const scale = Math.max(Math.abs(p10), Math.abs(p90));
  return { mean: writeGoal(mean, scale), range: text.range(writeGoal(p10, scale), writeGoal(p90, scale)) };
}

/** Scenarios by rank: what the goal comes to, the chance of being best, regret, rules and targets that hold. */
export function rankTable(context: CompareContext): Table {
  const { text, formats, goal, ranked, writeGoal } = context;
  const { columns, held } = text.rank;
  return {
    columns: [
      columns.rank,
      columns.scenario,
      text.rank.goal(goal),
      columns.range,
      columns.best,
      columns.regret,
      columns.held,
    ],
    words: [1, 3, 6],
    rows: ranked.map((scenario) => {
      const { rank, label, best, regret, rules, targets } = scenario;
      const { mean, range } = goalWords(context, scenario);
      return [
        String(rank),
        label,
        mean,
        range,
        best === null ? text.none : formats.chance(best.probability),
        regret === null ? text.none : writeGoal(regret.mean),
        held(String(rules.held), String(rules.of), String(targets.held), String(targets.of)),
      ];
    }),
  };
}

/** Every scenario's differences from the first one, a row a figure; what is the same in every future says so. */
export function differenceTable({ comparison, text, formats, figures }: CompareContext): Table {
  const { columns, same } = text.difference;
  return {
    columns: [columns.scenario, columns.kpi, columns.mean, columns.range, columns.more],
    words: [1, 3],
    rows: comparison.scenarios.flatMap(({ label, difference }) =>
      difference === null
        ? []
        : figures.map(({ key, name, write, change }) => {
            const found = difference[key];
            if (found === null) return [label, name, text.none, text.none, text.none];
            if (found.mean === 0 && found.p5 === 0 && found.p95 === 0) return [label, name, write(0), same, ''];
            const scale = Math.max(Math.abs(found.p10), Math.abs(found.p90));
            return [
              label,
              name,
              change(found.mean),
              text.range(write(found.p10, scale), write(found.p90, scale)),
              formats.chance(found.probability_better),
            ];
          }),
    ),
  };
}

/** Posts of each scenario's creators; `null` where no scenario has any creators. */
export function postsTable({ comparison, text }: CompareContext): Table | null {
  const { creator, posts } = eventsText(text.language).creators.columns;
  const rows = comparison.scenarios.flatMap(({ label, posts: own = [] }) =>
    own.map((one) => [label, one.name, String(one.posts)]),
  );
  return rows.length === 0 ? null : { columns: [text.rank.columns.scenario, creator, posts], words: [1], rows };
}
