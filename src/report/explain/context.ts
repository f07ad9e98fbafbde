import { normalCdf } from '../../distributions/normal.js';
import type { AlternativePlan, Explanation, GroupEffect, Subject } from '../../forecast/explain/types.js';
import { RESPONSE_PARAMETERS, type ResponseParameter } from '../../scenario/response/types.js';
import { isFunnelLine, LINE_METRICS, type LineMetric, type Scenario, type Shock } from '../../scenario/types.js';
import { capital } from '../capital.js';
import { type AssumptionEntry, partEntries } from '../content/part-entries.js';
import { kpiInSentence } from '../findings/headlines.js';
import { expressionUnit, type KpiUnit, kpiUnit } from '../findings/units.js';
import { type Formats, makeFormats } from '../formats.js';
import { type ExplainText, explainText } from '../text/explain/index.js';
import { planText, type ReportText } from '../text/index.js';
import { inSentence } from '../text/sentence.js';

/** An explanation with what every part of its report needs: words and number forms. */
export interface ExplainContext {
  readonly scenario: Scenario;
  readonly explanation: Explanation;
  readonly text: ExplainText;
  readonly formats: Formats;
  /** Between two halves of a sentence. */
  readonly clause: string;
  readonly direction: ReportText['direction'];
  /** The KPI explained, as it stands within a sentence. */
  readonly kpi: string;
  /** The goal, likewise, in which information is counted. */
  readonly goal: string;
  readonly unit: KpiUnit;
  /** A figure of the KPI, to three digits of `scale`. */
  writeKpi(value: number, scale?: number): string;
  writeGoal(value: number, scale?: number): string;
  /** Gain of the goal with its unit, in a sentence: 210 ₼, 12 orders. */
  writeWorth(value: number): string;
  subjectName(subject: Subject): string;
  /** The same as it stands within a sentence. */
  subjectInSentence(subject: Subject): string;
  inputName(input: string): string;
  writeInput(input: string, value: number): string;
  planName(plan: AlternativePlan): string;
  /** Groups that move the KPI at all, and how many don't. */
  readonly moving: readonly GroupEffect[];
  readonly untouched: number;
  /** Both ends of a group's bar: its values, its change, or luck. */
  endsOf(group: GroupEffect): readonly [string, string];
}

type Form = 'money' | 'share' | 'count' | 'plain';

const METRIC_FORMS: Readonly<Record<LineMetric, Form>> = {
  audience: 'count',
  cpm: 'money',
  ctr: 'share',
  view_rate: 'share',
  cvr: 'share',
  fatigue: 'plain',
  match: 'share',
};

const INPUT_FORMS: Readonly<Record<string, Form>> = {
  'economics.order_value': 'money',
  'economics.margin': 'share',
  'economics.close_rate': 'share',
  'economics.fee': 'share',
  'economics.tax': 'share',
  'stocks.landing': 'share',
  'stocks.warm': 'count',
  'stocks.hot': 'count',
  'stocks.buyers': 'count',
  'market.population': 'count',
};

const FIXED_COST = /^economics\.fixed_costs\.\d+\./;
const NOISE = /^noise\.cpm\./;

