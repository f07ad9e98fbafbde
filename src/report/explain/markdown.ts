import { escapeMarkdown } from '../../encoding/markdown.js';
import type { AlternativePlan } from '../../forecast/explain/types.js';
import { type Chart, isDrawn } from '../charts/types.js';
import type { Table } from '../content/table.js';
import { directedMarkdown, tableMarkdown } from '../markdown.js';
import type { ExplainContext } from './context.js';

/** `summary.md` of an explanation: the charts, and every figure behind them. */
export function explainMarkdown(context: ExplainContext, charts: readonly Chart[]): string {
  const { scenario, explanation, text, formats, kpi, goal } = context;
  const words = text.page;
  const heading = text.heading(scenario.name, kpi, formats.whole(explanation.engine.draws));
  const drawn = charts.filter(isDrawn);
  const inputs = inputsTable(context);
  const { information } = explanation;
  const parts = [
    `# ${escapeMarkdown(heading)}`,
    ...drawn.flatMap(({ name, title, note, table }) => [
      `## ${escapeMarkdown(title)}`,
      `![${escapeMarkdown(title)}](charts/${name}.svg)`,
      escapeMarkdown(note),
      tableMarkdown(table),
    ]),
    ...charts.flatMap((chart) => (isDrawn(chart) ? [] : [escapeMarkdown(chart.omitted)])),
    ...(inputs.rows.length === 0
      ? []
      : [`## ${escapeMarkdown(words.inputs)}`, escapeMarkdown(words.inputsNote), tableMarkdown(inputs)]),
    ...(information === null
      ? []
      : [
          `## ${escapeMarkdown(words.information)}`,
          escapeMarkdown(words.informationNote(String(information.alternatives.length), goal)),
          tableMarkdown(questionsTable(context, information.questions)),
          `### ${escapeMarkdown(words.plans)}`,
          escapeMarkdown(words.shiftsNote),
          tableMarkdown(plansTable(context, information.alternatives, information.best)),
        ]),
  ];
  return directedMarkdown(`${parts.join('\n\n')}\n`, context.direction);
}

function inputsTable({ explanation, text, writeKpi, writeInput, inputName }: ExplainContext): Table {
  const { columns } = text.charts.tornado;
  // What is within two standard errors of nothing says nothing.
  const inputs = explanation.inputs.filter(
    ({ low, high }) => Math.abs(high.mean - low.mean) > 2 * Math.hypot(low.se, high.se),
  );
  const scale = Math.max(0, ...inputs.flatMap(({ low, high }) => [Math.abs(low.mean), Math.abs(high.mean)]));
  return {
    columns: [columns.input, columns.p10, columns.p90, columns.low, columns.high],
    rows: inputs.map(({ input, p10, p90, low, high }) => [
      inputName(input),
      writeInput(input, p10),
      writeInput(input, p90),
      writeKpi(low.mean, scale),
      writeKpi(high.mean, scale),
    ]),
  };
}

function questionsTable(
  { text, writeGoal, subjectName, explanation }: ExplainContext,
  questions: NonNullable<ExplainContext['explanation']['information']>['questions'],
): Table {
  const { columns } = text.page;
  const everything = explanation.information!.everything;
  const row = (name: string, { value, low, high }: typeof everything): readonly string[] => [
    name,
    writeGoal(Math.max(0, value), high),
    text.charts.range(writeGoal(low, high), writeGoal(high)),
  ];
  return {
    columns: [columns.question, columns.worth, columns.interval],
    rows: [
      row(text.page.everything, everything),
      ...questions.map((question) => row(subjectName(question.subject), question)),
    ],
  };
}

function plansTable(
  { text, writeGoal, planName }: ExplainContext,
  plans: readonly AlternativePlan[],
  best: string,
): Table {
  const { columns, best: bestWords } = text.page;
  return {
    columns: [columns.plan, columns.mean],
    rows: plans.map((plan) => [
      plan.name === best ? `${planName(plan)} (${bestWords})` : planName(plan),
      writeGoal(plan.goal.mean),
    ]),
  };
}
