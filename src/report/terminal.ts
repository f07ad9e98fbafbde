import type { Forecast } from '../forecast/details.js';
import type { PlanResult } from '../forecast/result.js';
import { firstOf } from '../required.js';
import { type Line, paragraph, present } from './blocks.js';
import { capital } from './capital.js';
import { gatesChart } from './charts/gates.js';
import { isDrawn } from './charts/types.js';
import { accuracySentence } from './content/accuracy.js';
import { aimInShort } from './content/aim.js';
import { breakEvenInShort } from './content/break-even.js';
import { laterClause, losesMoney } from './content/decision.js';
import { isValued } from './content/figures.js';
import { budgetWords } from './content/horizon.js';
import { dearestRule, ruleWords } from './content/rules.js';
import { testSentences } from './content/test-advice.js';
import {
  decidingReasons,
  guessedMove,
  missedTargets,
  namesAllMoves,
  verdictReasons,
  verdictSentence,
} from './content/verdict.js';
import { noAudienceSentence, seriousWarnings, unspentSentence, warningSentences } from './content/warnings.js';
import { type ReportContext, reportContext } from './context.js';
import {
  gainChange,
  gainOf,
  goalName,
  kpiInSentence,
  movesMoney,
  postsSentences,
  targetFigure,
  targetName,
} from './findings/headlines.js';
import { lineChanges, movesBetween, sumMoney } from './findings/moves.js';
import { figure, lossChance } from './findings/plans.js';
import { kpiUnit } from './findings/units.js';
import { type TerminalOptions, terminalText } from './terminal/blocks.js';
import { eventsText } from './text/events/index.js';
import { mainOutcome } from './text/outcomes/index.js';
import { verdictText } from './text/verdict/index.js';

const MOST_MOVES = 3;

/** Verdicts that move money at once. */
const MOVES = ['move', undefined];

/** Why the verdict is what it is; every test where they are asked for. */
function verdictLines(context: ReportContext, all: boolean): readonly Line[] {
  const { verdict } = context.forecast.result;
  if (verdict === undefined) return [];
  const { sections } = verdictText(context.text.language);
  const test = verdict.kind === 'test' ? testSentences(context) : [];
  const guessed = guessedMove(context);
  const reasons = all
    ? verdictReasons(context)
    : [...missedTargets(context), ...decidingReasons(context), ...(guessed === null ? [] : [guessed])];
  return [
    ...test.map((words, i): Line => ({ label: i === 0 ? sections.test : '', words, paint: 'plain' })),
    ...reasons.map((words, i): Line => ({ label: i === 0 ? sections.why : '', words, paint: 'plain' })),
  ];
}

function moveLines(context: ReportContext): readonly Line[] {
  const { forecast, text, formats, moves, plan, lineName } = context;
  const { verdict } = forecast.result;
  if (!MOVES.includes(verdict?.kind) || (verdict !== undefined && namesAllMoves(verdict))) return [];
  const words = text.page.terminal;
  if (plan.kind === 'given') {
    const infeasible = forecast.result.optimizer?.status === 'infeasible';
    return [
      {
        label: words.plan,
        words: infeasible ? text.page.decision.infeasible : text.page.decision.given,
        paint: 'plain',
      },
    ];
  }
  if (!movesMoney(context)) return [{ label: words.moves, words: words.keep, paint: 'bold' }];
  const shown = moves.length <= MOST_MOVES ? moves : moves.slice(0, MOST_MOVES - 1);
  const rest = moves.slice(shown.length);
  const posted = postsSentences(context).map((sentence): Line => ({ label: '', words: sentence, paint: 'bold' }));
  const lines = shown.map(
    ({ from, to, amount }, i): Line => ({
      label: i === 0 ? words.moves : '',
      words: text.page.moves.list(formats.money(amount), lineName(from), lineName(to)),
      paint: 'bold',
    }),
  );
  if (rest.length === 0) {
    const [head, ...tail] = [...lines, ...posted];
    return head === undefined ? [] : [{ ...head, label: words.moves }, ...tail];
  }
  const amount = sumMoney(
    rest.map((move) => move.amount),
    forecast.scenario.currencyDigits,
  );
  const more: Line = { label: '', words: words.more(String(rest.length), formats.money(amount)), paint: 'plain' };
  return [...lines, more, ...posted];
}