export function explainContext(scenario: Scenario, explanation: Explanation): ExplainContext {
  const text = explainText(scenario.language);
  const report = planText(scenario);
  const { names } = report;
  const { language } = scenario;
  const formats = makeFormats({ scenario }, language);
  const custom = scenario.kpis.find(({ name }) => name === explanation.kpi);
  const unit = custom === undefined ? kpiUnit(explanation.kpi) : expressionUnit(custom.expression);
  const goalUnit = expressionUnit(scenario.goal.maximize);
  const goal = scenario.goal.text.trim();
  const goalName = kpiInSentence(report, goal);
  const parts = partsByInput(scenario, names);
  const naming = createNaming(scenario, text, names, parts);
  const moving = explanation.groups.filter(({ total }) => total.value > 0);
  const writeInput = (input: string, value: number): string => {
    if (NOISE.test(input)) return changeWords(text, formats, value - 1);
    const shock = shockInput(scenario, input);
    if (shock !== null) return shockWords(shock, value, text, formats);
    const line = lineInput(scenario, input);
    const part = parts.get(input)?.form;
    const form: Form =
      line !== null
        ? METRIC_FORMS[line.metric]
        : FIXED_COST.test(input)
          ? 'money'
          : (INPUT_FORMS[input] ?? (part === undefined || part === 'number' ? 'plain' : part));
    if (form === 'money') return formats.estimate(value);
    if (form === 'share') return formats.share(value);
    return form === 'count' ? formats.count(value) : formats.plain(value);
  };
  return {
    scenario,
    explanation,
    text,
    formats,
    clause: names.clause,
    direction: report.direction,
    kpi: kpiInSentence(report, explanation.kpi),
    unit,
    goal: goalName,
    writeKpi: (value, scale) => formats.byUnit(unit, value, scale),
    writeGoal: (value, scale) => formats.byUnit(goalUnit, value, scale),
    writeWorth: (value) => {
      const figure = formats.byUnit(goalUnit, value);
      return goalUnit === 'money' ? figure : text.amount(figure, goalName);
    },
    ...naming,
    moving,
    untouched: explanation.groups.length - moving.length,
    writeInput,
    endsOf({ subject, ends }) {
      if (ends.kind === 'luck') return [text.ends.bad, text.ends.good];
      if (ends.kind === 'change') {
        return [changeWords(text, formats, ends.p10), changeWords(text, formats, ends.p90)];
      }
      const input = subject.kind === 'input' ? subject.input : '';
      return [writeInput(input, ends.p10), writeInput(input, ends.p90)];
    },
  };
}

/** What things are called. */
function createNaming(
  scenario: Scenario,
  text: ExplainText,
  names: ReportText['names'],
  parts: ReadonlyMap<string, AssumptionEntry>,
): Pick<ExplainContext, 'subjectName' | 'subjectInSentence' | 'inputName' | 'planName'> {
  const { platform } = names;
  const stageNames: Readonly<Record<string, string>> = names.stages;
  const stage = (id: string): string => stageNames[id] ?? id;
  const line = (id: string): string => {
    const found = scenario.lines.find((other) => other.id === id);
    return found === undefined ? id : names.line(platform(found.platform), names.stages[found.stage], found.segment);
  };
  const inputName = (input: string): string => {
    const of = lineInput(scenario, input);
    if (of !== null) return text.subjects.line(line(of.line), text.metrics[of.metric]);
    const fitted = responseInput(scenario, input);
    if (fitted !== null) return text.subjects.line(line(fitted.line), names.response[fitted.parameter]);
    if (FIXED_COST.test(input)) return input.replace(FIXED_COST, '');
    if (NOISE.test(input)) return text.subjects.noiseOf(platform(input.replace(NOISE, '')));
    const shocked = shockInput(scenario, input);
    if (shocked !== null) {
      const { name } = shocked.shock;
      const unit = inSentence(names.period[scenario.horizon.unit], scenario.language);
      return shocked.of === 'happens' ? text.subjects.shock(name) : text.subjects.shockStart(name, unit);
    }
    return parts.get(input)?.name ?? names.quantities[input.replace(/^[^.]*\./, '')] ?? input;
  };
  const subjectName = (subject: Subject): string => {
    switch (subject.kind) {
      case 'input':
        return inputName(subject.input);
      case 'market':
        return capital(text.subjects.market(text.metrics[subject.metric]), scenario.language);
      case 'platform':
      case 'platform-metric':
        return text.subjects.platform(platform(subject.platform), text.metrics[subject.metric]);
      case 'line':
        return text.subjects.own(line(subject.line), text.metrics[subject.metric]);
      case 'together':
        return text.subjects.together(subject.inputs.map(inputName).join(text.subjects.and));
      case 'draws':
        return text.subjects.draws(subject.file);
      case 'creative':
        return text.subjects.creative;
      case 'noise':
        return text.subjects.noise(inSentence(names.period[scenario.horizon.unit], scenario.language));
      case 'line-rates':
        return text.subjects.lineRates(line(subject.line));
      case 'platform-rates':
        return text.subjects.platformRates(platform(subject.platform));
      case 'platform-all':
        return text.subjects.platformAll(platform(subject.platform));
    }
  };
  const ours = (input: string): boolean => names.quantities[input.replace(/^[^.]*\./, '')] !== undefined;
  const subjectInSentence = (subject: Subject): string => {
    const { kind } = subject;
    const isOurs =
      kind === 'market' ||
      kind === 'creative' ||
      kind === 'noise' ||
      // A brand that the name begins with keeps its capital.
      (kind === 'platform-all' && !subjectName(subject).startsWith(platform(subject.platform))) ||
      (kind === 'input' && ours(subject.input));
    return isOurs ? inSentence(subjectName(subject), scenario.language) : subjectName(subject);
  };
  const planName = ({ name, shift }: AlternativePlan): string => {
    const { plan, shifts } = text.page;
    if (shift === null) return name === 'given' ? plan.given : plan.optimized;
    const { kind, id, factor } = shift;
    const of = kind === 'line' ? line(id) : kind === 'platform' ? platform(id) : stage(id);
    return factor === 0 ? shifts.off(of) : factor < 1 ? shifts.halved(of) : shifts.doubled(of);
  };
  return { inputName, subjectName, subjectInSentence, planName };
}

