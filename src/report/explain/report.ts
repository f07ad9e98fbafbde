import type { AlternativePlan } from '../../forecast/explain/types.js';
import { required } from '../../required.js';
import { heading, paragraph, present, type Report, section, table } from '../blocks.js';
import { type Chart, isDrawn } from '../charts/types.js';
import type { Table } from '../content/table.js';
import type { ExplainContext } from './context.js';

/** An explanation: the charts, and every figure behind them. */
export function explainReport(context: ExplainContext, charts: readonly Chart[]): Report {
  const { explanation, text, goal } = context;
  const words = text.page;
  const inputs = inputsTable(context);
  const { information } = explanation;
  return {
    title: headingOf(context),
    lead: present(charts.map((chart) => (isDrawn(chart) ? null : paragraph(chart.omitted)))),
    sections: [
      ...charts
        .filter(isDrawn)
        .map((chart) => section(chart.name, chart.title, [{ kind: 'chart', chart }, table(chart.title, chart.table)])),
      ...(inputs.rows.length === 0
        ? []
        : [section('inputs', words.inputs, [paragraph(words.inputsNote), table(words.inputs, inputs)])]),
      ...(information === null
        ? []
        : [
            section('information', words.information, [
              paragraph(words.informationNote(String(information.alternatives.length), goal)),
              table(words.information, questionsTable(context, information.questions)),
              heading(words.plans),
              paragraph(words.shiftsNote),
              table(words.plans, plansTable(context, information.alternatives, information.best)),
            ]),
          ]),
    ],
  };
}

/** What is explained, and from how many draws. */
export function headingOf({ scenario, explanation, text, formats, kpi }: ExplainContext): string {
  return text.heading(scenario.name, kpi, formats.whole(explanation.engine.draws));
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
  const everything = required(explanation.information).everything;
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