/** The plan that shocks hurt least, where it was asked for, and how to get to it from the one given. */
function robustLines({ forecast, text, formats, lineName }: ReportContext): readonly Line[] {
  const { robust, plans } = forecast.result;
  if (robust === undefined) return [];
  const { shocks } = eventsText(text.language);
  const { worst } = robust;
  if (worst.robust === null || plans.robust === undefined)
    return [{ label: shocks.label, words: shocks.noRobust, paint: 'bad' }];
  const profit = (plan: PlanResult): number => plan.kpis.total.profit?.mean ?? 0;
  const scale = Math.max(Math.abs(worst.given), Math.abs(worst.robust));
  const words = shocks.robustLine(
    formats.estimate(worst.robust, scale),
    formats.estimate(worst.given, scale),
    formats.change(profit(plans.robust) - profit(plans.given)),
  );
  const moves = movesBetween(lineChanges(forecast, plans.robust), forecast.scenario.currencyDigits);
  const shown = moves.length <= MOST_MOVES ? moves : moves.slice(0, MOST_MOVES - 1);
  const rest = moves.slice(shown.length).map(({ amount }) => amount);
  const left = sumMoney(rest, forecast.scenario.currencyDigits);
  return [
    words,
    ...shown.map(({ from, to, amount }) => text.page.moves.list(formats.money(amount), lineName(from), lineName(to))),
    ...(rest.length === 0 ? [] : [text.page.terminal.more(String(rest.length), formats.money(left))]),
  ].map((sentence, k): Line => ({ label: k === 0 ? shocks.label : '', words: sentence, paint: 'plain' }));
}

function gainLines(context: ReportContext): readonly Line[] {
  const { text, formats } = context;
  const words = text.page.terminal;
  const gain = movesMoney(context) ? gainOf(context) : null;
  // A verdict says what a move gains, and how sure that is.
  if (gain === null || context.forecast.result.verdict !== undefined) return [];
  const unit = kpiUnit(gain.kpi);
  const scale = Math.max(Math.abs(gain.p10), Math.abs(gain.p90));
  const write = (value: number) => formats.byUnit(unit, value, scale);
  const change = gainChange(context, gain);
  const name = kpiInSentence(text, gain.kpi);
  const gained = words.gainLine(change, name, write(gain.p10), write(gain.p90));
  return [
    {
      label: words.gain,
      words: [gained, words.sureLine(formats.chance(gain.probability))].join(text.names.clause),
      paint: gain.middle > 0 ? 'good' : 'plain',
    },
  ];
}

function outcomeLines(context: ReportContext): readonly Line[] {
  const { text, formats, plan } = context;
  const words = text.page.terminal;
  const lines: Line[] = [];
  const main = mainOutcome(context.forecast.scenario);
  const valued = isValued(context);
  const profit = valued ? figure(plan.result.kpis.total, 'profit') : null;
  if (profit !== null) {
    const scale = Math.max(Math.abs(profit.p10), Math.abs(profit.p90));
    const money = (value: number) => formats.estimate(value, scale);
    const loss = formats.chance(lossChance(plan.details.profit));
    const lost = losesMoney(plan);
    const verdict = lost ? words.verdicts.loses : words.verdicts.earns;
    const sentence = words.profitLine(verdict, money(profit.p50), money(profit.p10), money(profit.p90), loss);
    const later = laterClause(context);
    const whole = later === null ? sentence : [sentence, later].join(text.names.clause);
    lines.push({
      label: words.outcome,
      // Beside a sentence on the best plan found, whose figures these are has to be said.
      words: plan.kind === 'given' && context.plans.length > 1 ? words.ofGiven(whole) : whole,
      paint: lost && later === null ? 'bad' : 'good',
    });
  }
  lines.push(...goalLines(context, ['profit', main]));
  const orders = figure(plan.result.kpis.total, main);
  if (orders !== null) {
    const roas = valued ? figure(plan.result.kpis.total, 'roas') : null;
    const count = (value: number) => formats.count(value, orders.p90);
    const sentence = words.ordersLine(
      count(orders.p50),
      count(orders.p10),
      count(orders.p90),
      roas === null ? '' : formats.ratio(roas.p50),
    );
    lines.push({ label: text.names.kpis[main] ?? main, words: sentence, paint: 'plain' });
  }
  return lines;
}

/** What the goal counts, where none of the lines beside has it, and it isn't the same in every future. */
function goalLines({ forecast, text, formats, plan }: ReportContext, others: readonly string[]): readonly Line[] {
  const name = goalName(forecast.scenario.goal);
  const found = others.includes(name) ? null : figure(plan.result.kpis.total, name);
  if (found === null || found.p10 === found.p90) return [];
  const scale = Math.max(Math.abs(found.p10), Math.abs(found.p90));
  const write = (value: number): string => formats.byUnit(kpiUnit(name), value, scale);
  const words = text.page.terminal.ordersLine(write(found.p50), write(found.p10), write(found.p90), '');
  return [{ label: capital(text.names.kpis[name] ?? name, text.language), words, paint: 'plain' }];
}