interface ShockInput {
  readonly shock: Shock;
  readonly of: 'happens' | 'starts';
}

/** Whether a shock comes, or when: normal scores of the model. */
function shockInput({ shocks }: Scenario, input: string): ShockInput | null {
  for (const shock of shocks)
    for (const of of ['happens', 'starts'] as const) if (input === `shocks.${shock.name}.${of}`) return { shock, of };
  return null;
}

/** What such a score comes to, as the model has it: a low one brings the shock, and early. */
function shockWords({ shock, of }: ShockInput, score: number, text: ExplainText, formats: Formats): string {
  const chance = normalCdf(score);
  if (of === 'happens') return chance < shock.probability ? text.ends.comes : text.ends.stays;
  const [first, last] = shock.window;
  return formats.count(first + 1 + Math.min(last - first, Math.floor(chance * (last - first + 1))));
}

/** Quantities of creators, brand and what else a plan has beside lines and economics, as the assumptions name them. */
function partsByInput(scenario: Scenario, names: ReportText['names']): ReadonlyMap<string, AssumptionEntry> {
  const entries = partEntries(scenario, ({ platform, stage, segment }) =>
    names.line(names.platform(platform), names.stages[stage], segment),
  );
  return new Map(entries.flatMap((entry) => (entry.input === undefined ? [] : [[entry.input, entry] as const])));
}

function lineInput({ lines }: Scenario, input: string): { readonly line: string; readonly metric: LineMetric } | null {
  for (const { id } of lines) {
    const metric = LINE_METRICS.find((name) => input === `${id}.${name}`);
    if (metric !== undefined) return { line: id, metric };
  }
  return null;
}

function responseInput(
  { lines }: Scenario,
  input: string,
): { readonly line: string; readonly parameter: ResponseParameter } | null {
  for (const line of lines) {
    if (isFunnelLine(line)) continue;
    const { id } = line;
    const parameter = RESPONSE_PARAMETERS.find((name) => input === `${id}.${name}`);
    if (parameter !== undefined) return { line: id, parameter };
  }
  return null;
}

function changeWords(text: ExplainText, formats: Formats, change: number): string {
  if (Math.abs(change) < 0.0005) return text.ends.usual;
  const share = formats.share(Math.abs(change));
  return change > 0 ? text.ends.higher(share) : text.ends.lower(share);
}