function targetLines(context: ReportContext): readonly Line[] {
  const { text, formats, plan } = context;
  const words = text.page.terminal;
  const { targets } = plan.result;
  if (targets.length === 0) return [];
  const missed = targets.filter((target) => !target.holds);
  const met = targets.length - missed.length;
  if (missed.length === 0)
    return [{ label: words.targets, words: words.targetsMet(String(targets.length)), paint: 'good' }];
  const target = firstOf(missed);
  const name = targetName(context, target.target);
  const first =
    target.probability === null || target.required === null
      ? words.targetFailsMean(name, target.value === null ? '—' : targetFigure(context, target.target, target.value))
      : words.targetFails(name, formats.chance(target.probability), formats.share(target.required));
  const sentence = [
    first,
    ...(missed.length > 1 ? [words.targetsMoreMissed(String(missed.length - 1))] : []),
    ...(met > 0 ? [words.targetsAlsoMet(String(met))] : []),
  ].join(text.names.clause);
  return [{ label: words.targets, words: sentence, paint: 'bad' }];
}

function ruleLines(context: ReportContext): readonly Line[] {
  const { text, plan } = context;
  const words = text.page.terminal;
  const { rules } = plan.result;
  const broken = rules.filter((rule) => !rule.holds);
  // That the budget is respected goes without saying.
  if (rules.every(({ rule, holds }) => rule === 'budget' && holds)) return [];
  if (broken.length === 0) {
    const dearest = dearestRule(context);
    return [
      { label: words.rules, words: words.rulesHold(String(rules.length)), paint: 'plain' },
      ...(dearest === null ? [] : [{ label: words.price, words: dearest, paint: 'plain' } as const]),
    ];
  }
  return broken.map((rule, i) => {
    const { name, value, allowed } = ruleWords(context, rule);
    return { label: i === 0 ? words.rules : '', words: words.ruleBroken(name, value, allowed), paint: 'bad' };
  });
}

function noteLines(context: ReportContext): readonly Line[] {
  const money = [unspentSentence(context), noAudienceSentence(context)].filter((sentence) => sentence !== null);
  const serious = seriousWarnings(context);
  const length = warningSentences(context).length - serious.length;
  const words = context.text.page.terminal;
  const notes = [...serious, ...money, ...(length === 0 ? [] : [words.warnings(String(length))])];
  return notes.map((sentence, i) => ({ label: i === 0 ? words.note : '', words: sentence, paint: 'plain' }));
}

/** What would have to be true, where the plan loses or misses a target. */
function needLines(context: ReportContext): readonly Line[] {
  const words = breakEvenInShort(context);
  return words === null ? [] : [{ label: verdictText(context.text.language).breakEven.label, words, paint: 'plain' }];
}

/** How likely each phase's gate is passed, and what the right to stop there is worth. */
function gateLines(context: ReportContext): readonly Line[] {
  const chart = gatesChart(context);
  if (chart === null || !isDrawn(chart)) return [];
  return [{ label: eventsText(context.text.language).gates.label, words: chart.title, paint: 'plain' }];
}

function accuracyLines(context: ReportContext): readonly Line[] {
  const words = accuracySentence(context);
  return words === null ? [] : [{ label: context.text.page.reproduce.accuracy, words, paint: 'plain' }];
}

/** About ten lines that a planner can act on: what to move where, what it gains, how sure, what fails. Ends with a newline. */
export function terminalSummary(
  forecast: Forecast,
  options: TerminalOptions & {
    /** Every test of the verdict. */
    readonly why?: boolean;
  },
): string {
  const context = reportContext(forecast);
  const { text, formats } = context;
  const words = text.page.terminal;
  const { scenario } = forecast;
  const horizon = text.names.periods(scenario.horizon.periods, scenario.horizon.unit);
  const priced = `${scenario.name}: ${words.priced(budgetWords(context), horizon, formats.whole(forecast.result.engine.draws))}`;
  const verdict = verdictSentence(context);
  const aim = aimInShort(context);
  const aimLabel = verdictText(text.language).aim.label;
  const lines = [
    ...(verdict === null ? [] : [{ label: words.plan, words: priced, paint: 'plain' } as const]),
    ...verdictLines(context, options.why === true),
    ...moveLines(context),
    ...gainLines(context),
    ...outcomeLines(context),
    ...robustLines(context),
    ...gateLines(context),
    ...targetLines(context),
    ...needLines(context),
    ...ruleLines(context),
    ...(aim === null ? [] : [{ label: aimLabel, words: aim, paint: 'plain' } as const]),
    ...noteLines(context),
    ...accuracyLines(context),
  ];
  return terminalText(present([paragraph(verdict ?? priced, 'lead'), { kind: 'lines', lines }]), options);
}
